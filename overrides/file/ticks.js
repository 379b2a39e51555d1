/**
 * How the items of the checklists stand, kept by their ids whatever list or page shows them.
 * @typedef {{ id: string, per: import("./fields.js").Per }} Item
 * @typedef {import("./application.js").Application} Application
 */
import { HELD } from "../writing/held.js";

/** @typedef {"1" | "-" | "0"} State done, not for this reader, or left open whatever they write */
export const DONE = "1";
export const NOT_FOR_ME = "-";
export const OPEN = "0";
const field = (/** @type {string} */ id) => `tick:${id}`;

/** @returns {State | null} null when nothing was said of it */
export function stateOf(/** @type {Application} */ application, /** @type {Item} */ item) {
  const kept = application.get(item.per, field(item.id));
  return kept === DONE || kept === NOT_FOR_ME || kept === OPEN ? kept : null;
}

/** Say how an item stands; null forgets what was said. */
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

/** Whether an item asks for nothing more. */
export function isSettled(/** @type {Application} */ application, /** @type {Item} */ item) {
  return [DONE, NOT_FOR_ME].includes(stateOf(application, item) ?? OPEN);
}

/** How many of some states are done; what is not for this reader is left out of the total. */
export function counted(/** @type {(State | typeof HELD | null)[]} */ states) {
  return {
    done: states.filter((state) => state === DONE || state === HELD).length,
    total: states.filter((state) => state !== NOT_FOR_ME).length,
  };
}

/** How many of some items are ticked. */
export function tally(/** @type {Application} */ application, /** @type {Item[]} */ items) {
  return counted(items.map((item) => stateOf(application, item)));
}
