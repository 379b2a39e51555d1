"""axe on every page, the theme's own faults included, and what axe does not see."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.dates_form import FIRST, NOTHING, give
from tests.conftest import PAGES

ALL_PAGES = [*PAGES, *(f"en/{path}" for path in PAGES), "nope/"]
# One page of each kind.
KINDS = ("", "guide/thank-you/", "guide/questions/", "guide/follow-up/", "my-file/", "about/")
# axe reads the tools of the small guide, and of docs/ a page of each kind; all pages in the slow run, and
# at night in both schemes and widths.


def violations(page: Page) -> list[str]:
    """Say which rules of axe a page breaks."""
    found = broken_rules(page)
    if any("obscured" in each for each in found):
        # What sticks to the window lies over half a target, and one scroll later over another.
        page.evaluate("scrollBy(0, innerHeight / 4)")
        later = broken_rules(page)
        found = [each for each in found if each in later]
    return found


def broken_rules(page: Page) -> list[str]:
    # 7:1 is what the guide asks of letters (WCAG 1.4.6): what reaches it reaches 4.5:1. By itself axe
    # measures no target (WCAG 2.5.8).
    asked_for = ("color-contrast-enhanced", "target-size")
    rules = {
        **{rule: {"enabled": True} for rule in asked_for},
        "color-contrast": {"enabled": False},
    }
    asked = {"resultTypes": ["violations"], "rules": rules}
    found = Axe().run(page, options=asked).response["violations"]
    return [
        f"{rule['id']}: {node['html']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def runs() -> Iterator[Any]:
    """Yield each page with a colour scheme and a width, in the run that it belongs to."""
    for scheme in ("light", "dark"):
        for index, path in enumerate(ALL_PAGES):
            for width in (390, 1280):
                # By turns, so that the slow run has some of all.
                turn = ("light", 390) if index % 2 else ("dark", 1280)
                mark = pytest.mark.slow if (scheme, width) == turn else pytest.mark.nightly
                yield pytest.param(scheme, path, width, marks=mark)


def looks() -> Iterator[Any]:
    """Yield each way to look at the guide with every other page, and at night with the others."""
    narrow = {"viewport": {"width": 320, "height": 640}}
    ways = {"320 pixels": narrow, "forced colours": {"forced_colors": "active"}}
    for turn, (name, look) in enumerate(ways.items()):
        yield pytest.param(look, ALL_PAGES[turn::2], id=name, marks=pytest.mark.slow)
        others = ALL_PAGES[1 - turn :: 2]
        yield pytest.param(look, others, id=f"{name}, others", marks=pytest.mark.nightly)


@pytest.fixture(scope="module")
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """One page for all of a colour scheme: opening a browser for each would take minutes."""
    # Without reduced motion axe can catch a colour halfway to another.
    context = browser.new_context(color_scheme=request.param, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("reader", "path", "width"), [*runs()], indirect=["reader"])
def test_a_page_breaks_no_axe_rule(reader: Page, url: str, path: str, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto(url + path)

    assert violations(reader) == []


@pytest.mark.parametrize(("look", "paths"), [*looks()])
def test_no_page_breaks_an_axe_rule(
    new_context: Callable[..., BrowserContext], url: str, look: dict[str, Any], paths: list[str]
) -> None:
    page = new_context(reduced_motion="reduce", **look).new_page()
    found = {}
    for path in paths:
        page.goto(url + path)
        found[path] = violations(page)

    assert {path: each for path, each in found.items() if each} == {}


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_the_dates_and_the_mistakes_break_no_axe_rule(
    open_tab: Callable[..., Page], url: str, scheme: str
) -> None:
    page = open_tab(viewport={"width": 390, "height": 900}, color_scheme=scheme)
    page.goto(url + "my-dates/")
    give(page, FIRST, "24/11/2026", NOTHING)
    expect(page.locator("[data-step=call]")).to_be_visible()
    give(page, FIRST, "31/11/2026", NOTHING)

    assert violations(page) == []


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(KINDS[1::4], id="some"),
        pytest.param(ALL_PAGES, id="all", marks=pytest.mark.slow),
    ],
)
def test_no_page_320_pixels_wide_scrolls_sideways(
    open_tab: Callable[..., Page], url: str, paths: tuple[str, ...]
) -> None:
    page = open_tab(viewport={"width": 320, "height": 640})
    widths = {}
    for path in paths:
        page.goto(url + path)
        widths[path] = page.evaluate("document.scrollingElement.scrollWidth")

    assert widths == dict.fromkeys(paths, 320)


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(("guide/thank-you/",), id="one"),
        pytest.param(ALL_PAGES, id="all", marks=pytest.mark.slow),
    ],
)
def test_no_page_scrolls_sideways_with_letters_twice_as_large(
    new_context: Callable[..., BrowserContext], url: str, paths: tuple[str, ...]
) -> None:
    context = new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    twice = {"fontSizes": {"standard": 32}}
    context.new_cdp_session(page).send("Page.setFontSizes", twice)
    widths = {}
    for path in paths:
        page.goto(url + path)
        widths[path] = page.evaluate("document.scrollingElement.scrollWidth")

    assert widths == dict.fromkeys(paths, 320)


def test_the_form_is_filled_and_sent_by_keyboard_alone(page: Page, url: str) -> None:
    page.goto(url + "my-dates/")
    page.locator("[name=which]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # today
    page.keyboard.press("ArrowDown")  # yesterday
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")  # the employer
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("[data-step=call] [data-when]")).to_contain_text("mardi 8 décembre 2026")


@pytest.mark.some(1)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_print_is_black_on_white_and_names_the_source(
    open_tab: Callable[..., Page], url: str, scheme: str
) -> None:
    page = open_tab(color_scheme=scheme)
    page.goto(url + "guide/follow-up/")
    page.emulate_media(media="print")
    ink, source, paper = page.evaluate(
        """() => {
          const style = (selector) => getComputedStyle(document.querySelector(selector));
          const inks = ["#point-54", ".se-attribution a"].map((each) => style(each).color);
          return [...inks, style("body").backgroundColor];
        }"""
    )

    assert (ink, source, paper) == ("rgb(0, 0, 0)", "rgb(0, 0, 0)", "rgb(255, 255, 255)")
    expect(page.locator(".se-attribution a").first).to_be_visible()


@pytest.mark.some(1)
@pytest.mark.parametrize("path", ["guide/thank-you/", "guide/follow-up/", "my-dates/"])
def test_what_one_presses_is_at_least_24_pixels_high(
    open_tab: Callable[..., Page], url: str, path: str
) -> None:
    page = open_tab(viewport={"width": 390, "height": 900})
    page.goto(url + path)
    small = page.evaluate(
        """() => [...document.querySelectorAll("check-list label, follow-up-plan label:has(input), follow-up-plan button")]
          .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 24)
          .map((each) => each.textContent)"""
    )

    assert small == []
