/** What is shown of a text in which words were found. */
import { WORD } from "./stems.js";

const MOST = 2; // paragraphs
const LONGEST = 200; // letters of one
const BEFORE = 60; // letters before the first word found

/**
 * @param {string} text paragraphs, one a line
 * @param {(word: string) => boolean} isFound
 * @returns {string[]} the first paragraphs that have a word, or the very first, cut between words
 */
export function excerpts(text, isFound) {
  if (!text) return [];
  const all = text.split("\n");
  const telling = [];
  for (const each of all) {
    const at = firstFound(each, isFound);
    if (at >= 0) telling.push(cut(each, at));
    if (telling.length === MOST) break;
  }
  return telling.length ? telling : [cut(all[0], 0)];
}

/** @returns {[string, boolean][]} a text in pieces, each found or not */
export function pieces(
  /** @type {string} */ text,
  /** @type {(word: string) => boolean} */ isFound,
) {
  /** @type {[string, boolean][]} */
  const parts = [];
  let end = 0;
  for (const { 0: word, index } of text.toLowerCase().matchAll(WORD)) {
    if (!isFound(word)) continue;
    parts.push([text.slice(end, index), false], [text.slice(index, index + word.length), true]);
    end = index + word.length;
  }
  parts.push([text.slice(end), false]);
  return parts.filter(([part]) => part);
}

function firstFound(/** @type {string} */ text, /** @type {(word: string) => boolean} */ isFound) {
  for (const { 0: word, index } of text.toLowerCase().matchAll(WORD)) {
    if (isFound(word)) return index;
  }
  return -1;
}

function cut(/** @type {string} */ text, /** @type {number} */ at) {
  if (text.length <= LONGEST) return text;
  let start = Math.min(Math.max(0, at - BEFORE), text.length - LONGEST);
  if (start > 0) start = text.indexOf(" ", start) + 1;
  let end = start + LONGEST;
  if (end < text.length) end = text.lastIndexOf(" ", end);
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}
