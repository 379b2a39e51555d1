import { KeptElement } from "../kept-element.js";

/** The questions, each with the answer that the reader prepares. */
class QuestionList extends KeptElement {
  show() {
    for (const answer of this.querySelectorAll("[data-answer]")) answer.hidden = false;
  }
}

customElements.define("question-list", QuestionList);
