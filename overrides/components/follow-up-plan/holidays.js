/** The public holidays of the page. */
import { loadHolidays } from "../../shared/load-holidays.js";
import { settings } from "../../shared/page-words.js";

/** By country: each is fetched once a page, and only when a date is to be computed there. */
const loading = new Map();

/** The public holidays of a place. */
export async function holidaysOf(/** @type {string} */ place) {
  const lists = settings.holidays;
  const named = place.split("-")[0];
  // A place that is nowhere is unknown to any list.
  const country = Object.hasOwn(lists, named) ? named : Object.keys(lists)[0];
  if (!loading.has(country)) loading.set(country, loadHolidays(lists[country]));
  return (await loading.get(country))(place, settings.lang);
}
