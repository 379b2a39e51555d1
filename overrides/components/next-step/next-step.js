import { daysBetween } from "../../dates/dates.js";
import { ending } from "../../dates/steps.js";
import { dayInWords } from "../../dates/words.js";
import { movedDates, rememberDates } from "../../file/seen.js";
import { store } from "../../file/store.js";
import { nameIfNeeded, nameOf } from "../../shared/application-names.js";
import { badge } from "../../shared/badge.js";
import { answer } from "../../shared/bring-into-view.js";
import { contactNodes } from "../../shared/contact.js";
import { DatedElement } from "../../shared/dated-element.js";
import { loadLater } from "../../shared/page-data.js";
import { inWords, settings, word } from "../../shared/page-words.js";
import { still } from "../../shared/press.js";
import { showRows } from "../../shared/rows.js";
import { say, unbroken } from "../../shared/say.js";
import { keepNews } from "../follow-up-plan/keep-news.js";
import { showRule, showZones } from "../zone-line/zone-line.js";
import { sayWith, standingsOf } from "./standing.js";
import { showTasks } from "./tasks.js";

const LATEST = 3; // an interview has a name of its own up to here

/**
 * The answer to what the form of the home page asked, and the day over all applications: what to do, what
 * has happened, and the dates that a rule moved; what comes first first.
 */
export class NextStep extends DatedElement {
  static events = ["click"];
  #first = null;
  #seen = () => {};
  #turn = 0;

  handleEvent(event) {
    const { target } = event;
    const plan = document.querySelector("follow-up-plan");
    if (target.matches("[data-show]")) store.choose(target.dataset.show);
    else if (target.matches("[data-change]")) plan.askAbout(this.#first.application);
    else if (target.matches("[data-forget]")) plan.forget();
    else if (target.matches("[data-event]")) this.#note(event);
    else if (target.matches("[data-calendar]")) this.#download();
    else if (target.matches("[data-seen]")) this.#seen();
  }

  async show() {
    const { current } = store;
    const turn = ++this.#turn;
    const standings = await standingsOf(current.isExample ? [current] : store.applications);
    await still();
    // A later look may have been quicker.
    if (turn === this.#turn) this.#showStandings(standings);
  }

  /** Keep what has happened, where the interview was; a new date is asked for where its link leads. */
  #note(event) {
    const { target } = event;
    const { event: kind } = target.dataset;
    if (this.#first.moment.upcoming || kind === "not-yet-date") return;
    event.preventDefault();
    keepNews(this.#first.interview, kind);
    target.closest("details").open = false;
  }

  async #download() {
    const [{ downloadCalendar }] = await Promise.all([import("./calendar-of-day.js"), loadLater()]);
    answer(this.querySelector("[data-said]"), await downloadCalendar(this.#first));
  }

  #showStandings([first, ...others]) {
    this.#first = first;
    const isKnown = first !== undefined;
    this.toggleAttribute("data-answered", isKnown);
    this.toggleAttribute("data-ahead", isKnown && first.moment.upcoming);
    this.querySelector("[data-today]").hidden = !isKnown;
    this.querySelector("[data-why]").hidden = !isKnown;
    // Without a date to come there is nothing to be told of.
    this.querySelector("[data-calendar]").hidden = !isKnown || ending(first.interview) !== null;
    this.#showLineOfZones(first);
    this.#showCard(first);
    if (!isKnown) return;
    this.#showLine(first, others);
    this.#showWith(first);
    showTasks(this.querySelector("[data-tasks]"), this.#template("task"), first);
    this.#showMore(first);
    // Without the holidays a date may only seem to have moved.
    this.#showMoved([first, ...others].filter(({ isExact }) => isExact));
    this.#showNews(first);
    this.#showOthers(others);
  }

  /** Which interview the answer is about; of several applications, whose. */
  #showLine({ application, interview: { ordinal, day }, moment: { today } }, others) {
    const name = others.length > 0 ? nameIfNeeded(application) : "";
    say(this.querySelector("[data-about]"), name === "" ? "" : `${name} ·`);
    const which = word(`follow-up-plan.which-${Math.min(ordinal, LATEST)}`);
    const when = dayInWords(day, settings.calendar, today);
    say(this.querySelector("[data-which]"), `${which}, ${when}`);
  }

  #showLineOfZones(standing) {
    const line = this.querySelector("[data-zones]");
    const isWaiting =
      standing !== undefined && !standing.moment.upcoming && ending(standing.interview) === null;
    line.hidden = standing !== undefined && !isWaiting;
    if (isWaiting) showZones(line, standing.interview, standing.plan, standing.moment.today);
    else showRule(line);
  }

  /** The date that the sentence turns on in large type, or else the sentence. */
  #showCard(standing) {
    const card = standing && ending(standing.interview) === null ? standing.card : null;
    const date = card && standing.days[card.date];
    const time = card && standing.names[card.time];
    const day = date && dayInWords(date, settings.calendar, standing.moment.today);
    say(this.querySelector("[data-over]"), card?.over ?? "");
    say(
      this.querySelector("[data-sentence]"),
      day && time ? word("next-step.at", { day, time }) : (day ?? standing?.sentence ?? ""),
    );
    this.querySelector("[data-answer]").toggleAttribute("data-large", card !== null);
    say(this.querySelector("[data-in]"), date ? until(date, standing.moment.today) : "");
    const under = this.querySelector("[data-under]");
    under.replaceChildren(
      ...(card?.under ? [sayWith(standing.names, [card.under])] : []),
      ...(card?.mark ? [" ", badge(card.mark)] : []),
    );
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

  #showNews({ interview, plan, moment }) {
    const kind = (ending(interview) ?? interview.news)?.kind ?? "nothing";
    for (const button of this.querySelectorAll("[data-event]")) {
      if (button.dataset.event === kind) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    this.querySelector("[data-event=nothing]").hidden = kind === "nothing";
    this.querySelector("[data-called]").hidden =
      moment.upcoming || moment.today < plan.call_from || ending(interview) !== null;
  }

  #showOthers(others) {
    const list = this.querySelector("[data-others]");
    list.hidden = others.length === 0;
    const ids = others.map(({ application }) => application.id);
    showRows(list, ids, () => this.#template("other").content.firstElementChild.cloneNode(true));
    for (const standing of others) {
      const { application, sentence } = standing;
      const row = [...list.children].find(({ dataset }) => dataset.id === application.id);
      const name = row.querySelector("[data-show]");
      name.dataset.show = application.id;
      say(name, nameOf(application));
      say(row.querySelector("[data-says]"), sentence);
      showTasks(row.querySelector("[data-tasks]"), this.#template("task"), standing);
    }
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

  #template(name) {
    return this.querySelector(`[data-template=${name}]`);
  }
}

/** How far a day is from today; of one that is past, nothing. */
function until(day, today) {
  const days = daysBetween(today, day);
  if (days === 0) return word("follow-up-plan.today");
  if (days === 1) return word("follow-up-plan.tomorrow");
  return days > 1 ? word("follow-up-plan.in-days", { number: days }) : "";
}
