"""Pages with more space between letters and lines, in low and narrow windows, reached by keyboard."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.test_accessibility import ALL_PAGES, KINDS

# WCAG 2.2, 1.4.12.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { letter-spacing: 0.12em !important; line-height: 1.5 !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
# A field scrolls by itself what is longer than it.
CUT = """() => [...document.querySelectorAll("body :not(input)")].filter((each) => {
  const { overflowX, overflowY } = getComputedStyle(each);
  const hides = (overflow) => overflow === "hidden" || overflow === "clip";
  const isCut = (hides(overflowX) && each.scrollWidth > each.clientWidth + 1) ||
    (hides(overflowY) && each.scrollHeight > each.clientHeight + 1);
  return isCut && each.clientWidth > 1 && each.checkVisibility({ visibilityProperty: true });
}).map((each) => `${each.localName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`)"""
# What the keyboard reached, where nobody sees it: the first or the last line of what is low, all of
# what is high. In the header itself it is seen.
HIDDEN = """() => {
  const each = document.activeElement;
  if (each === document.body) return null;
  const isCovered = ({ left, top, width, height }, share) => {
    const seen = document.elementFromPoint(left + Math.min(width, innerWidth) / 2, top + share * height);
    return seen !== null && (!each.contains(seen) && !seen.closest("label")?.contains(each));
  };
  const isInWindow = ({ top, bottom, width }) => width > 0 && bottom > 0 && top < innerHeight;
  const lines = [...each.getClientRects()];
  const isSeen = each.checkVisibility({ visibilityProperty: true }) && lines.some(isInWindow);
  const isHigh = each.getBoundingClientRect().height > innerHeight / 4;
  const places = [isCovered(lines[0], 1 / 4), isCovered(lines.at(-1), 3 / 4)];
  const isHidden = !isSeen || (isHigh ? isCovered(lines[0], 1 / 2) && places.every(Boolean) : places.some(Boolean));
  if (!isHidden || each.closest(".md-header")) return "";
  return `${each.localName}.${each.className} ${each.name ?? ""}: ${each.textContent.trim().slice(0, 40)}`;
}"""
WINDOWS = {"landscape phone": (844, 390), "phone": (390, 844), "four times as large": (320, 256)}


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(KINDS, id="some", marks=pytest.mark.slow),
        pytest.param(ALL_PAGES, id="all", marks=pytest.mark.nightly),
    ],
)
def test_with_more_space_between_letters_and_lines_nothing_is_cut(
    open_tab: Callable[..., Page], url: str, paths: tuple[str, ...]
) -> None:
    page = open_tab(viewport={"width": 390, "height": 844})
    cut = {}
    for path in paths:
        page.goto(url + path)
        before = page.evaluate(CUT)
        page.evaluate(SPACED)
        cut[path] = [each for each in page.evaluate(CUT) if each not in before]
        if page.evaluate("document.scrollingElement.scrollWidth") > 390:
            cut[path].append("scrolls sideways")

    assert {path: each for path, each in cut.items() if each} == {}


def ways() -> Iterator[Any]:
    """Yield pages, a window and a way through them, in the run that they belong to."""
    yield pytest.param(("guide/thank-you/",), "landscape phone", "Shift+Tab", id="one")
    for window, key in product(WINDOWS, ("Tab", "Shift+Tab")):
        for name, paths, mark in (("some", KINDS, "slow"), ("all", ALL_PAGES, "nightly")):
            marks = getattr(pytest.mark, mark)
            yield pytest.param(paths, window, key, marks=marks, id=f"{name}-{window}-{key}")


@pytest.mark.parametrize(("paths", "window", "key"), [*ways()])
def test_what_the_keyboard_reaches_is_under_no_header_and_no_bar(
    open_tab: Callable[..., Page], url: str, paths: tuple[str, ...], window: str, key: str
) -> None:
    width, height = WINDOWS[window]
    page = open_tab(viewport={"width": width, "height": height}, reduced_motion="reduce")
    hidden: dict[str, list[str]] = {}
    for path in paths:
        page.goto(url + path)
        hidden[path] = []
        page.keyboard.press(key)
        while (reached := page.evaluate(HIDDEN)) is not None:
            hidden[path] += [reached] if reached else []
            page.keyboard.press(key)

    assert {path: each for path, each in hidden.items() if each} == {}
