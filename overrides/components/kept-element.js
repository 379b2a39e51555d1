import { store } from "../lib/store.js";
import { nameIfNeeded } from "./application-bar/names.js";
import { say } from "./say.js";
import { startAfresh } from "./start-afresh.js";

const OF_FIELDS = ["focusin", "focusout", "input", "change"];
/** The element that is dealing with what the reader did, and when it answers. */
let touched = { element: null, soon: afterNextFrame };

/**
 * An element that shows what the store keeps: at once, and again after changes anywhere.
 *
 * A field inside it that says `data-keep="company"` and `data-per="application"` keeps itself, at each
 * key; what says `data-application` names the application that the element is about; and the button
 * that says `data-undo` takes back the last change, if it was made in the same `data-scope`. An element
 * with `data-of-interview` is about that interview, whichever the reader speaks of. What scripts alone
 * can use says `data-with-script`, and what stands in for it `data-no-script`: site.css shows one or
 * the other from the first paint on, so that nothing moves when the script arrives; until then a form
 * is `inert`, and nothing typed into it is lost. Shown for another application, an element starts
 * afresh, unless it says `isOfAll`.
 *
 * The element that the reader touches answers at once, or, since the browser itself shows a tick,
 * after the frame with the tick; the others follow after that frame, one by one, so that a page full
 * of them never keeps the reader waiting.
 */
export class KeptElement extends HTMLElement {
  /** What `handleEvent` is called with. @type {string[]} */
  static events = [];
  static observedAttributes = ["data-of-interview"];
  /** Whether what is chosen in it concerns more than the application shown. */
  static isOfAll = false;
  #about = null;
  #unsubscribe = () => {};
  #waiting = false;
  /** The field in focus: where what is typed belongs, whatever becomes current meanwhile. */
  #typing = null;

  connectedCallback() {
    this.#unsubscribe = store.subscribe(() => this.#showSoon());
    for (const type of this.constructor.events) this.addEventListener(type, this.#handle);
    for (const type of OF_FIELDS) this.addEventListener(type, this.#keepField);
    this.addEventListener("click", this.#undo);
    for (const part of [this, ...this.querySelectorAll("[inert]")]) part.inert = false;
    this.#show();
  }

  disconnectedCallback() {
    this.#unsubscribe();
    for (const type of this.constructor.events) this.removeEventListener(type, this.#handle);
    for (const type of OF_FIELDS) this.removeEventListener(type, this.#keepField);
    this.removeEventListener("click", this.#undo);
  }

  attributeChangedCallback(_name, before, after) {
    if (before !== after) this.#showSoon();
  }

  /** Bring the page in line with the store; each element says how. */
  show() {
    throw new TypeError(`${this.localName} does not say how to show itself`);
  }

  /** @returns {import("../lib/store.js").Application} the application that a part of it is about */
  applicationOf(_part) {
    const interview = this.dataset.ofInterview;
    return interview === undefined ? store.current : store.current.at(Number(interview));
  }

  /** Fill the fields that an element has just put into itself. */
  refresh() {
    this.#show();
  }

  /** @returns {string} what a field shows as long as nothing is kept for it */
  defaultOf(_field) {
    return "";
  }

  /** A form keeps many fields at once: they are shown together. */
  #showSoon() {
    if (this.#waiting) return;
    this.#waiting = true;
    const later = touched.element === this ? touched.soon : afterNextFrame;
    later(() => {
      this.#waiting = false;
      if (this.isConnected) this.#show();
    });
  }

  #touch(act, soon = queueMicrotask) {
    touched = { element: this, soon };
    try {
      act();
    } finally {
      touched = { element: null, soon: afterNextFrame };
    }
  }

  #handle = (event) => {
    const isTick = event.type === "change" && event.target.matches("[type=checkbox]");
    this.#touch(() => this.handleEvent(event), isTick ? afterNextFrame : queueMicrotask);
  };

  #show() {
    const { id } = store.current;
    const isAnother = this.#about !== null && this.#about !== id;
    if (isAnother && !this.constructor.isOfAll) startAfresh(this);
    this.#about = id;
    this.show();
    for (const field of this.querySelectorAll("[data-keep]")) {
      const key = this.applicationOf(field).key(field.dataset.per, field.dataset.keep);
      const kept = store.read(key);
      // What is under the reader's hands is not rewritten, only gone on with.
      if (field === document.activeElement) {
        if (field.matches("textarea") && this.#typing?.key === key) goOn(field, kept);
        continue;
      }
      const shown = kept ?? this.defaultOf(field);
      if (field.value !== shown) field.value = shown;
    }
    for (const place of this.querySelectorAll("[data-application]")) {
      say(place, nameIfNeeded(this.applicationOf(place)));
    }
    for (const button of this.querySelectorAll("[data-undo]")) showUndo(button);
  }

  #keepField = ({ type, target: field }) => {
    if (field.matches("[data-keep]")) this.#touch(() => this.#keep(type, field));
  };

  #keep(type, field) {
    const key = () => this.applicationOf(field).key(field.dataset.per, field.dataset.keep);
    if (type === "focusin") this.#typing = { key: key(), before: store.read(key()) };
    else if (type === "input") store.write(this.#typing?.key ?? key(), field.value || null);
    else if (type === "change" && this.#typing) {
      const after = field.value || null;
      const change = { scope: scopeOf(field), kind: "text" };
      store.changed(change, [[this.#typing.key, this.#typing.before, after]]);
      this.#typing.before = after;
    } else if (type === "focusout") {
      this.#typing = null;
      this.#showSoon();
    }
  }

  #undo = ({ target }) => {
    const button = target.closest?.("[data-undo]");
    if (!button) return;
    store.undo();
    this.#show();
    // The button of the last change is gone: the keyboard goes on from where it stood.
    if (button.hidden) button.closest("[tabindex]")?.focus();
  };
}

/** A page in the background has no frames. */
function afterNextFrame(act) {
  if (document.hidden) setTimeout(act);
  else requestAnimationFrame(() => setTimeout(act));
}

/** Another tab, of an older build perhaps, has written behind what the reader types. */
function goOn(field, kept) {
  const { length } = field.value;
  if (length > 0 && kept !== null && kept.length > length && kept.startsWith(field.value)) {
    field.setRangeText(kept.slice(length), length, length, "preserve");
  }
}

function scopeOf(part) {
  return part.closest("[data-scope]")?.dataset.scope ?? "";
}

function showUndo(button) {
  const last = store.lastChange;
  const isHere = last !== null && last.scope === scopeOf(button);
  if (isHere) say(button, button.getAttribute(`data-undo-${last.kind}`));
  button.hidden = !isHere;
}
