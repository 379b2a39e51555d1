import { elementAt } from "./anchor.js";

/** What is folded opens for the link that leads into it, and on paper. */
export function openDetails() {
  /** @type {Set<HTMLDetailsElement>} */
  const closed = new Set();
  const reveal = () => {
    const target = elementAt(location.hash);
    /** @type {HTMLDetailsElement | null | undefined} */
    const details = target?.closest("details:not([open])");
    if (!details) return;
    details.open = true;
    details.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
  addEventListener("beforeprint", () => {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const folded = document.querySelectorAll(".md-content details:not([open])");
    for (const each of folded) {
      closed.add(each);
      each.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const each of closed) each.open = false;
    closed.clear();
  });
}
