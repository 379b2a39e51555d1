"""Where lines may not end: in the pages as built, and in what their scripts write."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.test_follow_up_plan import MY_DATES
from tests.conftest import PAGES

BROKEN = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    const { parentElement: parent } = node;
    if (!parent.checkVisibility() || parent.closest("script, style, svg")) continue;
    for (const { index, 0: word } of node.data.matchAll(/(?<![\\p{L}-])\\p{L}-\\p{L}+|\\d\\sh(\\s\\d+)?/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (tops.size > 1) found.push(`${word} in ${node.data.slice(0, 80)}`);
    }
  }
  return found;
}"""


@pytest.mark.some(2)
@pytest.mark.parametrize("path", PAGES)
def test_a_word_kept_on_one_line_is_no_item_of_a_row(page: Page, url: str, path: str) -> None:
    """In a flex or grid container the spaces around it would be lost."""
    page.goto(url + path)

    rows = page.locator(".se-nowrap").evaluate_all(
        """(words) => words.filter((word) => /flex|grid/.test(getComputedStyle(word.parentElement).display))
             .map((word) => word.parentElement.outerHTML)"""
    )

    assert rows == []


@pytest.mark.some(1)
@pytest.mark.parametrize("width", [*range(320, 460, 20)])
def test_no_line_ends_inside_an_hour_or_after_a_single_letter(
    page: Page, url: str, width: int
) -> None:
    keep(page, url, {"day": "2026-11-24", "ended": "18:00", "promise": "nothing"})
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(url + MY_DATES)
    expect(page.locator("[data-step=thank-you] [data-when]")).to_contain_text("18\u00a0h")

    assert page.evaluate(BROKEN) == []
