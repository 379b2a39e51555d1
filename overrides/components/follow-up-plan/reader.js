/** Reads what is typed in the fields of a form: dates, times and numbers. */
import { civilDateOf } from "../../dates/dates.js";
import { clockTime, instantOf } from "../../dates/times.js";
import { dateInFigures, dateWithoutWeekday } from "../../dates/words.js";
import { loadLater } from "../../shared/page-data.js";
import { inWords, settings, timeWords, word } from "../../shared/page-words.js";

/** What reads what is typed, once it is there. @type {typeof import("./typing.js") | null} */
let typing = null;
/** @type {Promise<void> | null} */
let coming = null;

/** Bring it; where the network is away nothing is read, and the next sign brings it again. */
export function bringTyping() {
  coming ??= load();
  return coming;
}

async function load() {
  try {
    [typing] = await Promise.all([import("./typing.js"), loadLater()]);
  } catch {
    coming = null;
  }
}

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
    return typing === null ? { problem: "unread" } : this[this.#kind(name)](name, typed);
  }

  /** Whether what is typed waits for what reads it. */
  isWaiting(name) {
    return this.read(name).problem === "unread";
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
    const { orders } = settings;
    if (!place) return "either";
    return Object.hasOwn(orders, place) ? orders[place] : "day";
  }

  #unit(name) {
    const promise = this.form.typed(name.replace("delay", "promise"));
    const reading = settings.promises.find(({ id }) => id === promise)?.reading;
    // A number typed for one phrase stands there still once another was chosen, which counts nothing.
    return settings.units.includes(reading) ? reading : "days";
  }

  date(name, typed) {
    const side = this.form.isToCome(name) ? "future" : "past";
    const where = { order: this.#order, side };
    const read = typing.dateIn(typed, civilDateOf(new Date()), where);
    if (!read.dates) return { value: read.date, whole: read.whole, problem: read.problem };
    const { weekdays } = settings.calendar;
    const isOtherDay = read.weekday !== undefined;
    const question = isOtherDay
      ? word("follow-up-plan.wrong-not-that-weekday", { weekday: weekdays[read.weekday] })
      : word("follow-up-plan.two-ways");
    return { choices: read.dates, question };
  }

  time(name, typed) {
    const { time, times, problem } = typing.timeIn(typed);
    if (problem) return { problem: "time" };
    const day = this.form.dayOf(name);
    const all = times ?? [time];
    const possible = all.filter((each) => day === null || instantOf(day, each) !== null);
    if (possible.length < all.length) return { problem: "hour", choices: possible };
    return times ? { choices: times, question: word("follow-up-plan.two-ways") } : { value: time };
  }

  number(name, typed) {
    const value = typing.numberIn(typed, this.#unit(name)) ?? undefined;
    return value === undefined ? { problem: "delay" } : { value };
  }
}
