/**
 * A plan against today and against what has happened since: which steps there are, and how each
 * stands. Pure; the names are turned into words elsewhere.
 *
 * @typedef {import("./dates.js").CivilDate} CivilDate
 * @typedef {import("./follow-up.js").Plan} Plan
 * @typedef {{ kind: "invited" | "no" | "yes" | "not-yet-date" | "not-yet", day: CivilDate }} News
 * @typedef {{ kind: "reached" | "message" | "no-answer", day: CivilDate }} Call
 * @typedef {{ news: News | null, call: Call | null }} Since what has happened since the interview
 * @typedef {{
 *   today: CivilDate, upcoming: boolean, thanked: boolean, settled: boolean, due: CivilDate, late: boolean,
 * }} Moment whether the interview is to come; whether the thank-you was sent, or at least asks for
 *   nothing more; the day until which it was due, and whether that time has passed
 * @typedef {"done" | "now" | "later" | "past"} Status
 * @typedef {{ id: string, from: CivilDate, until: CivilDate | null, status: Status }} Step
 */
import { addDays, weekday } from "./dates.js";
import { isWorkingDay } from "./follow-up.js";

const NOT_YET = ["not-yet-date", "not-yet"];
const MONDAY = 0;
const FRIDAY = 4;

/**
 * Whether the news only say to wait on, so that everything counts again from their day.
 * @template {News} N
 * @param {N | null} news
 * @returns {news is N}
 */
export function isNotYet(news) {
  return news !== null && NOT_YET.includes(news.kind);
}

/**
 * What has ended the waiting: news that decide, or a call that no later news has answered.
 * @returns {News | Call | null}
 */
export function ending(/** @type {Since} */ { news, call }) {
  if (news !== null && !isNotYet(news)) return news;
  return call !== null && (news === null || call.day > news.day) ? call : null;
}

/**
 * The dated steps. News that decide leave no more to wait for: only the thank-you stays.
 * @param {Since & { day: CivilDate }} interview
 * @param {Plan} plan
 * @param {Moment} moment
 * @returns {Step[]}
 */
export function stepsOf(interview, plan, { today, upcoming, thanked, late }) {
  const { day, news } = interview;
  const end = ending(interview);
  /** @type {Step[]} */
  const steps = [];
  const add = (
    /** @type {string} */ id,
    /** @type {CivilDate} */ from,
    /** @type {CivilDate | null} */ until,
    /** @type {Status | null} */ known = null,
  ) => steps.push({ id, from, until, status: known ?? status(from, until, today) });

  if (upcoming) add("prepare", today, day);
  add("thank-you", day, plan.thank_you_by, thanked ? "done" : late ? "past" : null);
  if (end !== null && end === news) return steps;
  if (plan.quiet_until) add("quiet", isNotYet(news) ? news.day : day, plan.quiet_until);
  if (plan.patience) add("patience", ...plan.patience);
  add("call", plan.call_from, null, end && "done");
  return steps;
}

/**
 * What is good to know about a day on which to call, and moves nothing.
 * @param {CivilDate} day
 * @param {string} place
 * @param {import("./follow-up.js").Names} holidays
 * @returns {string[]} names among "bridge", "year-end", "august", "monday", "friday"
 */
export function remarks(day, place, holidays) {
  const [, month, date] = day.split("-").map(Number);
  const isOff = (/** @type {number} */ days) => holidays.has(addDays(day, days));
  const found = {
    bridge:
      isWorkingDay(day, holidays) &&
      ((weekday(day) === FRIDAY && isOff(-1)) || (weekday(day) === MONDAY && isOff(1))),
    "year-end": (month === 12 && date >= 24) || (month === 1 && date === 1),
    august: month === 8 && /^FR\b/.test(place),
    monday: weekday(day) === MONDAY,
    friday: weekday(day) === FRIDAY,
  };
  return Object.entries(found)
    .filter(([, isSo]) => isSo)
    .map(([name]) => name);
}

/** Where a step from one day to another stands on a third. @returns {Status} */
function status(
  /** @type {CivilDate} */ from,
  /** @type {CivilDate | null} */ until,
  /** @type {CivilDate} */ today,
) {
  if (today < from) return "later";
  return until !== null && today > until ? "past" : "now";
}
