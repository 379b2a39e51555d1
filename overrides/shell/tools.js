// Stands at the end of a page with tools in place of sign.js: what is typed, chosen and sent until they
// are there is not lost either.
import { NOT_YET, doLater } from "./sign.js";

const DEEDS = ["submit", "input", "change"];

function note(/** @type {Event} */ event) {
  const { type, target } = event;
  if (!(target instanceof Element) || !target.closest(NOT_YET)) return;
  if (type !== "submit") noteField(/** @type {Field} */ (target));
  else if (target instanceof HTMLFormElement) {
    doLater(target, () => target.requestSubmit());
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

/** @typedef {HTMLInputElement} Field or one of the others: `checked` is a box's alone */
function noteField(/** @type {Field} */ field) {
  const { checked, value, type } = field;
  const isTick = type === "checkbox" || type === "radio";
  doLater(field, () => {
    if (isTick) {
      field.checked = type === "checkbox" && !checked;
      field.click();
      return;
    }
    if (field.value !== value) field.value = value;
    const isLeft = field !== document.activeElement;
    const changes = isLeft || field.matches("select") ? ["change"] : [];
    for (const said of ["focusin", "input", ...changes]) say(field, said);
    if (isLeft) say(field, "focusout");
  });
}

const say = (/** @type {Element} */ to, /** @type {string} */ type) =>
  to.dispatchEvent(new Event(type, { bubbles: true }));

for (const type of DEEDS) addEventListener(type, note, true);
