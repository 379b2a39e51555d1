"""Lists beside what one writes: what is written is shown on them as such, and nothing of it is kept."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import THANK_YOU_LIST, keep

RECALL = "#recall-discussion"
POINT = {"day": "2026-11-24", "told:point": "la refonte du site"}
TICKS = "Object.entries(localStorage).filter(([key]) => key.includes(':tick:'))"


def box(page: Page, item: str = RECALL) -> Locator:
    return page.locator(f"{item} input")


def said(page: Page, item: str = RECALL) -> Locator:
    return page.locator(f"{item} [data-held-text]")


def ticks(page: Page) -> list[list[str]]:
    kept: list[list[str]] = page.evaluate(TICKS)
    return kept


def test_what_the_message_says_is_shown_as_said_and_not_kept(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    expect(box(page)).not_to_be_checked()
    page.locator("[data-name=point]").fill("la refonte du site")

    expect(box(page)).to_be_checked()
    expect(said(page)).to_have_text("Déjà dans votre message")
    expect(page.locator("check-list [data-progress-text]")).to_have_text("1 sur 9")
    assert ticks(page) == []


def test_a_message_of_nothing_given_ticks_nothing(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)

    expect(page.locator("[data-keep='draft:thank-you']")).not_to_have_value("")
    expect(page.locator("check-list [data-progress-text]")).to_have_text("0 sur 9")


def test_what_was_unticked_by_hand_stays_open_until_that_is_undone(page: Page, url: str) -> None:
    keep(page, url, POINT)
    page.goto(url + THANK_YOU_LIST)
    expect(box(page)).to_be_checked()
    box(page).uncheck()
    page.reload()
    expect(page.locator("#thank-for-time input")).to_be_checked()
    expect(box(page)).not_to_be_checked()
    assert ticks(page) == [["second-entretien:a1:i1:tick:recall-discussion", "0"]]
    page.locator("check-list [data-undo]").click()

    expect(said(page)).to_be_visible()
    assert ticks(page) == []


@pytest.mark.parametrize(
    ("kept", "is_ticked"),
    [("1", True), ("0", False), pytest.param("-", False, marks=pytest.mark.slow)],
)
def test_what_was_said_by_hand_wins(page: Page, url: str, kept: str, is_ticked: bool) -> None:
    keep(page, url, {**POINT, "tick:recall-discussion": kept})
    page.goto(url + THANK_YOU_LIST)
    expect(said(page, "#thank-for-time")).to_be_visible()

    expect(box(page)).to_be_checked(checked=is_ticked)
    expect(said(page)).to_be_hidden()


def test_unticking_all_leaves_nothing_ticked(page: Page, url: str) -> None:
    keep(page, url, POINT)
    page.goto(url + THANK_YOU_LIST)
    expect(box(page)).to_be_checked()
    page.locator("check-list [data-reset-list]").click()

    expect(page.locator("check-list input:checked")).to_have_count(0)
    expect(page.locator("check-list [data-reset-list]")).to_be_hidden()


@pytest.mark.slow
def test_a_message_written_in_another_tab_is_shown_here(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    one, other = context.new_page(), context.new_page()
    one.goto(url + THANK_YOU_LIST)
    other.goto(url + THANK_YOU_LIST)
    other.locator("[data-name=point]").fill("la refonte du site")

    expect(said(one)).to_be_visible()
    assert ticks(one) == []


def test_what_the_debrief_says_is_shown_on_its_list(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24"})
    page.goto(url + "guide/debrief/#replay-interview")
    page.locator("#debrief-what-worked").fill("L’exemple du samedi.")
    page.locator("debrief-sheet [data-points='47'] > summary").click()
    page.locator("[data-rating=listened-well] input").last.check()

    expect(said(page, "#note-what-worked")).to_have_text("Déjà dans votre bilan écrit")
    expect(said(page, "#assess-yourself")).to_be_visible()
    expect(said(page, "#note-what-was-uneasy")).to_be_hidden()
    assert ticks(page) == []
