const { key, inputs, coloursOf, show } = window.palette; // first.js

/** The colours that the reader chooses are shown and kept; until then those of the device. */
export function choosePalette() {
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => show());
  inputs.forEach((input, index) => input.addEventListener("change", () => choose(input, index)));
}

function choose(/** @type {HTMLInputElement} */ input, /** @type {number} */ index) {
  // Nothing glides from one colour to the other.
  document.body.setAttribute("data-md-color-switching", "");
  show(input);
  setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
  try {
    localStorage.setItem(key, JSON.stringify({ index, color: coloursOf(input) }));
  } catch {
    // Full: the next page asks the device.
  }
}
