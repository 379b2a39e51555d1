/** The list of all pages closes where one expects it to. */
export function closeMenu() {
  /** @type {HTMLDetailsElement | null} */
  const menu = document.querySelector("details[data-menu]");
  if (!menu) return;
  const close = () => {
    menu.open = false;
  };
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    const hadFocus = menu.contains(document.activeElement);
    close();
    if (hadFocus) menu.querySelector("summary")?.focus();
  });
  addEventListener("click", ({ target }) => {
    if (target instanceof Element && (!menu.contains(target) || target.closest("a"))) close();
  });
  addEventListener("hashchange", close);
}
