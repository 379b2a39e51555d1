/** What the page of the dates answers: one date, its line, each step, the months, what to take away. */
import { addDays, civilDate, daysBetween } from "../../dates/dates.js";
import { isWorkingDay, nextDayToCall } from "../../dates/follow-up.js";
import { momentOf, planOf, promiseOf } from "../../dates/interview.js";
import { ending, isNotYet, remarks } from "../../dates/steps.js";
import { dayInWords } from "../../dates/words.js";
import { movedDates, rememberDates } from "../../file/seen.js";
import { isTicked } from "../../file/ticks.js";
import { leadTo } from "../../shared/bring-into-view.js";
import { contactNodes } from "../../shared/contact.js";
import { inWords, settings, timeWords, word } from "../../shared/page-words.js";
import { say } from "../../shared/say.js";
import { showZones } from "../zone-line/zone-line.js";
import { assumedPlace } from "./assumed-place.js";
import { PlanExport } from "./export.js";
import { monthTables } from "./month-sheets.js";
import { NewsForm } from "./news-form.js";
import { showSteps } from "./step-list.js";
import { dayOff, stepsInWords } from "./steps-in-words.js";
import { showUsual, usualInWords } from "./usual-day.js";

const LAST_NAMED = 3;

export class Answer {
  #plan;
  #export;
  #seen = () => {};

  constructor(/** @type {import("./full.js").FullPlan} */ plan) {
    this.#plan = plan;
    this.#export = new PlanExport(this.#part("export"));
    plan.add(new NewsForm(this.#part("form=news")));
    this.#part("seen").addEventListener("click", () => this.#seen());
    this.#part("tell").addEventListener("click", () => this.#tell());
  }

  #part(name) {
    return this.#plan.querySelector(`[data-${name}]`);
  }

  show(
    /** @type {import("../../file/kept-interview.js").KeptInterview} */ interview,
    /** @type {import("../../dates/public-holidays.js").Holidays} */ holidays,
  ) {
    const plan = planOf(interview, settings, holidays.days);
    const moment = momentOf(interview, plan, settings, new Date());
    const steps = stepsInWords(interview, plan, moment, holidays);
    this.#part("told").replaceChildren(told(interview, moment, holidays), where(interview));
    this.#showHeadline(interview, plan, moment, holidays);
    this.#showMoved(interview, plan, holidays.loaded);
    const isDecided = ending(interview) !== null && ending(interview) === interview.news;
    this.#plan.result.toggleAttribute("data-decided", isDecided);
    const usual = usualInWords(interview, plan, moment, holidays);
    showUsual(this.#part("usual"), usual);
    // The three zones are those of a wait; with an agency there is none.
    const isWaiting = !isDecided && plan.quiet_until !== null;
    this.#part("zones").hidden = !isWaiting;
    if (isWaiting) showZones(this.#part("zones"), interview, plan, moment.today);
    this.#part("months").hidden = isDecided;
    this.#part("months").replaceChildren(
      ...(isDecided ? [] : monthTables(interview, plan, steps, holidays.days, moment.today)),
    );
    showSteps(this.#part("steps"), this.#part("template=step"), steps);
    this.#part("notes").replaceChildren(
      ...notes(interview, plan, holidays, moment.today).flatMap((note) => [
        Object.assign(document.createElement("span"), { textContent: note }),
        " ",
      ]),
    );
    showDaysOff(this.#part("days-off"), interview, holidays);
    this.#export.show(interview, plan, steps, usual);
  }

  #showHeadline(interview, plan, moment, holidays) {
    const { label, date, after, people } = headline(interview, plan, moment, holidays);
    say(this.#part("label"), label);
    say(this.#part("date"), date);
    say(this.#part("after"), after);
    const line = this.#part("people");
    line.replaceChildren(...people);
    line.hidden = people.length === 0;
  }

  /** Without the public holidays a date may only seem to have moved. */
  #showMoved(interview, plan, isExact) {
    const notice = this.#part("moved");
    const moved = isExact ? movedDates(interview, plan) : [];
    notice.hidden = moved.length === 0;
    this.#seen = () => rememberDates(interview, plan);
    notice.querySelector("ul").replaceChildren(
      ...moved.map(({ step, from, to }) =>
        Object.assign(document.createElement("li"), {
          textContent: word(`next-step.moved-${step}`, { from: inWords(from), to: inWords(to) }),
        }),
      ),
    );
  }

  #tell() {
    const news = this.#part("form=news").closest("details");
    news.open = true;
    leadTo(news.querySelector("summary"), news);
  }
}

/** What the reader has told, in a line. */
function told({ ordinal, day, through, said }, { today, upcoming }, holidays) {
  const which = word(`follow-up-plan.which-${Math.min(ordinal, LAST_NAMED)}`);
  const until = said && promiseOf(day, said, holidays.days);
  const promise = until
    ? through === "agency"
      ? word("follow-up-plan.told-agreed", { day: dayInWords(until, settings.calendar, today) })
      : word("follow-up-plan.told-promise", { day: dayInWords(until, settings.calendar, today) })
    : word("follow-up-plan.told-nothing");
  return [
    `${which}, ${dayInWords(day, settings.calendar, today)}`,
    ...(said && !upcoming ? [promise] : []),
    ...(through === "agency" ? [word("follow-up-plan.told-agency")] : []),
  ].join(" · ");
}

/** And where, which a phone leaves to the notes on the dates. */
function where({ place }) {
  const textContent = ` · ${settings.places[place]}`;
  return Object.assign(document.createElement("span"), {
    className: "se-plan__where",
    textContent,
  });
}

/** What comes next, its day in large letters, and how far away that is. */
function headline(interview, plan, { today, upcoming }, { days }) {
  const end = settings.endings[ending(interview)?.kind];
  const nothing = { label: "", date: "", after: "", people: [] };
  if (end) {
    const isDone = isTicked(interview.application, end.first);
    return { ...nothing, label: word("next-step.title"), after: isDone ? end.done : end.today };
  }
  if (upcoming) {
    const { day, starts, where, people } = interview;
    return {
      label: word("follow-up-plan.interview-on"),
      date: dayInWords(day, settings.calendar, today),
      after: [inDays(today, day), starts && timeWords(starts)].filter(Boolean).join(" · "),
      people: [[where, people].filter(Boolean).join(" – ")].filter(Boolean),
    };
  }
  const isOpen = today >= plan.call_from;
  const call = isOpen ? nextDayToCall(today, days, interview.away) : plan.call_from;
  const isNow = call === today;
  return {
    label: callLabel(interview, isNow),
    date: isNow ? word("follow-up-plan.today") : dayInWords(call, settings.calendar, today),
    after: isNow ? dayInWords(call, settings.calendar, today) : inDays(today, call),
    people: isOpen ? contactNodes(interview.application) : [],
  };
}

function callLabel({ through }, isNow) {
  if (through === "agency") return word("follow-up-plan.agency-call");
  return isNow ? word("follow-up-plan.call-now") : word("follow-up-plan.call-on");
}

function inDays(today, day) {
  const number = daysBetween(today, day);
  if (number === 0) return word("follow-up-plan.today");
  return number === 1
    ? word("follow-up-plan.tomorrow")
    : word("follow-up-plan.in-days", { number });
}

/** @returns {string[]} what is good to know about the dates, and moves none */
function notes(interview, plan, holidays, today) {
  const { days, reasons, first, last, loaded, note, source, checked } = holidays;
  const { place, through, said, news, away } = interview;
  const found = through === "agency" ? [word("follow-up-plan.agency-added")] : [];
  const assumed = assumedPlace(interview);
  if (assumed !== "") found.push(assumed);
  if (ending(interview) !== null) return found;
  if (said === null && !isNotYet(news)) found.push(word("follow-up-plan.promise-unknown"));
  const year = Number(plan.call_from.slice(0, 4));
  if (!loaded) found.push(word("follow-up-plan.holidays-missing"));
  else if (days.size === 0) found.push(word("follow-up-plan.holidays-elsewhere"));
  else if (year < first || year > last)
    found.push(word("follow-up-plan.holidays-unknown", { first, last }));
  else found.push(word("follow-up-plan.holidays-place", { place: settings.places[place] }));
  if (reasons.size > 0) found.push(word("follow-up-plan.holidays-vary"));
  if (source !== null && checked === null) found.push(word("follow-up-plan.holidays-unchecked"));
  if (note !== null) found.push(note);
  const call = nextDayToCall(today > plan.call_from ? today : plan.call_from, days, away);
  return [
    ...found,
    ...remarks(call, place, days).map((name) => word(`follow-up-plan.remark-${name}`)),
  ];
}

/** The days that count as off in the year after an interview, each with its reason, and who says so. */
function showDaysOff(details, { day: from }, { days, reasons, source, checked }) {
  const [year, month, date] = from.split("-").map(Number);
  const until = addDays(civilDate(year + 1, month, date), -1);
  const found = [...days.keys()].filter((day) => from <= day && day <= until).sort();
  details.hidden = found.length === 0;
  say(
    details.querySelector("[data-span]"),
    word("follow-up-plan.days-off-span", { from: inWords(from), until: inWords(until) }),
  );
  details.querySelector("ul").replaceChildren(
    ...found
      .filter((day) => isWorkingDay(day, new Map()))
      .map((day) =>
        Object.assign(document.createElement("li"), {
          textContent: word("follow-up-plan.skipped-day", {
            date: inWords(day),
            reason: dayOff(days.get(day), reasons.get(day)),
          }),
        }),
      ),
  );
  const link = details.querySelector("a");
  if (source !== null) link.href = source;
  say(
    details.querySelector("[data-checked]"),
    checked === null
      ? word("follow-up-plan.days-off-unchecked")
      : word("follow-up-plan.days-off-checked", { day: inWords(checked) }),
  );
}
