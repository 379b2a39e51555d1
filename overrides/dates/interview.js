/**
 * An interview and what has happened since: its plan, and where it stands on a day. Pure; file/ reads
 * it from what is kept.
 *
 * @typedef {import("./dates.js").CivilDate} CivilDate
 * @typedef {import("./follow-up.js").Absence} Absence
 * @typedef {import("./follow-up.js").Delays} Delays
 * @typedef {import("./follow-up.js").Names} Names
 * @typedef {import("./times.js").ClockTime} ClockTime
 * @typedef {import("./steps.js").Moment} Moment
 * @typedef {{ id: string, reading: import("./follow-up.js").Reading, number: number | null }} Promise_
 * @typedef {{ promise: Promise_, promised: CivilDate | null, number: number | null }} Said `promised`
 *   for the reading "date", `number` for the readings that count
 * @typedef {import("./steps.js").News & { said: Said | null }} News
 * @typedef {"employer" | "agency"} Through who speaks for the employer
 * @typedef {{ delays: Record<Through, Delays> }} Settings
 * @typedef {{
 *   day: CivilDate, through: Through, said: Said | null, away: Absence, news: News | null,
 * }} Told what a plan is made of; `said` is null as long as the reader has not told what was said
 * @typedef {Told & {
 *   ordinal: number, place: string, starts: ClockTime | null, ended: ClockTime | null,
 *   where: string, people: string, call: import("./steps.js").Call | null,
 *   thanked: boolean, settled: boolean,
 * }} Interview whether its thank-you was sent, or at least asks for nothing more
 */
import { civilDateOf } from "./dates.js";
import { plan, promisedDay } from "./follow-up.js";
import { isNotYet } from "./steps.js";
import { deadline, instantOf } from "./times.js";

const COUNTING = ["days", "weeks", "working-days"];
const NOON = 12;

/** Whether the reader must say how many days, weeks or working days were promised. */
export function asksHowMany(/** @type {Promise_} */ promise) {
  return COUNTING.includes(promise.reading) && promise.number === null;
}

/** @returns {CivilDate | null} the last day on which the employer said they would reply */
export function promiseOf(
  /** @type {CivilDate} */ day,
  /** @type {Said | null} */ said,
  /** @type {Names} */ holidays,
) {
  if (said === null) return null;
  const { promise, promised, number } = said;
  return promisedDay(day, promise.reading, promised, promise.number ?? number, holidays);
}

/** @returns {import("./follow-up.js").Plan} */
export function planOf(
  /** @type {Told} */ { day, through, said, news, away },
  /** @type {Settings} */ { delays },
  /** @type {Names} */ holidays,
) {
  const again = isNotYet(news) ? news : null;
  const from = again?.day ?? day;
  const promised = promiseOf(from, again ? again.said : said, holidays);
  return plan(day, promised, delays[through], holidays, away, from);
}

/**
 * @returns {Date | null} when the thank-you is due; only its day is known without an end time, or
 *   where it is the same day
 */
export function thankYouDeadline(
  /** @type {Pick<Interview, "day" | "ended" | "through">} */ { day, ended, through },
  /** @type {Settings} */ { delays },
) {
  const { thank_you_days: days } = delays[through];
  return days === 0 ? null : ended && deadline(day, ended, days);
}

/**
 * From when on its day an interview counts as held. Without an hour, what was said tells that it is
 * over; where even that is unknown it may be to come all morning. Null where clocks skip the hour.
 */
function heldFrom(/** @type {Interview} */ { day, starts, ended, said, news }) {
  const hours = said === null && news === null ? NOON : 0;
  return instantOf(day, starts ?? ended ?? { hours, minutes: 0 });
}

/** @returns {Moment} where the reader stands at the instant `now` */
export function momentOf(
  /** @type {Interview} */ interview,
  /** @type {import("./follow-up.js").Plan} */ plan,
  /** @type {Settings} */ settings,
  /** @type {Date} */ now,
) {
  const today = civilDateOf(now);
  const due = thankYouDeadline(interview, settings);
  const { day, thanked, settled } = interview;
  const held = heldFrom(interview);
  return {
    today,
    upcoming: today < day || (today === day && held !== null && now < held),
    thanked,
    settled,
    due: due === null ? plan.thank_you_by : civilDateOf(due),
    late: due === null ? today > plan.thank_you_by : now > due,
  };
}
