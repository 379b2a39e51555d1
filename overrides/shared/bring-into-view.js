/** Where the answer to a press is, and that the reader sees it. */
import { afterNextFrame, scrollPage, whenStill } from "./press.js";
import { say } from "./say.js";

// Pixels: the room left around an answer, and what counts as its first line.
const GAP = 12;
const LINE = 32;

/**
 * Bring the first line of an answer into the window, below the header, and all of it where there is
 * room; what is seen already stays where it is.
 */
export function bringIntoView(/** @type {Element} */ answer) {
  // Whatever else the press changes on the page comes first.
  afterNextFrame(() => afterNextFrame(() => whenStill(() => show(answer))));
}

/** Bring an answer into view, and the focus to it. */
export function leadTo(/** @type {HTMLElement} */ answer, seen = answer) {
  answer.focus({ preventScroll: true });
  bringIntoView(seen);
}

/** Say what a press has done, where it is seen. */
export function answer(/** @type {Element} */ place, /** @type {string} */ text) {
  say(place, text);
  bringIntoView(place);
}

function show(/** @type {Element} */ answer) {
  const part = nearestShown(answer);
  if (part === null) return;
  const { top, bottom } = part.getBoundingClientRect();
  const least = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  // The keyboard of a phone covers the window without making it smaller.
  const { offsetTop = 0, height = innerHeight } = window.visualViewport ?? {};
  const most = Math.min(topOfBar(), offsetTop + height);
  if (top >= least && Math.min(bottom, top + LINE) <= most) return;
  const isAbove = top < least;
  const [toTop, toBottom] = [top - least - GAP, bottom + GAP - most];
  scrollPage(isAbove ? toTop : Math.min(toTop, toBottom));
}

/** On a phone the doors stand over the end of what the window shows. */
function topOfBar() {
  const bar = document.querySelector("[data-doors]:not([data-away])");
  const { top, bottom } = bar?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  return bottom >= innerHeight && top > 0 ? Math.min(top, innerHeight) : innerHeight;
}

/** What stands in a closed part is where that part is. */
function nearestShown(/** @type {Element | null} */ part) {
  while (part && part.getClientRects().length === 0) part = part.parentElement;
  return part;
}

/** Change what stands above the text, and leave the text where it is in the window. */
export function besideTheText(/** @type {() => void} */ act) {
  const title = document.querySelector("main h1");
  const top = () => title?.getBoundingClientRect().top ?? 0;
  const before = top();
  act();
  const moved = top() - before;
  if (moved) scrollPage(moved);
}
