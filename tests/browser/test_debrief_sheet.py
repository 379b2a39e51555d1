"""The debrief of an interview, what it gives to improve, and what all interviews have taught."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import keep_entries
from tests.browser.dates_form import FIRST, NOTHING, give
from tests.browser.test_accessibility import violations

DEBRIEF = "guide/debrief/"
PREPARE = "guide/prepare/"
WORKED = "#debrief-what-worked"
LESSON = "#debrief-lesson-learned"
LINES = "debrief-sheet [data-rows] textarea"
NAME = "debrief-sheet [data-interview-name]"
ITEMS = "improvement-list [data-text]"
TWO = {
    "a1:company": "Dupont SA",
    "a1:interview": "2",
    "a1:i1:day": "2026-11-10",
    "a1:i2:day": "2026-11-24",
}
OTHER = {
    "a2:added": "2026-11-01T10:00:00.000Z",
    "a2:archived": "2026-11-20",
    "a2:company": "Atelier Nord",
    "a2:interview": "1",
    "a2:i1:day": "2026-10-05",
    "a2:i1:improve:0mhaaaaaa1": "Demander la date de réponse",
    "a2:i1:debrief:lesson-learned": "Un non n’est pas une note.",
}


def keep(page: Page, url: str, fields: dict[str, str]) -> None:
    """Keep fields under their whole keys, as if they had been typed in an earlier visit."""
    keep_entries(page, url, {"version": "2", **fields})


def kept(page: Page) -> dict[str, str]:
    """What is kept, without what concerns the browser alone."""
    entries: dict[str, str] = page.evaluate(
        "Object.fromEntries(Object.entries(localStorage).map(([k, v]) => [k.replace('second-entretien:', ''), v]))"
    )
    return {key: value for key, value in entries.items() if key[:2] in ("a1", "a2")}


def choose(page: Page, interview: str) -> None:
    page.locator("debrief-sheet select").focus()
    page.locator("debrief-sheet select").select_option(interview)


def improve(page: Page, *lines: str) -> None:
    for line in lines:
        page.locator(LINES).last.fill(line)


# --- which interview


def test_the_sheet_names_the_application_and_the_interview(page: Page, url: str) -> None:
    keep(page, url, TWO)
    page.goto(url + DEBRIEF)

    expect(page.locator("debrief-sheet [data-about] [data-application]")).to_have_text("Dupont SA")
    expect(page.locator(NAME)).to_have_text("second entretien, mardi 24\u00a0novembre 2026")


def test_an_interview_without_a_day_asks_for_it(page: Page, url: str) -> None:
    page.goto(url + DEBRIEF)

    expect(page.locator(NAME)).to_have_text("votre entretien")
    expect(page.locator("debrief-sheet [data-say-when]")).to_be_visible()


def test_the_sheet_is_about_the_latest_interview_held_not_the_one_to_come(
    page: Page, url: str
) -> None:
    keep(page, url, {**TWO, "a1:i2:day": "2026-12-03"})
    page.goto(url + "en/" + DEBRIEF)
    page.locator(WORKED).fill("The Moreau story")

    expect(page.locator(NAME)).to_have_text("First interview, Tuesday 10\u00a0November 2026")
    assert kept(page)["a1:i1:debrief:what-worked"] == "The Moreau story"
    assert kept(page)["a1:interview"] == "2"


def test_an_interview_of_today_is_held_once_its_hour_has_passed(page: Page, url: str) -> None:
    keep(page, url, {**TWO, "a1:i2:day": "2026-11-25", "a1:i2:ended": "11:00"})
    page.goto(url + DEBRIEF)

    expect(page.locator(NAME)).to_contain_text("premier entretien")


def test_another_interview_can_be_chosen_and_each_keeps_its_answers(page: Page, url: str) -> None:
    keep(page, url, TWO)
    page.goto(url + DEBRIEF)
    page.locator(WORKED).fill("au second")
    choose(page, "1")
    expect(page.locator(WORKED)).to_have_value("")
    page.locator(WORKED).fill("au premier")
    choose(page, "2")

    expect(page.locator(WORKED)).to_have_value("au second")
    assert kept(page)["a1:i1:debrief:what-worked"] == "au premier"


def test_the_checklist_of_the_page_is_about_the_same_interview(page: Page, url: str) -> None:
    keep(page, url, TWO)
    page.goto(url + DEBRIEF)
    choose(page, "1")
    page.locator("check-list summary").click()
    expect(page.locator("check-list [data-interview]")).to_have_text("Pour votre premier entretien")
    page.locator("#replay-interview input").check()

    assert kept(page)["a1:i1:tick:replay-interview"] == "1"


@pytest.mark.slow
def test_a_debrief_written_before_the_interview_has_a_name_goes_with_it(
    page: Page, url: str
) -> None:
    page.goto(url + DEBRIEF)
    improve(page, "Parler plus lentement")
    page.goto(url + "my-dates/")
    give(page, FIRST, "24/11/2026", NOTHING)
    page.goto(url + DEBRIEF)

    expect(page.locator(NAME)).to_contain_text("premier entretien")
    expect(page.locator(LINES).first).to_have_value("Parler plus lentement")


# --- what is written


def test_an_answer_is_the_same_in_both_languages(page: Page, url: str) -> None:
    keep(page, url, TWO)
    page.goto(url + DEBRIEF)
    page.locator("debrief-sheet summary").first.click()
    page.locator("#debrief-attention-dropped").fill("à la fin")
    page.goto(url + "en/" + DEBRIEF)

    expect(page.locator("#debrief-attention-dropped")).to_have_value("à la fin")


def test_each_line_to_improve_has_a_key_of_its_own(page: Page, url: str) -> None:
    keep(page, url, TWO)
    page.goto(url + DEBRIEF)
    improve(page, "Citer un chiffre", "Parler plus lentement")
    page.reload()

    lines = sorted((key, value) for key, value in kept(page).items() if ":improve:" in key)
    assert [value for _, value in lines] == ["Citer un chiffre", "Parler plus lentement"]
    expect(page.locator(LINES)).to_have_count(3)


def test_the_keyboard_goes_from_one_line_to_the_next(page: Page, url: str) -> None:
    page.goto(url + DEBRIEF)
    page.locator(LINES).focus()
    page.keyboard.type("un")
    for key in ("Tab", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("deux")

    expect(page.locator(LINES)).to_have_count(3)
    expect(page.locator(LINES).nth(1)).to_have_value("deux")
    expect(page.locator(LINES).nth(1)).to_be_focused()


def test_an_emptied_line_goes_once_it_is_left(page: Page, url: str) -> None:
    page.goto(url + DEBRIEF)
    improve(page, "un", "deux")
    page.locator(LINES).first.fill("")
    expect(page.locator(LINES).first).to_be_focused()
    page.locator(WORKED).focus()

    expect(page.locator(LINES)).to_have_count(2)
    expect(page.locator(LINES).first).to_have_value("deux")


def test_a_deleted_line_comes_back(page: Page, url: str) -> None:
    page.goto(url + DEBRIEF)
    improve(page, "un", "deux")
    page.get_by_role("button", name="Supprimer la ligne 1").click()
    expect(page.locator(LINES).first).to_have_value("deux")
    page.get_by_role("button", name="Annuler la suppression").click()

    expect(page.locator(LINES).first).to_have_value("un")


def test_a_rating_is_kept_removed_and_brought_back(page: Page, url: str) -> None:
    keep(page, url, TWO)
    page.goto(url + DEBRIEF)
    page.locator("debrief-sheet summary").last.click()
    calm = page.get_by_role("group", name="J’ai gardé mon calme")
    calm.get_by_label("En partie").check()
    assert kept(page)["a1:i2:rating:stayed-calm"] == "in-part"
    calm.get_by_role("button", name="Retirer cette réponse").click()
    expect(calm.get_by_label("En partie")).not_to_be_checked()
    page.get_by_role("button", name="Annuler la dernière évaluation").click()

    expect(calm.get_by_label("En partie")).to_be_checked()


# --- what is to improve, before the next interview


def test_what_is_to_improve_is_an_item_of_the_next_preparation(page: Page, url: str) -> None:
    keep(page, url, TWO)
    page.goto(url + DEBRIEF)
    improve(page, "Citer un chiffre", "Parler plus lentement")
    page.goto(url + PREPARE)

    expect(page.locator(ITEMS)).to_have_text(["Citer un chiffre", "Parler plus lentement"])
    expect(page.locator("improvement-list [data-origin]").first).to_have_text(
        "Noté après\u00a0: second entretien, mardi 24\u00a0novembre 2026"
    )


def test_an_improvement_is_ticked_for_one_application_and_open_for_another(
    page: Page, url: str
) -> None:
    keep(page, url, {**TWO, **OTHER, "a2:archived": "", "a3:company": "Café Sud"})
    page.evaluate("localStorage.removeItem('second-entretien:a2:archived')")
    page.goto(url + PREPARE)
    page.locator("improvement-list input").check()
    expect(page.locator("improvement-list [data-progress-text]")).to_have_text(
        "Tout est fait\u00a0: 1 sur 1"
    )
    page.get_by_text("Changer", exact=True).click()
    page.locator("application-bar select").select_option("a3")

    expect(page.locator("improvement-list input")).not_to_be_checked()
    assert [key for key in kept(page) if "improved" in key] == ["a1:improved:0mhaaaaaa1"]


def test_an_archived_application_still_gives_what_to_improve(page: Page, url: str) -> None:
    keep(page, url, {**TWO, **OTHER})
    page.goto(url + PREPARE)

    expect(page.locator("improvement-list [data-origin]")).to_have_text(
        "Noté après\u00a0: Atelier Nord, premier entretien, lundi 5\u00a0octobre 2026"
    )


@pytest.mark.slow
def test_a_deleted_item_comes_back_with_its_tick(page: Page, url: str) -> None:
    keep(page, url, {**TWO, "a1:i1:improve:0mhaaaaaa1": "un"})
    page.goto(url + PREPARE)
    page.locator("improvement-list input").check()
    page.get_by_role("button", name="Supprimer : un").click()
    expect(page.locator(ITEMS)).to_have_count(0)
    assert [key for key in kept(page) if "improve" in key] == []
    page.get_by_role("button", name="Annuler la suppression").click()

    expect(page.locator("improvement-list input")).to_be_checked()


def test_the_sheet_to_take_along_lists_what_is_still_to_improve(page: Page, url: str) -> None:
    keep(
        page,
        url,
        {
            **TWO,
            "a1:i1:improve:0mhaaaaaa1": "un",
            "a1:i1:improve:0mhaaaaaa2": "deux",
            "a1:improved:0mhaaaaaa1": "1",
        },
    )
    page.goto(url + "interview-sheet/")

    expect(page.locator("interview-sheet [data-improvements] li")).to_have_text(["deux"])


# --- the lessons


def test_the_lessons_of_all_interviews_stand_together_the_latest_first(
    page: Page, url: str
) -> None:
    keep(
        page,
        url,
        {
            **TWO,
            **OTHER,
            "a1:i1:debrief:what-worked": "Le résumé",
            "a1:i2:debrief:lesson-learned": "Dire moins",
            "a1:i2:debrief:what-was-uneasy": "Le salaire",
        },
    )
    page.goto(url + DEBRIEF)
    lessons = page.locator("lesson-list article")

    expect(lessons.locator("[data-when]")).to_have_text(
        [
            "second entretien, mardi 24\u00a0novembre 2026",
            "premier entretien, mardi 10\u00a0novembre 2026",
            "premier entretien, lundi 5\u00a0octobre 2026",
        ]
    )
    expect(lessons.nth(0).locator("dl")).to_have_text("La leçonDire moins")
    expect(lessons.nth(2).locator("[data-name]")).to_have_text(
        "Atelier Nord (candidature archivée)"
    )
    expect(lessons.nth(2).locator("dd")).to_have_text(
        ["Demander la date de réponse", "Un non n’est pas une note."]
    )


def test_a_lesson_appears_as_it_is_written(page: Page, url: str) -> None:
    page.goto(url + DEBRIEF)
    expect(page.locator("lesson-list [data-empty]")).to_be_visible()
    page.locator(LESSON).fill("<b>Dire moins</b>")

    expect(page.locator("lesson-list dd")).to_have_text("<b>Dire moins</b>")


# --- paper, and no JavaScript


def test_the_print_shows_answers_whole_lines_where_there_are_none_and_lessons(
    page: Page, url: str
) -> None:
    keep(page, url, TWO)
    page.goto(url + DEBRIEF)
    page.locator(WORKED).fill("mot " * 400)
    page.emulate_media(media="print")

    printed = page.locator("[data-printed='debrief:what-worked']")
    expect(printed).to_be_visible()
    assert (printed.text_content() or "").count("mot") == 400
    expect(page.locator("[data-printed='debrief:lesson-learned']")).to_be_visible()
    expect(page.locator("debrief-sheet textarea:visible")).to_have_count(0)
    expect(page.locator("lesson-list dd")).to_be_visible()


def test_without_javascript_every_question_has_lines_to_fill_by_hand(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(url + DEBRIEF)
    page.emulate_media(media="print")

    expect(page.locator(".se-debrief__ask:visible")).to_have_count(13)
    expect(page.locator(".se-debrief__lines:visible")).to_have_count(13)
    expect(page.locator("debrief-sheet :is(textarea, select, button):visible")).to_have_count(0)


# --- for everyone


@pytest.mark.slow
@pytest.mark.parametrize("path", [DEBRIEF, f"en/{PREPARE}"])
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_a_page_with_debriefs_breaks_no_axe_rule_and_fits_a_narrow_screen(
    open_tab: Callable[..., Page], url: str, path: str, scheme: str
) -> None:
    page = open_tab(viewport={"width": 320, "height": 900}, color_scheme=scheme)
    long = {"a1:i2:improve:0mhaaaaaa2": "x" * 90, "a1:i2:debrief:lesson-learned": "y" * 90}
    keep(page, url, {**TWO, **OTHER, **long})
    page.goto(url + path)
    page.locator("debrief-sheet [data-rows] li, improvement-list li label").first.wait_for()

    assert violations(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320


def test_what_one_presses_in_the_debrief_is_at_least_24_pixels_high(page: Page, url: str) -> None:
    keep(page, url, {**TWO, **OTHER})
    sizes = {}
    for path in (DEBRIEF, PREPARE):
        page.goto(url + path)
        sizes[path] = page.evaluate(
            """() => [...document.querySelectorAll(
                "debrief-sheet :is(textarea, select, button, fieldset label), improvement-list :is(label, button)")]
              .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 24)
              .map((each) => each.textContent)"""
        )

    assert sizes == {DEBRIEF: [], PREPARE: []}
