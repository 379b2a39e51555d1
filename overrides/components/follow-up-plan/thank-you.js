import { DatedPlan } from "./dated-plan.js";

/** Beside the thank-you message: until when it is to be sent. */
class ThankYouPlan extends DatedPlan {
  showPlan(dates) {
    super.showPlan({ ...dates, steps: dates.steps.filter(({ id }) => id === "thank-you") });
  }
}

customElements.define("follow-up-plan", ThankYouPlan);
