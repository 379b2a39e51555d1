/** Where an application stands today, in the words of the page's language. */
import { civilDateOf } from "../../lib/dates.js";
import { keptInterview, momentOf, planOf, thankYouDeadline } from "../../lib/interview.js";
import { advice } from "../../lib/steps.js";
import { isTicked } from "../../lib/ticks.js";
import { clockTimeOf } from "../../lib/times.js";
import { holidaysOf } from "../follow-up-plan/settings.js";
import { inWords, settings, timeWords, word } from "../settings.js";

const NO_DAY = "9999-12-31";
/** What is said with a day to call, which the days off of the place move. */
const DATED = ["thank", "thank-late", "wait", "call-today", "call-next"];

/**
 * @typedef {{
 *   application: import("../../lib/store.js").Application,
 *   interview: import("../../lib/interview.js").Interview,
 *   plan: import("../../lib/follow-up.js").Plan,
 *   say: string, sentence: string, due: string, isExact: boolean,
 * }} Standing `due` is the day of what comes next; `isExact` says that the public holidays are known
 * @returns {Promise<Standing | null>} null when the reader has not said when the interview was
 */
export async function standingOf(application) {
  const interview = keptInterview(application, settings);
  if (interview === null) return null;
  const holidays = await holidaysOf(interview.place);
  const plan = planOf(interview, settings, holidays.days);
  const moment = momentOf(interview, plan, settings, new Date());
  const found = advice(interview, plan, moment, holidays.days, interview.away);
  const asks = !holidays.known && DATED.includes(found.say);
  const { say, dates } = asks ? { say: "place-unknown", dates: {} } : found;
  return {
    application,
    interview,
    plan,
    say,
    sentence: sentenceOf(say, dates, interview),
    due: dueDay(say, dates, interview, moment.today),
    isExact: holidays.loaded && holidays.known,
  };
}

/** @returns {Promise<Standing[]>} of those that have a plan, what comes first first */
export async function standingsOf(applications) {
  const all = await Promise.all(applications.map(standingOf));
  return all.filter(Boolean).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function dueDay(say, dates, interview, today) {
  const end = settings.endings[say];
  if (end) return isTicked(interview.application, end.first) ? NO_DAY : today;
  return dates.interview ?? dates.by ?? dates.next ?? (say === "wait" ? dates.call : today);
}

function sentenceOf(say, dates, interview) {
  const said = Object.fromEntries(Object.entries(dates).map(([name, day]) => [name, inWords(day)]));
  const due = thankYouDeadline(interview, settings);
  const end = settings.endings[say];
  if (end) return isTicked(interview.application, end.first) ? end.done : end.today;
  if (say === "before-interview" && interview.starts) {
    return word("next-step.before-interview-at", { ...said, time: timeWords(interview.starts) });
  }
  if (say === "thank" && due) {
    const by = inWords(civilDateOf(due));
    return word("next-step.thank-at", { ...said, by, time: timeWords(clockTimeOf(due)) });
  }
  return word(`next-step.${say}`, said);
}
