/** The part of the country where the contact works, which is asked only where it matters. */
import { planOf } from "../../dates/interview.js";
import { settings } from "../../shared/page-words.js";
import { still } from "../../shared/press.js";
import { holidaysOf } from "./holidays.js";

/** The entries of a list, of all countries, as the page wrote them. */
const WRITTEN = new WeakMap();
const NEVER = { weekdays: [], periods: [] };
let turns = 0;

/** Offer the parts of the country, where they give other dates for the interview, or one is told. */
export async function askPart(
  /** @type {import("./interview-form.js").InterviewForm} */ form,
  { day, said, through },
  /** @type {boolean} */ isAhead,
) {
  const turn = ++turns;
  const { place, part } = form.form.elements;
  offerParts(part, place.value);
  const isSaid = !isAhead && form.saidErrors("", said, day).length === 0;
  const told = { day, through, said: isSaid ? said : null, away: NEVER, news: null };
  const places = [...part.options].map(({ value }) => value || place.value);
  const isAsked = part.value !== "" || (day !== null && (await doDiffer(told, places)));
  await still();
  // A later look may have been quicker.
  if (turn === turns) form.frame("part").hidden = !isAsked;
}

function offerParts(/** @type {HTMLSelectElement} */ part, /** @type {string} */ country) {
  if (!WRITTEN.has(part)) WRITTEN.set(part, [...part.options]);
  const [none, ...all] = WRITTEN.get(part);
  const offered = [none, ...all.filter(({ value }) => value.startsWith(`${country}-`))];
  // A list that is open in the reader's hands stays as it is.
  if (offered.at(-1) === part.options[part.length - 1]) return;
  const chosen = part.value;
  part.replaceChildren(...offered);
  // Taken out one by one, the last of all is left as the chosen one.
  part.value = offered.some(({ value }) => value === chosen) ? chosen : "";
}

/** Whether some places give different dates. */
async function doDiffer(told, /** @type {string[]} */ places) {
  const holidays = await Promise.all(places.map((place) => holidaysOf(place)));
  return new Set(holidays.map(({ days }) => planOf(told, settings, days).call_from)).size > 1;
}
