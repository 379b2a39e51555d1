import { addressesIn } from "../../writing/addresses.js";
import { bodyForEach, buildMessage, mailtoOf } from "../../writing/message.js";
import { store } from "../../file/store.js";
import { copyText } from "../../shared/copy-text.js";
import { answer, leadTo } from "../../shared/bring-into-view.js";
import { givenOf, nameElsewhere } from "../call-script/given.js";
import { KeptElement } from "../../shared/kept-element.js";
import { loadLater } from "../../shared/page-data.js";
import { whenStill } from "../../shared/press.js";
import { showRows } from "../../shared/rows.js";
import { say } from "../../shared/say.js";
import { settings, word } from "../../shared/page-words.js";

/** An e-mail: built from what the reader gives until they edit it, and read over as they type. */
class MessageDraft extends KeptElement {
  static events = ["change", "click", "submit"];
  /** What the reader's answers make, shown as long as they have not written their own. */
  #built = { subject: "", body: "" };
  /** What a message in each other language is written with, once the reader has asked for one. */
  #others = null;
  /** Reads the message over, once there is something of the reader's in it. */
  #review = null;
  #isLoading = false;

  handleEvent(event) {
    const { type, target } = event;
    if (type === "submit") event.preventDefault();
    else if (type === "change" && target.matches("[data-ask]")) {
      const { ask } = target.dataset;
      this.#undoable({ kind: "choice", id: ask }, () => {
        store.current.set("interview", `ask:${ask}`, target.checked ? "1" : null);
      });
    } else if (type === "click" && target.matches("[data-build-again]")) {
      this.#undoable({ kind: "rebuild" }, () => {
        for (const field of [this.#subject, this.#body]) {
          store.current.set("interview", field.dataset.keep, null);
        }
      });
      leadTo(this, this.#body);
    } else if (type === "click" && target.matches("[data-copy-message]"))
      this.#copy(this.#body, word("message-draft.copied"));
    else if (type === "click" && target.matches("[data-copy-subject]")) {
      this.#copy(this.#subject, word("message-draft.copied-subject"));
    } else if (type === "click" && target.matches("[data-copy-for]")) {
      this.#copy(this.#body, word("message-draft.copied"), target.dataset.copyFor);
    }
  }

  #undoable(change, act) {
    store.undoable({ scope: this.dataset.scope, ...change }, act);
  }

  partOf({ id }) {
    return this.querySelector(`[data-ask="${CSS.escape(id)}"]`);
  }

  /** A field that was left empty for the button has its text again once the press is over. */
  async #copy(field, said, text = field.value || this.defaultOf(field)) {
    const isCopied = await copyText(text, field);
    this.#tell(isCopied ? said : word("message-draft.copy-by-hand"));
  }

  #tell(text) {
    answer(this.querySelector("[data-said]"), text);
  }

  get #subject() {
    return this.querySelector("[data-keep^='subject:']");
  }

  get #body() {
    return this.querySelector("[data-keep^='draft:']");
  }

  defaultOf(field) {
    if (field === this.#subject) return this.#built.subject;
    if (field === this.#body) return this.#built.body;
    if (field.matches("[data-language]")) return settings.lang;
    const { name, known } = field.dataset;
    return knownOf(store.current, known) ?? (name === "name" ? nameElsewhere(store.current) : "");
  }

  show() {
    const { current } = store;
    const { interview } = current;
    const lang = this.#languageOf(current);
    for (const part of this.querySelectorAll("[data-first-interview-only]")) {
      part.hidden = interview > 1;
    }
    if (lang !== settings.lang && this.#others === null) {
      this.#loadOthers();
      return;
    }
    const data = lang === settings.lang ? settings : this.#others[lang];
    const { mute_h, unelided, fitting } = data;
    const message = data.messages[this.dataset.message];
    const given = this.#given(current, data.calendar);
    const choices = this.#choices(current);
    const through = current.get("application", "contact-kind") ?? "employer";
    const its = { lang, interview, through, given, choices, muteH: mute_h, unelided, fitting };
    this.#built = buildMessage(message, its);
    const kept = (field) => current.get("interview", field.dataset.keep);
    const subject = kept(this.#subject) ?? this.#built.subject;
    const body = kept(this.#body) ?? this.#built.body;
    for (const field of [this.#subject, this.#body]) field.lang = lang;
    const isOwn = kept(this.#subject) !== null || kept(this.#body) !== null;
    this.querySelector("[data-own]").hidden = !isOwn;
    this.#showMail({ to: given.email ?? "", subject, body });
    this.#showEach(bodyForEach(body, message, its), subject, given.email ?? "");
    this.#showAbout(interview);
    const isTold = this.#told.some((field) => kept(field) !== null);
    if (this.#review === null) {
      if (isOwn || choices.length > 0 || Object.values(given).some(Boolean)) this.#bringReview();
      return;
    }
    this.#review(this, { subject, body }, message, its, {
      rules: data.message_advice,
      isOwn,
      isTold,
    });
  }

  /** What reads the message over comes once there is something to read. */
  async #bringReview() {
    const coming = Promise.all([import("./remarks.js"), loadLater()]);
    const [module] = await coming.catch(() => []);
    if (module === undefined || this.#review !== null) return;
    this.#review = module.showReview;
    whenStill(() => this.refresh());
  }

  /** A backup may name a language that this guide has not. */
  #languageOf(current) {
    const kept = current.get("application", "message-language");
    const isThere = this.querySelector(`[data-language] > [value="${CSS.escape(kept ?? "")}"]`);
    return isThere ? kept : settings.lang;
  }

  async #loadOthers() {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const response = await fetch(this.dataset.others);
      if (!response.ok) throw new Error(`${response.status} for ${this.dataset.others}`);
      this.#others = await response.json();
      whenStill(() => this.refresh());
    } catch {
      this.#tell(word("message-draft.not-loaded"));
    } finally {
      this.#isLoading = false;
    }
  }

  /** @returns {Record<string, string>} what the reader gave, or what their file knows already */
  #given(application, calendar) {
    const given = givenOf(application, calendar);
    for (const field of this.querySelectorAll("[data-name]")) {
      const { name, per, keep } = field.dataset;
      given[name] = application.get(per, keep) ?? this.defaultOf(field);
    }
    return given;
  }

  /** What is told of this interview alone. */
  get #told() {
    return [...this.querySelectorAll("[data-name][data-per=interview]")];
  }

  #choices(application) {
    const boxes = [...this.querySelectorAll("[data-ask]")];
    for (const box of boxes) {
      box.checked = application.get("interview", `ask:${box.dataset.ask}`) !== null;
    }
    return boxes.filter((box) => box.checked).map((box) => box.dataset.ask);
  }

  #showMail(parts) {
    const link = this.querySelector("[data-mail]");
    const address = mailtoOf(parts);
    if (link.getAttribute("href") !== address) link.setAttribute("href", address);
    const cut = this.querySelector("[data-cut]");
    cut.hidden = address.length <= Number(cut.dataset.cut);
    say(this.querySelector("[data-recipients]"), this.#recipientsInWords(parts.to.trim()));
  }

  /** The message for each of several people; of as many addresses, each has its own. */
  #showEach(bodies, subject, typed) {
    const list = this.querySelector("[data-each]");
    const addresses = addressesIn(typed);
    const row = this.querySelector("template").content.firstElementChild;
    const people = bodies.map(({ to }) => to);
    showRows(list, people, () => row.cloneNode(true));
    for (const [i, { to, body }] of bodies.entries()) {
      const [who, copy, mail] = list.children[i].children;
      say(who, to);
      copy.dataset.copyFor = body;
      const own = addresses.length === bodies.length ? addresses[i] : "";
      mail.setAttribute("href", mailtoOf({ to: own, subject, body }));
    }
    list.hidden = people.length === 0;
  }

  /** Whom the message goes to, where that is not what was typed; nothing while it is being typed. */
  #recipientsInWords(typed) {
    if (typed === "" || document.activeElement === this.querySelector("[data-name=email]"))
      return "";
    const addresses = addressesIn(typed).join(", ");
    if (addresses === "") return word("message-draft.no-address");
    return addresses === typed ? "" : word("message-draft.recipients", { addresses });
  }

  #showAbout(interview) {
    const name = ["first", "second"][interview - 1] ?? "third";
    const text = interview === null ? "" : word(`message-draft.interview-${name}`);
    say(this.querySelector("[data-interview]"), text);
  }
}

/** @returns {string | null} what the file knows of the person to write to */
function knownOf(application, field) {
  return field ? application.get("application", field) : null;
}

customElements.define("message-draft", MessageDraft);
