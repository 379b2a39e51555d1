import { isTicked, tick, tally } from "../../lib/ticks.js";
import { store } from "../../lib/store.js";
import { fill } from "../../lib/words.js";
import { KeptElement } from "../kept-element.js";

/** A list to tick: the boxes are native, the element keeps them and counts them. */
class CheckList extends KeptElement {
  connectedCallback() {
    this.addEventListener("change", this);
    // On a slow network the reader ticks before this script arrives.
    for (const box of this.querySelectorAll("input:checked")) this.#keep(box);
    super.connectedCallback();
  }

  disconnectedCallback() {
    this.removeEventListener("change", this);
    super.disconnectedCallback();
  }

  handleEvent(event) {
    this.#keep(event.target);
  }

  #keep(box) {
    tick(store, this.dataset.per, this.#item(box), box.checked);
  }

  #item(box) {
    return { id: box.name, formerly: box.dataset.formerly?.split(" ") ?? [] };
  }

  show() {
    const interview = store.interview;
    const counted = [];
    for (const box of this.querySelectorAll("input[type=checkbox]")) {
      const item = this.#item(box);
      box.checked = isTicked(store, this.dataset.per, item);
      const row = box.closest("li");
      row.hidden = row.hasAttribute("data-first-interview-only") && interview > 1;
      if (!row.hidden && !box.hasAttribute("data-optional")) counted.push(item);
    }
    for (const list of this.querySelectorAll("ul")) {
      list.hidden = [...list.children].every((row) => row.hidden);
      const heading = list.previousElementSibling;
      if (heading.matches(".se-check-list__group")) heading.hidden = list.hidden;
    }
    const { done, total } = tally(store, this.dataset.per, counted);
    const text = this.querySelector("[data-progress-text]");
    const progress = fill(this.dataset[done === total ? "complete" : "progress"], { done, total });
    // A status that is written again is read out again: only when it changes.
    if (text.textContent !== progress) text.textContent = progress;
    text.hidden = false;

    const caption = this.querySelector("[data-interview]");
    caption.hidden = this.dataset.per !== "interview" || interview === null;
    if (!caption.hidden)
      caption.textContent = this.getAttribute(`data-interview-${Math.min(interview, 3)}`);
  }
}

customElements.define("check-list", CheckList);
