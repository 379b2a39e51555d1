/**
 * Words as people type them: without accents or endings, in French and in English. Endings are cut
 * as light stemmers do (J. Savoy, “Light stemming approaches for the French, Portuguese, German and
 * Hungarian languages”, 2006; M. F. Porter, “An algorithm for suffix stripping”, 1980), and those of
 * French verbs too: a stem need not be a word, only the same for all forms of one.
 */
export const WORD = /[a-z0-9ß-öø-ÿœ]+(?:[-‑][a-z0-9ß-öø-ÿœ]+)*/g;

// « 24h » is 24 and a unit.
const BETWEEN_PARTS = /[-‑]|(?<=\d)(?=[a-z])/;

/** Words that say nothing of what is looked for, without accents. */
const EMPTY = {
  fr: words(
    "a ai au aux avec avez avoir avons c ce cela ces cet cette comme d dans de des du elle elles en es est et etes etre eu eux faut il ils j je jusqu l la le les leur leurs lorsqu lui m ma mais me meme mes moi mon n ne nos notre nous on ont ou par pas peut peux plus pour puis puisqu qu que quel quelle quelles quels qui quoi s sa se ses si son sont suis sur t ta te tes toi ton tu un une vais vos votre vous y",
  ),
  en: words(
    "a about am an and any are as at be been but by can could d did do does for from had has have he her him his how i if in into is it its ll m me must my no not of on or our re s shall she should so some t than that the their them then there these they this to too us ve was we were what when where which who will with would you your",
  ),
};

const PLURAL = { fr: /[sx]$/, en: /(?:(?<=ss|sh|ch|x)e|(?<![su]))s$/ };

// The shortest stem that is left, then the ending: the longest one that leaves it.
const ENDINGS = {
  fr: [
    /^(.{3,}?)(?:[ei]r(?:ai|ait|aient|a|on|ont|ion|iez|ez)?|iss(?:ai|ait|aient|ant|ent|on|ion|iez|ez)|e?(?:aient|ait|ant|ai|a|(?<!i)on)|iez|ez|ee|e)$/,
    /^(.{4,}?)(?:iss?ement|ement|ment|ations?|ateur|atric|ativ|at|ionnel|ionnell|ionn|ion|anc|eus|eu|eur|iqu|ist|ism|abilit|ibilit|it|abl|ibl|ag|if|iv|al)$/,
    /^(.{5,}?)(?:ent|enc)$/,
  ],
  en: [
    /^(.*[aeiouy].*?)(?:ing|ed)$/,
    /^(..+)e$/,
    /^(.{4,}?)(?:i[sz]ation|cation|ation|[st]or|ition|ment|ness|ful|[ae]nc|[ae]nt|[ai]bility|[ai]bl|ity|at|iv|ion|al|ly|er?|ism|ist|ous)+$/,
  ],
};

/** @typedef {"fr" | "en"} Known a language whose endings are known; words of others stay whole */
/** @typedef {string} Lang */

function words(/** @type {string} */ text) {
  return new Set(text.split(" "));
}

/** @returns {string[]} the words of a text in small letters, a hyphen inside them or not */
export function wordsOf(/** @type {string} */ text) {
  return text.toLowerCase().match(WORD) ?? [];
}

/** « Échéance » is looked for as `echeance`. */
function folded(/** @type {string} */ word) {
  if (!/[^a-z0-9]/.test(word)) return word;
  return word
    .replace(/œ/g, "oe")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, "");
}

export function partsOf(/** @type {string} */ word) {
  return word.split(BETWEEN_PARTS).map(folded);
}

/** “follow-up” is found as `follow`, `up` and `followup`, « e-mail » as `mail` and `email`. */
export function forms(/** @type {string} */ word) {
  const parts = partsOf(word);
  return parts.length > 1 ? [...parts, parts.join("")] : parts;
}

/** @returns {lang is Known} */
function isKnown(/** @type {Lang} */ lang) {
  return Object.hasOwn(EMPTY, lang);
}

export function isEmpty(/** @type {string} */ word, /** @type {Lang} */ lang) {
  return isKnown(lang) && EMPTY[lang].has(word);
}

/** @returns {string} what the forms of a folded word have in common */
export function stem(/** @type {string} */ word, /** @type {Lang} */ lang) {
  if (!isKnown(lang)) return word;
  if (word.length < 4) return lang === "fr" ? word : withoutY(word);
  let found = word;
  if (lang === "en") found = found.replace(/ie[sd]$/, "y");
  if (lang === "fr") found = found.replace(/aux$/, "al");
  found = found.replace(PLURAL[lang], "");
  for (const ending of ENDINGS[lang]) found = found.replace(ending, "$1");
  // « j’appelle, appeler », « j’envoie, envoyer », « réponse, répondre », “prepare, preparing”.
  found = found.replace(/(.)\1$/, "$1");
  return lang === "fr"
    ? found
        .replace(/(?<=.{3})[iy]$/, "")
        .replace(/(?<=.{4})[ds]r?$|(?<=.{3}[tv])r$/, (end) => (/[ds]/.test(end) ? "t" : ""))
    : withoutY(found);
}

/** “day” as in “days”. */
function withoutY(/** @type {string} */ word) {
  return word.replace(/(?<=.{2})y$/, "i");
}

/**
 * @typedef {{ numbers?: Record<string, number>, units?: Record<string, string[]> }} Counting numbers in
 *   words, and units with the short ways to write them, without accents
 * @typedef {{ from: number, to: number, word: string, unit: string }} Duration
 */

/**
 * @returns {(words: string[]) => Duration[]} finds durations among folded words, each as one word: « 24h,
 *   24 heures » and « vingt-quatre heures » are the same one
 */
export function durationsIn(/** @type {Lang} */ lang, /** @type {Counting} */ { numbers, units }) {
  const values = new Map(Object.entries(numbers ?? {}));
  /** @type {Map<string, string>} */
  const unitsBy = new Map();
  for (const [unit, short] of Object.entries(units ?? {})) {
    for (const each of [stem(unit, lang), ...short]) unitsBy.set(each, unit);
  }
  /** @returns {[number | undefined, number]} the number at a place and how many words say it */
  const numberAt = (/** @type {string[]} */ words, /** @type {number} */ i) => {
    if (/^\d+$/.test(words[i])) return [Number(words[i]), 1];
    const [tens, ones] = [values.get(words[i]), values.get(words[i + 1])];
    if (tens === undefined || ones === undefined) return [tens, 1];
    return tens >= 20 && ones < 20 ? [tens + ones, 2] : [tens, 1];
  };
  return (words) => {
    /** @type {Duration[]} */
    const found = [];
    for (let from = 0; from < words.length - 1; from += 1) {
      const [value, length] = numberAt(words, from);
      if (value === undefined) continue;
      const to = from + length;
      const next = words[to] ?? "";
      const unit = unitsBy.get(next) ?? unitsBy.get(stem(next, lang));
      if (unit) found.push({ from, to: to + 1, word: value + unit, unit });
      from = to - 1;
    }
    return found;
  };
}
