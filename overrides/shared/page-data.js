/**
 * What the build wrote into the page for its scripts. In the finished site it comes in a file of its
 * own (macros/publish/assets.py), after what is to be read; a page without tools has nothing.
 */
export const page =
  window.guideSettings ?? JSON.parse(document.getElementById("se-settings")?.textContent ?? "{}");

/** @type {Promise<void> | null} */
let coming = null;

/** What is said and read by scripts that came with `import()`: in the finished site, a file too. */
export function loadLater() {
  coming ??= load().catch((error) => {
    coming = null;
    throw error;
  });
  return coming;
}

async function load() {
  /** @type {HTMLElement | null} */
  const script = document.querySelector("script[data-later]");
  if (script === null) return;
  const answer = await fetch(/** @type {string} */ (script.dataset.later));
  const { words, ...data } = await answer.json();
  Object.assign(page.words, words);
  Object.assign(page, data);
}
