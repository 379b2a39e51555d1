/**
 * Where a reader stands on a day, by the stages of docs/data/stages.yml: which one holds, what it asks
 * and what it proposes. Nothing here knows their names: only the facts that they are made of.
 *
 * @typedef {import("./interview.js").Interview} Interview
 * @typedef {import("../file/store.js").Application} Application
 * @typedef {{ say: string[], url: string | null }} Place
 * @typedef {Place & (import("../file/ticks.js").Item | { question: string })} Target what ends a task: a
 *   tick, or the answer to a question
 * @typedef {{ when: string[], mark: string | null, check: string, link: string | null, targets: Target[] }} Task
 * @typedef {{ id: string, when: string[], say: string[], tasks: string[], propose: string[] }} Stage
 * @typedef {{ task: string, target: Target }} Due a task, and what of it comes next
 */
import { addDays } from "./dates.js";
import { nextDayToCall } from "./follow-up.js";
import { ending } from "./steps.js";
import { DONE, setState, stateOf } from "../file/ticks.js";

/** What is so on a day, in the words of stages.yml. @returns {Set<string>} */
function factsOf(
  /** @type {Interview} */ interview,
  plan,
  /** @type {import("./steps.js").Moment} */ { today, upcoming, late, settled, due },
  /** @type {import("./interview.js").Holidays} */ { days, known },
) {
  const { day, ordinal, news, people, away } = interview;
  const missed = !settled && late && news === null;
  const facts = {
    first: ordinal === 1,
    later: ordinal > 1,
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
    [ending(interview)?.kind]: true,
  };
  return new Set(Object.keys(facts).filter((name) => facts[name]));
}

/**
 * @param {{ stages: Stage[], tasks: Record<string, Task> }} settings
 * @returns {{ stage: Stage, tasks: Due[], propose: Due | null }} the tasks that are not done, two at
 *   most; once there is none, the one thing more
 */
export function standOn(interview, plan, moment, holidays, { stages, tasks }) {
  const facts = factsOf(interview, plan, moment, holidays);
  const holds = ({ when }) => when.every((fact) => facts.has(fact));
  const isOpen = (target) => !isDone(interview.application, target);
  const due = (task) => ({ task, target: tasks[task].targets.find(isOpen) });
  const leftOf = (names) =>
    names
      .filter((name) => holds(tasks[name]))
      .map(due)
      .filter(({ target }) => target);

  const asking = stages.find(holds);
  const left = leftOf(asking.tasks);
  if (left.length > 0) return { stage: asking, tasks: left.slice(0, 2), propose: null };
  facts.add("nothing-left");
  const again = asking.propose.map((task) => ({ task, target: tasks[task].targets.at(-1) })).at(-1);
  const propose = leftOf(asking.propose)[0] ?? (again?.target ? again : null);
  return { stage: stages.find(holds), tasks: [], propose };
}

/** Whether the reader has done it, or said that it is not for them. */
export function isDone(/** @type {Application} */ application, /** @type {Target} */ target) {
  const kept = (family) => application.get("application", `${family}:${target.question}`);
  return target.question
    ? (kept("ready") ?? kept("answer")) !== null
    : stateOf(application, target) !== null;
}

/** Tick what ends a task, or untick it. */
export function setDone(
  /** @type {Application} */ application,
  /** @type {Target} */ target,
  done,
) {
  const { question } = target;
  if (question) application.set("application", `ready:${question}`, done ? "1" : null);
  else setState(application, target, done ? DONE : null);
}
