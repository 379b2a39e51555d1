import { nextDayToCall } from "../../lib/follow-up.js";
import { ending, isNotYet, remarks } from "../../lib/steps.js";
import { DatedPlan } from "./dated-plan.js";
import { PlanExport } from "./export.js";
import { monthTables } from "./months.js";
import { NewsForm } from "./news-form.js";
import { settings, word } from "./settings.js";

/** The page of the dates: what happened since, every step, the months, and what to take away. */
class FullPlan extends DatedPlan {
  #export;

  connectedCallback() {
    this.#export ??= new PlanExport(this.querySelector("[data-export]"));
    super.connectedCallback();
  }

  forms() {
    return [...super.forms(), new NewsForm(this.querySelector("[data-form=news]"))];
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
    const decided = ending(interview) !== null && ending(interview) === interview.news;
    this.result
      .querySelector("[data-months]")
      .replaceChildren(
        ...(decided ? [] : monthTables(interview, plan, steps, holidays.days, moment.today)),
      );
  }
}

/** @returns {string[]} what is good to know about the dates, and moves none */
function notes(interview, plan, { days, first, last, loaded }, today) {
  const { place, said, news, away } = interview;
  const found = [];
  if (ending(interview) !== null) return found;
  if (said === null && !isNotYet(news)) found.push(word("promise-unknown"));
  const year = Number(plan.call_from.slice(0, 4));
  if (!loaded) found.push(word("holidays-missing"));
  else if (days.size === 0) found.push(word("holidays-elsewhere"));
  else if (year < first || year > last) found.push(word("holidays-unknown", { first, last }));
  else found.push(word("holidays-place", { place: settings.holidays.places[place].label }));
  if (settings.holidays.places[place].varies) found.push(word("holidays-vary"));
  const call = nextDayToCall(today > plan.call_from ? today : plan.call_from, days, away);
  return [...found, ...remarks(call, place, days).map((name) => word(`remark-${name}`))];
}

customElements.define("follow-up-plan", FullPlan);
