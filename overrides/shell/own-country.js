// Stands right after the text of a page that tells what holds by country: before that is painted, the
// part of the country of the application is open, and that of all the country around it.
import { find, read, shown } from "./kept-early.js";

try {
  const [kept] = find(`${shown()}:place$`);
  const place = (kept && read(kept)) ?? "";
  const own = [place, place.split("-")[0]];
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const parts = document.querySelectorAll("details[data-country]");
  for (const part of parts) part.open = own.includes(part.dataset.country ?? "");
} catch {
  // blocked
}
