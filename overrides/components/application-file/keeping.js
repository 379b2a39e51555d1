/** Where the file is kept: asking the browser to keep it, a shared computer, and erasing it. */
import { SHARED_MINUTES, store } from "../../file/store.js";
import { downloadBackup } from "../../shared/take-away.js";
import { answer, leadTo } from "../../shared/bring-into-view.js";
import { say } from "../../shared/say.js";
import { word } from "../../shared/page-words.js";

class Part {
  constructor(/** @type {HTMLElement} */ section) {
    this.section = section;
  }

  part(name) {
    return this.section.querySelector(`[data-${name}]`);
  }

  tell(text) {
    answer(this.part("said"), text);
  }
}

export class Keeping extends Part {
  show() {
    say(this.part("state"), word(`keep-health.state-${store.state}`));
    this.part("persist").hidden = !navigator.storage?.persist;
    const aside = store.setAside;
    const details = this.part("aside");
    details.hidden = aside.size === 0;
    details.querySelector("summary").textContent = word("application-file.aside", {
      number: aside.size,
    });
    this.part("aside-list").replaceChildren(
      ...[...aside].map(([key, value]) =>
        Object.assign(document.createElement("li"), {
          textContent: word("application-file.aside-value", {
            key,
            value: value.length > 200 ? `${value.slice(0, 200)}…` : value,
          }),
        }),
      ),
    );
  }

  async click(target) {
    if (target.matches("[data-persist]")) {
      // Chromium answers without asking anyone; what counts is what it says then.
      const isKept = await navigator.storage.persist().catch(() => false);
      this.tell(
        isKept ? word("application-file.persist-yes") : word("application-file.persist-no"),
      );
    } else if (target.matches("[data-forget]")) store.forgetSetAside();
  }
}

export class Sharing extends Part {
  show() {
    const { isShared, canShare, isEmpty } = store;
    this.part("share").hidden = isShared || !canShare;
    this.part("what").hidden = isShared || !canShare || isEmpty;
    this.part("end").hidden = !isShared;
  }

  click(target) {
    if (target.matches("[data-share]")) {
      store.share(this.section.querySelector("[name=what]:checked").value === "take");
      this.tell(
        store.isShared
          ? word("application-file.shared-begun", { minutes: SHARED_MINUTES })
          : word("application-file.shared-failed"),
      );
    } else if (target.matches("[data-end]")) {
      const file = store.isEmpty ? null : downloadBackup();
      store.erase();
      this.tell(
        file ? word("application-file.ended", { file }) : word("application-file.ended-empty"),
      );
    }
  }
}

export class Erasing extends Part {
  click(target) {
    if (target.matches("[data-erase]")) this.#ask(this.part("confirm").hidden);
    else if (target.matches("[data-keep-all]")) this.#ask(false);
    else if (target.matches("[data-erase-now]")) {
      store.erase();
      this.#ask(false);
      this.tell(
        store.keys().length === 0
          ? word("application-file.erased")
          : word("application-file.erase-failed"),
      );
    }
  }

  #ask(isAsking) {
    this.part("confirm").hidden = !isAsking;
    this.part("erase").setAttribute("aria-expanded", String(isAsking));
    leadTo(isAsking ? this.part("confirm") : this.part("erase"));
  }
}
