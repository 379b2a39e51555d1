/**
 * What the reader presses stays under the pointer. Leaving a field makes the page say something, and
 * that comes between the two halves of a press: what is shown meanwhile waits until the press is over
 * and has done what it does.
 */

/** After a touch, fields are left only at the mousedown that browsers make of it. */
const BEGINS = ["pointerdown", "mousedown"];
const ENDS = ["pointerup", "pointercancel", "mouseup", "dragend"];
/**
 * The list of a select, the menu of the right button and another window swallow the end of a press:
 * these tell that it is over, as long after as a hand may be in letting go.
 */
const LATER = ["contextmenu", "keydown", "input", "blur", "pointermove"];
const LETTING_GO = 300; // milliseconds
/**
 * A second press as soon and as near as this is meant for what was there at the first: whoever presses
 * twice what is pressed once must not press what came in its place. Not so once the reader has gone on.
 */
const AGAIN = { milliseconds: 500, pixels: 10 };
const PRESSED = "a, button, label, summary, [type=checkbox], [type=radio]";
const GOES_ON = ["keydown", "beforeinput", "scroll"];

let isDown = false;
let presses = 0;
/** @type {{ x: number, y: number, time: number, scrolled: number, control: Element | null }} */
let last = { x: 0, y: 0, time: -Infinity, scrolled: 0, control: null };
let isForAnother = false;
let ownY = -1;
/** @type {(() => void)[]} */
const waiting = [];

/** A page in the background has no frames. */
export function afterNextFrame(/** @type {() => void} */ act) {
  if (document.hidden) setTimeout(act);
  else requestAnimationFrame(() => setTimeout(act));
}

/** Do what moves things on the page: now, or once nothing is being pressed. */
export function whenStill(/** @type {() => void} */ act) {
  if (isDown) waiting.push(act);
  else act();
}

/** What was waited for may arrive while something is being pressed. */
export const still = () => new Promise((/** @type {(_: void) => void} */ go) => whenStill(go));

function begin() {
  isDown = true;
  presses += 1;
}

function end() {
  const ended = presses;
  if (isDown) afterNextFrame(() => ended === presses && release());
}

function endLater(/** @type {Event & { buttons?: number }} */ { type, target, buttons }) {
  if (!isDown || (type === "blur" && target !== window) || (type === "pointermove" && buttons))
    return;
  const ended = presses;
  setTimeout(() => ended === presses && end(), LETTING_GO);
}

/** What the press does is shown at once; what waited for it comes after that, one by one. */
function release() {
  isDown = false;
  for (const act of waiting.splice(0)) setTimeout(() => whenStill(act));
}

function look(/** @type {PointerEvent} */ { target, clientX: x, clientY: y, timeStamp: time }) {
  const control = target instanceof Element ? target.closest(PRESSED) : null;
  const { scrollY: scrolled } = window;
  // Browsers tell of scrolling at the next frame only.
  if (scrolled !== last.scrolled && scrolled !== ownY) last.control = null;
  const isNear = Math.abs(x - last.x) < AGAIN.pixels && Math.abs(y - last.y) < AGAIN.pixels;
  const isAgain = isNear && time - last.time < AGAIN.milliseconds;
  isForAnother = isAgain && last.control !== null && control !== last.control;
  last = { x, y, time, scrolled, control: isForAnother ? last.control : control };
}

function goOn(/** @type {Event} */ { type }) {
  if (type !== "scroll" || window.scrollY !== ownY) last.control = null;
}

/** Scroll the page for the reader, who has not gone on by it. */
export function scrollPage(/** @type {number} */ top) {
  window.scrollBy({ top, behavior: "instant" });
  ownY = window.scrollY;
}

for (const type of BEGINS) window.addEventListener(type, begin, true);
for (const type of ENDS) window.addEventListener(type, end, true);
for (const type of LATER) window.addEventListener(type, endLater, true);
window.addEventListener("pointerdown", look, true);
for (const type of GOES_ON) window.addEventListener(type, goOn, true);
window.addEventListener(
  "click",
  (event) => {
    release();
    if (!isForAnother || event.detail === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);
