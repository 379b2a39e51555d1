/**
 * What ends a task of a stage: a tick, or the answer to a question.
 * @typedef {import("./application.js").Application} Application
 * @typedef {import("../dates/stages.js").Target} Target
 */
import { DONE, isSettled, setState } from "./ticks.js";

/** Whether the reader has done it, or said that it is not for them. */
export function isDone(/** @type {Application} */ application, /** @type {Target} */ target) {
  if (!("question" in target)) return isSettled(application, target);
  const kept = (/** @type {string} */ family) =>
    application.get("application", `${family}:${target.question}`);
  return (kept("ready") ?? kept("answer")) !== null;
}

/** Tick what ends a task, or untick it. */
export function setDone(
  /** @type {Application} */ application,
  /** @type {Target} */ target,
  /** @type {boolean} */ done,
) {
  if ("question" in target) {
    application.set("application", `ready:${target.question}`, done ? "1" : null);
  } else setState(application, target, done ? DONE : null);
}
