/** What the dates need of their page: its words of follow-up-plan, and the public holidays. */
import { loadHolidays } from "../../shared/load-holidays.js";
import { settings, word as anyWord } from "../../shared/page-words.js";

export { inWords, settings, timeWords } from "../../shared/page-words.js";

/** A word of follow-up-plan, its {names} filled. */
export function word(/** @type {string} */ name, values = {}) {
  return anyWord(`follow-up-plan.${name}`, values);
}

let loading;

/** The public holidays of a place, fetched once a page and only when a date is to be computed. */
export async function holidaysOf(/** @type {string} */ place) {
  loading ??= loadHolidays(settings.holidays.url);
  return (await loading)(place, settings.lang);
}
