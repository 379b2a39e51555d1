import { addDays, isReadableDate, weekday } from "../../dates/dates.js";
import { isNeverThere } from "../../dates/follow-up.js";
import { promiseOf } from "../../dates/interview.js";
import { keepFields, keptInterview } from "../../file/kept-interview.js";
import { store } from "../../file/store.js";
import { clockTime } from "../../dates/times.js";
import { shortDay } from "../../dates/words.js";
import { loadLater } from "../../shared/page-data.js";
import { say } from "../../shared/say.js";
import { DatesForm, today } from "./dates-form.js";
import { inWords, settings, word } from "../../shared/page-words.js";

const PERIODS = [1, 2, 3];
const THIRD = 3;
const SATURDAY = 5;

/** Asks when the interview was or will be, what was promised, and when the contact can be reached. */
export class InterviewForm extends DatesForm {
  /** The weekdays on the buttons, by their number. */
  #days = [];

  fill() {
    const { elements } = this.form;
    const application = store.current;
    const kept = keptInterview(application, settings);
    const day = application.get("interview", "day");
    const place = application.get("application", "place");
    const { interview } = application;
    const isAhead = kept !== null && interview > 1 && day >= today() && kept.said === null;
    elements.which.value =
      interview === null ? "" : interview === 1 ? "first" : isAhead ? "booked" : "second";
    if (elements.third) elements.third.checked = interview >= THIRD;
    // How a day is read depends on the place.
    const known = place ?? (day === null ? null : settings.without_place);
    if (elements.promise && known !== null) this.#takePlace(known);
    elements.through.value = application.get("application", "contact-kind") ?? "employer";
    this.#offerDays();
    this.#takeDay(isReadableDate(day) ? day : null);
    this.write("ended", kept?.ended ?? null);
    if (elements.promise) {
      this.fillSaid("", kept?.said);
      if (place !== null && this.read().place !== place) {
        elements.third.closest("details").open = true;
        this.showErrors(new Map([["place", word("follow-up-plan.place-unknown", { place })]]));
      }
    }
    if (this.#asksAbsence) this.#fillAbsence(kept?.away ?? { weekdays: [], periods: [] });
  }

  /** The interview is to come. */
  get #isAhead() {
    return this.typed("which") === "booked";
  }

  /** Name the nearest weekdays: the last five, today among them, or the next five. */
  #offerDays() {
    const step = this.#isAhead ? 1 : -1;
    this.#days = [];
    for (let day = addDays(today(), this.#isAhead ? 1 : 0); this.#days.length < 5;) {
      if (weekday(day) < SATURDAY) this.#days.push(day);
      day = addDays(day, step);
    }
    const names = new Map([
      [today(), word("follow-up-plan.near-today")],
      [addDays(today(), -1), word("follow-up-plan.near-yesterday")],
      [addDays(today(), 1), word("follow-up-plan.near-tomorrow")],
    ]);
    for (const [index, day] of this.#days.entries()) {
      const chip = this.form.querySelector(`[name=near][value="${index}"]`).parentElement;
      say(chip.querySelector("[data-name]"), names.get(day) ?? shortDay(day, settings.calendar));
    }
  }

  /** Show a day on its button, or else in the field. */
  #takeDay(day) {
    const index = this.#days.indexOf(day);
    this.form.elements.near.value = day === null ? "" : index < 0 ? "other" : String(index);
    this.write("day", day);
  }

  /** Show a place in the list, or else its country and the part of it. */
  #takePlace(id) {
    const { place, part } = this.form.elements;
    place.value = id;
    if (part && place.value !== id) [[place.value], part.value] = [id.split("-"), id];
  }

  async #askPart() {
    const [{ askPart }] = await Promise.all([import("./part-of-country.js"), loadLater()]);
    await askPart(this, this.read(), this.#isAhead);
  }

  get #asksAbsence() {
    return this.frame("away-weekdays") !== null;
  }

  #fillAbsence({ weekdays, periods }) {
    for (const box of this.frame("away-weekdays").querySelectorAll("input")) {
      box.checked = weekdays.includes(Number(box.value));
    }
    PERIODS.forEach((number, index) => {
      const [from, until] = periods[index] ?? [null, null];
      this.write(`away-from-${number}`, from);
      this.write(`away-until-${number}`, until);
    });
    this.form.querySelector("[data-away]").open ||= weekdays.length + periods.length > 0;
    this.#showPeriods(Math.max(1, periods.length));
  }

  #showPeriods(count) {
    const all = [...this.form.querySelectorAll("[data-period]")];
    for (const [index, period] of all.entries()) period.hidden = index >= count;
    this.form.querySelector("[data-more]").hidden = count >= all.length;
  }

  handleEvent(event) {
    if (event.type === "click" && event.target.matches("[data-more]")) {
      const hidden = this.form.querySelectorAll("[data-period][hidden]").length;
      this.#showPeriods(PERIODS.length - hidden + 1);
      this.form.elements[`away-from-${PERIODS.length - hidden + 1}`].focus();
    } else super.handleEvent(event);
  }

  input(control, before) {
    if (control.name === "place" && this.form.elements.part) this.form.elements.part.value = "";
    if (control.name === "near") {
      const day = this.#days[control.value];
      this.write("day", day ?? null);
    } else if (["which", "third"].includes(control.name)) {
      const isOther = this.#ordinal !== store.current.interview;
      // Naming an interview that is kept already shows it, unless that would lose what is typed.
      if (isOther && !before && store.current.hasInterview(this.#ordinal, "day")) {
        const { checked } = control;
        store.current.nameInterview(this.#ordinal);
        this.refill();
        if (control.checked === checked) return;
        control.checked = checked; // kept as one to come, it is over, or the other way round
      }
      const [, offered] = this.#days;
      this.#offerDays();
      // A day behind is not meant for what is ahead.
      if (this.#days[1] !== offered) this.#takeDay(null);
    }
    super.input(control, before);
  }

  /** @returns {number | null} the box stands for every later interview */
  get #ordinal() {
    const which = this.typed("which");
    if (which === "first") return 1;
    if (!["booked", "second"].includes(which)) return null;
    const now = store.current.interview ?? 0;
    const { third } = this.form.elements;
    return (third ? third.checked : now >= THIRD) ? Math.max(THIRD, now) : 2;
  }

  read() {
    const values = new FormData(this.form);
    return {
      ordinal: this.#ordinal,
      day: this.value("day"),
      ended: this.value("ended"),
      said: this.readSaid(""),
      place: this.typed("part") || this.typed("place"),
      through: this.typed("through"),
      weekdays: values.getAll("away-weekdays").map(Number),
      periods: this.#asksAbsence ? PERIODS.map((number) => this.#period(number)) : [],
    };
  }

  #period(number) {
    const [from, until] = [`away-from-${number}`, `away-until-${number}`];
    return { from, until, empty: this.typed(from) === "" && this.typed(until) === "" };
  }

  /** The interview is over, unless it is said to come; so are no absences. */
  isToCome(name) {
    return name !== "day" || this.#isAhead || store.current.get("interview", "day") > today();
  }

  dayOf(_name) {
    return this.value("day");
  }

  echo() {
    super.echo();
    const { which, near, promise } = this.form.elements;
    this.form.querySelector("[data-dates]").hidden = ["", "news"].includes(which.value);
    this.frame("day").hidden = near.value !== "other";
    for (const part of this.form.querySelectorAll("[data-through]"))
      part.hidden = part.dataset.through !== this.typed("through");
    if (!promise) return;
    const { day, said, place } = this.read();
    if (this.form.elements.part) {
      if (this.form.elements.place.value === "") this.frame("part").hidden = true;
      else this.#askPart();
    }
    this.frame("promise").hidden = this.#isAhead;
    // A button says by itself how it is read.
    const isOnButton = this.form.querySelector(":has(> [name=promise]:checked) > [data-means]");
    this.echoSaid("", this.#isAhead ? {} : said, isOnButton ? null : day, place);
    this.#echoChips(day);
  }

  /** On each button the day that it means, and behind the last one what has no button. */
  #echoChips(day) {
    const means = new Map(settings.promises.map((promise) => [promise.id, promise]));
    for (const place of this.form.querySelectorAll("[data-means]")) {
      const promise = means.get(place.parentElement.querySelector("input").value);
      const meant = day && promiseOf(day, { promise, promised: null, number: null }, new Map());
      say(place, meant ? shortDay(meant, settings.calendar) : "");
    }
    const rest = this.form.querySelector("[data-rest]");
    const promise = means.get(this.typed("promise"));
    rest.hidden = promise?.reading !== "date" && rest.querySelector(":checked") === null;
  }

  errors({ ordinal, day, said, place, weekdays, periods }) {
    const errors = new Map();
    if (ordinal === null) errors.set("which", word("follow-up-plan.which-missing"));
    if (this.typed("near") === "") errors.set("near", word("follow-up-plan.near-missing"));
    else if (day === null) errors.set("day", this.readingError("day"));
    if (this.typed("ended") && this.value("ended") === null) {
      errors.set("ended", this.readingError("ended"));
    }
    if (this.form.elements.promise) {
      if (!this.#isAhead) {
        for (const [field, message] of this.saidErrors("", said, day)) errors.set(field, message);
      }
      if (!place)
        errors.set("place", word("follow-up-plan.place-missing", { field: this.label("place") }));
    }
    if (isNeverThere(weekdays)) errors.set("away-weekdays", word("follow-up-plan.away-always"));
    for (const { from, until, empty } of periods) {
      if (empty) continue;
      for (const name of [from, until]) {
        const problem = this.readingError(name);
        if (problem) errors.set(name, problem);
      }
      const [first, last] = [this.value(from), this.value(until)];
      if (first && last && last < first) {
        errors.set(
          until,
          word("follow-up-plan.away-reversed", { from: inWords(first), until: inWords(last) }),
        );
      }
    }
    return errors;
  }

  keep({ ordinal, day, ended, said, place, through, weekdays, periods }) {
    const application = store.current;
    application.nameInterview(ordinal);
    keepFields(application, { day, ended: ended && clockTime(ended) });
    if (this.form.elements.promise) {
      if (!this.#isAhead) keepFields(application, this.saidFields("", said));
      application.set("application", "place", place);
    }
    const isKnown = application.get("application", "contact-kind") !== null;
    if (isKnown || through === "agency") application.set("application", "contact-kind", through);
    if (this.#asksAbsence) {
      const kept = periods
        .filter(({ empty }) => !empty)
        .map(({ from, until }) => `${this.value(from)}/${this.value(until)}`);
      application.set("application", "away-weekdays", weekdays.join(" ") || null);
      application.set("application", "away-periods", kept.join(" ") || null);
    }
  }
}
