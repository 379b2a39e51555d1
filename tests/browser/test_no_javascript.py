"""Everything can be read, and boxes ticked, with JavaScript off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import keep
from tests.conftest import PAGES

JS = "text/javascript"


@pytest.fixture
def plain(open_tab: Callable[..., Page]) -> Page:
    """A page without JavaScript."""
    return open_tab(java_script_enabled=False)


@pytest.mark.some(2)
@pytest.mark.parametrize("path", PAGES)
def test_each_page_shows_its_title(plain: Page, url: str, path: str) -> None:
    plain.goto(url + path)

    expect(plain.locator("h1")).to_be_visible()


def test_native_boxes_tick(plain: Page, url: str) -> None:
    plain.goto(url + "guide/thank-you/")
    plain.locator("check-list summary").click()
    plain.get_by_text("Écrivez clair et concret").click()

    expect(plain.locator("#keep-it-clear input")).to_be_checked()


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("path", "call"),
    [
        ("guide/follow-up/", "À partir du mardi 8 décembre 2026"),
        ("en/guide/follow-up/", "From Tuesday 8 December 2026"),
    ],
)
def test_the_rule_stands_with_an_example_computed_at_build_time(
    plain: Page, url: str, path: str, call: str
) -> None:
    plain.goto(url + path)

    expect(plain.locator("#point-54")).to_be_visible()
    plain.locator("#example > summary").click()
    expect(plain.locator(".se-plan__steps--example").first).to_contain_text(call)


def test_a_form_that_cannot_answer_is_not_shown(plain: Page, url: str) -> None:
    plain.goto(url + "my-dates/")

    expect(plain.locator("follow-up-plan form:visible")).to_have_count(0)
    expect(plain.locator("follow-up-plan [data-no-script]")).to_be_visible()


def test_a_script_that_does_not_arrive_leaves_the_page_as_without_scripts(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    context.route("**/tools.*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(url + "my-dates/")

    expect(page.locator("follow-up-plan form:visible")).to_have_count(0)
    expect(page.locator("follow-up-plan [data-no-script]")).to_be_visible()


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("path", "script"),
    [
        ("guide/debrief/", "throw new Error()"),
        ("interview-sheet/", "Promise.reject(new Error())"),
        ("my-file/", "await Promise.reject(new Error())"),
    ],
)
def test_where_a_script_fails_what_waited_for_it_is_seen(
    new_context: Callable[..., BrowserContext], url: str, path: str, script: str
) -> None:
    context = new_context()
    context.route("**/tools.*.js", lambda route: route.fulfill(body=script, content_type=JS))
    page = context.new_page()
    keep(page, url, {"day": "2026-11-24"})
    page.goto(url + path)

    expect(page.locator("[data-waits]")).to_have_count(0)
    expect(page.locator("debrief-sheet, interview-sheet, application-file")).to_be_visible()


def test_the_home_page_says_where_the_rule_is(plain: Page, url: str) -> None:
    plain.goto(url)
    plain.locator("[data-no-script] a").first.click()

    assert plain.url == url + "my-dates/"


def test_all_eight_questions_can_be_read(plain: Page, url: str) -> None:
    plain.goto(url + "guide/questions/")
    expect(plain.locator("[data-question] [data-ask]:visible")).to_have_count(8)
    plain.get_by_text("Pourquoi souhaitez-vous ce poste").click()
    plain.locator("#why-this-job").get_by_text("Conseils pour y répondre").click()

    expect(plain.locator("#why-this-job .se-question-list__trap dd")).to_be_visible()
    expect(plain.locator("#why-this-job [data-state]")).to_be_hidden()


def test_another_question_opens_and_can_be_read(plain: Page, url: str) -> None:
    plain.goto(url + "guide/questions/")
    plain.get_by_role("link", name="La rémunération").click()
    plain.get_by_text("Combien gagnez-vous aujourd’hui").click()
    plain.locator("#current-salary").get_by_text("Conseils pour y répondre").click()

    expect(plain.locator("#current-salary .se-question-list__trap dd")).to_be_visible()


def test_questions_can_be_drawn_by_hand(plain: Page, url: str) -> None:
    plain.goto(url + "more/practise/")
    plain.get_by_text("Toutes les questions et leurs autres formes").click()

    expect(plain.locator("practice-round li[data-question]:visible")).to_have_count(82)
    expect(plain.locator("practice-round form")).to_be_hidden()


def test_the_language_link_leads_to_the_page_in_the_other_language(plain: Page, url: str) -> None:
    plain.goto(url + "guide/follow-up/#point-50")
    plain.get_by_role("link", name="EN – English").click()

    assert plain.url == url + "en/guide/follow-up/"
