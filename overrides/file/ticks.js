/**
 * How the items of the checklists stand, kept by their ids whatever list or page shows them.
 * @typedef {{ id: string, per: import("./fields.js").Per }} Item
 * @typedef {import("./application.js").Application} Application
 */

/** @typedef {"1" | "-"} State done, or not for this reader */
export const DONE = "1";
export const NOT_FOR_ME = "-";
const field = (/** @type {string} */ id) => `tick:${id}`;

/** @returns {State | null} null when it is open */
export function stateOf(/** @type {Application} */ application, /** @type {Item} */ item) {
  const kept = application.get(item.per, field(item.id));
  return kept === DONE || kept === NOT_FOR_ME ? kept : null;
}

/** Say how an item stands; null opens it again. */
export function setState(
  /** @type {Application} */ application,
  /** @type {Item} */ item,
  /** @type {State | null} */ state,
) {
  application.set(item.per, field(item.id), state);
}

export function isTicked(/** @type {Application} */ application, /** @type {Item} */ item) {
  return stateOf(application, item) === DONE;
}

/** How many of some items are done; what is not for this reader is left out of the total. */
export function tally(/** @type {Application} */ application, /** @type {Item[]} */ items) {
  const states = items.map((item) => stateOf(application, item));
  return {
    done: states.filter((state) => state === DONE).length,
    total: states.filter((state) => state !== NOT_FOR_ME).length,
  };
}
