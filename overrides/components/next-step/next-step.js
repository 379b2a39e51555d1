import { civilDateOf } from "../../lib/dates.js";
import { advice } from "../../lib/follow-up.js";
import { isThanked, keptInterview, planOf } from "../../lib/interview.js";
import { KeptElement } from "../kept-element.js";
import { settings, whenHolidaysAreKnown } from "../follow-up-plan/settings.js";
import { isTicked } from "../../lib/ticks.js";
import { store } from "../../lib/store.js";
import { dateInWords, fill } from "../../lib/words.js";

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
    const holidays = await whenHolidaysAreKnown();
    const interview = keptInterview(store, settings.promises);
    this.hidden = interview === null;
    if (interview === null) return;

    const plan = planOf(interview, settings, holidays.days);
    const today = civilDateOf(new Date());
    const { say, dates } = advice(
      interview.day,
      plan,
      today,
      isThanked(store, settings),
      holidays.days,
    );
    const words = Object.entries(dates).map(([name, day]) => [
      name,
      dateInWords(day, settings.calendar),
    ]);
    const sentence = this.querySelector("[data-sentence]");
    const text = fill(settings.words[`next-step.${say}`], Object.fromEntries(words));
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

customElements.define("next-step", NextStep);
