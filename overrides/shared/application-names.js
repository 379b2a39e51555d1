/**
 * What the reader's applications are called.
 * @typedef {import("../file/application.js").Application} Application
 */
import { store } from "../file/store.js";
import { word } from "./page-words.js";

/** « Dupont SA – Comptable », as the reader named it; empty if they did not. */
export function ownName(/** @type {Application} */ application) {
  const field = (/** @type {string} */ name) => application.get("application", name)?.trim();
  return [field("company"), field("job")].filter(Boolean).join(" – ");
}

/** « Dupont SA – Comptable »; without a name, what the page calls it: « Candidature 2 ». */
export function nameOf(/** @type {Application} */ application) {
  const own = ownName(application);
  if (application.isExample) return word("application-bar.example", { name: own });
  if (own) return own;
  const all = [...store.applications, ...store.archivedApplications];
  if (all.length < 2) return word("application-bar.only");
  const number = all.findIndex(({ id }) => id === application.id) + 1;
  return word("application-bar.numbered", { number });
}

/** The name of an application where a tool must say it: not as long as there is but one, unnamed. */
export function nameIfNeeded(/** @type {Application} */ application) {
  const name = nameOf(application);
  return name === word("application-bar.only") ? "" : name;
}
