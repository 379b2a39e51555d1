import { civilDateOf } from "../../lib/dates.js";
import { advice } from "../../lib/follow-up.js";
import {
  isThanked,
  isThankYouLate,
  keptInterview,
  planOf,
  thankYouDeadline,
} from "../../lib/interview.js";
import { KeptElement } from "../kept-element.js";
import { settings, holidaysOf } from "../follow-up-plan/settings.js";
import { isTicked } from "../../lib/ticks.js";
import { clockTimeOf } from "../../lib/times.js";
import { store } from "../../lib/store.js";
import { dateInWords, fill, timeInWords } from "../../lib/words.js";

/** One sentence for today, and one useful thing that is not ticked yet. */
class NextStep extends KeptElement {
  #showAgain = () => this.show();

  connectedCallback() {
    // A phone wakes up on another day than it went to sleep.
    document.addEventListener("visibilitychange", this.#showAgain);
    super.connectedCallback();
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.#showAgain);
    super.disconnectedCallback();
  }

  async show() {
    const interview = keptInterview(store, settings);
    if (interview === null) {
      this.hidden = true;
      return;
    }
    const holidays = await holidaysOf(interview.place);
    this.hidden = false;
    const plan = planOf(interview, settings, holidays.days);
    const now = new Date();
    const today = civilDateOf(now);
    const email = {
      thanked: isThanked(store, settings),
      late: isThankYouLate(interview, plan, settings, now),
    };
    const { say, dates } = advice(interview.day, plan, today, email, holidays.days);
    const due = thankYouDeadline(interview, settings);
    const text = due && say === "thank" ? thankAt(due, dates) : sayWith(say, dates);
    const sentence = this.querySelector("[data-sentence]");
    if (sentence.textContent !== text) sentence.textContent = text;

    const meanwhile = this.querySelector("[data-meanwhile]");
    const useful = settings.useful.find((item) => !isTicked(store, item.per, item));
    meanwhile.hidden = useful === undefined || today >= plan.call_from;
    if (useful) {
      const link = meanwhile.querySelector("[data-item]");
      link.textContent = useful.text;
      link.href = useful.url;
    }
  }
}

function sayWith(say, dates, others = {}) {
  const words = Object.entries(dates).map(([name, day]) => [
    name,
    dateInWords(day, settings.calendar),
  ]);
  return fill(settings.words[`next-step.${say}`], { ...Object.fromEntries(words), ...others });
}

function thankAt(/** @type {Date} */ due, dates) {
  const time = timeInWords(clockTimeOf(due), settings.calendar);
  return sayWith("thank-at", { ...dates, by: civilDateOf(due) }, { time });
}

customElements.define("next-step", NextStep);
