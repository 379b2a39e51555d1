// Stands in the page right after the header, in the place of the theme's scripts: before the first
// paint, the page knows that scripts run, and has the colours of the last visit.
/* global SCOPE -- the path of the site, from macros/publish/assets.py */
import { find, read, shown } from "./kept-early.js";

document.documentElement.className = "js";
// Where a script fails, nothing waits for it any longer.
addEventListener("error", seeAll);
addEventListener("unhandledrejection", seeAll);

function seeAll() {
  for (const part of document.querySelectorAll("[data-waits]")) part.removeAttribute("data-waits");
}

keepRoom(document.documentElement.dataset);

/**
 * Keep free where there will stand the dates of the application that this tab shows, or those of others;
 * its name, if it has one or is one of several; and what is kept of any.
 */
function keepRoom(/** @type {DOMStringMap} */ room) {
  try {
    const current = shown();
    const isKept = (/** @type {string} */ pattern) => find(`${pattern}$`).length > 0;
    if (isKept(`${current}:i\\d:day`)) room.dated = "";
    else if (isKept("a\\w+:i\\d:day")) room.dated = "others";
    const open = new Set(find("(?:a(?!side:)\\w+|example)(?=:)"));
    if (open.size > 0) room.filed = "";
    for (const archived of find("a\\w+(?=:archived$)")) open.delete(archived);
    if (open.size > 1) room.filed = "several";
    if (current === "example" || open.size > 1 || isKept(`${current}:(company|job)`))
      room.named = "";
  } catch {
    // blocked
  }
}

const key = `${SCOPE}.__palette`; // the theme's
const drawn = document.head.appendChild(document.createElement("meta"));
drawn.name = "color-scheme"; // of what the browser itself draws; said later, all is styled again
/** @type {NodeListOf<HTMLInputElement>} */
const found = document.querySelectorAll("[data-md-component=palette] input");
const inputs = [...found];

/** @returns {Record<string, string>} */
function coloursOf(/** @type {HTMLInputElement} */ input) {
  const parts = ["media", "scheme", "primary", "accent"];
  return Object.fromEntries(
    parts.map((part) => [part, input.getAttribute(`data-md-color-${part}`) ?? ""]),
  );
}

/** Show the colours of an input, or those chosen before, or those of the device. */
function show(chosen = keptInput()) {
  const fits = (/** @type {HTMLInputElement} */ input) =>
    matchMedia(input.dataset.mdColorMedia ?? "").matches;
  const shown = chosen ?? inputs.find(fits) ?? inputs[0];
  for (const [part, value] of Object.entries(coloursOf(shown))) {
    document.body.setAttribute(`data-md-color-${part}`, value);
  }
  drawn.content = shown.dataset.mdColorScheme === "slate" ? "dark" : "light";
  for (const input of inputs) {
    input.nextElementSibling?.toggleAttribute("hidden", input !== shown);
  }
}

function keptInput() {
  try {
    return inputs[JSON.parse(read(key) ?? "null")?.index];
  } catch {
    return undefined; // blocked, or written by something else
  }
}

show();
window.palette = { key, inputs, coloursOf, show }; // for palette.js
