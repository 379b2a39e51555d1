/**
 * Dates as people type them, in either language, read against today.
 * @typedef {"missing" | "not-a-date" | "no-such-day" | "two-digit-year" | "out-of-range"} Problem
 * @typedef {"day" | "month" | "either"} Order what comes first of « 8/12 »
 * @typedef {"past" | "future"} Side where a weekday alone is looked for
 * @typedef {import("./dates.js").CivilDate} CivilDate
 * @typedef {import("./typed.js").Names} Names
 * @typedef {{ date: CivilDate, whole: boolean }} Dated `whole` when nothing of it was guessed
 * @typedef {{ problem: Problem }} Refused
 * @typedef {Dated | { dates: CivilDate[], weekday?: number } | Refused} Reading one date; several, to
 *   be asked about, `weekday` when the one typed is not theirs; or why there is none
 */
import {
  addDays,
  civilDate,
  daysBetween,
  FIRST_YEAR,
  isCivilDate,
  isReadableDate,
  LAST_YEAR,
  weekday,
} from "./dates.js";
import { apart, inFigures, plain, plainNames } from "./typed.js";

/**
 * What comes in which order, by what the parts are: n a number, y a year, m the name of a month.
 * @type {Record<string, string>}
 */
const NAMED = { nmy: "dmy", nmn: "dmy", mny: "mdy", mnn: "mdy", ymn: "ymd", nm: "dm", mn: "md" };
const SHORTEST = 3;
const HALF_A_YEAR = 183;
const MOST_YEARS = 8; // from one 29 February to the next

/**
 * @param {string} typed
 * @param {CivilDate} today
 * @param {Names} names
 * @param {{ order?: Order, side?: Side }} where
 * @returns {Reading}
 */
export function parseDate(typed, today, names, { order = "day", side = "past" } = {}) {
  const words = plainNames(names);
  const text = plain(typed);
  if (text === "") return { problem: "missing" };
  const named = nearDay(text, today, words, side);
  if (named) return named;
  const parts = partsOf(text, words);
  const found = readings(parts, today, words, order);
  if (found.some(isDated)) return one(found);
  const at = parts.findIndex((part) => begun(part, words.weekdays).length > 0);
  if (at < 0) return one(found);
  const [day] = begun(parts[at], words.weekdays);
  const others = parts.filter((_, index) => index !== at);
  const near = others.length === 1 ? nearest(Number(others[0]), day, today) : undefined;
  if (near) return { date: near, whole: false };
  return one(readings(others, today, words, order), day);
}

/**
 * « hier », « lundi », « lundi dernier »
 * @param {string} text
 * @param {CivilDate} today
 * @param {Names} words
 * @param {Side} side
 * @returns {Reading | null} null when it is none of them
 */
function nearDay(text, today, words, side) {
  const { relative_days, weekdays, last, next, this: now, beside_dates } = words;
  const glued = text.replaceAll(" ", "");
  for (const [word, days] of Object.entries(relative_days)) {
    if (glued === word.replaceAll(" ", "")) return { date: addDays(today, days), whole: true };
  }
  const said = text.split(/[ .,]+/).filter((word) => !beside_dates.includes(word));
  const at = said.findIndex((word) => begun(word, weekdays).length > 0);
  if (at < 0 || said.length > 2) return null;
  const [day] = begun(said[at], weekdays);
  const gap = day - weekday(today);
  const inWeek = (/** @type {number} */ weeks) => addDays(today, gap + 7 * weeks);
  const before = inWeek(gap < 0 ? 0 : -1);
  const after = inWeek(gap > 0 ? 0 : 1);
  const nearest = side === "past" ? before : after;
  const beside = said[1 - at];
  if (beside === undefined) return asked(gap === 0 ? [today, nearest] : [nearest]);
  if (now.includes(beside)) return asked(gap === 0 ? [today] : [nearest, inWeek(0)]);
  if (last.includes(beside)) return asked([before, inWeek(-1)]);
  return next.includes(beside) ? asked([after, inWeek(1)]) : null;
}

/** « mardi 24 »: the day nearest to today that is both. @returns {CivilDate | undefined} */
function nearest(
  /** @type {number} */ number,
  /** @type {number} */ day,
  /** @type {CivilDate} */ today,
) {
  return Array.from({ length: 2 * HALF_A_YEAR }, (_, index) => addDays(today, index - HALF_A_YEAR))
    .filter((date) => weekday(date) === day && Number(date.slice(8)) === number)
    .sort((a, b) => distance(a, today) - distance(b, today))[0];
}

/** The parts of a date in their order, without what says nothing; an empty one is a mistake. */
function partsOf(
  /** @type {string} */ text,
  /** @type {Names} */ { months, beside_dates, ordinals, numbers, this: now },
) {
  const idle = [...beside_dates, ...now];
  return apart(text.replace(/([a-z])\./g, "$1 ").replaceAll(",", " "))
    .trim()
    .split(/ *[/.-] *| +/)
    .filter((part) => !idle.includes(part))
    .filter((part, index, all) => !(ordinals.includes(part) && /^\d/.test(all[index - 1])))
    .map((part) => (begun(part, months).length ? part : inFigures(part, numbers)));
}

/** @returns {(Dated | Refused)[]} each way to read the parts */
function readings(
  /** @type {string[]} */ parts,
  /** @type {CivilDate} */ today,
  /** @type {Names} */ { months },
  /** @type {Order} */ order,
) {
  const kind = (/** @type {string} */ part) =>
    /^\d\d?$/.test(part)
      ? "n"
      : /^\d{3,4}$/.test(part)
        ? "y"
        : begun(part, months).length
          ? "m"
          : "?";
  const ways = waysOf(parts.map(kind).join(""), parts.map(Number), order);
  if (ways.length === 0) return [{ problem: "not-a-date" }];
  return ways.flatMap((way) => {
    const [day, month, year] = ["d", "m", "y"].map((letter) => parts[way.indexOf(letter)]);
    const numbers = /\d/.test(month) ? [Number(month) - 1] : begun(month, months);
    return numbers.map((number) => dated(year, number + 1, Number(day), today));
  });
}

/** @returns {string[]} */
function waysOf(
  /** @type {string} */ shape,
  /** @type {number[]} */ [first, second],
  /** @type {Order} */ order,
) {
  if (shape === "ynn") return ["ymd"];
  if (!/^nn[ny]?$/.test(shape)) return Object.hasOwn(NAMED, shape) ? [NAMED[shape]] : [];
  const decided = first > 12 ? "day" : second > 12 ? "month" : order;
  const ways = { day: ["dm"], month: ["md"], either: ["dm", "md"] }[decided];
  return ways.map((way) => (shape.length > 2 ? `${way}y` : way));
}

/** @returns {Dated | Refused} */
function dated(
  /** @type {string | undefined} */ year,
  /** @type {number} */ month,
  /** @type {number} */ day,
  /** @type {CivilDate} */ today,
) {
  const now = Number(today.slice(0, 4));
  if (year === undefined) {
    const [nearest] = aroundYear(now, MOST_YEARS)
      .filter((each) => isCivilDate(each, month, day))
      .map((each) => civilDate(each, month, day))
      .sort((a, b) => distance(a, today) - distance(b, today));
    return nearest ? { date: nearest, whole: false } : { problem: "no-such-day" };
  }
  if (year.length === 1) return { problem: "two-digit-year" };
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (!isCivilDate(full, month, day)) return { problem: "no-such-day" };
  if (full < FIRST_YEAR || full > LAST_YEAR) return { problem: "out-of-range" };
  const date = civilDate(full, month, day);
  if (year.length > 2) return { date, whole: true };
  const [first, last] = [now - 2, now + 2].map((each) => `${each}${today.slice(4)}`);
  return first <= date && date <= last ? { date, whole: false } : { problem: "two-digit-year" };
}

/** @returns {Reading} of the ways to read a date, those on the weekday that was typed too */
function one(/** @type {(Dated | Refused)[]} */ found, /** @type {number | null} */ day = null) {
  const dates = found.filter(isDated);
  if (dates.length === 0) return found[0];
  const right = day === null ? dates : dates.filter(({ date }) => weekday(date) === day);
  if (right.length === 1) return right[0];
  if (right.length > 1 || day === null) return asked(right.map(({ date }) => date));
  const others = dates.length === 1 ? [onWeekday(dates[0], day)].filter(isReadableDate) : [];
  return { dates: [...dates.map(({ date }) => date), ...others], weekday: day };
}

/** Where the weekday is right and the date is not: the year may be another, else the day. */
function onWeekday(/** @type {Dated} */ { date, whole }, /** @type {number} */ day) {
  const [year, month, dayOfMonth] = date.split("-").map(Number);
  const sameDay = aroundYear(year, whole ? 0 : 1)
    .filter((each) => isCivilDate(each, month, dayOfMonth))
    .map((each) => civilDate(each, month, dayOfMonth));
  const other = sameDay.find((each) => weekday(each) === day);
  return other ?? addDays(date, ((day - weekday(date) + 10) % 7) - 3);
}

/** The years around one, as many before it as after. */
function aroundYear(/** @type {number} */ year, /** @type {number} */ most) {
  return Array.from({ length: 2 * most + 1 }, (_, i) => year - most + i);
}

function distance(/** @type {CivilDate} */ a, /** @type {CivilDate} */ b) {
  return Math.abs(daysBetween(a, b));
}

/** @returns {found is Dated} */
function isDated(/** @type {Dated | Refused} */ found) {
  return "date" in found;
}

/** @returns {Reading} */
function asked(/** @type {CivilDate[]} */ dates) {
  const apartDates = [...new Set(dates)];
  return apartDates.length > 1 ? { dates: apartDates } : { date: apartDates[0], whole: false };
}

/** @returns {number[]} which names of several languages begin with a word of some length */
function begun(/** @type {string} */ word, /** @type {string[][]} */ lists) {
  if (word.length < SHORTEST) return [];
  const found = lists.flatMap((names) =>
    names.flatMap((name, index) => (name.startsWith(word) ? [index] : [])),
  );
  return [...new Set(found)];
}
