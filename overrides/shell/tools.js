// Stands at the end of a page with tools, in the finished site. They come at once where something is
// kept for them to show, where the address asks for a part of the page, and where the worker has them
// already; else with the reader's first sign: who only reads fetches none. What is pressed and typed
// until they are there is done then, so that nothing of it is lost.
import { find } from "./kept-early.js";

const SIGNS = ["pointermove", "pointerdown", "scroll", "keydown", "focusin", "click"];
const DEEDS = ["click", "submit", "input", "change"];
/** Begins a press, and ends one: the list of a select swallows the end that others have. */
const PRESSES = ["pointerdown", "pointerup", "pointercancel", "keydown", "change"];
const NOT_YET = ":not(:defined)";
const html = document.documentElement;
const { settings, tools } = /** @type {Record<string, string>} */ (
  /** @type {HTMLElement} */ (document.querySelector("script[data-tools]")).dataset
);
const at = (/** @type {string} */ address) => new URL(address, document.baseURI).href;
/** What is to be done, by what it was done to. @type {Map<Element, () => void>} */
const deeds = new Map();
let isComing = false;
let isDown = false;

/** Browsers tell of a pointer that lies still, and rows of the page scroll by themselves. */
function look(/** @type {Event} */ event) {
  const { type, target } = event;
  const isStill = event instanceof MouseEvent && !event.movementX && !event.movementY;
  if (type === "scroll" ? target === document : type !== "pointermove" || !isStill) come();
}

async function come() {
  if (isComing) return;
  isComing = true;
  try {
    await Promise.all([settings, tools].map(fetchAhead));
    // Nothing moves between press and release.
    while (isDown) await pause(50);
    await import(at(settings));
    await import(at(tools));
  } catch (error) {
    // A page whose tools do not arrive is a page without scripts, unless they do with another sign.
    isComing = false;
    html.className = "no-js";
    throw error;
  }
  html.className = "js";
  for (const type of SIGNS) removeEventListener(type, look, true);
}

const pause = (/** @type {number} */ time) => new Promise((go) => setTimeout(go, time));

/** Fetch a script without running it, where the browser can. */
function fetchAhead(/** @type {string} */ address) {
  const link = document.createElement("link");
  if (!link.relList.supports("modulepreload")) return undefined;
  return new Promise((go) => {
    const ahead = { rel: "modulepreload", href: at(address), onload: go, onerror: go };
    document.head.append(Object.assign(link, ahead));
  });
}

/** Do what waited for its element. */
async function doNow() {
  while (isDown) await pause(50);
  for (const [to, act] of deeds) {
    if (to.closest(NOT_YET)) continue;
    deeds.delete(to);
    act();
  }
}

function note(/** @type {Event} */ event) {
  const { type, target } = event;
  const host = target instanceof Element && target.closest(NOT_YET);
  if (!host) return;
  const button = type === "click" && target.closest("button");
  if (button) put(button, () => button.click());
  else if (target instanceof HTMLFormElement) put(target, () => target.requestSubmit());
  else if (type === "input" || type === "change") noteField(/** @type {Field} */ (target));
  if (button || type === "submit") {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  // Some come later than the others, such as a message that is unfolded.
  customElements.whenDefined(host.localName).then(doNow);
}

/** @typedef {HTMLInputElement} Field or one of the others: `checked` is a box's alone */
function noteField(/** @type {Field} */ field) {
  const { checked, value, type } = field;
  const isTick = type === "checkbox" || type === "radio";
  put(field, () => {
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

function put(/** @type {Element} */ to, /** @type {() => void} */ act) {
  deeds.delete(to);
  deeds.set(to, act);
}

/** Nothing is kept, or the browser does not say. */
function isNewcomer() {
  try {
    return find("").length === 0;
  } catch {
    return false;
  }
}

for (const type of SIGNS) addEventListener(type, look, true);
for (const type of DEEDS) addEventListener(type, note, true);
for (const type of PRESSES) {
  addEventListener(type, () => (isDown = type === PRESSES[0]), true);
}
if (location.hash || navigator.serviceWorker?.controller || !isNewcomer()) come();
