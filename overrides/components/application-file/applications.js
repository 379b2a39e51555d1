/** The candidate's applications, each with what comes next, how far it is, and what is known of it. */
import { civilDateOf } from "../../dates/dates.js";
import { store } from "../../file/store.js";
import { DONE, tally } from "../../file/ticks.js";
import { nameOf } from "../../shared/application-names.js";
import { bringIntoView, leadTo } from "../../shared/bring-into-view.js";
import { standingOf } from "../next-step/standing.js";
import { showTasks } from "../next-step/tasks.js";
import { say } from "../../shared/say.js";
import { inWords, settings, word } from "../../shared/page-words.js";
import { addExample } from "./example-application.js";

const SCOPE = "applications";
/** What the reader wrote of an item or a question, by the field it is kept in. */
const NOTE = /^(note|answer|first-answer|star-[a-z]+|reply):/;
const isTick = (field) => field.startsWith("tick:");

export class Applications {
  constructor(/** @type {HTMLElement} */ section) {
    this.section = section;
    section.dataset.scope = SCOPE;
    this.template = section.querySelector("[data-template=application]");
  }

  show() {
    const { applications, archivedApplications, example } = store;
    this.#part("empty").hidden = applications.length > 0 || example !== null;
    const shown = [
      ...this.#fill(this.#part("list"), [...applications, ...(example ? [example] : [])]),
      ...this.#fill(this.#part("archived-list"), archivedApplications),
    ];
    this.#part("archived").hidden = archivedApplications.length === 0;
    this.#part("example").hidden = example !== null;
    return Promise.all(shown);
  }

  click(target) {
    if (target.matches("[data-example]")) {
      addExample();
      this.show();
      bringIntoView(this.section.querySelector(`[data-id="${store.example.id}"]`));
    }
    const card = target.closest("[data-id]");
    if (!card) return;
    const application = store.application(card.dataset.id);
    const change = (kind, act) => {
      store.undoable({ scope: SCOPE, kind, id: application.id }, act);
      leadTo(this.section, this.#part("undo"));
    };
    if (target.matches("[data-show]")) {
      store.choose(application.id);
      bringIntoView(card);
    } else if (target.matches("[data-edit]")) this.#edit(card, target);
    else if (target.matches("[data-archive], [data-unarchive]")) {
      const day = application.archived ? null : civilDateOf(new Date());
      change("archive", () => application.set("application", "archived", day));
    } else if (target.matches("[data-delete]")) {
      change("delete", () => store.delete(application));
    }
  }

  change(target) {
    if (!target.matches("[data-interview]")) return;
    const { id } = target.closest("[data-id]").dataset;
    store.application(id).nameInterview(Number(target.value));
  }

  #part(name) {
    return this.section.querySelector(`[data-${name}]`);
  }

  #edit(card, button) {
    const fields = card.querySelector("[data-fields]");
    fields.hidden = !fields.hidden;
    button.setAttribute("aria-expanded", String(!fields.hidden));
    if (!fields.hidden) leadTo(fields.querySelector("input"), fields);
  }

  /**
   * One card for each application; a card that is there already keeps its focus.
   * @returns {Promise<void>[]} until all of each is said
   */
  #fill(list, applications) {
    const said = [];
    const cards = applications.map((application) => {
      const known = list.querySelector(`:scope > [data-id="${application.id}"]`);
      const card = known ?? this.template.content.firstElementChild.cloneNode(true);
      card.dataset.id = application.id;
      if (!known) nameButtons(card);
      said.push(this.#showCard(card, application));
      return card;
    });
    const isSame =
      cards.length === list.children.length &&
      cards.every((card, index) => card === list.children[index]);
    if (!isSame) list.replaceChildren(...cards);
    return said;
  }

  #showCard(card, application) {
    const part = (name) => card.querySelector(`[data-${name}]`);
    const { archived, isExample } = application;
    const isShown = application.id === store.current.id;
    part("name").textContent = nameOf(application);
    part("shown").hidden = !isShown;
    part("show").hidden = isShown;
    part("archive").hidden = archived || isExample;
    part("unarchive").hidden = !archived;
    part("progress").textContent = progressInWords(application);
    showRetired(part("retired"), application);
    showInterviews(part("interviews"), application);
    return this.#showStanding(part, application);
  }

  async #showStanding(part, application) {
    const standing = await standingOf(application);
    say(part("sentence"), standing?.sentence ?? word("application-file.no-dates"));
    const tasks = standing && !application.archived ? standing.tasks : [];
    const template = this.section.querySelector("[data-template=task]");
    if (standing) showTasks(part("tasks"), template, { ...standing, tasks });
  }
}

/** Buttons alike on every card say after their own name that of the application. */
function nameButtons(card) {
  const name = card.querySelector("[data-name]");
  name.id = `name-of-${card.dataset.id}`;
  for (const [index, button] of card.querySelectorAll("button").entries()) {
    button.id = `${name.id}-${index}`;
    button.setAttribute("aria-labelledby", `${button.id} ${name.id}`);
  }
}

function progressInWords(application) {
  const items = settings.file.items;
  const shown = items.filter((item) => !(item.first_interview_only && application.interview > 1));
  const { done, total } = tally(application, unique(shown));
  const answers = settings.file.questions.filter(
    (id) => application.get("application", `answer:${id}`) !== null,
  ).length;
  return word("application-file.progress", { done, total, answers });
}

/** An item that two lists show counts once. */
function unique(items) {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** What the reader ticked or wrote of items and questions that the guide no longer has. */
function showRetired(place, application) {
  const known = new Set(settings.file.known);
  const found = application.kept
    .map(({ interview, field }) => ({ interview, field, id: field.split(":")[1] }))
    .filter(({ field, id }) => (isTick(field) || NOTE.test(field)) && !known.has(id));
  const value = ({ interview, field }) => application.getOf(interview, field);
  const ticks = found.filter((each) => isTick(each.field) && value(each) === DONE);
  const notes = found.filter(({ field }) => NOTE.test(field));
  place.hidden = ticks.length + notes.length === 0;
  place.querySelector("summary").textContent = [
    ...(ticks.length ? [count("ticks", ticks.length)] : []),
    ...(notes.length ? [count("notes", notes.length)] : []),
  ].join(" ");
  place
    .querySelector("ul")
    .replaceChildren(...notes.map((each) => line(value(each))), ...ticks.map(({ id }) => line(id)));
}

function count(what, number) {
  return word(`application-file.retired-${what}-${number === 1 ? "one" : "many"}`, { number });
}

function line(textContent) {
  return Object.assign(document.createElement("li"), { textContent });
}

/** Which interview the tools are about, once there are two. */
function showInterviews(place, application) {
  const { interview, interviews } = application;
  place.hidden = interviews.length < 2;
  const select = place.querySelector("select");
  if (select === document.activeElement) return;
  select.replaceChildren(
    ...interviews.map((ordinal) => {
      const day = inWords(application.getOf(ordinal, "day"));
      return new Option(word("application-file.interview-of", { ordinal, day }), ordinal);
    }),
  );
  select.value = String(interview);
}
