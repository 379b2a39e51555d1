/** What the reader looks for among the questions of all themes: a list of links to them. */
import { folded, hasWords } from "../../writing/text.js";
import { whenStill } from "../../shared/press.js";
import { say } from "../../shared/say.js";
import { word } from "../../shared/page-words.js";
import { loadBank } from "./bank.js";
import { ownTextOf, PAUSE, shownInWords, STATES } from "./filter.js";
import { showStateOf } from "./state.js";

export class Finder {
  #pause;
  #texts = new Map();

  /** @param {HTMLElement} list the question-list @param {(id: string) => string} addressOf */
  constructor(list, addressOf) {
    this.list = list;
    this.form = list.querySelector("[data-filter]");
    this.addressOf = addressOf;
    this.#load(); // who turns to the form will soon want to find
  }

  get #isFinding() {
    const { state, text } = this.form.elements;
    return state.value !== "" || text.value.trim() !== "";
  }

  apply() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => whenStill(() => this.#show()), PAUSE);
  }

  /** Show the themes again. */
  reset() {
    this.form.reset();
    this.#show();
  }

  #load() {
    return loadBank(this.list.dataset.bank);
  }

  async #show() {
    const bank = this.#isFinding ? await this.#load() : [];
    const place = this.list.querySelector("[data-found]");
    const isFinding = this.#isFinding && bank !== null;
    say(
      this.list.querySelector("[data-failed]"),
      bank === null ? word("question-list.not-loaded") : "",
    );
    const { state, text } = this.form.elements;
    const groups = (isFinding ? (bank ?? []) : []).map(({ title, questions }) => ({
      title,
      found: questions.filter(
        (each) =>
          (state.value === "" || STATES[state.value](each.id)) &&
          (text.value.trim() === "" || hasWords(this.#textOf(each), text.value)),
      ),
    }));
    place.replaceChildren(...groups.filter(({ found }) => found.length > 0).flatMap(this.#drawn));
    place.hidden = !isFinding;
    this.list.querySelector("[data-themes]").hidden = isFinding;
    this.form.querySelector("[data-reset-filter]").hidden = !this.#isFinding;
    const total = Number(this.list.dataset.total);
    const shown = groups.reduce((sum, { found }) => sum + found.length, 0);
    say(
      this.form.querySelector("[data-shown]"),
      isFinding ? shownInWords(shown, total) : shownInWords(total, total),
    );
  }

  #drawn = ({ title, found }) => [
    element("h3", title),
    element("ul", "", ...found.map(({ id, ask }) => this.#row(id, ask))),
  ];

  #row(id, ask) {
    const state = Object.assign(document.createElement("span"), {
      className: "se-question-list__state",
    });
    showStateOf(state, id, Number(this.list.dataset.wordsPerMinute));
    const link = Object.assign(element("a", ask), { href: this.addressOf(id) });
    return element("li", "", link, " ", state);
  }

  /** What a question says, and what the reader wrote of it. */
  #textOf({ id, ask, prepare, more }) {
    if (!this.#texts.has(id)) this.#texts.set(id, folded(`${ask} ${prepare} ${more}`));
    return `${this.#texts.get(id)} ${folded(ownTextOf(id))}`;
  }
}

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) say(made, text);
  made.append(...children);
  return made;
}
