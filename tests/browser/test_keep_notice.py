"""What is not kept is said where the reader types, and leaving the page asks first."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from tests.browser.conftest import THANK_YOU_LIST, keep, keep_entries

PHONE = {"width": 390, "height": 844}
FULL = """Storage.prototype.setItem = function (key) {
  if (key.startsWith("second-entretien")) throw new DOMException("full", "QuotaExceededError"); }"""
BOXES = """() => {
  const box = (part) => { const { top, bottom, left, right } = part.getBoundingClientRect(); return { top, bottom, left, right }; };
  return { notice: box(document.querySelector(".se-keep-notice__box")), field: box(document.activeElement),
           header: box(document.querySelector("header")), height: innerHeight }; }"""
TYPED_INTO = ("to", "name", "point", "availability")


@pytest.fixture
def full(new_context: Callable[..., BrowserContext]) -> Page:
    """A phone whose browser has no more room."""
    page = new_context(viewport=PHONE).new_page()
    page.add_init_script(FULL)
    return page


def type_into(page: Page, selector: str, text: str) -> None:
    page.locator(selector).click()
    page.keyboard.type(text)


@pytest.mark.some(1)
@pytest.mark.parametrize("name", TYPED_INTO)
def test_a_full_storage_is_said_in_the_window_beside_the_field(
    full: Page, url: str, name: str
) -> None:
    full.goto(url + THANK_YOU_LIST)
    type_into(full, f"[data-name={name}]", "Camille")
    expect(full.locator("keep-notice")).to_contain_text("Pas enregistré")
    full.wait_for_timeout(50)
    boxes = full.evaluate(BOXES)
    notice, field = boxes["notice"], boxes["field"]

    assert 0 <= field["top"] < field["bottom"] <= boxes["height"]
    assert boxes["header"]["bottom"] <= notice["top"] < notice["bottom"] <= boxes["height"]
    assert notice["bottom"] <= field["top"] or field["bottom"] <= notice["top"]


@pytest.mark.slow
@pytest.mark.parametrize("at", ["start", "end"])
def test_the_notice_makes_room_for_the_field_wherever_it_stands(
    full: Page, url: str, at: str
) -> None:
    full.goto(url + THANK_YOU_LIST)
    field = full.locator("[data-name=to]")
    type_into(full, "[data-name=to]", "C")
    expect(full.locator("keep-notice")).to_contain_text("Pas enregistré")
    field.evaluate(f"(it) => it.scrollIntoView({{ block: '{at}' }})")
    full.mouse.wheel(0, -60 if at == "start" else 0)
    full.wait_for_timeout(200)
    boxes = full.evaluate(BOXES)
    notice, box = boxes["notice"], boxes["field"]

    assert notice["bottom"] <= box["top"] or box["bottom"] <= notice["top"]


def test_nothing_moves_when_the_notice_appears(page: Page, url: str) -> None:
    keep(page, url, {"tick:keep-it-short": "1"})
    page.goto(url + THANK_YOU_LIST)
    page.evaluate(f"() => {{ {FULL} }}")
    page.locator("[data-name=point]").click()
    place = (
        "() => document.querySelector('[data-name=point]').getBoundingClientRect().top + scrollY"
    )
    before = page.evaluate(place)
    page.keyboard.type("x")
    expect(page.locator("keep-notice")).to_contain_text("Pas enregistré")
    page.wait_for_timeout(50)

    assert page.evaluate(place) == before


def leave(page: Page) -> list[str]:
    """Close the page as a reader would, and return what it asked."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", answer)
    page.close(run_before_unload=True)
    for _ in range(20):
        if asked or page.is_closed():
            break
        page.context.pages[0].wait_for_timeout(50) if page.context.pages else None
    return asked


def test_leaving_with_text_that_is_not_kept_asks_first(full: Page, url: str) -> None:
    full.goto(url + THANK_YOU_LIST)
    type_into(full, "[data-name=point]", "une idée")

    assert leave(full) == ["beforeunload"]


@pytest.mark.some(1)
@pytest.mark.parametrize("what", ["nothing", "a text that is kept", "a tick that is not"])
def test_leaving_asks_nothing_otherwise(
    new_context: Callable[..., BrowserContext], url: str, what: str
) -> None:
    context = new_context()
    context.new_page()
    page = context.new_page()
    if what == "a tick that is not":
        page.add_init_script(FULL)
    page.goto(url + THANK_YOU_LIST)
    if what == "a tick that is not":
        page.locator("#keep-it-short input").check()
    elif what == "a text that is kept":
        type_into(page, "[data-name=point]", "une idée")

    assert leave(page) == []


@pytest.mark.slow
def test_once_there_is_room_again_the_notice_goes_and_nothing_asks(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context(viewport=PHONE)
    context.new_page()
    page = context.new_page()
    page.add_init_script(
        """const { setItem } = Storage.prototype;
        window.isFull = true;
        Storage.prototype.setItem = function (key, value) {
          if (window.isFull && key.startsWith("second-entretien")) throw new DOMException("full", "QuotaExceededError");
          setItem.call(this, key, value); };"""
    )
    page.goto(url + THANK_YOU_LIST)
    type_into(page, "[data-name=point]", "une idée")
    expect(page.locator("keep-notice")).to_contain_text("Pas enregistré")
    page.evaluate("() => { window.isFull = false; }")
    page.keyboard.type(" de plus")
    expect(page.locator("keep-notice")).not_to_contain_text("Pas enregistré")
    assert page.evaluate("localStorage['second-entretien:a1:i0:told:point']") == "une idée de plus"

    assert leave(page) == []


# --- a newer version in another tab


@pytest.fixture
def outdated(open_tab: Callable[..., Page], url: str) -> Page:
    """A page that was open when a newer version of the guide wrote what is kept."""
    page = open_tab(viewport=PHONE)
    keep(page, url, {"day": "2026-11-24", "promise": "nothing"})
    page.evaluate("localStorage['second-entretien:version'] = '2'")
    page.goto(url + THANK_YOU_LIST)
    expect(page.locator("[data-name=point]")).to_be_visible()
    page.evaluate("localStorage['second-entretien:version'] = '99'")
    page.evaluate(
        "() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }"
    )
    return page


def test_a_newer_version_elsewhere_offers_the_typed_text_before_it_says_to_reload(
    outdated: Page,
) -> None:
    type_into(outdated, "[data-name=point]", "une idée")
    notice = outdated.locator("keep-notice")
    expect(notice).to_contain_text("Faites d’abord une copie")
    expect(notice.get_by_role("button", name="Recharger la page")).to_be_hidden()
    notice.get_by_role("button", name="Copier mon texte").click()
    expect(notice).to_contain_text("Copié.")
    expect(notice.get_by_role("button", name="Recharger la page")).to_be_visible()

    assert outdated.evaluate("copied") == "une idée"


@pytest.mark.slow
def test_the_backup_of_an_outdated_page_holds_what_was_typed(outdated: Page) -> None:
    type_into(outdated, "[data-name=point]", "une idée")
    with outdated.expect_download() as waiting:
        outdated.locator("keep-notice [data-download]").click()

    assert "une idée" in Path(waiting.value.path()).read_text(encoding="utf-8")


@pytest.mark.slow
def test_reloading_after_the_copy_asks_no_more(outdated: Page) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    outdated.on("dialog", answer)
    type_into(outdated, "[data-name=point]", "une idée")
    outdated.locator("keep-notice [data-copy-unsaved]").click()
    with outdated.expect_navigation():
        outdated.locator("keep-notice [data-reload]").click()

    assert asked == []


@pytest.mark.slow
def test_an_outdated_page_where_nothing_was_typed_says_to_reload(outdated: Page, url: str) -> None:
    outdated.goto(url + "guide/prepare/")

    expect(outdated.locator("keep-notice")).to_contain_text("Rechargez-la avant d’y écrire")
    expect(outdated.locator("keep-notice [data-reload]")).to_be_visible()


# --- texts joined


def test_texts_that_were_joined_are_named_until_the_reader_has_seen_it(
    page: Page, url: str
) -> None:
    keep(page, url, {"note:keep-it-clear": "Ma note\n\nMon autre note"})
    device = {"joined": "a1:i1:note:keep-it-clear", "backup": "2026-11-25"}
    keep_entries(page, url, {f"device:{field}": value for field, value in device.items()})
    page.goto(url + THANK_YOU_LIST)
    expect(page.locator("keep-notice [data-text]")).to_contain_text(
        "«\u00a0Ma note Mon autre note\u00a0»"
    )
    page.get_by_role("button", name="J’ai compris").click()
    expect(page.locator("keep-notice")).to_be_hidden()
    page.reload()

    expect(page.locator("keep-notice")).to_be_hidden()
