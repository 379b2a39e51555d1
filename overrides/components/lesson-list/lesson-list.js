import { lessons } from "../../file/debrief.js";
import { nameIfNeeded } from "../../shared/application-names.js";
import { interviewName, learnedFrom } from "../debrief-sheet/interviews.js";
import { KeptElement } from "../../shared/kept-element.js";
import { word } from "../../shared/page-words.js";

/** What the reader learned from the interviews of all applications, the latest first. */
export class LessonList extends KeptElement {
  show() {
    const template = this.querySelector("[data-template=lesson]").content;
    const recalled = [...template.querySelectorAll("[data-recalled]:not([data-items])")];
    const found = lessons(
      learnedFrom(),
      recalled.map((part) => part.dataset.recalled),
    );
    this.querySelector("[data-empty]").hidden = found.length > 0;
    this.querySelector("[data-list]").replaceChildren(
      ...found.map((lesson) => lessonRow(template.firstElementChild.cloneNode(true), lesson)),
    );
  }
}

function lessonRow(row, { application, interview, answers, improvements }) {
  const name = nameIfNeeded(application);
  const archived = application.archived ? ` (${word("lesson-list.archived")})` : "";
  row.querySelector("[data-name]").textContent = name + archived;
  row.querySelector("[data-when]").textContent = interviewName(application, interview);
  for (const part of row.querySelectorAll("[data-recalled]")) {
    const texts = part.matches("[data-items]")
      ? improvements.map(({ text }) => text)
      : [answers.get(part.dataset.recalled)].filter(Boolean);
    if (texts.length === 0) part.remove();
    part.append(
      ...texts.map((textContent) => Object.assign(document.createElement("dd"), { textContent })),
    );
  }
  return row;
}
