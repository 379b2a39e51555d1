/** The tasks of a day as the page shows them: what to do, where, and the box that ends it. */
import { isDone, setDone } from "../../file/targets.js";
import { store } from "../../file/store.js";
import { badge } from "../../shared/badge.js";
import { showRows } from "../../shared/rows.js";
import { say } from "../../shared/say.js";
import { settings } from "../../shared/page-words.js";
import { sayWith } from "./standing.js";

/** What was ticked here stays where it is, to be taken back, as long as the reader stays on the page. */
const tickedHere = new Map();

/** Fill a list with the tasks of a standing; what comes next stands below what was just ticked. */
export function showTasks(
  /** @type {HTMLElement} */ list,
  /** @type {HTMLTemplateElement} */ template,
  /** @type {import("./standing.js").Standing} */ { application, interview, names, tasks },
) {
  const whose = `${application.id} ${interview.ordinal} `;
  const idOf = ({ task, target }) => `${whose}${task} ${target.id ?? target.question}`;
  const shown = new Map(tasks.map((due) => [idOf(due), due]));
  for (const [id, due] of tickedHere) {
    if (id.startsWith(whose) && isDone(application, due.target)) shown.set(id, due);
  }
  const there = [...list.children].map((row) => row.dataset.id).filter((id) => shown.has(id));
  showRows(list, [...new Set([...there, ...shown.keys()])], (id) =>
    rowOf(template, application, shown.get(id), id),
  );
  for (const row of list.children) {
    const { task, target } = shown.get(row.dataset.id);
    const text = sayWith(names, target.say);
    say(row.querySelector("[data-text]"), text);
    if (target.url) say(row.querySelector("a > span"), `${settings.tasks[task].link} – ${text}`);
    row.querySelector("input").checked = isDone(application, target);
  }
  list.hidden = shown.size === 0;
}

function rowOf(template, application, due, id) {
  const { mark, short, check } = settings.tasks[due.task];
  const row = template.content.firstElementChild.cloneNode(true);
  const [text, box, go] = ["[data-text]", "input", "a"].map((part) => row.querySelector(part));
  row.querySelector("[data-short]").textContent = short ?? "";
  row.querySelector("[data-check]").textContent = check;
  if (mark) text.after(" ", badge(mark));
  if (due.target.url) go.href = due.target.url;
  else go.remove();
  box.addEventListener("change", () => {
    if (box.checked) tickedHere.set(id, due);
    store.undoable({ scope: "tasks", kind: "tick", id }, () =>
      setDone(application, due.target, box.checked),
    );
  });
  return row;
}
