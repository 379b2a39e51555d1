import { store } from "../lib/store.js";

/** An element that shows what the store keeps: at once, and again after each change anywhere. */
export class KeptElement extends HTMLElement {
  #unsubscribe = () => {};

  connectedCallback() {
    this.#unsubscribe = store.subscribe(() => this.show());
    this.show();
  }

  disconnectedCallback() {
    this.#unsubscribe();
  }

  /** Bring the page in line with the store; each element says how. */
  show() {
    throw new TypeError(`${this.localName} does not say how to show itself`);
  }
}
