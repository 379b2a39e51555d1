import { elementAt } from "../../shell/anchor.js";
import { ratingOf } from "../../writing/practice.js";
import { store } from "../../file/store.js";
import { nameIfNeeded } from "../../shared/application-names.js";
import { copyText } from "../../shared/take-away.js";
import { answer, bringIntoView, leadTo } from "../../shared/bring-into-view.js";
import { KeptElement } from "../../shared/kept-element.js";
import { beforePaper } from "../../shared/paper.js";
import { say } from "../../shared/say.js";
import { inWords, word } from "../../shared/page-words.js";
import { Filter } from "./filter.js";
import { lengthSpoken, levelInWords } from "./spoken.js";

const FRAME = ["star-situation", "star-task", "star-action", "star-result"];
const WRITTEN = ["first-answer", "answer", "reply", ...FRAME];

/** The questions, each with what the reader prepares: an answer, or the wish to ask it. */
class QuestionList extends KeptElement {
  static events = ["click", "change", "input", "submit"];
  #filter = null;
  #application = null;

  connectedCallback() {
    this.addEventListener("toggle", this, true); // it does not bubble
    window.addEventListener("hashchange", this);
    this.#filter ??= new Filter(this.querySelector("[data-filter]"), this.#cards());
    for (const card of this.#cards()) if (card.open !== false) this.#addTools(card);
    super.connectedCallback();
    beforePaper.add(this.#addWritten);
    this.#openTarget();
  }

  disconnectedCallback() {
    this.removeEventListener("toggle", this, true);
    window.removeEventListener("hashchange", this);
    beforePaper.delete(this.#addWritten);
    super.disconnectedCallback();
  }

  handleEvent(event) {
    const { type, target } = event;
    if (type === "hashchange") this.#openTarget();
    else if (type === "toggle") this.#opened(target);
    else if (type === "submit") event.preventDefault();
    else if (type === "click") this.#click(target);
    else if (type === "change" && target.matches("input[data-mark]")) this.#mark(target);
    else if (target.form?.matches("[data-filter]")) this.#filter.apply();
  }

  #click(target) {
    const card = target.closest("[data-question]");
    if (target.matches("[data-open-star]")) {
      this.#openFrame(card, target.getAttribute("aria-expanded") === "false");
    } else if (target.matches("[data-join]")) this.#compose(card);
    else if (target.matches("[data-copy]")) this.#copy(card);
    else if (target.matches("[data-copy-all]")) this.#copyAll();
    else if (target.matches("[data-print-all]")) this.#printAll();
    else if (target.matches("[data-reset-filter]")) {
      this.#filter.reset();
      leadTo(this.#filter.form.elements.text); // the button is gone
    }
  }

  #cards() {
    return [...this.querySelectorAll("[data-question]")];
  }

  /** What the reader wrote in a family of fields for a question. */
  #kept(family, card) {
    return store.current.get("application", `${family}:${card.id}`);
  }

  // The place for an answer, given to a question once it is open

  #opened(card) {
    if (!card.matches("[data-question]") || !card.open || card.querySelector("[role=group]"))
      return;
    this.#addTools(card);
    this.refresh();
  }

  #addTools(card) {
    if (card.querySelector("[role=group]")) return;
    card.append(this.querySelector("[data-template=tools]").content.cloneNode(true));
    card.querySelector("[role=group]").setAttribute("aria-labelledby", `${card.id}-ask`);
    for (const field of card.querySelectorAll("[data-family]")) {
      field.dataset.keep = `${field.dataset.family}:${card.id}`;
    }
    const hasFrame = FRAME.some((family) => this.#kept(family, card) !== null);
    if (hasFrame) this.#showFrame(card, true);
  }

  /** What is written of questions that were not opened. */
  #addWritten = () => {
    for (const card of this.#cards()) {
      if (WRITTEN.some((family) => this.#kept(family, card) !== null)) this.#addTools(card);
    }
    this.refresh();
  };

  show() {
    const { id } = store.current;
    for (const card of this.#cards()) {
      this.#showState(card);
      if (card.querySelector("[role=group]")) this.#showTools(card);
    }
    const written = this.#written();
    this.querySelector("[data-all]").hidden = written.length === 0;
    say(
      this.querySelector("[data-written]"),
      this.#isAsking
        ? word("question-list.ask-written", { number: written.length })
        : word("question-list.written", { number: written.length }),
    );
    if (this.#application !== id) this.#filter.apply();
    this.#application = id;
  }

  get #isAsking() {
    return this.dataset.view === "to-ask";
  }

  #showState(card) {
    const state = card.querySelector("[data-state]");
    const kind = this.#isAsking
      ? this.#kept("to-ask", card) && "chosen"
      : (this.#kept("ready", card) && "ready") || (this.#kept("answer", card) && "answered");
    state.hidden = !kind;
    say(state, kind ? word(`question-list.mark-${kind}`) : "");
    state.dataset.state = kind || "";
  }

  #showTools(card) {
    const mark = card.querySelector("input[data-mark]");
    mark.checked = this.#kept(mark.dataset.mark, card) !== null;
    if (this.#isAsking) return;
    const answer = this.#kept("answer", card);
    const spoken = card.querySelector("[data-spoken]");
    spoken.hidden = answer === null;
    say(spoken, answer === null ? "" : lengthSpoken(answer, Number(this.dataset.wordsPerMinute)));
    const rated = card.querySelector("[data-rated]");
    const { level, day } = ratingOf(this.#kept("practised", card));
    rated.hidden = level === null;
    const said = level && { level: levelInWords(level), day: inWords(day) };
    say(rated, said ? word("question-list.rated", said) : "");
    card.querySelector("[data-copy]").hidden = answer === null;
    const isEmpty = FRAME.every((family) => !this.#kept(family, card)?.trim());
    card.querySelector("[data-join]").disabled = isEmpty || Boolean(answer?.trim());
  }

  partOf({ id }) {
    return document.getElementById(id)?.querySelector("input[data-mark]");
  }

  #mark(box) {
    const card = box.closest("[data-question]");
    store.undoable({ scope: card.dataset.scope, kind: "mark", id: card.id }, () =>
      store.current.set("application", `${box.dataset.mark}:${card.id}`, box.checked ? "1" : null),
    );
  }

  // The frame: situation, task, action, result

  #openFrame(card, isOpen) {
    this.#showFrame(card, isOpen);
    if (isOpen) leadTo(card.querySelector("[data-star] textarea"));
  }

  #showFrame(card, isOpen) {
    card.querySelector("[data-star]").hidden = !isOpen;
    card.querySelector("[data-open-star]").setAttribute("aria-expanded", String(isOpen));
  }

  /** Make an answer of the frame, for the reader to go on with. */
  #compose(card) {
    const parts = FRAME.map((family) => this.#kept(family, card)?.trim()).filter(Boolean);
    const text = parts.join("\n\n");
    store.undoable({ scope: card.dataset.scope, kind: "compose", id: card.id }, () =>
      store.current.set("application", `answer:${card.id}`, text),
    );
    const field = card.querySelector("[data-family=answer]");
    field.value = text; // once it has the focus, nothing else writes into it
    leadTo(field);
    say(card.querySelector("[data-said]"), word("question-list.composed"));
  }

  // Copy and print

  async #copy(card) {
    const field = card.querySelector("[data-family=answer]");
    const isCopied = await copyText(field.value, field);
    answer(
      card.querySelector("[data-said]"),
      isCopied ? word("question-list.copied") : word("question-list.copy-by-hand"),
    );
  }

  /** What there is to take away: answers, or the questions to ask and the replies. */
  #written() {
    return this.#cards()
      .map((card) => ({
        ask: card.querySelector("[data-ask]").textContent,
        isThere: this.#kept(this.#isAsking ? "to-ask" : "answer", card) !== null,
        text: this.#kept(this.#isAsking ? "reply" : "answer", card) ?? "",
      }))
      .filter(({ isThere }) => isThere);
  }

  async #copyAll() {
    const all = this.#written().map(({ ask, text }) => [ask, text].filter(Boolean).join("\n"));
    const isCopied = await copyText(all.join("\n\n"), this.querySelector("[data-copied]"));
    const [byHand, said] = ["[data-by-hand]", "[data-said]"].map((part) =>
      this.querySelector(`[data-all] ${part}`),
    );
    byHand.hidden = isCopied;
    say(said, isCopied ? word("question-list.all-copied") : "");
    bringIntoView(isCopied ? said : byHand);
  }

  #printAll() {
    const title = this.#isAsking
      ? word("question-list.ask-print-title")
      : word("question-list.print-title");
    const name = nameIfNeeded(store.current);
    this.querySelector("[data-printout]").replaceChildren(
      element("h2", [title, name].filter(Boolean).join(" – ")),
      ...this.#written().flatMap(({ ask, text }) => [element("h3", ask), element("p", text)]),
    );
    this.toggleAttribute("data-printing", true);
    const end = () => this.toggleAttribute("data-printing", false);
    window.addEventListener("afterprint", end, { once: true });
    window.print();
  }

  // Links to a question

  /** Show the question that the address names, even closed or filtered out. */
  #openTarget() {
    const target = elementAt(location.hash);
    if (!target || !this.contains(target)) return;
    const card = target.closest("[data-question]");
    if (target.closest("[hidden]")) this.#filter.reset();
    if (card?.matches("details")) card.open = true;
    target.scrollIntoView();
  }
}

function element(name, textContent) {
  return Object.assign(document.createElement(name), { textContent });
}

customElements.define("question-list", QuestionList);
