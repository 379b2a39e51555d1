/** Put a text where it is read out, only when it changes: a status written again is read again. */
export function say(/** @type {Element} */ place, /** @type {string} */ text) {
  if (place.textContent !== text) place.textContent = text;
}
