// Search as people type: with or without accents, in any number, tense or case. The build puts this
// plain script before the theme's search worker (macros/hooks/search.py). The theme searches by
// beginnings of words, so a word is indexed as written, without accents, and as its stem, and a
// query is its words' stems. Stems and stop words are those that the theme loads anyway. What says all
// the words of a query comes before what says only some.
{
  const ALL_WORDS = 3;
  let filter;
  let separator;
  let stem;

  const fold = (word) =>
    word
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .replaceAll("œ", "oe")
      .replaceAll("æ", "ae")
      .replaceAll(/[^\p{L}\p{N}]/gu, "");

  /** “follow-up” is found as “follow”, “up” and “followup”, « e-mail » as “mail” and “email”. */
  const parts = (word) => [word, ...(word.includes("-") ? word.split("-") : [])];

  /** Every form under which a word of the guide is found. */
  function forms(token) {
    const words = parts(token.toString());
    const all = words.flatMap((word) => [fold(word), stem(fold(word)), fold(stem(word))]);
    return [...new Set(all)].filter(Boolean).map((form) => token.clone(() => form));
  }

  /** The words of a query as the theme must look for them: it takes each as a beginning. */
  function asStems(query) {
    const words = query
      .toLowerCase()
      .split(separator)
      .flatMap((word) => (/^.-/.test(word) ? word : word.split("-")))
      .filter(Boolean);
    const telling = words.filter((word) => filter(word));
    return (telling.length ? telling : words).map(asStem).join(" ");
  }

  /** Few letters begin too many words: a stem as short as that is looked for whole, by lunr's `^1`. */
  function asStem(word, i, { length }) {
    const folded = fold(word);
    const found = stem(folded) || folded;
    const unfinished = i === length - 1 && found === folded;
    return found.length > 3 || unfinished ? found : `${found}^1`;
  }

  /** The theme's own library, once its words of the language are there. */
  function prepare({ lang: [lang], separator: source }) {
    const { lunr } = self;
    separator = new RegExp(source);
    const language = () => (lang === "en" ? lunr : lunr[lang]);
    filter = (word) => language().stopWordFilter(word);
    stem = (word) => language().stemmer(new lunr.Token(word, {})).toString();
    lunr.Pipeline.registerFunction(forms, "forms");
    const { ref } = lunr.Builder.prototype;
    // Called once for an index, when the theme has chosen its pipeline and before it adds a page.
    lunr.Builder.prototype.ref = function (name) {
      this.pipeline.add(forms);
      ref.call(this, name);
    };
    const { search } = lunr.Index.prototype;
    lunr.Index.prototype.search = function (query) {
      const all = search.call(this, query.replaceAll(/(?<!\S)[^+\-\s]\S*/g, "+$&"));
      const whole = new Set(all.map(({ ref }) => ref));
      return search.call(this, query).map((result) => {
        if (whole.has(result.ref)) result.score *= ALL_WORDS;
        return markOnce(result);
      });
    };
  }

  /** A word found by two of its forms is marked once: the theme writes marks into marks. */
  function markOnce(result) {
    const seen = new Set();
    for (const fields of Object.values(result.matchData.metadata)) {
      for (const [field, found] of Object.entries(fields)) {
        const isNew = (position) => !seen.has(`${field} ${position}`);
        found.position = found.position.filter(isNew);
        for (const position of found.position) seen.add(`${field} ${position}`);
      }
    }
    return result;
  }

  addEventListener("message", (event) => {
    const { type, data } = event.data;
    if (type === 0) prepare(data.config);
    if (type !== 2 || !event.isTrusted) return;
    event.stopImmediatePropagation();
    dispatchEvent(new MessageEvent("message", { data: { type, data: asStems(data) } }));
  });
}
