/**
 * What the candidate writes and says, built from what they give.
 *
 * @typedef {string} Lang
 * @typedef {Record<Lang, string>} Text
 * @typedef {{
 *   say: Text[], interviews?: "first" | "later", through?: Through, when?: string,
 * }} Sentence
 * @typedef {"employer" | "agency"} Through who it is written to
 * @typedef {Record<Lang, string[]>} WordLists « … » in a word stands for any ending
 * @typedef {{
 *   id: string, need: "always" | "undecided" | "menu", interviews?: "first" | "later",
 *   names: string[], signs: WordLists,
 * }} Element what a message may hold; `signs`, or a value given for one of `names`, tell that it does
 * @typedef {{
 *   subject: Text[], paragraphs: Sentence[][], elements: Element[],
 *   words?: { least: number, most: number },
 * }} Message
 * @typedef {{
 *   lang: Lang, interview: number | null, through?: Through, given: Record<string, string>, choices: string[],
 *   muteH: string[], unelided?: string[], fitting?: import("./fitting.js").Rules,
 * }} Case the language, what the candidate gave by its {name}, and what they asked for
 */
import { addressesIn } from "./addresses.js";
import { beforeDays } from "./days.js";
import { elided, fitted, wholeJobs, withoutColons } from "./fitting.js";
import { peopleIn } from "./people.js";

const NAME = /\{([a-z_-]+)\}/g;
const FILLED = /\{([a-z_-]+)\}(\.?)/g;
const ENDED = /[.?!…]$/;
const MARKS = /\s*[?!…]+$/;

/** @returns {string | null} the first way to say a sentence whose {names} are all given */
export function sentenceOf(/** @type {Text[]} */ say, /** @type {Case} */ its) {
  const values = fitted(its);
  const ways = say.map((text) => text[its.lang]);
  const way = ways.find((text) => [...text.matchAll(NAME)].every(([, name]) => values[name]));
  if (way === undefined) return null;
  const bare = wholeJobs(withoutColons(way, values, its), values, its);
  const dated = beforeDays(bare, values, its);
  const whole = its.lang === "fr" ? elided(dated, values, its) : dated;
  return whole.replace(FILLED, (_, /** @type {string} */ name, /** @type {string} */ stop) => {
    const value = values[name];
    if (!ENDED.test(value)) return value + stop;
    // It ends in a sign that ends a sentence too: « mardi ou samedi ? », « S.A. »
    const isOwn = stop !== "" || its.fitting?.own_stop.names.includes(name);
    return isOwn ? value : value.replace(MARKS, "");
  });
}

/** @returns {{ subject: string, body: string }} a message of what was given, and of nothing else */
export function buildMessage(/** @type {Message} */ message, /** @type {Case} */ its) {
  const paragraphs = message.paragraphs.map((sentences) => paragraphOf(sentences, its));
  return {
    subject: sentenceOf(message.subject, its) ?? "",
    body: paragraphs.filter((text) => text !== "").join("\n\n"),
  };
}

/**
 * @returns {{ to: string, body: string }[]} the same text for each of several people, greeted alone;
 *   none for one person
 */
export function bodyForEach(
  /** @type {string} */ body,
  /** @type {Message} */ { paragraphs },
  /** @type {Case} */ its,
) {
  const people = peopleIn(fitted(its).to ?? "");
  if (people.some((each) => its.fitting?.titles[each])) return []; // « Madame, Monsieur »
  const greeting = (/** @type {string} */ to) =>
    paragraphOf(paragraphs[0], { ...its, given: { ...its.given, to } });
  const ofAll = greeting(its.given.to);
  return people.map((to) => ({
    to,
    body: body.startsWith(ofAll) ? greeting(to) + body.slice(ofAll.length) : body,
  }));
}

function paragraphOf(/** @type {Sentence[]} */ sentences, /** @type {Case} */ its) {
  return sentences
    .filter(
      ({ interviews, through = its.through, when }) =>
        isOf({ interviews }, its.interview) &&
        through === its.through &&
        (!when || its.choices.includes(when)),
    )
    .map(({ say }) => sentenceOf(say, its))
    .filter((text) => text !== null)
    .join(" ");
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
export function isOf(
  /** @type {{ interviews?: "first" | "later" }} */ { interviews },
  /** @type {number | null} */ interview,
) {
  return interviews === undefined || interviews === ((interview ?? 1) > 1 ? "later" : "first");
}
