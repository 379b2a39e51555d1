/** The sentences of the call, wherever they stand, with what is known of an application. */
import { sentenceOf } from "../../lib/message.js";
import { say } from "../say.js";
import { givenOf } from "./given.js";

/** The sentences as the build wrote them, with blanks to fill by hand. @type {WeakMap<Element, string>} */
const BLANK = new WeakMap();

/** @param {import("../../lib/store.js").Application | null} application null leaves blanks to fill */
export function showLines(/** @type {Element} */ root, application, { lang, calendar, mute_h }) {
  const given = application && givenOf(application, calendar);
  for (const line of root.querySelectorAll("[data-say]")) {
    if (!BLANK.has(line)) BLANK.set(line, line.textContent);
    const ways = JSON.parse(line.dataset.say).map((text) => ({ [lang]: text }));
    say(line, given ? sentenceOf(ways, { lang, given, muteH: mute_h }) : BLANK.get(line));
  }
}
