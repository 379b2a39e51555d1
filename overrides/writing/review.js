/**
 * A message read over, as the one who gets it will.
 *
 * @typedef {import("./message.js").Message} Message
 * @typedef {import("./message.js").Element} Element
 * @typedef {import("./message.js").Case} Case
 * @typedef {import("./message.js").WordLists} WordLists
 * @typedef {Record<import("./message.js").Lang, number>} Pace
 * @typedef {{
 *   words: { least: number, most: number }, sentence: { most: number }, exclamations: { most: number },
 *   reading: Pace, vague: WordLists, familiar: WordLists, informal?: WordLists,
 *   greetings: WordLists, closings: WordLists, abbreviations: WordLists,
 * }} Advice the `advice` of docs/data/messages.yml
 * @typedef {"present" | "optional" | "missing" | "unwanted"} State
 */
import { fitted } from "./fitting.js";
import { isOf } from "./message.js";
import { wordsIn } from "./text.js";

// Without look-behind: Safari reads it since 16.4 only, and a script that it cannot read is lost whole.
const END = /[.!?…]+(?=\s|[»”")\]]|$)/gu;
// Few patterns, since each costs a slow phone milliseconds: words themselves are looked for without.
const LETTERS = /^[\p{L}\p{M}]*/u;
const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}]$/u;
const BEGINS_IN_WORD = /^[\p{L}\p{M}\p{N}]/u;
const LAST_LINES = 4; // where a closing is looked for: a message often ends with name and phone

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
  const { least, most } = message.words ?? rules.words;
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

/**
 * What the one who reads the message looks for first, and does not find: its subject, the job, who
 * wrote it. Of a text of the reader's own it is not known which words name a job.
 * @returns {("subject" | "job" | "name")[]}
 */
export function lackingIn(
  /** @type {{ subject: string, body: string }} */ { subject, body },
  /** @type {Case} */ its,
  /** @type {Advice} */ rules,
  /** @type {boolean} */ isOwn,
) {
  const { job, name } = fitted(its);
  const says = (/** @type {string} */ value) =>
    folded(`${subject}\n${body}`).includes(folded(value));
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  const closing = lines.findLastIndex((line) => found(line, rules.closings[its.lang]).length > 0);
  // « Cordialement, Inès Haddad » on one line, or the name below.
  const end =
    closing < 0 ? "" : [lines[closing].replace(/^[^,]*/, ""), ...lines.slice(closing + 1)].join();
  const isSigned = (name && says(name)) || (isOwn && hasLetters(end));
  return [
    ...(subject.trim() === "" ? /** @type {const} */ (["subject"]) : []),
    ...((job ? says(job) : isOwn) ? [] : /** @type {const} */ (["job"])),
    ...(isSigned ? [] : /** @type {const} */ (["name"])),
  ];
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
  return element.need === "always" || choices.includes(element.need) ? "missing" : "optional";
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

function hasLetters(/** @type {string} */ text) {
  return /\p{L}/u.test(text);
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
