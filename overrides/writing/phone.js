/** The number to dial in what people type for a telephone number. */
import { inAscii } from "../dates/typed.js";

/** Fewer digits are a floor or an extension; the longest number has fifteen (ITU-T E.164). */
const LEAST = 6;
const MOST = 15;
/** Digits that make a number whole: what comes after a slash, a bracket or a lone dash is another. */
const WHOLE = 8;
const RUN = /\+?[\d(](?:[\d()./-]| (?! ))*/g;
const APART = /[/(]| - /;
/** Directory enquiries, in most of Europe. */
const DIRECTORY = /^118\d{3}$/;
/** Where the first 0 is dialled at home only: France and its islands, Belgium, Switzerland, Britain, Ireland. */
const HOME_ZERO = /^(33|262|590|594|596|32|41|44|353)0/;
const DATE = /^(\d\d?[./-]\d\d?[./-](19|20)\d\d|(19|20)\d\d[./-]\d\d?[./-]\d\d?)(?!\d)/;

/**
 * The first number in a text, with what is before and after it, and as it is dialled: extensions,
 * remarks and further numbers are left out. After * or #, digits tell the telephone how to work.
 * @returns {{ before: string, text: string, after: string, dialled: string } | null}
 */
export function phoneNumber(/** @type {string} */ typed) {
  const plain = inAscii(typed.trim());
  for (const { 0: run, index } of plain.matchAll(RUN)) {
    const text = firstOf(run);
    const [before, after] = [plain.slice(0, index), plain.slice(index + text.length)];
    const dialled = dialledOf(text);
    const { length } = digits(text);
    const isCode = /[*#] ?$/.test(before);
    const isSpelled = length < WHOLE && /^-?\p{L}/u.test(after); // 1-800-555-CALL
    const isOther = isCode || isSpelled || DIRECTORY.test(dialled) || DATE.test(text);
    if (length < LEAST || length > MOST || isOther) continue;
    return { before, text, after, dialled };
  }
  return null;
}

function firstOf(/** @type {string} */ run) {
  const parts = run.split(new RegExp(`(${APART.source})`));
  const isOne = parts.every((part, index) => index % 2 || /^\d{1,4} ?$/.test(part));
  let text = "";
  for (const part of isOne ? [run] : parts) {
    if (APART.test(part) && digits(text).length >= WHOLE) break;
    text += part;
  }
  return halved(text.replace(/[ ./(-]+$/, ""));
}

/** Two numbers with nothing but a space between them: twice the same groups. */
function halved(/** @type {string} */ text) {
  const groups = text.split(" ");
  const half = groups.slice(0, groups.length / 2);
  const isTwice = half.every((group, index) => group.length === groups[index + half.length].length);
  return digits(text).length > MOST && isTwice ? half.join(" ") : text;
}

/** From abroad 00 is a plus, and the 0 of « +33 (0)1 23 45 67 89 » is not dialled. */
function dialledOf(/** @type {string} */ text) {
  const isAbroad = /^(\+|00)/.test(text);
  if (!isAbroad) return digits(text);
  const number = digits(text.replace(/\( ?0 ?\)/, "")).replace(/^00/, "");
  return `+${number.replace(HOME_ZERO, "$1")}`;
}

const digits = (/** @type {string} */ text) => text.replace(/\D/g, "");
