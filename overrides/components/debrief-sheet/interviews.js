/** What the interviews of an application are called, and whose debriefs are shown together. */
import { isReadableDate } from "../../dates/dates.js";
import { allImprovements } from "../../file/debrief.js";
import { store } from "../../file/store.js";
import { inWords, word } from "../../shared/page-words.js";

/** « Deuxième entretien, mardi 24 novembre 2026 » */
export function interviewName(
  /** @type {import("../../file/application.js").Application} */ application,
  /** @type {number | null} */ interview,
) {
  if (!interview) return word("debrief-sheet.unnamed");
  const ordinal = word(`debrief-sheet.ordinal-${interview}`);
  const day = application.getOf(interview, "day");
  if (!isReadableDate(day)) return ordinal;
  return word("debrief-sheet.named", { ordinal, day: inWords(day) });
}

/** The applications that the reader learns from: their own, archived ones too; of the example, itself. */
export function learnedFrom() {
  const { current, applications, archivedApplications } = store;
  return current.isExample ? [current] : [...applications, ...archivedApplications];
}

/** The lines to improve of all of them, those of the application shown first. */
export function improvements() {
  const { current } = store;
  const others = learnedFrom().filter(({ id }) => id !== current.id);
  return allImprovements([current, ...others]);
}
