/** @type {Record<string, string>} */
const LINKS = { p: "prev", ",": "prev", n: "next", ".": "next" };

/** Keys of the theme: the page before and after, and Enter on a label. */
export function followKeys() {
  let isTab = false;
  addEventListener("keydown", ({ key }) => (isTab = key === "Tab"), { capture: true });
  addEventListener("pointerdown", () => (isTab = false), { capture: true });
  addEventListener("keydown", onKey);
  // The theme draws a ring around what the keyboard has reached, by this class.
  addEventListener("focusin", ({ target }) => {
    ring(target, true);
    // Of a large field browsers bring in the caret alone: the rest may be behind the doors.
    if (isTab && target instanceof HTMLTextAreaElement) target.scrollIntoView({ block: "nearest" });
  });
  addEventListener("focusout", ({ target }) => ring(target, false));
  ring(document.activeElement, true);
}

function ring(/** @type {EventTarget | null} */ target, /** @type {boolean} */ hasFocus) {
  if (!(target instanceof Element)) return;
  target.classList.toggle("focus-visible", hasFocus && target.matches(":focus-visible"));
}

/** Whether a key typed now is meant for the page, not for a field. */
export function isForPage(/** @type {KeyboardEvent} */ { key, metaKey, ctrlKey, isComposing }) {
  const active = document.activeElement;
  if (metaKey || ctrlKey || isComposing) return false;
  if (active instanceof HTMLElement && active.isContentEditable) return false;
  if (active?.matches("[type=radio]")) return !key.startsWith("Arrow");
  return !active?.matches("input, select, textarea");
}

function onKey(/** @type {KeyboardEvent} */ event) {
  if (!isForPage(event)) return;
  const active = document.activeElement;
  if (event.key === "Enter" && active instanceof HTMLLabelElement) {
    active.click();
  } else if (Object.hasOwn(LINKS, event.key)) {
    /** @type {HTMLLinkElement | null} */
    const link = document.querySelector(`link[rel=${LINKS[event.key]}]`);
    if (link) goTo(link.href);
  }
}

function goTo(/** @type {string} */ href) {
  const link = document.createElement("a");
  link.href = href;
  link.click();
}
