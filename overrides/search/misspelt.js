/** Words as people mistype them: a letter wrong, missing, doubled, swapped with its neighbour. */

// Mistakes of the ear and of the hand are lighter than a letter that is simply another one.
const WRONG = 1;
const LIGHT = 0.7;
const DOUBLED = 0.5;
const FIRST = 0.3; // more, for a wrong first letter, of which one is surest
const BY_EAR = 0.4; // more, for a word that only sounds the same, or almost
const SPLIT = 1; // for a space forgotten between two words
const SHORTEST_PART = 3; // letters of one of the two
const COMMON = 0.08; // less, times the logarithm of how often the guide says a word

// Words that differ by more in length, or in the letters that they have, are not looked at.
const MOST_LONGER = 3;
const MOST_OTHERS = 6;

const ALIKE = ["aeiouy", "csz", "ckq", "gj", "mn", "td", "pb", "fv"];
// What French and English write in more than one way.
/** @type {[RegExp, string][]} */
const SOUNDS = [
  [/ph/g, "f"],
  [/gh/g, ""],
  [/t(?=i[aeo])|s?c(?=[eiy])|z/g, "s"],
  [/qu?|c(?!h)/g, "k"],
  [/e?au/g, "o"],
  [/[ae]i/g, "e"],
  [/y/g, "i"],
  [/(?<!c)h/g, ""],
  [/(.)\1/g, "$1"],
  [/(?<=.{4})(?:e?s|[edtx])+$/, ""],
];

const A = "a".charCodeAt(0);
const PAIRS = new Set(
  ALIKE.flatMap((set) => [...set].flatMap((one) => [...set].map((other) => one + other))),
);

/** @typedef {{ places: number[], leads: number[] }} Places where the guide says a word */

/**
 * @template {Places & { word: string, letters?: number, sound?: string }} Term
 * @param {string} word that no place says
 * @param {Map<string, Term>} terms
 * @returns {{ cost: number, terms: Term[] }} the term that was meant, two where a space was forgotten, or
 *   none; and how much is wrong with the word then
 */
export function closest(word, terms) {
  /** @type {{ cost: number, terms: Term[] }} */
  const none = { cost: Infinity, terms: [] };
  if (/\d/.test(word)) return none;
  const limit = mostWrong(word.length);
  const [letters, sound] = [lettersOf(word), soundOf(word)];
  let best = none;
  let bestRank = Infinity;
  const consider = (
    /** @type {number} */ cost,
    /** @type {number} */ rank,
    /** @type {Term[]} */ all,
  ) => {
    if (cost > limit || rank >= bestRank) return;
    best = { cost, terms: all };
    bestRank = rank;
  };
  for (const term of terms.values()) {
    if (Math.abs(term.word.length - word.length) > MOST_LONGER) continue;
    term.letters ??= lettersOf(term.word);
    if (ones(term.letters ^ letters) > MOST_OTHERS) continue;
    const head = (term.word[0] === word[0] ? 0 : FIRST) - timesOf(term);
    const most = Math.min(limit, bestRank - head);
    const cost = distance(word, term.word, most);
    consider(cost, cost + head, [term]);
    if (most < BY_EAR) continue;
    term.sound ??= soundOf(term.word);
    const heard = distance(sound, term.sound, LIGHT) + BY_EAR;
    consider(heard, heard + head, [term]);
  }
  for (let i = SHORTEST_PART; i <= word.length - SHORTEST_PART; i += 1) {
    const parts = [word.slice(0, i), word.slice(i)].flatMap((part) => terms.get(part) ?? []);
    if (parts.length === 2 && parts.every(({ places }) => places.length > 3))
      consider(SPLIT, SPLIT - Math.min(...parts.map(timesOf)), parts);
  }
  return best;
}

/** How much sooner a word is meant that the guide says often. */
function timesOf(/** @type {Places} */ { places, leads }) {
  return COMMON * Math.log(1 + places.length + leads.length);
}

/** How much may be wrong with a word of so many letters. */
function mostWrong(/** @type {number} */ length) {
  if (length < 6) return 1;
  return length < 8 ? 1.5 : 2.2;
}

/** The letters that a word has, one bit for each. */
function lettersOf(/** @type {string} */ word) {
  let letters = 0;
  for (const each of word) letters |= 1 << (each.charCodeAt(0) - A);
  return letters;
}

/** How many bits are set. */
function ones(/** @type {number} */ bits) {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count += 1;
  return count;
}

function soundOf(/** @type {string} */ word) {
  return SOUNDS.reduce((sound, [written, heard]) => sound.replace(written, heard), word);
}

/**
 * The weight of the mistakes that lie between two words, or `Infinity` above a limit (F. J. Damerau, “A
 * technique for computer detection and correction of spelling errors”, 1964).
 * @param {string} typed
 * @param {string} meant
 * @param {number} limit
 */
export function distance(typed, meant, limit) {
  if (Math.abs(typed.length - meant.length) * DOUBLED > limit) return Infinity;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: meant.length + 1 }, (_, j) => j * WRONG);
  let leastBefore = 0;
  for (let i = 1; i <= typed.length; i += 1) {
    const one = typed[i - 1];
    const oneBefore = typed[i - 2];
    const tooMuch = one === oneBefore ? DOUBLED : WRONG;
    const row = [i * WRONG];
    let least = row[0];
    for (let j = 1; j <= meant.length; j += 1) {
      const other = meant[j - 1];
      const otherBefore = meant[j - 2];
      let cost = last[j - 1];
      if (one !== other) cost += PAIRS.has(one + other) ? LIGHT : WRONG;
      cost = Math.min(cost, last[j] + tooMuch);
      cost = Math.min(cost, row[j - 1] + (other === otherBefore ? DOUBLED : WRONG));
      if (one === otherBefore && other === oneBefore) cost = Math.min(cost, before[j - 2] + LIGHT);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (Math.min(least, leastBefore) > limit) return Infinity;
    before = last;
    last = row;
    leastBefore = least;
  }
  return last[meant.length] > limit ? Infinity : last[meant.length];
}
