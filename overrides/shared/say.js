/** Put a text where it is read out, only when it changes: a status written again is read again. */
export function say(/** @type {Element} */ place, /** @type {string} */ text) {
  if (place.textContent !== text) place.replaceChildren(...unbroken(text));
}

// The twin of macros/typography.py: browsers break after any hyphen, and none may end a line in « e- ».
const SHORT_PART = /(^|[^\p{L}\p{N}-])((?:\p{L}+-)*\p{L}-\p{L}[\p{L}\p{N}-]*)/u;

/** @returns {(string | Element)[]} a text, its words like « e-mail » each kept on one line */
export function unbroken(/** @type {string} */ text) {
  const [before, ...rest] = text.split(SHORT_PART);
  /** @type {(string | Element)[]} */
  const nodes = [before];
  for (let index = 0; index < rest.length; index += 3) {
    const [edge, word, after] = rest.slice(index);
    const span = document.createElement("span");
    span.className = "se-nowrap";
    span.textContent = word;
    nodes.push(edge, span, after);
  }
  return nodes.filter((node) => node !== "");
}
