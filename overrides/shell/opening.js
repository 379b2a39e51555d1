import { isForPage } from "./keys.js";
import { bringStyle } from "./style.js";

const box = /** @type {HTMLElement} */ (document.querySelector("[data-search]"));
const toggle = /** @type {HTMLInputElement} */ (document.querySelector("[data-md-toggle=search]"));
const query = /** @type {HTMLInputElement} */ (box.querySelector("[name=query]"));
let isAsked = false;

toggle.addEventListener("change", () => toggle.checked && query.focus());
query.addEventListener("focus", show);
addEventListener("keydown", (event) => {
  if (toggle.checked && ["Escape", "Tab"].includes(event.key)) {
    toggle.click();
    query.blur();
  } else if (!toggle.checked && ["f", "s", "/"].includes(event.key) && isForPage(event)) {
    event.preventDefault();
    query.focus();
    query.select();
  }
});

// Opened before this script arrived, or, in Firefox, before the page was loaded again.
if (document.activeElement === query) show();
else if (toggle.checked) query.focus();

function show() {
  if (!toggle.checked) toggle.click();
  load();
}

/** Fetch search itself once it is opened, and again if the network failed. */
async function load() {
  if (isAsked) return;
  isAsked = true;
  const { index, script, styles } =
    /** @type {{ index: string, script: string, styles?: string }} */ (box.dataset);
  let isAnswered = false;
  try {
    const detail = fetch(index).then((answer) => {
      isAnswered = true;
      return answer.json();
    });
    /** @type {Promise<unknown>[]} */
    const parts = [detail, import(new URL(script, document.baseURI).href)];
    // Before our own style: what the theme says of search gives way to what we say of everything.
    await Promise.all(styles ? [...parts, bringStyle(styles, "before")] : parts);
    box.dispatchEvent(new CustomEvent("search-load", { detail: await detail }));
  } catch {
    isAsked = false;
    // Not the network: the host has these files no longer.
    if (isAnswered) document.dispatchEvent(new Event("search-lost"));
  }
}
