/**
 * On paper, what the reader wrote stands as text in the place of its field: a field would cut it off.
 * What is closed opens for it, and empty fields go; site.css says so. A form that asks and answers
 * (`data-form`) goes too, and leaves what was said in it, with its labels. Components that make fields
 * only when they are asked for add themselves to `beforePaper`.
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field
 */
const FIELDS =
  "textarea, select, input:not([type=checkbox], [type=radio], [type=file], [aria-hidden])";

/** @type {Set<() => void>} */
export const beforePaper = new Set();

/** @type {(() => unknown)[]} */
let undo = [];

function toPaper() {
  toScreen();
  for (const prepare of beforePaper) prepare();
  /** @type {NodeListOf<Field>} */
  const fields = document.querySelectorAll(`.md-content :is(${FIELDS})`);
  for (const field of fields) {
    const text = textOf(field);
    field.dataset.onPaper = text ? "text" : "nothing";
    undo.push(() => delete field.dataset.onPaper);
    if (text) showText(field, text);
  }
}

function showText(/** @type {Field} */ field, /** @type {string} */ text) {
  const form = formOf(field);
  const textContent = form ? `${field.labels?.[0].textContent} – ${text}` : text;
  const place = document.createElement("span");
  Object.assign(place, { className: "se-on-paper", dir: "auto", textContent });
  if (form) form.before(place);
  else field.after(place);
  undo.push(() => place.remove());
  for (
    let details = place.closest("details");
    details;
    details = details.parentElement?.closest("details") ?? null
  ) {
    if (details.open) continue;
    const closed = details;
    closed.open = true;
    undo.push(() => (closed.open = false));
  }
}

/** @returns {string} what the reader said in a field; nothing where a form does not ask, or by default */
function textOf(/** @type {Field} */ field) {
  const isSelect = field instanceof HTMLSelectElement;
  if (formOf(field) && (field.closest("[hidden]") || (isSelect && field.selectedIndex < 1)))
    return "";
  const text = isSelect && field.value ? field.selectedOptions[0].text : field.value;
  return text.trim() ? text : "";
}

function formOf(/** @type {Field} */ field) {
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
