/**
 * What the candidate gives, fitted into the sentences of a message.
 * @typedef {import("./message.js").Lang} Lang
 * @typedef {import("./message.js").Case} Case
 * @typedef {Record<Lang, string[]>} Lists
 * @typedef {Record<Lang, Record<string, string[]>>} ListsByName
 * @typedef {{
 *   dropped: ListsByName, dropped_after: ListsByName, marks: string[], without_article: Lists,
 *   small: string[], small_words: Lists, verbs: Lists,
 *   own_stop: { names: string[], words: string[] },
 *   titles: Record<string, string[]>, articles: Record<string, string[]>,
 * }} Rules the `fitting` of docs/data/messages.yml
 */

// Without look-behind: Safari reads it since 16.4 only, and a script that it cannot read is lost whole.
const AFTER_DE = /(^|[^\p{L}])([dD])e \{([a-z_-]+)\}/gu;
const BEFORE_DAY = / (?:le|(du)|au|on|by) \{([a-z_-]+)\}/g;
const VOWEL = /^[aeiouœæ]/;
const APOSTROPHE = /(\p{L})'(?=\p{L})/gu;
const STOP = /\s*[.;,]+$/;
const MARKED_STOP = /[\s.;,!]+$/;
const INITIALS = /(^|\s)\p{Lu}$|\.\p{L}{1,3}$/u; // « Robert D. », « S.A. »
const MARK = /\s*(?:[–-]\s*)?[\s([]([\p{L}]{1,2}(?:\s*[/-]\s*\p{L}{1,2})+)[)\]]?(?=[\s,]|$)/gu;
const TITLE = /(^|,\s*|\set\s)([^\s,]+)(?=\s)/g;
const FIRST_WORD = /^[\p{L}-]+’?/u;
const FIRST_DAY = /^([^\s,]*),?\s*(\d+(?!\d|\s*[h:]))?/u; // « lundi 4 », not « lundi 10 h »
const ACRONYM = /^\p{Lu}{2}/u; // “IT security”, « MES »
const SHOUTED = /\p{Lu}{6}/u; // acronyms are shorter
const NAMED = /\p{Lu}\p{Ll}/u;

/** @returns {Record<string, string>} what was given, on one line, as the middle of a sentence takes it */
export function fitted(/** @type {Case} */ { lang, given, fitting }) {
  const entries = Object.entries(given).map(([name, value]) => {
    const line = (value ?? "")
      .normalize()
      .replace(/[ \t\r\n]+/g, " ")
      .trim();
    const ended = withoutStop(name, line.replace(APOSTROPHE, "$1’"), fitting);
    return [name, fitting ? inside(name, ended, lang, fitting) : ended];
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
        words.some((each) => start.startsWith(plain(each)));
      const isMute = (VOWEL.test(start) && !begins(unelided)) || begins(muteH);
      return `${before}${d}${isMute ? "’" : "e "}{${name}}`;
    },
  );
}

/** « l’entretien de lundi », “tomorrow”, where « du mardi 8 décembre » has its article. */
export function beforeDays(
  /** @type {string} */ template,
  /** @type {Record<string, string>} */ values,
  /** @type {Case} */ { lang, fitting },
) {
  return template.replace(
    BEFORE_DAY,
    (whole, /** @type {string | undefined} */ du, /** @type {string} */ name) => {
      const [, first = "", number] = FIRST_DAY.exec(values[name]) ?? [];
      const isBare = fitting?.without_article[lang].includes(first.toLowerCase());
      return isBare && (lang !== "fr" || !number) ? ` ${du ? "de " : ""}{${name}}` : whole;
    },
  );
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
  let value = withoutStart(text, fitting.dropped[lang][name] ?? []);
  if (name === "job") value = smallJob(withoutMarks(value, fitting.marks), lang);
  value = withoutEnd(value, fitting.dropped_after[lang][name] ?? []);
  if (name === "to" && lang === "fr") value = withTitles(value, fitting.titles);
  if (name === "company" && lang === "fr") value = withArticle(value, fitting.articles);
  const word = FIRST_WORD.exec(value)?.[0].toLowerCase() ?? "";
  const isSmall =
    (fitting.small.includes(name) && fitting.small_words[lang].includes(word)) ||
    (name === "idea" && fitting.verbs[lang].some((ending) => word.endsWith(ending)));
  return isSmall && !ACRONYM.test(value) ? value[0].toLowerCase() + value.slice(1) : value;
}

/** The longest beginning that the sentence says already; a whole value is never one. */
function withoutStart(/** @type {string} */ text, /** @type {string[]} */ starts) {
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

/** “account manager role” */
function withoutEnd(/** @type {string} */ text, /** @type {string[]} */ ends) {
  const end = ends.find((each) => text.toLowerCase().endsWith(` ${each}`));
  return end ? text.slice(0, -end.length).trim() : text;
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

/** « Monsieur Dupont », where a list of contacts says « M. Dupont ». */
function withTitles(/** @type {string} */ text, /** @type {Record<string, string[]>} */ titles) {
  return text.replace(TITLE, (whole, /** @type {string} */ before, /** @type {string} */ word) => {
    const found = Object.entries(titles).find(([, short]) => short.includes(word.toLowerCase()));
    return found ? before + found[0] : whole;
  });
}

/** « la mairie de Lyon », where a company begins with a noun, with or without its article. */
function withArticle(/** @type {string} */ text, /** @type {Record<string, string[]>} */ articles) {
  for (const [article, nouns] of Object.entries(articles)) {
    const noun = withoutStart(text, [article]);
    if (nouns.map(plain).includes(plain(noun.split(/[ -]/)[0]))) {
      return article.endsWith("’") ? article + noun : `${article} ${noun}`;
    }
  }
  return text;
}

/** Lower case without accents. */
function plain(/** @type {string} */ text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
