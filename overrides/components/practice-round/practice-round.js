import { civilDateOf } from "../../dates/dates.js";
import { nextQuestion, ratingOf } from "../../writing/practice.js";
import { store } from "../../file/store.js";
import { answer, leadTo } from "../../shared/bring-into-view.js";
import { KeptElement } from "../../shared/kept-element.js";
import { lengthSpoken, levelInWords, timeSpoken } from "../question-list/spoken.js";
import { say } from "../../shared/say.js";
import { inWords, word } from "../../shared/page-words.js";

const READY = "ready"; // the choice of what is ready, and what the address says for it
const TIMER = "practice-timer"; // kept for this browser alone: it is no part of an application

/** Questions to answer aloud, one after another, the weak ones first; nothing is recorded. */
class PracticeRound extends KeptElement {
  static events = ["click", "change", "submit"];
  /** @type {HTMLElement | null} the entry of the question that is asked */
  #drawn = null;
  #asked = [];
  #began = 0;
  #ticking;

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener("hashchange", this);
    this.#drawNamed();
  }

  disconnectedCallback() {
    clearInterval(this.#ticking);
    window.removeEventListener("hashchange", this);
    super.disconnectedCallback();
  }

  handleEvent(event) {
    const { type, target } = event;
    if (type === "submit") {
      event.preventDefault();
      this.#draw();
    } else if (type === "hashchange") this.#drawNamed();
    else if (type === "click" && target.matches("[data-next]")) this.#draw();
    else if (type === "click" && target.matches("[data-mine]")) this.#drawMine();
    else if (type === "click" && target.matches("[data-spoke]")) this.#showNotes();
    else if (type === "change") this.#change(target);
  }

  #change(target) {
    if (target.name === "rating") {
      const rating = `${target.value} ${civilDateOf(new Date())}`;
      this.#keep("rating", "practised", rating);
    } else if (target.matches("[data-ready]")) {
      this.#keep("mark", "ready", target.checked ? "1" : null);
    } else if (target.name === "timer") {
      store.setDevice(TIMER, target.checked ? null : "off");
      this.#showTime();
    } else if (target.name === "which") {
      say(this.#part("none"), "");
      this.show();
    }
  }

  get #options() {
    return this.#part("options").elements;
  }

  #part(name) {
    return this.querySelector(`[data-${name}]`);
  }

  #kept(family, id) {
    return store.current.get("application", `${family}:${id}`);
  }

  #keep(kind, family, value) {
    const id = this.#drawn.dataset.question;
    store.undoable({ scope: this.dataset.scope, kind, id }, () =>
      store.current.set("application", `${family}:${id}`, value),
    );
  }

  /** The entries of the questions that the reader wants to practise. */
  #chosen() {
    const which = this.#options.which.value;
    return [...this.querySelectorAll("[data-question]")].filter(
      ({ dataset }) =>
        which === "all" ||
        which === dataset.theme ||
        (which === "article" && dataset.article !== undefined) ||
        (which === "ready" && this.#kept("ready", dataset.question) !== null) ||
        (which === "answered" && this.#kept("answer", dataset.question) !== null),
    );
  }

  // A question

  /** Begin with what the address names: a question, or all that the reader has ready. */
  #drawNamed() {
    const name = location.hash.slice(1);
    const entry = [...this.querySelectorAll("[data-question]")].find(
      ({ dataset }) => dataset.question === name,
    );
    if (entry) this.#askNext(entry);
    else if (name === READY && this.#hasReady()) this.#drawMine();
  }

  #drawMine() {
    this.#options.which.value = READY;
    this.show();
    this.#draw();
  }

  #hasReady() {
    return [...this.querySelectorAll("[data-question]")].some(
      ({ dataset }) => this.#kept("ready", dataset.question) !== null,
    );
  }

  #draw() {
    const entries = this.#chosen();
    const questions = entries.map(({ dataset: { question: id } }) => ({
      id,
      ready: this.#kept("ready", id) !== null,
      rating: this.#kept("practised", id),
    }));
    const id = nextQuestion(questions, this.#asked, Math.random());
    if (id === null) {
      this.#part("asked").hidden = true;
      answer(this.#part("none"), word("practice-round.none"));
      return;
    }
    this.#askNext(entries.find(({ dataset }) => dataset.question === id));
  }

  #askNext(entry) {
    this.#part("asked").hidden = false;
    say(this.#part("none"), "");
    this.#asked.push(entry.dataset.question);
    this.#drawn = entry;
    this.#ask();
  }

  #ask() {
    const original = this.#drawn.querySelector("[data-ask]").textContent;
    const ways = this.#options.reworded.checked
      ? [original, ...[...this.#drawn.querySelectorAll("[data-rewording]")].map(textOf)]
      : [original];
    const ask = ways[Math.floor(Math.random() * ways.length)];
    say(this.#part("drawn"), ask);
    this.#part("original").hidden = ask === original;
    say(
      this.#part("original"),
      ask === original ? "" : word("practice-round.original", { original }),
    );
    this.#part("speaking").hidden = false;
    this.#part("notes").hidden = true;
    this.#began = performance.now();
    clearInterval(this.#ticking);
    this.#ticking = setInterval(() => this.#showTime(), 1000);
    this.#showTime();
    this.refresh();
    leadTo(this.#part("drawn"));
  }

  #seconds() {
    return Math.floor((performance.now() - this.#began) / 1000);
  }

  #showTime() {
    const timer = this.#part("timer");
    timer.hidden = !this.#options.timer.checked || !this.#part("notes").hidden;
    const seconds = this.#seconds();
    timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  // What the reader wrote, and how it went

  #showNotes() {
    clearInterval(this.#ticking);
    this.#part("speaking").hidden = true;
    this.#part("notes").hidden = false;
    const took = this.#part("took");
    took.hidden = !this.#options.timer.checked;
    say(took, word("practice-round.took", { time: timeSpoken(this.#seconds()) }));
    this.#showTime();
    this.refresh();
    leadTo(this.#part("notes-title"));
  }

  show() {
    this.#options.timer.checked = store.device(TIMER) !== "off";
    this.#part("mine").hidden = !this.#hasReady();
    this.#showTally();
    if (this.#drawn === null) return;
    const { question: id } = this.#drawn.dataset;
    for (const place of this.querySelectorAll("[data-own]")) {
      const text = this.#kept(place.dataset.own, id);
      place.hidden = text === null;
      say(place.querySelector("dd"), text ?? "");
    }
    const written = this.#kept("answer", id);
    const perMinute = Number(this.dataset.wordsPerMinute);
    say(this.#part("length"), written === null ? "" : `(${lengthSpoken(written, perMinute)})`);
    this.#part("nothing").hidden = written !== null;
    this.#part("prepare").href = this.#drawn.querySelector("[data-ask]").href;
    this.#part("ready").checked = this.#kept("ready", id) !== null;
    const { level, day } = ratingOf(this.#kept("practised", id));
    for (const choice of this.querySelectorAll("[name=rating]")) {
      choice.checked = choice.value === level;
    }
    const said = level && { level: levelInWords(level), day: inWords(day) };
    say(this.#part("rated"), said ? word("question-list.rated", said) : "");
  }

  #showTally() {
    const ids = this.#chosen().map(({ dataset }) => dataset.question);
    const levels = ids.map((id) => ratingOf(this.#kept("practised", id)).level);
    const count = (level) => levels.filter((each) => each === level).length;
    const counts = {
      total: ids.length,
      never: count(null),
      redo: count("1"),
      nearly: count("2"),
      fine: count("3"),
      ready: ids.filter((id) => this.#kept("ready", id) !== null).length,
    };
    say(this.#part("tally"), word("practice-round.tally", counts));
  }
}

const textOf = ({ textContent }) => textContent;

customElements.define("practice-round", PracticeRound);
