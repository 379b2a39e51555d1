import { store } from "../../file/store.js";
import { KeptElement } from "../../shared/kept-element.js";
import { say } from "../../shared/say.js";
import { settings } from "../../shared/page-words.js";
import { nameElsewhere } from "./given.js";
import { showLines } from "./lines.js";

/** The follow-up call, word for word, with what the reader's file knows. */
class CallScript extends KeptElement {
  static events = ["click"];

  handleEvent({ target }) {
    if (!target.matches("[data-print]")) return;
    this.toggleAttribute("data-printing", true);
    // Not after print(): phones go on with the page while they prepare the paper.
    const end = () => this.toggleAttribute("data-printing", false);
    window.addEventListener("afterprint", end, { once: true });
    window.print();
  }

  defaultOf(field) {
    return field.dataset.keep === "my-name" ? nameElsewhere(store.current) : "";
  }

  show() {
    showLines(this, store.current, settings);
    const through = store.current.get("application", "contact-kind");
    this.querySelector("[data-agency]").hidden = through !== "agency";
    // On paper the fields are gone, and the number is needed.
    const phone = store.current.get("application", "contact-phone");
    say(this.querySelector("[data-phone]"), phone ?? "");
  }
}

customElements.define("call-script", CallScript);
