/**
 * What the candidate gives, fitted into the sentences of a message.
 * @typedef {import("./message.js").Lang} Lang
 * @typedef {{
 *   dropped: Record<Lang, Record<string, string[]>>, marks: string[], small: string[],
 *   small_words: Record<Lang, string[]>, own_stop: { names: string[], words: string[] },
 *   titles: Record<string, string[]>, articles: Record<string, string[]>,
 * }} Rules the `fitting` of docs/data/messages.yml
 */

// Without look-behind: Safari reads it since 16.4 only, and a script that it cannot read is lost whole.
const AFTER_DE = /(^|[^\p{L}])([dD])e \{([a-z_-]+)\}/gu;
const VOWEL = /^[aeiouœæ]/;
const STOP = /\s*[.;,]+$/;
const INITIALS = /(^|\s)\p{Lu}$|\.\p{L}{1,3}$/u; // « Robert D. », « S.A. »
const MARK = /\s*[([]?([\p{L}]{1,2}(?:\s*\/\s*\p{L}{1,2})+)[)\]]?\s*$/u;
const TITLE = /(^|,\s*|\set\s)([^\s,]+)(?=\s)/g;
const FIRST_WORD = /^\p{L}+’?/u;

/** @returns {Record<string, string>} what was given, on one line, as the middle of a sentence takes it */
export function fitted(/** @type {import("./message.js").Case} */ { lang, given, fitting }) {
  const entries = Object.entries(given).map(([name, value]) => {
    const line = (value ?? "").replace(/[ \t\r\n]+/g, " ").trim();
    const ended = withoutStop(name, line, fitting);
    return [name, fitting ? inside(name, ended, lang, fitting) : ended];
  });
  return Object.fromEntries(entries);
}

/** « le poste d’assistant », « le poste de hockeyeur ». */
export function elided(
  /** @type {string} */ template,
  /** @type {Record<string, string>} */ values,
  /** @type {Pick<import("./message.js").Case, "muteH" | "unelided">} */ { muteH, unelided = [] },
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

/** The sentence has a full stop itself; that of a name belongs to the name. */
function withoutStop(
  /** @type {string} */ name,
  /** @type {string} */ text,
  /** @type {Rules | undefined} */ fitting,
) {
  const bare = text.replace(STOP, "");
  if (bare === text || !text.endsWith(".") || !fitting?.own_stop.names.includes(name)) return bare;
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
  if (name === "job") value = smallJob(withoutMark(value, fitting.marks));
  if (name === "to" && lang === "fr") value = withTitles(value, fitting.titles);
  if (name === "company" && lang === "fr") value = withArticle(value, fitting.articles);
  const [word = ""] = FIRST_WORD.exec(value.replace("'", "’")) ?? [];
  const isSmall =
    fitting.small.includes(name) && fitting.small_words[lang].includes(word.toLowerCase());
  return isSmall ? value[0].toLowerCase() + value.slice(1) : value;
}

/** The longest beginning that the sentence says already; a whole value is never one. */
function withoutStart(/** @type {string} */ text, /** @type {string[]} */ starts) {
  const low = text.toLowerCase().replace("'", "’");
  const start = starts.find((each) => low.startsWith(each.endsWith("’") ? each : `${each} `));
  return start ? text.slice(start.length).trim() : text;
}

/** « Chef de projet (H/F) » */
function withoutMark(/** @type {string} */ text, /** @type {string[]} */ marks) {
  const [found, mark = ""] = MARK.exec(text) ?? [];
  return found && marks.includes(plain(mark).replaceAll(" ", ""))
    ? text.slice(0, -found.length)
    : text;
}

/** A job is no name: one capital at its beginning is that of a list. */
function smallJob(/** @type {string} */ text) {
  const rest = text.slice(1);
  return /^\p{Ll}/u.test(rest) && rest === rest.toLowerCase() ? text[0].toLowerCase() + rest : text;
}

/** « Monsieur Dupont », where a list of contacts says « M. Dupont ». */
function withTitles(/** @type {string} */ text, /** @type {Record<string, string[]>} */ titles) {
  return text.replace(TITLE, (whole, /** @type {string} */ before, /** @type {string} */ word) => {
    const found = Object.entries(titles).find(([, short]) => short.includes(word.toLowerCase()));
    return found ? before + found[0] : whole;
  });
}

/** « la mairie de Lyon », where a company begins with a noun. */
function withArticle(/** @type {string} */ text, /** @type {Record<string, string[]>} */ articles) {
  const first = plain(text.split(/[ -]/)[0]);
  const found = Object.entries(articles).find(([, nouns]) => nouns.map(plain).includes(first));
  if (!found) return text;
  return found[0].endsWith("’") ? found[0] + text : `${found[0]} ${text}`;
}

/** Lower case without accents. */
function plain(/** @type {string} */ text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
