/**
 * What an older version of the guide kept, in today's form. Pure and forward only; each step may meet
 * data that it has already moved, since a tab of the older version can still be open and write.
 * @typedef {Map<string, string>} Entries by key without prefix, as in fields.js
 */
import { keyOf, parseKey } from "./fields.js";

const OF_THE_CONTACT = ["place", "away-weekdays", "away-periods"];

/** From each version to the next. @type {Record<number, (entries: Entries) => Entries>} */
const STEPS = { 1: contactOfTheApplication };

export const VERSION = 1 + Object.keys(STEPS).length;

/** @returns {Entries} what a version kept, as this version keeps it */
export function migrated(/** @type {Entries} */ entries, /** @type {number} */ version) {
  let result = entries;
  for (let step = version; step < VERSION; step++) result = STEPS[step](result);
  return result;
}

/**
 * Version 1 kept where the contact works, and when they are away, with each interview: now they
 * belong to the application. The interview that the reader spoke of decides, then the latest.
 */
function contactOfTheApplication(/** @type {Entries} */ entries) {
  const result = new Map(entries);
  const rank = (/** @type {string} */ application, /** @type {number} */ interview) =>
    interview === Number(entries.get(`${application}:interview`)) ? Infinity : interview;
  const found = [...entries]
    .flatMap(([key, value]) => {
      const address = parseKey(key);
      if (address === null || address.interview === null) return [];
      if (!OF_THE_CONTACT.includes(address.field)) return [];
      return [{ key, value, address, rank: rank(address.application, address.interview) }];
    })
    .sort((a, b) => a.rank - b.rank);
  for (const { key, value, address } of found) {
    result.delete(key);
    result.set(keyOf({ ...address, interview: null }), value);
  }
  return result;
}
