import { keptInterview, momentOf, planOf } from "../../lib/interview.js";
import { store } from "../../lib/store.js";
import { stateOf } from "../../lib/ticks.js";
import { showLines } from "../call-script/lines.js";
import { DatedElement } from "../dated-element.js";
import { holidaysOf } from "../follow-up-plan/settings.js";
import { stepsInWords } from "../follow-up-plan/steps-in-words.js";
import { say } from "../say.js";
import { inWords, settings, timeWords, word } from "../settings.js";

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
    showLines(this, isBlank ? null : current, settings);
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
    for (const line of this.querySelectorAll("[data-question]")) {
      const answer = application.get("application", `answer:${line.dataset.question}`);
      say(line.querySelector("[data-answer]"), isBlank ? "" : (answer ?? ""));
    }
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
