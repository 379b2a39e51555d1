import { tally } from "../../lib/ticks.js";
import { store } from "../../lib/store.js";
import { fill } from "../../lib/words.js";
import { KeptElement } from "../kept-element.js";

/** The six steps of the home page, each with how much of its list is ticked. */
class StepPath extends KeptElement {
  show() {
    for (const step of this.querySelectorAll("[data-items]")) {
      const items = JSON.parse(step.dataset.items).filter(
        (item) => !(item.first_interview_only && store.current.interview > 1),
      );
      const { done, total } = tally(store.current, items);
      step.hidden = done === 0;
      step.querySelector("progress").value = total === 0 ? 0 : done / total;
      step.querySelector("[data-progress-text]").textContent = fill(
        this.dataset[done === total ? "complete" : "progress"],
        { done, total },
      );
    }
  }
}

customElements.define("step-path", StepPath);
