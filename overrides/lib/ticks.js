/**
 * Ticks of checklist items, kept by item id whatever list or page shows them.
 * @typedef {{ id: string, formerly: string[] }} Item
 */

const TICKED = "1";
const field = (id) => `tick:${id}`;

/** Whether an item is ticked, under its id or under one that it had before. */
export function isTicked(store, per, /** @type {Item} */ item) {
  return [item.id, ...item.formerly].some((id) => store.get(per, field(id)) === TICKED);
}

/** Tick an item, or untick it under every id that it had. */
export function tick(store, per, /** @type {Item} */ item, ticked) {
  if (ticked) store.set(per, field(item.id), TICKED);
  else for (const id of [item.id, ...item.formerly]) store.set(per, field(id), null);
}

/** How many of some items are ticked. */
export function tally(store, per, /** @type {Item[]} */ items) {
  return { done: items.filter((item) => isTicked(store, per, item)).length, total: items.length };
}
