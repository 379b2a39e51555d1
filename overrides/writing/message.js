/**
 * What the candidate writes and says: built from what they give, then read as the employer will.
 *
 * @typedef {"fr" | "en"} Lang
 * @typedef {Record<Lang, string>} Text
 * @typedef {{ say: Text[], interviews?: "first" | "later", when?: string }} Sentence
 * @typedef {{ fr: string[], en: string[] }} WordLists « … » in a word stands for any ending
 * @typedef {{
 *   id: string, need: "always" | "undecided" | "menu", interviews?: "first" | "later",
 *   names: string[], signs: WordLists,
 * }} Element what a message may hold; `signs`, or a value given for one of `names`, tell that it does
 * @typedef {{ subject: Text[], paragraphs: Sentence[][], elements: Element[] }} Message
 * @typedef {{
 *   lang: Lang, interview: number | null, given: Record<string, string>, choices: string[],
 *   muteH: string[], unelided?: string[], fitting?: import("./fitting.js").Rules,
 * }} Case the language, what the candidate gave by its {name}, and what they asked for
 * @typedef {{
 *   words: { least: number, most: number }, sentence: { most: number }, exclamations: { most: number },
 *   reading: Record<Lang, number>, vague: WordLists, familiar: WordLists, informal?: WordLists,
 *   greetings: WordLists, closings: WordLists, abbreviations: WordLists,
 * }} Advice the `advice` of docs/data/messages.yml
 * @typedef {"present" | "optional" | "missing" | "unwanted"} State
 */
import { addressesIn } from "./addresses.js";
import { elided, fitted } from "./fitting.js";
import { wordsIn } from "./text.js";

const NAME = /\{([a-z_-]+)\}/g;
const FILLED = /\{([a-z_-]+)\}(\.?)/g;
const ENDED = /[.?!…]$/;
// Without look-behind: Safari reads it since 16.4 only, and a script that it cannot read is lost whole.
const END = /[.!?…]+(?=\s|[»”")\]]|$)/gu;
// Few patterns, since each costs a slow phone milliseconds: words themselves are looked for without.
const LETTERS = /^[\p{L}\p{M}]*/u;
const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}]$/u;
const BEGINS_IN_WORD = /^[\p{L}\p{M}\p{N}]/u;
const LAST_LINES = 4; // where a closing is looked for: a message often ends with name and phone

/** @returns {string | null} the first way to say a sentence whose {names} are all given */
export function sentenceOf(/** @type {Text[]} */ say, /** @type {Case} */ its) {
  const values = fitted(its);
  const ways = say.map((text) => text[its.lang]);
  const way = ways.find((text) => [...text.matchAll(NAME)].every(([, name]) => values[name]));
  if (way === undefined) return null;
  const whole = its.lang === "fr" ? elided(way, values, its) : way;
  // What was given may end in a sign that ends a sentence too: « mardi ou samedi ? », « S.A. »
  return whole.replace(FILLED, (_, /** @type {string} */ name, /** @type {string} */ stop) =>
    ENDED.test(values[name]) ? values[name] : values[name] + stop,
  );
}

/** @returns {{ subject: string, body: string }} a message of what was given, and of nothing else */
export function buildMessage(/** @type {Message} */ message, /** @type {Case} */ its) {
  const paragraphs = message.paragraphs.map((sentences) =>
    sentences
      .filter(
        (each) => isOf(each, its.interview) && (!each.when || its.choices.includes(each.when)),
      )
      .map(({ say }) => sentenceOf(say, its))
      .filter((text) => text !== null)
      .join(" "),
  );
  return {
    subject: sentenceOf(message.subject, its) ?? "",
    body: paragraphs.filter((text) => text !== "").join("\n\n"),
  };
}

/**
 * What the article and the lists of the data have to say of a text.
 * @param {string} text
 * @param {Message} message
 * @param {Case} its
 * @param {Advice} rules
 * @returns {{
 *   words: number, seconds: number, length: "short" | "right" | "long",
 *   longSentences: { text: string, words: number }[], vague: string[], familiar: string[], informal: string[],
 *   hasGreeting: boolean, hasClosing: boolean, exclaims: boolean,
 *   elements: { id: string, state: State }[],
 * }}
 */
export function adviceOn(text, message, its, rules) {
  const { lang } = its;
  const words = wordsIn(text);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const { least, most } = rules.words;
  return {
    words,
    seconds: Math.round((words * 60) / rules.reading[lang]),
    length: words < least ? "short" : words > most ? "long" : "right",
    longSentences: sentencesIn(text, rules.abbreviations[lang])
      .map((each) => ({ text: each, words: wordsIn(each) }))
      .filter((each) => each.words > rules.sentence.most),
    vague: found(text, rules.vague[lang]),
    familiar: found(text, rules.familiar[lang]),
    informal: found(text, rules.informal?.[lang] ?? []),
    hasGreeting: found(lines[0] ?? "", rules.greetings[lang]).length > 0,
    hasClosing: found(lines.slice(-LAST_LINES).join("\n"), rules.closings[lang]).length > 0,
    exclaims: (text.match(/!/g) ?? []).length > rules.exclamations.most,
    elements: message.elements.flatMap((element) => {
      const state = stateOf(element, text, its);
      return state === null ? [] : [{ id: element.id, state }];
    }),
  };
}

/** @returns {string[]} the sentences of a text; the end of a line ends one too */
export function sentencesIn(/** @type {string} */ text, /** @type {string[]} */ abbreviations) {
  const sentences = [];
  for (const line of text.split("\n")) {
    let begin = 0;
    for (const { 0: mark, index } of line.matchAll(END)) {
      if (mark === "." && isAbbreviated(line.slice(begin, index), abbreviations)) continue;
      sentences.push(line.slice(begin, index + mark.length));
      begin = index + mark.length;
    }
    sentences.push(line.slice(begin));
  }
  return sentences.map((each) => each.trim()).filter((each) => wordsIn(each) > 0);
}

/** The address that opens a message in the reader's mail program (RFC 6068). */
export function mailtoOf(
  /** @type {Record<"to" | "subject" | "body", string>} */ { to, subject, body },
) {
  const recipients = addressesIn(to)
    .map((each) => encoded(each).replaceAll("%40", "@"))
    .join(",");
  const lines = body.replace(/\r\n?|\n/g, "\r\n");
  return `mailto:${recipients}?subject=${encoded(subject)}&body=${encoded(lines)}`;
}

/** Half of a character that was cut in two cannot be encoded. */
function encoded(/** @type {string} */ text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** Whether a sentence or an element is for an interview; before the reader says which, it is the first. */
function isOf(
  /** @type {{ interviews?: "first" | "later" }} */ { interviews },
  /** @type {number | null} */ interview,
) {
  return interviews === undefined || interviews === ((interview ?? 1) > 1 ? "later" : "first");
}

/** @returns {State | null} null when it is neither there nor to be there */
function stateOf(
  /** @type {Element} */ element,
  /** @type {string} */ text,
  /** @type {Case} */ its,
) {
  const { lang, interview, choices } = its;
  const given = fitted(its);
  const values = element.names.map((name) => given[name]).filter(Boolean);
  const isThere =
    found(text, element.signs[lang]).length > 0 ||
    values.some((value) => folded(text).includes(folded(value)));
  if (!isOf(element, interview)) {
    return isThere && element.need === "undecided" ? "unwanted" : null;
  }
  if (isThere) return "present";
  if (element.need === "menu") return "optional";
  return element.need === "always" || choices.includes(element.need) ? "missing" : null;
}

/**
 * @returns {string[]} which of some words stand in a text, each once, as they stand there; « motivé… »
 *   stands for every word that begins so
 */
function found(/** @type {string} */ text, /** @type {string[]} */ words) {
  const whole = folded(text);
  const places = words
    .flatMap((word) => placesOf(folded(word), whole))
    .sort((a, b) => a.start - b.start);
  const apart = [];
  for (const place of places) {
    if (place.start > (apart.at(-1)?.end ?? -1)) apart.push(place);
  }
  return [...new Set(apart.map(({ start, end }) => whole.slice(start, end)))];
}

/** Where a word stands in a text, with no letter before or after it. */
function placesOf(/** @type {string} */ word, /** @type {string} */ text) {
  const isBeginning = word.endsWith("…");
  const sought = isBeginning ? word.slice(0, -1) : word;
  const places = [];
  for (let start = text.indexOf(sought); start >= 0; start = text.indexOf(sought, start + 1)) {
    let end = start + sought.length;
    if (isBeginning) end += LETTERS.exec(text.slice(end))?.[0].length ?? 0;
    // Two characters: a letter may be made of as many.
    const around = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
    if (!ENDS_IN_WORD.test(around[0]) && !BEGINS_IN_WORD.test(around[1])) {
      places.push({ start, end });
    }
  }
  return places;
}

/** A text as it is compared: one kind of apostrophe, of space and of letter. */
function folded(/** @type {string} */ text) {
  return text.normalize().toLowerCase().replaceAll("'", "’").replace(/\s+/g, " ");
}

/** Whether a full stop after a text is one of « M. Dupont » or « J. Dupont », and ends nothing. */
function isAbbreviated(/** @type {string} */ before, /** @type {string[]} */ abbreviations) {
  if (/(^|[^\p{L}])\p{Lu}$/u.test(before)) return true;
  const text = folded(before);
  return abbreviations.some((each) => {
    const rest = text.slice(0, -each.length);
    return text.endsWith(folded(each)) && !/\p{L}$/u.test(rest);
  });
}
