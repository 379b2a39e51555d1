/**
 * The interview that the reader entered: its fields in the store, its plan, and what it needs.
 * @typedef {{ ordinal: 1 | 2, day: string, promise: string, promised: string | null }} Interview
 */
import { plan, promisedDay } from "./follow-up.js";
import { isTicked } from "./ticks.js";

const FIELDS = { day: "day", promise: "promise", promised: "promised-day" };

/** Keep an interview whose dates were checked. */
export function keepInterview(store, /** @type {Interview} */ interview) {
  store.nameInterview(interview.ordinal);
  for (const [name, field] of Object.entries(FIELDS))
    store.set("interview", field, interview[name]);
}

/** @returns {Interview | null} what is kept, null when nothing or something unreadable is */
export function keptInterview(store, promises) {
  const [day, promise, promised] = Object.values(FIELDS).map((field) =>
    store.get("interview", field),
  );
  const reading = promises.find((each) => each.id === promise)?.reading;
  const readable = (date) => /^20[2-9]\d-\d\d-\d\d$|^2100-\d\d-\d\d$/.test(date ?? "");
  if (store.interview === null || !reading || !readable(day)) return null;
  if (reading === "date" && !(readable(promised) && promised >= day)) return null;
  return { ordinal: store.interview, day, promise, promised };
}

/** @returns {import("./follow-up.js").Plan} */
export function planOf(/** @type {Interview} */ interview, { promises, delays }, holidays) {
  const { reading } = promises.find((each) => each.id === interview.promise);
  const promised = promisedDay(interview.day, reading, interview.promised);
  return plan(interview.day, promised, delays, holidays);
}

/** Whether the thank-you was sent: ticking its item says so. */
export function isThanked(store, { done_by }) {
  return done_by !== null && isTicked(store, done_by.per, done_by);
}

/**
 * @typedef {{ days: Map<string, string>, first: number, last: number, loaded: boolean }} Holidays
 * @returns {Promise<Holidays>} the public holidays of a place, none when they cannot be loaded
 */
export async function loadHolidays(url, place, lang) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    const { names, places, first_year: first, last_year: last } = await response.json();
    const column = lang === "fr" ? 0 : 1;
    const days = new Map(places[place].map(([day, name]) => [day, names[name][column]]));
    return { days, first, last, loaded: true };
  } catch {
    return { days: new Map(), first: 0, last: 0, loaded: false };
  }
}
