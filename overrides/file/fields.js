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
import { isReadableDate } from "../dates/dates.js";

// What is set aside (store.js) is of no application, though its key begins like one.
const KEY = /^(?!aside:)(a[0-9a-z]{1,16}|example):(?:i(\d):)?([^]+)$/;

/** The interviews that an application can have: in a key, one figure names them. */
export const INTERVIEWS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Where is kept what the reader gave before they said which interview it was. */
export const UNNAMED = 0;
/** The application made up to show how the guide is used. */
export const EXAMPLE = "example";

/** @typedef {(value: string) => boolean} Test */
/** @type {Test} */
const text = () => true;
/** @returns {Test} */
const among =
  (/** @type {string[]} */ ...values) =>
  (value) =>
    values.includes(value);
/** @returns {Test} */
const matches = (/** @type {RegExp} */ pattern) => (value) => pattern.test(value);
const time = matches(/^([01]\d|2[0-3]):[0-5]\d$/);
const name = matches(/^[\w-]{1,40}$/);
const number = matches(/^\d{1,6}$/);

/** What the employer said about the reply: after the interview, and again with later news. */
const said = (/** @type {"" | "news-"} */ prefix) => ({
  [`${prefix}promise`]: name,
  [`${prefix}promised-day`]: isReadableDate,
  [`${prefix}promised-number`]: matches(/^\d{1,3}$/),
});

/** @type {Record<Per, Record<string, Test>>} */
const READABLE = {
  application: {
    added: matches(/^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/),
    archived: isReadableDate,
    company: text,
    job: text,
    "my-name": text,
    "my-phone": text,
    "message-language": matches(/^[a-z]{2}$/),
    "contact-name": text,
    "contact-role": text,
    "contact-phone": text,
    "contact-email": text,
    "contact-kind": among("employer", "agency"),
    interview: (value) => ordinalIn(value) !== null,
    place: name,
    "usual-in-calendar": among("1"),
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

/**
 * @typedef {{
 *   holds: Test, ids: string[], perList?: true, inOneLine?: true,
 * }} Family `ids` are the kinds of docs/data/register.yml that its members are named after, none where
 *   the code or the browser names them; what is `perList` is kept with the application or with the
 *   interview as the list of its item says
 * @type {Record<string, Family>}
 */
export const FAMILIES = {
  tick: { holds: among("1", "-", "0"), ids: ["items", "closing_steps", "tasks"], perList: true },
  note: { holds: text, ids: ["items"], perList: true },
  answer: { holds: text, ids: ["questions"] },
  "first-answer": { holds: text, ids: ["questions"] },
  "star-situation": { holds: text, ids: ["questions"] },
  "star-task": { holds: text, ids: ["questions"] },
  "star-action": { holds: text, ids: ["questions"] },
  "star-result": { holds: text, ids: ["questions"] },
  ready: { holds: among("1"), ids: ["questions"] },
  practised: {
    holds: (value) => /^[1-3] /.test(value) && isReadableDate(value.slice(2)),
    ids: ["questions"],
  },
  "to-ask": { holds: among("1"), ids: ["questions_to_ask"] },
  reply: { holds: text, ids: ["questions_to_ask"] },
  debrief: { holds: text, ids: ["debrief_questions"] },
  rating: { holds: name, ids: ["debrief_ratings"] },
  improve: { holds: text, ids: [] },
  improved: { holds: among("1"), ids: [] },
  // What a message is built from, and what the candidate asked it to say.
  told: { holds: text, ids: ["message_names"], inOneLine: true },
  ask: { holds: among("1"), ids: ["message_choices"] },
  subject: { holds: text, ids: ["messages"], inOneLine: true },
  draft: { holds: text, ids: ["messages"] },
};

/**
 * Where a value is an id itself: its kind, by the field or by the family.
 * @type {Record<string, string>}
 */
export const IDS_KEPT = {
  promise: "promises",
  "news-promise": "promises",
  place: "places",
  rating: "debrief_scale",
};

/** @returns {number | null} the interview that a kept figure names */
export function ordinalIn(/** @type {string | null | undefined} */ kept) {
  return INTERVIEWS.find((ordinal) => String(ordinal) === kept) ?? null;
}

/** @returns {{ family: string, id: string } | null} null for a field that stands alone */
export function memberOf(/** @type {string} */ field) {
  const [family] = field.split(":", 1);
  const id = field.slice(family.length + 1);
  return id !== "" && Object.hasOwn(FAMILIES, family) ? { family, id } : null;
}

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
  const member = memberOf(field);
  if (member !== null) return FAMILIES[member.family].holds(value);
  const known = READABLE[interview === null ? "application" : "interview"];
  return !Object.hasOwn(known, field) || known[field](value);
}

/** Whether a field holds words of the candidate, which no merge may drop. */
export function isWords(/** @type {string} */ key) {
  const member = memberOf(parseKey(key)?.field ?? "");
  return member !== null && FAMILIES[member.family].holds === text;
}

/** Whether the reader gave it: not what the guide notes for itself, nor what shows an example. */
export function isOwn(/** @type {string} */ key) {
  const address = parseKey(key);
  if (address === null || address.application === EXAMPLE) return false;
  return !/^(added|seen-|calendar-)/.test(address.field);
}

/** Whether the reader gave it, and with more than a tick. */
export function isTyped(/** @type {string} */ key) {
  const address = parseKey(key);
  if (address === null || !isOwn(key)) return false;
  const { field } = address;
  const member = memberOf(field);
  if (member !== null) return FAMILIES[member.family].holds === text;
  return field !== "interview" && field !== "archived";
}

/** Both of two texts for one field: one alone where it holds the other already. */
export function bothTexts(
  /** @type {string} */ key,
  /** @type {string} */ one,
  /** @type {string} */ other,
) {
  if (one.includes(other)) return one;
  if (other.includes(one)) return other;
  return one + between(key) + other;
}

/** What stands between two texts of one field; a field of one line would swallow a new line. */
export function between(/** @type {string} */ key) {
  const member = memberOf(parseKey(key)?.field ?? "");
  return member !== null && FAMILIES[member.family].inOneLine ? ", " : "\n\n";
}

/** "2026-12-21/2027-01-03" */
function isPeriod(/** @type {string} */ value) {
  const [from, until, ...rest] = value.split("/");
  return rest.length === 0 && isReadableDate(from) && isReadableDate(until) && from <= until;
}
