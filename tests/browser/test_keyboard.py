"""A reader without a mouse: Tab reaches each control, shows where it is, and leaves it again."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import keep_entries
from tests.browser.test_enlarged import HIDDEN
from tests.browser.test_states import BOOKED, STATES, TWO

pytestmark = pytest.mark.slow

# From the first of the page on, the link to what it is about, which is seen only while it has the focus.
BEGIN = """() => {
  window.stops = [document.querySelector(".md-skip")];
  stops[0].focus();
}"""
# Where focus is: a name to be read in a failure, and what is wrong with how it shows. The outline may
# be that of the label around a box, or of the chip that a radio is.
STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map(channel);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (each) => {
    // The field of search stands in the header, and the doors of a wide window over it.
    if (each.closest(".md-header")) each = document.querySelector(".md-header");
    for (; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if ((parts(backgroundColor)[3] ?? 1) === 1) return backgroundColor;
      if (each.matches(".se-doors")) return ground(document.querySelector(".md-header"));
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const shows = (each) => {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(each);
    const around = Number.parseFloat(outlineOffset) < 0 ? each : each.parentElement;
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2
      && ratio(outlineColor, ground(around)) >= 3;
  };
  const drawn = [at, at.closest("label"), at.nextElementSibling, at.querySelector("article, div")];
  const { left, right, top, bottom } = at.getBoundingClientRect();
  const wrong = [];
  if (!drawn.some((each) => each && shows(each))) wrong.push("shows no focus");
  if (at.tabIndex > 0) wrong.push("jumps the queue");
  if (bottom < 0 || top > innerHeight || right < 0 || left > innerWidth) wrong.push("is out of view");
  if (stops.includes(at)) wrong.push("comes twice");
  const last = stops.at(-1);
  if (last && !(last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)) {
    wrong.push("stands before the last");
  }
  stops.push(at);
  const name = at.getAttribute("aria-label") ?? at.name ?? "";
  return [`${at.localName} ${at.id} ${name} ${at.textContent.trim().slice(0, 30)}`, wrong];
}"""
# What can be operated and was no stop: of radios of one name one is enough.
MISSED = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled)
  .filter((each) => each.tabIndex >= 0 && !stops.includes(each))
  .filter((each) => !stops.some((stop) => stop.type === "radio" && stop.name === each.name))
  .map((each) => each.outerHTML.slice(0, 90))"""


def tab_to(page: Page, place: Locator) -> None:
    """Press Tab until a control has the focus."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if place.evaluate("(each) => each === document.activeElement"):
            return
    pytest.fail(f"Tab never reaches {place}")


def press(page: Page, place: Locator, key: str = "Enter") -> None:
    """Go to a control and press it."""
    tab_to(page, place)
    page.keyboard.press(key)


@pytest.fixture
def typist(new_context: Callable[..., BrowserContext], request: pytest.FixtureRequest) -> Page:
    """The page of a visitor whose clock runs where search needs it."""
    settings: dict[str, Any] = {"now": None} if "search" in request.node.name else {}
    return new_context(reduced_motion="reduce", **settings).new_page()


@pytest.mark.parametrize(
    ("root", "width", "height"),
    [pytest.param("", 1280, 720, id="laptop"), pytest.param("en/", 390, 844, id="English phone")],
)
@pytest.mark.parametrize("state", [each for each in STATES if not each.startswith("search")])
def test_tab_reaches_each_control_once_and_shows_where_it_is(
    typist: Page, url: str, state: str, root: str, width: int, height: int
) -> None:
    typist.set_viewport_size({"width": width, "height": height})
    STATES[state](typist, url + root)
    typist.evaluate(BEGIN)
    wrong = []
    for _ in range(400):
        typist.keyboard.press("Tab")
        stop = typist.evaluate(STOP)
        if stop is None:
            break
        name, faults = stop
        if typist.evaluate(HIDDEN):
            faults.append("is under something")
        wrong += [f"{name} {fault}" for fault in faults]
    else:
        pytest.fail("Tab never leaves the page")

    assert wrong == [], "\n".join(wrong)
    assert typist.evaluate(MISSED) == []


def test_the_answer_is_given_with_space_and_arrows(typist: Page, url: str) -> None:
    typist.goto(url)
    press(typist, typist.locator("[name=which]").first, "Space")
    expect(typist.locator("[name=which]").first).to_be_checked()
    typist.keyboard.press("ArrowDown")
    expect(typist.locator("[name=which]").nth(1)).to_be_checked()


def test_news_are_given_with_arrows_and_enter(typist: Page, url: str) -> None:
    keep_entries(typist, url, BOOKED)
    typist.goto(url + "my-dates/")
    press(typist, typist.get_by_role("button", name="J’ai des nouvelles"))
    tab_to(typist, typist.locator("[name=event]:checked"))
    typist.keyboard.press("ArrowDown")
    expect(typist.locator("[name=event][value=invited]")).to_be_checked()
    tab_to(typist, typist.locator("#plan-event-day"))
    typist.keyboard.type("4/12/2026")
    press(typist, typist.locator("[data-form=news] [type=submit]"))

    expect(typist.locator("[data-told]")).not_to_be_empty()


def test_an_item_is_ticked_noted_put_aside_and_taken_back(typist: Page, url: str) -> None:
    typist.goto(url + "guide/prepare/")
    row = typist.locator("check-list li").first
    press(typist, row.locator("[type=checkbox]"), "Space")
    expect(row.locator("[type=checkbox]")).to_be_checked()
    press(typist, row.locator("[data-open]"))
    tab_to(typist, row.locator("textarea"))
    typist.keyboard.type("Le site du groupe")
    press(typist, row.locator("[data-not-for-me]"), "Space")
    press(typist, typist.locator("check-list [data-undo]"))

    expect(row.locator("[type=checkbox]")).to_be_visible()
    expect(row.locator("textarea")).to_have_value("Le site du groupe")


def test_a_question_is_opened_answered_and_said_to_be_ready(typist: Page, url: str) -> None:
    typist.goto(url + "guide/questions/")
    card = typist.locator("details[data-question]").first
    press(typist, card.locator("> summary"))
    tab_to(typist, card.locator("[data-family=answer]"))
    typist.keyboard.type("Je sais faire.")
    press(typist, card.locator("[data-mark]"), "Space")

    expect(card.locator("[data-state=ready]")).to_be_visible()


def test_a_message_is_filled_in_and_copied(typist: Page, url: str) -> None:
    typist.context.grant_permissions(["clipboard-read", "clipboard-write"])
    typist.goto(url + "guide/thank-you/")
    tab_to(typist, typist.locator("message-draft [data-name=job]"))
    typist.keyboard.type("comptable")
    press(typist, typist.get_by_role("button", name="Copier le message"))

    expect(typist.locator("message-draft [data-said]")).not_to_be_empty()
    assert "comptable" in typist.evaluate("navigator.clipboard.readText()")


def test_a_question_is_practised_and_rated(typist: Page, url: str) -> None:
    typist.goto(url + "more/practise/")
    press(typist, typist.locator("[data-options] [type=submit]"))
    press(typist, typist.locator("[data-spoke]"))
    press(typist, typist.locator("[name=rating]").first, "Space")

    expect(typist.locator("practice-round [data-undo]")).to_be_visible()


def test_applications_are_changed_and_added(typist: Page, url: str) -> None:
    keep_entries(typist, url, TWO)
    typist.goto(url + "guide/thank-you/")
    bar = typist.locator("application-bar")
    press(typist, bar.locator("summary"))
    tab_to(typist, bar.locator("select"))
    typist.keyboard.press("ArrowDown")
    expect(bar.locator("summary")).to_contain_text("Atelier Nord")
    press(typist, bar.locator("[data-add]"))
    tab_to(typist, bar.locator("form input").first)
    typist.keyboard.type("Dupont")
    typist.keyboard.press("Enter")

    expect(bar.locator("summary")).to_contain_text("Dupont")


def test_all_is_saved_erased_and_restored(typist: Page, url: str) -> None:
    keep_entries(typist, url, BOOKED)
    typist.goto(url + "my-file/")
    tab_to(typist, typist.get_by_role("button", name="Télécharger la sauvegarde"))
    with typist.expect_download() as saved:
        typist.keyboard.press("Enter")
    press(typist, typist.locator("[data-erase]"))
    press(typist, typist.locator("[data-confirm] button").first)
    expect(typist.locator("application-file [data-id]")).to_have_count(0)
    tab_to(typist, typist.locator("[name=pasted]"))
    typist.keyboard.insert_text(saved.value.path().read_text("utf-8"))
    press(typist, typist.locator("[data-restore] [type=submit]"))
    press(typist, typist.locator("[data-part=restore] [data-accept]"))

    expect(typist.locator("application-file [data-id=a1]")).to_be_visible()


def test_search_is_opened_gone_through_and_closed(typist: Page, url: str) -> None:
    typist.goto(url + "guide/prepare/")
    typist.keyboard.press("/")
    expect(typist.locator("[name=query]")).to_be_focused()
    typist.keyboard.type("relance")
    links = typist.locator(".md-search-result__link")
    links.first.wait_for()
    typist.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    typist.keyboard.press("Escape")
    expect(links.first).to_be_hidden()
    typist.keyboard.press("Tab")

    expect(typist.locator(".md-search :focus")).to_have_count(0)


def test_the_list_of_pages_and_the_colours_are_reached(typist: Page, url: str) -> None:
    typist.goto(url)
    menu = typist.locator("[data-menu]")
    press(typist, menu.locator("summary"))
    expect(menu.get_by_role("link").first).to_be_visible()
    press(typist, menu.get_by_role("button", name="Passer au thème sombre"), "Space")
    expect(typist.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(menu.get_by_role("button", name="Passer au thème clair")).to_be_focused()
    typist.keyboard.press("Escape")

    expect(menu.get_by_role("link").first).to_be_hidden()
