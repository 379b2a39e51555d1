import { keptInterview, momentOf, planOf } from "../../lib/interview.js";
import { store } from "../../lib/store.js";
import { wordsIn } from "../../lib/speech.js";
import { stateOf } from "../../lib/ticks.js";
import { DatedElement } from "../dated-element.js";
import { holidaysOf } from "../follow-up-plan/settings.js";
import { stepsInWords } from "../follow-up-plan/steps-in-words.js";
import { say } from "../say.js";
import { inWords, settings, timeWords, word } from "../settings.js";

// What fits two A4 pages beside the other parts, measured with the longest of them.
const MOST_WORDS = 500;
const MOST_ANSWERS = 16;
const MOST_LINES = 120;
const CONTACT = ["contact-name", "contact-role", "contact-phone", "contact-email"];

/** The sheet to take to the interview: what the reader keeps, or lines to fill by hand. */
class InterviewSheet extends DatedElement {
  connectedCallback() {
    this.querySelector("[data-no-script]").hidden = true;
    this.querySelector("[data-options]").hidden = false;
    for (const type of ["change", "submit"]) this.addEventListener(type, this);
    super.connectedCallback();
  }

  disconnectedCallback() {
    for (const type of ["change", "submit"]) this.removeEventListener(type, this);
    super.disconnectedCallback();
  }

  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      window.print();
    } else if (event.target.form?.matches("[data-options]")) this.show();
  }

  async show() {
    const chosen = new FormData(this.querySelector("[data-options]"));
    for (const part of this.querySelectorAll("[data-part]")) {
      part.hidden = !chosen.has(part.dataset.part);
    }
    const isBlank = chosen.get("how") === "blank";
    this.toggleAttribute("data-blank", isBlank);
    const { current } = store;
    this.#showItems(current, isBlank);
    this.#showQuestions(current, isBlank);
    const fields = isBlank ? {} : { ...details(current), ...(await dates(current)) };
    // The reader may have gone to another application meanwhile.
    if (current.id !== store.current.id) return;
    for (const place of this.querySelectorAll("[data-field]")) {
      say(place, fields[place.dataset.field] ?? "");
    }
  }

  #showItems(application, isBlank) {
    const lines = [...this.querySelectorAll("[data-item]")];
    for (const line of lines) {
      const item = JSON.parse(line.dataset.item);
      line.hidden = !isBlank && stateOf(application, item) !== null;
      const note = isBlank ? null : application.get(item.per, `note:${item.id}`);
      const place = line.querySelector("[data-note]");
      place.hidden = note === null;
      say(place, note ?? "");
    }
    this.querySelector("[data-nothing-left]").hidden = lines.some((line) => !line.hidden);
  }

  #showQuestions(application, isBlank) {
    const lines = [...this.querySelectorAll("[data-question]")];
    const kept = (family, id) => application.get("application", `${family}:${id}`);
    const answers = lines.map(({ dataset }) =>
      isBlank ? "" : (kept("answer", dataset.question) ?? ""),
    );
    const isEmpty = answers.every((answer) => answer === "");
    for (const [index, line] of lines.entries()) {
      line.hidden = isEmpty ? line.dataset.article === undefined : answers[index] === "";
      say(line.querySelector("[data-answer]"), answers[index]);
    }
    this.#fit(answers.filter(Boolean));
    const chosen = [...this.querySelectorAll("[data-to-ask]")];
    for (const line of chosen) {
      line.hidden = isBlank || kept("to-ask", line.dataset.toAsk) === null;
    }
    this.querySelector("[data-to-ask-lines]").hidden = chosen.some((line) => !line.hidden);
  }

  /** Two pages hold so much: beyond it each answer shows its first lines. */
  #fit(answers) {
    const isLong = wordsIn(answers.join(" ")) > MOST_WORDS || answers.length > MOST_ANSWERS;
    const list = this.querySelector("ol.se-sheet__questions");
    list.toggleAttribute("data-cut-short", isLong);
    list.style.setProperty(
      "--se-most-lines",
      Math.max(1, Math.floor(MOST_LINES / answers.length) - 2),
    );
    this.querySelector("[data-cut]").hidden = !isLong;
  }
}

/** What is known of an application, by the field that shows it; what is not is a line to fill. */
function details(application) {
  const field = (name) => application.get("application", name);
  const interview = keptInterview(application, settings);
  const phone = field("contact-phone");
  return {
    company: field("company"),
    job: field("job"),
    when: interview && moment(interview),
    where: interview?.where,
    people: interview?.people,
    contact: CONTACT.map(field).filter(Boolean).join(", "),
    phone: phone && word("interview-sheet.phone", { phone }),
  };
}

function moment({ day, starts }) {
  return [inWords(day), ...(starts ? [timeWords(starts)] : [])].join(", ");
}

/** @returns {Promise<Record<string, string>>} when each step is, by its name */
async function dates(application) {
  const interview = keptInterview(application, settings);
  if (interview === null) return {};
  const holidays = await holidaysOf(interview.place);
  const plan = planOf(interview, settings, holidays.days);
  const now = momentOf(interview, plan, settings, new Date());
  return Object.fromEntries(stepsInWords(interview, plan, now).map(({ id, when }) => [id, when]));
}

customElements.define("interview-sheet", InterviewSheet);
