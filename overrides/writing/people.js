const BETWEEN = /\s*[,;&\n]\s*|\s+(?:et|and)\s+/;
const NAME = /^\p{Lu}/u;

/**
 * @returns {string[]} each of several people: « Madame Renard et Monsieur Petit »; none for one person,
 *   nor where a part is no name by itself: « Monsieur et Madame Petit », « Camille Renard, directrice »
 */
export function peopleIn(/** @type {string} */ typed) {
  const names = typed.trim().split(BETWEEN);
  const haveTwoWords = names.map((each) => each.includes(" "));
  const areAlike = new Set(haveTwoWords).size === 1;
  return names.length > 1 && areAlike && names.every((each) => NAME.test(each)) ? names : [];
}
