/** Months as a calendar shows them: weeks from Monday, with holes before the 1st and after the last. */
import { addDays, civilDate, endOfMonth, weekday } from "./dates.js";

/** @typedef {import("./dates.js").CivilDate} CivilDate */

/**
 * @param {CivilDate} from
 * @param {CivilDate} until
 * @returns {CivilDate[]} the first days of the months from one day's to another's
 */
export function monthsBetween(from, until) {
  /** @type {CivilDate[]} */
  const months = [];
  for (let day = firstOf(from); day <= until; day = addDays(endOfMonth(day), 1)) months.push(day);
  return months;
}

/** @returns {(CivilDate | null)[][]} the weeks of a month, seven days each, null outside it */
export function weeksOf(/** @type {CivilDate} */ month) {
  const first = firstOf(month);
  const last = endOfMonth(month);
  const weeks = [];
  for (let monday = addDays(first, -weekday(first)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((day) =>
        first <= day && day <= last ? day : null,
      ),
    );
  }
  return weeks;
}

function firstOf(/** @type {CivilDate} */ day) {
  const [year, month] = day.split("-").map(Number);
  return civilDate(year, month, 1);
}
