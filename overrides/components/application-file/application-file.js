import { DatedElement } from "../../shared/dated-element.js";
import { Applications } from "./applications.js";
import { Backup } from "./copies.js";
import { Erasing, Keeping, Sharing } from "./keeping.js";
import { Restore } from "./restore.js";
import { WithoutNetwork } from "./without-network.js";
import { store } from "../../file/store.js";

const PARTS = {
  applications: Applications,
  backup: Backup,
  restore: Restore,
  keeping: Keeping,
  sharing: Sharing,
  erasing: Erasing,
  offline: WithoutNetwork,
};

/** All that the candidate has in this guide: applications, backup and restore, what is kept where. */
class ApplicationFile extends DatedElement {
  static events = ["click", "change", "submit"];
  static isOfAll = true;
  #parts;

  connectedCallback() {
    this.#parts ??= Object.fromEntries(
      Object.entries(PARTS).map(([name, Part]) => [
        name,
        new Part(this.querySelector(`[data-part="${name}"]`)),
      ]),
    );
    super.connectedCallback();
  }

  handleEvent(event) {
    const section = event.target.closest("[data-part]");
    if (event.type === "submit") event.preventDefault();
    this.#parts[section?.dataset.part]?.[event.type]?.(event.target);
  }

  applicationOf(part) {
    const card = part.closest("[data-id]");
    return card ? store.application(card.dataset.id) : store.current;
  }

  show() {
    for (const part of Object.values(this.#parts)) part.show?.();
  }
}

customElements.define("application-file", ApplicationFile);
