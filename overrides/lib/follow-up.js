/**
 * The dates of the plan: pure rules, civil dates in and out, nothing read and no clock.
 * The twin of macros/follow_up.py; both run tests/vectors/follow-up.json.
 */
import { addDays, endOfMonth, weekday } from "./dates.js";

/**
 * @typedef {import("./dates.js").CivilDate} CivilDate
 * @typedef {{ thank_you_days: number, quiet_weeks: number, call_days: number }} Delays
 * @typedef {{ day: CivilDate, holiday: string | null }} Skipped
 * @typedef {{
 *   thank_you_by: CivilDate,
 *   promised: CivilDate | null,
 *   quiet_until: CivilDate,
 *   patience: [CivilDate, CivilDate] | null,
 *   call_from: CivilDate,
 *   skipped: Skipped[],
 * }} Plan
 */

const FRIDAY = 4;
const SATURDAY = 5;
const SUNDAY = 6;
const LONGEST_DELAY = 365;

/**
 * @param {CivilDate} interview
 * @param {"nothing" | "date" | "friday-this-week" | "friday-next-week" | "end-of-month" |
 *   "days" | "weeks" | "working-days"} reading
 * @param {CivilDate | null} promised the day itself, for the reading "date"
 * @param {number | null} number how many days, weeks or working days from the day after
 * @param {Map<CivilDate, string>} holidays for the reading "working-days"
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
    case "friday-this-week":
      return addDays(interview, (FRIDAY - weekday(interview) + 7) % 7);
    case "friday-next-week":
      return addDays(sunday(interview), FRIDAY + 1);
    case "end-of-month":
      return endOfMonth(interview);
    case "days":
      return addDays(interview, checkedDelay(number));
    case "weeks":
      return addDays(interview, 7 * checkedDelay(number));
    case "working-days": {
      let day = interview;
      for (let left = checkedDelay(number); left > 0; left--) {
        day = nextWorkingDay(addDays(day, 1), holidays);
      }
      return day;
    }
    default:
      throw new RangeError(`unknown reading: ${reading}`);
  }
}

/**
 * @param {CivilDate} interview
 * @param {CivilDate | null} promised
 * @param {Delays} delays
 * @param {Map<CivilDate, string>} holidays public holidays at the employer's place
 * @returns {Plan}
 */
export function plan(interview, promised, delays, holidays) {
  let quietUntil, earliest;
  if (promised === null) {
    quietUntil = addDays(sunday(interview), 7 * (delays.quiet_weeks - 1));
    earliest = addDays(interview, delays.call_days);
    if (earliest <= quietUntil) earliest = addDays(quietUntil, 1);
  } else {
    quietUntil = promised;
    earliest = addDays(promised, 1);
  }
  const callFrom = nextWorkingDay(earliest, holidays);
  const skipped = [];
  for (let day = earliest; day < callFrom; day = addDays(day, 1)) {
    skipped.push({ day, holiday: holidays.get(day) ?? null });
  }
  const patience = [addDays(quietUntil, 1), addDays(callFrom, -1)];
  return {
    thank_you_by: addDays(interview, delays.thank_you_days),
    promised,
    quiet_until: quietUntil,
    patience: patience[0] <= patience[1] ? patience : null,
    call_from: callFrom,
    skipped,
  };
}

/** Whether a day is Monday to Friday and no public holiday (« jour ouvré »). */
export function isWorkingDay(day, holidays) {
  return weekday(day) < SATURDAY && !holidays.has(day);
}

/** @returns {CivilDate} `day` itself if it is a working day, else the first one after it */
export function nextWorkingDay(day, holidays) {
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}

/**
 * What to do on a day, as the name of a sentence and the dates it needs.
 * @param {CivilDate} interview
 * @param {Plan} plan
 * @param {CivilDate} today
 * @param {{ thanked: boolean, late: boolean }} email whether it was sent, or its time has passed
 * @param {Map<CivilDate, string>} holidays
 * @returns {{ say: string, dates: Record<string, CivilDate> }}
 */
export function advice(interview, plan, today, { thanked, late }, holidays) {
  if (today < interview) return { say: "before-interview", dates: { interview } };
  if (today >= plan.call_from) {
    const next = nextWorkingDay(today, holidays);
    return next === today
      ? { say: "call-today", dates: {} }
      : { say: "call-next", dates: { next } };
  }
  const call = plan.call_from;
  if (thanked) return { say: "wait", dates: { call } };
  if (late) return { say: "thank-late", dates: { call } };
  return { say: "thank", dates: { by: plan.thank_you_by, call } };
}

/** @returns {"later" | "now" | "past"} where a step from one day to another stands on a third */
export function status(from, until, today) {
  if (today < from) return "later";
  return until !== null && today > until ? "past" : "now";
}

/** Whether a delay can be meant: a whole number from 1 to 365. */
export function isDelay(number) {
  return Number.isInteger(number) && number >= 1 && number <= LONGEST_DELAY;
}

function checkedDelay(number) {
  if (!isDelay(number)) throw new RangeError(`a number from 1 to 365 is needed, not ${number}`);
  return number;
}

function sunday(day) {
  return addDays(day, SUNDAY - weekday(day));
}
