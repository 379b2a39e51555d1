import { addDays, civilDate } from "../../dates/dates.js";
import { isWorkingDay, nextDayToCall } from "../../dates/follow-up.js";
import { ending, isNotYet, remarks } from "../../dates/steps.js";
import { bringIntoView } from "../../shared/bring-into-view.js";
import { say } from "../../shared/say.js";
import { DatedPlan } from "./dated-plan.js";
import { PlanExport } from "./export.js";
import { monthTables } from "./month-sheets.js";
import { NewsForm } from "./news-form.js";
import { inWords, settings, word } from "../../shared/page-words.js";
import { holidaysOf } from "./holidays.js";
import { dayOff } from "./steps-in-words.js";

/** The page of the dates: what happened since, every step, the months, and what to take away. */
class FullPlan extends DatedPlan {
  #export;

  connectedCallback() {
    this.#export ??= new PlanExport(this.querySelector("[data-export]"));
    super.connectedCallback();
    // The address names a place that was not there yet when the browser looked for it.
    if (location.hash === `#${this.result.id}`) this.answer().then(bringIntoView);
  }

  forms() {
    return [...super.forms(), new NewsForm(this.querySelector("[data-form=news]"))];
  }

  /** Without the days off of a place that the list has lost, no date would be right. */
  async showDates(interview) {
    const { known } = interview === null ? {} : await holidaysOf(interview.place);
    await super.showDates(known ? interview : null);
  }

  showPlan(dates) {
    super.showPlan(dates);
    const { interview, holidays, plan, moment, steps } = dates;
    this.#export.show(interview, plan, steps);
    this.result
      .querySelector("[data-notes]")
      .replaceChildren(
        ...notes(interview, plan, holidays, moment.today).flatMap((note) => [
          Object.assign(document.createElement("span"), { textContent: note }),
          " ",
        ]),
      );
    showDaysOff(this.result.querySelector("[data-days-off]"), interview, holidays);
    const decided = ending(interview) !== null && ending(interview) === interview.news;
    this.result
      .querySelector("[data-months]")
      .replaceChildren(
        ...(decided ? [] : monthTables(interview, plan, steps, holidays.days, moment.today)),
      );
  }
}

/** @returns {string[]} what is good to know about the dates, and moves none */
function notes(interview, plan, holidays, today) {
  const { days, reasons, first, last, loaded, note, source, checked } = holidays;
  const { place, said, news, away } = interview;
  const found = [];
  if (ending(interview) !== null) return found;
  if (said === null && !isNotYet(news)) found.push(word("follow-up-plan.promise-unknown"));
  const year = Number(plan.call_from.slice(0, 4));
  if (!loaded) found.push(word("follow-up-plan.holidays-missing"));
  else if (days.size === 0) found.push(word("follow-up-plan.holidays-elsewhere"));
  else if (year < first || year > last)
    found.push(word("follow-up-plan.holidays-unknown", { first, last }));
  else
    found.push(
      word("follow-up-plan.holidays-place", { place: settings.holidays.places[place].label }),
    );
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

customElements.define("follow-up-plan", FullPlan);
