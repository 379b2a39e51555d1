/** Words as people mistype them: a letter wrong, missing, doubled, swapped with its neighbour. */

// Mistakes of the ear and of the hand are lighter than a letter that is simply another one.
const WRONG = 1;
const LIGHT = 0.7;
const DOUBLED = 0.5;
const FIRST = 0.3; // more, for the letter one is surest of
const SPLIT = 1; // a space forgotten between two words
// How much sooner a word is meant that the guide says often.
const COMMON = 0.08;
const SHORTEST_PART = 3;

const ALIKE = ["aeiouy", "csz", "ckq", "gj", "mn", "td", "pb", "fv"];
const isAlike = (one, other) => ALIKE.some((set) => set.includes(one) && set.includes(other));

/** How much may be wrong with a word of so many letters. */
function most(/** @type {number} */ length) {
  if (length < 6) return 1;
  return length < 8 ? 1.5 : 2.2;
}

/**
 * @template {{ word: string, places: number[] }} T
 * @param {string} word that no place says
 * @param {Map<string, T>} terms
 * @returns {T[]} the term that was meant, two where a space was forgotten, or none
 */
export function closest(word, terms) {
  if (/\d/.test(word)) return [];
  const limit = most(word.length);
  let best = { cost: limit, rank: Infinity, terms: [] };
  const consider = (cost, all, places) => {
    const rank = cost - COMMON * Math.log(1 + places);
    if (cost <= limit && rank < best.rank) best = { cost, rank, terms: all };
  };
  for (const term of terms.values()) {
    if (Math.abs(term.word.length - word.length) > 2 || /\d/.test(term.word)) continue;
    consider(distance(word, term.word, limit), [term], term.places.length + term.leads.length);
  }
  for (let i = SHORTEST_PART; i <= word.length - SHORTEST_PART; i += 1) {
    const parts = [terms.get(word.slice(0, i)), terms.get(word.slice(i))];
    if (parts.every(Boolean)) consider(SPLIT, parts, Math.min(...parts.map((p) => p.places.length)));
  }
  return best.terms;
}

/**
 * The weight of the mistakes that lie between two words, or `Infinity` above a limit (the distance of
 * F. J. Damerau, “A technique for computer detection and correction of spelling errors”, 1964).
 * @param {string} typed
 * @param {string} meant
 * @param {number} limit
 */
export function distance(typed, meant, limit) {
  let [before, last] = [[], []];
  for (let j = 0; j <= meant.length; j += 1) last.push(j * WRONG);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i * WRONG];
    let least = row[0];
    for (let j = 1; j <= meant.length; j += 1) {
      const [one, other] = [typed[i - 1], meant[j - 1]];
      const first = i === 1 && j === 1 ? FIRST : 0;
      let cost = last[j - 1];
      if (one !== other) {
        cost = Math.min(
          cost + first + (isAlike(one, other) ? LIGHT : WRONG),
          last[j] + (one === typed[i - 2] ? DOUBLED : WRONG),
          row[j - 1] + (other === meant[j - 2] ? DOUBLED : WRONG),
        );
        if (one === meant[j - 2] && other === typed[i - 2]) {
          cost = Math.min(cost, before[j - 2] + LIGHT);
        }
      } else {
        cost = Math.min(cost, last[j] + (one === typed[i-2] ? DOUBLED : WRONG), row[j-1] + (other === meant[j-2] ? DOUBLED : WRONG));
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return Infinity;
    [before, last] = [last, row];
  }
  const cost = last.at(-1);
  return cost > limit ? Infinity : cost;
}
