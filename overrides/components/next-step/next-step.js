import { movedDates, rememberDates } from "../../lib/seen.js";
import { store } from "../../lib/store.js";
import { isTicked } from "../../lib/ticks.js";
import { nameIfNeeded, nameOf } from "../application-bar/names.js";
import { contactNodes } from "../contact.js";
import { DatedElement } from "../dated-element.js";
import { still } from "../press.js";
import { say, unbroken } from "../say.js";
import { inWords, settings, word } from "../settings.js";
import { standingsOf } from "./standing.js";

const CALLING = ["call-today", "call-next"];
const NOTHING_TO_WAIT_FOR = ["call-today", "call-next", "invited", "no", "yes"];

/**
 * What to do today, one useful thing that is not ticked yet, and the dates that a rule moved: on the
 * home page of all applications, what comes first first; elsewhere of the one that is shown.
 */
class NextStep extends DatedElement {
  static events = ["click"];
  #seen = () => {};
  #turn = 0;

  handleEvent({ target }) {
    if (target.matches("[data-seen]")) this.#seen();
    else if (target.matches("[data-show]")) store.choose(target.dataset.show);
  }

  async show() {
    const isHome = this.dataset.view === "home";
    const { current } = store;
    const all = isHome && !current.isExample ? store.applications : [current];
    const turn = ++this.#turn;
    const [first, ...others] = await standingsOf(all);
    await still();
    // A later look may have been quicker.
    if (turn !== this.#turn) return;
    this.hidden = first === undefined;
    if (first === undefined) return;
    this.#showSentence(first);
    this.#showWith(first);
    this.#showMeanwhile(first);
    this.#showOthers(others);
    // Without the holidays a date may only seem to have moved.
    this.#showMoved([first, ...others].filter(({ isExact }) => isExact));
  }

  #showSentence({ application, sentence }) {
    this.#say("[data-about]", this.dataset.view === "home" ? nameIfNeeded(application) : "");
    this.#say("[data-sentence]", sentence);
  }

  #say(place, text) {
    say(this.querySelector(place), text);
  }

  /** Where and whom the reader meets, or whom they call. */
  #showWith({ application, say: task, interview: { where, people } }) {
    const line = this.querySelector("[data-with]");
    const meeting = task === "before-interview" ? [where, people].filter(Boolean).join(" – ") : "";
    line.replaceChildren(meeting, ...(CALLING.includes(task) ? contactNodes(application) : []));
    line.hidden = line.textContent === "";
  }

  #showMeanwhile({ application, say: task }) {
    const line = this.querySelector("[data-meanwhile]");
    const link = line.querySelector("[data-item]");
    const useful = settings.useful.find((item) => !isTicked(application, item)) ?? settings.reread;
    say(link, useful.text);
    link.href = useful.url;
    line.hidden = NOTHING_TO_WAIT_FOR.includes(task);
  }

  #showOthers(others) {
    const list = this.querySelector("[data-others]");
    if (!list) return;
    list.hidden = others.length === 0;
    list.replaceChildren(
      ...others.map(({ application, sentence }) => {
        const line = document.createElement("li");
        const name = Object.assign(document.createElement("button"), {
          type: "button",
          className: "se-quiet",
          textContent: nameOf(application),
        });
        name.dataset.show = application.id;
        line.append(name, " ", ...unbroken(sentence));
        return line;
      }),
    );
  }

  #showMoved(standings) {
    const lines = standings.flatMap(({ application, interview, plan }) =>
      movedDates(interview, plan).map(({ step, from, to }) => {
        const text = word(`next-step.moved-${step}`, { from: inWords(from), to: inWords(to) });
        const name = standings.length > 1 ? [nameOf(application), ". "] : [];
        return [...name, text].join("");
      }),
    );
    const notice = this.querySelector("[data-moved]");
    notice.hidden = lines.length === 0;
    this.#seen = () => {
      for (const { interview, plan } of standings) rememberDates(interview, plan);
    };
    notice.querySelector("ul").replaceChildren(
      ...lines.map((text) => {
        const line = document.createElement("li");
        line.append(...unbroken(text));
        return line;
      }),
    );
  }
}

customElements.define("next-step", NextStep);
