/** Whether a text has the words that someone looks for, whatever the accents and capitals. */

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
