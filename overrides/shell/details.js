import { elementAt } from "./anchor.js";

/** What is folded opens for the link that leads into it, and on paper. */
export function openDetails() {
  const closed = new Set();
  const reveal = () => {
    const target = elementAt(location.hash);
    const details = target?.closest("details:not([open])");
    if (!details) return;
    details.open = true;
    details.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll(".md-content details:not([open])")) {
      closed.add(each);
      each.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const each of closed) each.open = false;
    closed.clear();
  });
}
