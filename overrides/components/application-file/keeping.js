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

  tell(name, values) {
    answer(this.part("said"), word(`application-file.${name}`, values));
  }
}

export class Keeping extends Part {
  show() {
    say(this.part("state"), word(`keep-health.${store.state}`));
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
      this.tell(isKept ? "persist-yes" : "persist-no");
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
      this.tell(store.isShared ? "shared-begun" : "shared-failed", { minutes: SHARED_MINUTES });
    } else if (target.matches("[data-end]")) {
      const file = store.isEmpty ? null : downloadBackup();
      store.erase();
      this.tell(file ? "ended" : "ended-empty", { file });
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
      this.tell(store.keys().length === 0 ? "erased" : "erase-failed");
    }
  }

  #ask(isAsking) {
    this.part("confirm").hidden = !isAsking;
    this.part("erase").setAttribute("aria-expanded", String(isAsking));
    leadTo(isAsking ? this.part("confirm") : this.part("erase"));
  }
}
