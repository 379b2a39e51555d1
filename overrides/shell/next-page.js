/**
 * Fetches the page that the reader is about to open: pointed at, or reached by the keyboard. A touch
 * opens it at once: browsers would then load it twice (Chromium 156, measured).
 */
export function fetchAhead() {
  const fetched = new Set([location.pathname]);
  const fetchPage = (/** @type {Event} */ event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    /** @type {HTMLAnchorElement | null} */
    const link = target.closest("a[href]");
    const pointerType = event instanceof PointerEvent ? event.pointerType : "";
    if (pointerType ? pointerType === "touch" : !target.matches(":focus-visible")) return;
    if (!link || link.origin !== location.origin || fetched.has(link.pathname)) return;
    if (link.hasAttribute("download") || navigator.connection?.saveData) return;
    fetched.add(link.pathname);
    const prefetch = document.createElement("link");
    prefetch.rel = "prefetch";
    prefetch.href = link.origin + link.pathname;
    document.head.append(prefetch);
  };
  for (const type of ["pointerover", "focusin"]) {
    addEventListener(type, fetchPage, { passive: true });
  }
}
