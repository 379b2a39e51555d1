import { settings } from "./page-words.js";

/** The mark of what is not simply the article's: addition, reading. */
export function badge(/** @type {string} */ kind) {
  return Object.assign(document.createElement("span"), {
    className: `se-badge se-badge--${kind}`,
    textContent: settings.badges[kind],
  });
}
