import { store } from "../file/store.js";
import "./paper.js";
import { nameIfNeeded } from "./application-names.js";
import { besideTheText, bringIntoView } from "./bring-into-view.js";
import { afterNextFrame, whenStill } from "./press.js";
import { say } from "./say.js";
import { startAfresh } from "./start-afresh.js";

const OF_FIELDS = ["focusin", "focusout", "input", "change"];
/** The element that is dealing with what the reader did, and when it answers. */
let touched = { element: null, soon: afterNextFrame };

/**
 * An element that shows what the store keeps: at once, and again after changes anywhere.
 *
 * A field inside it that says `data-keep="company"` and `data-per="application"` keeps itself, at each
 * key; what says `data-application` names the application that the element is about; and the buttons
 * that say `data-undo` and `data-redo` take back the last change, if it was made in the same
 * `data-scope`, and make it again. An element with `data-of-interview` is about that interview,
 * whichever the reader speaks of. What scripts alone can use says `data-with-script`, and what stands
 * in for it `data-no-script`: site.css shows one or the other from the first paint on, so that nothing
 * moves when the script arrives; until then a form is `inert`, and nothing typed into it is lost. Shown
 * for another application, an element starts afresh, unless it says `isOfAll`.
 *
 * The element that the reader touches answers at once, or, since the browser itself shows a tick,
 * after the frame with the tick; the others follow after that frame, one by one, so that a page full
 * of them never keeps the reader waiting. As long as the pointer is down none of them does.
 */
export class KeptElement extends HTMLElement {
  /** What `handleEvent` is called with. @type {string[]} */
  static events = [];
  static observedAttributes = ["data-of-interview"];
  /** Whether what is chosen in it concerns more than the application shown. */
  static isOfAll = false;
  /** Whether it stands above the text, and comes while the reader ticks and types below. */
  static isAbove = false;
  #about = null;
  #unsubscribe = () => {};
  #waiting = false;
  /**
   * By field, where what is typed belongs, whatever becomes current meanwhile.
   * @type {Map<Element, { key: string, before: string | null, typed?: string | null, isInHand: boolean }>}
   */
  #typing = new Map();

  connectedCallback() {
    this.#unsubscribe = store.subscribe(() => this.#showSoon());
    for (const type of this.constructor.events) this.addEventListener(type, this.#handle);
    for (const type of OF_FIELDS) this.addEventListener(type, this.#keepField);
    this.addEventListener("click", this.#takeBack);
    window.addEventListener("pagehide", this.#leave);
    for (const part of [this, ...this.querySelectorAll("[inert]")]) part.inert = false;
    this.#show();
  }

  disconnectedCallback() {
    this.#unsubscribe();
    for (const type of this.constructor.events) this.removeEventListener(type, this.#handle);
    for (const type of OF_FIELDS) this.removeEventListener(type, this.#keepField);
    this.removeEventListener("click", this.#takeBack);
    window.removeEventListener("pagehide", this.#leave);
  }

  attributeChangedCallback(_name, before, after) {
    if (before !== after) this.#showSoon();
  }

  /** Bring the page in line with the store; each element says how. */
  show() {
    throw new TypeError(`${this.localName} does not say how to show itself`);
  }

  /** @returns {import("../file/application.js").Application} the application that a part of it is about */
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

  /** @returns {Element | null} what a change was about, when no field says so */
  partOf({ id }) {
    return this.querySelector(`[name="${CSS.escape(id)}"], [data-id="${CSS.escape(id)}"]`);
  }

  /** A form keeps many fields at once: they are shown together. */
  #showSoon() {
    if (this.#waiting) return;
    this.#waiting = true;
    const later = touched.element === this ? touched.soon : afterNextFrame;
    const show = () => {
      this.#waiting = false;
      if (this.isConnected) this.#show();
    };
    later(() => whenStill(show));
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

  #show(isTakenBack = false) {
    const { id } = store.current;
    const isAnother = this.#about !== null && this.#about !== id;
    if (isAnother && !this.constructor.isOfAll) startAfresh(this);
    const isFirst = this.#about === null;
    this.#about = id;
    const isInUse = isFirst || this.contains(document.activeElement);
    if (!this.constructor.isAbove || isInUse) this.show();
    else besideTheText(() => this.show());
    for (const field of this.querySelectorAll("[data-keep]")) {
      const key = this.#keyOf(field);
      const kept = store.read(key);
      // What is under the reader's hands is not rewritten, only gone on with.
      if (field === document.activeElement && !isTakenBack) {
        if (field.matches("textarea") && this.#typing.get(field)?.key === key) goOn(field, kept);
        continue;
      }
      const shown = kept ?? this.defaultOf(field);
      if (field.value !== shown) field.value = shown;
    }
    for (const place of this.querySelectorAll("[data-application]")) {
      say(place, nameIfNeeded(this.applicationOf(place)));
    }
    for (const button of this.querySelectorAll("[data-undo]")) showUndo(button);
    for (const button of this.querySelectorAll("[data-redo]")) {
      button.hidden = store.lastUndone?.scope !== scopeOf(button);
    }
  }

  #keyOf(field) {
    return this.applicationOf(field).key(field.dataset.per, field.dataset.keep);
  }

  #keepField = ({ type, target: field }) => {
    if (field.matches("[data-keep]")) this.#touch(() => this.#keep(type, field));
  };

  #keep(type, field) {
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
  #remember(field, typing) {
    const { key, before, typed } = typing;
    if (typed === undefined) return;
    store.changed({ scope: scopeOf(field), kind: "text" }, [[key, before, typed]]);
    typing.before = typed;
  }

  #leave = () => {
    for (const [field, typing] of this.#typing) this.#remember(field, typing);
  };

  #takeBack = ({ target }) => {
    const button = target.closest?.("[data-undo], [data-redo]");
    if (!button) return;
    const scope = scopeOf(button);
    // Leaving a field for the button is a change too: what the button says is what it does.
    const kind = button.dataset.undo;
    const done = kind === undefined ? store.redo({ scope }) : store.undo({ scope, kind });
    this.#show(true);
    if (button.hidden) {
      const other = button.parentElement.querySelector("button:not([hidden])");
      (other ?? button.closest("[tabindex]"))?.focus({ preventScroll: true });
    }
    if (done) bringIntoView(this.#placeOf(done) ?? button);
  };

  #placeOf({ change, entries }) {
    const keys = new Set(entries.map(([key]) => key));
    const field = [...this.querySelectorAll("[data-keep]")].find(
      (each) => scopeOf(each) === change.scope && keys.has(this.#keyOf(each)),
    );
    if (field) return field.closest("label") ?? field;
    return change.id === undefined ? null : this.partOf(change);
  }
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
  button.hidden = !isHere;
  if (!isHere) return;
  button.dataset.undo = last.kind;
  say(button, button.getAttribute(`data-undo-${last.kind}`));
}
