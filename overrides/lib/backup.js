/**
 * The candidate's file as one JSON text, and back: what comes from outside is checked before any of it
 * counts. Pure; what is wrong or left out is named, and put into words elsewhere.
 *
 *   { "format": "second-entretien", "version": 2, "saved": "2026-11-25T09:00:00.000Z",
 *     "entries": { "a1:company": "…", "a1:i1:day": "2026-11-24", … } }
 *
 * @typedef {import("./migrations.js").Entries} Entries
 * @typedef {"empty" | "too-large" | "not-json" | "not-a-backup" | "newer" | "nothing"} Problem
 * @typedef {{ entries: Entries, saved: string | null, dropped: number }} Backup `dropped` counts what
 *   the guide could not read and left out
 */
import { isReadable, isWords, parseKey } from "./fields.js";
import { fingerprint } from "./fingerprint.js";
import { migrated, VERSION } from "./migrations.js";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const FORMAT = "second-entretien";
const ASIDE = "aside:";
const LONGEST = 5_000_000; // characters: what browsers keep for a whole origin
const LONGEST_KEY = 200;
const MOST_ENTRIES = 20_000;
const MOST_APPLICATIONS = 200;

/** @returns {string} */
export function backupText(/** @type {Entries} */ entries, /** @type {Date} */ saved) {
  return JSON.stringify(
    {
      format: FORMAT,
      version: VERSION,
      saved: saved.toISOString(),
      entries: Object.fromEntries(entries),
    },
    null,
    1,
  );
}

/** @returns {Backup | { problem: Problem }} */
export function readBackup(/** @type {string} */ text) {
  if (text.trim() === "") return { problem: "empty" };
  if (text.length > LONGEST) return { problem: "too-large" };
  let file;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { problem: "not-json" };
  }
  const { format, version, entries, saved } = Object(file);
  if (format !== FORMAT || !Number.isInteger(version) || version < 1 || !isMapping(entries)) {
    return { problem: "not-a-backup" };
  }
  if (version > VERSION) return { problem: "newer" };
  const found = Object.entries(entries);
  if (found.length > MOST_ENTRIES) return { problem: "too-large" };
  const texts = found.filter(([, value]) => typeof value === "string");
  const clean = new Map([...migrated(new Map(texts), version)].filter(isTaken));
  if (clean.size === 0) return { problem: "nothing" };
  if (applicationsIn(clean).length > MOST_APPLICATIONS) return { problem: "too-large" };
  return {
    entries: clean,
    saved: INSTANT.test(saved) && !Number.isNaN(Date.parse(saved)) ? saved : null,
    dropped: Math.max(0, found.length - clean.size),
  };
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
    else if (isWords(target)) result.set(target, both(kept, value));
  }
  return result;
}

/** @returns {string[]} the applications that entries belong to */
export function applicationsIn(/** @type {Entries} */ entries) {
  const ids = [...entries.keys()].map((key) => parseKey(key)?.application);
  return [...new Set(ids)].filter(Boolean);
}

/** @returns {{ added: number, changed: number, removed: number }} what becomes of the entries here */
export function difference(/** @type {Entries} */ before, /** @type {Entries} */ after) {
  const count = (entries, test) => [...entries].filter(test).length;
  return {
    added: count(after, ([key]) => !before.has(key)),
    changed: count(after, ([key, value]) => before.has(key) && before.get(key) !== value),
    removed: count(before, ([key]) => !after.has(key)),
  };
}

function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTaken([key, value]) {
  if (key.length > LONGEST_KEY) return false;
  if (key.startsWith(ASIDE)) return true;
  const address = parseKey(key);
  return address !== null && address.application !== "example" && isReadable(key, value);
}

/** The application that one of the other file is here: itself, or one beside it. */
function nameFor(id, here, there) {
  return isAnother(id, here, there) ? `a${fingerprint(company(id, there) + days(id, there))}` : id;
}

function isAnother(id, here, there) {
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

function company(id, entries) {
  const words = (field) => (entries.get(`${id}:${field}`) ?? "").trim().toLowerCase();
  return words("company") || words("job");
}

function days(id, entries) {
  return [1, 2, 3].map((ordinal) => entries.get(`${id}:i${ordinal}:day`)).join();
}

function both(mine, theirs) {
  if (mine.includes(theirs)) return mine;
  return theirs.includes(mine) ? theirs : `${mine}\n\n${theirs}`;
}
