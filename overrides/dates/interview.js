/**
 * The interview of an application and what has happened since: its fields in the store, its plan,
 * and what it needs.
 *
 * @typedef {{ id: string, reading: string, number: number | null }} Promise_
 * @typedef {{ promise: Promise_, promised: string | null, number: number | null }} Said `promised`
 *   for the reading "date", `number` for the readings that count
 * @typedef {import("../file/store.js").Application} Application
 * @typedef {{
 *   application: Application, ordinal: number, day: string, said: Said | null, place: string,
 *   starts: import("./times.js").ClockTime | null, ended: import("./times.js").ClockTime | null,
 *   where: string, people: string, away: import("./follow-up.js").Absence,
 *   news: { kind: string, day: string, said: Said | null } | null,
 *   call: { kind: string, day: string } | null,
 * }} Interview `said` is null as long as the reader has not told what was said
 */
import { civilDateOf, isReadableDate } from "./dates.js";
import { isDelay, isNeverThere, plan, promisedDay } from "./follow-up.js";
import { isNotYet } from "./steps.js";
import { isTicked, stateOf } from "../file/ticks.js";
import { deadline, instantOf, parseTime } from "./times.js";

const COUNTING = ["days", "weeks", "working-days"];
const NEWS = ["invited", "no", "yes", "not-yet-date", "not-yet"];
const CALLS = ["reached", "message", "no-answer"];
const NOON = 12;
const LAST_INTERVIEW = 9; // as far as the store counts

/** Whether the reader must say how many days, weeks or working days were promised. */
export function asksHowMany(/** @type {Promise_} */ promise) {
  return COUNTING.includes(promise.reading) && promise.number === null;
}

/** Keep fields of the interview that the reader speaks of; null forgets one. */
export function keepFields(
  /** @type {Application} */ application,
  /** @type {Record<string, string | null>} */ fields,
) {
  for (const [field, value] of Object.entries(fields)) application.set("interview", field, value);
}

/** Keep that the reader was invited, and speak of the next interview from now on if its day is known. */
export function openNextInterview(
  /** @type {Application} */ application,
  /** @type {Record<string, string | null>} */ fields,
) {
  if (fields.day === null) return;
  application.nameInterview(Math.min(application.interview + 1, LAST_INTERVIEW));
  keepFields(application, fields);
}

/** @returns {Interview | null} what is kept, null when nothing or something unreadable is */
export function keptInterview(
  /** @type {Application} */ application,
  { promises, holidays: { without_place } },
) {
  const field = (name) => application.get("interview", name);
  const ordinal = application.interview;
  const day = field("day");
  const place = application.get("application", "place") ?? without_place;
  if (ordinal === null || !isReadableDate(day)) return null;
  const time = (name) => {
    const parsed = parseTime(field(name) ?? "");
    return parsed && instantOf(day, parsed) ? parsed : null;
  };
  return {
    application,
    ordinal,
    day,
    place,
    starts: time("starts"),
    ended: time("ended"),
    where: field("where") ?? "",
    people: field("people") ?? "",
    said: keptWord(field, "", day, promises),
    away: keptAbsence((name) => application.get("application", name)),
    news: keptNews(field, day, promises),
    call: keptEvent(field, "call", CALLS, day),
  };
}

/** @returns {Said | null} what the employer said on a day, in the fields with a prefix */
function keptWord(field, prefix, day, promises) {
  const promise = promises.find((each) => each.id === field(`${prefix}promise`));
  const promised = field(`${prefix}promised-day`);
  const number = Number(field(`${prefix}promised-number`));
  if (!promise) return null;
  if (promise.reading === "date" && !(isReadableDate(promised) && promised >= day)) return null;
  if (asksHowMany(promise) && !isDelay(number)) return null;
  return { promise, promised, number: number || null };
}

function keptNews(field, day, promises) {
  const news = keptEvent(field, "news", NEWS, day);
  if (news === null) return null;
  const said = news.kind === "not-yet-date" ? keptWord(field, "news-", news.day, promises) : null;
  return news.kind === "not-yet-date" && said === null ? null : { ...news, said };
}

function keptEvent(field, name, kinds, since) {
  const kind = field(name);
  const day = field(`${name}-day`);
  return kinds.includes(kind) && isReadableDate(day) && day >= since ? { kind, day } : null;
}

/** Weekdays are kept as "0 4", periods as ISO 8601 intervals: "2026-12-21/2027-01-03 …". */
function keptAbsence(field) {
  const words = (name) => (field(name) ?? "").split(" ");
  const weekdays = words("away-weekdays")
    .filter((each) => /^[0-4]$/.test(each))
    .map(Number);
  const periods = words("away-periods").map((each) => each.split("/"));
  return {
    weekdays: isNeverThere(weekdays) ? [] : weekdays,
    periods: periods.filter(
      ([from, until]) => isReadableDate(from) && isReadableDate(until) && from <= until,
    ),
  };
}

/** @returns {string | null} the last day on which the employer said they would reply */
export function promiseOf(/** @type {string} */ day, /** @type {Said | null} */ said, holidays) {
  if (said === null) return null;
  const { promise, promised, number } = said;
  return promisedDay(day, promise.reading, promised, promise.number ?? number, holidays);
}

/** @returns {import("./follow-up.js").Plan} */
export function planOf(/** @type {Interview} */ interview, { delays }, holidays) {
  const { day, said, news, away } = interview;
  const again = isNotYet(news) ? news : null;
  const from = again?.day ?? day;
  const promised = promiseOf(from, again ? again.said : said, holidays);
  return plan(day, promised, delays, holidays, away, from);
}

/** @returns {Date | null} when the thank-you is due; only its day is known without an end time */
export function thankYouDeadline({ day, ended }, { delays }) {
  return ended && deadline(day, ended, delays.thank_you_days);
}

/**
 * From when on its day an interview counts as held. Without an hour, what was said tells that it is
 * over; where even that is unknown it may be to come all morning.
 */
function heldFrom({ day, starts, ended, said, news }) {
  const hours = said === null && news === null ? NOON : 0;
  return instantOf(day, starts ?? ended ?? { hours, minutes: 0 });
}

/** @returns {import("./steps.js").Moment} where the reader stands at the instant `now` */
export function momentOf(interview, plan, settings, /** @type {Date} */ now) {
  const { done_by } = settings;
  const today = civilDateOf(now);
  const due = thankYouDeadline(interview, settings);
  const { application } = interview;
  return {
    today,
    upcoming: today < interview.day || (today === interview.day && now < heldFrom(interview)),
    thanked: done_by !== null && isTicked(application, done_by),
    settled: done_by !== null && stateOf(application, done_by) !== null,
    due: due === null ? plan.thank_you_by : civilDateOf(due),
    late: due === null ? today > plan.thank_you_by : now > due,
  };
}

/**
 * @typedef {{
 *   days: Map<string, string>, reasons: Map<string, string>, first: number, last: number,
 *   loaded: boolean, known: boolean, note: string | null, source: string | null,
 *   checked: string | null,
 * }} Holidays the names of the days off, and why those count that only some keep; what holds for
 *   the whole place, the authority's page and the day on which it was read; `known` when the list
 *   has the place
 * @returns {Promise<(place: string, lang: string) => Holidays>} the public holidays of a place; none
 *   when they cannot be loaded
 */
export async function loadHolidays(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    const all = await response.json();
    return (place, lang) => holidaysIn(all, place, lang === "fr" ? 0 : 1);
  } catch {
    return () => NO_HOLIDAYS;
  }
}

const NO_HOLIDAYS = {
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

function holidaysIn({ first_year: first, last_year: last, names, notes, places }, place, column) {
  const known = Object.hasOwn(places, place);
  const {
    days: listed,
    note,
    source = null,
    checked = null,
  } = known ? places[place] : { days: [] };
  const said = (index) => notes[index]?.[column] ?? null;
  const [days, reasons] = [new Map(), new Map()];
  for (const [name, when, reason] of listed) {
    for (const day of daysOf(when, first, last)) {
      days.set(day, names[name][column]);
      if (reason !== undefined) reasons.set(day, said(reason));
    }
  }
  return { days, reasons, first, last, loaded: true, known, note: said(note), source, checked };
}

/** The days of "20260403 20270326", or of each year for "1225". */
function daysOf(/** @type {string} */ when, first, last) {
  const inTheYear = when.length === 4;
  const all = inTheYear
    ? Array.from({ length: last - first + 1 }, (_, year) => first + year + when)
    : when.split(" ");
  return all.map((day) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`);
}
