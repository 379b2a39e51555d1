import { isImproved } from "../../file/debrief.js";
import { keptInterview } from "../../file/kept-interview.js";
import { store } from "../../file/store.js";
import { wordsIn } from "../../writing/text.js";
import { isSettled } from "../../file/ticks.js";
import { improvements } from "../debrief-sheet/interviews.js";
import { showLines } from "../call-script/lines.js";
import { DatedElement } from "../../shared/dated-element.js";
import { loadLater } from "../../shared/page-data.js";
import { say } from "../../shared/say.js";
import { inWords, settings, timeWords, word } from "../../shared/page-words.js";

// What an A4 page holds beside the interview. Beyond it the answers stand in two columns, shortened,
// those marked ready first.
const ROOM = 44; // lines
const WORDS_IN_LINE = 15;
const LINES_OF_QUESTION = 2;
const MOST_ANSWERS = 16;
const CONTACT = ["contact-name", "contact-role", "contact-phone", "contact-email"];

/** The sheet to take to the interview: what the reader keeps, or lines to fill by hand. */
class InterviewSheet extends DatedElement {
  static events = ["change", "submit"];

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
    this.toggleAttribute("data-chosen", true);
    const isBlank = chosen.get("how") === "blank";
    this.toggleAttribute("data-blank", isBlank);
    const { current } = store;
    this.#showItems(current, isBlank);
    this.#showQuestions(current, isBlank);
    showLines(this, isBlank ? null : current, settings);
    const fields = isBlank
      ? {}
      : { ...details(current), ...(chosen.has("dates") && (await dates(current))) };
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
      line.hidden = !isBlank && isSettled(application, item);
      const note = isBlank ? null : application.get(item.per, `note:${item.id}`);
      const place = line.querySelector("[data-note]");
      place.hidden = note === null;
      say(place, note ?? "");
    }
    const toImprove = improvements().filter(({ id }) => !isBlank && !isImproved(application, id));
    this.querySelector("[data-improvements]").replaceChildren(
      ...toImprove.map(({ text }) =>
        Object.assign(document.createElement("li"), { textContent: text }),
      ),
    );
    this.querySelector("[data-nothing-left]").hidden =
      toImprove.length > 0 || lines.some((line) => !line.hidden);
  }

  #showQuestions(application, isBlank) {
    const kept = (family, id) =>
      isBlank ? null : application.get("application", `${family}:${id}`);
    const chosen = [...this.querySelectorAll("[data-to-ask]")];
    for (const line of chosen) line.hidden = kept("to-ask", line.dataset.toAsk) === null;
    const toAsk = chosen.filter((line) => !line.hidden).length;
    this.querySelector("[data-to-ask-lines]").hidden = toAsk > 0;

    const lines = [...this.querySelectorAll("[data-question]")];
    const answered = lines.filter(({ dataset }) => kept("answer", dataset.question) !== null);
    const answers = answered.map(({ dataset }) => kept("answer", dataset.question));
    const isLong = sum(answers.map(linesOf)) > ROOM - toAsk;
    const isReady = ({ dataset }) => kept("ready", dataset.question) !== null;
    const shown = new Set(
      isLong
        ? [...answered].sort((a, b) => isReady(b) - isReady(a)).slice(0, MOST_ANSWERS)
        : answered,
    );
    for (const line of lines) {
      line.hidden = shown.size === 0 ? line.dataset.article === undefined : !shown.has(line);
      const answer = shown.has(line) ? kept("answer", line.dataset.question) : "";
      say(line.querySelector("[data-answer]"), answer);
    }
    const list = this.querySelector("ol.se-sheet__questions");
    list.toggleAttribute("data-cut-short", isLong);
    const most = Math.floor((2 * (ROOM - toAsk)) / shown.size) - LINES_OF_QUESTION;
    list.style.setProperty("--se-most-lines", Math.max(1, most));
    const cut = this.querySelector("[data-cut]");
    cut.hidden = !isLong;
    const numbers = { shown: shown.size, total: answered.length };
    say(cut, isLong ? word("interview-sheet.cut", numbers) : "");
  }
}

/** The lines of a question and its answer on paper. */
function linesOf(answer) {
  return LINES_OF_QUESTION + Math.ceil(wordsIn(answer) / WORDS_IN_LINE);
}

function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0);
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
  try {
    const [{ daysOf }] = await Promise.all([import("./days-of-steps.js"), loadLater()]);
    return await daysOf(interview);
  } catch {
    return {}; // the network was away: lines to fill
  }
}

customElements.define("interview-sheet", InterviewSheet);
