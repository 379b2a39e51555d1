"""How near to the reader's hand the pages where one writes begin; tests/targets.json has the numbers."""

import json

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.conftest import keep
from tests.browser.printed import sheets_of
from tests.conftest import ROOT

TARGETS = json.loads((ROOT / "tests/targets.json").read_text("utf-8"))
PHONE: ViewportSize = {"width": 390, "height": 844}
LAPTOP: ViewportSize = {"width": 1280, "height": 900}
THANK_YOU = "guide/thank-you/"
BODY = "[data-keep='draft:thank-you']"


def bottom(place: Locator) -> float:
    box = place.bounding_box()
    assert box
    return box["y"] + box["height"]


@pytest.mark.some(2)
@pytest.mark.parametrize("root", ["", "en/"])
@pytest.mark.parametrize(
    ("path", "field", "target"),
    [(THANK_YOU, "[data-name=to]", "thank-you first field"),
     ("guide/debrief/", "[data-keep^='debrief:']", "debrief first field")],
)  # fmt: skip
def test_one_writes_in_the_first_screen_of_a_phone(
    page: Page, url: str, root: str, path: str, field: str, target: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(url + root + path)

    assert bottom(page.locator(field).first) <= TARGETS[target]


@pytest.mark.some(1)
@pytest.mark.parametrize("root", ["", "en/"])
def test_the_message_stands_beside_its_fields_on_a_laptop(page: Page, url: str, root: str) -> None:
    page.set_viewport_size(LAPTOP)
    page.goto(url + root + THANK_YOU)
    expect(page.locator(BODY)).not_to_have_value("")

    form, message = page.locator("message-draft form").bounding_box(), page.locator(BODY)
    assert form
    assert (message.bounding_box() or form)["x"] >= form["x"] + form["width"]
    assert bottom(page.locator("[data-copy-message]")) <= LAPTOP["height"]


@pytest.mark.some(1)
@pytest.mark.parametrize("root", ["", "en/"])
def test_the_message_is_one_tap_away_on_a_phone(page: Page, url: str, root: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(url + root + THANK_YOU)
    expect(page.locator(BODY)).not_to_be_in_viewport()
    page.locator(".se-message__strip a").click()

    expect(page.locator(BODY)).to_be_in_viewport(ratio=0.5)
    expect(page.locator("#text-thank-you")).to_be_focused()


@pytest.mark.some(1)
@pytest.mark.parametrize("root", ["", "en/"])
@pytest.mark.parametrize(("words", "how"), [(0, "blank"), (25, "mine"), (150, "mine")])
def test_the_sheet_takes_one_page(page: Page, url: str, root: str, words: int, how: str) -> None:
    keep(page, url, {"day": "2026-11-24", "people": "Camille Renard, directrice"})
    page.goto(url + root + "interview-sheet/")
    page.evaluate(
        """(words) => {
          const P = "second-entretien:a1:";
          for (const { dataset } of document.querySelectorAll("[data-article]")) {
            if (words) localStorage[`${P}answer:${dataset.question}`] = "réponse ".repeat(words);
          }
          for (const { dataset } of [...document.querySelectorAll("[data-to-ask]")].slice(0, 5)) {
            localStorage[`${P}to-ask:${dataset.toAsk}`] = "1";
          }
        }""",
        words,
    )
    page.reload()
    expect(page.locator("[data-field=people]")).to_have_text("Camille Renard, directrice")
    page.locator("[data-options] summary").click()
    page.locator(f"[name=how][value={how}]").check()

    assert len(sheets_of(page)) == TARGETS["sheet pages"]


@pytest.mark.some(1)
@pytest.mark.parametrize("root", ["", "en/"])
def test_the_questions_to_ask_are_short_folded(page: Page, url: str, root: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(url + root + "more/questions-to-ask/")

    height = page.evaluate("document.documentElement.scrollHeight")
    assert height <= TARGETS["to-ask height folded"]
