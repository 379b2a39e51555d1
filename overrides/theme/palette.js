const { key, inputs, coloursOf, show } = window.palette; // first.js
const metas = ["theme-color", "color-scheme"].map((name) =>
  document.head.appendChild(Object.assign(document.createElement("meta"), { name })),
);

/** The buttons of the colours. */
export function choosePalette() {
  tellBrowser();
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => {
    show();
    tellBrowser();
  });
  inputs.forEach((input, index) => {
    input.addEventListener("change", () => choose(input, index));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      const next = inputs[(index + 1) % inputs.length];
      next.click();
      next.focus();
    });
  });
}

function choose(input, index) {
  // Nothing glides from one colour to the other.
  document.body.setAttribute("data-md-color-switching", "");
  show(input);
  tellBrowser();
  setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
  try {
    localStorage.setItem(key, JSON.stringify({ index, color: coloursOf(input) }));
  } catch {
    // Full: the next page asks the device.
  }
}

/** The colours of what the browser itself draws, known once the page is laid out. */
function tellBrowser() {
  const { backgroundColor, colorScheme } = getComputedStyle(document.querySelector(".md-header"));
  [metas[0].content, metas[1].content] = [backgroundColor, colorScheme];
}
