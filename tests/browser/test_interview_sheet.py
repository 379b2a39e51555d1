"""The sheet to take to the interview and the workshop booklet, on screen and on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import keep, keep_entries

SHEET = "interview-sheet/"


def fill_in(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing", "people": "Camille Renard"})
    kept = {
        "company": "Dupont SA",
        "contact-phone": "01 23 45 67 89",
        "tick:research-further": "1",
        "tick:fill-the-gaps": "-",
        "note:reread-answers": "Le dossier Moreau",
        "answer:why-this-job": "Parce que <b>tout</b> m’y mène.",
    }
    keep_entries(page, url, {f"a1:{field}": value for field, value in kept.items()})
    page.goto(url + SHEET)
    page.locator("[data-options] summary").click()
    for part in ("Mes dates", "Ce qu’il me reste à faire", "L’appel de relance"):
        page.get_by_label(part).check()


def test_the_sheet_holds_what_the_reader_noted(page: Page, url: str) -> None:
    fill_in(page, url)

    expect(page.locator("[data-field=company]")).to_have_text("Dupont SA")
    expect(page.locator("[data-field=when]")).to_have_text("mardi 24\u00a0novembre 2026")
    expect(page.locator("[data-field=call]")).to_have_text("À partir du mardi 8\u00a0décembre 2026")
    expect(page.locator("[data-question=why-this-job] [data-answer]")).to_have_text(
        "Parce que <b>tout</b> m’y mène."
    )


def test_the_sheet_shows_only_what_is_left_to_do(page: Page, url: str) -> None:
    fill_in(page, url)

    items = page.locator("interview-sheet [data-item]:visible")
    expect(items).to_have_count(24)
    expect(items.filter(has_text="Relisez les questions")).to_contain_text("Le dossier Moreau")


def test_interview_answers_and_questions_are_on_the_sheet_the_rest_by_choice(
    page: Page, url: str
) -> None:
    page.goto(url + SHEET)
    shown = page.locator("[data-part]:visible")
    expect(shown).to_have_count(3)
    page.locator("[data-options] summary").click()
    page.get_by_label("Les questions et mes réponses").uncheck()
    page.get_by_label("Mes dates").check()

    parts = shown.evaluate_all("(parts) => parts.map(({ dataset }) => dataset.part)")
    assert parts == ["details", "to-ask", "dates"]


@pytest.mark.slow
def test_a_blank_sheet_holds_nothing_of_the_reader(page: Page, url: str) -> None:
    fill_in(page, url)
    page.get_by_label("Vierge, à remplir à la main").check()

    expect(page.locator("[data-field=company]")).to_have_text("")
    expect(page.locator(".se-sheet__title")).to_have_text(
        "Aide-mémoire d’entretien", use_inner_text=True
    )
    expect(page.locator("[data-question=why-this-job] [data-answer]")).to_have_text("")
    expect(page.locator("interview-sheet [data-item]:visible")).to_have_count(26)


def test_without_javascript_the_sheet_is_a_form_to_fill_by_hand(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(url + SHEET)

    expect(page.locator("interview-sheet [data-item]:visible")).to_have_count(26)
    expect(page.locator("[data-options]")).to_be_hidden()


def test_the_booklet_has_every_item_and_each_question_of_the_article(page: Page, url: str) -> None:
    page.goto(url + "more/workshop-booklet/")

    expect(page.locator(".se-booklet .se-boxes li")).to_have_count(65)
    expect(page.locator(".se-booklet__questions li")).to_have_count(8)


def test_each_page_of_the_guide_has_its_code_in_the_booklet(page: Page, url: str) -> None:
    page.goto(url + "en/more/workshop-booklet/")
    addresses = page.locator(".se-booklet a").all_inner_texts()

    assert "http://127.0.0.1/en/guide/thank-you/" in addresses
    assert "http://127.0.0.1/en/my-file/" in addresses
    expect(page.locator(".se-booklet__code svg path").first).to_be_visible()
    assert len(addresses) == page.locator(".se-booklet__code svg").count()
