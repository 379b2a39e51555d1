/** What the build wrote into the page for the dates: rules, words, and where the holidays are. */
import { loadHolidays } from "../../lib/interview.js";

export const settings = JSON.parse(document.getElementById("se-settings").textContent);

let holidays;

/** The public holidays, fetched once a page and only when a date is to be computed. */
export function whenHolidaysAreKnown() {
  holidays ??= loadHolidays(settings.holidays.url, settings.holidays.place, settings.lang);
  return holidays;
}
