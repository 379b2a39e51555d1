/** How long a text takes to say. */

/** « l’entreprise » is one word, a dash or a bullet is none. */
export function wordsIn(/** @type {string} */ text) {
  return text.split(/\s+/).filter((each) => /[\p{L}\p{N}]/u.test(each)).length;
}

/** @returns {number} seconds, in tens: more would only seem exact; 0 when there is nothing to say */
export function speakingSeconds(/** @type {number} */ words, /** @type {number} */ perMinute) {
  return words === 0 ? 0 : Math.max(10, Math.round((words * 6) / perMinute) * 10);
}
