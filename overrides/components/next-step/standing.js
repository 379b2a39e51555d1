/** Where an application stands today, in the words of the page's language. */
import { nextDayToCall } from "../../dates/follow-up.js";
import { momentOf, planOf, thankYouDeadline } from "../../dates/interview.js";
import { standOn } from "../../dates/stages.js";
import { ending } from "../../dates/steps.js";
import { keptInterview } from "../../file/kept-interview.js";
import { isDone } from "../../file/targets.js";
import { isTicked } from "../../file/ticks.js";
import { clockTimeOf } from "../../dates/times.js";
import { dayInWords, fill } from "../../dates/words.js";
import { holidaysOf } from "../follow-up-plan/holidays.js";
import { usualInWords } from "../follow-up-plan/usual-day.js";
import { settings, timeWords } from "../../shared/page-words.js";

const NO_DAY = "9999-12-31";

/**
 * @typedef {{
 *   application: import("../../file/application.js").Application,
 *   interview: import("../../file/kept-interview.js").KeptInterview,
 *   plan: import("../../dates/follow-up.js").Plan,
 *   moment: import("../../dates/steps.js").Moment,
 *   sentence: string, tasks: import("../../dates/stages.js").Due[],
 *   propose: import("../../dates/stages.js").Due | null,
 *   usual: import("../follow-up-plan/usual-day.js").UsualInWords | null, card: object | null, names: Record<string, string>, days: Record<string, string>, due: string,
 *   isPlaceKnown: boolean, isExact: boolean, isOver: boolean,
 * }} Standing `card` is how its sentence looks in large type; `names` are what its sentences may name,
 *   `days` those that are days; `due` is the day of what comes next; `isExact`
 *   says that the public holidays are known, `isOver` that nothing more is to be done
 * @returns {Promise<Standing | null>} null when the reader has not said when the interview was
 */
export async function standingOf(application) {
  const interview = keptInterview(application, settings);
  if (interview === null) return null;
  const holidays = await holidaysOf(interview.place);
  const { known, loaded } = holidays;
  const plan = planOf(interview, settings, holidays.days);
  const moment = momentOf(interview, plan, settings, new Date());
  const next = nextDayToCall(moment.today, holidays.days, interview.away);
  const { stage, tasks, propose } = standOn(interview, plan, moment, holidays, settings, (target) =>
    isDone(application, target),
  );
  const due = dueDay(interview, plan, moment, tasks, next);
  const days = { interview: interview.day, by: moment.due, "call-from": plan.call_from, next };
  const names = namesOf(interview, days, moment.today);
  return {
    application,
    interview,
    plan,
    moment,
    sentence: endingSentence(interview) ?? sayWith(names, stage.say),
    usual: usualInWords(interview, plan, moment, holidays),
    card: stage.card,
    days,
    tasks,
    propose,
    names,
    due,
    isOver: due === NO_DAY,
    isPlaceKnown: known,
    isExact: loaded && known,
  };
}

/** @returns {Promise<Standing[]>} of those that have a plan, what comes first first */
export async function standingsOf(applications) {
  const all = await Promise.all(applications.map(standingOf));
  return all.filter(Boolean).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** The first way to say a thing whose {names} are all known. */
export function sayWith(/** @type {Record<string, string>} */ names, /** @type {string[]} */ ways) {
  const isKnown = (way) => [...way.matchAll(/\{([a-z-]+)\}/g)].every(([, name]) => name in names);
  return fill(ways.find(isKnown), names);
}

function namesOf(interview, days, today) {
  const until = thankYouDeadline(interview, settings);
  const { starts } = interview;
  const words = (day) => dayInWords(day, settings.calendar, today);
  return {
    ...Object.fromEntries(Object.entries(days).map(([name, day]) => [name, words(day)])),
    ...(starts && { starts: timeWords(starts) }),
    ...(until && { until: timeWords(clockTimeOf(until)) }),
  };
}

function endingSentence(interview) {
  const end = settings.endings[ending(interview)?.kind];
  return end && (isTicked(interview.application, end.first) ? end.done : end.today);
}

function dueDay(interview, plan, { today, upcoming, due, late }, tasks, next) {
  const end = settings.endings[ending(interview)?.kind];
  if (end) return isTicked(interview.application, end.first) ? NO_DAY : today;
  if (upcoming) return interview.day;
  if (today >= plan.call_from) return next;
  const isToThank = tasks.some(({ target }) => target.id === settings.done_by?.id);
  return isToThank ? (late ? today : due) : plan.call_from;
}
