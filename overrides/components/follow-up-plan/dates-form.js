/** What the forms of follow-up-plan share: what is typed is read and said back, errors, the calendar. */
import { civilDateOf, daysBetween } from "../../dates/dates.js";
import { isDelay } from "../../dates/follow-up.js";
import { asksHowMany, promiseOf } from "../../dates/interview.js";
import { store } from "../../file/store.js";
import { leadTo } from "../../shared/bring-into-view.js";
import { still, whenStill } from "../../shared/press.js";
import { say } from "../../shared/say.js";
import { startAfresh } from "../../shared/start-afresh.js";
import { Reader } from "./reader.js";
import { inWords, settings, word } from "../../shared/page-words.js";
import { holidaysOf } from "./holidays.js";

const A_YEAR = 366;
const MOST_QUOTED = 20; // characters of what was typed, so that a message keeps to its room

export const today = () => civilDateOf(new Date());

export class DatesForm {
  #isChanged = false;
  /** The name of the field that is being typed in and not left yet. */
  #unfinished = null;
  /** The application and the interview that it shows. */
  #shown = "";
  #reader = new Reader(this);

  constructor(/** @type {HTMLFormElement} */ form) {
    this.form = form;
    for (const picker of form.querySelectorAll("[data-pick]")) {
      picker.hidden = !("showPicker" in HTMLInputElement.prototype);
    }
  }

  /**
   * Show what is kept, but never over what is typed and not yet sent, under the reader's hands:
   * unless they went to another application or interview, which must not get what was typed for
   * this one.
   */
  show() {
    if (this.#shown !== spokenOf()) {
      for (const details of this.form.querySelectorAll("details")) details.open = false;
      this.refill();
    } else if (!this.#isChanged && !this.isWaiting && !this.form.contains(document.activeElement))
      this.refill();
  }

  refill() {
    this.#isChanged = false;
    this.#unfinished = null;
    this.#shown = spokenOf();
    startAfresh(this.form);
    this.showErrors(new Map());
    this.fill();
    this.echo();
  }

  handleEvent(event) {
    const { target, type } = event;
    if (type === "submit") {
      event.preventDefault();
      this.#submit();
    } else if (type === "input") {
      if (target.type === "date") this.#take(target, target.value);
      else {
        this.#letFieldsSpeak(true);
        this.#unfinished = target.closest("[data-kind]")?.dataset.field ?? null;
        this.input(target, this.#isChanged);
      }
    } else if (type !== "click") this.#leave(target);
    else if (target.matches("[data-pick]")) {
      this.frame(target).querySelector("input[type=date]").showPicker();
    } else if (target.matches("[data-choice]")) {
      this.#take(target, JSON.parse(target.dataset.choice));
    } else if (target.matches("[data-summary] a")) {
      event.preventDefault();
      const field = this.form.querySelector(target.hash);
      leadTo(field, this.frame(field));
    }
  }

  /** Whether something typed waits for what reads it. */
  get isWaiting() {
    const frames = [...this.form.querySelectorAll("[data-kind]")];
    return frames.some(({ dataset }) => this.#reader.isWaiting(dataset.field));
  }

  /** A field changed; `before` says whether something was typed already. */
  input(_control, _before) {
    this.#isChanged = true;
    this.echo();
  }

  /** What is typed is finished once its field is left. */
  #leave(field) {
    if (!field.closest("[data-kind]")) return;
    this.#unfinished = null;
    whenStill(() => this.echo());
  }

  /** The reader chose a value by pointing at it. */
  #take(control, value) {
    if (!value) return;
    this.#letFieldsSpeak(true);
    const field = this.frame(control).querySelector("input[type=text]");
    this.write(field.name, value);
    this.#unfinished = null;
    this.input(field, this.#isChanged);
    if (control.type !== "date") field.focus();
  }

  /**
   * Keep what is said as soon as it can be read, and go on with the form as it is.
   * @returns {boolean} whether it is
   */
  keepSoFar() {
    const typed = this.read();
    const isWhole = this.errors(typed).size === 0;
    if (isWhole) this.keep(typed);
    this.#shown = spokenOf();
    return isWhole;
  }

  #submit() {
    this.#unfinished = null;
    const typed = this.read();
    const errors = this.errors(typed);
    this.#letFieldsSpeak(errors.size === 0);
    this.showErrors(errors);
    if (errors.size > 0) {
      leadTo(this.form.querySelector("[data-summary]"));
      return;
    }
    this.keep(typed);
    this.refill();
  }

  /** Not while the list of errors, which has the focus, says the same. */
  #letFieldsSpeak(may) {
    for (const place of this.form.querySelectorAll("[role=status]")) {
      place.setAttribute("aria-live", may ? "polite" : "off");
    }
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

  /** Where the employer is, as far as it is known: places differ in what 8/12 is. */
  get place() {
    return this.typed("place") || store.current.get("application", "place");
  }

  /** Whether a weekday alone is one to come, such as that of a promised reply. */
  isToCome(_name) {
    return true;
  }

  /** The day of a time: on some nights it does not exist. */
  dayOf(_name) {
    return null;
  }

  /** @returns {import("./reader.js").Reading} */
  reading(name) {
    return this.#reader.read(name);
  }

  /** @returns {string | object | number | null} what a field says, if it is one thing */
  value(name) {
    return this.reading(name).value ?? null;
  }

  write(name, value) {
    this.#reader.write(name, value);
    const picker = this.frame(name).querySelector("input[type=date]");
    if (picker) picker.value = value ?? "";
  }

  /** Say below each field how it is read, or what is wrong; of the one that is being typed in, no more than is sure. */
  echo() {
    const errors = this.errors(this.read());
    for (const frame of this.form.querySelectorAll("[data-kind]")) {
      const name = frame.dataset.field;
      const isLeft = name !== this.#unfinished;
      if (this.typed(name) !== "" || !isLeft) this.#showField(frame, isLeft, errors.get(name));
      else this.#sayReading(frame, { choices: [] });
    }
  }

  #showField(frame, isLeft, error) {
    const { value, choices = [], whole, problem, question } = this.reading(frame.dataset.field);
    const isSure = isLeft || whole;
    const message = isLeft && (problem || choices.length === 0) ? error : "";
    const said = isSure && value !== undefined && !message ? this.#inWords(frame, value) : "";
    showError(frame, message ?? "");
    this.#sayReading(frame, {
      text: isLeft && !message && question ? question : said,
      choices: isLeft ? choices : [],
    });
  }

  #sayReading(frame, { text = "", choices }) {
    say(frame.querySelector("[data-echo]"), text);
    const buttons = choices.map((value) => [
      JSON.stringify(value),
      this.#inWords(frame, value, true),
    ]);
    showChoices(frame.querySelector("[data-choices]"), buttons);
  }

  /** What is read, in words; of a date far from today, with a question. */
  #inWords(frame, value, isChoice = false) {
    const words = this.#reader.inWords(frame.dataset.field, value);
    const isFar = frame.dataset.kind === "date" && Math.abs(daysBetween(today(), value)) > A_YEAR;
    return isFar && !isChoice
      ? `${words}. ${word("follow-up-plan.far", { year: nearestYear(value) })}`
      : words;
  }

  /** @returns {string | undefined} what is wrong in a field, or still to be chosen */
  readingError(name) {
    const { problem, choices } = this.reading(name);
    if (!problem && !choices) return undefined;
    const typed = quoted(this.typed(name));
    const field = this.label(name);
    return problem
      ? word(`follow-up-plan.wrong-${problem}`, { field, typed, example: settings.example })
      : word("follow-up-plan.choose", { field, typed });
  }

  /** What the employer said, in the fields with a prefix: a phrase and the number or date it needs. */
  readSaid(prefix) {
    const id = this.typed(`${prefix}promise`);
    return {
      promise: settings.promises.find((each) => each.id === id),
      promised: this.value(`${prefix}promised`),
      number: this.value(`${prefix}delay`),
    };
  }

  /** Show the fields that a phrase needs, and how it is read when said on a day. */
  async echoSaid(prefix, said, day, place) {
    const { promise, number } = said;
    this.frame(`${prefix}promised`).hidden = promise?.reading !== "date";
    this.frame(`${prefix}delay`).hidden = !promise || !asksHowMany(promise);
    const vague =
      day &&
      promise &&
      !["nothing", "date"].includes(promise.reading) &&
      (isDelay(number) || !asksHowMany(promise));
    const holidays = vague ? (await holidaysOf(place)).days : null;
    await still();
    say(
      this.frame(`${prefix}promise`).querySelector("[data-reading]"),
      vague
        ? word("follow-up-plan.reading", { date: inWords(promiseOf(day, said, holidays)) })
        : "",
    );
  }

  /** @returns {[string, string][]} what is wrong in what the employer said, by field */
  saidErrors(prefix, { promise, promised, number }, day) {
    const name = `${prefix}promised`;
    if (!promise) return [[`${prefix}promise`, word("follow-up-plan.promise-missing")]];
    if (asksHowMany(promise) && !isDelay(number)) {
      const field = `${prefix}delay`;
      return [[field, word("follow-up-plan.wrong-delay", { field: this.label(field) })]];
    }
    if (promise.reading !== "date") return [];
    const problem = this.readingError(name);
    if (problem) return [[name, problem]];
    if (day && promised < day) {
      const values = { field: this.label(name), interview: inWords(day) };
      return [
        [
          name,
          prefix
            ? word("follow-up-plan.news-promised-too-early", values)
            : word("follow-up-plan.promised-too-early", values),
        ],
      ];
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
    this.write(`${prefix}delay`, said?.number ?? null);
    this.write(`${prefix}promised`, said?.promised ?? null);
  }

  /** @param {Map<string, string>} errors what to put right, by field; shown in the form's order */
  showErrors(errors) {
    const summary = this.form.querySelector("[data-summary]");
    const lines = [];
    for (const frame of this.form.querySelectorAll("[data-field]")) {
      const message = errors.get(frame.dataset.field) ?? "";
      const control = frame.querySelector("input, select");
      control.id ||= `plan-${frame.dataset.field}`;
      showError(frame, message);
      if (message) {
        const echo = frame.querySelector("[data-echo]");
        if (echo) say(echo, "");
        frame.closest("details")?.setAttribute("open", "");
        lines.push(errorLink(control.id, message));
      }
    }
    summary.querySelector("ul").replaceChildren(...lines);
    summary.hidden = lines.length === 0;
  }
}

function showError(frame, message) {
  const place = frame.querySelector("[data-error]");
  say(place, message);
  place.hidden = message === "";
  for (const control of frame.querySelectorAll("select, input:not([type=date])")) {
    if (message) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

/** A button for each way to read what was typed; those that are there already keep the focus. */
function showChoices(place, choices) {
  const shown = [...place.children].map((button) => button.dataset.choice);
  if (shown.join() === choices.map(([value]) => value).join()) return;
  place.replaceChildren(
    ...choices.map(([value, textContent]) => {
      const button = Object.assign(document.createElement("button"), {
        type: "button",
        className: "se-plan__choose",
        textContent,
      });
      button.dataset.choice = value;
      return button;
    }),
  );
}

/** The beginning of what was typed, so that its message stays short. */
function quoted(typed) {
  return typed.length > MOST_QUOTED ? `${typed.slice(0, MOST_QUOTED)}…` : typed;
}

function spokenOf() {
  const { id, interview } = store.current;
  return `${id} ${interview}`;
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
