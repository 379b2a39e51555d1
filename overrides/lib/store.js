/**
 * What the reader ticked and typed: the only code that touches the browser's storage.
 *
 * One key per field, so that two tabs never overwrite each other's work:
 *   second-entretien:version                     "1"
 *   second-entretien:<application>:<field>       per application
 *   second-entretien:<application>:<interview>:<field>   per interview
 * The first application is "a1"; an interview is "i0" until the reader says whether it was the
 * first, the second or a later one, then "i1", "i2" and so on. Keys hold no language and no path: both languages share.
 *
 * @typedef {"application" | "interview"} Per
 */

const PREFIX = "second-entretien:";
const VERSION = 1;
const APPLICATION = "a1";
const UNNAMED = "i0";

export class Store {
  #storage;
  /** What could not be written, so that nothing on screen is lost. @type {Map<string, string | null>} */
  #unsaved = new Map();
  #listeners = new Set();
  #state;

  /** @param {Storage | null} storage null where there is none */
  constructor(storage) {
    this.#storage = storage;
    this.#state = storage === null ? "lost" : "kept";
    if (Number(this.#read(`${PREFIX}version`)) > VERSION) this.#state = "newer";
  }

  /** Whether what is set is "kept", is "lost" when the page closes, or only read ("newer"). */
  get state() {
    return this.#state;
  }

  /** The interview that the reader speaks of: 1 to 9, or null before they say which. */
  get interview() {
    const kept = this.get("application", "interview");
    return /^[1-9]$/.test(kept ?? "") ? Number(kept) : null;
  }

  /** Whether a field of some interview is kept, whichever the reader speaks of now. */
  hasInterview(ordinal, field) {
    return this.#read(`${PREFIX}${APPLICATION}:i${ordinal}:${field}`) !== null;
  }

  /** Say which interview it is; what was ticked before it had a name goes with it. */
  nameInterview(ordinal) {
    const before = this.interview;
    this.set("application", "interview", String(ordinal));
    if (before !== null) return;
    const unnamed = `${PREFIX}${APPLICATION}:${UNNAMED}:`;
    for (const key of this.#keys().filter((each) => each.startsWith(unnamed))) {
      this.#write(
        `${PREFIX}${APPLICATION}:i${ordinal}:${key.slice(unnamed.length)}`,
        this.#read(key),
      );
      this.#write(key, null);
    }
    this.#tell();
  }

  /** @returns {string | null} */
  get(/** @type {Per} */ per, field) {
    return this.#read(this.#key(per, field));
  }

  /** @param {string | null} value null forgets the field */
  set(/** @type {Per} */ per, field, value) {
    if (this.get(per, field) === value) return;
    this.#write(`${PREFIX}version`, String(VERSION));
    this.#write(this.#key(per, field), value);
    this.#tell();
  }

  /** Call `listener` after each change, here or in another tab, until the returned function is called. */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Another tab wrote; `key` is null when it cleared everything. */
  changedElsewhere(/** @type {string | null} */ key) {
    if (key === null || key.startsWith(PREFIX)) this.#tell();
  }

  #key(per, field) {
    if (per === "application") return `${PREFIX}${APPLICATION}:${field}`;
    const interview = this.interview === null ? UNNAMED : `i${this.interview}`;
    return `${PREFIX}${APPLICATION}:${interview}:${field}`;
  }

  #read(key) {
    if (this.#unsaved.has(key)) return this.#unsaved.get(key);
    try {
      return this.#storage?.getItem(key) ?? null;
    } catch {
      this.#state = "lost";
      return null;
    }
  }

  #write(key, value) {
    try {
      if (this.#state !== "newer" && this.#storage !== null) {
        if (value === null) this.#storage.removeItem(key);
        else this.#storage.setItem(key, value);
        this.#unsaved.delete(key);
        return;
      }
    } catch {
      // Blocked, full or private: kept on screen below, and said by keep-notice.
      this.#state = "lost";
    }
    this.#unsaved.set(key, value);
  }

  #keys() {
    const keys = new Set(this.#unsaved.keys());
    try {
      for (let i = 0; i < (this.#storage?.length ?? 0); i++) keys.add(this.#storage.key(i));
    } catch {
      this.#state = "lost";
    }
    return [...keys];
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}

/** The browser's storage, or null where it is blocked (or is the stand-in of storage-guard.js). */
function browserStorage() {
  try {
    const storage = window.localStorage;
    return storage && !storage.keepsNothing ? storage : null;
  } catch {
    return null;
  }
}

export const store = new Store(browserStorage());
// `storage` events only: BroadcastChannel can arrive before the write can be read.
window.addEventListener("storage", (event) => store.changedElsewhere(event.key));
