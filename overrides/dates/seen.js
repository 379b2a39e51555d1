/** The dates that the reader has seen, so that a page can say when a rule has moved one. */
import { keepFields } from "./interview.js";

/** @type {Record<string, keyof import("./follow-up.js").Plan>} */
const DATES = { "thank-you": "thank_you_by", quiet: "quiet_until", call: "call_from" };

/**
 * The dates that moved although nothing the reader said has changed. The first look at a plan, and
 * each change of what they said, is remembered as seen.
 * @returns {{ step: string, from: string, to: string }[]}
 */
export function movedDates(interview, plan) {
  const seen = (field) => interview.application.get("interview", `seen-${field}`);
  if (seen("said") !== whatWasSaid(interview)) rememberDates(interview, plan);
  return Object.entries(DATES)
    .map(([step, field]) => ({ step, from: seen(step), to: plan[field] }))
    .filter(({ from, to }) => from !== null && from !== to);
}

/** Remember that the reader has seen the dates as they are now. */
export function rememberDates(interview, plan) {
  keepFields(interview.application, {
    "seen-said": whatWasSaid(interview),
    ...Object.fromEntries(
      Object.entries(DATES).map(([step, field]) => [`seen-${step}`, plan[field]]),
    ),
  });
}

function whatWasSaid({ day, said, place, away, news }) {
  const words = (each) => each && [each.promise.id, each.promised, each.number];
  const { weekdays, periods } = away;
  return JSON.stringify([
    day,
    words(said),
    place,
    weekdays,
    periods,
    news && [news.kind, news.day, words(news.said)],
  ]);
}
