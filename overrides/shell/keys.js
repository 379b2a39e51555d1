const LINKS = { p: "prev", ",": "prev", n: "next", ".": "next" };

/** Keys of the theme: the page before and after, and Enter on a label. */
export function followKeys() {
  addEventListener("keydown", onKey);
  // The theme draws a ring around what the keyboard has reached, by this class.
  addEventListener("focusin", ({ target }) => ring(target, target.matches(":focus-visible")));
  addEventListener("focusout", ({ target }) => ring(target, false));
}

function ring(element, isShown) {
  element.classList.toggle("focus-visible", isShown);
}

/** Whether a key typed now is meant for the page, not for a field. */
export function isForPage({ key, metaKey, ctrlKey, isComposing }) {
  const active = document.activeElement;
  if (metaKey || ctrlKey || isComposing || active.isContentEditable) return false;
  if (active.matches("[type=radio]")) return !key.startsWith("Arrow");
  return !active.matches("input, select, textarea");
}

function onKey(event) {
  if (!isForPage(event)) return;
  if (event.key === "Enter" && document.activeElement.matches("label")) {
    document.activeElement.click();
  } else if (Object.hasOwn(LINKS, event.key)) {
    const link = document.querySelector(`link[rel=${LINKS[event.key]}]`);
    if (link) goTo(link.href);
  }
}

function goTo(href) {
  const link = document.createElement("a");
  link.href = href;
  link.click();
}
