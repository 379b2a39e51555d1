/** What the reader takes away of a plan: a calendar file, its text, a print. */
import { timeInWords } from "../../dates/words.js";
import { copyText } from "../../shared/copy-text.js";
import { answer, bringIntoView } from "../../shared/bring-into-view.js";
import {
  BY_DEFAULT,
  calendarEvents,
  chooseUsual,
  downloadEvents,
  isUsualChosen,
  skippedLines,
} from "./calendar.js";
import { reminderEvents } from "./reminders.js";
import { inWords, settings, word } from "../../shared/page-words.js";

export class PlanExport {
  #interview;
  #plan;
  #steps;
  #usual;

  constructor(/** @type {HTMLElement} */ section) {
    this.section = section;
    this.form = section.querySelector("form");
    for (const box of this.form.elements.steps) box.defaultChecked = BY_DEFAULT.includes(box.value);
    this.form.addEventListener("submit", this);
    section.addEventListener("click", this);
    section.addEventListener("input", this);
  }

  show(interview, plan, steps, usual) {
    [this.#interview, this.#plan, this.#steps] = [interview, plan, steps];
    this.#usual = usual;
    const { company, steps: boxes, usual: box } = this.form.elements;
    const reminders = [...boxes].find(({ value }) => value === "reminders");
    reminders.parentElement.hidden = !this.#isAhead || settings.reminders.length === 0;
    box.checked = isUsualChosen(interview.application);
    box.parentElement.hidden = usual === null;
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
      const { name, checked } = event.target;
      if (name === "usual") chooseUsual(this.#interview.application, checked);
      this.form.querySelector("[type=submit]").disabled = this.#events().length === 0;
    }
  }

  get #chosen() {
    return new FormData(this.form).getAll("steps");
  }

  get #isAhead() {
    return this.#steps.some(({ id }) => id === "prepare");
  }

  #events() {
    const chosen = this.#chosen;
    const reminds = chosen.includes("reminders") && this.#isAhead;
    return [
      ...calendarEvents(this.#interview, this.#plan, this.#steps, this.#usual, chosen),
      ...(reminds ? reminderEvents(this.#interview, chosen) : []),
    ];
  }

  #download() {
    answer(this.#said, downloadEvents(this.#interview, this.#events()));
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
    const usual = this.#usual === null ? [] : [this.#usual.said];
    return [head, ...blocks, ...usual, settings.source].join("\n\n");
  }
}
