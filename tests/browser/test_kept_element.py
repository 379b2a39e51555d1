"""Fields keep what they say under their own key, whoever changed them."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep_entries

MY_FILE = "my-file/"
CHANGE = """([selector, value, types]) => {
  const field = document.querySelector(selector);
  field.value = value;
  for (const type of types) field.dispatchEvent(new Event(type, { bubbles: true }));
}"""


@pytest.fixture
def file(page: Page, url: str) -> Page:
    """« Mon dossier » with one application, its fields open."""
    keep_entries(page, url, {"a1:company": "Canal"})
    page.goto(url + MY_FILE)
    page.locator("[data-edit]").click()
    return page


def kept(page: Page, field: str) -> str | None:
    """What is kept of the first application."""
    value: str | None = page.evaluate(
        "(key) => localStorage.getItem(key)", f"second-entretien:a1:{field}"
    )
    return value


# A script, the browser that fills in, or a voice: no hand goes to the field.
@pytest.mark.some(2)
@pytest.mark.parametrize("types", [["input"], ["change"], ["input", "change"]])
def test_a_field_that_nobody_went_to_keeps_itself(file: Page, types: list[str]) -> None:
    name = file.locator("[data-keep=contact-name]")
    name.click()
    file.keyboard.type("Camille Renard")
    file.evaluate(CHANGE, ["[data-keep=contact-kind]", "agency", types])

    assert kept(file, "contact-kind") == "agency"
    assert kept(file, "contact-name") == "Camille Renard"


def test_a_field_in_hand_goes_on_after_another_changed_by_itself(file: Page) -> None:
    file.locator("[data-keep=contact-name]").click()
    file.keyboard.type("Camille")
    file.evaluate(CHANGE, ["[data-keep=contact-kind]", "agency", ["input", "change"]])
    file.keyboard.type(" Renard")

    assert kept(file, "contact-name") == "Camille Renard"
    assert kept(file, "contact-kind") == "agency"


def test_a_change_that_nobody_typed_can_be_undone(file: Page) -> None:
    file.evaluate(CHANGE, ["[data-keep=contact-kind]", "agency", ["input", "change"]])
    file.locator("application-file [data-undo]").first.click()

    assert kept(file, "contact-kind") is None
    expect(file.locator("[data-keep=contact-kind]")).to_have_value("")


@pytest.mark.slow
def test_what_is_typed_goes_where_it_began_though_another_application_comes(
    page: Page, url: str
) -> None:
    keep_entries(page, url, {"a1:company": "Canal", "a2:company": "Martin"})
    page.goto(url + "guide/thank-you/")
    page.locator("[data-keep=my-name]").click()
    page.keyboard.type("Sacha")
    page.evaluate(CHANGE, ["application-bar select", "a2", ["change"]])
    page.keyboard.type(" Martin")

    assert kept(page, "my-name") == "Sacha Martin"
    assert page.evaluate("localStorage['second-entretien:a2:my-name']") is None
