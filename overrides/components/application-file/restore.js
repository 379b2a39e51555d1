/** A backup brought back: checked, shown, and taken in only once the reader accepts it. */
import { applicationsIn, difference, merged, readBackup } from "../../file/backup.js";
import { store } from "../../file/store.js";
import { bringIntoView, leadTo } from "../../shared/bring-into-view.js";
import { say } from "../../shared/say.js";
import { inWords, settings, word } from "../../shared/page-words.js";

const SCOPE = "restore";
const LARGEST_FILE = 20_000_000; // octets: not even read beyond it

export class Restore {
  /** @type {import("../../file/backup.js").Entries | null} */
  #found = null;
  #joined = [];

  constructor(/** @type {HTMLElement} */ section) {
    this.section = section;
    section.dataset.scope = SCOPE;
    this.form = section.querySelector("form");
  }

  show() {
    if (this.#found) this.#showPreview();
  }

  async submit() {
    const [file] = this.form.elements.file.files;
    const text = file ? await textOf(file) : this.form.elements.pasted.value;
    const backup = text === null ? { problem: "unreadable" } : readBackup(text, settings.register);
    const error = this.#part("error");
    error.hidden = !backup.problem;
    this.#part("preview").hidden = true;
    this.#found = backup.entries ?? null;
    this.#joined = backup.joined ?? [];
    if (backup.problem) {
      error.textContent = word(`application-file.problem-${backup.problem}`);
      bringIntoView(error);
      return;
    }
    this.#part("found").textContent = backup.saved
      ? word("application-file.found-saved", { day: inWords(backup.saved.slice(0, 10)) })
      : word("application-file.found");
    this.#say(
      "dropped",
      backup.dropped > 0 ? word("application-file.dropped", { number: backup.dropped }) : "",
    );
    this.#say("doubt", backup.doubt === null ? "" : word(`application-file.doubt-${backup.doubt}`));
    this.#say(
      "joined",
      this.#joined.length > 0
        ? word("application-file.joined", { number: this.#joined.length })
        : "",
    );
    this.#showPreview();
    this.#part("preview").hidden = false;
    leadTo(this.#part("preview"));
  }

  change(target) {
    if (target.name === "file") this.form.elements.pasted.value = "";
    if (target.name === "pasted" && target.value) this.form.elements.file.value = "";
  }

  click(target) {
    if (target.matches("[data-accept]")) this.#accept();
    else if (target.matches("[data-refuse]")) {
      this.#end(word("application-file.refused"));
    } else if (target.matches("[data-undo], [data-redo]")) {
      const isUndone = target.matches("[data-undo]");
      say(this.#part("said"), isUndone ? "" : word("application-file.restored"));
    }
  }

  #accept() {
    const how = this.section.querySelector("[name=how]:checked").value;
    const entries = how === "merge" ? merged(store.entries, this.#found) : this.#found;
    store.undoable({ scope: SCOPE, kind: "restore" }, () => store.replace(entries));
    store.noteJoined(this.#joined);
    this.#end(word("application-file.restored"));
  }

  #say(part, text) {
    const line = this.#part(part);
    line.hidden = text === "";
    line.textContent = text;
  }

  #end(text) {
    this.#found = null;
    this.form.reset();
    this.#part("preview").hidden = true;
    say(this.#part("said"), text);
    leadTo(this.section, this.#part("said"));
  }

  #showPreview() {
    const here = store.entries;
    const names = applicationsIn(this.#found).map((id) => {
      const field = (name) => this.#found.get(`${id}:${name}`);
      const name = [field("company"), field("job")].filter(Boolean).join(" – ");
      const number = [...this.#found.keys()].filter((key) => key.startsWith(`${id}:`)).length;
      return word("application-file.found-application", {
        name: name || word("application-bar.only"),
        number,
      });
    });
    this.#part("applications").replaceChildren(
      ...names.map((textContent) => Object.assign(document.createElement("li"), { textContent })),
    );
    const merge = difference(here, merged(here, this.#found));
    const replace = difference(here, this.#found);
    this.#part("merge").textContent = word("application-file.merge-what", merge);
    this.#part("replace").textContent = word("application-file.replace-what", replace);
  }

  #part(name) {
    return this.section.querySelector(`[data-${name}]`);
  }
}

/** @returns {Promise<string | null>} null when the browser cannot read it as UTF-8 text */
async function textOf(/** @type {File} */ file) {
  if (file.size > LARGEST_FILE) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
