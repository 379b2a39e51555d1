// Stands in the page right after the header, in the place of the theme's scripts:
// before the first paint, the stand-in for a blocked storage is there, that scripts run, the colours
// of the last visit, and the button beside them.
/* global SCOPE -- the path of the site, from macros/slim/scripts.py */
import "../lib/storage-guard.js";

document.documentElement.className = "js";
const KEY = `${SCOPE}.__palette`; // the theme's
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
  // To know the colours, the browser would have to lay out what it has not yet read.
  requestAnimationFrame(() => setTimeout(tellBrowser));
  return { index, color };
}

function tellBrowser() {
  const { backgroundColor, colorScheme } = getComputedStyle(document.querySelector(".md-header"));
  [metas[0].content, metas[1].content] = [backgroundColor, colorScheme];
}

function choose(index) {
  // Nothing glides from one colour to the other.
  document.body.setAttribute("data-md-color-switching", "");
  try {
    localStorage.setItem(KEY, JSON.stringify(show(index)));
  } catch {
    // Full: the colours stay until the page closes.
  }
  setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
}

function start() {
  const kept = JSON.parse(localStorage.getItem(KEY))?.index;
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
