/** What belongs to one tab: the application shown, what can be undone, whether others use the computer. */
const PREFIX = "second-entretien-tab:";
const NAMES = /** @type {const} */ (["application", "changes", "left", "shared", "undone"]);

/** @typedef {typeof NAMES[number]} Name */

export class Tab {
  #storage;

  constructor(/** @type {Storage | null} */ storage) {
    this.#storage = storage;
  }

  /** @returns {string | null} */
  read(/** @type {Name} */ name) {
    try {
      return this.#storage?.getItem(PREFIX + name) ?? null;
    } catch {
      return null;
    }
  }

  write(/** @type {Name} */ name, /** @type {string | null} */ value) {
    try {
      if (value === null) this.#storage?.removeItem(PREFIX + name);
      else this.#storage?.setItem(PREFIX + name, value);
    } catch {
      // The tab forgets at its next page; nothing of the file is in there.
    }
  }

  forget() {
    for (const name of NAMES) this.write(name, null);
  }
}
