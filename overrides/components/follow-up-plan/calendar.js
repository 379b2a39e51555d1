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
export const USUAL = ["thank-you", "call"];

/**
 * @param {import("../../file/kept-interview.js").KeptInterview} interview
 * @param {import("../../dates/follow-up.js").Plan} plan
 * @param {import("./steps-in-words.js").StepInWords[]} steps
 * @param {string[]} chosen the steps that go into the file, and "company" for its name in the titles
 * @returns the events, without what makes them one file
 */
export function calendarEvents(interview, plan, steps, chosen = USUAL) {
  const due = thankYouDeadline(interview, settings);
  const start = interview.starts && instantOf(interview.day, interview.starts);
  const dates = {
    "thank-you": due ? { due, alarm: TWO_HOURS_BEFORE } : allDay(plan.thank_you_by),
    prepare: start ? { due: start, alarm: TWO_HOURS_BEFORE } : allDay(interview.day),
    quiet: { ...allDay(interview.day), until: plan.quiet_until, alarm: null },
    call: allDay(plan.call_from),
  };
  const company = chosen.includes("company") && interview.application.get("application", "company");
  return steps
    .filter(({ id, status }) => Object.hasOwn(dates, id) && !["done", "past"].includes(status))
    .filter(({ id }) => id === "prepare" || chosen.includes(id))
    .map((step) => ({
      id: step.id,
      title: titled(word(`follow-up-plan.event-title-${step.id}`), company),
      description: description(step, interview),
      ...dates[step.id],
      ...(step.id === "quiet" && { from: step.from }),
    }));
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

const allDay = (day) => ({ from: day, until: day, alarm: AT_NINE });

function titled(title, company) {
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
