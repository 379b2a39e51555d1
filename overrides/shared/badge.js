import { settings } from "./page-words.js";

/** The mark of where a thing comes from: article, addition, reading, extension. */
export function badge(/** @type {string} */ name) {
  const { kind, title, text } = settings.badges[name];
  return Object.assign(document.createElement("span"), {
    className: `se-badge se-badge--${kind}`,
    title,
    textContent: text,
  });
}
