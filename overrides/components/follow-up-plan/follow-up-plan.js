import { keptInterview, momentOf, planOf } from "../../lib/interview.js";
import { ending, isNotYet, remarks } from "../../lib/steps.js";
import { nextDayToCall } from "../../lib/follow-up.js";
import { store } from "../../lib/store.js";
import { DatedElement } from "../dated-element.js";
import { PlanExport } from "./export.js";
import { InterviewForm } from "./interview-form.js";
import { monthTables } from "./months.js";
import { NewsForm } from "./news-form.js";
import { holidaysOf, settings, word } from "./settings.js";
import { stepElement } from "./step-list.js";
import { stepsInWords } from "./steps-in-words.js";

/** Asks when the interview was and what happened since, and shows the dated steps that follow. */
class FollowUpPlan extends DatedElement {
  static events = ["click", "input", "submit"];
  #forms;
  #export;
  #isUnseen = true;

  connectedCallback() {
    const form = this.querySelector("[data-form=interview]");
    const news = this.querySelector("[data-form=news]");
    const section = this.querySelector("[data-export]");
    this.#forms ??= [new InterviewForm(form), ...(news ? [new NewsForm(news)] : [])];
    this.#export ??= section && new PlanExport(section);
    super.connectedCallback();
  }

  handleEvent(event) {
    this.#forms.find(({ form }) => form.contains(event.target))?.handleEvent(event);
    if (event.type === "submit") this.#lead(event.target);
  }

  /** A form was sent: once the answer is there, lead to it, wherever on the page it is. */
  async #lead(target) {
    if (target.matches("[data-form=export]") || target.querySelector("[aria-invalid]")) return;
    const result = this.querySelector(".se-plan__result");
    const answer = result ?? document.querySelector("next-step");
    await (result ? this.#showResult() : answer?.show());
    answer?.focus();
  }

  show() {
    for (const form of this.#forms) form.show();
    this.#showResult();
  }

  async #showResult() {
    const interview = keptInterview(store.current, settings);
    this.#foldForm(interview === null);
    const result = this.querySelector(".se-plan__result");
    if (!result) return;
    result.hidden = interview === null;
    if (interview === null) return;
    const holidays = await holidaysOf(interview.place);
    const plan = planOf(interview, settings, holidays.days);
    const moment = momentOf(interview, plan, settings, new Date());
    const steps = stepsInWords(interview, plan, moment);
    const full = this.dataset.view === "full";
    const shown = full ? steps : steps.filter(({ id }) => id === "thank-you");
    const template = this.querySelector("[data-template=step]");
    const list = result.querySelector("ol");
    const focused = list.contains(document.activeElement)
      ? document.activeElement.closest("[data-step]")?.dataset.step
      : null;
    list.replaceChildren(...shown.map((step) => stepElement(template, step)));
    if (focused) list.querySelector(`[data-step="${focused}"] input`)?.focus();
    if (!full) return;
    this.#export.show(interview, plan, steps);
    result
      .querySelector("[data-notes]")
      .replaceChildren(
        ...notes(interview, plan, holidays, moment.today).flatMap((note) => [
          Object.assign(document.createElement("span"), { textContent: note }),
          " ",
        ]),
      );
    const decided = ending(interview) !== null && ending(interview) === interview.news;
    result
      .querySelector("[data-months]")
      .replaceChildren(
        ...(decided ? [] : monthTables(interview, plan, steps, holidays.days, moment.today)),
      );
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

/** @returns {string[]} what is good to know about the dates, and moves none */
function notes(interview, plan, { days, first, last, loaded }, today) {
  const { place, said, news, away } = interview;
  const found = [];
  if (ending(interview) !== null) return found;
  if (said === null && !isNotYet(news)) found.push(word("promise-unknown"));
  const year = Number(plan.call_from.slice(0, 4));
  if (!loaded) found.push(word("holidays-missing"));
  else if (days.size === 0) found.push(word("holidays-elsewhere"));
  else if (year < first || year > last) found.push(word("holidays-unknown", { first, last }));
  else found.push(word("holidays-place", { place: settings.holidays.places[place].label }));
  if (settings.holidays.places[place].varies) found.push(word("holidays-vary"));
  const call = nextDayToCall(today > plan.call_from ? today : plan.call_from, days, away);
  return [...found, ...remarks(call, place, days).map((name) => word(`remark-${name}`))];
}

customElements.define("follow-up-plan", FollowUpPlan);
