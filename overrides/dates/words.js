/**
 * Texts with {names} and dates in words, as the page's language data say; the twin of
 * macros/typography.py. Browsers' own formats differ: « 1 janvier », plain spaces.
 * @typedef {import("./dates.js").CivilDate} CivilDate
 * @typedef {import("./times.js").ClockTime} ClockTime
 * @typedef {{
 *   weekdays: string[], months: string[], first_of_month: string, short_day: string, time: string,
 *   on_the_hour: string,
 * }} Calendar
 */
import { weekday } from "./dates.js";

/** Fill the {names} of a template; a name without a value is a mistake of ours and throws. */
export function fill(
  /** @type {string} */ template,
  /** @type {Record<string, string | number>} */ values,
) {
  return template.replace(/\{([a-z_-]+)\}/g, (_, /** @type {string} */ name) => {
    if (!Object.hasOwn(values, name))
      throw new RangeError(`no value for {${name}} in: ${template}`);
    return String(values[name]);
  });
}

/** French numbers are not parted from what they count: « 3 remarques », « 18 h ». */
export function unparted(/** @type {string} */ text) {
  return text.replace(/(^|[^\d])(\d{1,3}|1er) (?=[a-zà-ÿ€%])/g, "$1$2\u00a0");
}

/** « mardi 8 décembre 2026 », “Tuesday 8 December 2026”, its day never parted from what it belongs to. */
export function dateInWords(/** @type {CivilDate} */ date, /** @type {Calendar} */ calendar) {
  return `${calendar.weekdays[weekday(date)]}\u00a0${dateWithoutWeekday(date, calendar)}`;
}

/** « mardi 8 décembre », its year where it is not today's. */
export function dayInWords(
  /** @type {CivilDate} */ date,
  /** @type {Calendar} */ calendar,
  /** @type {CivilDate} */ today,
) {
  return withYearOfItsOwn(dateInWords(date, calendar), date, today);
}

/** « 8 décembre », its year where it is not today's. */
export function dayAndMonth(
  /** @type {CivilDate} */ date,
  /** @type {Calendar} */ calendar,
  /** @type {CivilDate} */ today,
) {
  return withYearOfItsOwn(dateWithoutWeekday(date, calendar), date, today);
}

function withYearOfItsOwn(
  /** @type {string} */ words,
  /** @type {CivilDate} */ date,
  /** @type {CivilDate} */ today,
) {
  return date.slice(0, 4) === today.slice(0, 4) ? words.slice(0, -5) : words;
}

/** « 8 décembre 2026 », “8 December 2026”. */
export function dateWithoutWeekday(
  /** @type {CivilDate} */ date,
  /** @type {Calendar} */ calendar,
) {
  const [year, month] = date.split("-").map(Number);
  return `${dayOfMonth(date, calendar)}\u00a0${calendar.months[month - 1]} ${year}`;
}

function dayOfMonth(/** @type {CivilDate} */ date, /** @type {Calendar} */ calendar) {
  const day = Number(date.slice(8));
  return day === 1 ? calendar.first_of_month : day;
}

/** « mar. 8 », “Tue 8”. */
export function shortDay(/** @type {CivilDate} */ date, /** @type {Calendar} */ calendar) {
  return fill(calendar.short_day, {
    weekday: calendar.weekdays[weekday(date)].slice(0, 3),
    day: dayOfMonth(date, calendar),
  });
}

/** « 14 h 30 », « 8 h 05 », « 14 h »; “14:30”, “08:05”. */
export function timeInWords(
  /** @type {ClockTime} */ { hours, minutes },
  /** @type {Calendar} */ calendar,
) {
  const template = minutes === 0 ? calendar.on_the_hour : calendar.time;
  return fill(template, { hours, minutes: String(minutes).padStart(2, "0") });
}

/** A date as it is typed: 8/12/2026, day first in both languages. */
export function dateInFigures(/** @type {CivilDate} */ date) {
  const [year, month, day] = date.split("-").map(Number);
  return `${day}/${month}/${year}`;
}
