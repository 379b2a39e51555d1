// Follows the reader down the page: table of contents, its column, the way back to the top; and goes
// ahead of them to the next one.
import { elementAt } from "./anchor.js";
import { fetchAhead } from "./next-page.js";

followReading();
fetchAhead();

function followReading() {
  /** @returns {HTMLElement | null} */
  const one = (/** @type {string} */ selector) => document.querySelector(selector);
  const header = /** @type {HTMLElement} */ (one(".md-header"));
  const main = /** @type {HTMLElement} */ (one(".md-main"));
  const contents = [...document.querySelectorAll("[data-md-component=toc]")].map((list) =>
    tableOfContents(list, header, main),
  );
  /** @type {NodeListOf<HTMLElement>} */
  const sidebars = document.querySelectorAll(".md-sidebar");
  const columns = [...sidebars].map((each) => column(each));
  const top = one(".md-top");
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
    if (top && scrollY !== lastY) showTop(top);
    lastY = scrollY;
  }

  /** On a phone it stands at the end of the page. */
  const floats = matchMedia("(min-width: 60em)");

  function showTop(/** @type {HTMLElement} */ top) {
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
  const inner = /** @type {HTMLElement} */ (sidebar.querySelector(".md-sidebar__scrollwrap"));
  const grid = /** @type {HTMLElement} */ (sidebar.closest(".md-grid"));
  const around = /** @type {HTMLElement} */ (grid.parentElement);
  const isBeside = matchMedia("(min-width: 60em)");
  const gap = grid.offsetTop - around.offsetTop;
  const y = inner.offsetTop;
  let isNew = true;
  return (
    /** @type {number} */ headerHeight,
    /** @type {number} */ seen,
    /** @type {number} */ gone,
  ) => {
    if (!isBeside.matches) {
      [inner.style.height, sidebar.style.top] = ["", ""];
      return;
    }
    inner.style.height = `${seen + Math.min(gap, Math.max(0, gone)) - gap - 2 * y}px`;
    sidebar.style.top = `${headerHeight}px`;
    if (isNew) {
      /** @type {NodeListOf<HTMLElement>} */
      const active = sidebar.querySelectorAll(".md-nav__link--active[href]");
      for (const link of active) {
        if (link.clientHeight) center(link, inner);
      }
    }
    isNew = false;
  };
}

function center(
  /** @type {HTMLElement} */ link,
  /** @type {HTMLElement} */ container,
  /** @type {ScrollBehavior} */ behavior = "auto",
) {
  const top = link.offsetTop - container.offsetTop - container.offsetHeight / 2;
  container.scrollTo({ top, behavior });
}

/** Marks the headings that the reader has passed, and keeps the last in sight. */
function tableOfContents(
  /** @type {Element} */ list,
  /** @type {HTMLElement} */ header,
  /** @type {HTMLElement} */ main,
) {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = list.querySelectorAll(".md-nav__link");
  const pairs = [...links].flatMap((link) => {
    const target = elementAt(link.hash);
    return target ? [{ link, target }] : [];
  });
  const grid = /** @type {HTMLElement} */ (main.firstElementChild);
  /** @type {HTMLAnchorElement | null} */
  let last = null;
  let timer = 0;
  return () => {
    const above = header.offsetHeight + 0.8 * (grid.offsetTop - main.offsetTop);
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
    if (!current?.offsetHeight) return;
    /** @type {HTMLElement | null} */
    const container = current.closest(".md-sidebar__scrollwrap");
    if (!container) return;
    center(current, container);
    timer = setTimeout(() => center(current, container, "smooth"), 250);
  };
}

/** Where an element begins on the page; what is not shown begins where its parent does. */
function offsetOf(/** @type {HTMLElement} */ target) {
  /** @type {HTMLElement | null} */
  let element = target;
  while (!element.offsetTop && element.parentElement) element = element.parentElement;
  let offset = 0;
  for (; element; element = /** @type {HTMLElement | null} */ (element.offsetParent))
    offset += element.offsetTop;
  return offset;
}
