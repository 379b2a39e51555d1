import { forgetImprovement, isImproved, setImproved } from "../../file/debrief.js";
import { store } from "../../file/store.js";
import { fill } from "../../dates/words.js";
import { nameOf } from "../../shared/application-names.js";
import { leadTo } from "../../shared/bring-into-view.js";
import { improvements, interviewName, learnedFrom } from "../debrief-sheet/interviews.js";
import { KeptElement } from "../../shared/kept-element.js";
import { showRows } from "../../shared/rows.js";
import { say } from "../../shared/say.js";
import { word } from "../../shared/page-words.js";

const SCOPE = "improvement-list";

/**
 * What the debriefs of all applications gave to improve. The next interview may be with another
 * employer: each application has its own tick for each line.
 */
export class ImprovementList extends KeptElement {
  static events = ["change", "click"];

  handleEvent({ type, target }) {
    const row = target.closest("[data-id]")?.dataset.id;
    const item = improvements().find((each) => rowId(each) === row);
    if (item === undefined) return;
    if (type === "change") {
      store.undoable({ scope: SCOPE, kind: "tick", id: row }, () => {
        setImproved(store.current, item.id, target.checked);
      });
    } else if (target.matches("[data-delete]")) {
      store.undoable({ scope: SCOPE, kind: "removed", id: row }, () => {
        forgetImprovement(item, learnedFrom());
      });
      leadTo(this);
    }
  }

  show() {
    const items = improvements();
    const template = this.querySelector("[data-template=item]").content.firstElementChild;
    const list = this.querySelector("[data-list]");
    showRows(list, items.map(rowId), () => template.cloneNode(true));
    items.forEach((item, index) => showItem(list.children[index], item));
    this.querySelector("[data-empty]").hidden = items.length > 0;
    this.#showProgress(items);
  }

  #showProgress(items) {
    const total = items.length;
    const done = items.filter(({ id }) => isImproved(store.current, id)).length;
    const kind = done === total ? "complete" : "progress";
    const text = total === 0 ? "" : fill(this.dataset[kind], { done, total });
    say(this.querySelector("[data-progress-text]"), text);
  }
}

/** A restored backup can bring an application twice, and its lines with it. */
function rowId({ application, interview, id }) {
  return `${application.id} ${interview} ${id}`;
}

function showItem(row, { application, interview, id, text }) {
  const isOwn = application.id === store.current.id;
  row.querySelector("[type=checkbox]").checked = isImproved(store.current, id);
  say(row.querySelector("[data-text]"), text);
  const values = {
    application: nameOf(application),
    interview: interviewName(application, interview),
  };
  say(
    row.querySelector("[data-origin]"),
    isOwn ? word("improvement-list.origin", values) : word("improvement-list.origin-other", values),
  );
  const label = word("improvement-list.delete-item", { item: text });
  const button = row.querySelector("[data-delete]");
  if (button.getAttribute("aria-label") !== label) button.setAttribute("aria-label", label);
}
