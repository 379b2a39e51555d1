"""The questions, as a candidate prepares them."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import keep_entries
from tests.browser.test_accessibility import violations
from tests.conftest import CONTENT

QUESTIONS = "guide/questions/"
WHY = QUESTIONS + "#why-this-job"  # a link to a question opens it
PAY = "more/questions/pay/"
TO_ASK = "more/questions-to-ask/"
SHOWN = "[data-question]:visible"


def keep_for_application(page: Page, url: str, fields: dict[str, str]) -> None:
    """Keep fields of the application, as if they had been typed in an earlier visit."""
    keep_entries(page, url, {f"a1:{field}": value for field, value in fields.items()})


def test_an_answer_is_kept_and_the_same_in_both_languages(page: Page, url: str) -> None:
    page.goto(url + WHY)
    page.locator("#why-this-job [data-family=answer]").fill("Pour le terrain.")
    page.goto(f"{url}en/{WHY}")

    expect(page.locator("#why-this-job [data-family=answer]")).to_have_value("Pour le terrain.")


def test_an_opened_question_begins_with_the_answer_four_lines_high(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS)
    page.locator("#why-this-job > summary").click()
    fields = page.locator("#why-this-job :is(textarea, input, summary, a, button):visible")

    assert [each.get_attribute("data-family") for each in fields.all()[:2]] == [None, "answer"]
    lines = page.locator("#why-this-job [data-family=answer]").evaluate(
        """(field) => {
          const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(field);
          const padding = parseFloat(paddingTop) + parseFloat(paddingBottom);
          return (field.clientHeight - padding) / parseFloat(lineHeight);
        }"""
    )
    assert 3.9 < lines < 4.5
    expect(page.locator("#why-this-job dl")).to_be_hidden()


def test_what_was_said_at_the_first_interview_is_folded_below_and_open_once_written(
    page: Page, url: str
) -> None:
    page.goto(url + WHY)
    card = page.get_by_role("group", name="Pourquoi souhaitez-vous ce poste")
    card.locator("[data-first] > summary").click()
    card.get_by_label("Au premier entretien, j’ai dit").fill("J’avais parlé du salaire.")
    page.reload()

    expect(page.locator("#why-this-job [data-family=first-answer]")).to_be_visible()
    expect(page.locator("#why-this-job [data-family=first-answer]")).to_have_value(
        "J’avais parlé du salaire."
    )
    expect(page.locator("#why-this-job [data-family=answer]")).to_have_value("")


def test_the_progress_counts_the_ready_ones_of_the_eight(page: Page, url: str) -> None:
    ready = {f"ready:{name}": "1" for name in ("why-this-job", "ideal-person", "work-experience")}
    keep_for_application(page, url, {**ready, "ready:current-salary": "1"})
    page.goto(url + QUESTIONS)
    expect(page.locator("[data-progress]")).to_have_text("3 sur 8")
    page.goto(url + "en/" + QUESTIONS)

    expect(page.locator("[data-progress]")).to_have_text("3 of 8")


def test_a_row_says_how_far_its_answer_is_and_how_long_it_takes(page: Page, url: str) -> None:
    keep_for_application(
        page,
        url,
        {
            "answer:why-this-job": "mot " * 200,
            "ready:why-this-job": "1",
            "answer:ideal-person": "Oui.",
        },
    )
    page.goto(url + QUESTIONS)

    expect(page.locator("#why-this-job [data-state]")).to_have_text("Prête · 1\u00a0min 20\u00a0s")
    expect(page.locator("#ideal-person [data-state]")).to_have_text("Commencée · 10\u00a0s")
    expect(page.locator("#work-experience [data-state]")).to_have_text("À préparer")


@pytest.mark.some(1)
@pytest.mark.parametrize("root", ["", "en/"])
def test_the_page_is_short_and_an_answer_is_written_near_its_top(
    open_tab: Callable[..., Page], url: str, root: str
) -> None:
    page = open_tab(viewport={"width": 390, "height": 844})
    page.goto(url + root + QUESTIONS)
    assert page.evaluate("document.documentElement.scrollHeight") <= 5000
    page.locator("[data-question] > summary").first.click()

    top = page.locator("[data-question] [data-family=answer]").first.evaluate(
        "(field) => field.getBoundingClientRect().top + scrollY"
    )
    assert top <= 1000


@pytest.mark.slow
def test_my_answers_are_practised_once_the_first_is_ready(page: Page, url: str) -> None:
    page.goto(url + WHY)
    expect(page.get_by_text("S’entraîner sur mes réponses")).to_be_hidden()
    page.locator("#why-this-job").get_by_label("Ma réponse est prête").check()
    page.get_by_text("S’entraîner sur mes réponses").click()

    expect(page.locator("[data-drawn]")).to_be_visible()
    expect(page.locator("[name=which]")).to_have_value("ready")


def test_an_answer_is_said_aloud_from_its_question(page: Page, url: str) -> None:
    page.goto(url + PAY + "#current-salary")
    page.evaluate("Math.random = () => 0")
    page.locator("#current-salary").get_by_role("link", name="La dire à voix haute").click()

    expect(page.locator("[data-prepare]")).to_have_attribute(
        "href", re.compile("more/questions/pay/#current-salary$")
    )


def test_an_answer_says_how_long_it_takes_to_say(page: Page, url: str) -> None:
    page.goto(url + WHY)
    page.locator("#why-this-job [data-family=answer]").fill("mot " * 200)

    expect(page.locator("#why-this-job [data-spoken]")).to_have_text(
        "200 mots, environ 1\u00a0min 20\u00a0s à voix haute"
    )


def test_a_ready_answer_is_marked_kept_and_can_be_undone(page: Page, url: str) -> None:
    page.goto(url + WHY)
    box = page.locator("#why-this-job").get_by_label("Ma réponse est prête")
    box.check()
    page.reload()
    expect(box).to_be_checked()
    expect(page.locator("#why-this-job [data-state]")).to_have_text("Prête")
    page.locator("#why-this-job [data-undo]").click()

    expect(box).not_to_be_checked()
    expect(page.locator("#why-this-job [data-state]")).to_have_text("À préparer")


def test_the_frame_becomes_the_answer_and_can_be_undone(page: Page, url: str) -> None:
    page.goto(url + WHY)
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
    page.goto(url + WHY)
    card = page.locator("#why-this-job")

    expect(card.get_by_label("Tâche")).to_have_value("Trier.")
    expect(card.get_by_role("button", name="Mettre dans ma réponse")).to_be_disabled()


def test_a_link_opens_its_question_with_what_is_kept(page: Page, url: str) -> None:
    keep_for_application(page, url, {"answer:current-salary": "Entre tant et tant."})
    page.goto(url + PAY + "#current-salary")

    expect(page.locator("#current-salary")).to_have_attribute("open", "")
    expect(page.locator("#current-salary [data-family=answer]")).to_have_value(
        "Entre tant et tant."
    )
    expect(page.locator("#current-salary")).to_be_in_viewport()


@pytest.mark.some(1)
@pytest.mark.parametrize("anchor", ["current-salary", "current-salary-ask"])
def test_an_old_link_leads_to_the_page_where_the_question_is_now(
    page: Page, url: str, anchor: str
) -> None:
    page.goto(url + "about/")
    page.goto(url + QUESTIONS + "#" + anchor)
    page.wait_for_url(url + PAY + "#current-salary")
    expect(page.locator("#current-salary")).to_have_attribute("open", "")
    page.go_back()

    expect(page).to_have_url(url + QUESTIONS)


def test_an_old_link_to_a_theme_leads_to_the_link_to_its_page(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS + "#theme-pay")
    link = page.locator("#theme-pay a")
    expect(link).to_be_in_viewport()
    link.click()

    expect(page).to_have_url(url + PAY)


def test_a_link_brings_back_a_question_that_was_filtered_out(page: Page, url: str) -> None:
    page.goto(url + TO_ASK)
    page.locator("[name=theme]").select_option("team")
    expect(page.locator("#ask-first-weeks")).to_be_hidden()
    page.evaluate("location.hash = 'ask-first-weeks'")

    expect(page.locator("#ask-first-weeks [data-family=reply]")).to_be_in_viewport()


@pytest.fixture(scope="module")
def bank(own: BrowserContext, url: str) -> Page:
    """The questions of someone who has two answers, one of them ready; only filtered in these tests."""
    page = own.new_page()
    kept = {"answer:why-this-job": "Une cathédrale.", "answer:current-salary": "Tant."}
    keep_for_application(page, url, {**kept, "ready:why-this-job": "1"})
    page.goto(url + QUESTIONS)
    return page


@pytest.mark.parametrize(
    ("state", "text", "number"),
    [
        ("ready", "", 1),
        pytest.param("not-ready", "", 81, marks=pytest.mark.slow),
        pytest.param("answered", "", 2, marks=pytest.mark.slow),
        pytest.param("not-answered", "", 80, marks=pytest.mark.slow),
        ("answered", "tant", 1),
        ("", "RENCONTRER a ce poste defis", 1),
        pytest.param("", "cathedrale", 1, marks=pytest.mark.slow),
        pytest.param("", "zythum", 0, marks=pytest.mark.slow),
    ],
)
def test_questions_of_all_themes_are_found_by_state_and_text(
    bank: Page, state: str, text: str, number: int
) -> None:
    bank.locator("[name=state]").select_option(state)
    bank.locator("[name=text]").fill(text)

    expect(bank.locator("[data-found] li")).to_have_count(number)
    expect(bank.locator("[data-themes]")).to_be_hidden()


def test_what_is_found_says_its_theme_its_state_and_leads_there(bank: Page, url: str) -> None:
    bank.locator("[name=state]").select_option("answered")
    bank.locator("[name=text]").fill("tant")

    expect(bank.locator("[data-found]")).to_have_text(
        "La rémunérationCombien gagnez-vous aujourd’hui\u202f? Commencée · 10\u00a0s"
    )
    expect(bank.locator("[data-found] a")).to_have_attribute("href", url + PAY + "#current-salary")


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "82 questions en tout."),
        ("cathedrale", "1 question affichée sur 82."),
        ("zythum", "Aucune question ne correspond, sur 82."),
    ],
)
def test_the_number_of_questions_shown_is_said_politely(bank: Page, text: str, said: str) -> None:
    bank.locator("[name=state]").select_option("")
    bank.locator("[name=text]").fill(text)

    expect(bank.locator("[data-shown][role=status]")).to_have_text(said)


def test_the_questions_of_the_themes_are_loaded_only_when_they_are_looked_for(
    page: Page, url: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url + QUESTIONS, wait_until="networkidle")
    assert [each for each in asked if "/questions." in each] == []
    page.get_by_label("Chercher un mot").fill("salaire")
    expect(page.locator("[data-found] li").first).to_be_visible()

    assert len([each for each in asked if "/questions." in each]) == 1


@pytest.mark.slow
def test_it_is_said_when_the_questions_of_the_themes_cannot_be_loaded(page: Page, url: str) -> None:
    page.route("**/questions.*.json", lambda route: route.abort())
    page.goto(url + QUESTIONS)
    page.get_by_label("Chercher un mot").fill("salaire")
    expect(page.locator("[data-failed]")).to_contain_text("n’ont pas pu être chargées")
    expect(page.locator("[data-themes]")).to_be_visible()
    page.unroute("**/questions.*.json")
    page.get_by_label("Chercher un mot").fill("salaires")

    expect(page.locator("[data-failed]")).to_have_text("")


@pytest.mark.slow
def test_the_themes_come_back_when_nothing_is_looked_for(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS)
    page.get_by_label("Chercher un mot").fill("salaire")
    expect(page.locator("#theme-team")).to_be_hidden()
    page.get_by_role("button", name="Tout afficher").click()

    expect(page.locator("#theme-team")).to_be_visible()
    expect(page.get_by_label("Chercher un mot")).to_be_focused()


def test_a_theme_without_a_question_to_show_loses_its_heading(page: Page, url: str) -> None:
    page.goto(url + TO_ASK)
    page.locator("[name=theme]").select_option("team")
    expect(page.locator("#theme-pay")).to_be_hidden()
    page.get_by_role("button", name="Tout afficher").click()

    expect(page.locator("#theme-pay")).to_be_visible()
    expect(page.get_by_label("Chercher un mot")).to_be_focused()


def test_a_question_stays_under_the_hands_that_mark_it(page: Page, url: str) -> None:
    page.goto(url + TO_ASK + "#ask-first-weeks")
    page.get_by_label("Où vous en êtes").select_option("not-chosen")
    page.locator("#ask-first-weeks").get_by_label("Je la poserai").check()

    expect(page.locator("#ask-first-weeks")).to_be_visible()


def test_a_question_stays_under_the_hands_that_mark_it_before_the_filter_is_there(
    page: Page, url: str
) -> None:
    waiting: list[Route] = []
    page.route("**/*filter*.js", lambda route: waiting.append(route))
    page.goto(url + TO_ASK + "#ask-first-weeks")
    page.get_by_label("Où vous en êtes").select_option("chosen")
    mark = page.locator("#ask-first-weeks").get_by_label("Je la poserai")
    mark.check()
    mark.uncheck()
    for route in waiting:
        route.continue_()
    expect(page.locator("[data-shown]")).to_have_text("1 question affichée sur 30.")

    expect(page.locator("#ask-first-weeks")).to_be_visible()


def test_an_answer_and_all_answers_are_copied(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    keep_for_application(
        page, url, {"answer:why-this-job": "Pour apprendre.", "answer:current-salary": "Tant."}
    )
    page.goto(url + WHY)
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


@pytest.mark.slow
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
    page.locator("[data-options] summary").click()
    page.get_by_label("Vierge").check()

    expect(page.locator("interview-sheet [data-question]:visible")).to_have_count(8)


def test_a_sheet_of_too_many_answers_shows_the_ready_ones_first(page: Page, url: str) -> None:
    names = [question.id for question in CONTENT.questions]
    kept = {f"answer:{name}": "Une réponse. " * 20 for name in names}
    keep_for_application(page, url, {**kept, f"ready:{names[-1]}": "1"})
    page.goto(url + "interview-sheet/")

    expect(page.locator("interview-sheet [data-question]:visible")).to_have_count(16)
    expect(page.locator(f"interview-sheet [data-question={names[-1]}]")).to_be_visible()
    expect(page.locator("[data-cut]")).to_contain_text("le début des réponses\u00a0: 16 sur 82")


def test_an_answer_to_a_question_that_left_the_guide_is_in_the_file(page: Page, url: str) -> None:
    keep_for_application(page, url, {"answer:long-gone": "Toujours là."})
    page.goto(url + "my-file/")

    expect(page.locator("[data-retired]")).to_contain_text("Toujours là.")


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_an_open_question_with_all_its_fields_breaks_no_axe_rule(
    open_tab: Callable[..., Page], url: str, scheme: str
) -> None:
    page = open_tab(
        viewport={"width": 390, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page.goto(url + PAY + "#current-salary")
    card = page.locator("#current-salary")
    card.locator("[data-family=answer]").fill("Tant.")
    card.get_by_label("Ma réponse est prête").check()
    card.get_by_role("button", name="Bâtir un exemple").click()
    for fold in ("[data-first]", "[data-advice]"):
        card.locator(f"{fold} > summary").click()

    assert violations(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == 390
