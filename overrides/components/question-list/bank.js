/**
 * All questions of all themes: loaded when they are asked for, never with the page.
 * @typedef {{ id: string, ask: string, prepare: string, more: string }} Question
 * @typedef {{ title: string, questions: Question[] }[]} Bank
 */

/** @type {Promise<Bank | null> | null} */
let loading = null;

/** @returns {Promise<Bank | null>} null when they cannot be loaded now */
export function loadBank(/** @type {string} */ url) {
  loading ??= load(url);
  return loading;
}

async function load(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    return await response.json();
  } catch {
    loading = null; // the next time it may be there
    return null;
  }
}
