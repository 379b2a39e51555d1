import { FollowUpPlan } from "./follow-up-plan.js";

/** On the home page the form alone: the sentence for today answers. */
class HomePlan extends FollowUpPlan {
  async answer() {
    const nextStep = document.querySelector("next-step");
    await nextStep?.show();
    return nextStep;
  }
}

customElements.define("follow-up-plan", HomePlan);
