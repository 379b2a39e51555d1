import { SHARED_MINUTES, store } from "../../file/store.js";
import { copyText } from "../../shared/copy-text.js";
import { downloadBackup } from "../../shared/take-away.js";
import { KeptElement } from "../../shared/kept-element.js";
import { say } from "../../shared/say.js";
import { ask } from "./guard.js";
import { word } from "../../shared/page-words.js";

const MOST_LETTERS = 40;
const GAP = 8; // pixels between the box and what it must not cover
const MOVING = ["focusin", "scroll", "resize"];

/**
 * Says what endangers the candidate's file, and offers a copy of it; nothing when all is well. While
 * something is not kept it stands over the page, where the reader types, and leaving the page asks.
 */
class KeepNotice extends KeptElement {
  static events = ["click"];
  static isOfAll = true;
  static isAbove = true;

  connectedCallback() {
    super.connectedCallback();
    for (const type of MOVING) window.addEventListener(type, this.#place, { passive: true });
    window.visualViewport.addEventListener("resize", this.#place);
  }

  disconnectedCallback() {
    for (const type of MOVING) window.removeEventListener(type, this.#place);
    window.visualViewport.removeEventListener("resize", this.#place);
    super.disconnectedCallback();
  }

  handleEvent({ target }) {
    if (target.matches("[data-download]")) {
      downloadBackup();
      this.#taken();
    } else if (target.matches("[data-copy-unsaved]")) this.#copy();
    else if (target.matches("[data-reload]")) {
      window.removeEventListener("beforeunload", ask);
      location.reload();
    } else if (target.matches("[data-joined]")) store.noteJoined(null);
  }

  async #copy() {
    const isCopied = await copyText(store.unsaved.join("\n\n"), this.#part("unsaved-text"));
    this.#part("unsaved-by-hand").hidden = isCopied;
    say(this.#part("unsaved-said"), isCopied ? word("keep-notice.copied") : "");
    this.#taken();
  }

  /** Once the reader has a copy, the page may be reloaded. */
  #taken() {
    this.#part("reload").hidden = store.state !== "newer";
    this.#place();
  }

  #part(name) {
    return this.querySelector(`[data-${name}]`);
  }

  show() {
    const isUnsaved = store.hasUnsaved;
    const kind = dangerNow();
    this.#stand(isUnsaved);
    say(this.#part("text"), kind === null ? "" : textOf(kind, isUnsaved));
    this.hidden = kind === null;
    this.dataset.kind = kind ?? "";
    this.#part("copy-unsaved").hidden = store.unsaved.length === 0;
    this.#part("download").hidden = kind === "installed" || kind === "joined";
    if (kind !== "newer" || !isUnsaved) this.#part("reload").hidden = kind !== "newer";
    this.#part("file-link").hidden = kind === "joined";
    this.#part("joined").hidden = kind !== "joined";
    this.#place();
  }

  /** Over the page it leaves its room as it was: nothing may move under the reader's hands. */
  #stand(isOver) {
    if (this.hasAttribute("data-over") === isOver) return;
    if (isOver) {
      const { height } = this.getBoundingClientRect();
      const margin = height && Number.parseFloat(getComputedStyle(this).marginBottom);
      this.style.height = `${height + margin}px`;
      this.#part("reload").hidden = true;
    } else {
      this.style.height = "";
      this.#part("unsaved-by-hand").hidden = true;
      say(this.#part("unsaved-said"), "");
    }
    this.toggleAttribute("data-over", isOver);
  }

  /** Below the header, unless what has the focus is there: then above what covers the window's foot. */
  #place = () => {
    if (!this.hasAttribute("data-over")) return;
    const box = this.#part("box").getBoundingClientRect();
    const header = document.querySelector("header").getBoundingClientRect();
    const { offsetTop, height } = window.visualViewport;
    const [above, below] = [Math.max(header.bottom, offsetTop) + GAP, offsetTop + height - GAP];
    // Not what is pressed: it would move under the pointer.
    const focused = document.querySelector(":focus-visible");
    const { top, bottom } = focused?.getBoundingClientRect() ?? {};
    const isUnder = (start) => top < start + box.height && bottom > start;
    const isOutside = focused !== null && !this.contains(focused);
    const isBelow = isOutside && isUnder(above) && !isUnder(below - box.height);
    this.style.setProperty("--se-notice-top", `${isBelow ? below - box.height : above}px`);
  };
}

/** @returns {string | null} the name of what endangers the file */
function dangerNow() {
  const { state } = store;
  if (state !== "kept" && (state !== "shared" || store.joined.length === 0)) return state;
  if (store.setAside.size > 0) return "aside";
  if (store.joined.length > 0) return "joined";
  // An installed copy has a storage of its own on some systems, and begins with nothing.
  const isInstalled = window.matchMedia("(display-mode: standalone)").matches;
  return isInstalled && store.isEmpty ? "installed" : null;
}

function textOf(kind, isUnsaved) {
  if (isUnsaved) return word(`keep-notice.unsaved-${kind}`);
  const texts = store.joined.map((text) => word("keep-notice.joined-text", { text: begun(text) }));
  return word(`keep-notice.notice-${kind}`, {
    minutes: SHARED_MINUTES,
    count: store.setAside.size,
    texts: texts.join(", "),
  });
}

function begun(text) {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line;
}

customElements.define("keep-notice", KeepNotice);
