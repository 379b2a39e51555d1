/**
 * Clock times as people type them, in either language.
 * @typedef {import("./times.js").ClockTime} ClockTime
 * @typedef {import("./typed.js").Names} Names
 * @typedef {{ time: ClockTime } | { times: ClockTime[] } | { problem: "missing" | "not-a-time" }} Reading
 */
import { apart, inFigures, plain, plainNames } from "./typed.js";

const NOON = 12 * 60;
const DAY = 24 * 60;
/** « 2:30 » may be in the night or in the afternoon; from seven on it is office hours. */
const LAST_UNSURE_HOUR = 6;

/** @returns {Reading} 14:30, 14 h 30, 14 heures 30, 2:30 pm, midi, half past two */
export function parseTypedTime(/** @type {string} */ typed, /** @type {Names} */ names) {
  const { numbers, clock, minutes, morning, afternoon, hours, beside_times } = plainNames(names);
  let text = plain(typed).replace(/(\d| )([ap])\.? ?m\b/g, "$1$2m");
  if (text === "") return { problem: "missing" };
  text = ` ${inFigures(apart(text), numbers)} `;
  /** Whether one of some phrases stands there; it is taken out, for what it stands for. */
  const take = (/** @type {string[]} */ phrases, put = "") => {
    const phrase = phrases.find((each) => text.includes(` ${each} `));
    if (phrase) text = text.replace(` ${phrase} `, ` ${put} `);
    return phrase;
  };
  const half = take(morning) ? "morning" : take(afternoon) ? "afternoon" : null;
  const named = Object.keys(clock).sort((a, b) => b.length - a.length);
  const isNamed = named.find((each) => text.includes(` ${each} `));
  if (isNamed) take([isNamed], clock[isNamed]);
  const more = minutes[take(Object.keys(minutes)) ?? ""] ?? 0;
  take(hours, "h");
  take(beside_times);
  const match = /^(\d\d?)(?: ?([h:.]) ?(\d\d)?(?: ?(?:h|m|mn|min))?)?$/.exec(
    text.trim().replace(/ +/g, " "),
  );
  if (match === null) return { problem: "not-a-time" };
  const [, , sign, typedMinute] = match;
  const [hour, minute] = [Number(match[1]), Number(typedMinute ?? 0)];
  const isTime = sign === "h" || typedMinute !== undefined || more !== 0 || half !== null;
  const isPossible = hour <= 23 && minute <= 59 && !(more && typedMinute);
  const isOfHalf = half === null || (hour >= 1 && hour <= 12);
  if (!isTime || !isPossible || !isOfHalf) return { problem: "not-a-time" };
  const typedTime = hour * 60 + minute + more;
  if (half) return { time: clockTimeOf((typedTime % NOON) + (half === "morning" ? 0 : NOON)) };
  const isUnsure = !isNamed && hour >= 1 && hour <= LAST_UNSURE_HOUR;
  return isUnsure
    ? { times: [clockTimeOf(typedTime), clockTimeOf(typedTime + NOON)] }
    : { time: clockTimeOf(typedTime) };
}

/** @returns {ClockTime} */
function clockTimeOf(/** @type {number} */ minutes) {
  const ofDay = (minutes + DAY) % DAY;
  return { hours: Math.floor(ofDay / 60), minutes: ofDay % 60 };
}
