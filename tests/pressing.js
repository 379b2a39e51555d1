// Stands in a page as `pressing` while a test presses its controls: which there are, where, and what
// a press did. It knows kinds of controls, and no control of the guide by its name.
(() => {
  const CONTROLS = "button, summary, select, textarea, input, a[href]";
  const TYPED = "textarea, [type=text], [type=email], [type=tel], [type=search], [type=number]";
  // Search and the list of all pages cover the page; the other links lead away and change nothing.
  const APART =
    ".md-search, .md-toggle, .md-skip, .md-sidebar, .md-footer, .md-top, .headerlink, .se-mark, .se-menu, .se-doors, .se-tabs";
  // They are there to take away what was typed, or to show what is about another application: that
  // they hold still and act once is tried, that all else stays as it was is not.
  const SWEEPING =
    "[data-undo], [data-redo], [data-reset-list], [data-reset-filter], [data-build-again], [data-delete], " +
    "[data-erase-now], [data-cancel], [data-unrate], [data-forget], [data-end], [data-share], " +
    "[data-refuse], [data-example], [data-leave], [data-show], [data-archive], [data-unarchive], " +
    "application-bar [type=submit]";
  const SLACK = 1; // pixels: below, nobody sees it and no press is lost
  const PATIENCE = 400; // ms
  const FETCHED = 300; // ms, after which a page that asked for nothing asks no more
  let watched = null;

  const rectsOf = (el) =>
    [...el.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);

  const isShown = (el) =>
    el.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
    !el.disabled &&
    !el.closest("[inert]") &&
    [el, ...(el.labels ?? [])].some((each) => rectsOf(each).length > 0);

  /** All controls that a hand can reach now, in the order of the page. */
  function reachable() {
    return [...document.querySelectorAll(CONTROLS)].filter(
      (el) => !el.matches("[type=hidden], [tabindex='-1'][aria-hidden]") && !el.closest(APART) && isShown(el),
    );
  }

  /** A way to the same control after the page was loaded again. */
  function pathOf(el) {
    if (el.id && document.querySelectorAll(`#${CSS.escape(el.id)}`).length === 1) {
      return `#${CSS.escape(el.id)}`;
    }
    if (!el.parentElement) return el.localName;
    const alike = [...el.parentElement.children].filter((each) => each.localName === el.localName);
    return `${pathOf(el.parentElement)} > ${el.localName}:nth-of-type(${alike.indexOf(el) + 1})`;
  }

  function componentOf(el) {
    for (let each = el; each; each = each.parentElement) {
      if (each.localName.includes("-")) return each;
    }
    return null;
  }

  function familyOf(el) {
    const component = componentOf(el);
    const view = component?.dataset.view ?? "";
    return component ? component.localName + (view && `(${view})`) : "page";
  }

  function kindOf(el) {
    const hooks = [...el.attributes].map(({ name }) => name).filter((name) => name.startsWith("data-"));
    return `${familyOf(el)} ${el.localName}${el.type ? `[${el.type}]` : ""} ${hooks.sort().join(" ")}`.trim();
  }

  function whatOf(el) {
    if (el.matches(TYPED)) return el.readOnly ? "shown" : "field";
    if (el.matches("[type=checkbox], [type=radio]")) return "choice";
    if (el.matches("select, summary")) return el.localName;
    return el.matches("a") ? "link" : "button";
  }

  const nameOf = (el) => {
    const own = el.matches("button, a, summary") ? el.textContent : "";
    const text = own.trim() || el.labels?.[0]?.textContent || el.getAttribute("aria-label") || "";
    return text.trim().replace(/\s+/g, " ").slice(0, 40);
  };

  const described = (el) => ({
    path: pathOf(el),
    component: familyOf(el),
    kind: kindOf(el),
    what: whatOf(el),
    name: nameOf(el),
    sweeping: el.matches(SWEEPING),
    type: el.type ?? "",
  });

  const one = (path) => document.querySelector(path);

  /** The field to type into before a control is pressed, or the control to press after a field. */
  function partnerOf(path) {
    const el = one(path);
    if (!el) return null;
    const isField = whatOf(el) === "field";
    // What is typed to search hides what does not match.
    const isWanted = (each) =>
      isField
        ? !["field", "shown"].includes(whatOf(each))
        : whatOf(each) === "field" && each.type !== "search";
    const all = reachable();
    const at = all.indexOf(el);
    const component = componentOf(el);
    const ahead = all.slice(at + 1).filter(isWanted);
    const behind = all.slice(0, at).filter(isWanted).reverse();
    const [first, second] = isField ? [ahead, behind] : [behind, ahead];
    const its = [...first, ...second].filter((each) => component?.contains(each));
    const found = its[0] ?? first[0] ?? second[0] ?? null;
    return found && described(found);
  }

  /** A point of an element that nothing covers. */
  function pointOf(el) {
    for (const each of [el, ...(el.labels ?? [])]) {
      for (const { left, right, top, bottom } of rectsOf(each)) {
        const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
        const hit = document.elementFromPoint(x, y);
        if (hit && (each.contains(hit) || hit.closest("label")?.control === el)) return { x, y };
      }
    }
    return null;
  }

  /** What a press leaves to the next frame has been done. */
  const frames = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(done))));
    });

  /** What a page asks for once it is there, and what is kept brings, has come and said what it says. */
  async function rested() {
    const now = () => JSON.stringify([state(), performance.getEntriesByType("resource").length]);
    let before;
    do {
      before = now();
      await new Promise((done) => setTimeout(done, FETCHED));
    } while (before !== now());
  }

  /**
   * The browser itself scrolls to what is half in the window when it gets the focus; Chromium, with a
   * select that is pressed, also out of the room that the page keeps clear for the keyboard. Its list
   * opens in that very moment.
   */
  const isWhole = (el) => {
    const { top, bottom } = el.getBoundingClientRect();
    const page = getComputedStyle(document.documentElement);
    const room = (side) => (el.matches("select") && parseFloat(page[`scrollPadding${side}`])) || 0;
    return top >= room("Top") && bottom <= innerHeight - room("Bottom");
  };

  /** Bring an element into the window as a hand would, and say where to press it. */
  async function place(path) {
    // What needs a file that is fetched comes a moment later.
    const end = performance.now() + PATIENCE;
    while (!(one(path) && isShown(one(path))) && performance.now() < end) await frames();
    // It may be made anew between two frames.
    for (const block of [null, "center", "start", "end"]) {
      if (block) one(path)?.scrollIntoView({ block, behavior: "instant" });
      if (block) await frames();
      const el = one(path);
      if (!el || !isShown(el)) return { why: "is not to be seen" };
      if (pointOf(el) && (block || isWhole(el))) return pointOf(el);
    }
    const { x, y, width, height } = one(path).getBoundingClientRect();
    const cover = document.elementFromPoint(x + width / 2, y + height / 2);
    return { why: `at ${x}, ${y} is covered by ${cover?.outerHTML.slice(0, 80)}` };
  }

  /** Where all controls are, in the window or not: what moves below it moves another press. */
  const look = () => new Map(reachable().map((el) => [el, el.getBoundingClientRect()]));

  function noteMoves() {
    if (!watched?.rects) return;
    for (const [el, before] of watched.rects) {
      const after = el.getBoundingClientRect();
      const [x, y] = [after.x - before.x, after.y - before.y];
      const isGone = !isShown(el);
      if (isGone ? el === watched.el : Math.abs(x) > SLACK || Math.abs(y) > SLACK) {
        watched.moved[pathOf(el)] = isGone ? "gone" : `${nameOf(el)} by ${x.toFixed()}, ${y.toFixed()}`;
      }
    }
  }

  function onEvent(event) {
    if (!watched) return;
    if (event.type === "pointerdown") watched.rects = look();
    else noteMoves();
    if (event.type !== "click") return;
    watched.rects = null;
    const { el } = watched;
    const isIts = whatOf(el) === "choice" ? event.target === el : event.composedPath().includes(el);
    if (isIts) watched.clicks += 1;
    else if (!event.target.closest("label")) watched.elsewhere.push(nameOf(event.target));
  }
  for (const type of ["pointerdown", "pointerup", "mouseup", "click"]) {
    addEventListener(type, onEvent, true);
  }

  function watch(path) {
    const el = one(path);
    watched = { el, rects: null, moved: {}, clicks: 0, elsewhere: [], before: standing(el) };
  }

  const standing = (el) => `${el.checked} ${el.closest("details")?.open}`;

  async function seen() {
    await frames();
    const { el, moved, clicks, elsewhere, before } = watched;
    watched = null;
    return {
      clicks,
      elsewhere,
      moved: Object.values(moved),
      acted: el.type === "radio" ? el.checked : before !== standing(el),
      focused: document.activeElement === el,
    };
  }

  /** What all fields say and what is kept. */
  function state() {
    const fields = {};
    for (const el of document.querySelectorAll("input, textarea, select")) {
      const component = componentOf(el);
      // A tool whose script has not come yet says nothing so far.
      if (el.matches("[type=file]") || component?.matches(":not(:defined)")) continue;
      fields[pathOf(el)] = {
        value: el.matches("[type=checkbox], [type=radio]") ? String(el.checked) : el.value,
        component: component ? pathOf(component) : "",
      };
    }
    return { fields, kept: { ...localStorage }, tab: { ...sessionStorage } };
  }

  // What would leave the page, or open a window of the browser that no page can close. The press
  // itself and what the guide does with it stay.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const staysHere = link?.hash && link.href.startsWith(location.href.split("#")[0] + "#");
    if ((link && !staysHere) || event.target.matches?.("[type=file]")) event.preventDefault();
  });
  // A way leads to the same controls each time, and what is drawn by lot names some of them.
  let drawn = 0;
  crypto.getRandomValues = (numbers) => numbers.fill((drawn += 1));
  Math.random = () => 0.5;
  window.print = () => {};
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.hasAttribute("download")) click.call(this);
  };
  HTMLInputElement.prototype.showPicker = () => {};

  window.pressing = {
    reachable: () => reachable().map(described),
    settled: frames,
    rested,
    place,
    partnerOf,
    watch,
    seen,
    state,
    componentOf: (path) => pathOf(componentOf(one(path)) ?? document.body),
    valueOf: (path) => one(path)?.value ?? null,
  };
})();
