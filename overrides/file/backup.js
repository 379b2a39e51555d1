/**
 * The candidate's file as one JSON text, and back: what comes from outside is checked before any of it
 * counts. Pure; what is wrong or left out is named, and put into words elsewhere.
 *
 *   { "format": "second-entretien", "version": 2, "saved": "2026-11-25T09:00:00.000Z",
 *     "entries": { "a1:company": "…", "a1:i1:day": "2026-11-24", … }, "check": "1a2b3c4d" }
 *
 * @typedef {import("./migrations.js").Entries} Entries
 * @typedef {"empty" | "too-large" | "not-json" | "not-a-backup" | "newer" | "nothing"
 *   | import("./mended.js").Broken} Problem
 * @typedef {{
 *   entries: Entries, saved: string | null, dropped: number, joined: string[],
 *   doubt: "unverified" | "changed" | null,
 * }} Backup `dropped` counts what the guide could not read and left out, `joined` are the keys where
 *   texts of several names stand together now; `doubt` says that no check tells whether the words are
 *   those that were saved, or that one tells that they are not
 * @typedef {{ version: number, saved: unknown, entries: object }} Saved what the check is made of
 */
import { armoured, unarmoured } from "./armour.js";
import { bothTexts, EXAMPLE, INTERVIEWS, isReadable, isWords, parseKey } from "./fields.js";
import { fingerprint } from "./fingerprint.js";
import { jsonIn } from "./mended.js";
import { migrated, VERSION } from "./migrations.js";
import { NOTHING_RENAMED, upToDate } from "./renames.js";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const FORMAT = "second-entretien";
const ASIDE = "aside:";
const LONGEST = 5_000_000; // characters: what browsers keep for a whole origin
const LONGEST_CARRIED = 2 * LONGEST;
const LONGEST_KEY = 200;
const MOST_ENTRIES = 20_000;
const MOST_APPLICATIONS = 200;

/** @returns {string} */
export function backupText(/** @type {Entries} */ entries, /** @type {Date} */ saved) {
  const file = {
    format: FORMAT,
    version: VERSION,
    saved: saved.toISOString(),
    entries: Object.fromEntries(entries),
  };
  return JSON.stringify({ ...file, check: checkOf(file) }, null, 1);
}

/** @returns {string} a backup that survives being sent by mail */
export function backupLines(/** @type {Entries} */ entries, /** @type {Date} */ saved) {
  return armoured(JSON.stringify(JSON.parse(backupText(entries, saved))));
}

/**
 * @param {string} text
 * @param {import("./renames.js").Register} register
 * @returns {Backup | { problem: Problem }}
 */
export function readBackup(text, register = NOTHING_RENAMED) {
  if (text.trim() === "") return { problem: "empty" };
  if (text.length > LONGEST_CARRIED) return { problem: "too-large" };
  const carried = unarmoured(text);
  if (carried !== null && "problem" in carried) return carried;
  const json = carried === null ? text : carried.text;
  if (json.length > LONGEST) return { problem: "too-large" };
  const found = jsonIn(json);
  if (found === null) return { problem: "not-json" };
  return "problem" in found ? found : checked(found, register);
}

/** @returns {Backup | { problem: Problem }} */
function checked(
  /** @type {import("./mended.js").Read} */ { file, isMended },
  /** @type {import("./renames.js").Register} */ register,
) {
  const { format, version, entries, saved, check } = Object(file);
  if (format !== FORMAT || !Number.isInteger(version) || version < 1 || !isMapping(entries)) {
    return { problem: "not-a-backup" };
  }
  if (version > VERSION) return { problem: "newer" };
  const found = Object.entries(entries);
  if (found.length > MOST_ENTRIES) return { problem: "too-large" };
  /** @type {Entries} */
  const texts = new Map(found.filter(isText));
  const { entries: now, joined } = upToDate(migrated(texts, version), register);
  const clean = new Map([...now].filter(isTaken));
  if (clean.size === 0) return { problem: "nothing" };
  if (applicationsIn(clean).length > MOST_APPLICATIONS) return { problem: "too-large" };
  return {
    entries: clean,
    saved: INSTANT.test(saved) && !Number.isNaN(Date.parse(saved)) ? saved : null,
    dropped: [...now].filter((entry) => !isTaken(entry)).length + found.length - texts.size,
    joined: joined.filter((key) => clean.has(key)),
    doubt: doubtOf({ version, saved, entries }, check, isMended),
  };
}

/** Whether the words are those that were saved. @returns {Backup["doubt"]} */
function doubtOf(
  /** @type {Saved} */ file,
  /** @type {unknown} */ check,
  /** @type {boolean} */ isMended,
) {
  if (check === undefined) return isMended ? "changed" : "unverified";
  return check === checkOf(file) ? null : "changed";
}

function checkOf(/** @type {Saved} */ { version, saved, entries }) {
  return fingerprint(JSON.stringify([version, saved, entries]));
}

/**
 * Both files in one. What is here stays; what is only there comes with it; of words written on both
 * sides none is dropped. An application of another company that has the same name by chance (every
 * browser calls its first one the same) stands beside the one here.
 * @returns {Entries}
 */
export function merged(/** @type {Entries} */ here, /** @type {Entries} */ there) {
  const result = new Map(here);
  const names = new Map(applicationsIn(there).map((id) => [id, nameFor(id, here, there)]));
  for (const [key, value] of there) {
    const id = parseKey(key)?.application;
    const target = id === undefined ? key : names.get(id) + key.slice(id.length);
    const kept = result.get(target);
    if (kept === undefined) result.set(target, value);
    else if (isWords(target)) result.set(target, bothTexts(target, kept, value));
  }
  return result;
}

/** @returns {string[]} the applications that entries belong to */
export function applicationsIn(/** @type {Entries} */ entries) {
  return [...new Set([...entries.keys()].flatMap((key) => parseKey(key)?.application ?? []))];
}

/** @returns {{ added: number, changed: number, removed: number }} what becomes of the entries here */
export function difference(/** @type {Entries} */ before, /** @type {Entries} */ after) {
  const count = (
    /** @type {Entries} */ entries,
    /** @type {(entry: [string, string]) => boolean} */ test,
  ) => [...entries].filter(test).length;
  return {
    added: count(after, ([key]) => !before.has(key)),
    changed: count(after, ([key, value]) => before.has(key) && before.get(key) !== value),
    removed: count(before, ([key]) => !after.has(key)),
  };
}

/** @returns {value is object} */
function isMapping(/** @type {unknown} */ value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @returns {entry is [string, string]} */
function isText(/** @type {[string, unknown]} */ entry) {
  return typeof entry[1] === "string";
}

function isTaken(/** @type {[string, string]} */ [key, value]) {
  if (key.length > LONGEST_KEY) return false;
  if (key.startsWith(ASIDE)) return true;
  const address = parseKey(key);
  return address !== null && address.application !== EXAMPLE && isReadable(key, value);
}

/** The application that one of the other file is here: itself, or one beside it. */
function nameFor(
  /** @type {string} */ id,
  /** @type {Entries} */ here,
  /** @type {Entries} */ there,
) {
  return isAnother(id, here, there) ? `a${fingerprint(company(id, there) + days(id, there))}` : id;
}

function isAnother(
  /** @type {string} */ id,
  /** @type {Entries} */ here,
  /** @type {Entries} */ there,
) {
  if (!applicationsIn(here).includes(id)) return false;
  const [mine, theirs] = [company(id, here), company(id, there)];
  if (mine !== "" && theirs !== "") return mine !== theirs;
  return [...there].some(([key, value]) => {
    const address = parseKey(key);
    return (
      address?.application === id && address.field === "day" && (here.get(key) ?? value) !== value
    );
  });
}

function company(/** @type {string} */ id, /** @type {Entries} */ entries) {
  const words = (/** @type {string} */ field) =>
    (entries.get(`${id}:${field}`) ?? "").trim().toLowerCase();
  return words("company") || words("job");
}

/** The end is what it was when only three interviews counted: a file merged then is known again. */
function days(/** @type {string} */ id, /** @type {Entries} */ entries) {
  const all = INTERVIEWS.map((ordinal) => entries.get(`${id}:i${ordinal}:day`)).join();
  return all.replace(/,{1,6}$/, "");
}
