import { keptInterview } from "../../file/kept-interview.js";
import { store } from "../../file/store.js";
import { leadTo } from "../../shared/bring-into-view.js";
import { DatedElement } from "../../shared/dated-element.js";
import { whenStill } from "../../shared/press.js";
import { InterviewForm } from "./interview-form.js";
import { bringTyping } from "./reader.js";
import { settings } from "../../shared/page-words.js";

/**
 * Asks when the interview was; what follows from it is for each view to show: full.js, thank-you.js,
 * and home.js, which leaves it to the sentence for today.
 */
export class FollowUpPlan extends DatedElement {
  static events = ["change", "click", "focusin", "focusout", "input", "submit"];
  #forms;
  #delayed = new WeakSet();
  #isUnseen = true;

  connectedCallback() {
    this.#forms ??= this.forms();
    super.connectedCallback();
  }

  /** @returns {import("./dates-form.js").DatesForm[]} what a view asks */
  forms() {
    return [new InterviewForm(this.querySelector("[data-form=interview]"))];
  }

  /** Ask something more, in a form that came later. */
  add(/** @type {import("./dates-form.js").DatesForm} */ form) {
    this.#forms.push(form);
    form.show();
  }

  /** Show what follows from an interview; null before there is one. */
  showDates(_interview) {}

  /** @returns {Promise<HTMLElement | null>} what leads on, once it shows what the reader just sent */
  async answer() {
    throw new TypeError("a view does not say where its answer is");
  }

  get asked() {
    return this.#forms;
  }

  handleEvent(event) {
    if (event.type === "focusin") {
      if (event.target.matches("[data-kind] [type=text]")) bringTyping();
      return;
    }
    this.#formOf(event)?.handleEvent(event);
    if (event.type === "submit") this.#lead(event.target);
  }

  #formOf({ target }) {
    return this.#forms.find(({ form }) => form.contains(target));
  }

  /** Whether an event is handled later, once what is typed can be read. */
  isDelayed(event) {
    if (this.#delayed.has(event) || !this.#formOf(event)?.isWaiting) return false;
    if (event.type === "submit") event.preventDefault();
    this.#delayed.add(event);
    bringTyping().then(() => whenStill(() => this.handleEvent(event)));
    return true;
  }

  /** A form was sent: once the answer is there, lead to it, wherever on the page it is. */
  async #lead(target) {
    if (target.matches("[data-form=export]") || target.querySelector("[aria-invalid]")) return;
    const answer = await this.answer();
    if (answer) leadTo(answer);
  }

  show() {
    for (const form of this.#forms) form.show();
    const interview = keptInterview(store.current, settings);
    this.#foldForm(interview === null);
    this.showDates(interview);
  }

  /** Away from its own page the form is open for a newcomer, folded once there is something to say. */
  #foldForm(isNew) {
    const details = this.querySelector(".se-plan__ask");
    if (!details) return;
    if (this.#isUnseen || !isNew) details.open = isNew;
    this.#isUnseen = false;
    const summary = details.querySelector("summary");
    summary.textContent = isNew ? summary.dataset.ask : summary.dataset.change;
  }
}
