import { civilDateOf, daysBetween } from "../../dates/dates.js";
import { isWords } from "../../file/fields.js";
import { store } from "../../file/store.js";
import { downloadBackup, lastBackup } from "../../shared/take-away.js";
import { KeptElement } from "../../shared/kept-element.js";
import { inWords, word } from "../../shared/page-words.js";

const WEEK = 7; // days: after as many without a visit Safari erases what a site has kept
const MANY = 3; // answers and notes that nobody likes to write again

/**
 * One line at the foot of a page: where the candidate's file is, and since when it has no copy. It
 * grows to a box once much would be lost.
 */
class KeepHealth extends KeptElement {
  static events = ["click"];
  static isOfAll = true;

  handleEvent({ target }) {
    if (target.matches("[data-download]")) downloadBackup();
    else if (target.matches("[data-later]")) store.setDevice("offered", today());
  }

  show() {
    this.hidden = store.isEmpty;
    const part = (name) => this.querySelector(`[data-${name}]`);
    const said = `${word(`keep-health.state-${store.state}`)} · ${copies()}`;
    if (part("text").textContent !== said) part("text").textContent = said;
    part("due").hidden = !isDue();
    part("safari").hidden = !navigator.vendor.startsWith("Apple");
    part("calendar").hidden = store.current.isExample || store.current.interviews.length === 0;
  }
}

/** When the last copy was made. */
export function copies() {
  const day = lastBackup();
  if (day === null) return word("keep-health.never");
  const days = daysBetween(day, today());
  if (days <= 0) return word("keep-health.today");
  return days === 1
    ? word("keep-health.yesterday")
    : word("keep-health.last", { day: inWords(day), days });
}

/** Whether three answers or a week of work would be lost, which no copy of the last days holds. */
function isDue() {
  const since = [lastBackup(), store.device("offered")];
  if (since.some((day) => day !== null && daysBetween(day, today()) < WEEK)) return false;
  const own = [...store.applications, ...store.archivedApplications];
  const written = own.flatMap(({ kept }) => kept.filter(({ key }) => isWords(key)));
  const days = own.flatMap((each) => each.interviews.map((at) => each.getOf(at, "day")));
  return written.length >= MANY || days.some((day) => day && daysBetween(day, today()) >= WEEK);
}

function today() {
  return civilDateOf(new Date());
}

customElements.define("keep-health", KeepHealth);
