/**
 * The plan as a calendar file (iCalendar, RFC 5545). Without METHOD a calendar takes it for events of
 * its owner, not for an invitation; without a name of its own Outlook puts the events among the
 * others, instead of in a new calendar at each import.
 */
import { addDays } from "./dates.js";

/**
 * @typedef {import("./dates.js").CivilDate} CivilDate
 * @typedef {{
 *   uid: string,
 *   sequence: number,
 *   title: string,
 *   description: string,
 *   alarm: number | null,
 * }} Told `alarm` in minutes from the start (midnight or the deadline), negative before it
 * @typedef {Told & { from: CivilDate, until: CivilDate }} AllDayEvent `until` is its last day
 * @typedef {Told & { due: Date }} DeadlineEvent
 * @typedef {AllDayEvent | DeadlineEvent} CalendarEvent
 */

const LONGEST_LINE = 75;

/**
 * @param {CalendarEvent[]} events
 * @param {{ stamp: Date, product: string }} made when, and by what: "-//Second entretien//FR"
 * @throws {RangeError} no events, which RFC 5545 does not allow, or a Date that is none
 */
export function calendarFile(events, { stamp, product }) {
  if (events.length === 0) throw new RangeError("a calendar file needs an event");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${escaped(product)}`,
    "CALSCALE:GREGORIAN",
    ...events.flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(/** @type {CalendarEvent} */ event, /** @type {Date} */ stamp) {
  const title = escaped(event.title);
  const description = escaped(event.description);
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    `SEQUENCE:${event.sequence}`,
    ...when(event),
    `SUMMARY:${title}`,
    ...(description === "" ? [] : [`DESCRIPTION:${description}`]),
    "TRANSP:TRANSPARENT",
    ...(event.alarm === null ? [] : alarmLines(event.alarm, title)),
    "END:VEVENT",
  ];
}

/** RFC 5545, 3.6.1: DTEND is the first moment after; an instant without it ends as it starts. */
function when(/** @type {CalendarEvent} */ event) {
  if ("due" in event) return [`DTSTART:${utc(event.due)}`];
  return [
    `DTSTART;VALUE=DATE:${basic(event.from)}`,
    `DTEND;VALUE=DATE:${basic(addDays(event.until, 1))}`,
  ];
}

function alarmLines(/** @type {number} */ minutes, /** @type {string} */ title) {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:${duration(minutes)}`,
    `DESCRIPTION:${title}`,
    "END:VALARM",
  ];
}

/** 20261208, from 2026-12-08. */
function basic(/** @type {CivilDate} */ date) {
  return date.replaceAll("-", "");
}

/** 20261208T103000Z */
function utc(/** @type {Date} */ instant) {
  return instant.toISOString().replace(/[-:]|\.\d+/g, "");
}

/** PT9H, -PT2H, PT0H30M */
function duration(/** @type {number} */ minutes) {
  const length = Math.abs(minutes);
  const rest = length % 60 === 0 ? "" : `${length % 60}M`;
  return `${minutes < 0 ? "-" : ""}PT${Math.trunc(length / 60)}H${rest}`;
}

/**
 * A text as a value, without what UTF-8 cannot carry (lone surrogates), RFC 5545 forbids (controls
 * but the tab) or XML, in which calendar servers answer, forbids or advises against (noncharacters,
 * the controls from U+0080).
 */
function escaped(/** @type {string} */ text) {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|[\r\n\u2028\u2029]/g, "\\n")
    .replace(/(?!\t)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, "");
}

/**
 * Folded at 75 octets of UTF-8, the space that begins a continuation included. Code points stay
 * whole, and so do escapes: Outlook shows those that a fold parts (collective/icalendar#87).
 */
function folded(/** @type {string} */ line) {
  const encoder = new TextEncoder();
  let result = "";
  let length = 0;
  for (const [piece] of line.matchAll(/\\?./gsu)) {
    const octets = encoder.encode(piece).length;
    if (length + octets > LONGEST_LINE) {
      result += "\r\n ";
      length = 1;
    }
    result += piece;
    length += octets;
  }
  return result;
}
