/** The steps of a plan in the words of the page's language, for the list, the text and the file. */
import { civilDateOf } from "../../dates/dates.js";
import { thankYouDeadline } from "../../dates/interview.js";
import { ending, isNotYet, stepsOf } from "../../dates/steps.js";
import { isTicked } from "../../file/ticks.js";
import { clockTimeOf } from "../../dates/times.js";
import { timeInWords } from "../../dates/words.js";
import { inWords, settings, word } from "../../shared/page-words.js";

/**
 * @typedef {[name: string, url: string][]} Links
 * @typedef {{
 *   id: string, title: string, url: string | null, badge: string | null, when: string,
 *   reasons: string[], points: Links, sites: Links, skipped: string[], status: string,
 *   from: string | null, until: string | null,
 *   check: { application: object, item: object, label: string } | null,
 *   calls: object | null,
 * }} StepInWords `check` is what the reader ticks to end the step; `calls` the application whose
 *   contact is called
 */

/** @returns {StepInWords[]} */
export function stepsInWords(interview, plan, moment, holidays) {
  const dated = stepsOf(interview, plan, moment).map((step) => ({
    url: null,
    reasons: [],
    points: [],
    sites: [],
    skipped: [],
    check: null,
    calls: null,
    title: word(`follow-up-plan.step-${step.id}`),
    ...TELL[interview.through][step.id](interview, plan, step, holidays),
    ...step,
  }));
  return [...dated, ...closingSteps(interview)];
}

const EMPLOYER = {
  prepare: ({ day, starts }) => ({
    badge: "addition",
    url: settings.prepare_url,
    when: starts
      ? word("follow-up-plan.prepare-at", {
          day: inWords(day),
          time: timeInWords(starts, settings.calendar),
        })
      : word("follow-up-plan.prepare-when", { day: inWords(day) }),
  }),

  "thank-you": (interview, plan) => ({
    url: settings.thank_you_url,
    badge: interview.ordinal === 1 ? null : "addition",
    when: thankYouWhen(interview, plan),
    reasons: [
      settings.rules.thank_you.reason,
      ...(interview.ordinal === 1 ? [] : [word("follow-up-plan.thank-you-second")]),
    ],
    points: interview.ordinal === 1 ? settings.rules.thank_you.points : [],
    check: settings.done_by && {
      application: interview.application,
      item: settings.done_by,
      label: word("follow-up-plan.thank-you-sent"),
    },
  }),

  quiet: (interview, plan, { from }) => {
    const basis = plan.promised === null ? settings.rules.quiet : settings.rules.promise;
    return {
      badge: badgeOf(interview),
      when: between(from, plan.quiet_until),
      reasons: [basis.reason, ...again(interview), ...extended(interview)],
      points: basis.points,
    };
  },

  patience: (_, plan) => ({
    badge: "reading",
    when: between(...plan.patience),
    reasons: [
      plan.promised === null
        ? word("follow-up-plan.patience-silent")
        : word("follow-up-plan.patience-closed"),
    ],
  }),

  call: (interview, plan, _, { reasons }) => {
    const { rules } = settings;
    const open = plan.promised === null;
    const target = inWords(plan.skipped[0]?.day ?? plan.call_from);
    const counted = { delay: settings.call_delay, target };
    return {
      badge: badgeOf(interview),
      when: word("follow-up-plan.from", { from: inWords(plan.call_from) }),
      reasons: open
        ? [
            isNotYet(interview.news)
              ? word("follow-up-plan.call-counted-again", counted)
              : word("follow-up-plan.call-counted", counted),
            rules.call.reason,
            ...extended(interview),
          ]
        : [
            word("follow-up-plan.call-after-promise", { promised: inWords(plan.promised) }),
            ...extended(interview),
          ],
      points: open ? rules.call.points : rules.promise.points,
      skipped: skippedInWords(plan.skipped, reasons),
      calls: interview.application,
    };
  },
};

/** With an agency the reader speaks to its consultant: the same day, then as they agreed. */
const AGENCY = {
  ...EMPLOYER,

  "thank-you": (interview, plan) => ({
    title: word("follow-up-plan.agency-thank-you"),
    badge: "addition",
    when: word("follow-up-plan.one-day", { from: inWords(plan.thank_you_by) }),
    reasons: [settings.agency.reasons["thank-you"], word("follow-up-plan.agency-added")],
    sites: settings.agency.sites,
    check: settings.done_by && {
      application: interview.application,
      item: settings.done_by,
      label: word("next-step.done"),
    },
  }),

  call: (interview, plan, _, { reasons }) => ({
    title: word("follow-up-plan.agency-call"),
    badge: "addition",
    when: word("follow-up-plan.from", { from: inWords(plan.call_from) }),
    reasons: [
      settings.agency.reasons[plan.promised === null ? "call" : "promise"],
      ...again(interview),
    ],
    sites: settings.agency.sites,
    skipped: skippedInWords(plan.skipped, reasons),
    calls: interview.application,
  }),
};
const TELL = { employer: EMPLOYER, agency: AGENCY };

/** What is left to do after an ending: its first step makes the sentence of the day. */
function closingSteps(interview) {
  const end = ending(interview);
  if (end === null) return [];
  const { first, check, steps } = settings.endings[end.kind];
  const { application } = interview;
  const isDone = (id) => isTicked(application, { ...first, id });
  return steps.map((id, index) => {
    const { title, text, points, url } = settings.closing_steps[id];
    const isNow = index === 0 || isDone(steps[0]);
    return {
      id,
      title,
      url,
      badge: points.length > 0 ? null : "addition",
      when: "",
      reasons: [text],
      points,
      sites: [],
      skipped: [],
      status: isDone(id) ? "done" : isNow ? "now" : "later",
      from: null,
      until: null,
      calls: null,
      check: {
        application,
        item: { ...first, id },
        label: index === 0 ? check : word("next-step.done"),
      },
    };
  });
}

const badgeOf = ({ ordinal, news }) => (isNotYet(news) || ordinal === 1 ? "reading" : null);
const extended = ({ ordinal }) => (ordinal === 1 ? [word("follow-up-plan.extended")] : []);
const again = ({ news }) =>
  isNotYet(news) ? [word(`follow-up-plan.again-${news.kind}`, { day: inWords(news.day) })] : [];

function thankYouWhen(interview, plan) {
  const due = thankYouDeadline(interview, settings);
  if (due === null)
    return word("follow-up-plan.thank-you-when", { by: inWords(plan.thank_you_by) });
  return word("follow-up-plan.thank-you-at", {
    by: inWords(civilDateOf(due)),
    time: timeInWords(clockTimeOf(due), settings.calendar),
    delay: settings.thank_you_delay,
  });
}

function between(from, until) {
  return from === until
    ? word("follow-up-plan.one-day", { from: inWords(from) })
    : word("follow-up-plan.from-until", { from: inWords(from), until: inWords(until) });
}

/** A day off by its name, with the reason why it counts where only some keep it. */
export function dayOff(/** @type {string} */ name, /** @type {string | undefined} */ reason) {
  return reason === undefined ? name : word("follow-up-plan.day-off", { name, reason });
}

/**
 * Each day with its reason; days in a row on which only the contact is away make one line.
 * @param {import("../../dates/follow-up.js").Skipped[]} skipped
 * @param {Map<string, string>} reasons
 */
function skippedInWords(skipped, reasons) {
  const runs = [];
  for (const { day, holiday, away } of skipped) {
    const last = runs.at(-1);
    if (away && last?.away) last.until = day;
    else runs.push({ from: day, until: day, holiday, away });
  }
  return runs.map(({ from, until, holiday, away }) => {
    const reason = holiday
      ? dayOff(holiday, reasons.get(from))
      : away
        ? word("follow-up-plan.away-reason")
        : word("follow-up-plan.weekend");
    return from === until
      ? word("follow-up-plan.skipped-day", { date: inWords(from), reason })
      : word("follow-up-plan.skipped-days", { from: inWords(from), until: inWords(until), reason });
  });
}
