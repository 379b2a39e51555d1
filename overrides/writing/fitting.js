/**
 * What the candidate gives, fitted into the sentences of a message.
 * @typedef {import("./message.js").Lang} Lang
 * @typedef {import("./message.js").Case} Case
 * @typedef {Record<Lang, string[]>} Lists
 * @typedef {Record<Lang, Record<string, string[]>>} ListsByName
 * @typedef {{ names: string[], words: Lists }} WordsOf
 * @typedef {{
 *   nothing: string[], dropped: ListsByName, dropped_after: ListsByName, cut: ListsByName,
 *   marks: string[], without_article: Lists, without_by: string[],
 *   without_colon: WordsOf & { because: Partial<Record<Lang, string>> }, whole_jobs: ListsByName,
 *   dated: { in_full: string[], with_article: string[], article: Record<Lang, string>, named: Lists },
 *   written_out: ListsByName, clauses: Lists,
 *   small: string[], small_words: Lists, endings: WordsOf,
 *   own_stop: { names: string[], words: string[] }, particles: string[], unnamed: string[],
 *   titles: Record<string, string[]>, articles: Record<string, string[]>,
 * }} Rules the `fitting` of docs/data/messages.yml
 */
import { dayInFull } from "./days.js";
import { companyOf, personOf } from "./naming.js";
import { plain, plainly, withoutStarts } from "./starts.js";

// Without look-behind: Safari reads it since 16.4 only, and a script that it cannot read is lost whole.
const AFTER_DE = /(^|[^\p{L}])([dD])e \{([a-z_-]+)\}/gu;
const JOB = /(du|le|au|the) (?:poste de )?\{job\}(?: role)?/g;
const AFTER_COLON = /\s*: \{([a-z_-]+)\}/g;
const VOWEL = /^[aeiouœæ]/;
const APOSTROPHE = /(\p{L})'(?=\p{L})/gu;
const STOP = /\s*[.;,]+$/;
const MARKED_STOP = /[\s.;,!]+$/;
const INITIALS = /(^|\s)\p{Lu}$|\.\p{L}{1,3}$/u; // « Robert D. », « S.A. »
const MARK = /\s*(?:[–-]\s*)?[\s([]([\p{L}]{1,2}(?:\s*[/-]\s*\p{L}{1,2})+)[)\]]?(?=[\s,]|$)/gu;
const FIRST_WORD = /^[\p{L}-]+’?/u;
const ACRONYM = /^\p{Lu}{2}/u; // “IT security”, « MES »
const SHOUTED = /\p{Lu}{6}/u; // acronyms are shorter
const NAMED = /\p{Lu}\p{Ll}/u;
const SIGN = /[\p{L}\p{N}]/u;
const EMOJI =
  /(\p{Extended_Pictographic}\uFE0F|\p{Emoji_Presentation})(\p{Emoji_Modifier}|\u200D|\uFE0F)*/gu;

/** Every sentence of a message asks for the same. @type {WeakMap<Case, Record<string, string>>} */
const FITTED = new WeakMap();

/** @returns {Record<string, string>} what was given, on one line, as the middle of a sentence takes it */
export function fitted(/** @type {Case} */ its) {
  const values = FITTED.get(its) ?? fit(its);
  FITTED.set(its, values);
  return values;
}

/** @returns {Record<string, string>} */
function fit(/** @type {Case} */ { lang, given, fitting }) {
  const entries = Object.entries(given).map(([name, value]) => {
    const line = (value ?? "")
      .normalize()
      .replace(EMOJI, "")
      .replace(/[ \t\r\n]+/g, " ")
      .trim();
    const ended = withoutStop(name, line.replace(APOSTROPHE, "$1’"), fitting);
    if (!fitting) return [name, ended];
    const middle = inside(name, ended, lang, fitting);
    const isSaid = name === "point" && isClause(middle, lang, fitting);
    return [isSaid ? "point-said" : name, middle];
  });
  return Object.fromEntries(entries);
}

/** « le poste d’assistant », « le poste de hockeyeur ». */
export function elided(
  /** @type {string} */ template,
  /** @type {Record<string, string>} */ values,
  /** @type {Pick<Case, "muteH" | "unelided">} */ { muteH, unelided = [] },
) {
  return template.replace(
    AFTER_DE,
    (_, /** @type {string} */ before, /** @type {string} */ d, /** @type {string} */ name) => {
      const start = plain(values[name]);
      const begins = (/** @type {string[]} */ words) =>
        [...plainly(words)].some((each) => start.startsWith(each));
      const isMute = (VOWEL.test(start) && !begins(unelided)) || begins(muteH);
      return `${before}${d}${isMute ? "’" : "e "}{${name}}`;
    },
  );
}

/** « je décline cette offre pour des raisons de santé », “I cannot come because I will be away”. */
export function withoutColons(
  /** @type {string} */ template,
  /** @type {Record<string, string>} */ values,
  /** @type {Case} */ { lang, fitting },
) {
  return template.replace(AFTER_COLON, (whole, /** @type {string} */ name) => {
    if (!fitting?.without_colon.names.includes(name)) return whole;
    const { words, because } = fitting.without_colon;
    const value = values[name];
    if (words[lang].includes(firstWord(value))) return ` {${name}}`;
    return because[lang] && isClause(value, lang, fitting) ? ` ${because[lang]} {${name}}` : whole;
  });
}

/** « au sujet de l’alternance », “about the internship”: where the job says itself what it is. */
export function wholeJobs(
  /** @type {string} */ template,
  /** @type {Record<string, string>} */ { job = "" },
  /** @type {Case} */ { lang, fitting },
) {
  const words = plain(job).split(" ");
  const said = lang === "fr" ? words.slice(0, 1) : words;
  const [article] =
    Object.entries(fitting?.whole_jobs[lang] ?? {}).find(([, jobs]) =>
      said.some((each) => plainly(jobs).has(each)),
    ) ?? [];
  if (!article) return template;
  const before = article.endsWith("’") ? article : `${article} `;
  return template.replace(JOB, (_, /** @type {string} */ found) => {
    if (article === "le" || lang !== "fr") return `${found} {job}`;
    return `${{ du: "de ", au: "à " }[found] ?? ""}${before}{job}`;
  });
}

/** The sentence has a full stop itself; that of a name belongs to the name. */
function withoutStop(
  /** @type {string} */ name,
  /** @type {string} */ text,
  /** @type {Rules | undefined} */ fitting,
) {
  if (!fitting?.own_stop.names.includes(name)) {
    return text.replace(fitting ? MARKED_STOP : STOP, "");
  }
  const bare = text.replace(STOP, "");
  if (bare === text || !text.endsWith(".")) return bare;
  const isOwn =
    INITIALS.test(bare) ||
    fitting.own_stop.words.includes(plain(bare.slice(bare.lastIndexOf(" ") + 1)));
  return isOwn ? `${bare}.` : bare;
}

function inside(
  /** @type {string} */ name,
  /** @type {string} */ text,
  /** @type {Lang} */ lang,
  /** @type {Rules} */ fitting,
) {
  const { own_stop, small, small_words, endings } = fitting;
  const isNamed = own_stop.names.includes(name);
  if (!SIGN.test(text) || (!isNamed && fitting.nothing.includes(text.toLowerCase()))) return "";
  let value = withoutStarts(text, fitting.dropped[lang][name] ?? []);
  if (name === "job") value = smallJob(withoutMarks(value, fitting.marks), lang);
  value = withoutEnd(value, fitting.dropped_after[lang][name] ?? []);
  value = cutFrom(value, fitting.cut[lang][name] ?? []);
  if (name === "to" || name === "name") return personOf(name, value, lang, fitting);
  if (name === "company") return companyOf(value, lang, fitting);
  value = dayInFull(name, value, lang, fitting);
  const word = firstWord(value);
  const isSmall =
    (small.includes(name) && small_words[lang].includes(word)) ||
    (endings.names.includes(name) && endings.words[lang].some((end) => word.endsWith(end)));
  if (isSmall && /\s/.test(value) && value === value.toUpperCase()) return value.toLowerCase();
  return isSmall && !ACRONYM.test(value) ? value[0].toLowerCase() + value.slice(1) : value;
}

/** “it is my trade”, and not “IT security”. */
function isClause(
  /** @type {string} */ text,
  /** @type {Lang} */ lang,
  /** @type {Rules} */ { clauses },
) {
  return !ACRONYM.test(text) && clauses[lang].includes(firstWord(text));
}

function firstWord(/** @type {string} */ text) {
  return FIRST_WORD.exec(text)?.[0].toLowerCase() ?? "";
}

/** “account manager role” */
function withoutEnd(/** @type {string} */ text, /** @type {string[]} */ ends) {
  const end = ends.find((each) => text.toLowerCase().endsWith(` ${each}`));
  return end ? text.slice(0, -end.length).replace(/[\s,]+$/, "") : text;
}

/** “James from Hays” */
function cutFrom(/** @type {string} */ text, /** @type {string[]} */ words) {
  const ends = words.map((each) => text.toLowerCase().indexOf(` ${each} `)).filter((at) => at > 0);
  return text.slice(0, Math.min(text.length, ...ends));
}

/** « Chef de projet (H/F) » */
function withoutMarks(/** @type {string} */ text, /** @type {string[]} */ marks) {
  return text.replace(MARK, (whole, /** @type {string} */ mark) =>
    marks.includes(plain(mark).replace(/\s/g, "").replaceAll("-", "/")) ? "" : whole,
  );
}

/** A job is no name: capitals that are those of a list or of a headline are not its own. */
function smallJob(/** @type {string} */ text, /** @type {Lang} */ lang) {
  if (text === text.toUpperCase() && SHOUTED.test(text)) return text.toLowerCase();
  if (lang !== "fr") return text; // “English teacher”, “Java developer”
  const [first, ...others] = text.split(/(\s*\/\s*)/); // « Directeur / Directrice des ventes »
  const small = smallStart(first);
  return small === first ? text : small + others.map(smallStart).join("");
}

function smallStart(/** @type {string} */ text) {
  const rest = text.slice(1);
  return /^[\p{Ll}-]/u.test(rest) && !NAMED.test(rest) ? text[0].toLowerCase() + rest : text;
}
