/** The backup: a download, or a text to copy; and what is known of the last one. */
import { backupText } from "../../file/backup.js";
import { civilDateOf } from "../../dates/dates.js";
import { store } from "../../file/store.js";
import { copyText } from "../../shared/copy-text.js";
import { backupToPaste, downloadBackup } from "../../shared/take-away.js";
import { answer, bringIntoView } from "../../shared/bring-into-view.js";
import { say } from "../../shared/say.js";
import { copies } from "../keep-health/keep-health.js";
import { inWords, word } from "../../shared/page-words.js";

export class Backup {
  constructor(/** @type {HTMLElement} */ section) {
    this.section = section;
  }

  show() {
    const { entries } = store;
    const octets = new TextEncoder().encode(backupText(entries, new Date(0))).length;
    const kilobytes = Math.max(1, Math.round(octets / 1000));
    const facts = word("application-file.facts", { entries: entries.size, kilobytes });
    say(this.#part("facts"), `${facts} · ${copies()}`);
    for (const name of ["download", "copy"]) this.#part(name).disabled = entries.size === 0;
  }

  async click(target) {
    if (target.matches("[data-download]")) {
      const file = downloadBackup();
      answer(this.#part("said"), word("application-file.downloaded", { file }));
    } else if (target.matches("[data-copy]")) {
      const title = word("application-file.pasted", { day: inWords(civilDateOf(new Date())) });
      const text = `${title}\n\n${backupToPaste()}\n`;
      const isCopied = await copyText(text, this.#part("copied"));
      this.#part("by-hand").hidden = isCopied;
      if (isCopied) answer(this.#part("said"), word("application-file.copied"));
      else bringIntoView(this.#part("by-hand"));
    }
  }

  #part(name) {
    return this.section.querySelector(`[data-${name}]`);
  }
}
