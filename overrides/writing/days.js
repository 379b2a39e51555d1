/** Days, as a sentence takes them. */
/**
 * @typedef {import("./message.js").Lang} Lang
 * @typedef {import("./fitting.js").Rules} Rules
 */

const BEFORE_DAY = / (?:le|(du)|au|on|(by)) \{([a-z_-]+)\}/g;
const FIRST_DAY = /^([^\s,]*),?\s*(\d+(?!\d|\s*[h:]))?/u; // « lundi 4 », not « lundi 10 h »
const TOKEN = /[\p{L}\p{M}]+\.?/gu;
const NUMBERED = /^\d{1,2}(?:er|st|nd|rd|th)?(?:[/.]\d|\s+([\p{L}\p{M}]+))/u;

/** « l’entretien de lundi », “tomorrow”, where « du mardi 8 décembre » has its article. */
export function beforeDays(
  /** @type {string} */ template,
  /** @type {Record<string, string>} */ values,
  /** @type {import("./message.js").Case} */ { lang, fitting },
) {
  return template.replace(
    BEFORE_DAY,
    (
      whole,
      /** @type {string | undefined} */ du,
      /** @type {string | undefined} */ by,
      /** @type {string} */ name,
    ) => {
      const [, first = "", number] = FIRST_DAY.exec(values[name]) ?? [];
      const bare = by ? fitting?.without_by : fitting?.without_article[lang];
      const isBare = bare?.includes(first.toLowerCase());
      return isBare && (lang !== "fr" || !number) ? ` ${du ? "de " : ""}{${name}}` : whole;
    },
  );
}

/** “Tuesday 8 December”, where “tues 8 dec” was typed; “on 8 December” where a sentence has no “on”. */
export function dayInFull(
  /** @type {string} */ name,
  /** @type {string} */ text,
  /** @type {Lang} */ lang,
  /** @type {Rules} */ { dated, written_out },
) {
  if (!dated.in_full.includes(name)) return text;
  const words = written_out[lang];
  const whole = text.replace(TOKEN, (token) => {
    const word = token.toLowerCase().replace(".", "");
    const known = Object.keys(words).find(
      (each) => each.toLowerCase() === word || words[each].includes(word),
    );
    return known ?? token;
  });
  const [isNumbered, month] = NUMBERED.exec(whole) ?? [];
  const isDate = isNumbered && (month === undefined || month in words);
  const isBare =
    (isDate && dated.with_article.includes(name)) ||
    (dated.named[lang].includes(name) && (FIRST_DAY.exec(whole)?.[1] ?? "") in words);
  return isBare ? `${dated.article[lang]} ${whole}` : whole;
}
