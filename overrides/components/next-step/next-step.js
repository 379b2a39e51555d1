import { daysBetween } from "../../dates/dates.js";
import { ending } from "../../dates/steps.js";
import { dayAndMonth, dayInWords } from "../../dates/words.js";
import { movedDates, rememberDates } from "../../file/seen.js";
import { store } from "../../file/store.js";
import { nameIfNeeded, nameOf, ownName } from "../../shared/application-names.js";
import { badge } from "../../shared/badge.js";
import { answer, bringIntoView, leadTo } from "../../shared/bring-into-view.js";
import { contactNodes } from "../../shared/contact.js";
import { DatedElement } from "../../shared/dated-element.js";
import { loadLater } from "../../shared/page-data.js";
import { inWords, settings, word } from "../../shared/page-words.js";
import { still } from "../../shared/press.js";
import { showRows } from "../../shared/rows.js";
import { say, unbroken } from "../../shared/say.js";
import { keepNews } from "../follow-up-plan/keep-news.js";
import { assumedPlace } from "../follow-up-plan/assumed-place.js";
import { showUsual } from "../follow-up-plan/usual-day.js";
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
    // All that can be chosen is seen, to its last line.
    else if (target.matches("summary"))
      bringIntoView(target.parentElement.querySelector("[data-event]:last-of-type"));
  }

  async show() {
    const { current } = store;
    const turn = ++this.#turn;
    const all = current.isExample ? [current] : store.applications;
    const standings = await standingsOf(all);
    await still();
    // A later look may have been quicker.
    if (turn !== this.#turn) return;
    const dated = new Set(standings.map(({ application }) => application.id));
    const undated = all.filter(({ id }) => !dated.has(id));
    this.#showStandings(standings, undated);
  }

  /** Keep what has happened, where the interview was; a new date is asked for where its link leads. */
  #note(event) {
    const { target } = event;
    const { event: kind } = target.dataset;
    if (this.#first.moment.upcoming || kind === "not-yet-date") return;
    event.preventDefault();
    keepNews(this.#first.interview, kind);
    target.closest("details").open = false;
    leadTo(this);
  }

  async #download() {
    const [{ downloadCalendar }] = await Promise.all([import("./calendar-of-day.js"), loadLater()]);
    answer(this.querySelector("[data-said]"), await downloadCalendar(this.#first));
  }

  #showStandings([first, ...others], undated) {
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
    showUsual(this.querySelector("[data-usual]"), first?.usual ?? null);
    if (!isKnown) return;
    this.#showLine(first);
    this.#showWith(first);
    showTasks(this.querySelector("[data-tasks]"), this.#template("task"), first);
    this.#showMore(first);
    // Without the holidays a date may only seem to have moved.
    this.#showMoved([first, ...others].filter(({ isExact }) => isExact));
    this.#showNews(first);
    const assumed = assumedPlace(first.interview);
    say(this.querySelector("[data-assumed]"), assumed);
    this.querySelector("[data-assumed]").hidden = assumed === "";
    this.#showName(first.application);
    this.#showOthers(others, undated);
  }

  /** Which interview the answer is about, and whose where that has a name. */
  #showLine({ application, interview: { ordinal, day }, moment: { today } }) {
    const name = nameIfNeeded(application);
    say(this.querySelector("[data-about]"), name);
    const [letter, ...rest] = word(`follow-up-plan.which-${Math.min(ordinal, LATEST)}`);
    const which = [name ? letter.toLowerCase() : letter, ...rest].join("");
    const when = dayAndMonth(day, settings.calendar, today);
    say(this.querySelector("[data-which]"), `${which}, ${when}`);
  }

  #showLineOfZones(standing) {
    const line = this.querySelector("[data-zones]");
    const isWaiting =
      standing !== undefined &&
      !standing.moment.upcoming &&
      standing.plan.quiet_until !== null &&
      ending(standing.interview) === null;
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

  /** Ask for the name of the application whose dates are the first, as long as it has none. */
  #showName(application) {
    const place = this.querySelector("[data-asks-name]");
    const isInHand = place.contains(document.activeElement);
    const isOwn = application.id === store.current.id && !application.isExample;
    place.hidden = !isInHand && (!isOwn || ownName(application) !== "");
  }

  /** What comes next has its tasks, the rest a line each; those without a day last, and apart what is over. */
  #showOthers(others, undated) {
    const [next, ...rest] = others.filter(({ isOver }) => !isOver);
    const without = undated.map((application) => ({
      application,
      sentence: word("next-step.no-dates"),
    }));
    const list = this.querySelector("[data-others]");
    this.#fill(list, [...(next ? [next] : []), ...rest, ...without], next);
    const over = this.querySelector("[data-over-applications]");
    this.#fill(
      over.querySelector("ul"),
      others.filter(({ isOver }) => isOver),
    );
    over.hidden = over.querySelector("li") === null;
  }

  #fill(list, standings, next) {
    list.hidden = standings.length === 0;
    const ids = standings.map(({ application }) => application.id);
    showRows(list, ids, () => this.#template("other").content.firstElementChild.cloneNode(true));
    standings.forEach((standing, index) => {
      const { application } = standing;
      const row = list.children[index];
      const name = row.querySelector("[data-show]");
      name.dataset.show = application.id;
      say(name, nameOf(application));
      say(row.querySelector("[data-says]"), inShort(standing));
      const tasks = standing === next ? standing.tasks : [];
      row.toggleAttribute("data-next", standing === next);
      if (standing.tasks)
        showTasks(row.querySelector("[data-tasks]"), this.#template("task"), {
          ...standing,
          tasks,
        });
    });
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

/** The date that the sentence of an application turns on, or else the sentence. */
function inShort({ sentence, card, days, moment }) {
  if (!card) return sentence;
  return `${card.over} ${dayAndMonth(days[card.date], settings.calendar, moment.today)}`;
}

/** How far a day is from today; of one that is past, nothing. */
function until(day, today) {
  const days = daysBetween(today, day);
  if (days === 0) return word("follow-up-plan.today");
  if (days === 1) return word("follow-up-plan.tomorrow");
  return days > 1 ? word("follow-up-plan.in-days", { number: days }) : "";
}
