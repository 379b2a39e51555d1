/**
 * Where a reader stands on a day, by the stages of docs/data/stages.yml: which one holds, what it asks
 * and what it proposes. Nothing here knows their names: only the facts that they are made of.
 *
 * @typedef {import("./interview.js").Interview} Interview
 * @typedef {import("./follow-up.js").Plan} Plan
 * @typedef {import("./steps.js").Moment} Moment
 * @typedef {import("./public-holidays.js").Holidays} Holidays
 * @typedef {{ say: string[], url: string | null }} Place
 * @typedef {Place & ({ id: string, per: "application" | "interview" } | { question: string })} Target
 *   what ends a task: a tick, or the answer to a question
 * @typedef {{ when: string[], mark: string | null, check: string, link: string | null, targets: Target[] }} Task
 * @typedef {{ id: string, when: string[], say: string[], tasks: string[], propose: string[] }} Stage
 * @typedef {{ task: string, target: Target }} Due a task, and what of it comes next
 */
import { addDays } from "./dates.js";
import { nextDayToCall } from "./follow-up.js";
import { ending } from "./steps.js";

/** What is so on a day, in the words of stages.yml. @returns {Set<string>} */
function factsOf(
  /** @type {Interview} */ interview,
  /** @type {Plan} */ plan,
  /** @type {Moment} */ { today, upcoming, late, settled, due },
  /** @type {Holidays} */ { days, known },
) {
  const { day, ordinal, through, news, people, away } = interview;
  const missed = !settled && late && news === null;
  const facts = Object.entries({
    first: ordinal === 1,
    later: ordinal > 1,
    agency: through === "agency",
    "to-come": upcoming,
    tomorrow: day === addDays(today, 1),
    morning: upcoming && day === today,
    "just-held": !upcoming && today <= plan.thank_you_by,
    "thank-due": !settled && !late,
    "thank-missed": missed && today === nextDayToCall(addDays(due, 1), days),
    "people-unknown": !people,
    "may-call": today >= plan.call_from,
    closed: nextDayToCall(today, days, away) > today,
    "place-unknown": !known,
  });
  const end = ending(interview);
  return new Set([
    ...facts.filter(([, isSo]) => isSo).map(([fact]) => fact),
    ...(end === null ? [] : [end.kind]),
  ]);
}

/**
 * @param {Interview} interview
 * @param {Plan} plan
 * @param {Moment} moment
 * @param {Holidays} holidays
 * @param {{ stages: Stage[], tasks: Record<string, Task> }} settings
 * @param {(target: Target) => boolean} isDone
 * @returns {{ stage: Stage, tasks: Due[], propose: Due | null }} the tasks that are not done, two at
 *   most; once there is none, the one thing more
 */
export function standOn(interview, plan, moment, holidays, { stages, tasks }, isDone) {
  const facts = factsOf(interview, plan, moment, holidays);
  const holds = (/** @type {{ when: string[] }} */ { when }) =>
    when.every((fact) => facts.has(fact));
  const leftOf = (/** @type {string[]} */ names) =>
    names
      .filter((name) => holds(tasks[name]))
      .flatMap((task) =>
        dueOf(
          task,
          tasks[task].targets.find((target) => !isDone(target)),
        ),
      );

  const asking = stageOf(stages, holds);
  const left = leftOf(asking.tasks);
  if (left.length > 0) return { stage: asking, tasks: left.slice(0, 2), propose: null };
  facts.add("nothing-left");
  const again = asking.propose.at(-1);
  const [propose = null] = [
    ...leftOf(asking.propose),
    ...(again === undefined ? [] : dueOf(again, tasks[again].targets.at(-1))),
  ];
  return { stage: stageOf(stages, holds), tasks: [], propose };
}

/** One always holds: the build refuses stages that leave a reader out (macros/content/stages.py). */
function stageOf(/** @type {Stage[]} */ stages, /** @type {(stage: Stage) => boolean} */ holds) {
  return /** @type {Stage} */ (stages.find(holds));
}

/** @returns {Due[]} none where the task has no target left */
function dueOf(/** @type {string} */ task, /** @type {Target | undefined} */ target) {
  return target === undefined ? [] : [{ task, target }];
}
