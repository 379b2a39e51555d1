"""What the reader wrote is printed whole, as text, and no sheet is half empty."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep_entries, rests
from tests.browser.printed import sheets_of
from tests.browser.test_states import BOOKED, STATES
from tests.conftest import CONTENT, PAGES, ROOT

P = "second-entretien:a1:"
QUESTIONS = "guide/questions/"
PAY = "more/questions/pay/"
TO_ASK = "more/questions-to-ask/"
FORTY = "\n".join(f"Ligne {number} de quarante" for number in range(1, 41))
# Every page with a field that keeps itself, and what the reader can write there that it shows only
# when it is opened.
FAMILIES = {
    QUESTIONS: (
        "first-answer",
        "answer",
        "star-situation",
        "star-task",
        "star-action",
        "star-result",
    ),
    TO_ASK: ("reply",),
}
LANGUAGES = ["", "en/"]
# How many sheets each print takes, by language.
SHEETS = json.loads((ROOT / "tests/sheets.json").read_text("utf-8"))


def keep(page: Page, url: str, fields: dict[str, str]) -> None:
    """Keep fields of an application with a second interview, as if typed in an earlier visit."""
    booked = {"interview": "2", "i2:day": "2026-11-24", "i2:promise": "nothing"}
    entries = {f"a1:{field}": value for field, value in {**booked, **fields}.items()}
    keep_entries(page, url, {"version": "1", **entries})


def on_paper(page: Page) -> str:
    """Show the page as on paper, and return all that can be read there."""
    page.emulate_media(media="print")
    page.locator(".md-content [data-on-paper]").first.wait_for(state="attached")
    text = page.evaluate(
        """() => {
          const cut = [...document.querySelectorAll(".se-on-paper")].filter((each) =>
            each.checkVisibility() && (each.scrollHeight > each.clientHeight + 1 ||
                                       each.scrollWidth > each.clientWidth + 1) &&
            getComputedStyle(each).overflow !== "visible");
          if (cut.length) throw new Error(`cut off: ${cut[0].textContent.slice(0, 60)}`);
          return document.body.innerText;
        }"""
    )
    page.emulate_media(media="null")
    return str(text)


@pytest.mark.some(1)
@pytest.mark.parametrize(
    "path",
    [
        path
        for path in PAGES
        if path
        not in (
            "about/",
            "guide/",
            "more/accessibility/",
            "more/other-practices/",
            "more/pay/",
            "more/recruiter/",
            "more/workshop-booklet/",
        )
    ],
)
def test_whatever_is_kept_for_a_field_is_on_paper(page: Page, url: str, path: str) -> None:
    keep(page, url, {})
    page.goto(url + path)
    rests(page)
    fields = page.evaluate(
        """(families) => {
          const kept = [...document.querySelectorAll(":is(textarea, input)[data-keep]")]
            .filter((field) => field.checkVisibility({ visibilityProperty: true }) ||
                               field.closest("li:not([hidden]) > [data-panel]") ||
                               field.closest("[data-fields]"))
            .map((field) => `${field.dataset.per === "interview" ? "i2:" : ""}${field.dataset.keep}`)
            .filter((field) => !field.includes("improve:"));
          const questions = [...document.querySelectorAll("[data-question]:is(article, details[id])")];
          return [...kept, ...families.flatMap((family) => questions.map(({ id }) => `${family}:${id}`))];
        }""",
        list(FAMILIES.get(path, ())),
    )
    lines = {field: f"écrit {number} ici" for number, field in enumerate(dict.fromkeys(fields), 1)}
    keep(page, url, lines)
    page.goto(url + path)
    rests(page)
    text = on_paper(page)

    # A name that was typed in small letters is written as names are.
    assert [each for each, line in lines.items() if line not in text.casefold()] == []


@pytest.mark.some(2, 14)
@pytest.mark.parametrize(
    ("why", "written"),
    [
        ("forty lines", FORTY),
        ("four hundred lines", "\n".join(f"{number}e ligne" for number in range(1, 401))),
        ("a word of five thousand letters", "a" * 5000),
        ("blank lines between", "avant\n\n\n\naprès"),
        ("pictures and other alphabets", "👩🏽\u200d💻 café\nשלום עולם\nمرحبا\n日本語"),
        ("what looks like HTML", "<b>gras</b> &amp; <script>alert(1)</script>"),
    ],
)
@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("guide/prepare/", "note:research-further"),
        ("guide/thank-you/", "i2:draft:thank-you"),
        (QUESTIONS, "answer:why-this-job"),
        (PAY, "star-result:current-salary"),
        (TO_ASK, "reply:ask-first-weeks"),
        ("guide/debrief/", "i2:debrief:what-worked"),
        ("guide/debrief/", "i2:improve:000000001a"),
    ],
)
def test_a_text_is_printed_to_its_last_line(
    page: Page, url: str, path: str, field: str, why: str, written: str
) -> None:
    keep(page, url, {field: written})
    page.goto(url + path)
    rests(page)
    text = on_paper(page)

    assert [line for line in written.splitlines() if line not in text] == [], why


def test_no_text_makes_the_sheet_wider(page: Page, url: str) -> None:
    keep(page, url, {"answer:why-this-job": "a" * 5000, "note:research-further": "é" * 5000})
    page.set_viewport_size({"width": 690, "height": 1000})
    for path in (QUESTIONS, "guide/prepare/"):
        page.goto(url + path)
        page.locator(":is(question-list, check-list):defined").first.wait_for()
        page.emulate_media(media="print")
        page.locator(".se-on-paper:visible").first.wait_for()

        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        page.emulate_media(media="null")


def test_what_is_typed_and_not_yet_left_is_printed_too(page: Page, url: str) -> None:
    page.goto(url + "guide/prepare/")
    page.locator("#research-further [data-open]").click()
    page.keyboard.type("Lire le rapport annuel")

    assert "Lire le rapport annuel" in on_paper(page)


def test_the_screen_is_as_before_once_printed(page: Page, url: str) -> None:
    keep(page, url, {"answer:current-salary": "Tant.", "note:research-further": "Vu."})
    page.goto(url + PAY)
    page.locator("#current-salary [data-state]").wait_for()
    sheets_of(page)

    expect(page.locator("#current-salary")).not_to_have_attribute("open", "")
    expect(page.locator(".se-on-paper, [data-on-paper]")).to_have_count(0)


def test_an_empty_field_leaves_no_trace_on_paper(page: Page, url: str) -> None:
    keep(page, url, {"answer:why-this-job": "Pour apprendre."})
    page.goto(url + QUESTIONS)
    expect(page.locator("#why-this-job [data-state]")).to_contain_text("Commencée")
    page.emulate_media(media="print")
    page.locator("#why-this-job .se-on-paper").wait_for()

    expect(page.locator("#why-this-job .se-field:visible")).to_have_count(1)
    expect(page.locator("question-list textarea:visible")).to_have_count(0)
    page.emulate_media(media="null")


def test_the_dates_given_stand_on_paper_beside_the_plan(page: Page, url: str) -> None:
    keep(page, url, {"i2:ended": "17:05"})
    page.goto(url + "my-dates/")
    page.locator("[data-step=call]").wait_for()

    assert "17:05" in on_paper(page)


def all_answered(page: Page, url: str, path: str, family: str, words: int) -> None:
    page.goto(url + path)
    asked = [each.id for each in (*CONTENT.questions, *CONTENT.questions_to_ask)]
    keep(page, url, {f"{family}:{each}": "réponse " * words for each in asked})
    page.goto(url + path)
    rests(page)


def print_everything(page: Page) -> list[float]:
    """Press the button that prints the questions of all themes, and return how full each sheet is."""
    page.evaluate("window.print = () => {}")
    page.locator("[data-print-bank]").click()
    page.locator("question-list[data-printing]").wait_for()
    page.emulate_media(media="print")
    assert page.locator("[data-printout] h4:visible").count() == 82
    assert page.locator("h1:visible").count() == 0
    return sheets_of(page)


@pytest.mark.some(1)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_questions_are_printed_on_six_sheets(page: Page, url: str, lang: str) -> None:
    page.goto(url + lang + QUESTIONS)
    rests(page)
    *full, last = print_everything(page)

    assert len([*full, last]) <= 6
    assert [filled for filled in full if filled < 0.75] == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_questions_with_their_answers_are_printed_on_twelve(
    page: Page, url: str, lang: str
) -> None:
    all_answered(page, url, lang + QUESTIONS, "answer", 80)
    *full, last = print_everything(page)

    assert 6 < len([*full, last]) <= 12
    assert [filled for filled in full if filled < 0.75] == []


@pytest.mark.some(1, 15)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", [path for path in PAGES if path != "more/workshop-booklet/"])
def test_no_sheet_but_the_last_is_half_empty(page: Page, url: str, path: str, lang: str) -> None:
    page.goto(url + lang + path)
    rests(page)
    *full, _ = sheets_of(page)

    assert [filled for filled in full if filled < 0.75] == []


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(("guide/follow-up/",), id="one"),
        pytest.param(PAGES, id="all", marks=pytest.mark.slow),
    ],
)
def test_no_heading_is_the_last_of_a_sheet(page: Page, url: str, paths: tuple[str, ...]) -> None:
    loose = {}
    for path in paths:
        page.goto(url + path)
        page.emulate_media(media="print")
        loose[path] = page.evaluate(
            """() => [...document.querySelectorAll(
                 ".md-content :is(h2, h3, h4, summary, .se-call__head, .se-check-list__head, .se-check-list__group)")]
               .filter((each) => each.checkVisibility() && !each.parentElement.closest("summary"))
               .filter((each) => getComputedStyle(each).breakAfter !== "avoid")
               .map((each) => each.textContent.trim())"""
        )
        page.emulate_media(media="null")

    assert {path: each for path, each in loose.items() if each} == {}


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("guide/after-the-first-interview/", "note:note-tonight"),
        ("guide/thank-you/", "i2:note:recall-discussion"),
        ("guide/thank-you/", "i2:draft:thank-you"),
        ("guide/prepare/", "note:research-further"),
        ("guide/debrief/", "i2:debrief:what-was-uneasy"),
        ("guide/debrief/", "i2:improve:000000001a"),
        ("guide/follow-up/", "i2:note:call-say-why"),
        (QUESTIONS, "answer:ideal-person"),
        (TO_ASK, "reply:ask-first-weeks"),
        ("guide/prepare/", "i2:improve:000000001a"),
        ("interview-sheet/", "note:research-further"),
        ("interview-sheet/", "answer:why-this-job"),
    ],
)
def test_a_long_text_leaves_no_sheet_half_empty(
    page: Page, url: str, path: str, field: str
) -> None:
    keep(page, url, {field: FORTY})
    page.goto(url + path)
    rests(page)
    *full, _ = sheets_of(page)

    assert [filled for filled in full if filled < 0.75] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "family"),
    [(QUESTIONS, "answer"), (QUESTIONS, "star-result"), (PAY, "answer"), (TO_ASK, "reply")],
)
def test_long_answers_leave_no_sheet_half_empty(
    page: Page, url: str, path: str, family: str
) -> None:
    all_answered(page, url, path, family, 150)
    *full, _ = sheets_of(page)

    assert [filled for filled in full if filled < 0.75] == []


@pytest.mark.parametrize("root", LANGUAGES)
def test_the_essentials_are_one_sheet_to_hand_out(page: Page, url: str, root: str) -> None:
    page.goto(f"{url}{root}guide/")
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.locator("[data-print-page]").click()
    expect(page).to_have_title("printed")
    page.emulate_media(media="print")
    expect(page.locator("#essentials li").last).to_be_visible()
    expect(page.locator("#essentials ~ ul")).to_be_hidden()

    assert len(sheets_of(page)) == 1


def all_questions(page: Page, url: str) -> None:
    page.goto(url + QUESTIONS)
    page.evaluate("window.print = () => {}")
    page.locator("[data-print-bank]").click()
    page.locator("question-list[data-printing]").wait_for()


def dates_kept(page: Page, url: str) -> None:
    keep_entries(page, url, BOOKED)
    page.goto(url + "my-dates/")
    page.locator("[data-step=call]").wait_for()


# What is printed beside each page as a newcomer has it.
PRINTS: dict[str, Callable[[Page, str], None]] = {
    "list, ticked": STATES["list ticked noted and undone"],
    "message, written": STATES["message with remarks"],
    "call, filled": STATES["call filled"],
    "debrief, written": STATES["debrief written"],
    "dates": dates_kept,
    "sheet, all its parts": STATES["sheet with all its parts"],
    "questions, all themes": all_questions,
}


@pytest.mark.slow
@pytest.mark.parametrize("root", LANGUAGES)
@pytest.mark.parametrize("name", [*PAGES, *PRINTS])
def test_a_print_takes_no_more_sheets_than_it_did(
    page: Page, url: str, name: str, root: str
) -> None:
    if name in PRINTS:
        PRINTS[name](page, url + root)
    else:
        page.goto(url + root + name)
    page.wait_for_load_state("networkidle")

    assert len(sheets_of(page)) <= SHEETS[name]["en" if root else "fr"]


def test_each_print_is_listed() -> None:
    assert {*SHEETS} == {*PAGES, *PRINTS}
