/** Fetches the page that the reader is about to open: pointed at, reached by the keyboard, touched. */
export function fetchAhead() {
  const fetched = new Set([location.pathname]);
  const fetchPage = ({ target }) => {
    const link = target.closest?.("a[href]");
    if (!link || link.origin !== location.origin || fetched.has(link.pathname)) return;
    if (link.hasAttribute("download") || navigator.connection?.saveData) return;
    fetched.add(link.pathname);
    const prefetch = document.createElement("link");
    prefetch.rel = "prefetch";
    prefetch.href = link.origin + link.pathname;
    document.head.append(prefetch);
  };
  for (const type of ["pointerover", "focusin", "touchstart"]) {
    addEventListener(type, fetchPage, { passive: true });
  }
}
