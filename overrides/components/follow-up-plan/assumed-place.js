import { settings, word } from "../../shared/page-words.js";

/** What to say where the reader has not told where their contact works, and is asked; else nothing. */
export function assumedPlace({ application, place }) {
  if (!settings.asks_place || application.get("application", "place") !== null) return "";
  return word("follow-up-plan.place-assumed", { place: settings.places[place] });
}
