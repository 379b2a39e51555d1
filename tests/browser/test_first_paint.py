"""Nothing that is being read moves when the scripts of a page arrive, on a network that is slow."""

import re
import threading
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import keep_entries
from tests.conftest import PAGES, Handler, serving

THIRDS = (pytest.mark.slow, pytest.mark.nightly, pytest.mark.nightly)
MOST = 0.001  # of the screen's height, as Cumulative Layout Shift counts
WATCH = """() => {
  window.shift = 0;
  const watch = new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shift += value;
  });
  watch.observe({ type: "layout-shift", buffered: true });
}"""
PAINTED = """() => new Promise((then) => {
  const watch = new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length > 0) then();
  });
  watch.observe({ type: "paint", buffered: true });
})"""
SETTLED = "() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))"
QUICK = ("", "my-file/", "my-dates/")
DATED = {
    "a1:company": "Boréal",
    "a1:interview": "2",
    "a1:i2:day": "2026-11-24",
    "a1:i2:promise": "nothing",
    "a1:tick:research-further": "1",
}
READERS = {
    "with dates": DATED,
    "with two applications": {
        **DATED,
        "adupont:company": "Dupont SA",
        "adupont:added": "2026-11-20T09:00:00.000Z",
    },
}
TELLING = [
    *(
        ("with two applications", 390, path)
        for path in ("", "my-dates/", "my-file/", "guide/thank-you/", "guide/debrief/")
    ),
    *(("with two applications", 1280, path) for path in ("", "my-dates/", "my-file/")),
]


def keep_in(context: BrowserContext, url: str, entries: dict[str, str]) -> None:
    """Keep entries for whatever page is opened next."""
    page = context.new_page()
    keep_entries(page, url, entries)
    page.goto(url + "robots.txt")
    page.close()


def open_slowly(context: BrowserContext, url: str) -> Page:
    """Open a page, its scripts only once it is painted, and wait until all have run."""
    page = context.new_page()
    waiting: list[Route] = []
    context.route(re.compile(r"\.js$"), lambda route: waiting.append(route))
    page.add_init_script(f"({WATCH})()")
    page.goto(url, wait_until="commit")
    page.evaluate(f"({PAINTED})()")
    page.wait_for_timeout(100)
    for route in waiting:
        route.continue_()
    context.unroute_all()
    page.wait_for_load_state("networkidle")
    page.evaluate(SETTLED)
    page.wait_for_timeout(100)
    return page


@pytest.mark.some(1)
@pytest.mark.parametrize(
    "path",
    [
        pytest.param(root + path, marks=[] if root + path in QUICK else pytest.mark.slow)
        for root in ("", "en/")
        for path in PAGES
    ],
)
def test_nothing_moves_when_the_scripts_arrive(
    new_context: Callable[..., BrowserContext], url: str, path: str
) -> None:
    context = new_context(now=None, viewport={"width": 412, "height": 823})
    page = open_slowly(context, url + path)

    assert page.evaluate("shift") <= MOST


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("reader", "width", "path"),
    [
        pytest.param(
            reader,
            width,
            path,
            marks=[] if (reader, width, path) in TELLING else THIRDS[turn % 3],
        )
        for turn, (reader, width, path) in enumerate(product(READERS, (390, 1280), PAGES))
    ],
)
def test_nothing_moves_where_something_is_kept(
    new_context: Callable[..., BrowserContext], url: str, reader: str, width: int, path: str
) -> None:
    context = new_context(viewport={"width": width, "height": 844})
    keep_in(context, url, READERS[reader])

    assert open_slowly(context, url + path).evaluate("shift") <= MOST


@pytest.mark.parametrize(
    ("kept", "root", "opened"),
    [
        pytest.param({}, "", [], id="nobody's", marks=pytest.mark.slow),
        pytest.param(
            {"a1:place": "FR-57"},
            "",
            ["France"],
            id="the country around a part",
            marks=pytest.mark.slow,
        ),
        pytest.param({"a1:place": "CA-QC"}, "en/", ["Quebec"], id="a part", marks=pytest.mark.slow),
        pytest.param(
            {"a1:place": "MC"},
            "",
            [],
            id="a country of which nothing is told",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            {"a1:place": "BE", "a2:place": "CH", "device:application": "a2"},
            "",
            ["Suisse"],
            id="of the current application",
        ),
    ],
)
def test_what_holds_in_the_readers_country_is_open_before_anything_could_move(
    new_context: Callable[..., BrowserContext],
    url: str,
    kept: dict[str, str],
    root: str,
    opened: list[str],
) -> None:
    context = new_context(viewport={"width": 1280, "height": 4000})  # all of the page is in sight
    keep_in(context, url, kept)

    page = open_slowly(context, f"{url}{root}more/the-offer/")

    expect(page.locator("details[data-country][open] > summary")).to_have_text(opened)
    assert page.evaluate("shift") <= MOST


def test_a_page_is_seen_once_its_header_is_whole(page: Page, site: Path) -> None:
    is_looked_at = threading.Event()

    class InTwo(Handler):
        def copyfile(self, source: Any, outputfile: Any) -> None:
            text = source.read()
            middle = text.find(b"data-menu")
            outputfile.write(text[:middle])
            if middle > 0:
                is_looked_at.wait(10)
            outputfile.write(text[middle:])

    with serving(site, handler=InTwo) as url:
        page.goto(url, wait_until="commit")
        mark = page.locator(".se-mark img")
        mark.wait_for(state="attached")
        is_seen = mark.is_visible()
        is_looked_at.set()
        expect(mark).to_be_visible()

    assert not is_seen
