/**
 * Dates as people type them, in either language, read against today.
 * @typedef {"missing" | "not-a-date" | "no-such-day" | "two-digit-year" | "out-of-range"} Problem
 * @typedef {"day" | "month" | "either"} Order what comes first of « 8/12 »
 * @typedef {"past" | "future"} Side where a weekday alone is looked for
 * @typedef {import("./dates.js").CivilDate} CivilDate
 * @typedef {{ date: CivilDate, whole?: boolean } | { dates: CivilDate[], weekday?: number }
 *   | { problem: Problem }} Reading one date, `whole` when nothing of it was guessed; several, to be
 *   asked about, `weekday` when the one typed is not theirs; or why there is none
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

/** What comes in which order, by what the parts are: n a number, y a year, m the name of a month. */
const NAMED = { nmy: "dmy", nmn: "dmy", mny: "mdy", mnn: "mdy", ymn: "ymd", nm: "dm", mn: "md" };
const SHORTEST = 3;
const HALF_A_YEAR = 183;
const MOST_YEARS = 8; // from one 29 February to the next

/**
 * @param {string} typed
 * @param {CivilDate} today
 * @param {object} names the words of docs/data/language.yml, of every language, since readers mix them
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
  if (found.some(({ date }) => date)) return one(found);
  const at = parts.findIndex((part) => begun(part, words.weekdays).length > 0);
  if (at < 0) return one(found);
  const [day] = begun(parts[at], words.weekdays);
  const others = parts.filter((_, index) => index !== at);
  const near = others.length === 1 && nearest(Number(others[0]), day, today);
  if (near) return { date: near, whole: false };
  return one(readings(others, today, words, order), day);
}

/** « hier », « lundi », « lundi dernier »; null when it is none of them. */
function nearDay(text, today, words, side) {
  const {
    relative_days,
    weekdays,
    last = [],
    next = [],
    this: now = [],
    beside_dates = [],
  } = words;
  const glued = text.replaceAll(" ", "");
  for (const [word, days] of Object.entries(relative_days)) {
    if (glued === word.replaceAll(" ", "")) return { date: addDays(today, days), whole: true };
  }
  const said = text.split(/[ .,]+/).filter((word) => !beside_dates.includes(word));
  const at = said.findIndex((word) => begun(word, weekdays).length > 0);
  if (at < 0 || said.length > 2) return null;
  const [day] = begun(said[at], weekdays);
  const gap = day - weekday(today);
  const inWeek = (weeks) => addDays(today, gap + 7 * weeks);
  const before = inWeek(gap < 0 ? 0 : -1);
  const after = inWeek(gap > 0 ? 0 : 1);
  const nearest = side === "past" ? before : after;
  const beside = said[1 - at];
  if (beside === undefined) return asked(gap === 0 ? [today, nearest] : [nearest]);
  if (now.includes(beside)) return asked(gap === 0 ? [today] : [nearest, inWeek(0)]);
  if (last.includes(beside)) return asked([before, inWeek(-1)]);
  return next.includes(beside) ? asked([after, inWeek(1)]) : null;
}

/** « mardi 24 »: the day nearest to today that is both. */
function nearest(number, day, today) {
  return Array.from({ length: 2 * HALF_A_YEAR }, (_, index) => addDays(today, index - HALF_A_YEAR))
    .filter((date) => weekday(date) === day && Number(date.slice(8)) === number)
    .sort((a, b) => distance(a, today) - distance(b, today))[0];
}

/** The parts of a date in their order, without what says nothing; an empty one is a mistake. */
function partsOf(text, { months, beside_dates = [], ordinals = [], numbers = {}, this: now = [] }) {
  const idle = [...beside_dates, ...now];
  return apart(text.replace(/([a-z])\./g, "$1 ").replaceAll(",", " "))
    .trim()
    .split(/ *[/.-] *| +/)
    .filter((part) => !idle.includes(part))
    .filter((part, index, all) => !(ordinals.includes(part) && /^\d/.test(all[index - 1])))
    .map((part) => (begun(part, months).length ? part : inFigures(part, numbers)));
}

/** @returns {({ date: CivilDate, whole: boolean } | { problem: Problem })[]} each way to read the parts */
function readings(parts, today, { months }, order) {
  const kind = (part) =>
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
    const numbers = /\d/.test(month) ? [month - 1] : begun(month, months);
    return numbers.map((number) => dated(year, number + 1, Number(day), today));
  });
}

function waysOf(shape, [first, second], order) {
  if (shape === "ynn") return ["ymd"];
  if (!/^nn[ny]?$/.test(shape)) return Object.hasOwn(NAMED, shape) ? [NAMED[shape]] : [];
  const decided = first > 12 ? "day" : second > 12 ? "month" : order;
  const ways = { day: ["dm"], month: ["md"], either: ["dm", "md"] }[decided];
  return ways.map((way) => (shape.length > 2 ? `${way}y` : way));
}

function dated(year, month, day, today) {
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
function one(found, day = null) {
  const dates = found.filter(({ date }) => date);
  if (dates.length === 0) return found[0];
  const right = day === null ? dates : dates.filter(({ date }) => weekday(date) === day);
  if (right.length === 1) return right[0];
  if (right.length > 1) return asked(right.map(({ date }) => date));
  const others = dates.length === 1 ? [onWeekday(dates[0], day)].filter(isReadableDate) : [];
  return { dates: [...dates.map(({ date }) => date), ...others], weekday: day };
}

/** Where the weekday is right and the date is not: the year may be another, else the day. */
function onWeekday({ date, whole }, day) {
  const year = Number(date.slice(0, 4));
  const sameDay = aroundYear(year, whole ? 0 : 1)
    .map((each) => [each, Number(date.slice(5, 7)), Number(date.slice(8))])
    .filter((parts) => isCivilDate(...parts))
    .map((parts) => civilDate(...parts));
  const other = sameDay.find((each) => weekday(each) === day);
  return other ?? addDays(date, ((day - weekday(date) + 10) % 7) - 3);
}

const aroundYear = (year, most) => Array.from({ length: 2 * most + 1 }, (_, i) => year - most + i);
const distance = (a, b) => Math.abs(daysBetween(a, b));

function asked(dates) {
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
