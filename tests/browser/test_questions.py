"""The questions, as a candidate prepares them."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.test_accessibility import violations

QUESTIONS = "guide/questions/"
TO_ASK = "more/questions-to-ask/"
SHOWN = "[data-question]:visible"


def keep_for_application(page: Page, url: str, fields: dict[str, str]) -> None:
    """Keep fields of the application, as if they had been typed in an earlier visit."""
    page.goto(url + "robots.txt")
    page.evaluate(
        """(fields) => {
          for (const [field, value] of Object.entries(fields)) {
            localStorage[`second-entretien:a1:${field}`] = value;
          }
        }""",
        fields,
    )


def test_an_answer_is_kept_and_the_same_in_both_languages(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS)
    page.locator("#why-this-job [data-family=answer]").fill("Pour le terrain.")
    page.goto(f"{url}en/{QUESTIONS}")

    expect(page.locator("#why-this-job [data-family=answer]")).to_have_value("Pour le terrain.")


def test_what_was_said_at_the_first_interview_stands_beside_what_will_be_said(
    page: Page, url: str
) -> None:
    page.goto(url + QUESTIONS)
    page.get_by_role("group", name="Pourquoi souhaitez-vous ce poste").get_by_label(
        "Au premier entretien, j’ai dit"
    ).fill("J’avais parlé du salaire.")
    page.reload()
    before = page.locator("#why-this-job [data-family=first-answer]")
    now = page.locator("#why-this-job [data-family=answer]")

    expect(before).to_have_value("J’avais parlé du salaire.")
    expect(now).to_have_value("")
    assert before.bounding_box()["y"] == now.bounding_box()["y"]  # type: ignore[index]


def test_an_answer_says_how_long_it_takes_to_say(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS)
    page.locator("#why-this-job [data-family=answer]").fill("mot " * 200)

    expect(page.locator("#why-this-job [data-spoken]")).to_have_text(
        "200 mots, environ 1\u00a0min 20\u00a0s à voix haute"
    )


def test_a_ready_answer_is_marked_kept_and_can_be_undone(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS)
    box = page.locator("#why-this-job").get_by_label("Ma réponse est prête")
    box.check()
    page.reload()
    expect(box).to_be_checked()
    expect(page.locator("#why-this-job [data-state]")).to_have_text("Prête")
    page.locator("#why-this-job [data-undo]").click()

    expect(box).not_to_be_checked()
    expect(page.locator("#why-this-job [data-state]")).to_be_hidden()


def test_the_frame_becomes_the_answer_and_can_be_undone(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS)
    card = page.locator("#why-this-job")
    card.get_by_role("button", name="Bâtir un exemple").click()
    expect(card.get_by_label("Situation")).to_be_focused()
    card.get_by_label("Situation").fill("Un atelier.")
    card.get_by_label("Résultat").fill("Deux jours gagnés.")
    card.get_by_role("button", name="Mettre dans ma réponse").click()

    expect(card.locator("[data-family=answer]")).to_have_value("Un atelier.\n\nDeux jours gagnés.")
    expect(card.locator("[data-family=answer]")).to_be_focused()
    card.get_by_role("button", name="Vider à nouveau").click()
    expect(card.locator("[data-family=answer]")).to_have_value("")
    expect(card.get_by_label("Situation")).to_have_value("Un atelier.")


def test_the_frame_never_overwrites_an_answer(page: Page, url: str) -> None:
    keep_for_application(
        page, url, {"answer:why-this-job": "Déjà écrit.", "star-task:why-this-job": "Trier."}
    )
    page.goto(url + QUESTIONS)
    card = page.locator("#why-this-job")

    expect(card.get_by_label("Tâche")).to_have_value("Trier.")
    expect(card.get_by_role("button", name="Mettre dans ma réponse")).to_be_disabled()


def test_a_link_opens_its_question_with_what_is_kept(page: Page, url: str) -> None:
    keep_for_application(page, url, {"answer:current-salary": "Entre tant et tant."})
    page.goto(url + QUESTIONS + "#current-salary")

    expect(page.locator("#current-salary")).to_have_attribute("open", "")
    expect(page.locator("#current-salary [data-family=answer]")).to_have_value(
        "Entre tant et tant."
    )
    expect(page.locator("#current-salary")).to_be_in_viewport()


def test_a_link_brings_back_a_question_that_was_filtered_out(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS)
    page.locator("[name=theme]").select_option("team")
    expect(page.locator("#current-salary")).to_be_hidden()
    page.evaluate("location.hash = 'current-salary'")

    expect(page.locator("#current-salary dl")).to_be_in_viewport()


@pytest.fixture(scope="module")
def bank(browser: Browser, url: str) -> Iterator[Page]:
    """The questions of someone who has two answers, one of them ready; only filtered in these tests."""
    context = browser.new_context()
    page = context.new_page()
    kept = {"answer:why-this-job": "Une cathédrale.", "answer:current-salary": "Tant."}
    keep_for_application(page, url, {**kept, "ready:why-this-job": "1"})
    page.goto(url + QUESTIONS)
    yield page
    context.close()


@pytest.mark.some(4)
@pytest.mark.parametrize(
    ("theme", "state", "text", "number"),
    [
        ("", "", "", 75),
        ("article", "", "", 8),
        ("pay", "", "", 6),
        ("", "ready", "", 1),
        ("", "not-ready", "", 74),
        ("", "answered", "", 2),
        ("", "not-answered", "", 73),
        ("pay", "answered", "", 1),
        ("", "", "RENCONTRER a ce poste defis", 1),
        ("", "", "cathedrale", 1),
        ("", "", "zythum", 0),
    ],
)
def test_questions_are_found_by_theme_state_and_text(
    bank: Page, theme: str, state: str, text: str, number: int
) -> None:
    bank.locator("[name=theme]").select_option(theme)
    bank.locator("[name=state]").select_option(state)
    bank.locator("[name=text]").fill(text)

    expect(bank.locator(SHOWN)).to_have_count(number)


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("theme", "text", "said"),
    [
        ("article", "", "8 questions affichées sur 75."),
        ("", "cathedrale", "1 question affichée sur 75."),
        ("", "zythum", "Aucune question ne correspond, sur 75."),
    ],
)
def test_the_number_of_questions_shown_is_said_politely(
    bank: Page, theme: str, text: str, said: str
) -> None:
    bank.locator("[name=theme]").select_option(theme)
    bank.locator("[name=state]").select_option("")
    bank.locator("[name=text]").fill(text)

    expect(bank.get_by_role("status").filter(has_text="sur 75")).to_have_text(said)


def test_a_theme_without_a_question_to_show_loses_its_heading(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS)
    page.locator("[name=theme]").select_option("team")
    expect(page.locator("#theme-pay")).to_be_hidden()
    page.get_by_role("button", name="Tout afficher").click()

    expect(page.locator("#theme-pay")).to_be_visible()
    expect(page.get_by_label("Chercher un mot")).to_be_focused()


def test_a_question_stays_under_the_hands_that_mark_it(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS)
    page.get_by_label("Où vous en êtes").select_option("not-ready")
    page.locator("#why-this-job").get_by_label("Ma réponse est prête").check()

    expect(page.locator("#why-this-job")).to_be_visible()


def test_an_answer_and_all_answers_are_copied(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    keep_for_application(
        page, url, {"answer:why-this-job": "Pour apprendre.", "answer:current-salary": "Tant."}
    )
    page.goto(url + QUESTIONS)
    page.get_by_role("button", name="Copier ma réponse").first.click()
    expect(page.locator("#why-this-job [data-said]")).to_have_text("Votre réponse est copiée.")
    one = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Copier toutes mes réponses").click()
    expect(page.locator("[data-all] [data-said]")).to_have_text("Tout est copié.")

    assert one == "Pour apprendre."
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Pourquoi souhaitez-vous ce poste\u202f?\nPour apprendre.\n\n"
        "Combien gagnez-vous aujourd’hui\u202f?\nTant."
    )


def test_all_answers_are_printed_and_nothing_else(page: Page, url: str) -> None:
    keep_for_application(page, url, {"answer:why-this-job": "Pour apprendre."})
    page.goto(url + QUESTIONS)
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Imprimer toutes mes réponses").click()
    page.emulate_media(media="print")

    expect(page.locator("[data-printout]")).to_have_text(
        "Mes réponsesPourquoi souhaitez-vous ce poste\u202f?Pour apprendre."
    )
    expect(page.locator("[data-printout]")).to_be_visible()
    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator(SHOWN)).to_have_count(0)


def test_a_chosen_question_to_ask_is_on_the_sheet(page: Page, url: str) -> None:
    page.goto(url + TO_ASK + "#ask-first-weeks")
    page.locator("#ask-first-weeks").get_by_label("Je la poserai").check()
    expect(page.locator("#ask-first-weeks [data-state]")).to_have_text("À poser")
    page.goto(url + "interview-sheet/")

    expect(page.locator("[data-to-ask]:visible")).to_have_count(1)


def test_the_sheet_shows_the_answers_there_are_or_the_articles_questions(
    page: Page, url: str
) -> None:
    page.goto(url + "interview-sheet/")
    expect(page.locator("interview-sheet [data-question]:visible")).to_have_count(8)
    keep_for_application(page, url, {"answer:current-salary": "Entre tant et tant."})
    page.goto(url + "interview-sheet/")
    expect(page.locator("interview-sheet [data-question]:visible")).to_have_text(
        ["Combien gagnez-vous aujourd’hui\u202f?Entre tant et tant."]
    )
    page.get_by_label("Vierge").check()

    expect(page.locator("interview-sheet [data-question]:visible")).to_have_count(8)


def test_a_sheet_of_too_many_answers_shows_the_ready_ones_first(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS)
    names = [card.get_attribute("id") for card in page.locator("[data-question]").all()]
    kept = {f"answer:{name}": "Une réponse. " * 20 for name in names}
    keep_for_application(page, url, {**kept, f"ready:{names[-1]}": "1"})
    page.goto(url + "interview-sheet/")

    expect(page.locator("interview-sheet [data-question]:visible")).to_have_count(16)
    expect(page.locator(f"interview-sheet [data-question={names[-1]}]")).to_be_visible()
    expect(page.locator("[data-cut]")).to_contain_text("le début de 16 réponses sur 75")


def test_the_file_counts_every_answer(page: Page, url: str) -> None:
    keep_for_application(
        page, url, {"answer:why-this-job": "Un.", "answer:current-salary": "Deux."}
    )
    page.goto(url + "my-file/")

    expect(page.locator("application-file [data-progress]")).to_contain_text(
        "Réponses écrites\u00a0: 2."
    )


def test_an_answer_to_a_question_that_left_the_guide_is_in_the_file(page: Page, url: str) -> None:
    keep_for_application(page, url, {"answer:long-gone": "Toujours là."})
    page.goto(url + "my-file/")

    expect(page.locator("[data-retired]")).to_contain_text("Toujours là.")


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_an_open_question_with_all_its_fields_breaks_no_axe_rule(
    new_context: Callable[..., BrowserContext], url: str, scheme: str
) -> None:
    page = new_context(
        viewport={"width": 390, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    ).new_page()
    page.goto(url + QUESTIONS + "#current-salary")
    card = page.locator("#current-salary")
    card.locator("[data-family=answer]").fill("Tant.")
    card.get_by_label("Ma réponse est prête").check()
    card.get_by_role("button", name="Bâtir un exemple").click()

    assert violations(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == 390
