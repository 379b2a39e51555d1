/**
 * Dates as people type them, day before month in both languages.
 * @typedef {"missing" | "not-a-date" | "no-such-day" | "two-digit-year" | "out-of-range"} Problem
 */
import { addDays, civilDate, FIRST_YEAR, isCivilDate, LAST_YEAR } from "./dates.js";

/**
 * @param {string} typed
 * @param {string} today a civil date, for « aujourd’hui » and the like
 * @param {{ months: string[][], weekdays: string[][], relative_days: Record<string, number> }} names
 *   of every language, since readers mix them
 * @returns {{ date: string } | { problem: Problem }} a civil date, or why there is none
 */
export function parseDate(typed, today, names) {
  const text = fold(typed);
  if (text === "") return { problem: "missing" };
  for (const [word, days] of Object.entries(names.relative_days)) {
    if (text === fold(word)) return { date: addDays(today, days) };
  }
  const parts = numbers(withoutWeekday(text, names.weekdays), names.months);
  if (parts === null) return { problem: "not-a-date" };
  const [year, month, day] = parts;
  if (year.length <= 2) return { problem: "two-digit-year" };
  if (!isCivilDate(+year, month, day)) return { problem: "no-such-day" };
  if (+year < FIRST_YEAR || +year > LAST_YEAR) return { problem: "out-of-range" };
  return { date: civilDate(+year, month, day) };
}

/** Lower case, no accents, one apostrophe, single plain spaces. */
function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** @returns {[string, number, number] | null} year as typed, month and day */
function numbers(text, months) {
  let match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (match) return [match[1], +match[2], +match[3]];
  match = /^(\d{1,2}) ?[/. -] ?(\d{1,2}) ?[/. -] ?(\d{1,4})$/.exec(text);
  if (match) return [match[3], +match[2], +match[1]];
  match = /^(\d{1,2})(?:er|st|nd|rd|th)?[ -]?([a-z]{3,})\.?[ -]?(\d{1,4})$/.exec(text);
  const month = match && monthNumber(match[2], months);
  return month ? [match[3], month, +match[1]] : null;
}

/** The one month that a name or its beginning can mean in any language, else 0. */
function monthNumber(name, months) {
  const found = new Set();
  for (const language of months) {
    language.forEach((month, index) => {
      if (fold(month).startsWith(name)) found.add(index + 1);
    });
  }
  return found.size === 1 ? found.values().next().value : 0;
}

/** The page writes « mardi 8 décembre 2026 »: so may the reader. */
function withoutWeekday(text, weekdays) {
  const [first, ...rest] = text.split(" ");
  const known = weekdays.flat().some((weekday) => fold(weekday) === first.replace(",", ""));
  return known ? rest.join(" ") : text;
}
