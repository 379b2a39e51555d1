/** The search itself: what the index says (macros/hooks/search.py), and what answers a query best. */
import { forms, isEmpty, partsOf, stem, wordsOf } from "./stems.js";

/**
 * @typedef {[anchor: string, title: string, text: string]} Part
 * @typedef {{ url: string, anchor: string, title: string, text: string, boost: number, size: number,
 *   page: Entry }} Entry a page, or a part of it
 * @typedef {{ entry: Entry, score: number, missing: string[] }} Found
 * @typedef {{ page: Found, parts: Found[] }} Group a page with what is found in it, best first
 * @typedef {{ word: string, stem: string | null, places: number[] }} Term places: entry, times in its
 *   title, times in its text, and so on
 */

// A word in a title says more than in a text, and again a little less in a long one (BM25F: S. Robertson
// and H. Zaragoza, “The Probabilistic Relevance Framework”, 2009). The values are those with which
// tests/vectors/search.json comes out right.
const PAGE_TITLE = 10;
const TITLE = 5;
const LENGTH = 0.05;
const SATURATION = 6;
// As typed, in another form, as a beginning.
const EXACT = 1;
const FORM = 0.9;
const BEGINNING = 0.6;
// What says all words of the query comes before what says only some.
const ALL_WORDS = 2;

const isLong = (word) => word.length > 1 || /\d/.test(word);

export class SearchIndex {
  /** @type {Entry[]} */
  #entries = [];
  /** @type {Map<string, Entry>} */
  #pages = new Map();
  /** @type {Map<string, Term>} */
  #terms = new Map();
  /** @type {Map<string, Term[]>} by word as written: a text repeats its words */
  #written = new Map();
  #size = 0;

  constructor(/** @type {"fr" | "en"} */ lang) {
    this.lang = lang;
  }

  /** Add a part of a page; its first part is the page itself. */
  add(
    /** @type {string} */ url,
    /** @type {number} */ boost,
    /** @type {Part} */ [anchor, title, text],
  ) {
    const entry = { url, anchor, title, text, boost, size: 0 };
    if (!this.#pages.has(url)) this.#pages.set(url, entry);
    entry.page = this.#pages.get(url);
    const place = this.#entries.push(entry) - 1;
    this.#read(title, place, 1);
    entry.size = this.#read(text, place, 2);
    this.#size += entry.size;
  }

  #read(text, place, field) {
    const words = wordsOf(text);
    for (const word of words) {
      for (const { places } of this.#termsOf(word)) {
        let end = places.length;
        if (places[end - 3] !== place) end = places.push(place, 0, 0);
        places[end - 3 + field] += 1;
      }
    }
    return words.length;
  }

  #termsOf(written) {
    let terms = this.#written.get(written);
    if (terms) return terms;
    terms = forms(written)
      .filter(isLong)
      .map((word) => {
        let term = this.#terms.get(word);
        if (!term) {
          term = { word, stem: null, places: [] };
          this.#terms.set(word, term);
        }
        return term;
      });
    this.#written.set(written, terms);
    return terms;
  }

  /**
   * @param {string} query the last word may be a beginning
   * @returns {{ groups: Group[], isFound: (written: string) => boolean }}
   */
  search(query) {
    const asked = this.#asked(query);
    const found = new Map();
    const marked = new Set();
    for (const { word, terms } of asked) {
      for (const [term] of terms) marked.add(term);
      for (const [place, score] of this.#scores(terms)) {
        const each = found.get(place) ?? { score: 0, words: new Set() };
        each.score += score;
        each.words.add(word);
        found.set(place, each);
      }
    }
    const groups = new Map();
    for (const [place, { score, words }] of found) {
      const entry = this.#entries[place];
      const missing = asked.map(({ word }) => word).filter((word) => !words.has(word));
      const one = {
        entry,
        score: score * entry.boost * (missing.length ? words.size / asked.length : ALL_WORDS),
        missing,
      };
      const group = groups.get(entry.url) ?? {
        page: { entry: entry.page, score: 0, missing: [] },
        parts: [],
      };
      if (entry === entry.page) group.page = one;
      else group.parts.push(one);
      groups.set(entry.url, group);
    }
    const best = ({ page, parts }) => Math.max(page.score, parts[0]?.score ?? 0);
    for (const { parts } of groups.values()) parts.sort((one, other) => other.score - one.score);
    return {
      groups: [...groups.values()].sort((one, other) => best(other) - best(one)),
      isFound: (written) => (this.#written.get(written) ?? []).some((term) => marked.has(term)),
    };
  }

  /** The words of a query that say something, each with the terms that it stands for. */
  #asked(query) {
    const text = query.normalize();
    const words = wordsOf(text).flatMap(partsOf);
    const isOpen = /[\p{L}\p{N}]$/u.test(text);
    const says = (word) => isLong(word) && !isEmpty(word, this.lang);
    const all = words.map((word, i) => {
      const isLast = isOpen && i === words.length - 1;
      const terms = says(word) ? this.#meant(word, isLast) : new Map();
      // “thank you, voice mail” are found as “thank-you, voicemail” too.
      for (const [one, other] of [words.slice(Math.max(i - 1, 0), i + 1), words.slice(i, i + 2)]) {
        const whole =
          other?.length > 1 && (says(one) || says(other)) && this.#terms.get(one + other);
        if (whole) terms.set(whole, EXACT);
      }
      return { word, terms };
    });
    const telling = all.filter(({ word, terms }) => says(word) || terms.size > 0);
    if (telling.length > 0 || words.length === 0) return telling;
    const word = words.at(-1);
    return [{ word, terms: this.#meant(word, isOpen) }];
  }

  /** @returns {Map<Term, number>} the terms that a word stands for, and how well they do */
  #meant(word, isOpen) {
    const meant = new Map();
    const own = stem(word, this.lang);
    // “thanki” is on its way to “thanking”.
    const near = isOpen && word.length > 5 ? [word.slice(0, -1), word.slice(0, -2)] : [];
    const start = word.slice(0, 2); // which no ending takes away
    for (const term of this.#terms.values()) {
      if (!term.word.startsWith(start)) continue;
      term.stem ??= isEmpty(term.word, this.lang) ? "" : stem(term.word, this.lang);
      if (term.word === word) meant.set(term, EXACT);
      else if (term.stem === own) meant.set(term, FORM);
      else if (isOpen && term.word.startsWith(word)) {
        meant.set(term, (BEGINNING * word.length) / term.word.length);
      } else if (near.includes(term.stem)) {
        meant.set(term, BEGINNING);
      }
    }
    return meant;
  }

  /** @returns {Map<number, number>} how well each entry answers a word */
  #scores(/** @type {Map<Term, number>} */ terms) {
    const count = this.#entries.length;
    const scores = new Map();
    for (const [{ places }, worth] of terms) {
      for (let i = 0; i < places.length; i += 3) {
        const entry = this.#entries[places[i]];
        const inTitle = places[i + 1] * (entry === entry.page ? PAGE_TITLE : TITLE);
        const inText = places[i + 2] / (1 - LENGTH + (LENGTH * entry.size * count) / this.#size);
        scores.set(places[i], (scores.get(places[i]) ?? 0) + worth * (inTitle + inText));
      }
    }
    const rarity = Math.log(1 + (count - scores.size + 0.5) / (scores.size + 0.5));
    for (const [place, all] of scores) scores.set(place, (rarity * all) / (all + SATURATION));
    return scores;
  }
}
