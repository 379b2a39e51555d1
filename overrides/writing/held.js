/**
 * Which points of the article are done by what the reader has written: a list shows them as such, and
 * keeps nothing of it.
 * @typedef {"1" | "-" | "0"} Said what the reader said of an item by hand: done, not for them, open
 */

/** How an item is shown that nobody ticked, and that is done all the same. */
export const HELD = "held";

/** @returns {string[]} the points of what is written */
export function heldBy(/** @type {{ points: string[], isWritten: boolean }[]} */ parts) {
  return [...new Set(parts.flatMap(({ points, isWritten }) => (isWritten ? points : [])))];
}

/**
 * What a message and its length hold; nothing as long as it is the same for everybody.
 * @param {Pick<ReturnType<typeof import("./review.js").adviceOn>, "elements" | "length">} advice
 * @param {{ elements: { id: string, points: string[] }[] }} message
 * @param {{ words: { points: string[] } }} rules
 */
export function heldByMessage({ elements, length }, message, { words }) {
  const states = new Map(elements.map(({ id, state }) => [id, state]));
  return heldBy([
    ...message.elements.map(({ id, points }) => ({
      points,
      isWritten: states.get(id) === "present",
    })),
    { points: words.points, isWritten: length === "right" },
  ]);
}

/** How an item is shown: what the reader said of it by hand wins for good. */
export function shownAs(/** @type {Said | null} */ said, /** @type {boolean} */ isHeld) {
  return said ?? (isHeld ? HELD : null);
}
