"""Lists to tick, as a candidate uses them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

LISTS = {
    "guide/after-the-first-interview/": 5,
    "guide/thank-you/": 9,
    "guide/prepare/": 7,
    "guide/debrief/": 9,
    "guide/follow-up/": 5,
}
THANK_YOU = "guide/thank-you/"


@pytest.mark.parametrize(("path", "total"), LISTS.items())
def test_a_list_begins_at_nothing_of_its_total(page: Page, url: str, path: str, total: int) -> None:
    page.goto(url + path)

    expect(page.locator("check-list [data-progress-text]")).to_have_text(f"0 sur {total}")


def test_the_first_list_begins_with_the_notes_of_the_evening(page: Page, url: str) -> None:
    page.goto(url + "guide/after-the-first-interview/")

    first = page.locator("check-list li").first
    expect(first).to_contain_text("Notez ce soir les questions posées et vos réponses")
    expect(first.locator(".se-badge")).to_have_text("Ajout")


def test_a_tick_survives_a_reload(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.locator("#keep-it-short input").check()
    page.reload()

    expect(page.locator("#keep-it-short input")).to_be_checked()


def test_a_tick_survives_closing_the_page(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    first = context.new_page()
    first.goto(url + THANK_YOU)
    first.locator("#keep-it-short input").check()
    first.close()
    second = context.new_page()
    second.goto(url + THANK_YOU)

    expect(second.locator("#keep-it-short input")).to_be_checked()


def test_a_tick_is_the_same_in_both_languages(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.locator("#keep-it-short input").check()
    page.goto(url + "en/" + THANK_YOU)

    expect(page.locator("#keep-it-short input")).to_be_checked()
    expect(page.locator("check-list [data-progress-text]")).to_have_text("1 of 9")


def test_unticking_is_kept_too(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.locator("#keep-it-short input").check()
    page.locator("#keep-it-short input").uncheck()
    page.reload()

    expect(page.locator("#keep-it-short input")).not_to_be_checked()


def test_optional_items_stand_outside_the_total(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.locator("#restate-interest input").check()

    expect(page.locator("check-list [data-progress-text]")).to_have_text("0 sur 9")


def test_a_full_list_says_so(page: Page, url: str) -> None:
    page.goto(url + "guide/follow-up/")
    for box in page.locator("check-list input").all():
        box.check()

    expect(page.locator("check-list [data-progress-text]")).to_have_text(
        "Tout est fait\u00a0: 5 sur 5"
    )


def test_the_whole_line_ticks_and_the_keyboard_too(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.get_by_text("Écrivez clair et concret").click()
    page.locator("#keep-it-short input").focus()
    page.keyboard.press("Space")

    expect(page.locator("#keep-it-clear input")).to_be_checked()
    expect(page.locator("#keep-it-short input")).to_be_checked()


def test_a_tick_made_before_the_script_arrives_is_kept(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    waiting: list[Route] = []
    context.route("**/check-list.js", lambda route: waiting.append(route))
    page = context.new_page()
    page.goto(url + THANK_YOU, wait_until="commit")
    page.locator("#keep-it-short input").check()
    expect(page.locator("#keep-it-short input")).to_be_checked()
    waiting[0].continue_()
    expect(page.locator("check-list [data-progress-text]")).to_have_text("1 sur 9")
    context.unroute_all()
    page.reload()

    expect(page.locator("#keep-it-short input")).to_be_checked()


def test_two_tabs_follow_each_other(new_context: Callable[..., BrowserContext], url: str) -> None:
    context = new_context()
    one, other = context.new_page(), context.new_page()
    one.goto(url + THANK_YOU)
    other.goto(url + "en/" + THANK_YOU)
    one.locator("#keep-it-short input").check()

    expect(other.locator("#keep-it-short input")).to_be_checked()


def test_the_path_of_the_home_page_shows_the_progress_of_each_list(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.locator("#keep-it-short input").check()
    page.goto(url)

    progress = page.locator("step-path [data-progress-text]:visible")
    expect(progress).to_have_text("1 sur 9")


def plan_interview(page: Page, url: str, which: str) -> None:
    page.goto(url + "guide/follow-up/")
    page.get_by_role("radio", name=which).check()
    page.get_by_label("Date de l’entretien", exact=True).fill("24/11/2026")
    page.get_by_role("radio", name="Rien n’a été annoncé").check()
    page.get_by_role("button", name="Calculer mes dates").click()
    expect(page.locator(".se-plan__result")).to_be_visible()


def test_the_thank_you_of_a_second_interview_asks_for_no_answer(page: Page, url: str) -> None:
    plan_interview(page, url, "Le second")
    page.goto(url + THANK_YOU)

    expect(page.locator("#ask-for-answer")).to_be_hidden()
    expect(page.locator("check-list [data-progress-text]")).to_have_text("0 sur 8")
    expect(page.locator("check-list [data-interview]")).to_have_text("Pour votre second entretien")


def test_a_list_per_interview_starts_afresh_and_comes_back(page: Page, url: str) -> None:
    plan_interview(page, url, "Le premier")
    page.goto(url + THANK_YOU)
    page.locator("#keep-it-short input").check()
    plan_interview(page, url, "Le second")
    page.goto(url + THANK_YOU)
    expect(page.locator("#keep-it-short input")).not_to_be_checked()
    plan_interview(page, url, "Le premier")
    page.goto(url + THANK_YOU)

    expect(page.locator("#keep-it-short input")).to_be_checked()


def test_a_list_per_application_goes_on(page: Page, url: str) -> None:
    page.goto(url + "guide/prepare/")
    page.locator("#research-further input").check()
    plan_interview(page, url, "Le second")
    page.goto(url + "guide/prepare/")

    expect(page.locator("#research-further input")).to_be_checked()
