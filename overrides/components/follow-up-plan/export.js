/** What the reader takes away of a plan: a calendar file, its text, a print. */
import { calendarFile } from "../../dates/calendar-file.js";
import { fingerprint } from "../../file/fingerprint.js";
import { thankYouDeadline } from "../../dates/interview.js";
import { instantOf } from "../../dates/times.js";
import { timeInWords } from "../../dates/words.js";
import { copyText, download } from "../../shared/take-away.js";
import { answer, bringIntoView } from "../../shared/bring-into-view.js";
import { inWords, settings, word } from "../../shared/page-words.js";

const AT_NINE = 9 * 60;
const TWO_HOURS_BEFORE = -2 * 60;

export class PlanExport {
  #interview;
  #plan;
  #steps;

  constructor(/** @type {HTMLElement} */ section) {
    this.section = section;
    this.form = section.querySelector("form");
    for (const box of this.form.elements.steps)
      box.defaultChecked = ["thank-you", "call"].includes(box.value);
    this.form.addEventListener("submit", this);
    section.addEventListener("click", this);
    section.addEventListener("input", this);
  }

  show(interview, plan, steps) {
    [this.#interview, this.#plan, this.#steps] = [interview, plan, steps];
    const { company } = this.form.elements;
    if (company !== document.activeElement)
      company.value = interview.application.get("application", "company") ?? "";
    this.form.querySelector("[type=submit]").disabled = this.#events().length === 0;
  }

  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      this.#download();
    } else if (event.target.matches("[data-copy]")) this.#copy();
    else if (event.target.matches("[data-print]")) window.print();
    else if (event.type === "input" && event.target.name === "company") {
      this.#interview.application.set("application", "company", event.target.value.trim() || null);
    } else if (event.type === "input") {
      this.form.querySelector("[type=submit]").disabled = this.#events().length === 0;
    }
  }

  get #chosen() {
    return new FormData(this.form).getAll("steps");
  }

  /** The events of the chosen steps, without what makes them one file. */
  #events() {
    const interview = this.#interview;
    const due = thankYouDeadline(interview, settings);
    const start = interview.starts && instantOf(interview.day, interview.starts);
    const dates = {
      "thank-you": due ? { due, alarm: TWO_HOURS_BEFORE } : allDay(this.#plan.thank_you_by),
      prepare: start ? { due: start, alarm: TWO_HOURS_BEFORE } : allDay(interview.day),
      quiet: { ...allDay(interview.day), until: this.#plan.quiet_until, alarm: null },
      call: allDay(this.#plan.call_from),
    };
    return this.#steps
      .filter(({ id, status }) => Object.hasOwn(dates, id) && !["done", "past"].includes(status))
      .filter(({ id }) => id === "prepare" || this.#chosen.includes(id))
      .map((step) => ({
        id: step.id,
        title: this.#titled(word(`follow-up-plan.event-title-${step.id}`)),
        description: this.#description(step),
        ...dates[step.id],
        ...(step.id === "quiet" && { from: step.from }),
      }));
  }

  #titled(title) {
    const company = this.#interview.application.get("application", "company");
    return company && this.#chosen.includes("company")
      ? word("follow-up-plan.title-with-company", { title, company })
      : title;
  }

  #description(step) {
    const script =
      step.id === "call" ? ["", settings.call_script.title, ...settings.call_script.lines] : [];
    const { where, people } = this.#interview;
    const meeting = step.id === "prepare" ? [where, people].filter(Boolean) : [];
    return [
      step.when,
      ...step.reasons,
      ...skippedLines(step),
      ...meeting,
      ...script,
      "",
      settings.source,
    ].join("\n");
  }

  #download() {
    const events = this.#events();
    const { uid, sequence } = this.#identity(events);
    const text = calendarFile(
      events.map((event) => ({ ...event, uid: `${uid}-${event.id}`, sequence })),
      { stamp: new Date(), product: `-//Second entretien//${settings.lang.toUpperCase()}` },
    );
    download(text, "text/calendar;charset=utf-8", word("follow-up-plan.file-name"));
    answer(
      this.#said,
      word("follow-up-plan.downloaded", { file: word("follow-up-plan.file-name") }),
    );
  }

  /** The same events keep their names; the number of the version rises when anything in them changed. */
  #identity(events) {
    const { application } = this.#interview;
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

  async #copy() {
    const isCopied = await copyText(this.#text(), this.section.querySelector("[data-copied]"));
    const byHand = this.section.querySelector("[data-by-hand]");
    byHand.hidden = isCopied;
    if (isCopied) answer(this.#said, word("follow-up-plan.copied"));
    else bringIntoView(byHand);
  }

  get #said() {
    return this.section.querySelector("[data-exported]");
  }

  #text() {
    const { day, starts } = this.#interview;
    const time = starts ? `, ${timeInWords(starts, settings.calendar)}` : "";
    const blocks = this.#steps.map((step) =>
      [
        `${step.title} (${word(`follow-up-plan.status-${step.status}`)})`,
        step.when,
        ...step.reasons,
        ...skippedLines(step),
      ]
        .filter(Boolean)
        .join("\n"),
    );
    const head = word("follow-up-plan.text-title", { day: `${inWords(day)}${time}` });
    return [head, ...blocks, settings.source].join("\n\n");
  }
}

const allDay = (day) => ({ from: day, until: day, alarm: AT_NINE });

function skippedLines({ skipped }) {
  return skipped.length
    ? [word("follow-up-plan.skipped"), ...skipped.map((text) => `– ${text}`)]
    : [];
}

/** A name no other plan has; `randomUUID` exists only where the page came over https. */
function randomId() {
  return [...crypto.getRandomValues(new Uint32Array(4))]
    .map((number) => number.toString(16).padStart(8, "0"))
    .join("");
}
