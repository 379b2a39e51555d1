import { civilDateOf } from "../../lib/dates.js";
import { keptInterview, momentOf, planOf, thankYouDeadline } from "../../lib/interview.js";
import { movedDates, rememberDates } from "../../lib/seen.js";
import { advice } from "../../lib/steps.js";
import { store } from "../../lib/store.js";
import { isTicked } from "../../lib/ticks.js";
import { clockTimeOf } from "../../lib/times.js";
import { fill, timeInWords } from "../../lib/words.js";
import { DatedElement } from "../dated-element.js";
import { holidaysOf, inWords, settings } from "../follow-up-plan/settings.js";

const NOTHING_TO_WAIT_FOR = ["call-today", "call-next", "invited", "no", "yes"];

/** One sentence for today, one useful thing that is not ticked yet, and the dates that a rule moved. */
class NextStep extends DatedElement {
  #seen = () => {};

  connectedCallback() {
    this.querySelector("[data-seen]").onclick = () => this.#seen();
    super.connectedCallback();
  }

  async show() {
    const interview = keptInterview(store, settings);
    if (interview === null) {
      this.hidden = true;
      return;
    }
    const holidays = await holidaysOf(interview.place);
    this.hidden = false;
    const plan = planOf(interview, settings, holidays.days);
    const moment = momentOf(store, interview, plan, settings, new Date());
    const { say, dates } = advice(interview, plan, moment, holidays.days, interview.away);
    const sentence = this.querySelector("[data-sentence]");
    const text = sentenceOf(say, dates, interview);
    if (sentence.textContent !== text) sentence.textContent = text;
    this.#showMeeting(say, interview);
    this.#showMeanwhile(say);
    // Without the holidays a date may only seem to have moved.
    if (holidays.loaded) this.#showMoved(interview, plan);
  }

  #showMeeting(say, { where, people }) {
    const line = this.querySelector("[data-meeting]");
    line.textContent = [where, people].filter(Boolean).join(" – ");
    line.hidden = say !== "before-interview" || line.textContent === "";
  }

  #showMeanwhile(say) {
    const line = this.querySelector("[data-meanwhile]");
    const link = line.querySelector("[data-item]");
    const useful =
      settings.useful.find((item) => !isTicked(store, item.per, item)) ?? settings.reread;
    link.textContent = useful.text;
    link.href = useful.url;
    line.hidden = NOTHING_TO_WAIT_FOR.includes(say);
  }

  #showMoved(interview, plan) {
    const moved = movedDates(store, interview, plan);
    const notice = this.querySelector("[data-moved]");
    notice.hidden = moved.length === 0;
    this.#seen = () => rememberDates(store, interview, plan);
    notice.querySelector("ul").replaceChildren(
      ...moved.map(({ step, from, to }) =>
        Object.assign(document.createElement("li"), {
          textContent: word(`moved-${step}`, { from: inWords(from), to: inWords(to) }),
        }),
      ),
    );
  }
}

function word(name, values) {
  return fill(settings.words[`next-step.${name}`], values);
}

function sentenceOf(say, dates, interview) {
  const said = Object.fromEntries(Object.entries(dates).map(([name, day]) => [name, inWords(day)]));
  const time = (clockTime) => timeInWords(clockTime, settings.calendar);
  const due = thankYouDeadline(interview, settings);
  const end = settings.endings[say];
  if (end) return isTicked(store, "interview", end.first) ? end.done : end.today;
  if (say === "before-interview" && interview.starts) {
    return word("before-interview-at", { ...said, time: time(interview.starts) });
  }
  if (say === "thank" && due) {
    return word("thank-at", {
      ...said,
      by: inWords(civilDateOf(due)),
      time: time(clockTimeOf(due)),
    });
  }
  return word(say, said);
}

customElements.define("next-step", NextStep);
