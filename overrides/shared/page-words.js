/** What the build wrote into the page for its scripts: language, words, and what its tools need. */
import { page as settings } from "./page-data.js";
import { dateInWords, fill, timeInWords, unparted } from "../dates/words.js";

export { settings };

/** A word of the interface, such as "keep-health.never", its {names} filled. */
export function word(/** @type {string} */ name, values = {}) {
  if (!Object.hasOwn(settings.words, name)) throw new RangeError(`no word ${name} on this page`);
  const text = fill(settings.words[name], values);
  return settings.lang === "fr" ? unparted(text) : text;
}

/** A civil date in the words of the page's language. */
export function inWords(/** @type {import("../dates/dates.js").CivilDate} */ date) {
  return dateInWords(date, settings.calendar);
}

/** A clock time in the words of the page's language. */
export function timeWords(/** @type {import("../dates/times.js").ClockTime} */ time) {
  return timeInWords(time, settings.calendar);
}
