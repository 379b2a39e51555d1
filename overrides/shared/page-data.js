/**
 * What the build wrote into the page for its scripts. In the finished site it comes in a file of its
 * own (macros/publish/assets.py), after what is to be read; a page without tools has nothing.
 */
export const page =
  window.guideSettings ?? JSON.parse(document.getElementById("se-settings")?.textContent ?? "{}");
