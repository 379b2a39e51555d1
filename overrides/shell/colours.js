/** Each button of the colours gives the next, and its place to the button of those. */
export function giveNextColours() {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll("[data-md-component=palette] button");
  buttons.forEach((button, index) => {
    const next = buttons[(index + 1) % buttons.length];
    button.addEventListener("click", () => {
      // The input is heard by palette.js, or by the theme's script.
      /** @type {HTMLElement} */ (next.previousElementSibling).click();
      next.focus();
    });
  });
}
