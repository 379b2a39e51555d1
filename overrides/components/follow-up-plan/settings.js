/** What the build wrote into the page for the dates: rules, words, and where the holidays are. */
import { loadHolidays } from "../../lib/interview.js";
import { dateInWords, fill } from "../../lib/words.js";

export const settings = JSON.parse(document.getElementById("se-settings").textContent);

/** A word of follow-up-plan, its {names} filled. */
export function word(/** @type {string} */ name, values = {}) {
  return fill(settings.words[`follow-up-plan.${name}`], values);
}

/** A civil date in the words of the page's language. */
export function inWords(/** @type {import("../../lib/dates.js").CivilDate} */ date) {
  return dateInWords(date, settings.calendar);
}

let loading;

/** The public holidays of a place, fetched once a page and only when a date is to be computed. */
export async function holidaysOf(/** @type {string} */ place) {
  loading ??= loadHolidays(settings.holidays.url);
  return (await loading)(place, settings.lang);
}
