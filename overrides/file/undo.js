/**
 * What was done to the file and can be taken back, as long as the tab lives.
 *
 * @typedef {{ scope: string, kind: string, id?: string }} Change what was done where, without words
 * @typedef {[key: string, before: string | null, after: string | null]} Written
 * @typedef {{ change: Change, entries: Written[] }} Made
 * @typedef {"changes" | "undone"} List what `undo` takes back, and what `redo` makes again
 * @typedef {{
 *   read: (key: string) => string | null, write: (key: string, value: string | null) => void,
 * }} File
 */

const MOST_CHANGES = 20;

export class Undo {
  #file;
  #tab;
  /** @type {Record<List, Made[]>} */
  #made = { changes: [], undone: [] };
  /** @type {Written[] | null} */
  #recording = null;

  constructor(/** @type {File} */ file, /** @type {import("./tab.js").Tab} */ tab) {
    this.#file = file;
    this.#tab = tab;
  }

  /** Take up what the tab kept. @param {(entry: Written) => Written} now under today's names */
  begin(now) {
    const kept = (/** @type {List} */ list) =>
      madeIn(this.#tab.read(list)).map(({ change, entries }) => ({
        change,
        entries: entries.map(now),
      }));
    this.#made = { changes: kept("changes"), undone: kept("undone") };
  }

  /** @returns {Written[]} what is written while something is done */
  recorded(/** @type {() => void} */ act) {
    /** @type {Written[]} */
    const entries = [];
    this.#recording = entries;
    act();
    this.#recording = null;
    return entries;
  }

  /** Something is being written. */
  record(/** @type {Written} */ entry) {
    this.#recording?.push(entry);
  }

  /** Remember a change. */
  add(/** @type {Made} */ made) {
    this.#keep("changes", [...this.#made.changes, made]);
  }

  #keep(/** @type {List} */ list, /** @type {Made[]} */ made) {
    this.#made[list] = made.slice(-MOST_CHANGES);
    this.#tab.write(list, JSON.stringify(this.#made[list]));
  }

  /** @returns {Change | null} what `undo` would take back */
  get lastChange() {
    return this.#made.changes.at(-1)?.change ?? null;
  }

  /** @returns {Change | null} what `redo` would make again */
  get lastUndone() {
    return this.#made.undone.findLast((made) => this.#isAsLeft(made))?.change ?? null;
  }

  #isAsLeft(/** @type {Made} */ { entries }) {
    return entries.some(([key, , after]) => this.#file.read(key) === after);
  }

  /** Take back the last change that is `like` this. @returns {Made | null} what was done for it */
  undo(/** @type {Partial<Change>} */ like) {
    return this.#turn("changes", "undone", (made) => isLike(made, like));
  }

  /** Make again what was taken back last. @returns {Made | null} */
  redo(/** @type {Partial<Change>} */ like) {
    return this.#turn("undone", "changes", (made) => isLike(made, like) && this.#isAsLeft(made));
  }

  /** @returns {Made | null} */
  #turn(
    /** @type {List} */ from,
    /** @type {List} */ to,
    /** @type {(made: Made) => boolean} */ isMeant,
  ) {
    const found = this.#made[from].findLast(isMeant);
    if (!found) return null;
    const entries = found.entries
      .filter(([key, , after]) => this.#file.read(key) === after)
      .reverse();
    for (const [key, before] of entries) this.#file.write(key, before);
    /** @type {Made} */
    const turned = {
      change: found.change,
      entries: entries.map(([key, before, after]) => [key, after, before]),
    };
    this.#keep(
      from,
      this.#made[from].filter((each) => each !== found),
    );
    if (entries.length > 0) this.#keep(to, [...this.#made[to], turned]);
    return turned;
  }
}

function isLike(/** @type {Made} */ { change }, /** @type {Partial<Change>} */ like) {
  return Object.entries(like).every(
    ([name, value]) => change[/** @type {keyof Change} */ (name)] === value,
  );
}

/** What a tab kept of its changes; nothing when it is not what `Undo` wrote. @returns {Made[]} */
function madeIn(/** @type {string | null} */ text) {
  const isText = (/** @type {unknown} */ value) => value === null || typeof value === "string";
  try {
    /** @type {Made[]} */
    const kept = JSON.parse(text ?? "[]");
    return kept.filter(
      ({ change, entries }) =>
        typeof change.scope === "string" &&
        entries.every(([key, ...values]) => typeof key === "string" && values.every(isText)),
    );
  } catch {
    return [];
  }
}
