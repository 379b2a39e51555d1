import { daysBetween } from "../../dates/dates.js";
import { ending } from "../../dates/steps.js";
import { store } from "../../file/store.js";
import { nameIfNeeded, nameOf } from "../../shared/application-names.js";
import { badge } from "../../shared/badge.js";
import { showRows } from "../../shared/rows.js";
import { say } from "../../shared/say.js";
import { settings, word } from "../../shared/page-words.js";
import { dayInWords } from "../../dates/words.js";
import { answer } from "../../shared/bring-into-view.js";
import { calendarEvents, downloadEvents } from "../follow-up-plan/calendar.js";
import { holidaysOf } from "../follow-up-plan/holidays.js";
import { keepNews } from "../follow-up-plan/keep-news.js";
import { stepsInWords } from "../follow-up-plan/steps-in-words.js";
import { NextStep } from "./day.js";
import { sayWith } from "./standing.js";
import { showTasks } from "./tasks.js";
import { showZones } from "./zones.js";

const LATEST = 3; // an interview has a name of its own up to here

/** The home page: the answer to what the form asked, and the day over all applications. */
class Today extends NextStep {
  #first = null;

  handleEvent(event) {
    const { target } = event;
    const plan = document.querySelector("follow-up-plan");
    if (target.matches("[data-show]")) store.choose(target.dataset.show);
    else if (target.matches("[data-change]")) plan.askAbout(this.#first.application);
    else if (target.matches("[data-forget]")) plan.forget();
    else if (target.matches("[data-event]")) this.#note(event);
    else if (target.matches("[data-calendar]")) this.#download();
    else super.handleEvent(event);
  }

  get applications() {
    return store.current.isExample ? [store.current] : store.applications;
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
    const { interview, plan, moment } = this.#first;
    const steps = stepsInWords(interview, plan, moment, await holidaysOf(interview.place));
    const said = downloadEvents(interview, calendarEvents(interview, plan, steps));
    answer(this.querySelector("[data-said]"), said);
  }

  showStandings([first, ...others]) {
    this.#first = first;
    const isKnown = first !== undefined;
    this.toggleAttribute("data-answered", isKnown);
    this.toggleAttribute("data-ahead", isKnown && first.moment.upcoming);
    this.querySelector("[data-day]").hidden = !isKnown;
    this.querySelector("[data-why]").hidden = !isKnown;
    // Without a date to come there is nothing to be told of.
    this.querySelector("[data-calendar]").hidden = !isKnown || ending(first.interview) !== null;
    showZones(this.querySelector("[data-zones]"), first);
    this.#showCard(first);
    if (!isKnown) return;
    this.#showLine(first, others);
    this.showDay(first, others);
    this.#showNews(first);
    this.#showOthers(others);
  }

  /** Which interview the answer is about; of several applications, whose. */
  #showLine({ application, interview: { ordinal, day }, moment: { today } }, others) {
    const name = others.length > 0 ? nameIfNeeded(application) : "";
    say(this.querySelector("[data-about]"), name === "" ? "" : `${name} ·`);
    const which = word(`next-step.interview-${Math.min(ordinal, LATEST)}`, {
      day: dayInWords(day, settings.calendar, today),
    });
    say(this.querySelector("[data-which]"), which);
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
    showRows(list, ids, () => this.template("other").content.firstElementChild.cloneNode(true));
    for (const standing of others) {
      const { application, sentence } = standing;
      const row = [...list.children].find(({ dataset }) => dataset.id === application.id);
      const name = row.querySelector("[data-show]");
      name.dataset.show = application.id;
      say(name, nameOf(application));
      say(row.querySelector("[data-says]"), sentence);
      showTasks(row.querySelector("[data-tasks]"), this.template("task"), standing);
    }
  }
}

/** How far a day is from today; of one that is past, nothing. */
function until(day, today) {
  const days = daysBetween(today, day);
  if (days === 0) return word("next-step.in-today");
  if (days === 1) return word("next-step.in-tomorrow");
  return days > 1 ? word("next-step.in-days", { days }) : "";
}

customElements.define("next-step", Today);
