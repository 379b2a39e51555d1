/**
 * The interview that the reader entered: its fields in the store, its plan, and what it needs.
 * @typedef {{ id: string, reading: string, number: number | null }} Promise_
 * @typedef {{
 *   ordinal: 1 | 2, day: string, promise: Promise_, promised: string | null, number: number | null,
 *   ended: import("./times.js").ClockTime | null, place: string,
 * }} Interview `promised` for the reading "date", `number` for the readings that count
 */
import { civilDateOf } from "./dates.js";
import { isReadableDate } from "./date-input.js";
import { isDelay, plan, promisedDay } from "./follow-up.js";
import { isTicked } from "./ticks.js";
import { clockTime, deadline, instantOf, parseTime } from "./times.js";

const COUNTING = ["days", "weeks", "working-days"];

/** Whether the reader must say how many days, weeks or working days were promised. */
export function asksHowMany(/** @type {Promise_} */ promise) {
  return COUNTING.includes(promise.reading) && promise.number === null;
}

/** Keep an interview whose dates were checked. */
export function keepInterview(store, /** @type {Interview} */ interview) {
  store.nameInterview(interview.ordinal);
  store.set("interview", "day", interview.day);
  store.set("interview", "ended", interview.ended && clockTime(interview.ended));
  store.set("interview", "promise", interview.promise.id);
  store.set("interview", "place", interview.place);
  store.set("interview", "promised-day", interview.promised);
  store.set("interview", "promised-number", interview.number && String(interview.number));
}

/** @returns {Interview | null} what is kept, null when nothing or something unreadable is */
export function keptInterview(store, { promises, holidays: { places } }) {
  const ordinal = store.interview;
  const day = store.get("interview", "day");
  const promise = promises.find((each) => each.id === store.get("interview", "promise"));
  const promised = store.get("interview", "promised-day");
  const number = Number(store.get("interview", "promised-number"));
  const place = store.get("interview", "place") ?? Object.keys(places)[0];
  if (ordinal === null || !promise || !(place in places) || !isReadableDate(day)) return null;
  if (promise.reading === "date" && !(isReadableDate(promised) && promised >= day)) return null;
  if (asksHowMany(promise) && !isDelay(number)) return null;
  const time = parseTime(store.get("interview", "ended") ?? "");
  const ended = time && instantOf(day, time) ? time : null;
  return { ordinal, day, ended, promise, promised, number: number || null, place };
}

/** @returns {string | null} the last day on which the employer said they would reply */
export function promiseOf(/** @type {Interview} */ { day, promise, promised, number }, holidays) {
  return promisedDay(day, promise.reading, promised, promise.number ?? number, holidays);
}

/** @returns {import("./follow-up.js").Plan} */
export function planOf(/** @type {Interview} */ interview, { delays }, holidays) {
  return plan(interview.day, promiseOf(interview, holidays), delays, holidays);
}

/** @returns {Date | null} when the thank-you is due; only its day is known without an end time */
export function thankYouDeadline({ day, ended }, { delays }) {
  return ended && deadline(day, ended, delays.thank_you_days);
}

/** Whether the time for the thank-you has passed at the instant `now`. */
export function isThankYouLate(interview, plan, settings, /** @type {Date} */ now) {
  const due = thankYouDeadline(interview, settings);
  return due === null ? civilDateOf(now) > plan.thank_you_by : now > due;
}

/** Whether the thank-you was sent: ticking its item says so. */
export function isThanked(store, { done_by }) {
  return done_by !== null && isTicked(store, done_by.per, done_by);
}

/**
 * @typedef {{ days: Map<string, string>, first: number, last: number, loaded: boolean }} Holidays
 * @returns {Promise<(place: string, lang: string) => Holidays>} the public holidays of a place, by
 *   day with their names; none when they cannot be loaded
 */
export async function loadHolidays(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    const { names, places, first_year: first, last_year: last } = await response.json();
    return (place, lang) => {
      const column = lang === "fr" ? 0 : 1;
      const days = new Map(places[place].map(([day, name]) => [day, names[name][column]]));
      return { days, first, last, loaded: true };
    };
  } catch {
    return () => ({ days: new Map(), first: 0, last: 0, loaded: false });
  }
}
