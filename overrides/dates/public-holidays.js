/**
 * The public holidays of a place, in the list that macros/public_holidays.py makes.
 *
 * @typedef {import("./dates.js").CivilDate} CivilDate
 * @typedef {[name: number, when: string, reason?: number]} Listed `name` and `reason` are places in
 *   `names` and `notes`
 * @typedef {{ days: Listed[], note?: number, source?: string, checked?: CivilDate }} Place
 * @typedef {{
 *   first_year: number, last_year: number, languages: string[], names: string[][],
 *   notes: string[][], places: Record<string, Place>,
 * }} List names and notes in each of the languages
 * @typedef {{
 *   days: Map<CivilDate, string>, reasons: Map<CivilDate, string>, first: number, last: number,
 *   loaded: boolean, known: boolean, note: string | null, source: string | null,
 *   checked: CivilDate | null,
 * }} Holidays the names of the days off, and why those count that only some keep; what holds for
 *   the whole place, the authority's page and the day on which it was read; `known` when the list
 *   has the place
 */

/** @type {Holidays} */
export const NO_HOLIDAYS = {
  days: new Map(),
  reasons: new Map(),
  first: 0,
  last: 0,
  loaded: false,
  known: true,
  note: null,
  source: null,
  checked: null,
};

/** @returns {Holidays} */
export function holidaysIn(
  /** @type {List} */ { first_year: first, last_year: last, languages, names, notes, places },
  /** @type {string} */ place,
  /** @type {string} */ lang,
) {
  const known = Object.hasOwn(places, place);
  /** @type {Place} */
  const listed = known ? places[place] : { days: [] };
  const { note, source = null, checked = null } = listed;
  const column = languages.indexOf(lang);
  const said = (/** @type {number} */ index) => notes[index][column];
  /** @type {Holidays["days"]} */
  const days = new Map();
  /** @type {Holidays["reasons"]} */
  const reasons = new Map();
  for (const [name, when, reason] of listed.days) {
    for (const day of daysOf(when, first, last)) {
      days.set(day, names[name][column]);
      if (reason !== undefined) reasons.set(day, said(reason));
    }
  }
  return {
    days,
    reasons,
    first,
    last,
    loaded: true,
    known,
    note: note === undefined ? null : said(note),
    source,
    checked,
  };
}

/** The days of "20260403 20270326", or of each year for "1225". */
function daysOf(
  /** @type {string} */ when,
  /** @type {number} */ first,
  /** @type {number} */ last,
) {
  const inTheYear = when.length === 4;
  const all = inTheYear
    ? Array.from({ length: last - first + 1 }, (_, year) => first + year + when)
    : when.split(" ");
  return all.map((day) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`);
}
