import { addressesIn } from "../../writing/addresses.js";
import { adviceOn, buildMessage, mailtoOf } from "../../writing/message.js";
import { heldByMessage } from "../../writing/held.js";
import { store } from "../../file/store.js";
import { copyText } from "../../shared/copy-text.js";
import { answer, leadTo } from "../../shared/bring-into-view.js";
import { givenOf, nameElsewhere } from "../call-script/given.js";
import { KeptElement } from "../../shared/kept-element.js";
import { whenStill } from "../../shared/press.js";
import { say } from "../../shared/say.js";
import { settings, word } from "../../shared/page-words.js";

/** An e-mail: built from what the reader gives until they edit it, and read over as they type. */
class MessageDraft extends KeptElement {
  static events = ["change", "click", "submit"];
  /** What the reader's answers make, shown as long as they have not written their own. */
  #built = { subject: "", body: "" };
  /** What a message in the other language is written with, once the reader has asked for it. */
  #other = null;
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
    }
  }

  #undoable(change, act) {
    store.undoable({ scope: this.dataset.scope, ...change }, act);
  }

  partOf({ id }) {
    return this.querySelector(`[data-ask="${CSS.escape(id)}"]`);
  }

  /** A field that was left empty for the button has its text again once the press is over. */
  async #copy(field, said) {
    const isCopied = await copyText(field.value || this.defaultOf(field), field);
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
    const lang = current.get("application", "message-language") ?? settings.lang;
    for (const part of this.querySelectorAll("[data-first-interview-only]")) {
      part.hidden = interview > 1;
    }
    const data = lang === settings.lang ? settings : this.#other;
    if (data === null) {
      this.#loadOther();
      return;
    }
    const { mute_h, unelided, fitting, message_advice } = data;
    const message = data.messages[this.dataset.message];
    const given = this.#given(current, data.calendar);
    const choices = this.#choices(current);
    const its = { lang, interview, given, choices, muteH: mute_h, unelided, fitting };
    this.#built = buildMessage(message, its);
    const kept = (field) => current.get("interview", field.dataset.keep);
    const subject = kept(this.#subject) ?? this.#built.subject;
    const body = kept(this.#body) ?? this.#built.body;
    for (const field of [this.#subject, this.#body]) field.lang = lang;
    const isOwn = kept(this.#subject) !== null || kept(this.#body) !== null;
    this.querySelector("[data-own]").hidden = !isOwn;
    this.#showMail({ to: given.email ?? "", subject, body });
    const advice = adviceOn(body, message, its, message_advice);
    this.#showAdvice(advice);
    const isBegun = isOwn || this.#told.some((field) => kept(field) !== null);
    this.#showHeld(isBegun ? heldByMessage(advice, message, message_advice) : []);
    this.#showAbout(interview);
  }

  async #loadOther() {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const response = await fetch(this.dataset.other);
      if (!response.ok) throw new Error(`${response.status} for ${this.dataset.other}`);
      this.#other = await response.json();
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
    const asked = boxes.filter((box) => box.checked).map((box) => box.dataset.ask);
    return asked.includes("decided") ? asked : [...asked, "undecided"];
  }

  #showMail(parts) {
    const link = this.querySelector("[data-mail]");
    const address = mailtoOf(parts);
    if (link.getAttribute("href") !== address) link.setAttribute("href", address);
    this.querySelector("[data-cut]").hidden = address.length <= settings.message_advice.mailto.most;
    say(this.querySelector("[data-recipients]"), this.#recipientsInWords(parts.to.trim()));
  }

  /** Whom the message goes to, where that is not what was typed; nothing while it is being typed. */
  #recipientsInWords(typed) {
    if (typed === "" || document.activeElement === this.querySelector("[data-name=email]"))
      return "";
    const addresses = addressesIn(typed).join(", ");
    if (addresses === "") return word("message-draft.no-address");
    return addresses === typed ? "" : word("message-draft.recipients", { addresses });
  }

  #showAdvice(advice) {
    const { words, seconds, elements } = advice;
    say(this.querySelector("[data-length]"), word("message-draft.length", { words, seconds }));
    const states = new Map(elements.map(({ id, state }) => [id, state]));
    for (const line of this.querySelectorAll("[data-element]")) {
      const state = states.get(line.dataset.element);
      line.hidden = state === undefined;
      if (state === undefined) continue;
      line.dataset.is = state;
      say(line.querySelector("[data-state]"), word(`message-draft.state-${state}`));
    }
    const remarks = [...this.#remarksOn(advice), ...this.#remarksOnElements(elements)];
    const list = this.querySelector("[data-remarks]");
    list.replaceChildren(
      ...remarks.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
    );
    list.hidden = remarks.length === 0;
    const verdict = ["none", "one"][remarks.length] ?? "many";
    const number = remarks.length;
    say(this.querySelector("[data-verdict]"), word(`message-draft.verdict-${verdict}`, { number }));
  }

  /** Tell the list beside what the message holds, once something in it is the reader's. */
  #showHeld(held) {
    for (const list of document.querySelectorAll("check-list[data-per=interview]")) {
      Object.assign(list.dataset, { heldIn: word("message-draft.held"), held: held.join(" ") });
    }
  }

  #remarksOn(advice) {
    const { length, longSentences, vague, familiar, informal } = advice;
    const { hasGreeting, hasClosing, exclaims } = advice;
    const { words, exclamations } = settings.message_advice;
    const remark = (isDue, name, values = {}) =>
      isDue ? [word(`message-draft.remark-${name}`, values)] : [];
    return [
      ...remark(!hasGreeting, "greeting"),
      ...remark(length === "long", "long", { most: words.most }),
      ...remark(length === "short", "short", { least: words.least }),
      ...longSentences.flatMap((sentence) => remark(true, "sentence", sentence)),
      ...remark(vague.length > 0, "vague", { words: vague.join(", ") }),
      ...remark(familiar.length > 0, "familiar", { words: familiar.join(", ") }),
      ...remark(informal.length > 0, "informal", { words: informal.join(", ") }),
      ...remark(exclaims, "exclaims", { most: exclamations.most }),
      ...remark(!hasClosing, "closing"),
    ];
  }

  #remarksOnElements(elements) {
    return elements.flatMap(({ id, state }) => {
      const { label } = this.querySelector(`[data-element="${id}"]`).dataset;
      if (state === "missing") return [word("message-draft.remark-missing", { label })];
      return state === "unwanted" ? [word("message-draft.remark-unwanted")] : [];
    });
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
