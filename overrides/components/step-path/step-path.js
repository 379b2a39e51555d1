import { tally } from "../../file/ticks.js";
import { store } from "../../file/store.js";
import { fill } from "../../dates/words.js";
import { KeptElement } from "../../shared/kept-element.js";
import { settings } from "../../shared/page-words.js";

/** The six steps of the home page, each with how much of its list is ticked, and the whole path. */
export class StepPath extends KeptElement {
  show() {
    const { current } = store;
    const all = new Map(); // an item that two lists show counts once
    for (const step of this.querySelectorAll("[data-list]")) {
      const items = settings.path[step.dataset.list].filter(
        (item) => !(item.first_interview_only && current.interview > 1),
      );
      for (const item of items) all.set(item.id, item);
      const { done, total } = tally(current, items);
      step.hidden = done === 0;
      const isComplete = done > 0 && done === total;
      const number = step.closest("li").querySelector("[data-number]");
      number.textContent = isComplete ? "✓" : number.dataset.number;
      number.toggleAttribute("data-complete", isComplete);
      step.querySelector("progress").value = total === 0 ? 0 : done / total;
      step.querySelector("[data-progress-text]").textContent = fill(
        this.dataset[isComplete ? "complete" : "progress"],
        { done, total },
      );
    }
    const whole = tally(current, [...all.values()]);
    const line = this.querySelector("[data-total]");
    line.hidden = whole.done === 0;
    line.textContent = fill(this.dataset.path, whole);
  }
}
