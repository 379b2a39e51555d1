import { decoded, elementAt } from "../../shell/anchor.js";
import { ratingOf } from "../../writing/practice.js";
import { store } from "../../file/store.js";
import { nameIfNeeded } from "../../shared/application-names.js";
import { copyText } from "../../shared/copy-text.js";
import { answer, bringIntoView, leadTo } from "../../shared/bring-into-view.js";
import { KeptElement } from "../../shared/kept-element.js";
import { loadLater } from "../../shared/page-data.js";
import { beforePaper } from "../../shared/paper.js";
import { say } from "../../shared/say.js";
import { inWords, word } from "../../shared/page-words.js";
import { loadBank } from "./bank.js";
import { lengthSpoken, levelInWords } from "./spoken.js";
import { showChoiceOf, showStateOf } from "./state.js";

const FRAME = ["star-situation", "star-task", "star-action", "star-result"];
const WRITTEN = ["first-answer", "answer", "reply", ...FRAME];

/** The questions, each with what the reader prepares: an answer, or the wish to ask it. */
class QuestionList extends KeptElement {
  static events = ["click", "change", "focusin", "input", "submit"];
  /** The form above the questions, once the reader turns to it. @type {Promise<object> | null} */
  #filter = null;
  #application = null;

  connectedCallback() {
    this.addEventListener("toggle", this, true); // it does not bubble
    window.addEventListener("hashchange", this);
    for (const card of this.#cards()) if (card.open) this.#addTools(card);
    super.connectedCallback();
    beforePaper.add(this.#addWritten);
    this.#openTarget();
  }

  /** Do something with the form above the questions: of themes, whose pages are others, it makes a list of links. */
  async #withFilter(act) {
    this.#filter ??= this.dataset.bank === undefined ? this.#bringFilter() : this.#bringFinder();
    const filter = await this.#filter.catch(() => null);
    if (filter !== null) act(filter);
    else this.#filter = null; // the network was away: again with the next key
  }

  async #bringFilter() {
    const [{ Filter }] = await Promise.all([import("./filter.js"), loadLater()]);
    return new Filter(this.querySelector("[data-filter]"), this.#cards());
  }

  async #bringFinder() {
    const [{ Finder }] = await Promise.all([import("./finder.js"), loadLater()]);
    return new Finder(this, (id) => this.#addressOf(id) ?? `#${id}`);
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
    else if (target.form?.matches("[data-filter]")) {
      this.#withFilter((filter) => type !== "focusin" && filter.apply());
    }
  }

  #click(target) {
    const card = target.closest("[data-question]");
    if (target.matches("[data-open-star]")) {
      this.#openFrame(card, target.getAttribute("aria-expanded") === "false");
    } else if (target.matches("[data-join]")) this.#compose(card);
    else if (target.matches("[data-copy]")) this.#copy(card);
    else if (target.matches("[data-copy-all]")) this.#copyAll();
    else if (target.matches("[data-print-all]")) this.#printAll();
    else if (target.matches("[data-print-bank]")) this.#printBank();
    else if (target.matches("[data-reset-filter]")) {
      this.#withFilter((filter) => {
        filter.reset();
        leadTo(filter.form.elements.text); // the button is gone
      });
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
    const tools = this.querySelector("[data-template=tools]").content.cloneNode(true);
    card.querySelector("summary").after(tools);
    card.querySelector("[role=group]").setAttribute("aria-labelledby", `${card.id}-ask`);
    card.dataset.scope = `question:${card.id}`;
    for (const field of card.querySelectorAll("[data-family]")) {
      field.dataset.keep = `${field.dataset.family}:${card.id}`;
    }
    const aloud = card.querySelector("[data-aloud]");
    if (aloud) aloud.hash = card.id;
    const first = card.querySelector("[data-first]");
    if (first) first.open = this.#kept("first-answer", card) !== null;
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
    this.#showProgress();
    this.#showWritten();
    if (this.#application !== id && this.#filter) this.#withFilter((filter) => filter.apply());
    this.#application = id;
  }

  #showProgress() {
    const place = this.querySelector("[data-progress]");
    if (place === null) return;
    const cards = this.#cards();
    const done = cards.filter((card) => this.#kept("ready", card) !== null).length;
    say(place, word("question-list.progress", { done, total: cards.length }));
    const isReady = (id) => store.current.get("application", `ready:${id}`) !== null;
    this.querySelector("[data-mine]").hidden = !this.#ids().some(isReady);
  }

  /** How much there is to take away, of all questions. */
  #showWritten() {
    const all = this.querySelector("[data-all]");
    if (all === null) return;
    const number = this.#ids().filter((id) => this.#isTaken(id)).length;
    say(
      this.querySelector("[data-written]"),
      this.#isAsking
        ? word("question-list.ask-written", { number })
        : word("question-list.written", { number }),
    );
    for (const button of all.querySelectorAll("[data-of-written]")) button.disabled = number === 0;
  }

  /** The questions of the page, and those of the pages that it leads to. */
  #ids() {
    const elsewhere = [...this.querySelectorAll("[data-questions]")];
    return [
      ...this.#cards().map(({ id }) => id),
      ...elsewhere.flatMap(({ dataset }) => dataset.questions.split(" ")),
    ];
  }

  #isTaken(id) {
    const family = this.#isAsking ? "to-ask" : "answer";
    return store.current.get("application", `${family}:${id}`) !== null;
  }

  get #isAsking() {
    return this.dataset.view === "to-ask";
  }

  get #wordsPerMinute() {
    return Number(this.dataset.wordsPerMinute);
  }

  #showState(card) {
    const place = card.querySelector("[data-state]");
    if (this.#isAsking) showChoiceOf(place, card.id);
    else showStateOf(place, card.id, this.#wordsPerMinute);
  }

  #showTools(card) {
    const mark = card.querySelector("input[data-mark]");
    mark.checked = this.#kept(mark.dataset.mark, card) !== null;
    if (this.#isAsking) return;
    const answer = this.#kept("answer", card);
    const spoken = card.querySelector("[data-spoken]");
    say(spoken, answer === null ? "" : lengthSpoken(answer, this.#wordsPerMinute));
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
  async #written() {
    const onPage = new Map(
      this.#cards().map((card) => [card.id, card.querySelector("[data-ask]").textContent]),
    );
    const taken = this.#ids().filter((id) => this.#isTaken(id));
    // A browser copies only what follows a press at once: nothing is loaded without need.
    const bank = taken.every((id) => onPage.has(id)) ? [] : await this.#bank();
    if (bank === null) return null;
    const asked = new Map(
      bank.flatMap(({ questions }) => questions.map(({ id, ask }) => [id, ask])),
    );
    return taken.map((id) => ({ ask: onPage.get(id) ?? asked.get(id), text: this.#textOf(id) }));
  }

  #textOf(id) {
    return store.current.get("application", `${this.#isAsking ? "reply" : "answer"}:${id}`) ?? "";
  }

  /** All questions, or null and a line that says so. */
  async #bank() {
    const bank = await loadBank(this.dataset.bank);
    const said = this.querySelector("[data-all] [data-said]");
    if (bank === null) answer(said, word("question-list.not-loaded"));
    else say(said, "");
    return bank;
  }

  async #copyAll() {
    const written = await this.#written();
    if (written === null) return;
    const all = written.map(({ ask, text }) => [ask, text].filter(Boolean).join("\n"));
    const isCopied = await copyText(all.join("\n\n"), this.querySelector("[data-copied]"));
    const [byHand, said] = ["[data-by-hand]", "[data-said]"].map((part) =>
      this.querySelector(`[data-all] ${part}`),
    );
    byHand.hidden = isCopied;
    say(said, isCopied ? word("question-list.all-copied") : "");
    bringIntoView(isCopied ? said : byHand);
  }

  /** Print what the reader wrote. */
  async #printAll() {
    const title = this.#isAsking
      ? word("question-list.ask-print-title")
      : word("question-list.print-title");
    const written = await this.#written();
    if (written === null) return;
    this.#print(
      title,
      written.flatMap(({ ask, text }) => [element("h3", ask), element("p", text)]),
    );
  }

  /** Print all questions of all themes: with the reader's answer, or how to prepare one. */
  async #printBank() {
    const bank = await this.#bank();
    if (bank === null) return;
    const parts = bank.flatMap(({ title, questions }) => [
      element("h3", title),
      ...questions.flatMap(({ id, ask, prepare }) => {
        const own = this.#textOf(id);
        const said = element("p", own || prepare);
        said.toggleAttribute("data-own", own !== "");
        return [element("h4", ask), said];
      }),
    ]);
    this.#print(word("question-list.bank-print-title"), parts);
  }

  #print(title, parts) {
    const name = nameIfNeeded(store.current);
    this.querySelector("[data-printout]").replaceChildren(
      element("h2", [title, name].filter(Boolean).join(" – ")),
      ...parts,
    );
    this.toggleAttribute("data-printing", true);
    const end = () => this.toggleAttribute("data-printing", false);
    window.addEventListener("afterprint", end, { once: true });
    window.print();
  }

  // Links to a question

  /** Show the question that the address names, even closed or filtered out. */
  async #openTarget() {
    const target = elementAt(location.hash);
    if (!target) this.#follow(decoded(location.hash.slice(1)));
    if (!target || !this.contains(target)) return;
    const card = target.closest("[data-question]");
    if (target.closest("[hidden]")) await this.#withFilter((filter) => filter.reset());
    if (card?.matches("details")) card.open = true;
    target.scrollIntoView();
  }

  /** A question that was on this page once is on that of its theme: go there. */
  #follow(hash) {
    const address = this.#addressOf(hash) ?? this.#addressOf(hash.replace(/-ask$/, ""));
    if (!address) return;
    // On the way back, the reader stays.
    history.replaceState(history.state, "", location.pathname + location.search);
    const link = Object.assign(document.createElement("a"), { href: address, hidden: true });
    this.append(link);
    link.click();
    link.remove();
  }

  /** Where a question is, if this page leads to it. */
  #addressOf(id) {
    const entry = [...this.querySelectorAll("[data-questions]")].find(({ dataset }) =>
      dataset.questions.split(" ").includes(id),
    );
    return entry && `${entry.querySelector("a").href}#${id}`;
  }
}

function element(name, textContent) {
  return Object.assign(document.createElement(name), { textContent });
}

customElements.define("question-list", QuestionList);
