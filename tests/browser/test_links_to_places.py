"""Whoever follows a link to an item, a question, a theme, a message or a list, sees it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import CONTENT

pytestmark = pytest.mark.slow


def places() -> Iterator[tuple[str, list[str]]]:
    """Give each page with the ids that a link may name."""
    found: dict[str, list[str]] = {}
    for name, page in CONTENT.page_of_list.items():
        ids = [item.id for item in CONTENT.checklists[name].items]
        found.setdefault(page, []).extend([f"list-{name}", *ids])
    for question, page in CONTENT.page_of_question.items():
        found.setdefault(page, []).append(question)
    themes = [f"theme-{theme}" for theme in CONTENT.theme_pages]
    found["guide/questions.md"] += ["theme-article", "themes", *themes]
    found["more/messages.md"] = ["message-confirm-attendance", "message-decline"]
    yield from found.items()


@pytest.mark.parametrize("root", ["", pytest.param("en/", marks=pytest.mark.nightly)])
@pytest.mark.parametrize(("page_file", "ids"), [*places()], ids=lambda value: str(value)[:40])
def test_a_link_to_a_place_opens_it(
    page: Page, url: str, root: str, page_file: str, ids: list[str]
) -> None:
    address = url + root + page_file.removesuffix(".md") + "/"
    for name in ids:
        page.goto(f"{address}?to={name}#{name}")  # a page of its own, not a move on the same
        expect(page.locator(f"[id='{name}']")).to_be_visible()
        expect(page.locator(f"[id='{name}']")).to_be_in_viewport()
