"""The page of the dates, once there are some: a line for the form, one date, its picture, each step."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import keep, keep_entries
from tests.browser.test_first_paint import MOST, PAINTED, SETTLED, WATCH
from tests.conftest import ROOT

MY_DATES = "my-dates/"
SILENT = {"day": "2026-11-25", "promise": "nothing"}
TARGETS = json.loads((ROOT / "tests/targets.json").read_text(encoding="utf-8"))
SPACES = str.maketrans("\u00a0\u202f", "  ")


@pytest.fixture
def phone(open_tab: Callable[..., Page]) -> Page:
    """A phone on the day after a second interview."""
    size = {"width": 390, "height": 844}
    return open_tab(now="2026-11-26T10:00:00+01:00", viewport=size)


def visit(page: Page, url: str, fields: dict[str, str] = SILENT, lang: str = "") -> Page:
    """Come back to a second interview."""
    keep(page, url, fields, 2)
    page.goto(url + lang + MY_DATES)
    page.locator("[data-step=thank-you]").wait_for()
    return page


@pytest.fixture(scope="module")
def visited(own: BrowserContext, url: str) -> Page:
    """The page of one who came back."""
    return visit(own.new_page(), url)


def said(page: Page, selector: str) -> str:
    return " ".join(page.locator(selector).inner_text().translate(SPACES).split())


@pytest.mark.some(1)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_answer_and_months_stand_within_one_screen_and_a_half(
    phone: Page, url: str, lang: str
) -> None:
    visit(phone, url, lang=lang)
    phone.locator("keep-notice").evaluate("(notice) => notice.remove()")
    bottom: Any = phone.locator("[data-months]").evaluate(
        "(months) => months.getBoundingClientRect().bottom + scrollY"
    )

    assert bottom <= TARGETS["my-dates answer and months"]
    height = phone.evaluate("document.documentElement.scrollHeight")
    assert height <= TARGETS["my-dates page folded"]


def test_what_was_told_is_a_line_that_opens_the_form(page: Page, url: str) -> None:
    visit(page, url)
    expect(page.locator("#plan-day")).to_be_hidden()
    assert said(page, "[data-told]") == (
        "Second entretien, mercredi 25 novembre · aucune date annoncée · France"
    )
    page.get_by_text("Modifier").click()

    expect(page.locator("#plan-day")).to_have_value("25/11/2026")


def test_on_a_phone_what_was_told_takes_two_lines(phone: Page, url: str) -> None:
    visit(phone, url, {"day": "2026-11-24", "promise": "date", "promised-day": "2026-12-04"})
    line = phone.locator("[data-asks] > summary")

    assert said(phone, "[data-told]").startswith(
        "Second entretien, mardi 24 novembre · réponse d’ici au vendredi 4 décembre"
    )
    assert line.evaluate("(line) => line.clientHeight") == 66


def test_the_answer_is_one_date_and_how_far_away_it_is(visited: Page) -> None:
    assert said(visited, "[data-date]") == "mercredi 9 décembre"
    assert said(visited, "[data-after]") == "dans 14 jours"


def test_a_date_of_another_year_says_its_year(page: Page, url: str) -> None:
    visit(page, url, {"day": "2026-11-25", "promise": "date", "promised-day": "2026-12-31"})

    assert said(page, "[data-date]") == "lundi 4 janvier 2027"


def test_the_line_of_the_zones_is_said_in_words(visited: Page) -> None:
    expect(visited.locator("[data-zones]")).to_have_accessible_name(
        "Entretien le mercredi\u00a025\u00a0novembre 2026, pas de relance jusqu’au"
        " dimanche\u00a029\u00a0novembre 2026 inclus, appel possible à partir du"
        " mercredi\u00a09\u00a0décembre 2026. Aujourd’hui\u00a0: mercredi\u00a025\u00a0novembre."
    )


def test_a_day_of_the_month_says_its_zone(visited: Page) -> None:
    days = visited.locator(".se-plan__month").first.locator("td")
    for day, meaning in (
        ("27", "vendredi 27 novembre 2026 : ne relancez pas"),
        ("30", "lundi 30 novembre 2026 : patientez encore"),
    ):
        cell = days.filter(has_text=re.compile(f"^{day}"))
        assert cell.locator(".se-hidden").inner_text().translate(SPACES) == meaning


@pytest.mark.slow
def test_a_reason_stays_open_when_a_box_is_ticked(page: Page, url: str) -> None:
    visit(page, url)
    page.locator("[data-step=call] summary").click()
    page.get_by_label("C’est envoyé").check()
    expect(page.locator("[data-step=thank-you][data-state=done]")).to_be_visible()

    expect(page.locator("[data-step=call] [data-sources]")).to_be_visible()


def test_a_newcomer_loads_nothing_that_only_dates_need(page: Page, url: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(url + MY_DATES, wait_until="networkidle")

    assert [each for each in loaded if re.search(r"/(later|public-holidays)[-.]", each)] == []


def test_dates_that_could_not_be_loaded_are_said_and_asked_for_again(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    failing: Callable[[Route], None] = lambda route: route.abort()  # noqa: E731
    context.route("**/later-answer.*.js", failing)
    page = context.new_page()
    keep(page, url, SILENT, 2)
    page.goto(url + MY_DATES)

    expect(page.locator("[data-failed]")).to_have_text(
        "Vos dates n’ont pas pu être chargées. Rechargez la page."
    )
    context.unroute("**/later-answer.*.js", failing)
    page.reload()
    expect(page.locator("[data-step=call]")).to_be_visible()
    expect(page.locator("[data-failed]")).to_be_hidden()


@pytest.mark.some(1)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_dates_arrive(
    new_context: Callable[..., BrowserContext], url: str, width: int
) -> None:
    context = new_context(now=None, viewport={"width": width, "height": 844})
    page = context.new_page()
    keep(page, url, SILENT, 2)
    today = "new Date().toISOString().slice(0, 10)"
    page.evaluate(f"localStorage['second-entretien:device:offered'] = {today}")  # no notice
    waiting: list[Route] = []
    context.route(re.compile(r"\.js$"), lambda route: waiting.append(route))
    page.add_init_script(f"({WATCH})()")
    page.goto(url + MY_DATES, wait_until="commit")
    page.evaluate(f"({PAINTED})()")
    page.wait_for_timeout(100)
    for route in waiting:
        route.continue_()
    context.unroute_all()
    page.locator("[data-step=call]").wait_for()
    page.evaluate(SETTLED)
    page.wait_for_timeout(100)

    assert page.evaluate("shift") <= MOST


# --- what is usual elsewhere, and a recruitment agency


def give_place(page: Page, url: str, place: str) -> None:
    """Tell where the contact works, as if it had been told in an earlier visit."""
    keep_entries(page, url, {"a1:place": place})
    page.goto(url + "en/" + MY_DATES)
    page.locator("[data-step=call]").wait_for()


def test_the_usual_day_stands_beside_the_rule_and_goes_into_the_calendar_only_when_asked(
    phone: Page, url: str
) -> None:
    visit(phone, url, lang="en/")
    give_place(phone, url, "GB-ENG")
    usual = phone.locator("[data-usual]")
    assert said(phone, "[data-date]") == "Wednesday 9 December"
    expect(usual.locator("summary")).to_have_text(
        "Usual practice (United Kingdom): an email, from Wednesday 2 December."
    )
    usual.locator("summary").click()
    expect(usual.get_by_role("link", name="JobLabs")).to_be_visible()

    phone.get_by_text("Choose, copy, print").click()
    box = phone.get_by_label("The day that is usual in the country")
    expect(box).not_to_be_checked()
    box.check()
    with phone.expect_download() as download:
        phone.get_by_role("button", name="Add to my calendar").click()
    file = download.value.path().read_text(encoding="utf-8")
    assert "SUMMARY:Usual day to follow up" in file
    assert "DTSTART;VALUE=DATE:20261202" in file
    assert phone.evaluate("localStorage['second-entretien:a1:usual-in-calendar']") == "1"


def test_the_usual_day_is_folded_where_the_article_is_at_home(phone: Page, url: str) -> None:
    visit(phone, url)

    expect(phone.locator("[data-usual] summary")).to_have_text("D’autres sites, d’autres délais")
    assert said(phone, "[data-usual] p") == ""


def test_of_a_country_without_sources_nothing_is_said(phone: Page, url: str) -> None:
    visit(phone, url, lang="en/")
    give_place(phone, url, "IE")

    expect(phone.locator("[data-usual]")).to_be_hidden()


def test_through_an_agency_the_consultant_is_spoken_to_the_same_day_then_as_agreed(
    phone: Page, url: str
) -> None:
    visit(phone, url)
    phone.locator("[data-asks] > summary").click()
    phone.locator("label:has([name=through][value=agency])").click()
    expect(phone.get_by_text("Quel jour devez-vous vous reparler ?")).to_be_visible()
    phone.locator("label:has([name=promise][value=end-of-next-week])").click()
    phone.get_by_role("button", name="C’est bon").click()

    expect(phone.locator("[data-label]")).to_have_text(
        "Demandez des nouvelles à votre cabinet de recrutement"
    )
    assert said(phone, "[data-date]") == "vendredi 4 décembre"
    steps = phone.locator("[data-step]").evaluate_all("(all) => all.map((it) => it.dataset.step)")
    assert steps == ["thank-you", "call"]
    assert said(phone, "[data-step=thank-you] [data-when]") == "Le mercredi 25 novembre 2026"
    assert said(phone, "[data-notes]").startswith("L’article ne parle que de l’employeur")
    assert phone.evaluate("localStorage['second-entretien:a1:contact-kind']") == "agency"


# --- where the contact works, asked in English


@pytest.mark.parametrize(
    ("day", "country", "asked"),
    [
        pytest.param(
            *("2026-11-24", "GB", False),
            marks=pytest.mark.slow,
            id="the United Kingdom, whose parts agree",
        ),
        pytest.param("2026-03-23", "GB", True, id="the United Kingdom at Easter"),
        pytest.param(
            *("2026-11-24", "CA", False),
            marks=pytest.mark.slow,
            id="Canada, where no part has a day off then",
        ),
        pytest.param("2026-01-26", "CA", False, id="Canada, a week before the February holiday"),
        pytest.param("2026-02-02", "CA", True, marks=pytest.mark.slow, id="Canada in February"),
        pytest.param(
            *("2026-11-24", "US", False), marks=pytest.mark.slow, id="a country without parts"
        ),
    ],
)
def test_the_part_of_a_country_is_asked_only_where_it_gives_another_day(
    phone: Page, url: str, day: str, country: str, asked: bool
) -> None:
    visit(phone, url, {"day": day, "promise": "nothing"}, lang="en/")
    phone.locator("[data-asks] > summary").click()
    phone.locator("#plan-place").select_option(country)

    part = phone.locator("#plan-part")
    expect(part).to_be_visible() if asked else expect(part).to_be_hidden()


@pytest.mark.slow
def test_no_part_of_a_country_is_chosen_but_by_the_reader(phone: Page, url: str) -> None:
    visit(phone, url, {"day": "2026-11-24", "promise": "nothing"}, lang="en/")
    phone.locator("[data-asks] > summary").click()
    countries = phone.locator("#plan-place option").evaluate_all("all => all.map(o => o.value)")
    chosen = {}
    for country in filter(None, countries):
        phone.locator("#plan-place").select_option(country)
        phone.wait_for_timeout(50)
        chosen[country] = phone.locator("#plan-part").input_value()

    assert set(chosen.values()) == {""}, chosen


def test_a_plan_without_a_place_keeps_its_date_and_the_english_page_asks_once(
    phone: Page, url: str
) -> None:
    visit(phone, url, lang="en/")
    assert said(phone, "[data-date]") == "Wednesday 9 December"
    notes = phone.locator("[data-notes]")
    expect(notes).to_contain_text("You have not chosen where your contact works")

    give_place(phone, url, "CA-QC")
    expect(notes).not_to_contain_text("You have not chosen")
    phone.locator("[data-asks] > summary").click()
    expect(phone.locator("#plan-place")).to_have_value("CA")
    expect(phone.locator("#plan-part")).to_have_value("CA-QC")
