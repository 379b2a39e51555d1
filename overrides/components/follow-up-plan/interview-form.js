import { isReadableDate } from "../../dates/dates.js";
import { isNeverThere } from "../../dates/follow-up.js";
import { keepFields, keptInterview } from "../../file/kept-interview.js";
import { store } from "../../file/store.js";
import { clockTime } from "../../dates/times.js";
import { DatesForm, today } from "./dates-form.js";
import { inWords, settings, word } from "../../shared/page-words.js";

const PERIODS = [1, 2, 3];
const THIRD = 3;

/** Asks when the interview was, what was promised, and when the contact can be reached. */
export class InterviewForm extends DatesForm {
  fill() {
    const { elements } = this.form;
    const application = store.current;
    const kept = keptInterview(application, settings);
    const day = application.get("interview", "day");
    const place = application.get("application", "place");
    const { interview } = application;
    if (interview !== null) elements.which.value = Math.min(interview, THIRD);
    const { places, without_place } = settings.holidays;
    // How a day is read depends on the place.
    if (elements.promise && (place !== null || day !== null)) {
      elements.place.value = place ?? without_place;
    }
    this.write("day", isReadableDate(day) ? day : null);
    this.write("ended", kept?.ended ?? null);
    if (elements.promise) {
      this.fillSaid("", kept?.said);
      const known = place === null || Object.hasOwn(places, place);
      if (!known)
        this.showErrors(new Map([["place", word("follow-up-plan.place-unknown", { place })]]));
    }
    if (this.#asksAbsence) this.#fillAbsence(kept?.away ?? { weekdays: [], periods: [] });
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
    // Naming an interview that is kept already shows it, unless that would lose what is typed.
    if (control.name === "which" && !before && store.current.hasInterview(this.#ordinal, "day")) {
      store.current.nameInterview(this.#ordinal);
      this.refill();
    } else super.input(control, before);
  }

  /** The third choice stands for every later interview. */
  get #ordinal() {
    const which = Number(this.typed("which"));
    return which === THIRD ? Math.max(THIRD, store.current.interview ?? 0) : which;
  }

  read() {
    const values = new FormData(this.form);
    return {
      ordinal: this.#ordinal,
      day: this.value("day"),
      ended: this.value("ended"),
      said: this.readSaid(""),
      place: this.typed("place"),
      weekdays: values.getAll("away-weekdays").map(Number),
      periods: this.#asksAbsence ? PERIODS.map((number) => this.#period(number)) : [],
    };
  }

  #period(number) {
    const [from, until] = [`away-from-${number}`, `away-until-${number}`];
    return { from, until, empty: this.typed(from) === "" && this.typed(until) === "" };
  }

  /** The interview is over, unless the one that is kept is still to come; so are no absences. */
  isToCome(name) {
    return name !== "day" || store.current.get("interview", "day") > today();
  }

  dayOf(_name) {
    return this.value("day");
  }

  echo() {
    super.echo();
    const { day, said, place } = this.read();
    if (this.form.elements.promise) this.echoSaid("", said, day, place);
  }

  errors({ ordinal, day, said, place, weekdays, periods }) {
    const errors = new Map();
    if (!ordinal) errors.set("which", word("follow-up-plan.which-missing"));
    if (day === null) errors.set("day", this.readingError("day"));
    if (this.typed("ended") && this.value("ended") === null) {
      errors.set("ended", this.readingError("ended"));
    }
    if (this.form.elements.promise) {
      for (const [field, message] of this.saidErrors("", said, day)) errors.set(field, message);
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

  keep({ ordinal, day, ended, said, place, weekdays, periods }) {
    const application = store.current;
    application.nameInterview(ordinal);
    keepFields(application, { day, ended: ended && clockTime(ended) });
    if (this.form.elements.promise) {
      keepFields(application, this.saidFields("", said));
      application.set("application", "place", place);
    }
    if (this.#asksAbsence) {
      const kept = periods
        .filter(({ empty }) => !empty)
        .map(({ from, until }) => `${this.value(from)}/${this.value(until)}`);
      application.set("application", "away-weekdays", weekdays.join(" ") || null);
      application.set("application", "away-periods", kept.join(" ") || null);
    }
  }
}
