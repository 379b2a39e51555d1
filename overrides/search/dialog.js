// Answers what is typed into the search field, in the theme's markup. Fetched by open-search.js.
import { SearchIndex } from "./matching.js";
import { excerpts, pieces } from "./excerpts.js";

const LONGEST_TASK = 25; // ms between two looks at what the reader does
const SEEN = 5; // pages that a screen has room for; the others follow once these are painted
const PAINTED = 100; // ms
const box = document.querySelector("[data-search]");
const root = new URL(box.dataset.root, document.baseURI).href;
const toggle = document.querySelector("[data-md-toggle=search]");
const query = box.querySelector("[name=query]");
const coversAll = matchMedia("(max-width: 59.984375em)"); // the theme's width for it
const list = box.querySelector("ol");
const summary = list.previousElementSibling;
const scrolled = list.closest("[tabindex]");
let [index, words, shown, timer] = [null, {}, null, 0];

box.addEventListener("search-load", async ({ detail }) => {
  words = detail.words;
  index = await read(detail);
  for (const type of ["input", "keyup"]) query.addEventListener(type, show);
  query.form.addEventListener("reset", () => {
    setTimeout(show);
    query.focus();
  });
  show();
});
query.form.addEventListener("submit", (event) => event.preventDefault());
box.addEventListener("click", ({ target }) => {
  if (target.closest("a") && toggle.checked) toggle.click();
});
addEventListener("keydown", onKey);
toggle.addEventListener("change", hold);
hold();

/** The page behind does not scroll. */
function hold() {
  const isHeld = toggle.checked && coversAll.matches;
  document.documentElement.style.overflow = isHeld ? "hidden" : "";
}

/** Read an index of many words without holding up the page. */
async function read({ lang, counting, pages, meanings }) {
  const found = new SearchIndex(lang, counting);
  let start = performance.now();
  for (const [url, boost, parts] of pages) {
    for (const part of parts) {
      found.add(url, boost, part);
      if (performance.now() - start < LONGEST_TASK) continue;
      await new Promise((then) => setTimeout(then));
      start = performance.now();
    }
  }
  for (const meaning of meanings) found.addMeaning(...meaning);
  return found;
}

function show() {
  const asked = query.value.trim();
  if (asked === shown) return;
  shown = asked;
  const { groups, isFound, mended } = index.search(query.value);
  const forWhat = mended && groups.length ? [words.mended.replace("{query}", () => mended)] : [];
  summary.textContent = [...forWhat, said(asked, groups.length)].join(" – ");
  scrolled.scrollTop = 0;
  const draw = (some) => some.map((group) => item(group, isFound));
  list.replaceChildren(...draw(groups.slice(0, SEEN)));
  clearTimeout(timer);
  timer = setTimeout(() => list.append(...draw(groups.slice(SEEN))), PAINTED);
}

function said(asked, count) {
  if (!asked) return words.placeholder;
  if (count === 0) return words.none;
  return count === 1 ? words.one : words.other.replace("#", count);
}

/** A page: itself, what answers at least as well in it, and the rest folded. */
function item({ page, parts }, isFound) {
  const first = parts.filter(({ score }) => score > page.score && score === parts[0].score);
  const rest = parts.slice(first.length);
  const links = first.map((part) => link(part, isFound));
  const isAlone = first.length === 0 && page.score > 0;
  return made("li", "md-search-result__item", [
    link(page, isFound, isAlone),
    ...links,
    ...(rest.length ? [folded(rest, isFound)] : []),
  ]);
}

function folded(parts, isFound) {
  const count = parts.length;
  const text = count === 1 ? words["more.one"] : words["more.other"].replace("#", count);
  const more = made("summary", "", [made("div", "", [text])]);
  more.tabIndex = -1;
  const details = made("details", "md-search-result__more", [more]);
  // A page of a hundred questions is drawn only for who asks for it.
  details.addEventListener(
    "toggle",
    () => details.append(...parts.map((part) => link(part, isFound))),
    { once: true },
  );
  details.addEventListener("toggle", () => {
    if (!details.open && details.offsetTop <= scrolled.scrollTop) {
      scrolled.scrollTop = details.offsetTop;
    }
  });
  return details;
}

function link({ entry, score, missing }, isFound, hasText = entry.page !== null) {
  const { url, anchor, title, text } = entry;
  const isPage = entry.page === null;
  const heading = made(isPage ? "h1" : "h2", "", marked(title, isFound));
  // Below the title of the page that is open; the theme's style knows the two by their tags.
  heading.setAttribute("aria-level", isPage ? "2" : "3");
  const content = [heading];
  if (isPage) content.unshift(made("div", "md-search-result__icon md-icon"));
  if (hasText) {
    content.push(...excerpts(text, isFound).map((each) => made("p", "", marked(each, isFound))));
    if (missing.length) {
      const absent = missing.flatMap((word) => [" ", made("del", "", [word])]);
      content.push(made("p", "md-search-result__terms", [`${words["term.missing"]}:`, ...absent]));
    }
  }
  // An article, as in the theme, would leave the link without a name (Chromium 2026-11).
  const shown = made("div", "md-search-result__article md-typeset", content);
  shown.dataset.mdScore = score.toFixed(2);
  const found = made("a", "md-search-result__link", [shown]);
  found.href = root + url + (anchor && `#${anchor}`);
  found.tabIndex = -1;
  return found;
}

function marked(text, isFound) {
  return pieces(text, isFound).map(([part, isMarked]) =>
    isMarked ? made("mark", "", [part]) : part,
  );
}

function made(tag, className, children = []) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function onKey(event) {
  if (!toggle.checked || event.isComposing) return;
  const { key } = event;
  const active = document.activeElement;
  if (key === "Enter" && active === query) {
    event.preventDefault();
    // The best of the first page, which need not be its beginning.
    const score = (each) => Number(each.firstElementChild.dataset.mdScore);
    const links = [...list.querySelectorAll(":scope > :first-child > a")];
    links.sort((one, other) => score(other) - score(one))[0]?.click();
  } else if (key === "ArrowUp" || key === "ArrowDown") {
    event.preventDefault();
    const stops = list.querySelectorAll(":scope > li > a, summary, details[open] > a");
    const all = [query, ...stops];
    const step = key === "ArrowUp" ? -1 : 1;
    all[(Math.max(0, all.indexOf(active)) + step + all.length) % all.length].focus();
  } else if (key.length === 1 && active !== query && !event.ctrlKey && !event.metaKey) {
    query.focus();
  }
}
