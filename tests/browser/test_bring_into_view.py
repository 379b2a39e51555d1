"""After a press, the first line of its answer is in the window, below the header."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep_entries, rests
from tests.browser.dates_form import field
from tests.browser.hands import Hands

WIDTHS = [320, 390, 1280]
LINE = 16  # pixels: less of a first line cannot be read
ONE = {
    "version": "1",
    "a1:company": "Canal",
    "a1:job": "assistant",
    "a1:interview": "1",
    "a1:i1:day": "2026-11-24",
    "a1:i1:promise": "nothing",
    "a1:i1:place": "FR",
    "a1:answer:why-this-job": "Un atelier.",
    "a1:to-ask:ask-why-the-job-is-open": "1",
    "a1:i1:rating:knew-the-company": "yes",
    "a1:i1:improve:0001": "Parler moins vite.",
}
TWO = {**ONE, "a2:company": "Martin", "a2:added": "2026-11-20T10:00:00.000Z"}
# Of all widths, with one application and with two, a phone with two is always tried; the slow run has
# the narrowest with one and the widest with two, the night all.
SLOW = (("one", min(WIDTHS)), ("two", max(WIDTHS)))
SIGHTS = [
    pytest.param(
        kept,
        width,
        id=f"{number}-{width}",
        marks=[]
        if (number, width) == ("two", 390)
        else pytest.mark.slow
        if (number, width) in SLOW
        else pytest.mark.nightly,
    )
    for number, kept in (("one", ONE), ("two", TWO))
    for width in WIDTHS
]
FAILING_CLIPBOARD = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }"
WORKING_CLIPBOARD = "() => { navigator.clipboard.writeText = () => Promise.resolve(); }"
SEEN = """([selector, line]) => {
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const answers = [...document.querySelectorAll(selector)].filter(
    (each) => each.getClientRects().length > 0 && each.checkVisibility({ visibilityProperty: true }));
  const { top } = answers[0].getBoundingClientRect();
  return { isSeen: header <= top && top + line <= innerHeight, top, header, innerHeight };
}"""


#: By what is pressed: the page, what is done before, the button, and where its answer is.
ANSWERS: dict[str, tuple[str, Callable[[Hands], None], str, str]] = {}


def answer(path: str, button: str, place: str) -> Callable[[Any], Any]:
    """Note what to press on a page and where the answer is; the function does what comes before."""

    def note(before: Callable[[Hands], None]) -> Callable[[Hands], None]:
        ANSWERS[before.__name__.strip("_")] = (path, before, button, place)
        return before

    return note


@answer("my-dates/", "[data-form=interview] [type=submit]", ".se-plan__headline")
def _dates(hands: Hands) -> None:
    hands.page.locator("[data-asks] > summary").press("Enter")


@answer(
    "my-dates/",
    "[data-form=interview] [type=submit]",
    "[data-form=interview] [data-summary]",
)
def _errors(hands: Hands) -> None:
    field(hands.page, "day").fill("31/02")


@answer("my-dates/", "[data-form=news] [type=submit]", ".se-plan__headline")
def _news(hands: Hands) -> None:
    hands.page.locator("[data-tell]").press("Enter")
    hands.press(hands.page.locator("[name=event][value=not-yet]"))


@answer("", "next-step [data-event=no]", "next-step [data-sentence]")
def _news_of_the_day(hands: Hands) -> None:
    hands.page.locator(".se-news > summary").first.press("Enter")


@answer("my-dates/", "[data-form=export] [type=submit]", "[data-exported]")
def _calendar(hands: Hands) -> None:
    pass


@answer("my-dates/", "[data-export] [data-copy]", "[data-exported]")
def _copied_plan(hands: Hands) -> None:
    hands.page.locator(".se-plan__choose-export > summary").press("Enter")
    hands.page.evaluate(WORKING_CLIPBOARD)


@answer("my-dates/", "[data-export] [data-copy]", ".se-plan__copy")
def _plan_to_copy_by_hand(hands: Hands) -> None:
    hands.page.locator(".se-plan__choose-export > summary").press("Enter")
    hands.page.evaluate(FAILING_CLIPBOARD)


@answer("guide/thank-you/", "[data-copy-message]", "message-draft [data-said]")
def _copied_message(hands: Hands) -> None:
    hands.page.evaluate(WORKING_CLIPBOARD)


@answer("guide/thank-you/", "[data-copy-subject]", "message-draft [data-said]")
def _subject_to_copy_by_hand(hands: Hands) -> None:
    hands.page.evaluate(FAILING_CLIPBOARD)


@answer("guide/thank-you/", "message-draft [data-undo]", "[data-name=to]")
def _undone_entry(hands: Hands) -> None:
    hands.type(hands.page.locator("[data-name=to]"), "Camille Renard")
    hands.page.keyboard.press("Tab")


@answer("guide/thank-you/", "[data-build-again]", "message-draft [data-keep^='draft:']")
def _rebuilt_message(hands: Hands) -> None:
    hands.type(hands.page.locator("[data-keep^='draft:']"), "zq\n" * 40)


@answer(
    "guide/thank-you/",
    "check-list [data-undo]",
    "check-list li input",
)
def _undone_tick(hands: Hands) -> None:
    hands.press(hands.page.locator("check-list summary"))
    hands.press(hands.page.locator("check-list [type=checkbox]").first)


@answer("guide/thank-you/", "check-list [data-reset-list]", "check-list summary")
def _reset_list(hands: Hands) -> None:
    hands.press(hands.page.locator("check-list summary"))
    hands.press(hands.page.locator("check-list [type=checkbox]").first)


@answer("guide/questions/", "#why-this-job [data-copy]", "#why-this-job [data-said]")
def _copied_answer(hands: Hands) -> None:
    hands.page.locator("#why-this-job > summary").press("Enter")
    hands.page.evaluate(WORKING_CLIPBOARD)


@answer("guide/questions/", "[data-copy-all]", "[data-all] [data-said]")
def _copied_answers(hands: Hands) -> None:
    hands.page.evaluate(WORKING_CLIPBOARD)


@answer("guide/questions/", "[data-copy-all]", "[data-by-hand]")
def _answers_to_copy_by_hand(hands: Hands) -> None:
    hands.page.evaluate(FAILING_CLIPBOARD)


@answer("guide/questions/", "#why-this-job [data-undo]", "#why-this-job input[data-mark]")
def _undone_mark(hands: Hands) -> None:
    hands.page.locator("#why-this-job > summary").press("Enter")
    hands.press(hands.page.locator("#why-this-job input[data-mark]"))


@answer("guide/debrief/", "debrief-sheet [data-undo]", "[data-rating=knew-the-company]")
def _undone_rating(hands: Hands) -> None:
    hands.page.locator("debrief-sheet summary").last.press("Enter")
    hands.press(hands.page.locator("[data-rating=knew-the-company] [data-unrate]"))


@answer("guide/debrief/", "debrief-sheet [data-undo]", "[data-rows] textarea")
def _undone_deletion(hands: Hands) -> None:
    hands.press(hands.page.locator("debrief-sheet [data-delete]").first)


@answer("more/practise/", "[data-options] [type=submit]", "[data-drawn]")
def _drawn_question(hands: Hands) -> None:
    pass


@answer("more/practise/", "[data-spoke]", "[data-notes-title]")
def _notes(hands: Hands) -> None:
    hands.press(hands.page.locator("[data-options] [type=submit]"))


@answer("my-file/", "[data-part=backup] [data-download]", "[data-part=backup] [data-said]")
def _backup(hands: Hands) -> None:
    pass


@answer("my-file/", "[data-part=backup] [data-copy]", "[data-part=backup] [data-by-hand]")
def _backup_to_copy_by_hand(hands: Hands) -> None:
    hands.page.evaluate(FAILING_CLIPBOARD)


@answer("my-file/", "[data-restore] [type=submit]", "[data-preview]")
def _restore(hands: Hands) -> None:
    hands.page.evaluate(
        "() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }"
    )
    hands.press(hands.page.locator("[data-part=backup] [data-copy]"))
    hands.page.locator("[name=pasted]").fill(hands.page.evaluate("copied"))


@answer("my-file/", "[data-accept]", "[data-part=restore] [data-said]")
def _accepted_restore(hands: Hands) -> None:
    _restore(hands)
    hands.press(hands.page.locator("[data-restore] [type=submit]"))


@answer("my-file/", "[data-restore] [type=submit]", "[data-restore] [data-error]")
def _refused_restore(hands: Hands) -> None:
    hands.page.locator("[name=pasted]").fill("zq")


@answer("my-file/", "[data-example]", "[data-id=example] [data-name]")
def _example(hands: Hands) -> None:
    pass


@answer("my-file/", "[data-part=applications] [data-undo]", "[data-list] [data-id=a1] [data-name]")
def _undone_deletion_of_application(hands: Hands) -> None:
    hands.press(hands.page.locator("[data-id=a1] [data-delete]"))


@answer("my-file/", "[data-share]", "[data-part=sharing] [data-said]")
def _shared(hands: Hands) -> None:
    pass


@answer("my-file/", "[data-erase]", "[data-confirm]")
def _asked_to_erase(hands: Hands) -> None:
    pass


@answer("my-file/", "[data-erase-now]", "[data-part=erasing] [data-said]")
def _erased(hands: Hands) -> None:
    hands.press(hands.page.locator("[data-erase]"))


@pytest.fixture
def visit(open_tab: Callable[..., Page], url: str) -> Callable[..., Hands]:
    """Open a page as wide as told, with what is kept."""

    def open_page(path: str, width: int, kept: dict[str, str]) -> Hands:
        size = {"width": width, "height": 800 if width < 800 else 720}
        page = open_tab(viewport=size)
        keep_entries(page, url, kept)
        page.goto(url + path)
        rests(page)
        return Hands(page)

    return open_page


def where(page: Page, selector: str) -> dict[str, Any]:
    """Where the first line of an answer is, once the page is still."""
    page.wait_for_timeout(250)
    seen: dict[str, Any] = page.evaluate(SEEN, [selector, LINE])
    return seen


@pytest.mark.some(1, 30)
@pytest.mark.parametrize(("kept", "width"), SIGHTS)
@pytest.mark.parametrize("name", ANSWERS)
def test_the_first_line_of_an_answer_is_seen(
    visit: Callable[..., Hands], name: str, kept: dict[str, str], width: int
) -> None:
    path, before, button, place = ANSWERS[name]
    hands = visit(path, width, kept)
    before(hands)
    hands.press(hands.page.locator(button).first)

    seen = where(hands.page, place)
    assert seen["isSeen"], seen


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_seen_already_stays_where_it_is(visit: Callable[..., Hands], width: int) -> None:
    hands = visit("guide/thank-you/", width, ONE)
    hands.page.evaluate(WORKING_CLIPBOARD)
    hands.press(hands.page.locator("[data-copy-message]"))
    before = hands.page.evaluate("scrollY")
    hands.press_at(*_middle(hands, "[data-copy-message]"))
    hands.page.wait_for_timeout(250)

    assert hands.page.evaluate("scrollY") == before


def test_all_that_may_be_news_is_seen(visit: Callable[..., Hands]) -> None:
    hands = visit("", 390, ONE)
    news = ".se-news > summary"
    hands.page.locator(news).first.evaluate("(it) => it.scrollIntoView({ block: 'end' })")
    hands.press_at(*_middle(hands, f"{news} >> nth=0"))

    seen = where(hands.page, ".se-news [data-event=no-answer]")
    assert seen["isSeen"], seen


def _middle(hands: Hands, selector: str) -> tuple[float, float]:
    box = hands.page.locator(selector).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.some(1)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_link_to_all_dates_leads_to_the_answer(visit: Callable[..., Hands], width: int) -> None:
    hands = visit("", width, ONE)
    link = hands.page.locator("main a[href$='my-dates/#your-dates']")
    hands.press(link.filter(visible=True).first)
    expect(hands.page.locator(".se-plan__headline")).to_be_visible()

    seen = where(hands.page, ".se-plan__headline")
    assert seen["isSeen"], seen


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 390])
def test_the_way_back_to_the_top_covers_nothing_on_a_phone(
    visit: Callable[..., Hands], width: int
) -> None:
    hands = visit("guide/follow-up/", width, ONE)
    hands.page.mouse.wheel(0, 3000)
    hands.page.wait_for_timeout(250)
    hands.page.mouse.wheel(0, -600)
    hands.page.wait_for_timeout(250)

    assert hands.page.evaluate(
        """() => {
          const top = document.querySelector(".md-top").getBoundingClientRect();
          const text = document.querySelector("article").getBoundingClientRect();
          return top.top >= text.bottom;
        }"""
    )
