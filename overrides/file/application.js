/**
 * One application of the file, and the interview of it that the reader speaks of.
 * @typedef {import("./fields.js").Per} Per
 * @typedef {import("./fields.js").Address & { key: string }} Kept
 * @typedef {import("./store.js").Store} Store
 */
import { EXAMPLE, INTERVIEWS, keyOf, ordinalIn, UNNAMED } from "./fields.js";

export class Application {
  #store;
  #at;

  /**
   * @param {Store} store
   * @param {string} id
   * @param {number | null} at the interview to speak of, whichever the reader speaks of
   */
  constructor(store, id, at = null) {
    this.#store = store;
    this.#at = at;
    this.id = id;
  }

  /** The same application, spoken of at one of its interviews. */
  at(/** @type {number} */ interview) {
    return new Application(this.#store, this.id, interview);
  }

  /** @returns {string | null} */
  get(/** @type {Per} */ per, /** @type {string} */ field) {
    return this.#store.read(this.key(per, field));
  }

  /** @param {Per} per @param {string} field @param {string | null} value null forgets the field */
  set(per, field, value) {
    this.#store.write(this.key(per, field), value);
  }

  /** The key of a field, which stays the same when the reader goes to another interview. */
  key(/** @type {Per} */ per, /** @type {string} */ field) {
    const interview = per === "interview" ? (this.interview ?? UNNAMED) : null;
    return keyOf({ application: this.id, interview, field });
  }

  /** @returns {string | null} a field of the application (null) or of one of its interviews */
  getOf(/** @type {number | null} */ interview, /** @type {string} */ field) {
    return this.#store.read(keyOf({ application: this.id, interview, field }));
  }

  /** The interview that the reader speaks of, or null before they say which. */
  get interview() {
    return this.#at ?? ordinalIn(this.get("application", "interview"));
  }

  /** @returns {number[]} the interviews of which a day is kept */
  get interviews() {
    return INTERVIEWS.filter((ordinal) => this.hasInterview(ordinal, "day"));
  }

  get archived() {
    return this.get("application", "archived") !== null;
  }

  get isExample() {
    return this.id === EXAMPLE;
  }

  /** Whether a field of some interview is kept, whichever the reader speaks of now. */
  hasInterview(/** @type {number} */ ordinal, /** @type {string} */ field) {
    return this.getOf(ordinal, field) !== null;
  }

  /** Say which interview it is; what was ticked before it had a name goes with it. */
  nameInterview(/** @type {number} */ ordinal) {
    const before = this.interview;
    this.set("application", "interview", String(ordinal));
    if (before !== null) return;
    for (const { key, field } of this.kept.filter((each) => each.interview === UNNAMED)) {
      if (this.get("interview", field) !== null) continue;
      this.set("interview", field, this.#store.read(key));
      this.#store.write(key, null);
    }
  }

  /** @returns {Kept[]} all that is kept of the application and of its interviews */
  get kept() {
    return this.#store.keysOf(this.id);
  }
}
