/** The questions that the reader wants to see, and how many they are. */
import { store } from "../../file/store.js";
import { folded, hasWords } from "../../writing/text.js";
import { whenStill } from "../../shared/press.js";
import { say } from "../../shared/say.js";
import { word } from "../../shared/page-words.js";

/** A status that changes at each key is read out at each key. */
export const PAUSE = 400; // milliseconds

const has = (family, id) => store.current.get("application", `${family}:${id}`) !== null;
export const STATES = {
  ready: (id) => has("ready", id),
  "not-ready": (id) => !has("ready", id),
  answered: (id) => has("answer", id),
  "not-answered": (id) => !has("answer", id),
  chosen: (id) => has("to-ask", id),
  "not-chosen": (id) => !has("to-ask", id),
};

export class Filter {
  #advice = new Map();
  #pause;

  /** @param {HTMLFormElement} form @param {HTMLElement[]} cards */
  constructor(form, cards) {
    this.form = form;
    this.cards = cards;
  }

  /** A question that the reader has in hand stays: this file may come later than the press on it. */
  apply() {
    const { theme, state, text } = this.form.elements;
    const isShown = (card) =>
      card.contains(document.activeElement) ||
      ((theme.value === "" || theme.value === card.closest("[data-group]").dataset.group) &&
        (state.value === "" || STATES[state.value](card.id)) &&
        (text.value.trim() === "" || hasWords(this.#textOf(card), text.value)));
    for (const card of this.cards) card.hidden = !isShown(card);
    for (const group of new Set(this.cards.map((card) => card.closest("[data-group]")))) {
      group.hidden = [...group.querySelectorAll("[data-question]")].every((card) => card.hidden);
    }
    const isFiltering = [theme, state, text].some((field) => field.value.trim() !== "");
    this.form.querySelector("[data-reset-filter]").hidden = !isFiltering;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => whenStill(() => this.#tell()), PAUSE);
  }

  /** Show all again. */
  reset() {
    this.form.reset();
    this.apply();
  }

  #tell() {
    const shown = this.cards.filter((card) => !card.hidden).length;
    say(this.form.querySelector("[data-shown]"), shownInWords(shown, this.cards.length));
  }

  /** What a question says, and what the reader wrote of it. */
  #textOf(card) {
    if (!this.#advice.has(card)) {
      const parts = [...card.querySelectorAll("[data-ask], dl")];
      this.#advice.set(card, folded(parts.map((part) => part.textContent).join(" ")));
    }
    return `${this.#advice.get(card)} ${folded(ownTextOf(card.id))}`;
  }
}

/** What the reader wrote of a question. */
export function ownTextOf(id) {
  return ["answer", "first-answer", "reply"]
    .map((family) => store.current.get("application", `${family}:${id}`) ?? "")
    .join(" ");
}

/** « 8 questions affichées sur 75. » */
export function shownInWords(shown, total) {
  const few = shown === 0 ? "none" : shown === 1 ? "one" : "many";
  const kind = shown === total ? "all" : few;
  return word(`question-list.shown-${kind}`, { shown, total });
}
