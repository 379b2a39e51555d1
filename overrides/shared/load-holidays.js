/** @typedef {import("../dates/public-holidays.js").Holidays} Holidays */
import { holidaysIn, NO_HOLIDAYS } from "../dates/public-holidays.js";

/**
 * @param {string} url
 * @returns {Promise<(place: string, lang: string) => Holidays>} the public holidays of a place;
 *   none when they cannot be loaded
 */
export async function loadHolidays(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    const all = await response.json();
    return (place, lang) => holidaysIn(all, place, lang);
  } catch {
    return () => NO_HOLIDAYS;
  }
}
