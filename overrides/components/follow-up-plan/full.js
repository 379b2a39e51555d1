import { keptInterview } from "../../file/kept-interview.js";
import { store } from "../../file/store.js";
import { bringIntoView } from "../../shared/bring-into-view.js";
import { loadLater } from "../../shared/page-data.js";
import { settings } from "../../shared/page-words.js";
import { still } from "../../shared/press.js";
import { elementAt } from "../../shell/anchor.js";
import { FollowUpPlan } from "./follow-up-plan.js";
import { holidaysOf } from "./holidays.js";

/** The page of the dates: what is asked, and once that is kept, what answers, which comes only then. */
class FullPlan extends FollowUpPlan {
  #coming = null;
  #turn = 0;
  /** The application of which it showed last whether there are dates. */
  #folded = null;

  get result() {
    return this.querySelector(".se-plan__result");
  }

  connectedCallback() {
    super.connectedCallback();
    // The address names a place that was not there yet when the browser looked for it.
    const place = elementAt(location.hash);
    if (this.result.contains(place)) this.answer().then(() => this.#reveal(place));
  }

  handleEvent(event) {
    if (this.isDelayed(event)) return;
    // Whoever begins to answer will soon want to know.
    if (event.type === "focusin") this.#answer();
    super.handleEvent(event);
    const isSent = event.type === "submit" && event.target.dataset.form === "interview";
    if (isSent && !event.target.querySelector("[aria-invalid]")) this.#ask(false);
  }

  async answer() {
    await this.showDates(keptInterview(store.current, settings));
    return this.result;
  }

  async showDates(interview) {
    const turn = ++this.#turn;
    if (this.#folded !== store.current.id) this.#ask(interview === null);
    const [holidays, answer] =
      interview === null ? [] : await Promise.all([holidaysOf(interview.place), this.#answer()]);
    // Without the days off of a place that the list has lost, no date would be right.
    const isDated = holidays?.known ?? false;
    await still();
    // A later look may have been quicker.
    if (turn !== this.#turn) return;
    if (interview !== null && !isDated) this.#ask(true);
    this.toggleAttribute("data-dated", isDated);
    this.result.hidden = !(isDated && answer);
    if (isDated) answer?.show(interview, holidays);
    delete document.documentElement.dataset.dated; // the room that shell/first.js kept
  }

  #reveal(place) {
    if (place.localName === "details") place.open = true;
    bringIntoView(place);
  }

  /** Whether the form is open; what it was told is a line otherwise. */
  #ask(isOpen) {
    this.#folded = store.current.id;
    this.querySelector("[data-asks]").open = isOpen;
  }

  /** @returns {Promise<import("./answer.js").Answer | null>} null where it cannot be loaded */
  async #answer() {
    this.#coming ??= Promise.all([import("./answer.js"), loadLater()]).then(
      ([{ Answer }]) => new Answer(this),
    );
    const failed = this.querySelector("[data-failed]");
    try {
      const answer = await this.#coming;
      failed.hidden = true;
      return answer;
    } catch {
      this.#coming = null;
      failed.hidden = false;
      return null;
    }
  }
}

customElements.define("follow-up-plan", FullPlan);
