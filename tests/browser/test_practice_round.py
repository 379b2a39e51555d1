"""Questions answered aloud, as a candidate practises them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations
from tests.browser.test_questions import keep_for_application

PRACTISE = "more/practise/"
NEVER_BY_CHANCE = "Math.random = () => 0"


def draw(page: Page, url: str, which: str = "pay") -> None:
    """Begin a round of the original wordings of a theme, without chance."""
    page.goto(url + PRACTISE)
    page.evaluate(NEVER_BY_CHANCE)
    page.get_by_label("Quelles questions").select_option(which)
    page.get_by_role("button", name="Tirer une question").click()


def test_a_question_is_asked_and_takes_the_focus(page: Page, url: str) -> None:
    draw(page, url, "article")

    expect(page.locator("[data-drawn]")).to_have_text(
        "Quels défis pensez-vous rencontrer à ce poste\u202f?"
    )
    expect(page.locator("[data-drawn]")).to_be_focused()
    expect(page.locator("[data-notes]")).to_be_hidden()


def test_notes_come_only_after_the_answer(page: Page, url: str) -> None:
    keep_for_application(
        page,
        url,
        {"answer:salary-expectations": "Entre tant et tant.", "first-answer:salary-expectations": "Rien."},
    )  # fmt: skip
    draw(page, url)
    expect(page.get_by_text("Entre tant et tant.")).to_be_hidden()
    page.get_by_role("button", name="J’ai répondu").click()

    expect(page.locator("[data-own=answer] dd")).to_have_text("Entre tant et tant.")
    expect(page.locator("[data-own=first-answer] dd")).to_have_text("Rien.")
    expect(page.locator("[data-notes-title]")).to_be_focused()
    expect(page.locator("[data-prepare]")).to_have_attribute(
        "href", url + "guide/questions/#salary-expectations"
    )


def test_a_rating_is_kept_with_its_day_and_can_be_undone(page: Page, url: str) -> None:
    draw(page, url)
    page.get_by_role("button", name="J’ai répondu").click()
    page.get_by_label("À reprendre").check()
    expect(page.locator("[data-rated]")).to_have_text(
        "Dernière répétition, le mercredi 25\u00a0novembre 2026\u00a0: «\u00a0À reprendre\u00a0»."
    )
    page.goto(url + "guide/questions/#salary-expectations")
    expect(page.locator("#salary-expectations [data-rated]")).to_contain_text("À reprendre")
    draw(page, url)
    page.get_by_role("button", name="J’ai répondu").click()
    page.get_by_role("button", name="Annuler cette évaluation").click()

    expect(page.get_by_label("À reprendre")).not_to_be_checked()
    expect(page.locator("[data-rated]")).to_have_text("")


@pytest.mark.slow
def test_a_weak_question_comes_back_first_after_three_others(page: Page, url: str) -> None:
    draw(page, url)
    asked = []
    for rating in ("À reprendre", "Au point", "Au point", "Au point", "Au point"):
        asked.append(page.locator("[data-drawn]").text_content())
        page.get_by_role("button", name="J’ai répondu").click()
        page.get_by_label(rating, exact=True).check()
        page.get_by_role("button", name="Question suivante").click()

    assert asked[4] == asked[0]
    assert len(set(asked[:4])) == 4


def test_a_ready_answer_is_asked_before_the_others(page: Page, url: str) -> None:
    keep_for_application(page, url, {"ready:current-salary": "1"})
    draw(page, url)

    expect(page.locator("[data-drawn]")).to_have_text("Combien gagnez-vous aujourd’hui\u202f?")


def test_a_question_may_come_in_other_words_and_says_so_afterwards(page: Page, url: str) -> None:
    page.goto(url + PRACTISE)
    page.evaluate("Math.random = () => 0.99")
    page.get_by_role("button", name="Tirer une question").click()
    expect(page.locator("[data-drawn]")).to_have_text(
        "Dans quelle fourchette vous situez-vous\u202f?"
    )
    expect(page.locator("[data-original]")).to_be_hidden()
    page.get_by_role("button", name="J’ai répondu").click()

    expect(page.locator("[data-original]")).to_have_text(
        "Autre forme de\u00a0: Quelles sont vos prétentions salariales\u202f?"
    )


def test_only_the_original_wording_when_the_reader_prefers(page: Page, url: str) -> None:
    page.goto(url + PRACTISE)
    page.evaluate("Math.random = () => 0.99")
    page.get_by_label("sous une autre forme").uncheck()
    page.get_by_role("button", name="Tirer une question").click()

    expect(page.locator("[data-drawn]")).to_have_text(
        "Quelles sont vos prétentions salariales\u202f?"
    )


def test_the_timer_can_be_switched_off_for_good(page: Page, url: str) -> None:
    draw(page, url)
    expect(page.get_by_role("timer")).to_be_visible()
    page.get_by_label("Montrer le temps qui passe").uncheck()
    expect(page.get_by_role("timer")).to_be_hidden()
    draw(page, url)

    expect(page.get_by_label("Montrer le temps qui passe")).not_to_be_checked()
    expect(page.get_by_role("timer")).to_be_hidden()


def test_a_choice_without_a_question_says_so(page: Page, url: str) -> None:
    draw(page, url, "answered")

    expect(page.locator("[data-none]")).to_contain_text("Aucune question dans ce choix")
    expect(page.locator("[data-asked]")).to_be_hidden()


def test_the_tally_counts_the_ratings(page: Page, url: str) -> None:
    keep_for_application(
        page,
        url,
        {"practised:why-this-job": "1 2026-11-20", "practised:ideal-person": "3 2026-11-20", "ready:ideal-person": "1"},
    )  # fmt: skip
    page.goto(url + PRACTISE)

    expect(page.locator("[data-tally]")).to_have_text(
        "Sur 8\u00a0: 6 à essayer, 1 à reprendre, 0 presque au point, 1 au point. Réponses prêtes\u00a0: 1."
    )


def test_only_ready_answers_are_practised_when_the_reader_asks_for_them(
    page: Page, url: str
) -> None:
    page.goto(url + PRACTISE)
    mine = page.get_by_role("button", name="S’entraîner sur mes réponses")
    expect(mine).to_be_hidden()
    keep_for_application(page, url, {"ready:current-salary": "1"})
    page.goto(url + PRACTISE)
    page.evaluate(NEVER_BY_CHANCE)
    mine.click()

    expect(page.locator("[data-drawn]")).to_have_text("Combien gagnez-vous aujourd’hui\u202f?")
    expect(page.locator("[data-tally]")).to_contain_text("Sur 1")


def test_an_address_names_the_question_to_begin_with(page: Page, url: str) -> None:
    page.add_init_script(NEVER_BY_CHANCE)
    page.goto(url + PRACTISE + "#weak-point")

    expect(page.locator("[data-drawn]")).to_be_focused()
    expect(page.locator("[data-prepare]")).to_have_attribute(
        "href", url + "more/questions/experience/#weak-point"
    )


def test_a_round_is_done_by_keyboard_alone(page: Page, url: str) -> None:
    page.goto(url + PRACTISE)
    page.evaluate(NEVER_BY_CHANCE)
    page.get_by_label("Quelles questions").focus()
    for key in ("Tab", "Tab", "Tab", "Enter"):  # to the button
        page.keyboard.press(key)
    expect(page.locator("[data-drawn]")).to_be_focused()
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("[data-notes-title]")).to_be_focused()
    for key in ("Tab", "Tab", "Space", "Tab", "Tab", "Enter"):  # past the link, rate, go on
        page.keyboard.press(key)

    expect(page.locator("[data-drawn]")).to_be_focused()
    expect(page.locator("[data-tally]")).to_contain_text("1 à reprendre")


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_a_round_breaks_no_axe_rule(open_tab: Callable[..., Page], url: str, scheme: str) -> None:
    page = open_tab(
        viewport={"width": 390, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    draw(page, url)
    asking = violations(page)
    page.get_by_role("button", name="J’ai répondu").click()
    page.get_by_label("Presque").check()

    assert (asking, violations(page)) == ([], [])
