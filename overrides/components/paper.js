/**
 * On paper, what the reader wrote stands as text in the place of its field: a field would cut it off.
 * What is closed opens for it, and empty fields go; site.css says so. Components that make fields only
 * when they are asked for add themselves to `beforePaper`.
 */
const FIELDS =
  "textarea, select, input:not([type=checkbox], [type=radio], [type=file], [aria-hidden])";

/** @type {Set<() => void>} */
export const beforePaper = new Set();

let undo = [];

function toPaper() {
  toScreen();
  for (const prepare of beforePaper) prepare();
  for (const field of document.querySelectorAll(`.md-content :is(${FIELDS})`)) {
    const text = textOf(field);
    field.dataset.onPaper = text ? "text" : "nothing";
    undo.push(() => delete field.dataset.onPaper);
    if (text) showText(field, text);
  }
}

function showText(field, textContent) {
  const place = document.createElement("span");
  Object.assign(place, { className: "se-on-paper", dir: "auto", textContent });
  field.after(place);
  undo.push(() => place.remove());
  for (let each = field.closest("details"); each; each = each.parentElement.closest("details")) {
    if (each.open) continue;
    each.open = true;
    undo.push(() => (each.open = false));
  }
}

function textOf(field) {
  const text =
    field.localName === "select" && field.value ? field.selectedOptions[0].text : field.value;
  return text.trim() ? text : "";
}

function toScreen() {
  for (const act of undo.reverse()) act();
  undo = [];
}

addEventListener("beforeprint", toPaper);
addEventListener("afterprint", toScreen);
// A page may be shown as on paper without being printed.
const paper = matchMedia("print");
paper.addEventListener("change", ({ matches }) => (matches ? toPaper() : toScreen()));
