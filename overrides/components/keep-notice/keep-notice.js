import { store } from "../../lib/store.js";
import { KeptElement } from "../kept-element.js";

/** Says when the browser keeps nothing of what is ticked or typed; empty otherwise. */
class KeepNotice extends KeptElement {
  show() {
    const text = this.dataset[store.state] ?? "";
    if (this.textContent !== text) this.textContent = text;
  }
}

customElements.define("keep-notice", KeepNotice);
