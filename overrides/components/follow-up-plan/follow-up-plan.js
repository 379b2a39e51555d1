import { civilDateOf, daysBetween } from "../../lib/dates.js";
import { parseDate } from "../../lib/date-input.js";
import { isDelay, status } from "../../lib/follow-up.js";
import {
  asksHowMany,
  isThanked,
  isThankYouLate,
  keepInterview,
  keptInterview,
  planOf,
  promiseOf,
  thankYouDeadline,
} from "../../lib/interview.js";
import { store } from "../../lib/store.js";
import { clockTime, clockTimeOf, instantOf, parseTime } from "../../lib/times.js";
import { dateInFigures, dateInWords, fill, timeInWords } from "../../lib/words.js";
import { KeptElement } from "../kept-element.js";
import { holidaysOf, settings } from "./settings.js";

const A_YEAR = 366;
const inWords = (date) => dateInWords(date, settings.calendar);
const word = (name, values = {}) => fill(settings.words[`follow-up-plan.${name}`], values);
const today = () => civilDateOf(new Date());

/** Asks when the interview was and what was promised, and shows the dated steps that follow. */
class FollowUpPlan extends KeptElement {
  #form;
  #typing = false;
  #showAgain = () => this.show();

  connectedCallback() {
    this.#form = this.querySelector("form");
    this.#form.hidden = false;
    this.querySelector("[data-intro]").hidden = false;
    this.querySelector("[data-no-script]").hidden = true;
    for (const picker of this.querySelectorAll("[data-pick]")) {
      picker.hidden = !("showPicker" in HTMLInputElement.prototype);
    }
    this.addEventListener("submit", this);
    this.addEventListener("input", this);
    this.addEventListener("click", this);
    document.addEventListener("visibilitychange", this.#showAgain);
    super.connectedCallback();
  }

  disconnectedCallback() {
    this.removeEventListener("submit", this);
    this.removeEventListener("input", this);
    this.removeEventListener("click", this);
    document.removeEventListener("visibilitychange", this.#showAgain);
    super.disconnectedCallback();
  }

  show() {
    // What is typed and not yet sent is not rewritten under the reader's hands.
    if (!this.#typing && !this.#form.contains(document.activeElement)) this.#fillForm();
    this.#showSteps(keptInterview(store, settings));
  }

  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      this.#submit();
    } else if (event.type === "input") {
      this.#input(event.target);
    } else if (event.target.matches("[data-pick]")) {
      this.#field(event.target).querySelector("input[type=date]").showPicker();
    } else if (event.target.matches("[data-summary] a")) {
      event.preventDefault();
      this.querySelector(event.target.hash).focus();
    }
  }

  #input(control) {
    this.#typing = true;
    if (control.type === "date") {
      const text = this.#field(control).querySelector("input[type=text]");
      if (control.value) text.value = dateInFigures(control.value);
    }
    this.#echo();
  }

  #field(nameOrChild) {
    return typeof nameOrChild === "string"
      ? this.querySelector(`[data-field=${nameOrChild}]`)
      : nameOrChild.closest("[data-field]");
  }

  #read() {
    const values = new FormData(this.#form);
    const promise = settings.promises.find((each) => each.id === values.get("promise"));
    const number = values.get("delay").trim();
    return {
      ordinal: Number(values.get("which")),
      day: parseDate(values.get("day"), today(), settings.names),
      ended: parseTime(values.get("ended")),
      promise,
      promised: parseDate(values.get("promised"), today(), settings.names),
      number: /^\d+$/.test(number) ? Number(number) : NaN, // Number() would take 1e2 and 0x10
      place: values.get("place"),
    };
  }

  /** Say each date back with its weekday, and how a phrase is read. */
  #echo() {
    const { day, promise, promised, number, place } = this.#read();
    this.#field("promised").hidden = promise?.reading !== "date";
    this.#field("delay").hidden = !promise || !asksHowMany(promise);
    for (const [name, { date }] of Object.entries({ day, promised })) {
      const far = date && Math.abs(daysBetween(today(), date)) > A_YEAR;
      const said = date ? inWords(date) : "";
      this.#say(
        this.#field(name).querySelector("[data-echo]"),
        far ? `${said}. ${word("far", { year: nearestYear(date) })}` : said,
      );
    }
    this.#echoPromise(day.date, promise, number, place);
  }

  async #echoPromise(day, promise, number, place) {
    const vague =
      day &&
      promise &&
      !["nothing", "date"].includes(promise.reading) &&
      (isDelay(number) || !asksHowMany(promise));
    const holidays = vague ? (await holidaysOf(place)).days : null;
    const until = vague ? inWords(promiseOf({ day, promise, number }, holidays)) : "";
    const echo = this.querySelector("[data-reading]");
    this.#say(echo, vague ? word("reading", { date: until }) : "");
  }

  /** Write a status once: the same text again would be read out again. */
  #say(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  #fillForm() {
    const interview = keptInterview(store, settings);
    if (interview !== null) {
      this.#form.elements.which.value = String(interview.ordinal);
      this.#form.elements.day.value = dateInFigures(interview.day);
      this.#form.elements.ended.value = interview.ended ? clockTime(interview.ended) : "";
      this.#form.elements.promise.value = interview.promise.id;
      this.#form.elements.place.value = interview.place;
      this.#form.elements.delay.value = asksHowMany(interview.promise) ? interview.number : "";
      this.#form.elements.promised.value = interview.promised
        ? dateInFigures(interview.promised)
        : "";
    }
    this.#echo();
  }

  #submit() {
    const typed = this.#read();
    const { ordinal, day, ended, promise, promised, number, place } = typed;
    const errors = this.#errors(typed);
    this.#showErrors(errors);
    if (errors.size > 0) return;
    this.#typing = false;
    keepInterview(store, {
      ordinal,
      day: day.date,
      ended,
      promise,
      promised: promise.reading === "date" ? promised.date : null,
      number: asksHowMany(promise) ? number : null,
      place,
    });
    // The answer may be elsewhere on the page; it is shown once the holidays are known.
    const answer = this.querySelector(".se-plan__result") ?? document.querySelector("next-step");
    holidaysOf(place).then(() => answer?.focus());
  }

  /** @returns {Map<string, string>} what to put right, by field, in the order of the form */
  #errors({ ordinal, day, ended, promise, promised, number, place }) {
    const errors = new Map();
    if (!ordinal) errors.set("which", word("which-missing"));
    if (day.problem) errors.set("day", this.#dateError("day", day.problem));
    const typedEnd = this.#form.elements.ended.value.trim();
    const never = day.date && ended && instantOf(day.date, ended) === null;
    if (never || (typedEnd && !ended)) {
      errors.set(
        "ended",
        word(never ? "ended-never" : "ended-wrong", {
          field: this.#label("ended"),
          typed: typedEnd,
        }),
      );
    }
    if (!promise) errors.set("promise", word("promise-missing"));
    if (promise && asksHowMany(promise) && !isDelay(number)) {
      errors.set("delay", word("delay-wrong", { field: this.#label("delay") }));
    }
    if (promise?.reading === "date") {
      if (promised.problem) {
        errors.set("promised", this.#dateError("promised", promised.problem));
      } else if (day.date && promised.date < day.date) {
        errors.set(
          "promised",
          word("promised-too-early", {
            field: this.#label("promised"),
            interview: inWords(day.date),
          }),
        );
      }
    }
    if (!place) errors.set("place", word("place-missing", { field: this.#label("place") }));
    return errors;
  }

  #dateError(field, problem) {
    return word(problem, {
      field: this.#label(field),
      typed: this.#form.elements[field].value.trim(),
      example: settings.example,
    });
  }

  #label(field) {
    return this.#field(field).querySelector("label").textContent;
  }

  #showErrors(errors) {
    const summary = this.querySelector("[data-summary]");
    const lines = [];
    for (const field of this.querySelectorAll("[data-field]")) {
      const message = errors.get(field.dataset.field) ?? "";
      const place = field.querySelector("[data-error]");
      place.textContent = message;
      place.hidden = message === "";
      const control = field.querySelector("input, select");
      control.id ||= `plan-${field.dataset.field}`;
      for (const input of field.querySelectorAll("select, input:not([type=date])")) {
        if (message) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
      if (message) lines.push(errorLink(control.id, message));
    }
    summary.querySelector("ul").replaceChildren(...lines);
    summary.hidden = lines.length === 0;
    if (lines.length > 0) summary.focus();
  }

  async #showSteps(interview) {
    const details = this.querySelector("details");
    if (details) {
      // Home page: open for a newcomer, folded once there is something to say.
      if (details.hidden || interview !== null) details.open = interview === null;
      details.hidden = false;
      const summary = details.querySelector("summary");
      summary.textContent = interview === null ? summary.dataset.ask : summary.dataset.change;
    }
    const result = this.querySelector(".se-plan__result");
    if (!result) return;
    result.hidden = interview === null;
    if (interview === null) return;
    const holidays = await holidaysOf(interview.place);
    const plan = planOf(interview, settings, holidays.days);
    const steps = this.#steps(interview, plan).map((step) => this.#step(step));
    result.querySelector("ol").replaceChildren(...steps);
    result.querySelector("[data-holidays]").textContent = this.#holidaysNote(
      plan,
      holidays,
      interview.place,
    );
  }

  #holidaysNote(plan, { days, first, last, loaded }, place) {
    if (!loaded) return word("holidays-missing");
    if (days.size === 0) return word("holidays-elsewhere");
    const year = Number(plan.call_from.slice(0, 4));
    return year < first || year > last
      ? word("holidays-unknown", { first, last })
      : word("holidays-place", { place: settings.holidays.places[place] });
  }

  /** The steps of a plan in words: what example.html does at build time. */
  #steps(interview, plan) {
    const { rules, badges } = settings;
    const first = interview.ordinal === 1;
    const open = plan.promised === null;
    const basis = open ? rules.quiet : rules.promise;
    const badge = first ? badges.extension : badges.article;
    const extended = first ? [word("extended")] : [];
    const steps = [
      {
        id: "thank-you",
        badge: first ? badges.article : badges.addition,
        when: thankYouWhen(interview, plan),
        reasons: [rules.thank_you.reason, ...(first ? [] : [word("thank-you-second")])],
        points: rules.thank_you.points,
        from: interview.day,
        until: plan.thank_you_by,
        over: isThankYouLate(interview, plan, settings, new Date()),
        done: isThanked(store, settings),
      },
      {
        id: "quiet",
        badge,
        when: between(interview.day, plan.quiet_until),
        reasons: [basis.reason, ...extended],
        points: basis.points,
        from: interview.day,
        until: plan.quiet_until,
      },
    ];
    if (plan.patience) {
      const [from, until] = plan.patience;
      steps.push({
        id: "patience",
        badge: badges.reading,
        when: between(from, until),
        reasons: [word(open ? "patience-silent" : "patience-closed")],
        points: [],
        from,
        until,
      });
    }
    const target = plan.skipped[0]?.day ?? plan.call_from;
    steps.push({
      id: "call",
      badge,
      when: word("from", { from: inWords(plan.call_from) }),
      reasons: open
        ? [
            word("call-counted", { delay: settings.call_delay, target: inWords(target) }),
            rules.call.reason,
            ...extended,
          ]
        : [word("call-after-promise", { promised: inWords(plan.promised) }), ...extended],
      points: open ? rules.call.points : rules.promise.points,
      skipped: plan.skipped.map(({ day, holiday }) =>
        word("skipped-day", { date: inWords(day), reason: holiday ?? word("weekend") }),
      ),
      from: plan.call_from,
      until: null,
    });
    return steps;
  }

  #step({ id, badge, when, reasons, points, from, until, skipped = [], over, done }) {
    const item = this.querySelector("template").content.firstElementChild.cloneNode(true);
    const state = done ? "done" : over ? "past" : status(from, until, today());
    item.dataset.step = id;
    item.dataset.state = state;
    const put = (name, text) => (item.querySelector(`[data-${name}]`).textContent = text);
    put("title", word(id));
    put("status", word(`status-${state}`));
    put("when", when);
    put("reason", reasons.join(" "));
    const days = item.querySelector("[data-skipped]");
    days.hidden = skipped.length === 0;
    days
      .querySelector("ul")
      .append(
        ...skipped.map((text) =>
          Object.assign(document.createElement("li"), { textContent: text }),
        ),
      );
    const mark = Object.assign(document.createElement("span"), {
      className: `se-badge se-badge--${badge.kind}`,
      title: badge.title,
      textContent: badge.text,
    });
    item.querySelector("[data-badge]").replaceChildren(mark);
    const links = points.map((point) =>
      Object.assign(document.createElement("a"), {
        href: settings.points[point],
        textContent: word("source", { point }),
      }),
    );
    item
      .querySelector("[data-sources]")
      .replaceChildren(...links.flatMap((link, index) => (index ? [", ", link] : [link])));
    return item;
  }
}

function thankYouWhen(interview, plan) {
  const due = thankYouDeadline(interview, settings);
  if (due === null) return word("thank-you-when", { by: inWords(plan.thank_you_by) });
  return word("thank-you-at", {
    by: inWords(civilDateOf(due)),
    time: timeInWords(clockTimeOf(due), settings.calendar),
    delay: settings.thank_you_delay,
  });
}

function between(from, until) {
  return from === until
    ? word("one-day", { from: inWords(from) })
    : word("from-until", { from: inWords(from), until: inWords(until) });
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

customElements.define("follow-up-plan", FollowUpPlan);
