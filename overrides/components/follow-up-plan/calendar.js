/** The dated steps of an interview as a calendar file. */
import { calendarFile } from "../../dates/calendar-file.js";
import { thankYouDeadline } from "../../dates/interview.js";
import { instantOf } from "../../dates/times.js";
import { fingerprint } from "../../file/fingerprint.js";
import { settings, word } from "../../shared/page-words.js";
import { download } from "../../shared/download.js";

const AT_NINE = 9 * 60;
const TWO_HOURS_BEFORE = -2 * 60;
/** What a calendar is for: to be told in time. */
export const BY_DEFAULT = ["thank-you", "call"];
/** What is usual elsewhere is no date of the guide: it goes in only where the reader asked for it. */
const USUAL_KEPT = "usual-in-calendar";

/**
 * @param {import("../../file/kept-interview.js").KeptInterview} interview
 * @param {import("../../dates/follow-up.js").Plan} plan
 * @param {import("./steps-in-words.js").StepInWords[]} steps
 * @param {import("./usual-day.js").UsualInWords | null} usual
 * @param {string[]} chosen the steps that go into the file, and "company" for its name in the titles
 * @returns the events, without what makes them one file
 */
export function calendarEvents(interview, plan, steps, usual, chosen = BY_DEFAULT) {
  const due = thankYouDeadline(interview, settings);
  const start = interview.starts && instantOf(interview.day, interview.starts);
  const dates = {
    "thank-you": due ? { due, alarm: TWO_HOURS_BEFORE } : allDay(plan.thank_you_by),
    prepare: start ? { due: start, alarm: TWO_HOURS_BEFORE } : allDay(interview.day),
    quiet: { ...allDay(interview.day), until: plan.quiet_until, alarm: null },
    call: allDay(plan.call_from),
  };
  const company = companyOf(interview, chosen);
  const events = steps
    .filter(({ id, status }) => Object.hasOwn(dates, id) && !["done", "past"].includes(status))
    .filter(({ id }) => id === "prepare" || chosen.includes(id))
    .map((step) => ({
      id: step.id,
      title: titled(titleOf(step, interview), company),
      description: description(step, interview),
      ...dates[step.id],
      ...(step.id === "quiet" && { from: step.from }),
    }));
  if (usual === null || !isUsualChosen(interview.application)) return events;
  const { day, said, sites } = usual;
  const title = titled(word("follow-up-plan.event-title-usual"), company);
  const names = sites.map(([name, url]) => `${name}, ${url}`);
  return [
    ...events,
    { id: "usual", title, description: [said, ...names].join("\n"), ...allDay(day) },
  ];
}

/** @returns {string | false | null} what stands in the titles, which other people may see */
export function companyOf(interview, /** @type {string[]} */ chosen) {
  return chosen.includes("company") && interview.application.get("application", "company");
}

export function isUsualChosen(/** @type {import("../../file/application.js").Application} */ of) {
  return of.get("application", USUAL_KEPT) !== null;
}

export function chooseUsual(
  /** @type {import("../../file/application.js").Application} */ application,
  /** @type {boolean} */ isChosen,
) {
  application.set("application", USUAL_KEPT, isChosen ? "1" : null);
}

/** Download the events of an interview. @returns {string} what to say then */
export function downloadEvents(interview, events) {
  const { uid, sequence } = identity(interview.application, events);
  const text = calendarFile(
    events.map((event) => ({ ...event, uid: `${uid}-${event.id}`, sequence })),
    { stamp: new Date(), product: `-//Second entretien//${settings.lang.toUpperCase()}` },
  );
  const file = word("follow-up-plan.file-name");
  download(text, "text/calendar;charset=utf-8", file);
  return word("follow-up-plan.downloaded", { file });
}

export const allDay = (day) => ({ from: day, until: day, alarm: AT_NINE });

/** With an agency it is not the employer who is written to and called. */
function titleOf(step, { through }) {
  const isOfAgency = through === "agency" && step.id !== "prepare";
  return isOfAgency ? step.title : word(`follow-up-plan.event-title-${step.id}`);
}

export function titled(title, company) {
  return company ? word("follow-up-plan.title-with-company", { title, company }) : title;
}

function description(step, { where, people }) {
  if (step.id === "prepare") {
    return [word("follow-up-plan.meeting-note"), where, people].filter(Boolean).join("\n");
  }
  const script =
    step.id === "call" ? ["", settings.call_script.title, ...settings.call_script.lines] : [];
  return [step.when, ...step.reasons, ...skippedLines(step), ...script, "", settings.source].join(
    "\n",
  );
}

/** @returns {string[]} the days that moved a step, as lines of a text */
export function skippedLines({ skipped }) {
  return skipped.length
    ? [word("follow-up-plan.skipped"), ...skipped.map((text) => `– ${text}`)]
    : [];
}

/** The same events keep their names; the number of the version rises when anything in them changed. */
function identity(application, events) {
  const kept = (field) => application.get("interview", `calendar-${field}`);
  const keep = (field, value) => application.set("interview", `calendar-${field}`, value);
  const content = fingerprint(JSON.stringify(events));
  const known = kept("uid");
  const sequence =
    Number(kept("sequence") ?? 0) + Number(known !== null && kept("content") !== content);
  const uid = known ?? randomId();
  keep("uid", uid);
  keep("content", content);
  keep("sequence", String(sequence));
  return { uid, sequence };
}

/** A name no other plan has; `randomUUID` exists only where the page came over https. */
function randomId() {
  return [...crypto.getRandomValues(new Uint32Array(4))]
    .map((number) => number.toString(16).padStart(8, "0"))
    .join("");
}
