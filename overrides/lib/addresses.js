/** The e-mail addresses in what people type or paste for one. */
import { inAscii } from "./typed.js";

const BETWEEN = /[\s,;:/<>()[\]"«»“”„|]+/;
const EDGE = /^[.'’‘!?…-]+|[.'’‘!?…-]+$/g;
const ADDRESS = /^[^@\\]+@[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/** @returns {string[]} what looks like an address, each once: « Camille Renard <a@b> » holds a@b */
export function addressesIn(/** @type {string} */ typed) {
  const text = inAscii(typed).replace(
    /mailto:([^?\s>]*)(\?[^\s>]*)?/gi,
    (_, to) => ` ${decoded(to)} `,
  );
  const found = text
    .split(BETWEEN)
    .map((part) => part.replace(EDGE, ""))
    .filter((part) => ADDRESS.test(part) && !part.includes(".."));
  return [...new Set(found)];
}

/** A link writes some signs as %40. */
function decoded(to) {
  try {
    return decodeURIComponent(to);
  } catch {
    return to;
  }
}
