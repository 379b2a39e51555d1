"""Pages in Paris, on a Wednesday of November 2026."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize

SIZE: ViewportSize = {"width": 1280, "height": 720}
# The page of the thank-you, its list unfolded.
THANK_YOU_LIST = "guide/thank-you/#thank-for-time"
NOW = "2026-11-25T10:00:00+01:00"
# What the next page of the tab finds kept: a page to write it on would take as long as many a test.
NEXT_FINDS = """if (window === top && name.startsWith("{")) {
  const { isNew, kept } = JSON.parse(name);
  name = "";
  if (isNew) { localStorage.clear(); sessionStorage.clear(); }
  Object.assign(localStorage, kept);
}"""
TELL = """([isNew, kept]) => {
  // The last page stays until the next, which must be another: not a place on the same.
  if (isNew) history.replaceState(null, "", "/left");
  const told = name.startsWith("{") ? JSON.parse(name) : { isNew: false, kept: {} };
  name = JSON.stringify({ isNew: isNew || told.isNew, kept: isNew ? {} : { ...told.kept, ...kept } });
  const looks = ["print", "(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)"];
  return looks.some((look) => matchMedia(look).matches);
}"""
# Scripts come with the first sign of a newcomer, or with what is kept: here, nobody waits to give one,
# and a page is loaded once they are there.
GIVES_A_SIGN = """addEventListener("DOMContentLoaded", () => {
  dispatchEvent(new Event("pointermove"));
  const { shell, settings, tools } = document.querySelector("script[data-shell]")?.dataset ?? {};
  for (const src of [shell, settings, tools].filter(Boolean)) {
    const script = document.createElement("script");
    document.head.append(Object.assign(script, { type: "module", async: false, src }));
  }
})"""
RESTED = """async () => {
  const now = () => [scrollY, document.documentElement.scrollHeight,
    performance.getEntriesByType("resource").length].join();
  let before;
  do {
    before = now();
    await new Promise((then) => setTimeout(then, 150));
  } while (before !== now());
}"""
ColorScheme = Literal["light", "dark"]
Motion = Literal["reduce", "no-preference"]


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open a fresh visitor's browser, on Wednesday 25 November 2026 in Paris unless told.

    `now=None` leaves the clock running: search waits until the first results are painted. One who
    `only_reads` gives no sign yet.
    """
    opened: list[BrowserContext] = []

    def new(**settings: Any) -> BrowserContext:
        now, only_reads = settings.pop("now", NOW), settings.pop("only_reads", False)
        settings = {"timezone_id": "Europe/Paris", "locale": "fr-FR", **settings}
        context = browser.new_context(**settings)
        prepare(
            context,
            now if settings.get("java_script_enabled", True) else None,
            gives_a_sign=not only_reads,
        )
        opened.append(context)
        return context

    yield new
    for context in opened:
        context.close()


def prepare(context: BrowserContext, now: str | None = None, *, gives_a_sign: bool = True) -> None:
    """Make a browser that of a visitor, at a time."""
    context.set_default_timeout(10_000)
    context.add_init_script(NEXT_FINDS)
    if gives_a_sign:
        context.add_init_script(GIVES_A_SIGN)
    if now:
        context.clock.set_fixed_time(now)


def keep_entries(page: Page, url: str, entries: dict[str, str]) -> None:
    """Let the next page find entries, named without our prefix, as if kept in an earlier visit."""
    if not page.url.startswith(url):
        page.goto(url + "robots.txt")
    kept = {f"second-entretien:{key}": value for key, value in entries.items()}
    page.evaluate(TELL, [False, kept])


def keep(page: Page, url: str, fields: dict[str, str], interview: int = 1) -> None:
    """Let the next page find fields of an interview, as if typed in an earlier visit."""
    of_interview = {f"a1:i{interview}:{field}": value for field, value in fields.items()}
    keep_entries(page, url, {"version": "1", "a1:interview": str(interview), **of_interview})


def rests(page: Page) -> None:
    """Wait until what the page asks for has come, and nothing scrolls any more."""
    page.evaluate(RESTED)


def settles(read: Callable[[], object], shown: object) -> None:
    """Read the page until it says what is expected: what a press shows waits for its release."""
    patience = time.monotonic() + 5
    while read() != shown and time.monotonic() < patience:
        time.sleep(0.05)
    assert read() == shown


@pytest.fixture(scope="module")
def own(browser: Browser) -> Iterator[BrowserContext]:
    """A browser for those tests of a file that read one page, and change nothing for each other."""
    context = browser.new_context(timezone_id="Europe/Paris", locale="fr-FR")
    prepare(context, NOW)
    yield context
    context.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Iterator[Callable[..., Page]]:
    """One tab for all visitors whose browsers are alike: what they fetched stays in its cache.

    Opening another takes longer than most tests.
    """
    opened: dict[str, Page] = {}

    def tab(**settings: Any) -> Page:
        alike = repr(sorted(settings.items()))
        if alike not in opened:
            now = settings.pop("now", NOW)
            settings = {"timezone_id": "Europe/Paris", "locale": "fr-FR", **settings}
            context = browser.new_context(**settings)
            prepare(context, now if settings.get("java_script_enabled", True) else None)
            opened[alike] = context.new_page()
        return opened[alike]

    yield tab
    for each in opened.values():
        each.context.close()


@pytest.fixture(scope="session")
def tab(tabs: Callable[..., Page]) -> Page:
    """The tab of most visitors."""
    return tabs()


@pytest.fixture(scope="session")
def visitor(tab: Page) -> BrowserContext:
    """The browser of most visitors."""
    return tab.context


@contextmanager
def visiting(tab: Page, url: str) -> Iterator[Page]:
    """Give the tab to a visitor of a site who has nothing kept; an error of ours in it fails the test."""
    errors: list[str] = []

    def note(error: Error) -> None:
        errors.append(str(error))

    if not tab.url.startswith(url):
        tab.goto(url + "robots.txt")
    # Styles are found anew then, which is not done for nothing: a test leaves paper by "null".
    if tab.evaluate(TELL, [True, {}]):
        tab.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    if tab.viewport_size != SIZE:
        tab.set_viewport_size(SIZE)
    tab.mouse.move(0, 0)
    tab.on("pageerror", note)
    yield tab
    tab.remove_listener("pageerror", note)
    tab.unroute_all(behavior="ignoreErrors")
    assert errors == []


@pytest.fixture
def page(tab: Page, url: str) -> Iterator[Page]:
    """A page of a visitor of the whole guide."""
    with visiting(tab, url) as page:
        yield page


@pytest.fixture
def small_page(tab: Page, small_url: str) -> Iterator[Page]:
    """A page of a visitor of the small guide."""
    with visiting(tab, small_url) as page:
        yield page


@pytest.fixture
def open_tab(tabs: Callable[..., Page], url: str) -> Iterator[Callable[..., Page]]:
    """Give a visitor of the whole guide a tab like theirs.

    It takes what `new_context` takes, and is not for what would stay in the browser: what is added to
    every page, routes, other tabs.
    """
    with ExitStack() as visits:

        def opened(
            viewport: ViewportSize = SIZE,
            color_scheme: ColorScheme = "light",
            reduced_motion: Motion = "no-preference",
            **settings: Any,
        ) -> Page:
            page = visits.enter_context(visiting(tabs(**settings), url))
            if page.viewport_size != viewport:
                page.set_viewport_size(viewport)
            if (color_scheme, reduced_motion) != ("light", "no-preference"):
                page.emulate_media(color_scheme=color_scheme, reduced_motion=reduced_motion)
            return page

        yield opened
