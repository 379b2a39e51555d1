// Stands in the page right after the buttons of the colours, in the place of the theme's script:
// the colours of the last visit are there before the first paint, and the button beside them.
const inputs = [...document.querySelectorAll("[data-md-component=palette] input")];
const light = matchMedia("(prefers-color-scheme: light)");
const metas = ["theme-color", "color-scheme"].map((name) => {
  const meta = document.createElement("meta");
  meta.name = name;
  return document.head.appendChild(meta);
});

function show(index) {
  const color = {};
  for (const key of ["media", "scheme", "primary", "accent"]) {
    color[key] = inputs[index].getAttribute(`data-md-color-${key}`);
    document.body.setAttribute(`data-md-color-${key}`, color[key]);
  }
  inputs.forEach((input, i) => {
    input.nextElementSibling.hidden = i !== index;
  });
  const { backgroundColor, colorScheme } = getComputedStyle(document.querySelector(".md-header"));
  [metas[0].content, metas[1].content] = [backgroundColor, colorScheme];
  return { index, color };
}

function choose(index) {
  // Nothing glides from one colour to the other.
  document.body.setAttribute("data-md-color-switching", "");
  window.__md_set("__palette", show(index));
  setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
}

function start() {
  const kept = window.__md_get("__palette")?.index;
  const preferred = inputs.findIndex(({ dataset }) => matchMedia(dataset.mdColorMedia).matches);
  show(Math.max(0, Math.min(kept ?? preferred, inputs.length - 1)));
}

start();
light.addEventListener("change", start);
inputs.forEach((input, index) => {
  input.addEventListener("change", () => choose(index));
  input.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter") return;
    const next = inputs[(index + 1) % inputs.length];
    next.click();
    next.focus();
  });
});
