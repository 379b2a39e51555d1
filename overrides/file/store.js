/**
 * The candidate's file: the only code that touches the browser's storage.
 *
 * One key for each field, so that two tabs never overwrite each other's work; all begin with
 * "second-entretien:", and hold neither language nor path, so that both languages share them:
 *   version                 of the form in which all is kept
 *   <application>:…         what belongs to an application (fields.js); the first one is "a1"
 *   device:<field>          what concerns this browser alone, and no backup holds
 *   aside:<key>             what could not be read
 * What belongs to one tab (the application shown, what can be undone) is in the tab's own storage.
 *
 * @typedef {import("./application.js").Kept} Kept
 * @typedef {import("./migrations.js").Entries} Entries
 * @typedef {import("./undo.js").Change} Change
 * @typedef {import("./undo.js").Made} Made
 * @typedef {import("./undo.js").Written} Written
 */
import { Application } from "./application.js";
import { EXAMPLE, isOwn, isReadable, isTyped, isWords, keyOf, parseKey } from "./fields.js";
import { migrated, VERSION } from "./migrations.js";
import { page } from "../shared/page-data.js";
import { keyNow, NOTHING_RENAMED, takenIn, upToDate, valueNow } from "./renames.js";
import { Tab } from "./tab.js";
import { Undo } from "./undo.js";

const PREFIX = "second-entretien:";
const ASIDE = "aside:";
const DEVICE = "device:";
const FIRST = "a1";
const JOINED = "joined";
/** How long the reader may be away from the guide before a shared tab counts as closed. */
export const SHARED_MINUTES = 15;

export class Store {
  #browser;
  /** What the browser keeps until the tab closes. */
  #session;
  #tab;
  #undo;
  /** Where the file is: in the browser, or in a shared tab alone. @type {Storage | null} */
  #storage = null;
  #isShared = false;
  /** What could not be written, so that nothing on screen is lost. @type {Map<string, string | null>} */
  #unsaved = new Map();
  /** What was read last, for when reading fails, and to know the keys. @type {Entries} */
  #known = new Map();
  /** The keys of each application, until one comes or goes. @type {Map<string, Kept[]> | null} */
  #index = null;
  /** @type {Map<string, import("./fields.js").Address | null>} */
  #addresses = new Map();
  #register;
  /** What was last moved away from each former name. @type {Entries} */
  #moved = new Map();
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** Why the last write failed, until one succeeds. @type {"full" | "blocked" | null} */
  #fault = null;
  #isReadable = true;
  #isLoaded = false;
  /** @type {string | null} */
  #chosen = null;

  /**
   * @param {Storage | null} storage of the browser; null where there is none
   * @param {Storage | null} session what the browser keeps until the tab closes
   * @param {import("./renames.js").Register} register
   */
  constructor(storage, session = null, now = Date.now(), register = NOTHING_RENAMED) {
    this.#register = register;
    this.#browser = storage;
    this.#session = session;
    this.#tab = new Tab(session);
    this.#undo = new Undo(this, this.#tab);
    const left = Number(this.#tab.read("left") ?? now);
    // A browser can open a closed tab again, and what the tab kept with it.
    if (this.#tab.read("shared") !== null && now - left > SHARED_MINUTES * 60_000) {
      this.#storage = session;
      this.#load();
      this.#forget();
    }
    this.#begin();
  }

  #begin() {
    this.#isShared = this.#tab.read("shared") !== null;
    this.#storage = this.#isShared ? this.#session : this.#browser;
    this.#unsaved.clear();
    this.#open();
    this.#undo.begin((entry) => this.#entryNow(entry));
    this.#chosen = this.#tab.read("application") ?? this.device("application");
  }

  /**
   * Whether what is set is "kept", kept until the tab closes ("shared"), only read since a later
   * version wrote it ("newer"), or gone when the page closes, for want of room ("full") or of any
   * storage ("lost").
   */
  get state() {
    if (this.#storage === null) return "lost";
    if (this.#isNewer()) return "newer";
    if (this.#unsaved.size > 0) return this.#fault === "full" ? "full" : "lost";
    if (!this.#isReadable) return "lost";
    return this.#isShared ? "shared" : "kept";
  }

  // Applications

  /** The application that this tab shows. */
  get current() {
    const chosen = this.#chosen;
    const isThere = chosen !== null && this.#applications.has(chosen);
    return this.application(isThere ? chosen : (this.applications[0]?.id ?? FIRST));
  }

  /** The reader's own applications, oldest first; neither archived ones nor the example. */
  get applications() {
    return this.#own().filter((each) => !each.archived);
  }

  get archivedApplications() {
    return this.#own().filter((each) => each.archived);
  }

  /** The application made up to show how the guide is used, once the reader asked for it. */
  get example() {
    return this.#applications.has(EXAMPLE) ? this.application(EXAMPLE) : null;
  }

  application(/** @type {string} */ id) {
    return new Application(this, id);
  }

  /** Show an application in this tab, and first in the tabs to come. */
  choose(/** @type {string} */ id) {
    this.#chosen = id;
    this.#tab.write("application", id);
    if (id !== EXAMPLE) this.setDevice("application", id);
    this.#tell();
  }

  /** Begin an application. @param {Record<string, string>} fields what is known of it */
  add(fields, id = newId()) {
    const application = this.application(id);
    for (const [field, value] of Object.entries({ added: new Date().toISOString(), ...fields })) {
      application.set("application", field, value);
    }
    this.choose(id);
    return application;
  }

  /** Take an application and all that was kept with it out of the file. */
  delete(/** @type {Application} */ { id }) {
    for (const { key } of this.keysOf(id)) this.write(key, null);
    this.#tell();
  }

  #own() {
    const added = (/** @type {string} */ id) =>
      this.read(keyOf({ application: id, interview: null, field: "added" }));
    return [...this.#applications.keys()]
      .filter((id) => id !== EXAMPLE)
      .map((id) => ({ id, added: id === FIRST ? "" : (added(id) ?? "~") }))
      .sort((a, b) => (a.added < b.added ? -1 : a.added > b.added ? 1 : a.id < b.id ? -1 : 1))
      .map(({ id }) => this.application(id));
  }

  /** @returns {Kept[]} what is kept of an application */
  keysOf(/** @type {string} */ id) {
    return this.#applications.get(id) ?? [];
  }

  get #applications() {
    if (this.#index !== null) return this.#index;
    /** @type {Map<string, Kept[]>} */
    const index = new Map();
    for (const key of this.keys()) {
      const address = this.#addressOf(key);
      if (address === null) continue;
      const kept = index.get(address.application) ?? [];
      index.set(address.application, kept);
      kept.push({ key, ...address });
    }
    this.#index = index;
    return index;
  }

  /** A file has thousands of keys, and each new one is a new index: they are taken apart once. */
  #addressOf(/** @type {string} */ key) {
    const known = this.#addresses.get(key);
    if (known !== undefined) return known;
    const address = parseKey(key);
    this.#addresses.set(key, address);
    return address;
  }

  // Fields, by their key without prefix

  /** @returns {string | null} */
  read(/** @type {string} */ key) {
    const unsaved = this.#unsaved.get(key);
    if (unsaved !== undefined) return unsaved;
    if (this.#storage === null) return null;
    try {
      const value = this.#storage.getItem(PREFIX + key);
      this.#remember(key, value);
      this.#isReadable = true;
      return value;
    } catch {
      this.#isReadable = false;
      return this.#known.get(key) ?? null;
    }
  }

  /** @param {string} key @param {string | null} value null forgets the field */
  write(key, value) {
    const before = this.read(key);
    if (before === value) return;
    this.#undo.record([key, before, value]);
    this.#save(key, value);
    if (!this.#isNewer() && this.read("version") !== String(VERSION)) {
      this.#save("version", String(VERSION));
    }
    this.#tell();
  }

  /** @returns {string[]} every key that has a value */
  keys() {
    if (!this.#isLoaded) this.#open();
    const keys = new Set(this.#known.keys());
    for (const [key, value] of this.#unsaved) {
      if (value === null) keys.delete(key);
      else keys.add(key);
    }
    return [...keys];
  }

  /** @returns {Entries} all that a backup holds: neither what is of this browser nor the example */
  get entries() {
    const keys = this.keys()
      .filter((key) => key !== "version" && !key.startsWith(DEVICE))
      .filter((key) => parseKey(key)?.application !== EXAMPLE);
    return this.#entriesOf(keys.sort());
  }

  /** @returns {Entries} */
  #entriesOf(/** @type {string[]} */ keys) {
    /** @type {Entries} */
    const entries = new Map();
    for (const key of keys) {
      const value = this.read(key);
      // Another tab may have taken it away since.
      if (value !== null) entries.set(key, value);
    }
    return entries;
  }

  /** Whether the reader has nothing of their own here. */
  get isEmpty() {
    return this.#own().length === 0;
  }

  /** Make the file hold these entries and nothing else that a backup would hold. */
  replace(/** @type {Entries} */ entries) {
    for (const key of this.entries.keys()) if (!entries.has(key)) this.write(key, null);
    for (const [key, value] of entries) this.write(key, value);
  }

  /** Whether something that the reader did here will be gone with the page. */
  get hasUnsaved() {
    return [...this.#unsaved.keys()].some((key) => isOwn(key));
  }

  /** @returns {string[]} what the reader typed, and nothing keeps */
  get unsaved() {
    return [...this.#unsaved].flatMap(([key, text]) => (text && isTyped(key) ? [text] : []));
  }

  /** @returns {string[]} the texts that were kept under several names of one thing, joined now */
  get joined() {
    const keys = (this.device(JOINED) ?? "").split("\n");
    return keys.flatMap((key) => this.read(key) || []);
  }

  /** Remember which texts were joined, until the reader has seen it; `null` once they have. */
  noteJoined(/** @type {string[] | null} */ keys) {
    if (keys?.length === 0) return;
    const known = (this.device(JOINED) ?? "").split("\n").filter(Boolean);
    this.setDevice(JOINED, keys && [...new Set([...known, ...keys])].join("\n"));
  }

  /** @returns {Entries} what could not be read, under the key where it stood */
  get setAside() {
    const entries = this.#entriesOf(this.keys().filter((key) => key.startsWith(ASIDE)));
    return new Map([...entries].map(([key, value]) => [key.slice(ASIDE.length), value]));
  }

  forgetSetAside() {
    for (const key of this.setAside.keys()) this.write(ASIDE + key, null);
  }

  device(/** @type {string} */ field) {
    return this.read(DEVICE + field);
  }

  setDevice(/** @type {string} */ field, /** @type {string | null} */ value) {
    this.write(DEVICE + field, value);
  }

  // What can be undone

  /** Do something that `undo` takes back, as long as this tab lives. */
  undoable(/** @type {Change} */ change, /** @type {() => void} */ act) {
    this.changed(change, this.#undo.recorded(act));
  }

  /**
   * Remember a change that was already made, for `undo`.
   * @param {Change} change
   * @param {Written[]} entries
   */
  changed(change, entries) {
    if (entries.every(([, before, after]) => before === after)) return;
    this.#undo.add({ change, entries });
    this.#tell();
  }

  /** @returns {Change | null} what `undo` would take back */
  get lastChange() {
    return this.#undo.lastChange;
  }

  /** @returns {Change | null} what `redo` would make again */
  get lastUndone() {
    return this.#undo.lastUndone;
  }

  /**
   * Take back the last change, or the last one that is `like` this, but for what has been changed
   * again since, here or in another tab.
   * @returns {Made | null} what was done to take it back
   */
  undo(/** @type {Partial<Change>} */ like = {}) {
    return this.#told(this.#undo.undo(like));
  }

  /** Make again what was taken back last, with the same care. @returns {Made | null} */
  redo(/** @type {Partial<Change>} */ like = {}) {
    return this.#told(this.#undo.redo(like));
  }

  #told(/** @type {Made | null} */ made) {
    if (made !== null) this.#tell();
    return made;
  }

  // A computer that others use

  /** Whether all is kept until this tab closes, and no longer. */
  get isShared() {
    return this.#isShared;
  }

  get canShare() {
    return this.#session !== null;
  }

  /**
   * Keep nothing beyond this tab from now on.
   * @param {boolean} taking whether what the browser kept so far goes with it and leaves the browser
   */
  share(taking) {
    const [from, keys] = [this.#storage, [...this.#known.keys()]];
    /** @type {Entries} */
    const entries = taking ? this.entries : new Map();
    this.#tab.forget();
    this.#tab.write("shared", "1");
    this.#begin();
    if (!this.#isShared) return;
    this.replace(entries);
    if (taking && this.state === "shared") removeAll(from, keys);
    this.#tell();
  }

  /** The page goes: a shared tab is not to be opened again much later. */
  leave(now = Date.now()) {
    if (this.#isShared) this.#tab.write("left", String(now));
  }

  /** Forget everything of this guide, here and in this tab; nothing else of the origin. */
  erase() {
    this.#forget();
    this.#begin();
    this.#tell();
  }

  // Listeners

  /** Call `listener` after each change, here or in another tab, until the returned function is called. */
  subscribe(/** @type {() => void} */ listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Another tab wrote; `key` is null when it cleared everything. */
  changedElsewhere(/** @type {string | null} */ key, /** @type {string | null} */ value = null) {
    if (this.#isShared) return;
    if (key === null) this.#load();
    else if (!key.startsWith(PREFIX)) return;
    else {
      this.#remember(key.slice(PREFIX.length), value);
      if (value !== null) this.#takeIn(key.slice(PREFIX.length), value);
    }
    this.#tell();
  }

  /** A tab of an older build wrote under a former name. */
  #takeIn(/** @type {string} */ key, /** @type {string} */ value) {
    const now = keyNow(key, this.#known, this.#register);
    const wanted = valueNow(key, value, this.#register);
    if (this.#isNewer() || (now === key && wanted === value)) return;
    const before = this.#moved.get(key) ?? null;
    if (!before?.startsWith(value)) this.#moved.set(key, value);
    // Another tab of this build may have been quicker.
    if (this.read(key) !== value) return;
    const kept = this.read(now);
    if (now === key || kept === null || !isWords(now)) this.#save(now, wanted);
    else {
      this.#save(now, takenIn(now, kept, before, value));
      if (before === null && kept !== value) this.noteJoined([now]);
    }
    if (now !== key) this.#save(key, null);
  }

  /** @returns {Written} */
  #entryNow(/** @type {Written} */ [key, before, after]) {
    const now = (/** @type {string | null} */ value) =>
      value && valueNow(key, value, this.#register);
    return [keyNow(key, this.#known, this.#register), now(before), now(after)];
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  // The storage

  /** Bring what an older version kept up to date, and set aside what cannot be read. */
  #open() {
    this.#load();
    if (!this.#isLoaded || this.#known.size === 0 || this.#isNewer()) return;
    const version = versionOf(this.read("version"));
    const before = new Map([...this.#known].filter(([key]) => key !== "version"));
    /** @type {Entries} */
    const after = new Map();
    const { entries, joined, moved } = upToDate(migrated(before, version ?? 1), this.#register);
    for (const [key, value] of entries) {
      after.set(isReadable(key, value) ? key : ASIDE + key, value);
    }
    for (const key of moved) {
      const value = before.get(key);
      if (value !== undefined) this.#moved.set(key, value);
    }
    const unreadable = version === null ? this.#known.get("version") : undefined;
    if (unreadable !== undefined) after.set(`${ASIDE}version`, unreadable);
    // What is new first: a browser that stops halfway has everything twice rather than not at all.
    for (const [key, value] of after) if (before.get(key) !== value) this.#save(key, value);
    for (const key of before.keys()) if (!after.has(key)) this.#save(key, null);
    if (version !== VERSION) this.#save("version", String(VERSION));
    this.noteJoined(joined);
  }

  #load() {
    try {
      this.#known = keptIn(this.#storage);
      this.#index = null;
      this.#isLoaded = true;
    } catch {
      this.#isLoaded = false;
    }
    this.#isReadable = this.#isLoaded;
  }

  #remember(/** @type {string} */ key, /** @type {string | null} */ value) {
    if (this.#known.has(key) === (value === null)) this.#index = null;
    if (value === null) this.#known.delete(key);
    else this.#known.set(key, value);
  }

  #isNewer() {
    return (versionOf(this.read("version")) ?? 0) > VERSION;
  }

  /** Keep a value, and with it what could not be kept before; on screen first, whatever comes of it. */
  #save(/** @type {string} */ key, /** @type {string | null} */ value) {
    if ((this.read(key) === null) !== (value === null)) this.#index = null;
    this.#unsaved.set(key, value);
    if (this.#storage === null || this.#isNewer()) return;
    this.#fault = null;
    for (const [each, wanted] of this.#unsaved) {
      try {
        if (wanted === null) this.#storage.removeItem(PREFIX + each);
        else this.#storage.setItem(PREFIX + each, wanted);
        this.#unsaved.delete(each);
        this.#remember(each, wanted);
      } catch (error) {
        // Blocked, full or private: kept on screen, and said by keep-notice.
        this.#fault =
          error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
      }
    }
  }

  /** Take away all that was kept, by whichever version, and what this tab remembers of it. */
  #forget() {
    this.#isReadable = removeAll(this.#storage, [...this.#known.keys()]);
    this.#tab.forget();
  }
}

/** @returns {Entries} what a storage has of the file */
function keptIn(/** @type {Storage | null} */ storage) {
  /** @type {Entries} */
  const entries = new Map();
  if (storage === null) return entries;
  for (const key of Array.from({ length: storage.length }, (_, index) => storage.key(index))) {
    const value = key?.startsWith(PREFIX) ? storage.getItem(key) : null;
    if (key !== null && value !== null) entries.set(key.slice(PREFIX.length), value);
  }
  return entries;
}

/** @returns {boolean} whether all of it went */
function removeAll(/** @type {Storage | null} */ storage, /** @type {string[]} */ keys) {
  try {
    for (const key of keys) storage?.removeItem(PREFIX + key);
    return true;
  } catch {
    return false;
  }
}

/** @returns {number | null} null when it is none */
function versionOf(/** @type {string | null} */ kept) {
  return /^[1-9]\d{0,5}$/.test(kept ?? "") ? Number(kept) : null;
}

/** An id that no other browser gives either, so that two backups can be merged. */
function newId() {
  const [a, b] = crypto.getRandomValues(new Uint32Array(2));
  return `a${a.toString(36)}${b.toString(36)}`;
}

/** The browser's storage, or null where it is blocked (or is the stand-in of storage-guard.js). */
function browserStorage(/** @type {"localStorage" | "sessionStorage"} */ name) {
  try {
    const storage = window[name];
    return storage && !storage.keepsNothing ? storage : null;
  } catch {
    return null;
  }
}

export const store = new Store(
  browserStorage("localStorage"),
  browserStorage("sessionStorage"),
  Date.now(),
  page.register,
);
// `storage` events only: BroadcastChannel can arrive before the write can be read.
window.addEventListener("storage", ({ key, newValue, storageArea }) => {
  if (storageArea === browserStorage("localStorage")) store.changedElsewhere(key, newValue);
});
window.addEventListener("pagehide", () => store.leave());
