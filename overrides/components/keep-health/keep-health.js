import { civilDateOf, daysBetween } from "../../dates/dates.js";
import { store } from "../../file/store.js";
import { lastBackup } from "../../shared/take-away.js";
import { KeptElement } from "../../shared/kept-element.js";
import { inWords, word } from "../../shared/page-words.js";

/** One line at the foot of a page: where the candidate's file is, and since when it has no copy. */
class KeepHealth extends KeptElement {
  show() {
    this.hidden = store.isEmpty;
    const text = this.querySelector("[data-text]");
    const said = `${word(`keep-health.state-${store.state}`)} ${copies()}`;
    if (text.textContent !== said) text.textContent = said;
  }
}

/** When the last copy was made. */
export function copies() {
  const day = lastBackup();
  if (day === null) return word("keep-health.never");
  const days = daysBetween(day, civilDateOf(new Date()));
  if (days <= 0) return word("keep-health.today");
  return days === 1
    ? word("keep-health.yesterday")
    : word("keep-health.last", { day: inWords(day), days });
}

customElements.define("keep-health", KeepHealth);
