/**
 * On paper, what the reader wrote stands as text in the place of its field: a field would cut it off.
 * What is closed opens for it, and empty fields go; site.css says so. A form that asks and answers
 * (`data-form`) goes too, and leaves what was said in it, with its labels. Components that make fields
 * only when they are asked for add themselves to `beforePaper`.
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

function showText(field, text) {
  const form = formOf(field);
  const textContent = form ? `${field.labels[0].textContent} – ${text}` : text;
  const place = document.createElement("span");
  Object.assign(place, { className: "se-on-paper", dir: "auto", textContent });
  if (form) form.before(place);
  else field.after(place);
  undo.push(() => place.remove());
  for (let each = place.closest("details"); each; each = each.parentElement.closest("details")) {
    if (each.open) continue;
    const details = each;
    details.open = true;
    undo.push(() => (details.open = false));
  }
}

/** @returns {string} what the reader said in a field; nothing where a form does not ask, or by default */
function textOf(field) {
  const isSelect = field.localName === "select";
  if (formOf(field) && (field.closest("[hidden]") || (isSelect && field.selectedIndex < 1)))
    return "";
  const text = isSelect && field.value ? field.selectedOptions[0].text : field.value;
  return text.trim() ? text : "";
}

function formOf(field) {
  return field.closest("form[data-form]");
}

function toScreen() {
  for (const act of undo.reverse()) act();
  undo = [];
}

addEventListener("beforeprint", toPaper);
addEventListener("afterprint", toScreen);
// A page may be shown as on paper without being printed.
const paper = matchMedia("print");
addEventListener("load", () => paper.matches && toPaper());
paper.addEventListener("change", ({ matches }) => (matches ? toPaper() : toScreen()));
