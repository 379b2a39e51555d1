import { store } from "../file/store.js";
import { loadLater } from "./page-data.js";
import { afterNextFrame, whenStill } from "./press.js";

const SIGNS = ["pointerdown", "focusin"];

/**
 * Bring a script, and what it says, once there is something for it to show: with what is kept, or with
 * the first change; already when the reader turns to the part of the page that leads there, so that it
 * is there when they need it.
 * @template Module
 * @param {() => Promise<Module>} load
 * @param {(module: Module) => unknown} start
 * @param {Element | null} part
 */
export function bringLater(load, start, part = null) {
  let isComing = false;
  const come = async () => {
    if (isComing) return;
    isComing = true;
    const coming = Promise.all([load(), loadLater()]);
    const [module] = await coming.catch(() => []);
    // The network was away: again with the next sign.
    if (module === undefined) isComing = false;
    else {
      unsubscribe();
      for (const sign of SIGNS) part?.removeEventListener(sign, come);
      whenStill(() => start(module));
    }
  };
  // What the reader did is answered first.
  const unsubscribe = store.subscribe(() => afterNextFrame(come));
  for (const sign of SIGNS) part?.addEventListener(sign, come);
  // An installed copy may have a file of its own, which keep-notice says.
  const isInstalled = window.matchMedia("(display-mode: standalone)").matches;
  if (isInstalled || store.state !== "kept" || store.keys().length > 0) come();
}
