/**
 * Clock times of the reader's own zone, and the deadline that some hours after one make.
 * @typedef {import("./dates.js").CivilDate} CivilDate
 * @typedef {{ hours: number, minutes: number }} ClockTime
 */
import { addDays, civilDateOf } from "./dates.js";

/** @returns {ClockTime | null} a time as it is kept, 14:30; null when it is none, such as 25:00 */
export function parseTime(/** @type {string} */ kept) {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(kept)?.map(Number) ?? [];
  return hours <= 23 && minutes <= 59 ? { hours, minutes } : null;
}

/** The clock time that the reader's clock shows at an instant. */
export function clockTimeOf(/** @type {Date} */ instant) {
  return { hours: instant.getHours(), minutes: instant.getMinutes() };
}

/** 14:30, as it is kept: two digits each. */
export function clockTime(/** @type {ClockTime} */ { hours, minutes }) {
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** The instant of a day and time here; the earlier one where clocks show it twice, else null. */
export function instantOf(/** @type {CivilDate} */ day, /** @type {ClockTime} */ time) {
  const [year, month, date] = day.split("-").map(Number);
  const instant = new Date(year, month - 1, date, time.hours, time.minutes);
  const exists = instant.getHours() === time.hours && instant.getMinutes() === time.minutes;
  return exists && civilDateOf(instant) === day ? instant : null;
}

/**
 * The earlier of `days` × 24 elapsed hours and the same clock time `days` later, so that nobody is
 * late on a night when clocks change.
 * @returns {Date | null} null when the day has no such time
 */
export function deadline(
  /** @type {CivilDate} */ day,
  /** @type {ClockTime} */ time,
  /** @type {number} */ days,
) {
  const end = instantOf(day, time);
  if (end === null) return null;
  const elapsed = new Date(end.getTime() + days * 24 * 3_600_000);
  const sameTime = instantOf(addDays(day, days), time);
  return sameTime !== null && sameTime < elapsed ? sameTime : elapsed;
}
