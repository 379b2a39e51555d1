/** Keeps what has happened since an interview. */
import { civilDateOf } from "../../dates/dates.js";
import { ending, isNotYet } from "../../dates/steps.js";
import { keepFields } from "../../file/kept-interview.js";
import { setState } from "../../file/ticks.js";
import { settings } from "../../shared/page-words.js";

const CALLS = ["reached", "message", "no-answer"];
const NOTHING_SAID = { promise: null, "promised-day": null, "promised-number": null };

/**
 * @param {import("../../file/kept-interview.js").KeptInterview} interview
 * @param {string} kind of the news or of the call; "nothing" takes back what was kept
 * @param {Record<string, string | null>} said the fields of a new date that was promised
 */
export function keepNews(interview, kind, day = civilDateOf(new Date()), said = NOTHING_SAID) {
  const { application } = interview;
  const isCall = CALLS.includes(kind);
  const decided = interview.news !== null && !isNotYet(interview.news);
  if (kind === "nothing" || !isCall || decided) {
    const isNews = kind !== "nothing" && !isCall;
    keepFields(application, {
      news: isNews ? kind : null,
      "news-day": isNews ? day : null,
      ...Object.fromEntries(Object.entries(said).map(([name, value]) => [`news-${name}`, value])),
    });
  }
  if (kind === "nothing" || isCall) {
    keepFields(application, { call: isCall ? kind : null, "call-day": isCall ? day : null });
  }
  // What was done after an earlier ending is not done after this one.
  if (kind !== ending(interview)?.kind || day !== ending(interview)?.day) {
    for (const { first, steps } of Object.values(settings.endings)) {
      for (const id of steps) setState(application, { ...first, id }, null);
    }
  }
}
