import { tally } from "../../file/ticks.js";
import { store } from "../../file/store.js";
import { fill } from "../../dates/words.js";
import { KeptElement } from "../../shared/kept-element.js";
import { settings } from "../../shared/page-words.js";

/** The path of the home page; each step says how much of its list is ticked. */
export class StepPath extends KeptElement {
  show() {
    const { current } = store;
    for (const progress of this.querySelectorAll("[data-list]")) {
      const items = settings.path[progress.dataset.list].filter(
        (item) => !(item.first_interview_only && current.interview > 1),
      );
      const { done, total } = tally(current, items);
      const isComplete = done > 0 && done === total;
      const number = progress.parentElement.querySelector("[data-number]");
      number.textContent = isComplete ? "✓" : number.dataset.number;
      number.toggleAttribute("data-complete", isComplete);
      progress.hidden = done === 0;
      progress.textContent = fill(this.dataset[isComplete ? "complete" : "progress"], {
        done,
        total,
      });
    }
  }
}
