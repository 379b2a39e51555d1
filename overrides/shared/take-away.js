/** The backup of the candidate's file, as a download or a text to copy. */
import { backupLines, backupText } from "../file/backup.js";
import { civilDateOf, isReadableDate } from "../dates/dates.js";
import { store } from "../file/store.js";
import { download } from "./download.js";
import { word } from "./page-words.js";

/** @returns {string | null} the day of the last backup made in this browser */
export function lastBackup() {
  const day = store.device("backup");
  return isReadableDate(day) ? day : null;
}

export function downloadBackup() {
  const file = word("keep-health.file-name", { day: civilDateOf(new Date()) });
  download(taken(backupText), "application/json", file);
  return file;
}

/** The backup to be pasted somewhere, perhaps into a message, where it must not change. */
export function backupToPaste() {
  return taken(backupLines);
}

/** What the reader does with a backup counts as having it. */
function taken(/** @type {typeof backupText} */ asText) {
  const now = new Date();
  const text = asText(store.entries, now);
  store.setDevice("backup", civilDateOf(now));
  return text;
}
