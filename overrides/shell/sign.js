// Stands at the end of each page of the finished site. What a page runs comes at once where something
// is kept for it to show, where the address asks for a part of the page, and where the worker has it
// already; else with the reader's first sign: who only reads fetches none of it. What is pressed until
// it is there is done then, so that nothing of it is lost.
import { find } from "./kept-early.js";

const SIGNS = ["pointermove", "pointerdown", "scroll", "keydown", "focusin", "click"];
/** Begins a press, and ends one: the list of a select swallows the end that others have. */
const PRESSES = ["pointerdown", "pointerup", "pointercancel", "keydown", "change"];
export const NOT_YET = ":not(:defined)";
const { body, documentElement: html } = document;
const { shell, settings, tools } = /** @type {Record<string, string | undefined>} */ (
  /** @type {HTMLElement} */ (document.querySelector("script[data-shell]")).dataset
);
const addresses = [shell, settings, tools].flatMap((each) =>
  each ? new URL(each, document.baseURI).href : [],
);
/** What is to be done, by what it was done to. @type {Map<Element, () => void>} */
const deeds = new Map();
let isComing = false;
let isThere = false;
let isDown = false;

/** Browsers tell of a pointer that lies still, and rows of the page scroll by themselves. */
function look(/** @type {Event} */ event) {
  const { type, target } = event;
  const isStill = event instanceof MouseEvent && !event.movementX && !event.movementY;
  if (type === "scroll" ? target !== document : type === "pointermove" && isStill) return;
  // The first key of the page's own: those after it are meant for what it does.
  if (event instanceof KeyboardEvent && target === body && !deeds.has(body)) {
    doLater(body, () => body.dispatchEvent(new KeyboardEvent(type, event)));
  }
  come();
}

async function come() {
  if (isComing) return;
  isComing = true;
  try {
    await Promise.all(addresses.map(fetchAhead));
    // Nothing moves between press and release.
    while (isDown) await pause(50);
    for (const each of addresses) await import(each);
  } catch (error) {
    // A page whose scripts do not arrive is a page without, unless they do with another sign.
    isComing = false;
    html.className = "no-js";
    throw error;
  }
  html.className = "js";
  isThere = true;
  for (const type of SIGNS) removeEventListener(type, look, true);
  doNow();
}

const pause = (/** @type {number} */ time) => new Promise((go) => setTimeout(go, time));

/** Fetch a script without running it, where the browser can. */
function fetchAhead(/** @type {string} */ href) {
  const link = document.createElement("link");
  if (!link.relList.supports("modulepreload")) return undefined;
  return new Promise((go) => {
    const ahead = { rel: "modulepreload", href, onload: go, onerror: go };
    document.head.append(Object.assign(link, ahead));
  });
}

/** Do something once what it is done to is there, in place of what was to be done to it before. */
export function doLater(/** @type {Element} */ to, /** @type {() => void} */ act) {
  deeds.delete(to);
  deeds.set(to, act);
  // Some come later than the others, such as a message that is unfolded.
  const host = to.closest(NOT_YET);
  if (host) customElements.whenDefined(host.localName).then(doNow);
}

async function doNow() {
  while (isDown) await pause(50);
  for (const [to, act] of deeds) {
    if (!isThere || to.closest(NOT_YET)) continue;
    deeds.delete(to);
    act();
  }
}

function press(/** @type {Event} */ event) {
  const button = event.target instanceof Element && event.target.closest("button");
  if (!button || (isThere && !button.closest(NOT_YET))) return;
  doLater(button, () => button.click());
  event.preventDefault();
  event.stopImmediatePropagation();
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
addEventListener("click", press, true);
for (const type of PRESSES) {
  addEventListener(type, () => (isDown = type === PRESSES[0]), true);
}
if (location.hash || navigator.serviceWorker?.controller || !isNewcomer()) come();
