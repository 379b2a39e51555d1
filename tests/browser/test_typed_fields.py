"""What is typed in a field is said back as soon as it is left, asked about, or refused."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.conftest import keep, settles
from tests.browser.dates_form import FIRST, NOTHING, choose, field, give
from tests.browser.test_follow_up_plan import MY_DATES, step


@pytest.fixture(scope="module")
def form(own: BrowserContext, url: str) -> Callable[[str], Page]:
    """The form of each language, loaded once for what is typed into it and never sent."""
    opened: dict[str, Page] = {}

    def open_form(lang: str = "") -> Page:
        if lang not in opened:
            opened[lang] = own.new_page()
            opened[lang].goto(url + lang + MY_DATES)
        return opened[lang]

    return open_form


def type_into(page: Page, name: str, text: str) -> None:
    """Write as the keyboard of a phone does, word by word, and leave the field by a key."""
    place = field(page, name)
    place.click()
    place.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)
    page.keyboard.press("Tab")


def said(page: Page, name: str) -> str:
    text = page.locator(f"[data-field={name}] .se-plan__said").inner_text()
    return re.sub(r"\s+", " ", text).strip()


def says(page: Page, name: str, words: str) -> None:
    """Wait for what is read: what reads it comes with the first field that is gone to."""
    expect(page.locator(f"[data-field={name}] .se-plan__said")).to_contain_text(words)


def choices(page: Page, name: str) -> Locator:
    return page.locator(f"[data-field={name}] [data-choices] button")


@pytest.mark.parametrize(
    ("lang", "name", "typed", "echo"),
    [
        ("", "day", "25/11", "mercredi 25 novembre 2026"),
        ("", "day", "mar. 24 nov.", "mardi 24 novembre 2026"),
        ("", "day", "Fri 11 Dec 2026", "vendredi 11 décembre 2026"),
        ("", "day", "lundi", "lundi 23 novembre 2026"),
        ("", "ended", "à 14h30", "14 h 30"),
        ("", "ended", "midi", "12 h"),
        ("en/", "day", "avant-hier", "Monday 23 November 2026"),
        ("en/", "day", "11th of December", "Friday 11 December 2026"),
        ("en/", "ended", "2.30pm", "14:30"),
    ],
)
def test_what_is_read_is_said_once_the_field_is_left(
    form: Callable[[str], Page], lang: str, name: str, typed: str, echo: str
) -> None:
    page = form(lang)
    type_into(page, name, typed)

    settles(lambda: said(page, name), echo)


@pytest.mark.parametrize(
    ("name", "typed", "message"),
    [
        ("day", "31/11", "31/11 n’existe pas"),
        ("day", "demain en huit", "« demain en huit » n’est pas une date"),
        ("day", "8/12/99", "l’année avec quatre chiffres"),
        ("day", "8/12/2019", "entre 2020 et 2100"),
        ("ended", "25:00", "« 25:00 » n’est pas une heure"),
    ],
)
def test_what_is_wrong_is_said_once_the_field_is_left(
    form: Callable[..., Page], name: str, typed: str, message: str
) -> None:
    page = form()
    type_into(page, name, typed)

    says(page, name, message)
    expect(page.locator(f"#plan-{name}")).to_have_value(typed)
    expect(page.locator(f"#plan-{name}")).to_have_attribute("aria-invalid", "true")


def test_a_promise_before_the_interview_is_said_once_its_field_is_left(
    page: Page, url: str
) -> None:
    page.goto(url + MY_DATES)
    type_into(page, "day", "24/11/2026")
    choose(page, "promise", "date")
    type_into(page, "promised", "23 novembre")

    says(page, "promised", "avant l’entretien, le mardi 24 novembre 2026")


def test_an_empty_field_that_is_left_is_not_complained_of(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    field(page, "day").click()
    page.keyboard.press("Tab")

    assert said(page, "day") == ""


def test_while_a_date_is_being_typed_nothing_is_guessed(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    field(page, "day").click()
    page.keyboard.type("8/1")

    assert said(page, "day") == ""


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("place", "typed", "echo"),
    [
        ("US", "12/11/2026", "vendredi 11 décembre 2026"),
        ("FR", "12/11/2026", "jeudi 12 novembre 2026"),
        ("US", "25/11/2026", "mercredi 25 novembre 2026"),
        ("CA-QC", "25/11/2026", "mercredi 25 novembre 2026"),
    ],
)
def test_figures_are_read_in_the_order_of_the_place(
    page: Page, url: str, place: str, typed: str, echo: str
) -> None:
    page.goto(url + MY_DATES)
    field(page, "place").select_option(place)
    type_into(page, "day", typed)

    settles(lambda: said(page, "day"), echo)


@pytest.mark.slow
def test_the_place_chosen_afterwards_counts_too(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    type_into(page, "day", "12/11/2026")
    field(page, "place").select_option("US")

    settles(lambda: said(page, "day"), "vendredi 11 décembre 2026")


def test_a_date_that_is_kept_stays_the_same_whatever_the_place(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-12", "promise": "nothing"})
    page.goto(url + MY_DATES)
    field(page, "place").select_option("US")
    page.locator("[data-form=interview] [type=submit]").click()

    expect(page.locator("[data-step=quiet] [data-when]")).to_contain_text("12\u00a0novembre 2026")
    field(page, "day")
    settles(lambda: said(page, "day"), "jeudi 12 novembre 2026")


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("path", "place", "days"),
    [
        (MY_DATES, "CA-QC", ["mardi 8 décembre 2026", "mercredi 12 août 2026"]),
        (MY_DATES, "CA-NB", ["mardi 8 décembre 2026", "mercredi 12 août 2026"]),
        ("en/" + MY_DATES, None, ["Tuesday 8 December 2026", "Wednesday 12 August 2026"]),
    ],
)
def test_where_both_orders_are_used_or_no_place_is_known_both_are_asked(
    page: Page, url: str, path: str, place: str | None, days: list[str]
) -> None:
    page.goto(url + path)
    if place:
        field(page, "place").select_option(place)
    type_into(page, "day", "8/12/2026")

    expect(choices(page, "day")).to_have_text(days)


@pytest.mark.some(1)
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_reading_is_chosen_by_the_keyboard_and_written_without_doubt(
    page: Page, url: str, key: str
) -> None:
    page.goto(url + MY_DATES)
    field(page, "place").select_option("CA-QC")
    type_into(page, "day", "8/12/2026")
    choices(page, "day").nth(1).focus()
    page.keyboard.press(key)

    expect(page.locator("#plan-day")).to_have_value("12\u00a0août 2026")
    expect(page.locator("#plan-day")).to_be_focused()
    settles(lambda: said(page, "day"), "mercredi 12 août 2026")


@pytest.mark.slow
def test_a_reading_that_was_chosen_is_kept(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    field(page, "place").select_option("CA-QC")
    type_into(page, "day", "11/12/2026")
    choices(page, "day").first.click()
    choose(page, "which", FIRST)
    choose(page, "promise", NOTHING)
    page.locator("[data-form=interview] [type=submit]").click()

    settles(lambda: step(page, "quiet", "when").startswith("Du vendredi 11 décembre 2026"), True)


def test_what_has_two_readings_is_never_sent(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    field(page, "place").select_option("CA-QC")
    give(page, FIRST, "8/12/2026", NOTHING)

    expect(page.locator("[data-form=interview] [data-summary] li")).to_have_count(1)
    expect(page.locator("[data-field=day] [data-error]")).to_contain_text("choisissez")
    expect(choices(page, "day")).to_have_count(2)
    expect(page.locator(".se-plan__result")).to_be_hidden()


def test_a_weekday_that_contradicts_its_date_is_said_and_asked(form: Callable[..., Page]) -> None:
    page = form()
    type_into(page, "day", "mercredi 8 décembre 2026")

    says(page, "day", "Ce jour n’est pas un mercredi")
    expect(choices(page, "day")).to_have_text(["mardi 8 décembre 2026", "mercredi 9 décembre 2026"])


@pytest.mark.parametrize(
    ("lang", "words"), [("", ["2 h 30", "14 h 30"]), ("en/", ["2:30", "14:30"])]
)
def test_an_hour_from_one_to_six_is_asked_about(
    form: Callable[[str], Page], lang: str, words: list[str]
) -> None:
    page = form(lang)
    type_into(page, "ended", "2:30")
    expect(choices(page, "ended")).to_have_text(words)
    choices(page, "ended").nth(1).click()

    expect(page.locator("#plan-ended")).to_have_value("14:30")
    settles(lambda: said(page, "ended"), words[1])


def test_of_two_hours_one_that_never_was_is_not_offered(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    type_into(page, "day", "29/3/2026")
    type_into(page, "ended", "2h30")

    says(page, "ended", "2h30 n’a pas existé ce jour-là")
    expect(choices(page, "ended")).to_have_text(["14 h 30"])


@pytest.mark.slow
def test_a_number_in_words_is_read_and_said(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    type_into(page, "day", "1er décembre 2026")
    choose(page, "promise", "in-days")
    type_into(page, "delay", "dix jours")

    settles(lambda: said(page, "delay"), "Nombre de jours : 10")
    expect(page.locator("[data-field=promise] [data-reading]")).to_contain_text(
        "au plus tard le vendredi 11 décembre 2026"
    )


def test_the_weekday_of_a_promised_reply_is_the_next_one(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    type_into(page, "day", "lundi")
    choose(page, "promise", "date")
    type_into(page, "promised", "lundi")

    settles(lambda: said(page, "day"), "lundi 23 novembre 2026")
    settles(lambda: said(page, "promised"), "lundi 30 novembre 2026")


def test_the_weekday_of_a_booked_interview_is_the_next_one(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-12-04", "promise": "nothing"})
    page.goto(url + MY_DATES)
    field(page, "day")
    type_into(page, "day", "lundi")

    settles(lambda: said(page, "day"), "lundi 30 novembre 2026")


WATCH = """() => {
  window.tops = () => [...document.querySelectorAll("follow-up-plan :is(input, select, button, summary, a)")]
    .filter((each) => each.checkVisibility() && !each.closest("[data-choices]"))
    .map((each) => Math.round(each.getBoundingClientRect().top + scrollY));
}"""


@pytest.mark.some(1, 12)
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("day", "25/11"),
        ("day", "8/12/2026"),
        ("day", "mercredi 8 décembre"),
        ("day", "31/11/2026"),
        ("day", "a" * 200),
        ("day", "24/11/2028"),
        ("ended", "2:30"),
        ("ended", "14h30"),
        ("ended", "a" * 200),
    ],
)
def test_nothing_moves_when_a_field_is_left(
    open_tab: Callable[..., Page],
    url: str,
    width: int,
    lang: str,
    name: str,
    typed: str,
) -> None:
    page = open_tab(viewport={"width": width, "height": 900})
    page.goto(url + lang + MY_DATES)
    page.evaluate(WATCH)
    field(page, "place").select_option("CA" if lang else "CA-QC")
    field(page, name)
    before = page.evaluate("tops()")
    type_into(page, name, typed)

    expect(page.locator(f"[data-field={name}] .se-plan__said")).to_have_text(re.compile(r"\w"))
    assert page.evaluate("tops()") == before


def test_what_is_typed_before_it_can_be_read_is_read_as_soon_as_it_can(
    page: Page, url: str
) -> None:
    waiting: list[Route] = []
    page.route("**/*typing*", lambda route: waiting.append(route))
    page.goto(url + MY_DATES)
    give(page, FIRST, "24/11", NOTHING)
    expect(page.locator("[data-step=call]")).to_have_count(0)
    for route in waiting:
        route.continue_()

    expect(page.locator("[data-step=call] [data-when]")).to_contain_text("mardi 8 décembre")


def test_what_cannot_be_read_without_a_network_is_said_and_read_later(page: Page, url: str) -> None:
    page.route("**/*typing*", lambda route: route.abort())
    page.goto(url + MY_DATES)
    give(page, FIRST, "24/11", NOTHING)
    expect(page.locator("[data-form=interview] [data-summary]")).to_contain_text(
        "« 24/11 » n’a pas pu être lu, faute de réseau. Réessayez."
    )
    page.unroute_all()
    page.get_by_role("button", name="C’est bon").click()

    expect(page.locator("[data-step=call] [data-when]")).to_contain_text("mardi 8 décembre")
