/**
 * The interview of an application and what has happened since, as the file keeps them.
 *
 * @typedef {import("../dates/dates.js").CivilDate} CivilDate
 * @typedef {import("../dates/interview.js").Promise_} Promise_
 * @typedef {import("../dates/interview.js").Said} Said
 * @typedef {import("../dates/interview.js").News} News
 * @typedef {import("./application.js").Application} Application
 * @typedef {import("../dates/interview.js").Interview & { application: Application }} KeptInterview
 * @typedef {(name: string) => string | null} Field what is kept in a field
 */
import { asksHowMany } from "../dates/interview.js";
import { isReadableDate } from "../dates/dates.js";
import { isDelay, isNeverThere } from "../dates/follow-up.js";
import { instantOf, parseTime } from "../dates/times.js";
import { INTERVIEWS } from "./fields.js";
import { isSettled, isTicked } from "./ticks.js";

const NEWS = /** @type {const} */ (["invited", "no", "yes", "not-yet-date", "not-yet"]);
const CALLS = /** @type {const} */ (["reached", "message", "no-answer"]);

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
  application.nameInterview(Math.min((application.interview ?? 0) + 1, INTERVIEWS.length));
  keepFields(application, fields);
}

/**
 * @param {Application} application
 * @param {{ promises: Promise_[], without_place: string,
 *   done_by: import("./ticks.js").Item | null }} settings `done_by` is the item that is ticked once the
 *   thank-you was sent
 * @returns {KeptInterview | null} what is kept, null when nothing or something unreadable is
 */
export function keptInterview(application, { promises, without_place, done_by }) {
  /** @type {Field} */
  const field = (name) => application.get("interview", name);
  const ordinal = application.interview;
  const day = field("day");
  const place = application.get("application", "place") ?? without_place;
  if (ordinal === null || !isReadableDate(day)) return null;
  const time = (/** @type {string} */ name) => {
    const parsed = parseTime(field(name) ?? "");
    return parsed && instantOf(day, parsed) ? parsed : null;
  };
  return {
    application,
    ordinal,
    day,
    place,
    through: application.get("application", "contact-kind") === "agency" ? "agency" : "employer",
    starts: time("starts"),
    ended: time("ended"),
    where: field("where") ?? "",
    people: field("people") ?? "",
    said: keptWord(field, "", day, promises),
    away: keptAbsence((name) => application.get("application", name)),
    news: keptNews(field, day, promises),
    call: keptEvent(field, "call", CALLS, day),
    thanked: done_by !== null && isTicked(application, done_by),
    settled: done_by !== null && isSettled(application, done_by),
  };
}

/** @returns {Said | null} what the employer said on a day, in the fields with a prefix */
function keptWord(
  /** @type {Field} */ field,
  /** @type {"" | "news-"} */ prefix,
  /** @type {CivilDate} */ day,
  /** @type {Promise_[]} */ promises,
) {
  const promise = promises.find((each) => each.id === field(`${prefix}promise`));
  const promised = field(`${prefix}promised-day`);
  const number = Number(field(`${prefix}promised-number`));
  if (!promise) return null;
  if (promise.reading === "date" && !(isReadableDate(promised) && promised >= day)) return null;
  if (asksHowMany(promise) && !isDelay(number)) return null;
  return { promise, promised, number: number || null };
}

/** @returns {News | null} */
function keptNews(
  /** @type {Field} */ field,
  /** @type {CivilDate} */ day,
  /** @type {Promise_[]} */ promises,
) {
  const news = keptEvent(field, "news", NEWS, day);
  if (news === null) return null;
  const said = news.kind === "not-yet-date" ? keptWord(field, "news-", news.day, promises) : null;
  return news.kind === "not-yet-date" && said === null ? null : { ...news, said };
}

/**
 * @template {string} Kind
 * @param {Field} field
 * @param {"news" | "call"} name
 * @param {readonly Kind[]} kinds
 * @param {CivilDate} since
 * @returns {{ kind: Kind, day: CivilDate } | null}
 */
function keptEvent(field, name, kinds, since) {
  const kept = field(name);
  const kind = kinds.find((each) => each === kept);
  const day = field(`${name}-day`);
  return kind !== undefined && isReadableDate(day) && day >= since ? { kind, day } : null;
}

/** Weekdays are kept as "0 4", periods as ISO 8601 intervals: "2026-12-21/2027-01-03 …". */
function keptAbsence(/** @type {Field} */ field) {
  const words = (/** @type {string} */ name) => (field(name) ?? "").split(" ");
  const weekdays = words("away-weekdays")
    .filter((each) => /^[0-4]$/.test(each))
    .map(Number);
  return {
    weekdays: isNeverThere(weekdays) ? [] : weekdays,
    periods: words("away-periods").flatMap(periodIn),
  };
}

/** @returns {[CivilDate, CivilDate][]} the period that a word is, or none */
function periodIn(/** @type {string} */ word) {
  const [from, until] = word.split("/");
  return isReadableDate(from) && isReadableDate(until) && from <= until ? [[from, until]] : [];
}
