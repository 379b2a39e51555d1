import { store } from "../lib/store.js";

/** An element that shows what the store keeps: at once, and again after changes anywhere. */
export class KeptElement extends HTMLElement {
  #unsubscribe = () => {};
  #waiting = false;

  connectedCallback() {
    this.#unsubscribe = store.subscribe(() => this.#showSoon());
    this.show();
  }

  disconnectedCallback() {
    this.#unsubscribe();
  }

  /** Bring the page in line with the store; each element says how. */
  show() {
    throw new TypeError(`${this.localName} does not say how to show itself`);
  }

  /** A form keeps many fields at once: they are shown together. */
  #showSoon() {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      if (this.isConnected) this.show();
    });
  }
}
