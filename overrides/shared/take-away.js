/** The backup of the candidate's file, as a download or a text to copy. */
import { backupLines, backupText } from "../file/backup.js";
import { civilDateOf, isReadableDate } from "../dates/dates.js";
import { store } from "../file/store.js";
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

/**
 * Copy a text, or put it into a field for the reader to copy: without permission, or on a page that
 * came without https.
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyText(
  /** @type {string} */ text,
  /** @type {HTMLTextAreaElement} */ field,
) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.value = text;
    setTimeout(() => field.select());
    return false;
  }
}

/** Give the reader a text as a file. */
export function download(
  /** @type {string} */ text,
  /** @type {string} */ type,
  /** @type {string} */ name,
) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // Safari reads it after the click is over
}
