/** The time that an answer takes, in words. */
import { speakingSeconds, wordsIn } from "../../writing/text.js";
import { word } from "../../shared/page-words.js";

/** « 50 s », « 2 min », « 1 min 20 s » */
export function timeSpoken(/** @type {number} */ all) {
  const [minutes, seconds] = [Math.floor(all / 60), all % 60];
  const kind = minutes === 0 ? "seconds" : seconds === 0 ? "minutes" : "both";
  return word(`question-list.time-${kind}`, { minutes, seconds });
}

/** « 190 mots, environ 1 min 20 s à voix haute » */
export function lengthSpoken(/** @type {string} */ text, /** @type {number} */ perMinute) {
  const words = wordsIn(text);
  const time = timeSpoken(speakingSeconds(words, perMinute));
  return words === 1
    ? word("question-list.spoken-one", { words, time })
    : word("question-list.spoken-many", { words, time });
}

/** « À reprendre » */
export function levelInWords(/** @type {string} */ level) {
  return word(`question-list.level-${level}`);
}
