"""Pages in Paris, on a Wednesday of November 2026."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize

SIZE: ViewportSize = {"width": 1280, "height": 720}
# The page of the thank-you, its list unfolded.
THANK_YOU_LIST = "guide/thank-you/#thank-for-time"
NOW = "2026-11-25T10:00:00+01:00"


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open a fresh visitor's browser, on Wednesday 25 November 2026 in Paris unless told.

    `now=None` leaves the clock running: search waits until the first results are painted.
    """
    opened: list[BrowserContext] = []

    def new(**settings: Any) -> BrowserContext:
        now = settings.pop("now", NOW)
        settings = {"timezone_id": "Europe/Paris", "locale": "fr-FR", **settings}
        context = browser.new_context(**settings)
        context.set_default_timeout(10_000)
        if now and settings.get("java_script_enabled", True):
            context.clock.set_fixed_time(now)
        opened.append(context)
        return context

    yield new
    for context in opened:
        context.close()


def rest(page: Page, url: str) -> None:
    """Stay on the lightest page of the origin, where nothing of ours runs."""
    if page.url != url + "robots.txt":
        page.goto(url + "robots.txt")


def keep(page: Page, url: str, fields: dict[str, str], interview: int = 1) -> None:
    """Keep fields of an interview in the browser, as if they had been typed in an earlier visit."""
    rest(page, url)
    page.evaluate(
        """([interview, fields]) => {
          localStorage["second-entretien:version"] = "1";
          localStorage["second-entretien:a1:interview"] = interview;
          for (const [field, value] of Object.entries(fields)) {
            localStorage[`second-entretien:a1:i${interview}:${field}`] = value;
          }
        }""",
        [interview, fields],
    )


def settles(read: Callable[[], object], shown: object) -> None:
    """Read the page until it says what is expected: what a press shows waits for its release."""
    patience = time.monotonic() + 5
    while read() != shown and time.monotonic() < patience:
        time.sleep(0.05)
    assert read() == shown


@pytest.fixture(scope="session")
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """The browser of one visitor after another: what they fetched stays in its cache."""
    context = browser.new_context(timezone_id="Europe/Paris", locale="fr-FR")
    context.set_default_timeout(10_000)
    context.clock.set_fixed_time(NOW)
    yield context
    context.close()


@pytest.fixture(scope="session")
def tab(visitor: BrowserContext) -> Page:
    """The one tab of all visitors: opening another takes longer than most tests."""
    return visitor.new_page()


@contextmanager
def visiting(tab: Page, url: str) -> Iterator[Page]:
    """Give the tab to a visitor of a site who has nothing kept; an error of ours in it fails the test."""
    errors: list[str] = []

    def note(error: Error) -> None:
        errors.append(str(error))

    tab.on("pageerror", note)
    yield tab
    tab.remove_listener("pageerror", note)
    # Not about:blank: from there the next page would begin a process of its own.
    rest(tab, url)
    tab.evaluate("localStorage.clear(), sessionStorage.clear()")
    tab.emulate_media(media="null", color_scheme="null")
    if tab.viewport_size != SIZE:
        tab.set_viewport_size(SIZE)
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
