import {
  forgetImprovement,
  improvementId,
  improvementsOf,
  interviewHeld,
  interviewsToDebrief,
} from "../../file/debrief.js";
import { store } from "../../file/store.js";
import { heldBy } from "../../writing/held.js";
import { fill } from "../../dates/words.js";
import { leadTo } from "../../shared/bring-into-view.js";
import { KeptElement } from "../../shared/kept-element.js";
import { showRows } from "../../shared/rows.js";
import { say } from "../../shared/say.js";
import { word } from "../../shared/page-words.js";
import { interviewName, learnedFrom } from "./interviews.js";

const SCOPE = "debrief-sheet";

/**
 * The debrief of one interview: the latest that has taken place, or the one that the reader chooses
 * here. The dates and the other pages go on with the interview that comes next.
 */
class DebriefSheet extends KeptElement {
  static events = ["change", "click"];
  /** The interview debriefed here, by application: it does not change under the reader's hands. */
  #chosen = new Map();
  /** The id of the empty line at the end. */
  #blank = "";

  connectedCallback() {
    this.#showInterview();
    // On a slow network the reader answers before this script arrives.
    for (const radio of this.querySelectorAll("[data-rating] :checked")) this.#rate(radio);
    super.connectedCallback();
  }

  handleEvent({ type, target }) {
    if (type === "change" && target.matches("select")) {
      this.#chosen.set(store.current.id, Number(target.value));
      this.#showInterview();
    } else if (type === "change" && target.matches("[type=radio]")) {
      this.#undoRating(target.closest("[data-rating]"), target.value);
    } else if (type === "click" && target.matches("[data-unrate]")) {
      const rating = target.closest("[data-rating]");
      this.#undoRating(rating, null);
      leadTo(rating);
    } else if (type === "click" && target.matches("[data-delete]")) {
      this.#delete(target.closest("li"));
    } else if (type === "click" && target.matches("[data-print]")) {
      window.print();
    }
  }

  #rate(radio) {
    this.#keepRating(radio.closest("[data-rating]"), radio.value);
  }

  #undoRating(rating, value) {
    const change = { scope: SCOPE, kind: "rated", id: rating.dataset.rating };
    store.undoable(change, () => this.#keepRating(rating, value));
  }

  partOf({ id }) {
    return this.querySelector(`[data-rating="${CSS.escape(id)}"]`);
  }

  #keepRating(rating, value) {
    this.applicationOf(rating).set("interview", `rating:${rating.dataset.rating}`, value);
  }

  #delete(row) {
    const application = this.applicationOf(row);
    const line = { application, interview: application.interview ?? 0, id: row.dataset.id };
    store.undoable({ scope: SCOPE, kind: "removed" }, () => {
      forgetImprovement(line, learnedFrom());
    });
    leadTo(this.querySelector("[data-improvements]"));
  }

  show() {
    this.#showInterview();
    const application = this.applicationOf(this);
    const kept = improvementsOf(application, application.interview ?? 0);
    this.#showRows(kept.map(({ id }) => id));
    for (const rating of this.querySelectorAll("[data-rating]")) showRating(rating, application);
    this.#showPrinted(application, kept);
    this.#showHeld(application);
  }

  /** Tell the list beside what is written here. */
  #showHeld(application) {
    const parts = [...this.querySelectorAll("[data-points]")].map((part) => ({
      points: part.dataset.points.split(" "),
      isWritten: fieldsIn(part).some((field) => application.get("interview", field) !== null),
    }));
    const held = { heldIn: word("debrief-sheet.held"), held: heldBy(parts).join(" ") };
    for (const list of interviewLists()) Object.assign(list.dataset, held);
  }

  /** Say which interview it is, here and to the checklists beside, whose ticks are of that interview. */
  #showInterview() {
    const { current } = store;
    const ordinals = interviewsToDebrief(current);
    const chosen = this.#chosen.get(current.id);
    const interview = ordinals.includes(chosen) ? chosen : interviewHeld(current, new Date());
    if (interview !== null) this.#chosen.set(current.id, interview);
    for (const each of [this, ...interviewLists()]) {
      if (interview === null) delete each.dataset.ofInterview;
      else each.dataset.ofInterview = String(interview);
    }
    say(this.querySelector("[data-interview-name]"), interviewName(current, interview));
    this.querySelector("[data-say-when]").hidden = interview !== null;
    const place = this.querySelector("[data-switch]");
    place.hidden = ordinals.length < 2;
    const select = place.querySelector("select");
    const names = ordinals.map((ordinal) => interviewName(current, ordinal));
    if (names.join("\n") !== [...select.options].map(({ text }) => text).join("\n")) {
      select.replaceChildren(...names.map((name, index) => new Option(name, ordinals[index])));
    }
    select.value = String(interview);
  }

  /** A row for each line that is kept, and an empty one to go on. */
  #showRows(ids) {
    const list = this.querySelector("[data-rows]");
    const inHand = document.activeElement?.closest("[data-rows] > li")?.dataset.id;
    const last = ids.at(-1) ?? "";
    if (inHand !== this.#blank && this.#blank <= last) this.#blank = improvementId(last);
    if (ids.includes(this.#blank)) this.#blank = improvementId(last);
    // A line that the reader empties stays as long as they are in it.
    const isEmptied = inHand && inHand !== this.#blank && !ids.includes(inHand);
    const rows = isEmptied ? [...ids, inHand].sort() : ids;
    const template = this.querySelector("[data-template=row]");
    showRows(list, [...rows, this.#blank], (id) => {
      const row = template.content.firstElementChild.cloneNode(true);
      row.querySelector("textarea").dataset.keep = `improve:${id}`;
      return row;
    });
    [...list.children].forEach((row, index) => {
      for (const part of row.querySelectorAll("[data-label]")) {
        const label = fill(part.dataset.label, { number: index + 1 });
        if (part.getAttribute("aria-label") !== label) part.setAttribute("aria-label", label);
      }
      row.querySelector("[data-delete]").hidden = !ids.includes(row.dataset.id);
    });
  }

  /** Paper shows texts whole, where a field would cut them off. */
  #showPrinted(application, improvements) {
    for (const place of this.querySelectorAll("[data-printed]")) {
      say(place, application.get("interview", place.dataset.printed) ?? "");
    }
    const lines = improvements.map(({ text }) => text);
    const list = this.querySelector("[data-printed-rows]");
    list.replaceChildren(
      ...lines.map((textContent) => Object.assign(document.createElement("li"), { textContent })),
    );
  }
}

function interviewLists() {
  return document.querySelectorAll("check-list[data-per=interview]");
}

/** The fields that are kept of a part of the sheet. */
function fieldsIn(part) {
  return [...part.querySelectorAll("[data-keep], [data-rating]")].map(
    ({ dataset: { keep, rating } }) => keep ?? `rating:${rating}`,
  );
}

function showRating(rating, application) {
  const kept = application.get("interview", `rating:${rating.dataset.rating}`);
  for (const radio of rating.querySelectorAll("[type=radio]")) radio.checked = radio.value === kept;
  rating.querySelector("[data-unrate]").hidden = kept === null;
}

customElements.define("debrief-sheet", DebriefSheet);
