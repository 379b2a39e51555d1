/** The e-mail addresses in what people type or paste for one. */
import { inAscii } from "../dates/typed.js";

const BETWEEN = /[\s,;:/<>()[\]"«»“”„|]+/;
const EDGE = /^[.'’‘!?…-]+|[.'’‘!?…-]+$/g;
const ADDRESS = /^[^@\\]+@[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/** What a link asks beside its addresses: other recipients, a subject, a text. */
const QUERY = /((?:@|%40)[\p{L}\p{N}.-]+|mailto:)\?[^\s>]*/giu;

/** @returns {string[]} what looks like an address, each once: « Camille Renard <a@b> » holds a@b */
export function addressesIn(/** @type {string} */ typed) {
  const plain = inAscii(typed);
  const isLink = /mailto:/i.test(plain);
  const found = plain
    .replace(QUERY, "$1")
    .split(BETWEEN)
    .map((part) => (isLink ? decoded(part) : part))
    .map((part) => part.replace(EDGE, ""))
    .filter((part) => ADDRESS.test(part) && !part.includes(".."));
  return [...new Set(found)];
}

/** A link writes some signs as %40. */
function decoded(/** @type {string} */ to) {
  try {
    return decodeURIComponent(to);
  } catch {
    return to;
  }
}
