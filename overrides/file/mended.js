/**
 * The JSON of a backup in a text that went through a mail program: with words before and after it,
 * quoted, wrapped, with other spaces and other quotation marks. It is read as what it was; that it had
 * to be mended is said, since no one knows then whether the words inside are still the same.
 *
 * @typedef {"cut-start" | "cut-end" | "altered" | "several"} Broken
 * @typedef {{ file: unknown, isMended: boolean }} Read
 * @typedef {Read | { problem: Broken }} Result
 */
const GAP = "[\\s\\p{Cf}]*";
/**
 * The marks that stand for one another, by the one that opens the first name.
 * @type {Record<string, string>}
 */
const QUOTES = {
  '"': '"',
  "“": '“”„‟"',
  "”": '“”„‟"',
  "„": '“”„‟"',
  "«": "«»",
  "»": "«»",
  "″": "″",
  "＂": "＂",
};
const ANY = Object.keys(QUOTES).join("");
const START = new RegExp(`\\{${GAP}([${ANY}])(${GAP})format${GAP}[${ANY}]${GAP}:`, "gu");
/** An entry as a backup writes it, wherever it was cut. */
const ENTRY = new RegExp(
  `(?:a[0-9a-z]{1,16}:[\\w:-]+|entries)${GAP}[${ANY}]${GAP}:${GAP}[${ANY}{]`,
  "u",
);
const DEEPEST = 3;
/** A message quotes the ones before it; a longer chain is no message. */
const MOST = 20;
/** Longer lines were not cut at a space, but where mail ends every line (RFC 5322, 998 characters). */
const LONG = 200;

/** @returns {Result | null} null where nothing looks like a backup */
export function jsonIn(/** @type {string} */ carried) {
  try {
    return { file: JSON.parse(carried.replace(/^\uFEFF/, "")), isMended: false };
  } catch {
    // Perhaps it stands in a message.
  }
  const whole = carried.replace(/\r\n?/g, "\n");
  const lines = withoutSoftBreaks(whole);
  // Only what is no backup yet can be the source of a page, with its own quote marks in it.
  const text = unquoted(withoutMarkup(unquoted(lines)));
  const found = [...text.matchAll(START)].slice(0, MOST).map((start) => parsed(text, start, whole));
  if (found.length === 0) return ENTRY.test(text) ? { problem: "cut-start" } : null;
  /** @type {Map<string, Result>} */
  const files = new Map(
    found.flatMap((each) =>
      "file" in each && each.file ? [[JSON.stringify(each.file), each]] : [],
    ),
  );
  if (files.size > 1) return { problem: "several" };
  return files.size === 1 ? [...files.values()][0] : found[0];
}

/** Quoted-printable (RFC 2045), where a text has its soft breaks and nothing that contradicts it. */
function withoutSoftBreaks(/** @type {string} */ text) {
  if (!/=[ \t]*\n/.test(text)) return text;
  const joined = text.replace(/=[ \t]*\n/g, "");
  if (/=(?![\dA-F]{2})/.test(joined)) return joined;
  return joined.replace(/(?:=[\dA-F]{2})+/g, (octets) =>
    new TextDecoder().decode(
      Uint8Array.from(octets.slice(1).split("="), (each) => Number.parseInt(each, 16)),
    ),
  );
}

function withoutMarkup(/** @type {string} */ text) {
  if (!/&quot;|&#34;|&#x22;/i.test(text) || text.search(START) >= 0) return text;
  /** @type {Record<string, string>} */
  const names = { quot: '"', amp: "&", lt: "<", gt: ">", apos: "'", nbsp: "\u00a0" };
  return text
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
      if (name) return Object.hasOwn(names, name) ? names[name] : whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

/** Take away as many « > » as stand before the first line of the backup. */
function unquoted(/** @type {string} */ text) {
  const start = /^((?:[ \t]*>[ \u00a0]?)+)[\s\p{Cf}]*\{/mu.exec(text);
  if (start === null) return text;
  const depth = start[1].split(">").length - 1;
  const marks = new RegExp(`^(?:[ \\t]*>[ \u00a0]?){1,${depth}}`, "gm");
  return text.slice(start.index).replace(marks, "");
}

/** @returns {Result} */
function parsed(
  /** @type {string} */ text,
  /** @type {RegExpExecArray} */ start,
  /** @type {string} */ whole,
) {
  const reader = new Reader(text, start.index, start[1], start[2]);
  try {
    const file = reader.value(0);
    return { file, isMended: text !== whole || !isJson(text.slice(start.index, reader.at)) };
  } catch (broken) {
    if (!(broken instanceof Unreadable)) throw broken;
    return { problem: broken.problem };
  }
}

function isJson(/** @type {string} */ text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

class Unreadable extends Error {
  constructor(/** @type {Broken} */ problem) {
    super(problem);
    this.problem = problem;
  }
}

class Reader {
  #text;
  #at;
  #isPlain;
  #pad;
  #quotes;
  #afterName;
  #afterValue;

  /**
   * @param {string} text
   * @param {number} at where the object begins
   * @param {string} quote the mark that opens its first name
   * @param {string} gap what stands between that mark and the name
   */
  constructor(text, at, quote, gap) {
    this.#text = text;
    this.#at = at;
    this.#isPlain = quote === '"';
    this.#pad = QUOTES[quote] === "«»" ? gap : "";
    this.#quotes = QUOTES[quote];
    const q = `[${this.#quotes}]`;
    // Marks of the reader's own stand between words, not before the next name.
    this.#afterName = new RegExp(`${GAP}:`, "uy");
    this.#afterValue = new RegExp(
      `${GAP}(?:\\}|,${GAP}${q}${GAP}[\\w:.-]+${GAP}${q}${GAP}:)`,
      "uy",
    );
  }

  /** Where it has read to. */
  get at() {
    return this.#at;
  }

  /** @returns {unknown} */
  value(/** @type {number} */ depth) {
    this.#skip();
    const next = this.#peek();
    if (next === "{" && depth <= DEEPEST) return this.#object(depth);
    if (this.#quotes.includes(next)) return this.#string(this.#afterValue);
    const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?|true|false|null/y;
    plain.lastIndex = this.#at;
    const found = plain.exec(this.#text);
    if (found === null) throw new Unreadable("altered");
    this.#at = plain.lastIndex;
    return JSON.parse(found[0]);
  }

  #object(/** @type {number} */ depth) {
    /** @type {[string, unknown][]} */
    const entries = [];
    this.#take("{");
    this.#skip();
    while (this.#peek() !== "}") {
      if (entries.length > 0) this.#take(",");
      this.#skip();
      const name = this.#string(this.#afterName);
      this.#skip();
      this.#take(":");
      entries.push([name, this.value(depth + 1)]);
      this.#skip();
    }
    this.#take("}");
    return Object.fromEntries(entries);
  }

  /** @returns {string} */
  #string(/** @type {RegExp} */ after) {
    if (!this.#quotes.includes(this.#peek())) throw new Unreadable("altered");
    const begin = ++this.#at;
    for (; ; this.#at++) {
      const letter = this.#peek();
      if (letter === "\\") this.#at++;
      else if (this.#quotes.includes(letter) && this.#closes(after)) break;
    }
    const inside = this.#text.slice(begin, this.#at++);
    return unescaped(this.#pad ? inside.replace(/^\s|\s$/g, "") : inside);
  }

  #closes(/** @type {RegExp} */ after) {
    if (this.#isPlain) return true;
    after.lastIndex = this.#at + 1;
    return after.test(this.#text);
  }

  #skip() {
    const gap = /[\s\p{Cf}]*/uy;
    gap.lastIndex = this.#at;
    gap.exec(this.#text);
    this.#at = gap.lastIndex;
  }

  #take(/** @type {string} */ letter) {
    if (this.#peek() !== letter) throw new Unreadable("altered");
    this.#at++;
  }

  #peek() {
    if (this.#at >= this.#text.length) throw new Unreadable("cut-end");
    return this.#text[this.#at];
  }
}

/** What stands in a string of JSON, a line that was cut made one again. */
function unescaped(/** @type {string} */ inside) {
  const lines = inside.split("\n");
  const joined = lines.slice(1).reduce((whole, line, index) => {
    const before = lines[index];
    return whole + (/\s$/.test(before) || before.length > LONG ? "" : " ") + line;
  }, lines[0]);
  const plain = joined
    .replace(/"|\\\s?(.)/gs, (each, next) => (next && !ANY.includes(next) ? each : '\\"'))
    .replace(/\t/g, "\\t");
  try {
    return JSON.parse(`"${plain}"`);
  } catch {
    throw new Unreadable("altered");
  }
}
