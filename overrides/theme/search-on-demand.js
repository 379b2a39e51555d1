import { isForPage } from "./keys.js";

/** Fetches the theme's script, and through it the search worker and index, when search is opened. */
export function searchOnDemand(/** @type {AbortSignal} */ signal) {
  const toggle = document.querySelector("[data-md-toggle=search]");
  const query = document.querySelector("[data-md-component=search-query]");
  if (!query) return;
  const close = () => {
    if (toggle.checked) toggle.click();
    query.blur();
  };
  toggle.addEventListener("change", () => toggle.checked && query.focus(), { signal });
  query.addEventListener("focus", () => toggle.checked || toggle.click(), { signal });
  query.addEventListener("focus", load, { once: true });
  addEventListener(
    "keydown",
    (event) => {
      if (toggle.checked && ["Escape", "Tab"].includes(event.key)) close();
      else if (!toggle.checked && ["f", "s", "/"].includes(event.key) && isForPage(event)) {
        event.preventDefault();
        query.focus();
        query.select();
      }
    },
    { signal },
  );

  function load() {
    const { styles, script } = document.querySelector("[data-slim-search]").dataset;
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = styles;
    // Before ours: what the theme says of search gives way to what we say of everything.
    document.querySelector("style").before(link);
    link.addEventListener("load", async () => {
      window.slim.abort();
      handOver();
      await import(new URL(script, document.baseURI).href);
      if (!toggle.checked) return;
      // The theme hears of the field in focus, and of what was typed meanwhile.
      query.dispatchEvent(new Event("focus"));
      query.dispatchEvent(new KeyboardEvent("keyup"));
    });
  }
}

/** Take back what the theme's script does again. */
function handOver() {
  for (const meta of document.querySelectorAll("meta[data-slim]")) meta.remove();
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
    wrap.replaceWith(...wrap.querySelectorAll(":scope table"));
  }
}
