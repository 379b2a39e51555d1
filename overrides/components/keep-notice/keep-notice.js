import { store } from "../../lib/store.js";

/** Says when the browser keeps nothing of what is ticked or typed; empty otherwise. */
class KeepNotice extends HTMLElement {
  #unsubscribe = () => {};

  connectedCallback() {
    this.#unsubscribe = store.subscribe(() => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    this.#unsubscribe();
  }

  #show() {
    const text = this.dataset[store.state] ?? "";
    if (this.textContent !== text) this.textContent = text;
  }
}

customElements.define("keep-notice", KeepNotice);
