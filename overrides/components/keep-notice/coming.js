import { store } from "../../file/store.js";
import { loadLater } from "../../shared/page-data.js";

/**
 * Which application a page is about, what endangers the file and where it is kept are said only once
 * there is something to say it of: their scripts come with what is kept, or with the first change.
 */
let isComing = false;

async function come() {
  if (isComing) return;
  isComing = true;
  try {
    await loadLater();
    await import("./around.js");
    unsubscribe();
  } catch {
    isComing = false; // the network was away: again with the next change
  }
}

const unsubscribe = store.subscribe(come);
const isInstalled = window.matchMedia("(display-mode: standalone)").matches;
if (isInstalled || store.state !== "kept" || store.keys().length > 0) come();
