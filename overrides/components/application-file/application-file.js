import { bringLater } from "../../shared/bring-later.js";
import { DatedElement } from "../../shared/dated-element.js";
import { Backup } from "./copies.js";
import { Erasing, Keeping, Sharing } from "./keeping.js";
import { WithoutNetwork } from "./without-network.js";
import { store } from "../../file/store.js";

const PARTS = {
  backup: Backup,
  keeping: Keeping,
  sharing: Sharing,
  erasing: Erasing,
  offline: WithoutNetwork,
};
/** Of use only once something is kept, or brought back. */
const LATER = {
  applications: async () => (await import("./applications.js")).Applications,
  restore: async () => (await import("./restore.js")).Restore,
};

/** All that the candidate has in this guide: applications, backup and restore, what is kept where. */
class ApplicationFile extends DatedElement {
  static events = ["click", "change", "submit"];
  static isOfAll = true;
  #parts = {};
  /** @type {Record<string, Promise<object>>} */
  #coming = {};

  connectedCallback() {
    for (const [name, Part] of Object.entries(PARTS)) {
      this.#parts[name] ??= new Part(this.#section(name));
    }
    for (const [name, load] of Object.entries(LATER))
      this.#coming[name] ??= this.#bring(name, load);
    super.connectedCallback();
  }

  #section(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  #bring(name, load) {
    const section = this.#section(name);
    return new Promise((done) => {
      const start = (Part) => {
        this.#parts[name] = new Part(section);
        this.refresh();
        done(this.#parts[name]);
      };
      const loadOrSee = () =>
        load().catch((error) => {
          this.#seeAll();
          throw error;
        });
      bringLater(loadOrSee, start, section);
    });
  }

  handleEvent(event) {
    const { type, target } = event;
    if (type === "submit") event.preventDefault();
    const name = target.closest("[data-part]")?.dataset.part;
    const part = this.#parts[name];
    if (part) part[type]?.(target);
    else this.#coming[name]?.then((late) => late[type]?.(target));
  }

  applicationOf(part) {
    const card = part.closest("[data-id]");
    return card ? store.application(card.dataset.id) : store.current;
  }

  show() {
    const shown = Object.values(this.#parts).map((part) => part.show?.());
    if (this.#parts.applications) Promise.all(shown).finally(() => this.#seeAll());
  }

  /** Where something is kept, its parts wait for what is said of it (site.css). */
  #seeAll() {
    this.querySelector("[data-waits]")?.removeAttribute("data-waits");
  }
}

customElements.define("application-file", ApplicationFile);
