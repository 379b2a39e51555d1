/**
 * The element that an address points to by its hash, read as browsers do: as it stands, then decoded.
 * Anything may stand there: links are cut, glued and encoded twice on their way.
 * @returns {HTMLElement | null}
 */
export function elementAt(/** @type {string} */ hash) {
  const id = hash.slice(1);
  return document.getElementById(id) ?? document.getElementById(decoded(id));
}

/** An id as an address may write it: as it stands, where it cannot be read. */
export function decoded(/** @type {string} */ text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone %, or bytes of another encoding
  }
}
