"""What the candidate takes away of a plan: the months, the calendar file, the text, the print."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar, Event
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import keep
from tests.browser.dates_form import field
from tests.browser.test_follow_up_plan import MY_DATES

PLAN = {"day": "2026-11-24", "promise": "nothing"}


def plan(page: Page, url: str, lang: str = "", **fields: str) -> None:
    keep(page, url, {**PLAN, **fields})
    page.goto(url + lang + MY_DATES)
    page.locator("[data-step=call]").wait_for()


@pytest.fixture(scope="module")
def planned(own: BrowserContext, url: str) -> Page:
    """The answer to one plan."""
    page = own.new_page()
    plan(page, url)
    return page


def download(page: Page) -> dict[str, Event]:
    """Download the calendar file and return its events by the step they stand for."""
    with page.expect_download() as waiting:
        page.locator("[data-export] [type=submit]").click()
    text = Path(waiting.value.path()).read_bytes()
    events = [
        event for event in Calendar.from_ical(text).walk("VEVENT") if isinstance(event, Event)
    ]
    return {str(event["UID"]).partition("-")[2]: event for event in events}


def unfold(page: Page) -> None:
    """Open the choices under the button of the calendar file."""
    if page.locator(".se-plan__choose-export").get_attribute("open") is None:
        page.locator(".se-plan__choose-export > summary").click()


def choose(page: Page, *steps: str) -> None:
    unfold(page)
    for box in page.locator("[data-export] [name=steps]").all():
        box.set_checked(box.get_attribute("value") in steps)


# --- the months


def day(page: Page, number: int, month: int = 0) -> str:
    """Return what a cell of the calendar says to those who hear it."""
    cell = page.locator(".se-plan__month").nth(month).locator("td").filter(has_text=str(number))
    text = cell.locator(".se-hidden").first.text_content() or ""
    return text.replace("\u00a0", " ")


def test_the_months_go_from_the_interview_to_the_call(planned: Page) -> None:
    expect(planned.locator(".se-plan__month caption")).to_have_text(
        ["novembre 2026", "décembre 2026"]
    )


def test_a_day_of_the_months_says_what_it_is(planned: Page) -> None:
    says = {
        (0, 24): "mardi 24 novembre 2026 : entretien, ne relancez pas",
        (0, 25): "mercredi 25 novembre 2026 : dernier jour pour remercier, ne relancez pas",
        (0, 29): "dimanche 29 novembre 2026 : ne relancez pas",
        (0, 30): "lundi 30 novembre 2026 : patientez encore",
        (0, 11): "mercredi 11 novembre 2026 : jour férié, Armistice",
        (1, 25): "vendredi 25 décembre 2026 : jour férié, Noël",
    }

    assert {(month, number): day(planned, number, month) for month, number in says} == says


def test_the_call_day_is_marked_once(planned: Page) -> None:
    expect(planned.locator("td[data-marks~=call] .se-hidden")).to_have_text(
        ["mardi 8\u00a0décembre 2026\u00a0: vous pouvez appeler"]
    )


def test_every_mark_of_the_months_is_in_the_legend(page: Page, url: str) -> None:
    plan(page, url, **{"away-weekdays": "4"})

    expect(page.locator(".se-plan__legend li")).to_have_text(
        [
            "★ entretien",
            "✉ dernier jour pour remercier",
            "ne relancez pas",
            "patientez encore",
            "☎ vous pouvez appeler",
            "F jour férié",
            "× contact absent",
        ]
    )


def test_today_is_marked_in_the_months(planned: Page) -> None:
    expect(planned.locator("td[aria-current=date] .se-plan__number")).to_have_text(["25"])


def test_a_promise_in_a_year_shows_the_months_that_matter(page: Page, url: str) -> None:
    plan(page, url, **{"promise": "date", "promised-day": "2027-11-20"})

    expect(page.locator(".se-plan__month caption")).to_have_text(
        ["novembre 2026", "octobre 2027", "novembre 2027"]
    )


# --- the calendar file


def test_the_file_holds_the_thank_you_and_the_call_unless_told(page: Page, url: str) -> None:
    plan(page, url)

    assert sorted(download(page)) == ["call", "thank-you"]


@pytest.mark.slow
def test_the_quiet_time_is_in_the_file_by_choice(page: Page, url: str) -> None:
    plan(page, url)
    choose(page, "quiet")

    quiet = download(page)["quiet"]
    assert (quiet.start, quiet.end) == (date(2026, 11, 24), date(2026, 11, 30))


def test_the_call_of_the_file_carries_its_reasons_and_what_to_say(page: Page, url: str) -> None:
    plan(page, url)

    text = str(download(page)["call"]["DESCRIPTION"])
    assert "En comptant deux semaines à partir de l’entretien" in text
    assert text.count("☐") == 5
    assert "conseilplusrh.fr" in text


@pytest.mark.slow
def test_with_an_end_time_the_thank_you_of_the_file_has_its_hour(page: Page, url: str) -> None:
    plan(page, url, ended="11:30")

    due = download(page)["thank-you"].start
    assert due.isoformat() == "2026-11-25T10:30:00+00:00"


def test_the_name_of_the_company_is_in_the_titles_by_choice_only(page: Page, url: str) -> None:
    plan(page, url)
    unfold(page)
    page.locator("#plan-company").fill("Lilas & Cie; Paris")
    titles = [str(event["SUMMARY"]) for event in download(page).values()]
    choose(page, "call", "company")
    named = str(download(page)["call"]["SUMMARY"])

    assert not any("Lilas" in title for title in titles)
    assert named == "Appel possible\u00a0: demander des nouvelles (Lilas & Cie; Paris)"


@pytest.mark.slow
def test_a_second_download_of_the_same_plan_changes_nothing(page: Page, url: str) -> None:
    plan(page, url)
    before, after = download(page), download(page)

    assert [(e["UID"], e["SEQUENCE"]) for e in before.values()] == [
        (e["UID"], e["SEQUENCE"]) for e in after.values()
    ]


def test_a_changed_plan_updates_the_same_events(page: Page, url: str) -> None:
    plan(page, url)
    before = download(page)["call"]
    field(page, "day").fill("25/11/2026")
    page.locator("[data-form=interview] [type=submit]").click()
    expect(page.locator("[data-step=call] [data-when]")).to_contain_text("9\u00a0décembre")
    after = download(page)["call"]

    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after.start == date(2026, 12, 9)


def test_the_file_is_named_for_what_it_is(page: Page, url: str) -> None:
    plan(page, url, "en/")
    with page.expect_download() as waiting:
        page.locator("[data-export] [type=submit]").click()

    assert waiting.value.suggested_filename == "follow-up-dates.ics"


def test_an_interview_to_come_is_in_the_file_with_place_and_people(page: Page, url: str) -> None:
    plan(page, url, day="2026-12-03", starts="14:00", where="12 rue des Lilas", people="Mme Roux")

    event = download(page)["prepare"]
    assert event.start.isoformat() == "2026-12-03T13:00:00+00:00"
    assert str(event["DESCRIPTION"]) == (
        "Relisez votre aide-mémoire avant d’entrer.\n12 rue des Lilas\nMme Roux"
    )


def test_with_nothing_to_put_in_it_there_is_no_file(page: Page, url: str) -> None:
    plan(page, url)
    choose(page)

    expect(page.locator("[data-export] [type=submit]")).to_be_disabled()


# --- the text and the print


def test_the_text_is_copied_with_dates_reasons_and_source(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    plan(page, url)
    unfold(page)
    page.locator("[data-copy]").click()
    expect(page.locator("[data-exported]")).to_have_text("Le texte est copié.")

    text = page.evaluate("navigator.clipboard.readText()").replace("\u00a0", " ")
    assert text.splitlines()[0] == "Entretien du mardi 24 novembre 2026"
    assert "Vous pouvez appeler (À venir)\nÀ partir du mardi 8 décembre 2026" in text
    assert text.splitlines()[-1].startswith("D’après «")


@pytest.mark.slow
def test_where_copying_is_refused_the_text_is_shown_to_copy_by_hand(page: Page, url: str) -> None:
    plan(page, url)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    unfold(page)
    page.locator("[data-copy]").click()

    expect(page.locator("[data-copied]")).to_be_focused()
    text = page.locator("[data-copied]").input_value().replace("\u00a0", " ")
    assert text.splitlines()[0] == "Entretien du mardi 24 novembre 2026"


def test_the_print_shows_steps_and_months_and_no_form(page: Page, url: str) -> None:
    plan(page, url)
    page.emulate_media(media="print")

    expect(page.locator("[data-step=call]")).to_be_visible()
    expect(page.locator(".se-plan__month").first).to_be_visible()
    expect(page.locator("follow-up-plan form:visible")).to_have_count(0)
    page.emulate_media(media="null")


def test_what_to_do_before_an_interview_is_in_the_file_by_choice(page: Page, url: str) -> None:
    plan(page, url, day="2026-12-03", starts="14:00")
    unfold(page)
    box = page.get_by_label("La liste du jour J")
    expect(box).not_to_be_checked()
    box.check()

    events = download(page)
    assert {name: str(events[name].start) for name in events if name.endswith("-before")} == {
        "1-weeks-before": "2026-11-26",
        "1-days-before": "2026-12-02",
        "1-hours-before": "2026-12-03 12:00:00+00:00",
    }
    assert str(events["1-days-before"]["SUMMARY"]) == "La veille\u00a0: à faire pour l’entretien"
    assert "☐ Notez le numéro à appeler" in str(events["1-days-before"]["DESCRIPTION"])


@pytest.mark.slow
def test_what_should_have_been_done_before_is_in_the_file_today(page: Page, url: str) -> None:
    plan(page, url, day="2026-11-27")
    choose(page, "reminders")

    events = download(page)
    assert {name: str(events[name].start) for name in events if name.endswith("-before")} == {
        "1-weeks-before": "2026-11-25",
        "1-days-before": "2026-11-26",
        "1-hours-before": "2026-11-27",
    }


def test_nothing_is_to_be_done_before_an_interview_that_is_over(page: Page, url: str) -> None:
    plan(page, url)
    unfold(page)

    expect(page.get_by_label("La liste du jour J")).to_be_hidden()
