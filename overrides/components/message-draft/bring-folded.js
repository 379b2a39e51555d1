import { loadLater } from "../../shared/page-data.js";

/** A message that is folded needs its script once somebody opens it; without network, the next time. */
async function bring() {
  await loadLater();
  await import("./message-draft.js");
}

for (const draft of document.querySelectorAll("message-draft")) {
  const fold = draft.closest("details");
  const bringIfOpen = () => {
    if (fold.open) bring().catch(() => {});
  };
  fold.addEventListener("toggle", bringIfOpen);
  bringIfOpen();
}
