import { store } from "../../file/store.js";
import { counted, DONE, NOT_FOR_ME, OPEN, setState, stateOf } from "../../file/ticks.js";
import { HELD, shownAs } from "../../writing/held.js";
import { fill } from "../../dates/words.js";
import { leadTo } from "../../shared/bring-into-view.js";
import { KeptElement } from "../../shared/kept-element.js";

/**
 * A list to tick: the boxes are native, the element keeps them, counts them, and takes notes. What is
 * written beside it may hold points of its items: `data-held` names them, `data-held-in` says where.
 */
class CheckList extends KeptElement {
  static events = ["change", "click"];
  static observedAttributes = [...KeptElement.observedAttributes, "data-held"];

  connectedCallback() {
    if (!this.querySelector("[data-open]")) this.#addMore();
    super.connectedCallback();
  }

  handleEvent({ type, target }) {
    if (type === "change" && target.matches("[type=checkbox]")) {
      this.#set("tick", target, target.checked ? DONE : this.#unticked(target));
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
      for (const box of this.#boxes()) {
        setState(this.applicationOf(box), itemOf(box), this.#unticked(box));
      }
    });
    leadTo(this);
  }

  /** What is held stays open once it is unticked by hand. */
  #unticked(box) {
    return this.#isHeld(box) ? OPEN : null;
  }

  #isHeld(box) {
    const { point } = box.closest("li").dataset;
    return point !== undefined && (this.dataset.held ?? "").split(" ").includes(point);
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
      const text = row.querySelector("label > span");
      text.append(row.querySelector("[data-held-text]"), row.querySelector("[data-out-text]"));
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
    const states = [];
    let isMarked = false;
    for (const box of this.#boxes()) {
      const item = itemOf(box);
      const row = box.closest("li");
      row.hidden = row.hasAttribute("data-first-interview-only") && interview > 1;
      const state = shownAs(stateOf(current, item), this.#isHeld(box));
      if (!row.hidden && !box.hasAttribute("data-optional")) states.push(state);
      this.#showItem(row, box, item, current, state);
      if (state !== null && state !== OPEN) isMarked = true;
    }
    for (const list of this.querySelectorAll("ul")) {
      list.hidden = [...list.children].every((row) => row.hidden);
      const heading = list.previousElementSibling;
      if (heading?.matches(".se-check-list__group")) heading.hidden = list.hidden;
    }
    this.#showProgress(counted(states));
    this.querySelector("[data-reset-list]").hidden = !isMarked;
    this.#showAbout(interview);
  }

  #showItem(row, box, item, application, state) {
    box.checked = state === DONE || state === HELD;
    row.toggleAttribute("data-shown-held", state === HELD);
    const held = row.querySelector("[data-held-text]");
    held.hidden = state !== HELD;
    held.textContent = state === HELD ? this.dataset.heldIn : "";
    row.toggleAttribute("data-out", state === NOT_FOR_ME);
    row.querySelector("[data-out-text]").hidden = state !== NOT_FOR_ME;
    row.querySelector("[data-not-for-me]").setAttribute("aria-pressed", state === NOT_FOR_ME);
    const isNoted = application.get(item.per, `note:${item.id}`) !== null;
    const open = row.querySelector("[data-open]");
    const text = row.querySelector(".se-check-list__text").textContent;
    const label = fill(isNoted ? open.dataset.labelNoted : open.dataset.label, { item: text });
    if (open.getAttribute("aria-label") !== label) open.setAttribute("aria-label", label);
    open.toggleAttribute("data-noted", isNoted);
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
