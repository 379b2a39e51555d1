/** The names of people and of companies, as those who bear them write them. */
import { plain, plainly, withoutStart } from "./starts.js";

/** @typedef {import("./fitting.js").Rules} Rules */

const ADDRESS = /[<(]?\S+@\S+/g;
const REMARK = /\s*[([][^)\]]*[)\]]/g; // « Sophie Martin (RH) »
const SITE = /^(?:https?:\/\/)?(?:www\.)?([^\s/]+\.\p{L}{2,})(?:\/\S*)?$/iu;
const TIGHT = /\.(?=\p{L}{2})/gu; // « M.Dubois »
const TITLE = /(^|,\s*|\set\s)([^\s,]+)(?=\s)/g;
const FIRST = /^\p{Lu}[^\s,]*\s/u;
const SHOUTED = /\p{Lu}{3}/u; // two letters may be short for anything
const WORD = /[\p{L}\p{M}]+(’s(?![\p{L}\p{M}]))?/gu;
const AFTER_MC = /(^|[^\p{L}])Mc(\p{Ll})/gu;
const VOWEL = /[aeiouy]/;

/** @returns {string} who is written to, or who writes */
export function personOf(
  /** @type {"to" | "name"} */ name,
  /** @type {string} */ text,
  /** @type {import("./message.js").Lang} */ lang,
  /** @type {Rules} */ { particles, titles, unnamed },
) {
  const bare = text.replace(ADDRESS, "").replace(TIGHT, ". ").trim();
  const person = name === "to" ? bare.replace(REMARK, "") : bare;
  const written = isCareless(person, unnamed)
    ? capitalised(person.toLowerCase(), (word, at) => at > 0 && particles.includes(word))
    : person;
  return name === "to" && lang === "fr" ? withTitles(written, titles) : written;
}

/** @returns {string} the employer */
export function companyOf(
  /** @type {string} */ text,
  /** @type {import("./message.js").Lang} */ lang,
  /** @type {Rules} */ { articles, own_stop, particles },
) {
  const company = text.replace(ADDRESS, "").replace(SITE, "$1").trim();
  const isCareless = company === company.toLowerCase() && !SITE.test(company);
  const written = isCareless
    ? capitalised(
        company.replace(WORD, (word) =>
          // “hsbc”, but “ltd”
          word.length < 2 || VOWEL.test(plain(word)) || own_stop.words.includes(word)
            ? word
            : word.toUpperCase(),
        ),
        (word, at) => (at > 0 && particles.includes(word)) || isIn(articles, word),
      )
    : company;
  return lang === "fr" ? withArticle(written, articles) : written;
}

function isIn(/** @type {Record<string, string[]>} */ lists, /** @type {string} */ word) {
  return Object.values(lists).some((words) => plainly(words).has(plain(word)));
}

/** « inès haddad », « Mme renard », “MR JONES”; not « Monsieur le directeur », “Hiring team”. */
function isCareless(/** @type {string} */ person, /** @type {string[]} */ unnamed) {
  const words = plain(person).match(WORD) ?? [];
  if (words.some((word) => plainly(unnamed).has(word))) return false;
  const rest = person.replace(FIRST, "");
  return (person === person.toUpperCase() && SHOUTED.test(person)) || rest === rest.toLowerCase();
}

/** « Éloïse d’Ormesson », « Jean-Pierre de La Tour », “O’Neil”, “McDonald”. */
function capitalised(
  /** @type {string} */ text,
  /** @type {(word: string, at: number) => boolean} */ isSmall,
) {
  return text
    .replace(WORD, (word, _, /** @type {number} */ at) =>
      isSmall(word, at) ? word : word[0].toUpperCase() + word.slice(1),
    )
    .replace(AFTER_MC, (_, before, letter) => `${before}Mc${letter.toUpperCase()}`);
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
    if (plainly(nouns).has(plain(noun.split(/[ -]/)[0]))) {
      return article.endsWith("’") ? article + noun : `${article} ${noun}`;
    }
  }
  return text;
}
