import { KeptElement } from "./kept-element.js";
import { whenStill } from "./press.js";

/** A kept element that looks at today again: when the page becomes visible, and at midnight. */
export class DatedElement extends KeptElement {
  /** @type {number | undefined} */
  #midnight;
  #lookAgain = () => {
    clearTimeout(this.#midnight);
    this.#midnight = setTimeout(this.#lookAgain, untilMidnight(new Date()));
    whenStill(() => this.show());
  };

  connectedCallback() {
    // A phone wakes up on another day than it went to sleep.
    document.addEventListener("visibilitychange", this.#lookAgain);
    this.#midnight = setTimeout(this.#lookAgain, untilMidnight(new Date()));
    super.connectedCallback();
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.#lookAgain);
    clearTimeout(this.#midnight);
    super.disconnectedCallback();
  }
}

/** Milliseconds to the reader's next day, on nights when clocks change too. */
function untilMidnight(/** @type {Date} */ now) {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return midnight.getTime() - now.getTime();
}
