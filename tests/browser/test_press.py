"""A press does what it was for: nothing moves under it, and a second one never takes text away."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import keep_entries, rests
from tests.browser.dates_form import field as shown
from tests.browser.hands import Hands, moves

THANK_YOU = "guide/thank-you/"
MY_FILE = "my-file/"
CLICKS = """(selector) => {
  window.clicks = 0;
  addEventListener("click", ({ target }) => { clicks += Number(target.matches(selector)); }, true);
}"""
COMPANY = {"version": "1", "a1:company": "Canal"}
TWO = {**COMPANY, "a2:company": "Martin", "a3:company": "Renard"}

#: A field, and a control below it that a reader goes to next.
LEAVING = {
    "message": (THANK_YOU, "[data-name=to]", "[data-copy-message]"),
    "draft": (THANK_YOU, "[data-keep^='draft:']", "[data-copy-message]"),
    "subject": (THANK_YOU, "[data-keep^='subject:']", "[data-copy-subject]"),
    "name": (THANK_YOU, "[data-keep=my-name]", "[data-copy-message]"),
    "file": (MY_FILE, "[data-keep=company]", "[data-example]"),
    "backup": (MY_FILE, "[name=pasted]", "[data-restore] [type=submit]"),
    "call": ("guide/follow-up/", "call-script [data-keep=job]", "call-script [data-print]"),
    "answer": ("guide/questions/", "[data-family=answer]", "input[data-mark]"),
    "reply": ("more/questions-to-ask/", "[data-family=reply]", "input[data-mark]"),
    "debrief": ("guide/debrief/", "[data-keep^='debrief:']", "debrief-sheet summary"),
    "line": ("guide/debrief/", "[data-rows] textarea", "debrief-sheet [data-print]"),
    "note": (THANK_YOU, "check-list textarea", "[data-not-for-me]"),
    "dates": ("my-dates/", "[name=day]", "[data-form=interview] [type=submit]"),
}


@pytest.fixture(params=["mouse", "touch"])
def visit(
    open_tab: Callable[..., Page], url: str, request: pytest.FixtureRequest
) -> Callable[..., Hands]:
    """Open a page with what is kept, every closed part of it open, and give hands for it."""
    by_touch = request.param == "touch"
    size = {"width": 390, "height": 844} if by_touch else {"width": 1280, "height": 720}

    def open_page(path: str, kept: dict[str, str] | None = None) -> Hands:
        page = open_tab(viewport=size, has_touch=by_touch)
        keep_entries(page, url, kept or {})
        page.goto(url + path)
        rests(page)  # what is kept brings files, which bring what is to be opened
        page.evaluate("window.print = () => {}")
        page.evaluate(
            "for (const part of document.querySelectorAll('main details')) part.open = true"
        )
        for name in ("[data-open]", "[data-edit]"):
            for part in page.locator(f"main {name}").all()[:1]:
                part.press("Enter")
        rests(page)
        return Hands(page, by_touch=by_touch)

    return open_page


@pytest.mark.some(2)
@pytest.mark.parametrize("name", LEAVING)
def test_what_a_field_says_when_left_moves_no_control(
    visit: Callable[..., Hands], name: str
) -> None:
    path, field, control = LEAVING[name]
    hands = visit(path, COMPANY if path == MY_FILE else None)
    if name == "dates":
        shown(hands.page, "day")
    hands.type(hands.page.locator(field).first, "zq")
    rests(hands.page)  # what is typed brings what reads it over
    hands.page.evaluate(CLICKS, control)
    target = hands.page.locator(control).first
    hands.press(target)

    assert hands.moved == []
    assert hands.page.evaluate("clicks") == 1
    if "day" not in field and "pasted" not in field:
        assert "zq" in hands.page.evaluate("Object.values(localStorage).join(' ')")


@pytest.mark.some(1, 8)
@pytest.mark.parametrize("name", [name for name in LEAVING if name not in ("dates", "backup")])
def test_a_second_press_at_the_same_place_takes_no_text_away(
    visit: Callable[..., Hands], name: str
) -> None:
    path, field, control = LEAVING[name]
    hands = visit(path, COMPANY if path == MY_FILE else None)
    hands.type(hands.page.locator(field).first, "zq")
    place = hands.press(hands.page.locator(control).first)
    hands.page.wait_for_timeout(600)
    hands.press_at(*place)

    assert "zq" in hands.page.evaluate("Object.values(localStorage).join(' ')")


@pytest.mark.some(1)
def test_what_is_typed_can_be_taken_back_and_made_again(visit: Callable[..., Hands]) -> None:
    hands = visit(THANK_YOU)
    field, body = (hands.page.locator(each) for each in ("[data-name=to]", "[data-keep^='draft:']"))
    before = body.input_value()
    hands.type(field, "Camille Renard")
    hands.press(hands.page.locator("[data-copy-message]"))
    hands.press(hands.page.locator("message-draft [data-undo]"))
    expect(field).to_have_value("")
    expect(body).to_have_value(before)
    hands.press(hands.page.locator("message-draft [data-redo]"))

    expect(field).to_have_value("Camille Renard")
    expect(hands.page.locator("message-draft [data-redo]")).to_be_hidden()
    assert hands.moved == []


@pytest.mark.slow
def test_what_was_taken_back_is_made_again_after_the_tab_was_reloaded(
    visit: Callable[..., Hands],
) -> None:
    hands = visit(THANK_YOU)
    hands.type(hands.page.locator("[data-name=to]"), "Camille Renard")
    hands.page.reload()
    hands.press(hands.page.locator("message-draft [data-undo]"))
    expect(hands.page.locator("[data-name=to]")).to_have_value("")
    hands.page.reload()
    hands.press(hands.page.locator("message-draft [data-redo]"))

    expect(hands.page.locator("[data-name=to]")).to_have_value("Camille Renard")


@pytest.mark.slow
def test_the_undo_button_does_what_it_says_though_a_field_is_left_for_it(
    visit: Callable[..., Hands],
) -> None:
    hands = visit("more/questions-to-ask/")
    card = hands.page.locator("[data-question]", has=hands.page.locator("[data-undo]")).first
    hands.press(card.locator("input[data-mark]"))
    hands.type(card.locator("textarea"), "oui")
    hands.press(card.locator("[data-undo]"))

    expect(card.locator("input[data-mark]")).not_to_be_checked()
    expect(card.locator("textarea")).to_have_value("oui")


@pytest.mark.some(1)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_undo_and_redo_have_their_room_before_they_are_there(
    page: Page, url: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(url + THANK_YOU)
    line = page.locator("message-draft .se-undo")
    before = line.bounding_box()
    page.locator("[data-name=to]").click()
    page.keyboard.type("Camille Renard")
    page.keyboard.press("Tab")
    expect(line.locator("[data-undo]")).to_be_visible()
    undo = line.locator("[data-undo]")
    assert undo.evaluate("({ scrollWidth, clientWidth }) => scrollWidth - clientWidth") == 0
    undo.click()
    expect(line.locator("[data-redo]")).to_be_visible()
    after = line.bounding_box()

    assert before
    assert after
    assert after["height"] == before["height"]


@pytest.mark.some(1)
def test_a_double_press_deletes_one_application(visit: Callable[..., Hands]) -> None:
    hands = visit(MY_FILE, TWO)
    place = hands.press(hands.page.locator("[data-part=applications] [data-delete]").first)
    hands.press_again_at(*place)

    expect(hands.page.locator("[data-part=applications] [data-list] > li")).to_have_count(2)


@pytest.mark.slow
def test_two_slow_presses_delete_two_applications(visit: Callable[..., Hands]) -> None:
    hands = visit(MY_FILE, TWO)
    for _ in "12":
        hands.press(hands.page.locator("[data-part=applications] [data-delete]").first)
        hands.page.wait_for_timeout(600)

    expect(hands.page.locator("[data-part=applications] [data-list] > li")).to_have_count(1)


def test_the_first_tick_stays_under_the_pointer(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 3000})  # what is scrolled, browsers hold still
    page.goto(url + THANK_YOU)
    page.locator("check-list summary").click()
    box = page.locator("check-list [type=checkbox]").nth(2)
    before = box.bounding_box()
    assert before
    Hands(page).press_at(before["x"] + before["width"] / 2, before["y"] + before["height"] / 2)
    expect(page.locator("keep-health")).to_be_visible()
    after = box.bounding_box()

    assert after
    assert not moves([before["y"]], [after["y"]])


@pytest.mark.slow
def test_the_first_words_stay_where_they_are_typed(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1600})
    page.goto(url + THANK_YOU)
    field = page.locator("[data-name=to]")
    field.click()
    before = field.bounding_box()
    page.keyboard.type("Camille")
    expect(page.locator("keep-health")).to_be_visible()
    after = field.bounding_box()

    assert before
    assert after
    assert not moves([before["y"]], [after["y"]])


def test_nothing_waits_for_a_press_that_ended_elsewhere(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.locator("[data-name=to]").fill("Camille Renard")
    page.locator("[data-copy-message]").hover()
    page.mouse.down()
    page.evaluate("window.dispatchEvent(new PointerEvent('pointermove', { buttons: 0 }))")

    expect(page.locator("message-draft [data-undo]")).to_be_visible()
    page.mouse.up()


def test_a_press_where_the_page_was_scrolled_to_is_meant_for_what_is_there(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context().new_page()
    # As before the frame in which the browser tells of it.
    page.add_init_script("addEventListener('scroll', (e) => e.stopImmediatePropagation(), true)")
    page.goto(url + "more/the-day/")
    boxes = page.locator("check-list input[type=checkbox]")
    x, y, further = boxes.evaluate_all(
        "([a, b]) => [a, b].map((it) => it.getBoundingClientRect()).reduce((a, b) => [a.x, a.y, b.y - a.y])"
    )
    page.evaluate("(top) => scrollTo({ top, behavior: 'instant' })", y - 300)
    page.mouse.move(x + 5, 305)
    for scrolled in (further, 0):
        page.mouse.down()
        page.mouse.up()
        page.evaluate("(top) => scrollBy({ top, behavior: 'instant' })", scrolled)

    assert [box.is_checked() for box in boxes.all()[:2]] == [True, True]
