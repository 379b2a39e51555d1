/** The public holidays of the page. */
import { loadHolidays } from "../../shared/load-holidays.js";
import { settings } from "../../shared/page-words.js";

let loading;

/** The public holidays of a place, fetched once a page and only when a date is to be computed. */
export async function holidaysOf(/** @type {string} */ place) {
  loading ??= loadHolidays(settings.holidays);
  return (await loading)(place, settings.lang);
}
