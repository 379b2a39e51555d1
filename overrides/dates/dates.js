/**
 * Civil dates: ISO strings such as "2026-12-08", without clock or zone. They compare with < and >.
 * @typedef {string} CivilDate
 */

const DAY = 86_400_000;

/** The years in which a date of the guide can lie. */
export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2100;

/** Day 0 is 1970-01-01; built from numbers, since engines parse date strings differently. */
function dayNumber(/** @type {CivilDate} */ date) {
  const [year, month, day] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

/** @returns {CivilDate} */
export function civilDate(
  /** @type {number} */ year,
  /** @type {number} */ month,
  /** @type {number} */ day,
) {
  return [
    String(year).padStart(4, "0"),
    String(month).padStart(2, "0"),
    String(day).padStart(2, "0"),
  ].join("-");
}

/** Whether the calendar has this day: 31 November and 29 February 2027 it has not. */
export function isCivilDate(
  /** @type {number} */ year,
  /** @type {number} */ month,
  /** @type {number} */ day,
) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would take the year 26 for 1926
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Whether a kept value is a civil date that could have been typed.
 * @param {string | null | undefined} date
 * @returns {date is CivilDate}
 */
export function isReadableDate(date) {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date ?? "");
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number);
  return year >= FIRST_YEAR && year <= LAST_YEAR && isCivilDate(year, month, day);
}

/** @returns {CivilDate} the day `days` after `date`, or before it when negative */
export function addDays(/** @type {CivilDate} */ date, /** @type {number} */ days) {
  const moved = new Date((dayNumber(date) + days) * DAY);
  return civilDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** @returns {CivilDate} the last day of the month of `date` */
export function endOfMonth(/** @type {CivilDate} */ date) {
  const [year, month] = date.split("-").map(Number);
  return addDays(month === 12 ? civilDate(year + 1, 1, 1) : civilDate(year, month + 1, 1), -1);
}

/** @returns {number} 0 for Monday to 6 for Sunday */
export function weekday(/** @type {CivilDate} */ date) {
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}

/** @returns {number} days from `from` to `until`, negative when `until` is earlier */
export function daysBetween(/** @type {CivilDate} */ from, /** @type {CivilDate} */ until) {
  return dayNumber(until) - dayNumber(from);
}

/** @returns {CivilDate} the day that the reader's calendar shows at the instant `now` */
export function civilDateOf(/** @type {Date} */ now) {
  return civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
