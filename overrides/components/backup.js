/** The backup of the candidate's file, as a download or a text to copy. */
import { backupText } from "../lib/backup.js";
import { civilDateOf, isReadableDate } from "../lib/dates.js";
import { store } from "../lib/store.js";
import { word } from "./settings.js";

/** @returns {string | null} the day of the last backup made in this browser */
export function lastBackup() {
  const day = store.device("backup");
  return isReadableDate(day) ? day : null;
}

/** The backup as text; what the reader does with it counts as having it. */
export function takeBackup() {
  const now = new Date();
  const text = backupText(store.entries, now);
  store.setDevice("backup", civilDateOf(now));
  return text;
}

export function downloadBackup() {
  const file = word("keep-health.file-name", { day: civilDateOf(new Date()) });
  download(takeBackup(), "application/json", file);
  return file;
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
export function download(text, type, name) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // Safari reads it after the click is over
}
