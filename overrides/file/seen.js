/**
 * The dates that the reader has seen, so that a page can say when a rule has moved one.
 *
 * @typedef {import("./kept-interview.js").KeptInterview} KeptInterview
 * @typedef {import("../dates/interview.js").Said} Said
 * @typedef {import("../dates/follow-up.js").Plan} Plan
 * @typedef {"thank_you_by" | "quiet_until" | "call_from"} Dated
 */
import { keepFields } from "./kept-interview.js";

/** @type {Record<string, Dated>} */
const DATES = { "thank-you": "thank_you_by", quiet: "quiet_until", call: "call_from" };

/**
 * The dates that moved although nothing the reader said has changed. The first look at a plan, and
 * each change of what they said, is remembered as seen.
 * @returns {{ step: string, from: string, to: string }[]}
 */
export function movedDates(/** @type {KeptInterview} */ interview, /** @type {Plan} */ plan) {
  const seen = (/** @type {string} */ field) =>
    interview.application.get("interview", `seen-${field}`);
  if (seen("said") !== whatWasSaid(interview)) rememberDates(interview, plan);
  return Object.entries(DATES).flatMap(([step, field]) => {
    const [from, to] = [seen(step), plan[field]];
    return from === null || to === null || from === to ? [] : [{ step, from, to }];
  });
}

/** Remember that the reader has seen the dates as they are now. */
export function rememberDates(/** @type {KeptInterview} */ interview, /** @type {Plan} */ plan) {
  keepFields(interview.application, {
    "seen-said": whatWasSaid(interview),
    ...Object.fromEntries(
      Object.entries(DATES).map(([step, field]) => [`seen-${step}`, plan[field]]),
    ),
  });
}

function whatWasSaid(/** @type {KeptInterview} */ { day, said, place, away, news, through }) {
  const words = (/** @type {Said | null} */ each) =>
    each && [each.promise.id, each.promised, each.number];
  const { weekdays, periods } = away;
  return JSON.stringify([
    day,
    words(said),
    place,
    weekdays,
    periods,
    news && [news.kind, news.day, words(news.said)],
    ...(through === "agency" ? [through] : []),
  ]);
}
