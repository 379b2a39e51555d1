import { elementAt } from "./anchor.js";

/** Who follows an old address to what stands on another page now is led there. */
export function sendOn() {
  /** @type {HTMLElement | null} */
  const from = document.querySelector("[data-old-ids]");
  if (!from) return;
  const look = async () => {
    const { hash } = location;
    if (hash.length < 2 || elementAt(hash)) return;
    try {
      const response = await fetch(/** @type {string} */ (from.dataset.oldIds));
      /** @type {Record<string, string>} */
      const moved = await response.json();
      const id = decodeURIComponent(hash.slice(1));
      const isMeant = (/** @type {string} */ name) =>
        name.endsWith("*") ? id.startsWith(name.slice(0, -1)) : id === name;
      const name = Object.keys(moved).find(isMeant);
      if (!name || location.hash !== hash) return;
      // Who comes back finds the old page, and is not sent on again.
      history.replaceState(history.state, "", location.pathname);
      Object.assign(document.createElement("a"), { href: moved[name] }).click();
    } catch {
      // No network, or an address that nobody wrote: the page says where things are.
    }
  };
  addEventListener("hashchange", look);
  look();
}
