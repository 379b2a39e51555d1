"""Lists to tick, as a candidate uses them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import THANK_YOU_LIST, keep, keep_entries

LISTS = {
    "guide/after-the-first-interview/": 5,
    "guide/thank-you/": 9,
    "guide/prepare/": 7,
    "guide/debrief/": 9,
    "guide/follow-up/": 5,
}


@pytest.mark.some(2)
@pytest.mark.parametrize(("path", "total"), LISTS.items())
def test_a_list_begins_at_nothing_of_its_total(page: Page, url: str, path: str, total: int) -> None:
    page.goto(url + path)

    expect(page.locator("check-list [data-progress-text]")).to_have_text(f"0 sur {total}")


def test_the_first_list_begins_with_the_notes_of_the_evening(page: Page, url: str) -> None:
    page.goto(url + "guide/after-the-first-interview/")

    first = page.locator("check-list li").first
    expect(first).to_contain_text("Notez dès ce soir les questions posées et vos réponses")
    expect(first.locator(".se-badge")).to_have_text("Ajout")


@pytest.mark.slow
def test_a_tick_survives_closing_the_page(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    first = context.new_page()
    first.goto(url + THANK_YOU_LIST)
    first.locator("#keep-it-short input").check()
    first.close()
    second = context.new_page()
    second.goto(url + THANK_YOU_LIST)

    expect(second.locator("#keep-it-short input")).to_be_checked()


@pytest.mark.slow
def test_a_tick_is_the_same_in_both_languages(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short input").check()
    page.goto(url + "en/" + THANK_YOU_LIST)

    expect(page.locator("#keep-it-short input")).to_be_checked()
    expect(page.locator("check-list [data-progress-text]")).to_have_text("1 of 9")


def test_unticking_is_kept_too(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short input").check()
    page.locator("#keep-it-short input").uncheck()
    page.reload()

    expect(page.locator("#keep-it-short input")).not_to_be_checked()


def test_a_full_list_says_so(page: Page, url: str) -> None:
    page.goto(url + "guide/follow-up/")
    for box in page.locator("check-list input").all():
        box.check()

    expect(page.locator("check-list [data-progress-text]")).to_have_text(
        "Tout est fait\u00a0: 5 sur 5"
    )


def test_the_whole_line_ticks_and_the_keyboard_too(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    page.get_by_text("Écrivez clair et concret").click()
    page.locator("#keep-it-short input").focus()
    page.keyboard.press("Space")

    expect(page.locator("#keep-it-clear input")).to_be_checked()
    expect(page.locator("#keep-it-short input")).to_be_checked()


def test_two_tabs_follow_each_other(new_context: Callable[..., BrowserContext], url: str) -> None:
    context = new_context()
    one, other = context.new_page(), context.new_page()
    one.goto(url + THANK_YOU_LIST)
    other.goto(url + "en/" + THANK_YOU_LIST)
    one.locator("#keep-it-short input").check()

    expect(other.locator("#keep-it-short input")).to_be_checked()


def test_the_path_of_the_home_page_shows_the_progress_of_each_list(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short input").check()
    page.goto(url)

    progress = page.locator("step-path [data-progress-text]:visible")
    expect(progress).to_have_text("1 sur 9")


def test_the_thank_you_of_a_second_interview_asks_for_no_answer(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing"}, interview=2)
    page.goto(url + THANK_YOU_LIST)

    expect(page.locator("#ask-for-answer")).to_be_hidden()
    expect(page.locator("check-list [data-progress-text]")).to_have_text("0 sur 8")
    expect(page.locator("check-list [data-interview]")).to_have_text("Pour votre second entretien")


@pytest.mark.slow
def test_a_list_per_interview_starts_afresh_and_comes_back(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-10"}, interview=1)
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short input").check()
    keep_entries(page, url, {"a1:interview": "2", "a1:i2:day": "2026-11-24"})
    page.reload()
    expect(page.locator("#keep-it-short input")).not_to_be_checked()
    keep_entries(page, url, {"a1:interview": "1"})
    page.reload()

    expect(page.locator("#keep-it-short input")).to_be_checked()


# --- not for me, notes, undo


def options(page: Page, item: str) -> None:
    page.locator(f"#{item} [data-open]").click()


def test_an_item_not_for_me_leaves_the_total_and_says_so(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    options(page, "tone-polite")
    page.locator("#tone-polite [data-not-for-me]").click()

    expect(page.locator("check-list [data-progress-text]")).to_have_text("0 sur 8")
    expect(page.locator("#tone-polite [data-out-text]")).to_be_visible()
    expect(page.locator("#tone-polite [data-not-for-me]")).to_have_attribute("aria-pressed", "true")


@pytest.mark.slow
def test_an_item_not_for_me_can_be_taken_back(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    options(page, "tone-polite")
    for _ in range(2):
        page.locator("#tone-polite [data-not-for-me]").click()

    expect(page.locator("check-list [data-progress-text]")).to_have_text("0 sur 9")


@pytest.mark.slow
def test_a_list_with_nothing_for_me_never_counts_nothing_of_nothing(page: Page, url: str) -> None:
    page.goto(url + "guide/follow-up/")
    for item in page.locator("check-list li").all():
        item.locator("[data-open]").press("Enter")
        item.locator("[data-not-for-me]").press("Enter")

    expect(page.locator("check-list [data-progress-text]")).to_have_text("Rien à cocher pour vous")


def test_a_note_keeps_itself_and_is_the_same_in_both_languages(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    options(page, "keep-it-clear")
    page.locator("#keep-it-clear textarea").fill("Trois phrases, pas plus.")
    page.goto(url + "en/" + THANK_YOU_LIST)
    options(page, "keep-it-clear")

    expect(page.locator("#keep-it-clear textarea")).to_have_value("Trois phrases, pas plus.")
    expect(page.locator("#keep-it-clear [data-open]")).to_have_attribute(
        "aria-label", "Your note and options: Keep it clear and concrete."
    )


def test_an_emptied_note_leaves_nothing_in_the_browser(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    options(page, "keep-it-clear")
    page.locator("#keep-it-clear textarea").fill("x")
    page.locator("#keep-it-clear textarea").fill("")

    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('note'))") == []


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("act", "button"),
    [
        ("tick", "Annuler le dernier changement"),
        ("not-for-me", "Annuler « pas pour moi »"),
        ("note", "Annuler la dernière note"),
        ("reset", "Recocher"),
    ],
)
def test_the_last_change_of_a_list_can_be_undone(
    page: Page, url: str, act: str, button: str
) -> None:
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short [type=checkbox]").check()
    before = kept(page)
    if act == "tick":
        page.locator("#tone-polite [type=checkbox]").check()
    elif act == "reset":
        page.get_by_role("button", name="Tout décocher").click()
    else:
        options(page, "tone-polite")
    if act == "not-for-me":
        page.locator("#tone-polite [data-not-for-me]").click()
    elif act == "note":
        page.locator("#tone-polite textarea").fill("x")
        page.locator("#tone-polite textarea").blur()
    assert kept(page) != before
    page.locator("check-list [data-undo]").filter(
        has_text=button.replace(" p", "\u00a0p").replace("i »", "i\u00a0»")
    ).click()

    assert kept(page) == before


def kept(page: Page) -> dict[str, str]:
    result: dict[str, str] = page.evaluate(
        """() => Object.fromEntries(Object.entries(localStorage).filter(
          ([key]) => key.startsWith("second-entretien:a1")).sort())"""
    )
    return result


@pytest.mark.slow
def test_undo_is_offered_on_the_next_page_of_the_same_list_only(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short [type=checkbox]").check()
    page.goto(url + "guide/prepare/")
    expect(page.locator("check-list [data-undo]")).to_be_hidden()
    page.goto(url + THANK_YOU_LIST)

    expect(page.locator("check-list [data-undo]")).to_have_text("Annuler le dernier changement")


def test_a_link_to_an_item_leads_to_it(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    options(page, "tone-polite")
    link = page.locator("#tone-polite [data-link]").get_attribute("href")
    page.goto(url + THANK_YOU_LIST + str(link))

    expect(page.locator("#tone-polite")).to_be_in_viewport()


def test_progress_is_announced_once_for_a_tick(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    page.evaluate(
        """() => {
          window.said = [];
          for (const status of document.querySelectorAll("[role=status]")) {
            new MutationObserver(() => said.push(status.textContent.trim()))
              .observe(status, { childList: true, characterData: true, subtree: true });
          }
        }"""
    )
    page.locator("#keep-it-short [type=checkbox]").check()
    expect(page.locator("check-list [data-progress-text]")).to_have_text("1 sur 9")

    assert page.evaluate("said") == ["1 sur 9"]
