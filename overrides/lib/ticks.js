/**
 * How the items of the checklists stand, kept by their ids whatever list or page shows them.
 * @typedef {{ id: string, formerly: string[], per: import("./fields.js").Per }} Item
 * @typedef {import("./store.js").Application} Application
 */

export const DONE = "1";
export const NOT_FOR_ME = "-";
const field = (id) => `tick:${id}`;

/** @returns {"1" | "-" | null} done, not for this reader, or open; by its id or one it had before */
export function stateOf(/** @type {Application} */ application, /** @type {Item} */ item) {
  for (const id of [item.id, ...item.formerly]) {
    const kept = application.get(item.per, field(id));
    if (kept === DONE || kept === NOT_FOR_ME) return kept;
  }
  return null;
}

/** Say how an item stands; null opens it again, under every id that it had. */
export function setState(/** @type {Application} */ application, /** @type {Item} */ item, state) {
  application.set(item.per, field(item.id), state);
  if (state === null) for (const id of item.formerly) application.set(item.per, field(id), null);
}

export function isTicked(application, /** @type {Item} */ item) {
  return stateOf(application, item) === DONE;
}

/** How many of some items are done; what is not for this reader is left out of the total. */
export function tally(application, /** @type {Item[]} */ items) {
  const states = items.map((item) => stateOf(application, item));
  return {
    done: states.filter((state) => state === DONE).length,
    total: states.filter((state) => state !== NOT_FOR_ME).length,
  };
}
