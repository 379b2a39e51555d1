"""No text and no control of a page stands over another, folded or not, at any width."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import keep
from tests.browser.test_accessibility import ALL_PAGES, KINDS

WIDTHS = (320, 390, 768, 1280, 1920)
READERS = {"newcomer": {}, "with dates": {"day": "2026-11-24", "promise": "nothing"}}
QUICK = ("my-dates/", "")
# What stands over a page on purpose keeps its place in the window; a label holds its field. Lines
# may touch: two pixels of a control and three of a letter's box do not count.
OVERLAPS = """() => {
  const isInFlow = (each) => {
    if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    for (; each; each = each.parentElement) {
      const { clipPath, position } = getComputedStyle(each);
      // Read out only, or in its place in the window.
      if (clipPath !== "none" || ["fixed", "sticky"].includes(position)) return false;
    }
    return true;
  };
  const boxes = [];
  const add = (rects, margin, of) => {
    for (const { left, right, top, bottom } of rects) {
      const box = { left: left + 2, right: right - 2, top: top + margin, bottom: bottom - margin };
      if (box.right > box.left && box.bottom > box.top) boxes.push({ ...box, ...of });
    }
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    if (!text.data.trim() || !isInFlow(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    add(range.getClientRects(), 3, { node: text, says: text.data.trim() });
  }
  for (const node of document.querySelectorAll("a, button, summary, label, input, select, textarea")) {
    const says = `${node.localName}: ${node.textContent.trim()}`;
    if (isInFlow(node)) add(node.getClientRects(), 2, { node, control: node, says });
  }
  const isOver = (a, b) =>
    a.node !== b.node && !a.control === !b.control &&
    Math.min(a.right, b.right) > Math.max(a.left, b.left) &&
    !a.node.contains(b.node) && !b.node.contains(a.node) &&
    (!a.control || (a.control.control !== b.control && b.control.control !== a.control));
  boxes.sort((a, b) => a.top - b.top);
  const found = new Set();
  boxes.forEach((box, index) => {
    for (let next = index + 1; boxes[next]?.top < box.bottom; next += 1) {
      if (isOver(box, boxes[next])) found.add(`${box.says} | ${boxes[next].says}`.slice(0, 120));
    }
  });
  return [...found];
}"""
FOLD = """(isOpen) => {
  for (const each of document.querySelectorAll("main details")) each.open = isOpen;
}"""


@pytest.mark.parametrize(
    "path",
    [
        *QUICK,
        *(pytest.param(path, marks=pytest.mark.slow) for path in KINDS if path not in QUICK),
        *(
            pytest.param(path, marks=pytest.mark.nightly)
            for path in ALL_PAGES
            if path not in (*QUICK, *KINDS)
        ),
    ],
)
@pytest.mark.parametrize("reader", READERS)
def test_nothing_stands_over_anything_else(
    open_tab: Callable[..., Page], url: str, reader: str, path: str
) -> None:
    page = open_tab()
    keep(page, url, READERS[reader])
    page.goto(url + path)
    page.wait_for_load_state("networkidle")
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        for is_open in (False, True):
            page.evaluate(FOLD, is_open)
            found[width, is_open] = page.evaluate(OVERLAPS)

    assert {at: overlaps for at, overlaps in found.items() if overlaps} == {}
