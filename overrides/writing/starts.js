/** What stands at the beginning of what was given, and in the sentence already. */

/** @returns {string} a text without the beginnings that the sentence says already; never nothing */
export function withoutStarts(/** @type {string} */ text, /** @type {string[]} */ starts) {
  const rest = withoutStart(text, starts);
  return rest === text ? text : withoutStarts(rest, starts); // « RDV le 9 », « oui, il me faut … »
}

/** @returns {string} a text without the first of some beginnings that it has; a whole text is none */
export function withoutStart(/** @type {string} */ text, /** @type {string[]} */ starts) {
  const low = text.toLowerCase();
  for (const start of starts) {
    for (const [said, left] of waysOf(start)) {
      if (low.startsWith(said)) return left + text.slice(said.length).trim();
    }
  }
  return text;
}

/** « à propos de » as it stands, or in « à propos du budget »; and what is left of its article. */
function waysOf(/** @type {string} */ start) {
  const before = start.replace(/ de$/, " d");
  const whole = start.endsWith("’") ? start : `${start} `;
  const contracted = [
    ["u ", "le "],
    ["es ", "les "],
    ["’", ""],
  ].map(([end, left]) => [before + end, left]);
  return before === start ? [[whole, ""]] : [[whole, ""], ...contracted];
}

/** A list of the data as words are compared with it, made once. @type {WeakMap<string[], Set<string>>} */
const PLAIN = new WeakMap();

/** @returns {Set<string>} words in lower case without accents */
export function plainly(/** @type {string[]} */ words) {
  const known = PLAIN.get(words) ?? new Set(words.map(plain));
  PLAIN.set(words, known);
  return known;
}

/** Lower case without accents. */
export function plain(/** @type {string} */ text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
