import { civilDateOf, daysBetween } from "../../lib/dates.js";
import { isWords } from "../../lib/fields.js";
import { SHARED_MINUTES, store } from "../../lib/store.js";
import { downloadBackup, lastBackup } from "../backup.js";
import { KeptElement } from "../kept-element.js";
import { word } from "../settings.js";

const TOO_OLD = 7; // days: after as many without a visit Safari erases what a site has kept

/** Says what endangers the candidate's file, and offers a copy of it; nothing when all is well. */
class KeepNotice extends KeptElement {
  static events = ["click"];

  handleEvent({ target }) {
    if (target.matches("[data-download]")) downloadBackup();
    else if (target.matches("[data-later]")) store.setDevice("offered", today());
  }

  show() {
    const kind = danger() ?? (isDue() ? "offer" : null);
    const text = this.querySelector("[data-text]");
    const said =
      kind === null
        ? ""
        : word(`keep-notice.${kind}`, { minutes: SHARED_MINUTES, count: store.setAside.size });
    if (text.textContent !== said) text.textContent = said;
    this.hidden = kind === null;
    this.dataset.kind = kind ?? "";
    this.querySelector("[data-download]").hidden = kind === "installed";
    this.querySelector("[data-file-link]").hidden = kind === "offer";
    this.querySelector("[data-calendar]").hidden = kind !== "offer" || !hasDates();
    this.querySelector("[data-later]").hidden = kind !== "offer";
  }
}

/** @returns {string | null} the name of what endangers the file */
function danger() {
  const { state } = store;
  if (state !== "kept") return state;
  if (store.setAside.size > 0) return "aside";
  // An installed copy has a storage of its own on some systems, and begins with nothing.
  const isInstalled = window.matchMedia("(display-mode: standalone)").matches;
  return isInstalled && store.isEmpty ? "installed" : null;
}

/** Whether there is something to lose that no backup of the last days holds. */
function isDue() {
  const since = [lastBackup(), store.device("offered")];
  const isRecent = since.some((day) => day !== null && daysBetween(day, today()) < TOO_OLD);
  const own = [...store.applications, ...store.archivedApplications].flatMap(({ kept }) => kept);
  return !isRecent && own.some(({ key, field }) => field === "day" || isWords(key));
}

function hasDates() {
  return !store.current.isExample && store.current.interviews.length > 0;
}

function today() {
  return civilDateOf(new Date());
}

customElements.define("keep-notice", KeepNotice);
