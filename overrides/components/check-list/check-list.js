import { store } from "../../file/store.js";
import { DONE, NOT_FOR_ME, setState, stateOf, tally } from "../../file/ticks.js";
import { fill } from "../../dates/words.js";
import { leadTo } from "../../shared/bring-into-view.js";
import { KeptElement } from "../../shared/kept-element.js";

/** A list to tick: the boxes are native, the element keeps them, counts them, and takes notes. */
class CheckList extends KeptElement {
  static events = ["change", "click"];

  connectedCallback() {
    if (!this.querySelector("[data-open]")) this.#addMore();
    // On a slow network the reader ticks before this script arrives.
    for (const box of this.#boxes().filter((each) => each.checked)) {
      setState(this.applicationOf(box), itemOf(box), DONE);
    }
    super.connectedCallback();
  }

  handleEvent({ type, target }) {
    if (type === "change" && target.matches("[type=checkbox]")) {
      this.#set("tick", target, target.checked ? DONE : null);
    } else if (type === "click" && target.matches("[data-open]")) {
      this.#open(target, target.getAttribute("aria-expanded") === "false");
    } else if (type === "click" && target.matches("[data-not-for-me]")) {
      const box = target.closest("li").querySelector("[type=checkbox]");
      const isOut = stateOf(this.applicationOf(box), itemOf(box)) === NOT_FOR_ME;
      this.#set("not-for-me", box, isOut ? null : NOT_FOR_ME);
    } else if (type === "click" && target.matches("[data-reset-list]")) {
      this.#reset();
    }
  }

  #set(kind, box, state) {
    const change = { scope: this.dataset.scope, kind, id: box.name };
    store.undoable(change, () => setState(this.applicationOf(box), itemOf(box), state));
  }

  #reset() {
    store.undoable({ scope: this.dataset.scope, kind: "reset" }, () => {
      for (const box of this.#boxes()) setState(this.applicationOf(box), itemOf(box), null);
    });
    leadTo(this);
  }

  #boxes() {
    return [...this.querySelectorAll("input[type=checkbox]")];
  }

  /** Give each item its note, « not for me » and a link to it, behind a button. */
  #addMore() {
    const template = this.querySelector("[data-template=more]");
    for (const box of this.#boxes()) {
      const row = box.closest("li");
      row.append(template.content.cloneNode(true));
      row.querySelector("label > span").append(row.querySelector("[data-out-text]"));
      row.querySelector("[data-link]").href = `#${row.id}`;
      const note = row.querySelector("textarea");
      note.dataset.keep = `note:${box.name}`;
      note.dataset.per = box.dataset.per;
    }
  }

  #open(button, isOpen) {
    button.setAttribute("aria-expanded", String(isOpen));
    const more = button.nextElementSibling;
    more.hidden = !isOpen;
    if (isOpen) leadTo(more.querySelector("textarea"), more);
  }

  show() {
    const current = this.applicationOf(this);
    const { interview } = current;
    const counted = [];
    let isMarked = false;
    for (const box of this.#boxes()) {
      const item = itemOf(box);
      const row = box.closest("li");
      row.hidden = row.hasAttribute("data-first-interview-only") && interview > 1;
      if (!row.hidden && !box.hasAttribute("data-optional")) counted.push(item);
      isMarked = this.#showItem(row, box, item, current) || isMarked;
    }
    for (const list of this.querySelectorAll("ul")) {
      list.hidden = [...list.children].every((row) => row.hidden);
      const heading = list.previousElementSibling;
      if (heading.matches(".se-check-list__group")) heading.hidden = list.hidden;
    }
    this.#showProgress(tally(current, counted));
    this.querySelector("[data-reset-list]").hidden = !isMarked;
    this.#showAbout(interview);
  }

  /** @returns {boolean} whether the reader has said something of the item */
  #showItem(row, box, item, application) {
    const state = stateOf(application, item);
    box.checked = state === DONE;
    row.toggleAttribute("data-out", state === NOT_FOR_ME);
    row.querySelector("[data-out-text]").hidden = state !== NOT_FOR_ME;
    row.querySelector("[data-not-for-me]").setAttribute("aria-pressed", state === NOT_FOR_ME);
    const isNoted = application.get(item.per, `note:${item.id}`) !== null;
    const open = row.querySelector("[data-open]");
    const text = row.querySelector(".se-check-list__text").textContent;
    const label = fill(isNoted ? open.dataset.labelNoted : open.dataset.label, { item: text });
    if (open.getAttribute("aria-label") !== label) open.setAttribute("aria-label", label);
    open.toggleAttribute("data-noted", isNoted);
    return state !== null;
  }

  #showProgress({ done, total }) {
    const text = this.querySelector("[data-progress-text]");
    const kind = total === 0 ? "nothing" : done === total ? "complete" : "progress";
    const progress = fill(this.dataset[kind], { done, total });
    // A status that is written again is read out again: only when it changes.
    if (text.textContent !== progress) text.textContent = progress;
  }

  #showAbout(interview) {
    const isOfInterview = this.dataset.per === "interview" && interview !== null;
    this.querySelector("[data-interview]").textContent = isOfInterview
      ? this.getAttribute(`data-interview-${Math.min(interview, 3)}`)
      : "";
  }
}

/** @returns {import("../../file/ticks.js").Item} */
function itemOf(box) {
  return { id: box.name, per: box.dataset.per };
}

customElements.define("check-list", CheckList);
