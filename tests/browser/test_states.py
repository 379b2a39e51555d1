"""axe in the states that a reader brings a tool into: filled, wrong, undone, asked, of several."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import keep_entries, rests
from tests.browser.dates_form import SECOND, choose, field
from tests.browser.test_accessibility import violations
from tests.browser.test_keep_notice import FULL

State = Callable[[Page, str], None]
BOOKED = {
    "version": "2",
    "a1:company": "Boréal",
    "a1:job": "comptable",
    "a1:interview": "2",
    "a1:i1:day": "2026-11-10",
    "a1:i2:day": "2026-11-24",
    "a1:i2:promise": "nothing",
    "a1:contact-name": "Mme Roux",
    "a1:contact-phone": "01 23 45 67 89",
    "a1:i1:improve:0mhaaaaaa1": "Demander la date de réponse",
    "a1:i1:debrief:lesson-learned": "Parler moins vite.",
    "a1:answer:salary-expectations": "Entre tant et tant.",
    "a1:ready:why-this-job": "1",
}
TWO = {**BOOKED, "a2:company": "Atelier Nord", "a3:company": "Martin", "a3:archived": "2026-11-20"}
STATES: dict[str, State] = {}


def state(act: State) -> State:
    """List a state under its name."""
    STATES[act.__name__.replace("_", " ")] = act
    return act


@state
def newcomer_who_answers(page: Page, url: str) -> None:
    page.goto(url)
    page.locator("[name=which][value=second]").check()
    page.locator("[name=near]").nth(1).check()
    page.locator("[name=promise]").first.check()
    place = page.locator("#plan-place")
    if place.is_visible():  # English asks for it
        place.select_option(index=1)
    expect(page.locator("next-step[data-answered]")).to_be_visible()


@state
def newcomer_with_news(page: Page, url: str) -> None:
    page.goto(url)
    page.locator("[name=which][value=news]").check()
    expect(page.locator("[data-outcomes]")).to_be_visible()


@state
def returning_with_a_task_done(page: Page, url: str) -> None:
    keep_entries(page, url, TWO)
    page.goto(url)
    page.locator("[data-tasks] [type=checkbox]:visible").first.check()


@state
def path_begun(page: Page, url: str) -> None:
    page.goto(url + "guide/prepare/")
    page.locator("check-list li [type=checkbox]").first.check()
    page.goto(url)
    expect(page.locator("step-path [data-progress-text]:visible").first).to_be_visible()


@state
def dates_wrong(page: Page, url: str) -> None:
    page.goto(url + "my-dates/")
    choose(page, "which", SECOND)
    field(page, "day").fill("31/11/2026")
    field(page, "ended").fill("25 h")
    page.locator("[data-form=interview] [type=submit]").click()
    expect(page.locator("[data-summary]").first).to_be_visible()


@state
def dates_with_everything_open(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "my-dates/")
    page.locator("[data-step=call]").wait_for()
    page.evaluate("document.querySelectorAll('main details').forEach((each) => (each.open = true))")


@state
def news_wrong(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "my-dates/")
    page.locator("[data-tell]").click()
    page.locator("[name=event][value=invited]").check()
    page.locator("#plan-event-day").fill("31/11/2026")
    page.locator("[data-form=news] [type=submit]").click()
    expect(page.locator("[data-form=news] [data-summary]")).to_be_visible()


@state
def news_given(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "my-dates/")
    page.locator("[data-tell]").click()
    page.locator("[name=event][value=no]").check()
    page.locator("[data-form=news] [type=submit]").click()
    expect(page.locator("[data-told]")).not_to_be_empty()


@state
def list_ticked_noted_and_undone(page: Page, url: str) -> None:
    page.goto(url + "guide/prepare/")
    rows = page.locator("check-list li")
    rows.first.locator("[type=checkbox]").check()
    rows.nth(1).locator("[data-open]").click()
    rows.nth(1).locator("textarea").fill("Le site du groupe")
    rows.nth(2).locator("[data-open]").click()
    rows.nth(2).locator("[data-not-for-me]").click()
    page.locator("check-list [data-undo]").click()
    expect(page.locator("check-list [data-redo]")).to_be_visible()


@state
def improvements_ticked(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "guide/prepare/")
    page.locator("improvement-list [type=checkbox]").check()
    expect(page.locator("improvement-list [data-undo]")).to_be_visible()


@state
def question_answered_in_parts(page: Page, url: str) -> None:
    page.goto(url + "guide/questions/")
    card = page.locator("details[data-question]").first
    card.locator("> summary").click()
    card.locator("[data-open-star]").click()
    card.locator("[data-family=star-situation]").fill("Un client mécontent.")
    card.locator("[data-join]").click()
    card.locator("[data-mark]").check()
    expect(card.locator("[data-undo]")).to_be_visible()


@state
def questions_found(page: Page, url: str) -> None:
    page.goto(url + "guide/questions/")
    page.locator("[data-filter] [name=text]").fill("question")
    expect(page.locator("[data-found] li").first).to_be_visible()


@state
def questions_not_found(page: Page, url: str) -> None:
    page.goto(url + "more/questions-to-ask/")
    page.locator("[data-filter] [name=text]").fill("jupiter")
    expect(page.locator("[data-reset-filter]")).to_be_visible()


@state
def practice_asked(page: Page, url: str) -> None:
    page.goto(url + "more/practise/")
    page.locator("[data-options] [type=submit]").click()
    expect(page.locator("[data-drawn]")).not_to_be_empty()


@state
def practice_rated(page: Page, url: str) -> None:
    practice_asked(page, url)
    page.locator("[data-spoke]").click()
    page.locator("[name=rating]").first.check()
    expect(page.locator("practice-round [data-undo]")).to_be_visible()


@state
def message_with_remarks(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "guide/thank-you/")
    page.locator("message-draft form summary").click()
    page.locator("[data-name=email]").fill("roux@")
    draft = page.locator("message-draft [data-keep^='draft:']")
    draft.fill("Salut, je vous relance !!! " + "Une phrase de trop. " * 40)
    draft.blur()
    expect(page.locator("[data-remarks] li:visible").first).to_be_visible()
    expect(page.locator("[data-own]")).to_be_visible()


@state
def thank_you_due(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "guide/thank-you/")
    expect(page.locator("thank-you-deadline [data-by]")).not_to_be_empty()


@state
def debrief_written(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "guide/debrief/")
    for fold in page.locator("debrief-sheet summary").all():
        fold.click()
    page.locator("[data-rating] [type=radio]").first.check()
    page.locator("[data-rows] textarea").last.fill("Parler plus lentement")
    page.locator("[data-delete]:visible").first.click()
    expect(page.locator("debrief-sheet [data-undo]")).to_be_visible()


@state
def lessons_recalled(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "guide/debrief/")
    page.locator("debrief-sheet textarea").first.fill("Un bon échange sur le poste.")
    expect(page.locator("lesson-list dd").first).to_be_visible()


@state
def call_filled(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "guide/follow-up/")
    page.locator("call-script [data-keep=my-name]").fill("Sacha Martin")


@state
def file_of_several(page: Page, url: str) -> None:
    keep_entries(page, url, TWO)
    page.goto(url + "my-file/")
    page.locator("application-file [data-id=a2]").wait_for()
    page.evaluate("document.querySelectorAll('main details').forEach((each) => (each.open = true))")


@state
def backup_refused(page: Page, url: str) -> None:
    page.goto(url + "my-file/")
    page.locator("[name=pasted]").fill("Bonjour")
    page.locator("[data-restore] [type=submit]").click()
    expect(page.locator("[data-part=restore] [data-error]")).to_be_visible()


@state
def all_about_to_be_erased(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "my-file/")
    page.locator("[data-erase]").click()
    expect(page.locator("[data-confirm]")).to_be_visible()


@state
def application_without_a_name(page: Page, url: str) -> None:
    keep_entries(page, url, TWO)
    page.goto(url + "guide/thank-you/")
    page.locator("application-bar summary").click()
    page.locator("application-bar [data-add]").click()
    page.locator("application-bar [type=submit]").click()
    expect(page.locator("application-bar [data-error]")).to_be_visible()


@state
def sheet_with_all_its_parts(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "interview-sheet/")
    page.locator("interview-sheet summary").click()
    for box in page.locator("interview-sheet form [type=checkbox]").all():
        box.check()


@state
def search_with_results(page: Page, url: str) -> None:
    page.goto(url + "guide/prepare/")
    page.keyboard.press("/")
    page.keyboard.type("relance")
    page.locator(".md-search-result__link").first.wait_for()


@state
def list_of_all_pages(page: Page, url: str) -> None:
    page.goto(url + "guide/prepare/")
    page.locator("[data-menu] > summary").click()


@state
def two_applications(page: Page, url: str) -> None:
    keep_entries(page, url, TWO)
    page.goto(url + "guide/thank-you/")
    expect(page.locator("application-bar summary")).to_be_visible()


@state
def storage_full(page: Page, url: str) -> None:
    page.goto(url + "guide/prepare/")
    page.locator("check-list li [data-open]").first.click()
    page.evaluate(f"() => {{ {FULL} }}")
    page.keyboard.type("Le site du groupe")
    expect(page.locator("keep-notice [data-copy-unsaved]")).to_be_visible()


@state
def outdated_page(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "guide/prepare/")
    page.locator("check-list li [data-open]").first.click()
    page.evaluate("localStorage['second-entretien:version'] = '99'")
    page.keyboard.type("Le site du groupe")
    expect(page.locator("keep-notice [data-copy-unsaved]")).to_be_visible()


@state
def backup_due(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "guide/prepare/")
    expect(page.locator("keep-health [data-due]")).to_be_visible()


def told_by_the_worker(page: Page, url: str, message: str) -> None:
    """Let a page hear what the service worker tells it after a new build."""
    page.goto(url + "guide/prepare/")
    rests(page)
    said = f"new MessageEvent('message', {{ data: {message} }})"
    page.evaluate(f"() => {{ navigator.serviceWorker.dispatchEvent({said}); }}")
    expect(page.locator("[data-offline] button").first).to_be_visible()


@state
def update_arrived(page: Page, url: str) -> None:
    told_by_the_worker(page, url, "{ newer: document.documentElement.lang }")


@state
def two_updates_missed(page: Page, url: str) -> None:
    told_by_the_worker(page, url, "{ isOld: true }")


# Each state in each look; by turns, so that the slow run has some of all.
LOOKS: tuple[dict[str, Any], ...] = (
    {"color_scheme": "light", "viewport": {"width": 390, "height": 844}},
    {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    {"forced_colors": "active", "viewport": {"width": 320, "height": 640}},
)
NAMES = ("light phone", "dark laptop", "forced colours")


def runs() -> Iterator[Any]:
    for index, name in enumerate(STATES):
        for turn, look in enumerate(LOOKS):
            mark = pytest.mark.slow if index % len(LOOKS) == turn else pytest.mark.nightly
            yield pytest.param(name, look, marks=mark, id=f"{name}-{NAMES[turn]}")


@pytest.mark.parametrize(("name", "look"), [*runs()])
def test_a_tool_in_use_breaks_no_axe_rule(
    new_context: Callable[..., BrowserContext], url: str, name: str, look: dict[str, Any]
) -> None:
    # Without reduced motion axe can catch a colour halfway to another; search waits for a running clock.
    now = {"now": None} if name.startswith("search") else {}
    page = new_context(reduced_motion="reduce", **look, **now).new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    STATES[name](page, url)

    assert violations(page) == []
