// What the theme's script does on a page of this guide: macros/publish/ puts this in its place.
import "./frame.js";
import "./opening.js";
import "./language.js";
import "./updates.js";
import { choosePalette } from "./palette.js";
import { followKeys } from "./keys.js";
import { openDetails } from "./details.js";

const MOVES = ["scroll", "resize", "hashchange"];

/** What goes along with the reader waits, on a phone, until they move. */
function followReading() {
  const script = /** @type {HTMLElement} */ (document.querySelector("script[data-reading]"));
  const reading = /** @type {string} */ (script.dataset.reading);
  const follow = () => {
    for (const type of MOVES) removeEventListener(type, follow);
    import(new URL(reading, document.baseURI).href);
  };
  for (const type of MOVES) addEventListener(type, follow, { passive: true });
  if (scrollY > 0 || matchMedia("(min-width: 60em)").matches) follow();
}

/** A link into this page closes what covers it. */
function closeCovers() {
  addEventListener("hashchange", () => {
    setTimeout(() => {
      /** @type {NodeListOf<HTMLElement>} */
      const covers = document.querySelectorAll("[data-md-toggle]:checked");
      for (const toggle of covers) toggle.click();
    }, 125);
  });
}

const parts = [choosePalette, followKeys, followReading, openDetails, closeCovers];
for (const start of parts) start();
