/** What the forms of follow-up-plan share: dates said back, the calendar button, and errors. */
import { civilDateOf, daysBetween } from "../../lib/dates.js";
import { parseDate } from "../../lib/date-input.js";
import { isDelay } from "../../lib/follow-up.js";
import { asksHowMany, promiseOf } from "../../lib/interview.js";
import { store } from "../../lib/store.js";
import { dateInFigures } from "../../lib/words.js";
import { say } from "../say.js";
import { holidaysOf, inWords, settings, word } from "./settings.js";

const A_YEAR = 366;

export const today = () => civilDateOf(new Date());

export class DatesForm {
  #typing = false;
  #shown = "";

  constructor(/** @type {HTMLFormElement} */ form) {
    this.form = form;
    for (const picker of form.querySelectorAll("[data-pick]")) {
      picker.hidden = !("showPicker" in HTMLInputElement.prototype);
    }
  }

  /**
   * Show what is kept, but never over what is typed and not yet sent, under the reader's hands:
   * unless they went to another application, which must not get what was typed for this one.
   */
  show() {
    if (this.#shown !== store.current.id) this.refill();
    else if (!this.#typing && !this.form.contains(document.activeElement)) this.refill();
  }

  refill() {
    this.#typing = false;
    this.#shown = store.current.id;
    this.fill();
    this.echo();
  }

  handleEvent(event) {
    const { target } = event;
    if (event.type === "submit") {
      event.preventDefault();
      this.#submit();
    } else if (event.type === "input") {
      if (target.type === "date" && target.value) {
        this.frame(target).querySelector("input[type=text]").value = dateInFigures(target.value);
      }
      this.input(target, this.#typing);
    } else if (target.matches("[data-pick]")) {
      this.frame(target).querySelector("input[type=date]").showPicker();
    } else if (target.matches("[data-summary] a")) {
      event.preventDefault();
      this.form.querySelector(target.hash).focus();
    }
  }

  /** A field changed; `before` says whether something was typed already. */
  input(_control, _before) {
    this.#typing = true;
    this.echo();
  }

  #submit() {
    const typed = this.read();
    const errors = this.errors(typed);
    this.showErrors(errors);
    this.form.querySelector("[data-summary]").focus();
    if (errors.size > 0) return;
    this.keep(typed);
    this.refill();
  }

  /** The field of a name, or the one that an element is in. */
  frame(nameOrChild) {
    return typeof nameOrChild === "string"
      ? this.form.querySelector(`[data-field="${nameOrChild}"]`)
      : nameOrChild.closest("[data-field]");
  }

  label(name) {
    return this.frame(name).querySelector("label").textContent;
  }

  typed(name) {
    return (this.form.elements[name]?.value ?? "").trim();
  }

  date(name) {
    return parseDate(this.typed(name), today(), settings.names);
  }

  fillDate(name, /** @type {string | null} */ date) {
    this.form.elements[name].value = date === null ? "" : dateInFigures(date);
  }

  /** Say a date back with its weekday, and ask when it is far from today. */
  echoDate(name) {
    const { date } = this.date(name);
    const far = date && Math.abs(daysBetween(today(), date)) > A_YEAR;
    const said = date ? inWords(date) : "";
    say(
      this.frame(name).querySelector("[data-echo]"),
      far ? `${said}. ${word("far", { year: nearestYear(date) })}` : said,
    );
  }

  dateError(name) {
    const { problem } = this.date(name);
    return (
      problem &&
      word(problem, {
        field: this.label(name),
        typed: this.typed(name),
        example: settings.example,
      })
    );
  }

  /** What the employer said, in the fields with a prefix: a phrase and the number or date it needs. */
  readSaid(prefix) {
    const id = this.typed(`${prefix}promise`);
    const number = this.typed(`${prefix}delay`);
    return {
      promise: settings.promises.find((each) => each.id === id),
      promised: this.date(`${prefix}promised`).date ?? null,
      number: /^\d+$/.test(number) ? Number(number) : null, // Number() would take 1e2 and 0x10
    };
  }

  /** Show the fields that a phrase needs, and how it is read when said on a day. */
  async echoSaid(prefix, said, day, place) {
    const { promise, number } = said;
    this.frame(`${prefix}promised`).hidden = promise?.reading !== "date";
    this.frame(`${prefix}delay`).hidden = !promise || !asksHowMany(promise);
    this.echoDate(`${prefix}promised`);
    const vague =
      day &&
      promise &&
      !["nothing", "date"].includes(promise.reading) &&
      (isDelay(number) || !asksHowMany(promise));
    const holidays = vague ? (await holidaysOf(place)).days : null;
    say(
      this.frame(`${prefix}promise`).querySelector("[data-reading]"),
      vague ? word("reading", { date: inWords(promiseOf(day, said, holidays)) }) : "",
    );
  }

  /** @returns {[string, string][]} what is wrong in what the employer said, by field */
  saidErrors(prefix, { promise, promised, number }, day) {
    const name = `${prefix}promised`;
    if (!promise) return [[`${prefix}promise`, word("promise-missing")]];
    if (asksHowMany(promise) && !isDelay(number)) {
      const field = `${prefix}delay`;
      return [[field, word("delay-wrong", { field: this.label(field) })]];
    }
    if (promise.reading !== "date") return [];
    const problem = this.dateError(name);
    if (problem) return [[name, problem]];
    if (day && promised < day) {
      const values = { field: this.label(name), interview: inWords(day) };
      return [[name, word(`${prefix}promised-too-early`, values)]];
    }
    return [];
  }

  /** The fields of the store that keep what the employer said. */
  saidFields(prefix, said) {
    const { promise, promised, number } = said ?? {};
    return {
      [`${prefix}promise`]: promise?.id ?? null,
      [`${prefix}promised-day`]: promise?.reading === "date" ? promised : null,
      [`${prefix}promised-number`]: promise && asksHowMany(promise) ? String(number) : null,
    };
  }

  fillSaid(prefix, said) {
    this.form.elements[`${prefix}promise`].value = said?.promise.id ?? "";
    this.form.elements[`${prefix}delay`].value = said?.number ?? "";
    this.fillDate(`${prefix}promised`, said?.promised ?? null);
  }

  /** @param {Map<string, string>} errors what to put right, by field; shown in the form's order */
  showErrors(errors) {
    const summary = this.form.querySelector("[data-summary]");
    const lines = [];
    for (const frame of this.form.querySelectorAll("[data-field]")) {
      const message = errors.get(frame.dataset.field) ?? "";
      const place = frame.querySelector("[data-error]");
      place.textContent = message;
      place.hidden = message === "";
      const control = frame.querySelector("input, select");
      control.id ||= `plan-${frame.dataset.field}`;
      for (const input of frame.querySelectorAll("select, input:not([type=date])")) {
        if (message) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
      if (message) {
        frame.closest("details")?.setAttribute("open", "");
        lines.push(errorLink(control.id, message));
      }
    }
    summary.querySelector("ul").replaceChildren(...lines);
    summary.hidden = lines.length === 0;
  }
}

/** The year, last, this or next, that brings a day closest to today. */
function nearestYear(date) {
  const now = today();
  const year = Number(now.slice(0, 4));
  const distance = (each) => Math.abs(daysBetween(now, `${each}${date.slice(4)}`));
  return [year - 1, year, year + 1].reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

function errorLink(id, message) {
  const link = Object.assign(document.createElement("a"), {
    href: `#${id}`,
    textContent: message,
  });
  const line = document.createElement("li");
  line.append(link);
  return line;
}
