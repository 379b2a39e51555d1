import { momentOf, planOf } from "../../dates/interview.js";
import { keptInterview } from "../../file/kept-interview.js";
import { store } from "../../file/store.js";
import { still } from "../../shared/press.js";
import { FollowUpPlan } from "./follow-up-plan.js";
import { settings } from "../../shared/page-words.js";
import { holidaysOf } from "./holidays.js";
import { showSteps } from "./step-list.js";
import { stepsInWords } from "./steps-in-words.js";

/** A view that shows dated steps under its form. */
export class DatedPlan extends FollowUpPlan {
  #turn = 0;

  get result() {
    return this.querySelector(".se-plan__result");
  }

  async answer() {
    await this.showDates(keptInterview(store.current, settings));
    return this.result;
  }

  async showDates(interview) {
    const turn = ++this.#turn;
    this.result.hidden = interview === null;
    if (interview === null) {
      this.result.querySelector("ol").replaceChildren();
      return;
    }
    const holidays = await holidaysOf(interview.place);
    await still();
    // A later look may have been quicker.
    if (turn !== this.#turn) return;
    const plan = planOf(interview, settings, holidays.days);
    const moment = momentOf(interview, plan, settings, new Date());
    const steps = stepsInWords(interview, plan, moment, holidays);
    this.showPlan({ interview, holidays, plan, moment, steps });
  }

  /** Show the steps; a view may choose among them, or add to them. */
  showPlan({ steps }) {
    showSteps(this.result.querySelector("ol"), this.querySelector("[data-template=step]"), steps);
  }
}
