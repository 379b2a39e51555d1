/** Bring a style that the page has not, after or before its own. */
export function bringStyle(/** @type {string} */ href, /** @type {"after" | "before"} */ where) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  /** @type {HTMLStyleElement} */ (document.querySelector("style"))[where](link);
  return new Promise((then, fail) => {
    link.onload = then;
    link.onerror = fail;
  });
}
