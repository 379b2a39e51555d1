/**
 * What is usual where the person to contact works, when nothing was promised: pure, like the rules
 * of the plan. The twin of Practices.usual_in and of usual_day in macros/follow_up.py; both run
 * tests/vectors/usual.json.
 *
 * @typedef {import("./dates.js").CivilDate} CivilDate
 * @typedef {import("./follow-up.js").Names} Names
 * @typedef {{
 *   countries: Record<string, string>, through: string, channel: string | null,
 *   working_days: number, sites: [name: string, url: string][],
 * }} Usual the names of the countries by their codes, and the sites that say so
 */
import { nextDayToCall, workingDaysAfter } from "./follow-up.js";

/** @returns {Usual | null} in a place's own part of the country, or in the country; none if no site says */
export function usualIn(
  /** @type {Usual[]} */ all,
  /** @type {string} */ place,
  /** @type {string} */ through,
) {
  for (const code of [place, place.split("-")[0]]) {
    const found = all.find((each) => code in each.countries && each.through === through);
    if (found) return found;
  }
  return null;
}

/** @returns {CivilDate} the day from which people follow up, some working days after an interview */
export function usualDay(
  /** @type {CivilDate} */ interview,
  /** @type {number} */ workingDays,
  /** @type {Names} */ holidays,
  /** @type {import("./follow-up.js").Absence | undefined} */ away = undefined,
) {
  return nextDayToCall(workingDaysAfter(interview, workingDays, holidays), holidays, away);
}
