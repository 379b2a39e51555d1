import { store } from "../file/store.js";
import "./paper.js";
import { nameIfNeeded } from "./application-names.js";
import { besideTheText, bringIntoView } from "./bring-into-view.js";
import { afterNextFrame, whenStill } from "./press.js";
import { say } from "./say.js";
import { startAfresh } from "./start-afresh.js";

const OF_FIELDS = ["focusin", "focusout", "input", "change"];
/**
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field
 * @typedef {import("../file/application.js").Application} Application
 * @typedef {import("../file/fields.js").Per} Per
 * @typedef {import("../file/undo.js").Change} Change
 * @typedef {import("../file/undo.js").Made} Made
 * @typedef {{ key: string, before: string | null, typed?: string | null, isInHand: boolean }} Typing
 *   where what is typed belongs
 */

/**
 * The element that is dealing with what the reader did, which one shows what follows, and when they do.
 * @typedef {{ element: KeptElement | null, answer: string, soon: (act: () => void) => void }} Touched
 */

/** @type {Touched} */
const NOT_TOUCHED = { element: null, answer: "", soon: afterNextFrame };
let touched = NOT_TOUCHED;

/**
 * An element that shows what the store keeps: at once, and again after changes anywhere.
 *
 * A field inside it that says `data-keep="company"` and `data-per="application"` keeps itself, at each
 * key; what says `data-application` names the application that the element is about; and the buttons
 * that say `data-undo` and `data-redo` take back the last change, if it was made in the same
 * `data-scope`, and make it again. An element with `data-of-interview` is about that interview,
 * whichever the reader speaks of. What scripts alone can use says `data-with-script`, and what stands
 * in for it `data-no-script`: site.css shows one or the other from the first paint on, so that nothing
 * moves when the script arrives; what is done until then is done again (shell/tools.js). Shown
 * for another application, an element starts afresh, unless it says `isOfAll`.
 *
 * The element that the reader touches answers at once, with the one that it is answered by, or, since
 * the browser itself shows a tick, after the frame with the tick; the others follow after that frame,
 * one by one, so that a page full of them never keeps the reader waiting. As long as the pointer is down
 * none of them does.
 */
export class KeptElement extends HTMLElement {
  /** What `handleEvent` is called with. @type {string[]} */
  static events = [];
  static observedAttributes = ["data-of-interview"];
  /** Whether what is chosen in it concerns more than the application shown. */
  static isOfAll = false;
  /** The element that shows what follows from what is chosen in this one. */
  static answeredBy = "";
  /** Whether it stands above the text, and comes while the reader ticks and types below. */
  static isAbove = false;
  /** The application that it shows. @type {string | null} */
  #about = null;
  #unsubscribe = () => {};
  #waiting = false;
  /**
   * By field, where what is typed belongs, whatever becomes current meanwhile.
   * @type {Map<Field, Typing>}
   */
  #typing = new Map();

  get #kind() {
    return /** @type {typeof KeptElement} */ (this.constructor);
  }

  connectedCallback() {
    this.#unsubscribe = store.subscribe(() => this.#showSoon());
    for (const type of this.#kind.events) this.addEventListener(type, this.#handle);
    for (const type of OF_FIELDS) this.addEventListener(type, this.#keepField);
    this.addEventListener("click", this.#takeBack);
    window.addEventListener("pagehide", this.#leave);
    // What comes later may come while something is being pressed.
    whenStill(() => this.#show());
  }

  disconnectedCallback() {
    this.#unsubscribe();
    for (const type of this.#kind.events) this.removeEventListener(type, this.#handle);
    for (const type of OF_FIELDS) this.removeEventListener(type, this.#keepField);
    this.removeEventListener("click", this.#takeBack);
    window.removeEventListener("pagehide", this.#leave);
  }

  attributeChangedCallback(
    /** @type {string} */ _name,
    /** @type {string | null} */ before,
    /** @type {string | null} */ after,
  ) {
    if (before !== after) this.#showSoon();
  }

  /** Bring the page in line with the store; each element says how. */
  show() {
    throw new TypeError(`${this.localName} does not say how to show itself`);
  }

  /** What is done on its `events`; nothing, unless an element says. */
  handleEvent(/** @type {Event} */ _event) {}

  /** @returns {Application} the application that a part of it is about */
  applicationOf(/** @type {Element} */ _part) {
    const interview = this.dataset.ofInterview;
    return interview === undefined ? store.current : store.current.at(Number(interview));
  }

  /** Fill the fields that an element has just put into itself. */
  refresh() {
    this.#show();
  }

  /** @returns {string} what a field shows as long as nothing is kept for it */
  defaultOf(/** @type {Field} */ _field) {
    return "";
  }

  /** @returns {Element | null} what a change was about, when no field says so */
  partOf(/** @type {Change} */ { id = "" }) {
    return this.querySelector(`[name="${CSS.escape(id)}"], [data-id="${CSS.escape(id)}"]`);
  }

  /** A form keeps many fields at once: they are shown together. */
  #showSoon() {
    if (this.#waiting) return;
    this.#waiting = true;
    const isTouched = touched.element === this || touched.answer === this.localName;
    const later = isTouched ? touched.soon : afterNextFrame;
    const show = () => {
      this.#waiting = false;
      if (this.isConnected) this.#show();
    };
    later(() => whenStill(show));
  }

  #touch(
    /** @type {() => void} */ act,
    /** @type {(act: () => void) => void} */ soon = queueMicrotask,
  ) {
    touched = { element: this, answer: this.#kind.answeredBy, soon };
    try {
      act();
    } finally {
      touched = NOT_TOUCHED;
    }
  }

  #handle = (/** @type {Event} */ event) => {
    const { type, target } = event;
    const isTick =
      type === "change" && target instanceof Element && target.matches("[type=checkbox]");
    this.#touch(() => this.handleEvent(event), isTick ? afterNextFrame : queueMicrotask);
  };

  #show(isTakenBack = false) {
    const { id } = store.current;
    const isAnother = this.#about !== null && this.#about !== id;
    if (isAnother && !this.#kind.isOfAll) startAfresh(this);
    const isFirst = this.#about === null;
    this.#about = id;
    if (!this.#kind.isAbove || this.#isInUse(isFirst)) this.show();
    else besideTheText(() => this.show());
    delete this.dataset.waits;
    for (const field of this.#fields) {
      const key = this.#keyOf(field);
      const kept = store.read(key);
      // What is under the reader's hands is not rewritten, only gone on with.
      if (field === document.activeElement && !isTakenBack) {
        if (field instanceof HTMLTextAreaElement && this.#typing.get(field)?.key === key)
          goOn(field, kept);
        continue;
      }
      const shown = kept ?? this.defaultOf(field);
      if (field.value !== shown) field.value = shown;
    }
    for (const place of this.querySelectorAll("[data-application]")) {
      say(place, nameIfNeeded(this.applicationOf(place)));
    }
    /** @type {NodeListOf<HTMLButtonElement>} */
    const undo = this.querySelectorAll("[data-undo]");
    for (const button of undo) showUndo(button);
    /** @type {NodeListOf<HTMLButtonElement>} */
    const redo = this.querySelectorAll("[data-redo]");
    for (const button of redo) {
      button.hidden = store.lastUndone?.scope !== scopeOf(button);
    }
  }

  #isInUse(/** @type {boolean} */ isFirst) {
    const { activeElement } = document;
    const isAtWork = activeElement !== document.body || scrollY > 0;
    return isFirst ? !isAtWork : this.contains(activeElement);
  }

  /** The fields that keep themselves. @returns {NodeListOf<Field>} */
  get #fields() {
    return this.querySelectorAll("[data-keep]");
  }

  #keyOf(/** @type {Field} */ field) {
    const { per, keep } = /** @type {{ per: Per, keep: string }} */ (field.dataset);
    return this.applicationOf(field).key(per, keep);
  }

  #keepField = (/** @type {Event} */ { type, target }) => {
    const field = /** @type {Field} */ (target);
    if (field.matches("[data-keep]")) this.#touch(() => this.#keep(type, field));
  };

  #keep(/** @type {string} */ type, /** @type {Field} */ field) {
    const isInHand = type === "focusin";
    let typing = this.#typing.get(field);
    const key = typing?.isInHand ? typing.key : this.#keyOf(field);
    // A script, the browser or a voice also changes fields that nobody went to.
    if (isInHand || typing?.key !== key) {
      typing = { key, before: store.read(key), isInHand };
      this.#typing.set(field, typing);
    }
    if (isInHand) return;
    const text = field.value || null;
    if (type === "input" || (type === "change" && text !== typing.typed)) {
      typing.typed = text;
      store.write(key, text);
    }
    if (type !== "input") this.#remember(field, typing);
    if (type === "focusout") this.#showSoon();
    if (type === "focusout" || (type === "change" && !typing.isInHand)) this.#typing.delete(field);
  }

  /** What was typed until now can be undone by itself. */
  #remember(/** @type {Field} */ field, /** @type {Typing} */ typing) {
    const { key, before, typed } = typing;
    if (typed === undefined) return;
    store.changed({ scope: scopeOf(field), kind: "text" }, [[key, before, typed]]);
    typing.before = typed;
  }

  #leave = () => {
    for (const [field, typing] of this.#typing) this.#remember(field, typing);
  };

  #takeBack = (/** @type {Event} */ { target }) => {
    if (!(target instanceof Element)) return;
    /** @type {HTMLButtonElement | null} */
    const button = target.closest("[data-undo], [data-redo]");
    if (!button) return;
    const scope = scopeOf(button);
    // Leaving a field for the button is a change too: what the button says is what it does.
    const kind = button.dataset.undo;
    const done = kind === undefined ? store.redo({ scope }) : store.undo({ scope, kind });
    this.#show(true);
    if (button.hidden) {
      /** @type {HTMLElement | null | undefined} */
      const other = button.parentElement?.querySelector("button:not([hidden])");
      /** @type {HTMLElement | null} */
      const around = button.closest("[tabindex]");
      (other ?? around)?.focus({ preventScroll: true });
    }
    if (done) bringIntoView(this.#placeOf(done) ?? button);
  };

  /** @returns {Element | null} */
  #placeOf(/** @type {Made} */ { change, entries }) {
    const keys = new Set(entries.map(([key]) => key));
    const field = [...this.#fields].find(
      (each) => scopeOf(each) === change.scope && keys.has(this.#keyOf(each)),
    );
    if (field) return field.closest("label") ?? field;
    return change.id === undefined ? null : this.partOf(change);
  }
}

/** Another tab, of an older build perhaps, has written behind what the reader types. */
function goOn(/** @type {HTMLTextAreaElement} */ field, /** @type {string | null} */ kept) {
  const { length } = field.value;
  if (length > 0 && kept !== null && kept.length > length && kept.startsWith(field.value)) {
    field.setRangeText(kept.slice(length), length, length, "preserve");
  }
}

function scopeOf(/** @type {Element} */ part) {
  return part.closest("[data-scope]")?.getAttribute("data-scope") ?? "";
}

function showUndo(/** @type {HTMLButtonElement} */ button) {
  const last = store.lastChange;
  button.hidden = last?.scope !== scopeOf(button);
  if (last === null || button.hidden) return;
  button.dataset.undo = last.kind;
  say(button, button.getAttribute(`data-undo-${last.kind}`) ?? "");
}
