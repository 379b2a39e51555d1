/**
 * What the reader wrote after their interviews: the lines to improve, and the lessons of all of them.
 * A line to improve is kept with the interview it comes from, and its tick with the application for
 * which the reader works on it.
 * @typedef {import("./application.js").Application} Application
 * @typedef {{ application: Application, interview: number, id: string, text: string }} Improvement
 *   `interview` is 0 before the reader says which it was
 */
import { civilDateOf, isReadableDate } from "../dates/dates.js";
import { INTERVIEWS, UNNAMED } from "./fields.js";
import { DONE } from "./ticks.js";
import { instantOf, parseTime } from "../dates/times.js";

const ALL = [UNNAMED, ...INTERVIEWS];
const IMPROVE = "improve:";
const WRITTEN = /^(debrief|rating|improve):/;
const TIME_LENGTH = 9; // base 36, so that ids sort by time until the year 5188

/** @returns {Improvement[]} the lines to improve of an interview, oldest first */
export function improvementsOf(
  /** @type {Application} */ application,
  /** @type {number} */ interview,
) {
  return fieldsOf(application, interview)
    .filter((field) => field.startsWith(IMPROVE))
    .sort()
    .map((field) => ({
      application,
      interview,
      id: field.slice(IMPROVE.length),
      text: application.getOf(interview, field) ?? "",
    }));
}

/** @returns {Improvement[]} those of applications, in their order */
export function allImprovements(/** @type {Application[]} */ applications) {
  return applications.flatMap((application) =>
    ALL.flatMap((interview) => improvementsOf(application, interview)),
  );
}

/** The id of a new line: no other browser gives it, and it sorts after the last one there is. */
export function improvementId(/** @type {string} */ last = "", now = Date.now()) {
  const before = Number.parseInt(last.slice(0, TIME_LENGTH), 36) || 0;
  const time = Math.max(now, before + 1)
    .toString(36)
    .padStart(TIME_LENGTH, "0");
  return time + crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
}

export function isImproved(/** @type {Application} */ application, /** @type {string} */ id) {
  return application.get("application", `improved:${id}`) === DONE;
}

export function setImproved(
  /** @type {Application} */ application,
  /** @type {string} */ id,
  /** @type {boolean} */ isDone,
) {
  application.set("application", `improved:${id}`, isDone ? DONE : null);
}

/** Take a line out of the file, and its ticks in every application. */
export function forgetImprovement(
  /** @type {Pick<Improvement, "application" | "interview" | "id">} */ {
    application,
    interview,
    id,
  },
  /** @type {Application[]} */ applications,
) {
  application.at(interview).set("interview", IMPROVE + id, null);
  for (const each of applications) setImproved(each, id, false);
}

/** @returns {number[]} the interviews that can be debriefed: those with a day or a debrief, and the one spoken of */
export function interviewsToDebrief(/** @type {Application} */ application) {
  return INTERVIEWS.filter(
    (ordinal) =>
      application.hasInterview(ordinal, "day") ||
      application.interview === ordinal ||
      fieldsOf(application, ordinal).some((field) => WRITTEN.test(field)),
  );
}

/** @returns {number | null} the latest interview that has taken place, else the one spoken of */
export function interviewHeld(/** @type {Application} */ application, /** @type {Date} */ now) {
  const held = application.interviews.filter((ordinal) => isHeld(application, ordinal, now));
  return held.at(-1) ?? application.interview;
}

function fieldsOf(/** @type {Application} */ application, /** @type {number} */ interview) {
  return application.kept.filter((each) => each.interview === interview).map(({ field }) => field);
}

function isHeld(
  /** @type {Application} */ application,
  /** @type {number} */ ordinal,
  /** @type {Date} */ now,
) {
  const field = (/** @type {string} */ name) => application.getOf(ordinal, name);
  const [day, today] = [field("day"), civilDateOf(now)];
  if (!isReadableDate(day) || day > today) return false;
  const time = parseTime(field("ended") ?? "") ?? parseTime(field("starts") ?? "");
  if (day < today || time === null) return true;
  const begun = instantOf(day, time);
  return begun === null || now >= begun;
}

/**
 * The debriefs in which something that is recalled was written, the latest interview first.
 * @param {Application[]} applications
 * @param {string[]} questions the ids of the questions whose answers are recalled
 */
export function lessons(applications, questions) {
  return applications
    .flatMap((application) => ALL.map((interview) => ({ application, interview })))
    .map(({ application, interview }) => ({
      application,
      interview,
      day: application.getOf(interview, "day") ?? "",
      answers: new Map(
        questions.map((id) => [id, application.getOf(interview, `debrief:${id}`)?.trim() ?? ""]),
      ),
      improvements: improvementsOf(application, interview),
    }))
    .filter(
      ({ answers, improvements }) =>
        improvements.length > 0 || [...answers.values()].some((answer) => answer !== ""),
    )
    .sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : b.interview - a.interview));
}
