import { store } from "../../file/store.js";
import { leadTo } from "../../shared/bring-into-view.js";
import { afterNextFrame } from "../../shared/press.js";
import { FollowUpPlan } from "./follow-up-plan.js";
import { holidaysOf } from "./holidays.js";

const page = document.documentElement.dataset;

/**
 * On the home page each answer counts at once, and the form stays open until the reader is done with
 * it; what follows is for next-step to show. `dated` on the page says that there is something to show
 * and that the form is closed: shell/first.js says it before the first paint.
 */
class HomePlan extends FollowUpPlan {
  static answeredBy = "next-step";
  #isOpen = false;
  /** What was kept of the application before the first answer. @type {Map<string, string> | null} */
  #before = null;

  handleEvent(event) {
    if (this.isDelayed(event)) return;
    super.handleEvent(event);
    const { type, target } = event;
    if (!["change", "click"].includes(type) || !target.matches("input, select, [data-choice]"))
      return;
    this.#isOpen = true;
    afterNextFrame(() => holidaysOf("")); // ahead of the answer
    this.#showOutcomes();
    const [form] = this.asked;
    const { application } = this;
    const before = new Map(application.kept.map(({ key }) => [key, store.read(key)]));
    if (form.keepSoFar()) this.#before ??= before;
    this.#showPage();
  }

  get application() {
    return store.current;
  }

  /** Open the form for an application. */
  askAbout(application) {
    this.#isOpen = true;
    if (application.id !== store.current.id) store.choose(application.id);
    this.show();
    leadTo(this.querySelector("input:checked"));
  }

  /** Keep nothing of what was answered since the form was opened. */
  forget() {
    const before = this.#before ?? new Map();
    for (const { key } of store.current.kept) if (!before.has(key)) store.write(key, null);
    for (const [key, value] of before) store.write(key, value);
    this.#before = null;
    this.#isOpen = false;
    for (const form of this.asked) form.refill();
    this.show();
  }

  async answer() {
    this.#isOpen = false;
    this.#before = null;
    this.#showPage();
    const nextStep = document.querySelector("next-step");
    await customElements.whenDefined("next-step"); // it comes later
    await nextStep.show();
    return nextStep;
  }

  show() {
    super.show();
    this.#showOutcomes();
    this.#showPage();
  }

  #showOutcomes() {
    const isNews = this.querySelector("form").elements.which.value === "news";
    this.querySelector("[data-outcomes]").hidden = !isNews;
  }

  #showPage() {
    const all = [store.current, ...(store.current.isExample ? [] : store.applications)];
    const hasDates = all.some(({ interviews }) => interviews.length > 0);
    mark("dated", hasDates && !this.#isOpen);
    mark("asking", this.#isOpen);
    mark("kept", this.#before !== null);
  }
}

function mark(name, isSo) {
  if (isSo) page[name] = "";
  else delete page[name];
}

customElements.define("follow-up-plan", HomePlan);
