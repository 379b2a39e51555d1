import { ending } from "../../dates/steps.js";
import { movedDates, rememberDates } from "../../file/seen.js";
import { store } from "../../file/store.js";
import { nameOf } from "../../shared/application-names.js";
import { contactNodes } from "../../shared/contact.js";
import { DatedElement } from "../../shared/dated-element.js";
import { still } from "../../shared/press.js";
import { say, unbroken } from "../../shared/say.js";
import { inWords, settings, word } from "../../shared/page-words.js";
import { sayWith, standingsOf } from "./standing.js";
import { showTasks } from "./tasks.js";

/**
 * What to do today, the tasks of the day or one thing more, and the dates that a rule moved. Beside the
 * plan of an application it speaks of that one; today.js is the home page's.
 */
export class NextStep extends DatedElement {
  static events = ["click"];
  #seen = () => {};
  #turn = 0;

  handleEvent({ target }) {
    if (target.matches("[data-seen]")) this.#seen();
  }

  /** The applications that it speaks of. */
  get applications() {
    return [store.current];
  }

  async show() {
    const turn = ++this.#turn;
    const standings = await standingsOf(this.applications);
    await still();
    // A later look may have been quicker.
    if (turn === this.#turn) this.showStandings(standings);
  }

  showStandings([first]) {
    this.hidden = first === undefined;
    if (first === undefined) return;
    say(this.querySelector("[data-sentence]"), first.sentence);
    this.showDay({ ...first, tasks: first.tasks.filter((due) => !isStep(first, due)) }, []);
  }

  /** What one application asks for today, and what has moved in the others too. */
  showDay(first, others) {
    this.#showWith(first);
    showTasks(this.querySelector("[data-tasks]"), this.template("task"), first);
    this.#showMore(first);
    // Without the holidays a date may only seem to have moved.
    this.#showMoved([first, ...others].filter(({ isExact }) => isExact));
  }

  template(name) {
    return this.querySelector(`[data-template=${name}]`);
  }

  /** Where and whom the reader meets, or whom they call. */
  #showWith({ application, interview, plan, moment: { today, upcoming }, isPlaceKnown }) {
    const line = this.querySelector("[data-with]");
    const isOpen = ending(interview) === null;
    const { where, people } = interview;
    const meeting = isOpen && upcoming ? [where, people].filter(Boolean).join(" – ") : "";
    const mayCall = isOpen && isPlaceKnown && !upcoming && today >= plan.call_from;
    line.replaceChildren(meeting, ...(mayCall ? contactNodes(application) : []));
    line.hidden = line.textContent === "";
  }

  /** Once all tasks of the day are done. */
  #showMore({ names, propose }) {
    const line = this.querySelector("[data-meanwhile]");
    line.hidden = propose === null;
    if (propose === null) return;
    const { url: href, say: ways } = propose.target;
    const link = line.querySelector("[data-item]");
    link.href = href;
    say(link, sayWith(names, ways));
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

/** Whether the steps that stand on the same page have a box for a task. */
function isStep({ interview }, { target: { id } }) {
  const steps = settings.endings[ending(interview)?.kind]?.steps ?? [];
  return id === settings.done_by?.id || steps.includes(id);
}
