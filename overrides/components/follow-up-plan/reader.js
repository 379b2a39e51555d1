/** Reads what is typed in the fields of a form: dates, times and numbers. */
import { civilDateOf } from "../../dates/dates.js";
import { parseDate } from "../../dates/date-input.js";
import { parseTypedTime } from "../../dates/time-input.js";
import { clockTime, instantOf } from "../../dates/times.js";
import { parseNumber } from "../../dates/typed.js";
import { dateInFigures, dateWithoutWeekday } from "../../dates/words.js";
import { inWords, settings, timeWords, word } from "../../shared/page-words.js";

/**
 * @typedef {{ value?: string | object | number, whole?: boolean, choices?: object[],
 *   question?: string, problem?: string }} Reading a civil date, a clock time or a number; or what it
 *   may be, and the question that asks; or what is wrong
 */
export class Reader {
  /** What the page wrote itself, and what it meant: the same words may mean another day elsewhere. */
  #written = new Map();

  constructor(/** @type {import("./dates-form.js").DatesForm} */ form) {
    this.form = form;
  }

  /** @returns {Reading} */
  read(name) {
    const typed = this.form.typed(name);
    if (typed === "") return { problem: "missing" };
    const written = this.#written.get(name);
    if (written?.text === typed) return { value: written.value, whole: true };
    return this[this.#kind(name)](name, typed);
  }

  /** Write a value so that it can be read in one way only. */
  write(name, value) {
    const text = value === null ? "" : this.#text(this.#kind(name), value);
    this.form.form.elements[name].value = text;
    this.#written.set(name, { text, value });
  }

  inWords(name, value) {
    const kind = this.#kind(name);
    if (kind === "date") return inWords(value);
    if (kind === "time") return timeWords(value);
    return word(`follow-up-plan.delay-${this.#unit(name)}`, { number: value });
  }

  #kind(name) {
    return this.form.frame(name).dataset.kind;
  }

  #text(kind, value) {
    if (kind === "number") return String(value);
    if (kind === "time") return clockTime(value);
    return this.#order === "day"
      ? dateInFigures(value)
      : dateWithoutWeekday(value, settings.calendar);
  }

  /** What comes first of 8/12 where the employer is. */
  get #order() {
    const { place } = this.form;
    const { orders } = settings.names;
    if (!place) return "either";
    return Object.hasOwn(orders, place) ? orders[place] : "day";
  }

  #unit(name) {
    const promise = this.form.typed(name.replace("delay", "promise"));
    const reading = settings.promises.find(({ id }) => id === promise)?.reading;
    // A number typed for one phrase stands there still once another was chosen, which counts nothing.
    return Object.hasOwn(settings.names.units, reading) ? reading : "days";
  }

  date(name, typed) {
    const side = this.form.isToCome(name) ? "future" : "past";
    const where = { order: this.#order, side };
    const read = parseDate(typed, civilDateOf(new Date()), settings.names, where);
    if (!read.dates) return { value: read.date, whole: read.whole, problem: read.problem };
    const { weekdays } = settings.calendar;
    const isOtherDay = read.weekday !== undefined;
    const question = isOtherDay
      ? word("follow-up-plan.wrong-not-that-weekday", { weekday: weekdays[read.weekday] })
      : word("follow-up-plan.two-ways");
    return { choices: read.dates, question };
  }

  time(name, typed) {
    const { time, times, problem } = parseTypedTime(typed, settings.names);
    if (problem) return { problem: "time" };
    const day = this.form.dayOf(name);
    const all = times ?? [time];
    const possible = all.filter((each) => day === null || instantOf(day, each) !== null);
    if (possible.length < all.length) return { problem: "hour", choices: possible };
    return times ? { choices: times, question: word("follow-up-plan.two-ways") } : { value: time };
  }

  number(name, typed) {
    const unit = this.#unit(name);
    const units = settings.names.units[unit] ?? [];
    const value = parseNumber(typed, units, settings.names) ?? undefined;
    return value === undefined ? { problem: "delay" } : { value };
  }
}
