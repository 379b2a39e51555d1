"""The follow-up call, word for word, on its page and on the sheet to take along."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import keep

FOLLOW_UP = "guide/follow-up/"
SHEET = "interview-sheet/"


def line(page: Page, number: int, tag: str = "call-script") -> Locator:
    return page.locator(f"{tag} [data-say]").nth(number)


def test_a_call_of_which_nothing_is_known_has_no_hole(page: Page, url: str) -> None:
    page.goto(url + FOLLOW_UP)

    expect(line(page, 0)).to_have_text("Bonjour, je vous appelle au sujet de ma candidature.")
    expect(page.locator("call-script [data-say]").filter(has_text="[")).to_have_count(0)


def test_a_call_says_who_when_and_for_which_job(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24"})
    page.goto(url + FOLLOW_UP)
    page.locator("call-script").get_by_label("Votre nom").fill("Sacha Martin")
    page.locator("call-script").get_by_label("La personne à appeler").fill("Camille Renard")
    page.locator("call-script").get_by_label("Le poste").fill("hôte d’accueil")

    expect(line(page, 0)).to_have_text("Bonjour Camille Renard, Sacha Martin à l’appareil.")
    expect(line(page, 1)).to_have_text(
        "Nous avons eu un entretien le mardi 24\u00a0novembre pour le poste d’hôte d’accueil."
    )


def test_the_call_is_printed_alone(page: Page, url: str) -> None:
    page.goto(url + FOLLOW_UP)
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Imprimer cet appel").click()
    page.emulate_media(media="print")

    assert page.evaluate("window.printed")
    expect(page.locator("call-script")).to_be_visible()
    expect(page.locator("#point-50")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#point-50")).to_be_visible()


def test_the_number_to_call_is_on_paper_too(page: Page, url: str) -> None:
    page.goto(url + FOLLOW_UP)
    page.locator("call-script").get_by_label("Son numéro").fill("01 23 45 67 89")
    page.emulate_media(media="print")

    expect(page.locator("call-script [data-phone]")).to_have_text("01 23 45 67 89")
    expect(page.locator("call-script [data-phone]")).to_be_visible()


def test_the_sheet_says_the_call_with_what_is_known(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24"})
    page.goto(url + SHEET)

    expect(line(page, 1, "interview-sheet")).to_have_text(
        "Nous avons eu un entretien le mardi 24\u00a0novembre."
    )


def test_a_blank_sheet_leaves_blanks_in_the_call(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24"})
    page.goto(url + SHEET)
    page.locator("[data-options] summary").click()
    page.get_by_label("Vierge, à remplir à la main").check()

    expect(line(page, 1, "interview-sheet")).to_have_text(
        "Nous avons eu un entretien le [jour de l’entretien] pour le poste de [poste]."
    )


@pytest.mark.some(1)
@pytest.mark.parametrize(("root", "blank"), [("", "[votre nom]"), ("en/", "[your name]")])
def test_without_javascript_the_call_has_blanks_to_fill(
    new_context: Callable[..., BrowserContext], url: str, root: str, blank: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(url + root + FOLLOW_UP)

    expect(line(page, 0)).to_contain_text(blank)
    expect(page.locator("call-script input:visible")).to_have_count(0)
