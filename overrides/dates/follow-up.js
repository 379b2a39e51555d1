/**
 * The dates of the plan: pure rules, civil dates in and out, nothing read and no clock.
 * The twin of macros/follow_up.py; both run tests/vectors/follow-up.json.
 */
import { addDays, endOfMonth, weekday } from "./dates.js";

/**
 * @typedef {import("./dates.js").CivilDate} CivilDate
 * @typedef {{
 *   thank_you_days: number, quiet_weeks: number, call_days: number, promise_days: number,
 * }} Delays `promise_days` are counted from the last day of a promise; where no week is quiet, as
 *   through a recruitment agency, a promise is a day that was agreed
 * @typedef {{ weekdays: number[], periods: [CivilDate, CivilDate][] }} Absence weekdays from 0 for
 *   Monday; periods with their first and last day
 * @typedef {Map<CivilDate, string>} Names of the public holidays of a place
 * @typedef {string} Reading one of those that docs/data/follow-up.yml explains
 * @typedef {{ day: CivilDate, holiday: string | null, away: boolean }} Skipped
 * @typedef {{
 *   thank_you_by: CivilDate,
 *   promised: CivilDate | null,
 *   quiet_until: CivilDate | null,
 *   patience: [CivilDate, CivilDate] | null,
 *   call_from: CivilDate,
 *   skipped: Skipped[],
 * }} Plan
 */

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const NAMED = /^(?:(\w+day)-(this-week|next-week|week-after-next)|until-(\d\d-\d\d))$/;
const FRIDAY = 4;
const SATURDAY = 5;
const SUNDAY = 6;
const LONGEST_DELAY = 365;
/** @type {Absence} */
const NEVER = { weekdays: [], periods: [] };

/**
 * @param {CivilDate} interview
 * @param {Reading} reading
 * @param {CivilDate | null} promised the day itself, for the reading "date"
 * @param {number | null} number how many days, weeks or working days from the day after
 * @param {Names} holidays for the reading "working-days"
 * @returns {CivilDate | null} the last day on which the employer said they would reply
 * @throws {RangeError} the reading wants a date on or after the interview, or a number from 1 to
 *   365, and has none
 */
export function promisedDay(
  interview,
  reading,
  promised = null,
  number = null,
  holidays = new Map(),
) {
  switch (reading) {
    case "nothing":
      return null;
    case "date":
      if (promised === null || promised < interview) {
        throw new RangeError(`a promised date on or after ${interview} is needed, not ${promised}`);
      }
      return promised;
    case "end-of-month":
      return endOfMonth(interview);
    case "end-of-next-month":
      return endOfMonth(addDays(endOfMonth(interview), 1));
    case "days":
      return addDays(interview, checkedDelay(number));
    case "weeks":
      return addDays(interview, 7 * checkedDelay(number));
    case "working-days":
      return workingDaysAfter(interview, checkedDelay(number), holidays);
    default:
      return namedDay(interview, reading);
  }
}

/** @returns {CivilDate} */
export function workingDaysAfter(
  /** @type {CivilDate} */ day,
  /** @type {number} */ number,
  /** @type {Names} */ holidays,
) {
  for (let left = number; left > 0; left--) day = nextDayToCall(addDays(day, 1), holidays);
  return day;
}

/** The weekday or the day of the year that a reading names, on or after the interview. */
function namedDay(/** @type {CivilDate} */ interview, /** @type {Reading} */ reading) {
  const [, name, week, yearly] = NAMED.exec(reading) ?? [];
  if (yearly) {
    const year = Number(interview.slice(0, 4));
    const day = `${year}-${yearly}`;
    return day >= interview ? day : `${year + 1}-${yearly}`;
  }
  const day = WEEKDAYS.indexOf(name);
  if (day < 0) throw new RangeError(`unknown reading: ${reading}`);
  if (week === "this-week") return addDays(interview, (day - weekday(interview) + 7) % 7);
  return addDays(sunday(interview), day + (week === "next-week" ? 1 : 8));
}

/**
 * @param {CivilDate} interview
 * @param {CivilDate | null} promised
 * @param {Delays} delays
 * @param {Names} holidays public holidays at the employer's place
 * @param {Absence} away of the person to call
 * @param {CivilDate} countedFrom the day of a later « not yet »: all but the thank-you counts from it
 * @returns {Plan}
 * @throws {RangeError} the contact is away on all five weekdays, so that no call is ever possible
 */
export function plan(interview, promised, delays, holidays, away = NEVER, countedFrom = interview) {
  let quietUntil, earliest;
  if (promised === null) {
    quietUntil = addDays(sunday(countedFrom), 7 * (delays.quiet_weeks - 1));
    earliest = addDays(countedFrom, delays.call_days);
    if (earliest <= quietUntil) earliest = addDays(quietUntil, 1);
  } else {
    quietUntil = promised;
    earliest = addDays(promised, delays.promise_days);
  }
  const callFrom = nextDayToCall(earliest, holidays, away);
  /** @type {Skipped[]} */
  const skipped = [];
  for (let day = earliest; day < callFrom; day = addDays(day, 1)) {
    const holiday = holidays.get(day) ?? null;
    skipped.push({ day, holiday, away: isWorkingDay(day, holidays) });
  }
  const isQuiet = delays.quiet_weeks > 0;
  /** @type {[CivilDate, CivilDate]} */
  const patience = [addDays(quietUntil, 1), addDays(callFrom, -1)];
  return {
    thank_you_by: addDays(interview, delays.thank_you_days),
    promised,
    quiet_until: isQuiet ? quietUntil : null,
    patience: isQuiet && patience[0] <= patience[1] ? patience : null,
    call_from: callFrom,
    skipped,
  };
}

/** Whether a day is Monday to Friday and no public holiday (« jour ouvré »). */
export function isWorkingDay(/** @type {CivilDate} */ day, /** @type {Names} */ holidays) {
  return weekday(day) < SATURDAY && !holidays.has(day);
}

/** Whether the contact is away on all five weekdays, so that no call is ever possible. */
export function isNeverThere(/** @type {number[]} */ weekdays) {
  return [0, 1, 2, 3, FRIDAY].every((day) => weekdays.includes(day));
}

/** Whether the contact is away on a day. */
export function isAway(/** @type {CivilDate} */ day, /** @type {Absence} */ { weekdays, periods }) {
  return (
    weekdays.includes(weekday(day)) || periods.some(([from, until]) => from <= day && day <= until)
  );
}

/** @returns {CivilDate} `day` if it is a working day and the contact is there, else the first after */
export function nextDayToCall(
  /** @type {CivilDate} */ day,
  /** @type {Names} */ holidays,
  away = NEVER,
) {
  if (isNeverThere(away.weekdays)) throw new RangeError("the contact must be there on a weekday");
  while (!isWorkingDay(day, holidays) || isAway(day, away)) day = addDays(day, 1);
  return day;
}

/**
 * Whether a delay can be meant: a whole number from 1 to 365.
 * @param {number | null} number
 * @returns {number is number}
 */
export function isDelay(number) {
  return number !== null && Number.isInteger(number) && number >= 1 && number <= LONGEST_DELAY;
}

function checkedDelay(/** @type {number | null} */ number) {
  if (!isDelay(number)) throw new RangeError(`a number from 1 to 365 is needed, not ${number}`);
  return number;
}

function sunday(/** @type {CivilDate} */ day) {
  return addDays(day, SUNDAY - weekday(day));
}
