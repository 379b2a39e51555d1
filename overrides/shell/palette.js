const { key, inputs, coloursOf, show } = window.palette; // first.js

/** The buttons of the colours. */
export function choosePalette() {
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => show());
  inputs.forEach((input, index) => {
    input.addEventListener("change", () => choose(input, index));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      const next = inputs[(index + 1) % inputs.length];
      next.click();
      next.focus();
    });
  });
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
