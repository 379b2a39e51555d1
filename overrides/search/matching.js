/** The search itself: what the index says (macros/publish/search_index.py), and what answers a query best. */
import { closest, distance } from "./misspelt.js";
import { durationsIn, forms, isEmpty, partsOf, stem, wordsOf } from "./stems.js";

/**
 * @typedef {[anchor: string, title: string, text: string]} Part
 * @typedef {{ url: string, anchor: string, title: string, text: string, boost: number, size: number,
 *   page: Entry | null }} Entry a part of a page, or a page, which is part of none
 * @typedef {{ entry: Entry, score: number, missing: string[] }} Found
 * @typedef {{ page: Found, parts: Found[] }} Group a page with what is found in it, best first
 * @typedef {{ word: string, stem: string | null, places: number[], leads: number[], says: string[],
 *   isPhrase?: boolean }} Term places: entry, times in its title, times in its text, and so on; leads:
 *   entries that say it in other words, says: and in which
 * @typedef {{ parts: string[], terms: Term[], isNumber: boolean }} Known a word as written
 * @typedef {{ word: string, terms: Map<Term, number> }} Asked a word, what it stands for and how well
 */

// A word in a title says more than in a text, and again a little less in a long one (BM25F: S. Robertson
// and H. Zaragoza, “The Probabilistic Relevance Framework”, 2009). The values are those with which
// tests/vectors/search.json comes out right.
const PAGE_TITLE = 10;
const TITLE = 5;
const LENGTH = 0.05;
const SATURATION = 6;
// As typed, in another form, as a beginning, in the guide's own words.
const EXACT = 1;
const FORM = 0.9;
const BEGINNING = 0.6;
const MEANING = 0.3;
// Where other words say it: as much as in a title; less than a text when the guide has the word itself.
const LEAD = 6;
const LEAD_BESIDE = 0.7;
const ENOUGH = 0.75; // boosts together: more than three of the added questions
// What says all words of the query comes before what says only some.
const ALL_WORDS = 2;
// Letters of a word that may be a mistake for another; one more beside words that are known.
const SHORT = 4;
// How much nearer than the forms of its stem another word must be.
const MUCH_NEARER = 1;
const FARTHEST = 4;
const LONGEST_PHRASE = 4; // words

const isLong = (/** @type {string} */ word) => word.length > 1 || /\d/.test(word);

export class SearchIndex {
  /** @type {Entry[]} */
  #entries = [];
  /** @type {Map<string, Entry>} */
  #pages = new Map();
  /** @type {Map<string, Term>} */
  #terms = new Map();
  /** @type {Map<string, Term[]>} by their first two letters, which no ending takes away */
  #starts = new Map();
  /** @type {Map<string, Term>} what several words mean together, by their stems */
  #phrases = new Map();
  /** @type {Map<string, Known>} by word as written: a text repeats its words */
  #written = new Map();
  #size = 0;
  #lang;
  #durationsIn;
  #numbers;

  constructor(
    /** @type {string} */ lang,
    /** @type {import("./stems.js").Counting} */ counting = {},
  ) {
    this.#lang = lang;
    this.#durationsIn = durationsIn(lang, counting);
    this.#numbers = new Map(Object.entries(counting.numbers ?? {}));
  }

  /** Add a part of a page; its first part is the page itself. */
  add(
    /** @type {string} */ url,
    /** @type {number} */ boost,
    /** @type {Part} */ [anchor, title, text],
  ) {
    const page = this.#pages.get(url) ?? null;
    const entry = { url, anchor, title, text, boost, size: 0, page };
    if (page === null) this.#pages.set(url, entry);
    const place = this.#entries.push(entry) - 1;
    this.#read(title, place, 1);
    entry.size = this.#read(text, place, 2);
    this.#size += entry.size;
  }

  /**
   * Add what people type for what a place says in other words; they find it as if its title said it.
   * @param {string} url
   * @param {string} anchor
   * @param {string} says the place's own words, marked in what is found
   * @param {string[]} typed
   */
  addMeaning(url, anchor, says, typed) {
    const place = this.#entries.findIndex((each) => each.url === url && each.anchor === anchor);
    for (const each of typed) {
      const words = wordsOf(each).flatMap(partsOf);
      const term = this.#term(words.join(""));
      term.leads.push(place);
      term.says.push(...wordsOf(says).flatMap(partsOf));
      if (words.length === 1) continue;
      term.isPhrase = true;
      const [duration] = this.#durationsIn(words);
      const isDuration = duration?.from === 0 && duration.to === words.length;
      this.#phrases.set(isDuration ? duration.word : this.#phrase(words), term);
      for (const word of words) this.#term(word);
    }
  }

  #phrase(/** @type {string[]} */ words) {
    return words.map((word) => stem(word, this.#lang)).join(" ");
  }

  #read(/** @type {string} */ text, /** @type {number} */ place, /** @type {1 | 2} */ field) {
    const words = wordsOf(text).map((word) => this.#known(word));
    for (const { terms } of words) for (const term of terms) note(term, place, field);
    if (words.some(({ isNumber }) => isNumber)) {
      const durations = this.#durationsIn(words.flatMap(({ parts }) => parts));
      for (const { word } of durations) note(this.#term(word), place, field);
    }
    return words.length;
  }

  /** A word as written, in parts and by the terms that find it. */
  #known(/** @type {string} */ written) {
    const known = this.#written.get(written);
    if (known) return known;
    const parts = partsOf(written);
    const all = forms(written).filter(isLong);
    const numbers = all.flatMap((each) => this.#numbers.get(each) ?? []);
    const word = {
      parts,
      terms: [...all, ...numbers.map(String)].map((each) => this.#term(each)),
      isNumber: numbers.length > 0 || /\d/.test(written),
    };
    this.#written.set(written, word);
    return word;
  }

  #term(/** @type {string} */ word) {
    const known = this.#terms.get(word);
    if (known) return known;
    /** @type {Term} */
    const term = { word, stem: null, places: [], leads: [], says: [] };
    this.#terms.set(word, term);
    const start = word.slice(0, 2);
    const begun = this.#starts.get(start) ?? [];
    this.#starts.set(start, begun);
    begun.push(term);
    return term;
  }

  /**
   * @param {string} query the last word may be a beginning
   * @returns {{ groups: Group[], isFound: (written: string) => boolean, mended: string }} mended: the
   *   query in words that the guide knows, where some were not
   */
  search(query) {
    const text = query.normalize();
    const words = wordsOf(text).flatMap(partsOf);
    const isOpen = /[\p{L}\p{N}]$/u.test(text);
    let asked = this.#asked(words, isOpen);
    const mended = this.#mended(asked);
    if (mended.size > 0) {
      const known = words.flatMap((word) => mended.get(word)?.map((term) => term.word) ?? word);
      asked = this.#asked(known, isOpen && !mended.has(words[words.length - 1]));
    }
    return { ...this.#found(this.#telling(asked, isOpen)), mended: this.#withKnown(text, mended) };
  }

  #found(/** @type {Asked[]} */ asked) {
    /** @type {Map<number, { score: number, words: Set<string>, isLed: boolean }>} */
    const found = new Map();
    /** @type {Set<Term>} */
    const marked = new Set();
    for (const { word, terms } of asked) {
      for (const [term] of terms) marked.add(term);
      const isSaid = this.#isSaid(terms);
      const leading = [...terms.keys()].filter(({ isPhrase }) => isPhrase || !isSaid);
      const led = leading.flatMap(({ leads }) => leads);
      for (const [place, score] of this.#scores(terms)) {
        const each = found.get(place) ?? { score: 0, words: new Set(), isLed: false };
        each.score += score;
        each.words.add(word);
        each.isLed ||= led.includes(place);
        found.set(place, each);
      }
    }
    /** @type {Map<string, Group>} */
    const groups = new Map();
    for (const [place, { score, words, isLed }] of found) {
      const entry = this.#entries[place];
      const missing = asked.map(({ word }) => word).filter((word) => !words.has(word));
      const share = missing.length ? words.size / asked.length : ALL_WORDS;
      const one = {
        entry,
        score: score * (isLed ? 1 : entry.boost) * share,
        missing,
      };
      const group = groups.get(entry.url) ?? {
        page: { entry: entry.page ?? entry, score: 0, missing: [] },
        parts: [],
      };
      if (entry.page === null) group.page = one;
      else group.parts.push(one);
      groups.set(entry.url, group);
    }
    const best = (/** @type {Group} */ { page, parts }) =>
      Math.max(page.score, parts[0]?.score ?? 0);
    for (const { parts } of groups.values()) parts.sort((one, other) => other.score - one.score);
    return {
      groups: [...groups.values()].sort((one, other) => best(other) - best(one)),
      isFound: (/** @type {string} */ written) => {
        const known = this.#written.get(written);
        return known !== undefined && known.terms.some((term) => marked.has(term));
      },
    };
  }

  #says(/** @type {string} */ word) {
    return isLong(word) && !isEmpty(word, this.#lang);
  }

  /** @returns {Asked[]} */
  #asked(/** @type {string[]} */ words, /** @type {boolean} */ isOpen) {
    /** @type {Asked[]} */
    const asked = words.map((word, i) => {
      const isLast = isOpen && i === words.length - 1;
      return { word, terms: this.#says(word) ? this.#meant(word, isLast) : new Map() };
    });
    for (const { from, to, terms } of this.#together(words)) {
      for (const each of asked.slice(from, to)) {
        for (const term of terms) each.terms.set(term, EXACT);
      }
    }
    for (const { to, unit } of this.#durationsIn(words)) {
      for (const [term, worth] of this.#meant(unit, false)) asked[to - 1].terms.set(term, worth);
    }
    for (const { terms } of asked) this.#addMeanings(terms);
    return asked;
  }

  /** The words of a query that say something. */
  #telling(/** @type {Asked[]} */ asked, /** @type {boolean} */ isOpen) {
    const telling = asked.filter(({ word, terms }) => this.#says(word) || terms.size > 0);
    const last = asked.at(-1);
    if (telling.length > 0 || last === undefined) return telling;
    return [{ word: last.word, terms: this.#meant(last.word, isOpen) }];
  }

  /** What words say together: “thank you” is “thank-you”, « fin de semaine » is « week-end ». */
  *#together(/** @type {string[]} */ words) {
    for (let from = 0; from < words.length; from += 1) {
      for (let to = from + 2; to <= from + LONGEST_PHRASE; to += 1) {
        const some = words.slice(from, to);
        if (some.length < to - from || !some.some((word) => this.#says(word))) continue;
        const isPair = some.length === 2 && some[1].length > 1;
        const whole = isPair && this.#terms.get(some.join(""));
        const phrase = this.#phrases.get(this.#phrase(some));
        const terms = [whole, phrase].flatMap((each) => each || []);
        if (terms.length > 0) yield { from, to, terms };
      }
    }
    for (const { from, to, word } of this.#durationsIn(words)) {
      const [whole, phrase] = [this.#terms.get(word), this.#phrases.get(word)];
      yield { from, to, terms: [whole, phrase].flatMap((each) => each || []) };
    }
  }

  /** Add to what a word stands for what the guide says for it. */
  #addMeanings(/** @type {Map<Term, number>} */ terms) {
    const isSaid = this.#isSaid(terms);
    const own = [...terms].filter(
      ([{ isPhrase }, worth]) => isPhrase || (!isSaid && worth >= FORM),
    );
    for (const [{ says }, worth] of own) {
      for (const word of says.filter((each) => this.#says(each))) {
        for (const [term] of this.#meant(word, false)) {
          if (!terms.has(term)) terms.set(term, worth * MEANING);
        }
      }
    }
  }

  /** @returns {Map<Term, number>} the terms that a word stands for, and how well they do */
  #meant(/** @type {string} */ word, /** @type {boolean} */ isOpen) {
    /** @type {Map<Term, number>} */
    const meant = new Map();
    const own = stem(word, this.#lang);
    // “thanki” is on its way to “thanking”.
    const near = isOpen && word.length > 5 ? [word.slice(0, -1), word.slice(0, -2)] : [];
    const candidates = word.length > 1 ? this.#starts.get(word.slice(0, 2)) : this.#terms.values();
    for (const term of candidates ?? []) {
      term.stem ??= isEmpty(term.word, this.#lang) ? "" : stem(term.word, this.#lang);
      if (term.word === word) meant.set(term, EXACT);
      else if (term.stem === own) meant.set(term, FORM);
      else if (isOpen && term.word.startsWith(word) && !term.isPhrase) {
        meant.set(term, (BEGINNING * word.length) / term.word.length);
      } else if (near.includes(term.stem)) {
        meant.set(term, BEGINNING);
      }
    }
    return meant;
  }

  /** @returns {Map<string, Term[]>} for each word that no place says, the word or words meant */
  #mended(/** @type {Asked[]} */ asked) {
    /** @type {Map<string, Term[]>} */
    const mended = new Map();
    const shortest = asked.some(({ terms }) => terms.size > 0) ? SHORT + 1 : SHORT;
    for (const { word, terms } of asked) {
      const isRight = (/** @type {[Term, number]} */ [term, worth]) =>
        worth === EXACT || term.word.startsWith(word);
      if (word.length < shortest || !this.#says(word) || [...terms].some(isRight)) continue;
      // « franchies » may be a form of « franchir », and is sooner a mistake for « franchise ».
      const own = [...terms.keys()].map((term) => distance(word, term.word, FARTHEST));
      const meant = closest(word, this.#terms);
      const isNearer = meant.cost + MUCH_NEARER <= Math.min(...own, FARTHEST);
      if (isNearer && !terms.has(meant.terms[0])) mended.set(word, meant.terms);
    }
    return mended;
  }

  /** @returns {string} the query with the words meant, as the guide writes them, or nothing */
  #withKnown(/** @type {string} */ query, /** @type {Map<string, Term[]>} */ mended) {
    if (mended.size === 0) return "";
    return query.replace(/[\p{L}\p{N}]+/gu, (/** @type {string} */ typed) => {
      const meant = mended.get(partsOf(typed.toLowerCase())[0]);
      return meant ? meant.map((term) => this.#asWritten(term)).join(" ") : typed;
    });
  }

  #asWritten(/** @type {Term} */ term) {
    for (const [written, { parts, terms }] of this.#written) {
      if (parts.length === 1 && terms[0] === term) return written;
    }
    return term.word;
  }

  /** Whether the guide has the very word, beyond one question among a hundred. */
  #isSaid(/** @type {Map<Term, number>} */ terms) {
    let said = 0;
    for (const [{ places }, worth] of terms) {
      if (worth < EXACT) continue;
      for (let i = 0; i < places.length; i += 3) said += this.#entries[places[i]].boost;
    }
    return said > ENOUGH;
  }

  /** @returns {Map<number, number>} how well each entry answers a word */
  #scores(/** @type {Map<Term, number>} */ terms) {
    const count = this.#entries.length;
    /** @type {Map<number, number>} */
    const scores = new Map();
    const isSaid = this.#isSaid(terms);
    for (const [{ leads, isPhrase }, worth] of terms) {
      const lead = worth * (isSaid && !isPhrase ? LEAD_BESIDE : LEAD);
      for (const place of leads) scores.set(place, Math.max(scores.get(place) ?? 0, lead));
    }
    for (const [{ places }, worth] of terms) {
      for (let i = 0; i < places.length; i += 3) {
        const entry = this.#entries[places[i]];
        const inTitle = places[i + 1] * (entry.page === null ? PAGE_TITLE : TITLE);
        const inText = places[i + 2] / (1 - LENGTH + (LENGTH * entry.size * count) / this.#size);
        scores.set(places[i], (scores.get(places[i]) ?? 0) + worth * (inTitle + inText));
      }
    }
    const rarity = Math.log(1 + (count - scores.size + 0.5) / (scores.size + 0.5));
    for (const [place, all] of scores) scores.set(place, (rarity * all) / (all + SATURATION));
    return scores;
  }
}

function note(
  /** @type {Term} */ { places },
  /** @type {number} */ place,
  /** @type {1 | 2} */ field,
) {
  let end = places.length;
  if (places[end - 3] !== place) end = places.push(place, 0, 0);
  places[end - 3 + field] += 1;
}
