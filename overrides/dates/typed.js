/**
 * What people type, made plain before it is read.
 * @typedef {string[]} Words
 * @typedef {Record<string, number>} Numbers
 * @typedef {{
 *   months: Words[], weekdays: Words[], relative_days: Numbers, last: Words, next: Words, this: Words,
 *   beside_dates: Words, ordinals: Words, numbers: Numbers, clock: Record<string, string>,
 *   minutes: Numbers, morning: Words, afternoon: Words, hours: Words, beside_times: Words,
 * }} Names the words of docs/data/language.yml, of every language, since readers mix them
 */

/** Without invisible marks, with one kind of digit, dash and space; a line end stays one. */
export function inAscii(/** @type {string} */ typed) {
  return typed
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{DI}]/gu, "")
    .replace(/[\t\r\n\v\f\u2028\u2029]+/g, "\n")
    .replace(/[^\S\n]/g, " ")
    .replace(/\p{Nd}/gu, digit)
    .replace(/[\p{Pd}−⁃˗]/gu, "-");
}

/** That, in lower case without accents or outer punctuation. */
export function plain(/** @type {string} */ typed) {
  return inAscii(typed)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .toLowerCase()
    .replace(/[∕⁄\\]/g, "/")
    .replace(/[·•∙]/g, ".")
    .replace(/∶/g, ":")
    .replace(/°/g, "o")
    .replace(/['’‘ʼ`´′]/g, " ")
    .replace(/([a-z])-(?=[a-z])/g, "$1 ")
    .replace(/["«»“”„()[\]]/g, " ")
    .replace(/ +/g, " ")
    .replace(/^ | ?[.,;:!?]+ ?$| $/g, "");
}

/** The figure of a digit of any script: Unicode has each script's ten in a row. */
function digit(/** @type {string} */ sign) {
  if (sign <= "9") return sign;
  const code = /** @type {number} */ (sign.codePointAt(0));
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

/** Words apart from the figures they are glued to. */
export function apart(/** @type {string} */ text) {
  return text.replace(/(\d)(?=[a-z])/g, "$1 ").replace(/([a-z])(?=\d)/g, "$1 ");
}

/** Numbers in words as figures: « dix » is 10. */
export function inFigures(/** @type {string} */ text, /** @type {Numbers} */ numbers) {
  return text.replace(/[a-z]+/g, (word) =>
    Object.hasOwn(numbers, word) ? String(numbers[word]) : word,
  );
}

/** @type {WeakMap<Names, Names>} */
const PLAIN = new WeakMap();

/** The words of docs/data/language.yml made plain too, once. */
export function plainNames(/** @type {Names} */ names) {
  const known = PLAIN.get(names);
  if (known !== undefined) return known;
  const lists = Object.entries(names).map(([list, words]) => [list, plainWords(words)]);
  /** @type {Names} */
  const made = Object.fromEntries(lists);
  PLAIN.set(names, made);
  return made;
}

/**
 * @typedef {string | number | WordsOf[] | { [word: string]: WordsOf }} WordsOf one word, a list of
 *   words, or words that stand for something
 * @returns {WordsOf}
 */
function plainWords(/** @type {WordsOf} */ words) {
  if (typeof words === "string") return plain(words);
  if (Array.isArray(words)) return words.map(plainWords);
  if (typeof words !== "object") return words;
  const entries = Object.entries(words);
  return Object.fromEntries(entries.map(([word, value]) => [plain(word), plainWords(value)]));
}

/**
 * A whole number, alone or with its unit: « 10 », « dix jours ».
 * @param {string} typed
 * @param {Words} units what it may count, the longest name first
 * @param {Names} names
 * @returns {number | null}
 */
export function parseNumber(typed, units, names) {
  const { numbers } = plainNames(names);
  const text = apart(plain(typed));
  const unit = units.map(plain).find((each) => text.endsWith(` ${each}`)) ?? "";
  const number = inFigures(text.slice(0, text.length - unit.length).trim(), numbers);
  return /^\d{1,6}$/.test(number) ? Number(number) : null;
}
