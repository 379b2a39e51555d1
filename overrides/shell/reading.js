// Follows the reader down the page: table of contents, columns, title, the way back to the top; and
// goes ahead of them to the next one.
import { elementAt } from "./anchor.js";
import { fetchAhead } from "./next-page.js";

followReading();
fetchAhead();

function followReading() {
  const one = (selector) => document.querySelector(selector);
  const [header, main] = [one(".md-header"), one(".md-main")];
  // The table of contents stands beside the text, and once more in the drawer.
  const contents = [...document.querySelectorAll("[data-md-component=toc]")].map((list) =>
    tableOfContents(list, header, main),
  );
  const columns = [...document.querySelectorAll(".md-sidebar")].map((each) => column(each));
  const [title, heading, top] = [one(".md-header__title"), one(".md-content h1"), one(".md-top")];
  let [lastY, isAsked, hadGoneTo] = [scrollY, false, false];

  function look() {
    isAsked = false;
    const height = header.offsetHeight;
    const { offsetTop: start, offsetHeight: size } = main;
    const end = start + size;
    const seen =
      innerHeight - Math.max(start - scrollY, height) - Math.max(0, innerHeight + scrollY - end);
    for (const show of columns) show(height, Math.max(0, seen), scrollY - start + height);
    for (const follow of contents) follow();
    if (heading?.offsetHeight) {
      const { bottom } = heading.getBoundingClientRect();
      title.classList.toggle("md-header__title--active", bottom <= height);
    }
    if (top && scrollY !== lastY) showTop();
    lastY = scrollY;
  }

  /** On a phone it stands at the end of the page. */
  const floats = matchMedia("(min-width: 60em)");

  function showTop() {
    const isHidden = floats.matches && (hadGoneTo || !(scrollY < lastY && scrollY > 0));
    hadGoneTo = false;
    top.hidden = isHidden;
    if (isHidden) top.tabIndex = -1;
    else top.removeAttribute("tabindex");
  }

  const ask = () => {
    if (!isAsked) requestAnimationFrame(look);
    isAsked = true;
  };
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask);
  new ResizeObserver(ask).observe(document.body);
  top?.addEventListener("click", (event) => {
    event.preventDefault();
    scrollTo({ top: 0 });
  });
  addEventListener("hashchange", () => {
    hadGoneTo = true;
  });
  look();
}

/** A column beside the text is as high as what is seen of the text. */
function column(/** @type {HTMLElement} */ sidebar) {
  const inner = sidebar.querySelector(".md-sidebar__scrollwrap");
  const grid = sidebar.closest(".md-grid");
  const isBeside = matchMedia(
    sidebar.dataset.mdType === "toc" ? "(min-width: 60em)" : "(min-width: 76.25em)",
  );
  const gap = grid.offsetTop - grid.parentElement.offsetTop;
  const y = inner.offsetTop;
  let isNew = true;
  return (headerHeight, seen, gone) => {
    if (!isBeside.matches) {
      [inner.style.height, sidebar.style.top] = ["", ""];
      return;
    }
    inner.style.height = `${seen + Math.min(gap, Math.max(0, gone)) - gap - 2 * y}px`;
    sidebar.style.top = `${headerHeight}px`;
    if (isNew) {
      for (const link of sidebar.querySelectorAll(".md-nav__link--active[href]")) {
        if (link.clientHeight) center(link, inner);
      }
    }
    isNew = false;
  };
}

function center(link, container, behavior = "auto") {
  const top = link.offsetTop - container.offsetTop - container.offsetHeight / 2;
  container.scrollTo({ top, behavior });
}

/** Marks the headings that the reader has passed, and keeps the last in sight. */
function tableOfContents(list, header, main) {
  const links = [...list.querySelectorAll(".md-nav__link")];
  const pairs = links
    .map((link) => ({
      link,
      target: elementAt(link.hash),
    }))
    .filter(({ target }) => target);
  let [last, timer] = [null, 0];
  return () => {
    const above = header.offsetHeight + 0.8 * (main.firstElementChild.offsetTop - main.offsetTop);
    const isEnd = scrollY + innerHeight >= Math.floor(document.body.offsetHeight);
    const passed = pairs.filter(({ target }) => isEnd || offsetOf(target) - above < scrollY);
    const current = passed.at(-1)?.link ?? null;
    if (current === last) return;
    last = current;
    for (const { link } of pairs) {
      link.classList.toggle(
        "md-nav__link--passed",
        passed.some((each) => each.link === link),
      );
      link.classList.toggle("md-nav__link--active", link === current);
    }
    clearTimeout(timer);
    const container = current?.offsetHeight && current.closest(".md-sidebar__scrollwrap");
    if (!container) return;
    center(current, container);
    timer = setTimeout(() => center(current, container, "smooth"), 250);
  };
}

/** Where an element begins on the page; what is not shown begins where its parent does. */
function offsetOf(target) {
  let element = target;
  while (!element.offsetTop && element.parentElement) element = element.parentElement;
  let offset = 0;
  for (; element; element = element.offsetParent) offset += element.offsetTop;
  return offset;
}
