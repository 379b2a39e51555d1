/** What the build wrote into the page for the dates: rules, words, and where the holidays are. */
import { loadHolidays } from "../../lib/interview.js";

export const settings = JSON.parse(document.getElementById("se-settings").textContent);

let loading;

/** The public holidays of a place, fetched once a page and only when a date is to be computed. */
export async function holidaysOf(/** @type {string} */ place) {
  loading ??= loadHolidays(settings.holidays.url);
  return (await loading)(place, settings.lang);
}
