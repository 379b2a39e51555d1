/** The sentences of the call, wherever they stand, with what is known of an application. */
import { sentenceOf } from "../../writing/message.js";
import { say } from "../../shared/say.js";
import { givenOf } from "./given.js";

/** The sentences as the build wrote them, with blanks to fill by hand. @type {WeakMap<Element, string>} */
const BLANK = new WeakMap();

/** @param {import("../../file/application.js").Application | null} application null leaves blanks to fill */
export function showLines(/** @type {Element} */ root, application, settings) {
  const { lang, mute_h, unelided, fitting } = settings;
  const given = application && givenOf(application, settings.calendar);
  const its = { lang, given, muteH: mute_h, unelided, fitting };
  const through = application?.get("application", "contact-kind") ?? "employer";
  for (const line of root.querySelectorAll("[data-say]")) {
    line.hidden = ![undefined, through].includes(line.dataset.through);
    if (!BLANK.has(line)) BLANK.set(line, line.textContent);
    const ways = JSON.parse(line.dataset.say).map((text) => ({ [lang]: text }));
    say(line, given ? sentenceOf(ways, its) : BLANK.get(line));
  }
}
