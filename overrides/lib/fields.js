/**
 * The fields of the candidate's file: where each is kept, and which values can be read.
 *
 *   <application>:<field>                 one for each application, such as "a1:company"
 *   <application>:i<ordinal>:<field>      one for each of its interviews, such as "a1:i2:day"
 *
 * Some fields form a family: "tick:<item>", "note:<item>"; of a question, what the reader said at
 * the first interview, will say now, and their frame for it, whether it is ready, and how well it
 * went when last said aloud, with the day ("2 2026-11-25"); of a question to ask, whether it is
 * chosen, and the reply; of a debrief, its answers, its ratings, and each line to improve; of a
 * message, what it is built from and asked to say, its subject and its text.
 *
 * @typedef {"application" | "interview"} Per
 * @typedef {{ application: string, interview: number | null, field: string }} Address `interview`
 *   is null for a field of the application, 0 before the reader says which interview it was
 */
import { isReadableDate } from "./dates.js";

const KEY = /^(a[0-9a-z]{1,16}|example):(?:i(\d):)?([^]+)$/;

const text = () => true;
const among =
  (...values) =>
  (value) =>
    values.includes(value);
const matches = (pattern) => (value) => pattern.test(value);
const time = matches(/^([01]\d|2[0-3]):[0-5]\d$/);
const name = matches(/^[\w-]{1,40}$/);
const number = matches(/^\d{1,6}$/);

/** What the employer said about the reply: after the interview, and again with later news. */
const said = (prefix) => ({
  [`${prefix}promise`]: name,
  [`${prefix}promised-day`]: isReadableDate,
  [`${prefix}promised-number`]: matches(/^\d{1,3}$/),
});

/** @type {Record<Per, Record<string, (value: string) => boolean>>} */
const READABLE = {
  application: {
    added: matches(/^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/),
    archived: isReadableDate,
    company: text,
    job: text,
    "my-name": text,
    "message-language": among("fr", "en"),
    "contact-name": text,
    "contact-role": text,
    "contact-phone": text,
    "contact-email": text,
    "contact-kind": among("employer", "agency"),
    interview: matches(/^[1-9]$/),
    place: name,
    "away-weekdays": matches(/^[0-4]( [0-4])*$/),
    "away-periods": (value) => value.split(" ").every(isPeriod),
  },
  interview: {
    day: isReadableDate,
    starts: time,
    ended: time,
    where: text,
    people: text,
    ...said(""),
    news: name,
    "news-day": isReadableDate,
    ...said("news-"),
    call: name,
    "call-day": isReadableDate,
    "seen-said": text,
    "seen-thank-you": isReadableDate,
    "seen-quiet": isReadableDate,
    "seen-call": isReadableDate,
    "calendar-uid": name,
    "calendar-content": name,
    "calendar-sequence": number,
  },
};

const FAMILIES = {
  tick: among("1", "-"),
  note: text,
  answer: text,
  "first-answer": text,
  "star-situation": text,
  "star-task": text,
  "star-action": text,
  "star-result": text,
  ready: among("1"),
  practised: (value) => /^[1-3] /.test(value) && isReadableDate(value.slice(2)),
  "to-ask": among("1"),
  reply: text,
  debrief: text,
  rating: name,
  improve: text,
  improved: among("1"),
  told: text, // what a message is built from
  ask: among("1"), // what the candidate asked a message to say
  subject: text,
  draft: text,
};

/** @returns {Address | null} where a key belongs; null when it is no field of an application */
export function parseKey(/** @type {string} */ key) {
  const [, application, interview, field] = KEY.exec(key) ?? [];
  if (application === undefined) return null;
  return { application, interview: interview === undefined ? null : Number(interview), field };
}

/** @returns {string} the key of an address */
export function keyOf(/** @type {Address} */ { application, interview, field }) {
  return interview === null ? `${application}:${field}` : `${application}:i${interview}:${field}`;
}

/**
 * Whether the guide can make sense of what is kept under a key. What it does not know may come from
 * a later version, and counts as readable: it is kept as it is.
 */
export function isReadable(/** @type {string} */ key, /** @type {string} */ value) {
  const address = parseKey(key);
  if (address === null) return true;
  const { interview, field } = address;
  const [family, id] = field.split(":");
  if (id !== undefined && Object.hasOwn(FAMILIES, family)) return FAMILIES[family](value);
  const known = READABLE[interview === null ? "application" : "interview"];
  return !Object.hasOwn(known, field) || known[field](value);
}

/** Whether a field holds words of the candidate, which no merge may drop. */
export function isWords(/** @type {string} */ key) {
  const [family, id] = parseKey(key)?.field.split(":") ?? [];
  return id !== undefined && Object.hasOwn(FAMILIES, family) && FAMILIES[family] === text;
}

/** "2026-12-21/2027-01-03" */
function isPeriod(value) {
  const [from, until, ...rest] = value.split("/");
  return rest.length === 0 && isReadableDate(from) && isReadableDate(until ?? "") && from <= until;
}
