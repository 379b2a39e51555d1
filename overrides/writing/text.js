/** The words of a text: how many they are, how long they take to say, which are looked for. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'‑-][\p{L}\p{M}\p{N}]+)*/gu;

/** How many words a text has; « l’entretien » is one, as word processors count. */
export function wordsIn(/** @type {string} */ text) {
  return (text.normalize().match(WORD) ?? []).length;
}

/** @returns {number} seconds, in tens: more would only seem exact; 0 when there is nothing to say */
export function speakingSeconds(/** @type {number} */ words, /** @type {number} */ perMinute) {
  return words === 0 ? 0 : Math.max(10, Math.round((words * 6) / perMinute) * 10);
}

/** Without accents, capitals, ligatures, and differences between signs that look the same. */
export function folded(/** @type {string} */ text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a folded text has each word of a query, or what begins, ends or is in the middle of one. */
export function hasWords(/** @type {string} */ foldedText, /** @type {string} */ query) {
  return folded(query)
    .split(" ")
    .every((word) => foldedText.includes(word));
}
