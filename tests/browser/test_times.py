"""The thank-you deadline in the reader's own zone, from the time that was typed."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import keep, settles
from tests.browser.dates_form import FIRST, NOTHING, field, give
from tests.browser.test_follow_up_plan import MY_DATES, step


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("zone", "day", "ended", "due"),
    [
        ("Europe/Paris", "2026-12-08", "11:30", "2026-12-09 11:30"),
        ("Europe/Paris", "2026-03-28", "14:00", "2026-03-29 14:00"),  # clocks go forward
        ("Europe/Paris", "2026-10-24", "14:00", "2026-10-25 13:00"),  # clocks go back
        ("Europe/Paris", "2026-03-29", "02:30", None),  # that time did not exist
        ("Europe/Paris", "2026-03-28", "02:30", "2026-03-29 03:30"),  # nor does it next day
        ("Europe/Paris", "2026-10-24", "02:30", "2026-10-25 02:30"),  # twice next day: the earlier
        ("America/Toronto", "2026-10-31", "14:00", "2026-11-01 13:00"),
        ("Pacific/Kiritimati", "2026-12-31", "23:30", "2027-01-01 23:30"),
        ("Pacific/Pago_Pago", "2026-12-31", "00:00", "2027-01-01 00:00"),
        ("Australia/Lord_Howe", "2026-04-04", "14:00", "2026-04-05 13:30"),  # half an hour back
        ("Africa/Cairo", "2027-10-28", "14:00", "2027-10-29 13:00"),
        ("America/Santiago", "2026-09-05", "00:00", "2026-09-06 01:00"),  # midnight is skipped
        ("Europe/London", "2026-02-28", "09:05", "2026-03-01 09:05"),
    ],
)
def test_the_deadline_is_a_day_later_and_never_late(
    browser: Browser, url: str, zone: str, day: str, ended: str, due: str | None
) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.goto(url + "robots.txt")
    computed = page.evaluate(
        """async ([url, day, ended]) => {
          const lib = await import(url + "sources/dates/times.js");
          const dates = await import(url + "sources/dates/dates.js");
          const due = lib.deadline(day, lib.parseTime(ended), 1);
          return due && `${dates.civilDateOf(due)} ${lib.clockTime(lib.clockTimeOf(due))}`;
        }""",
        [url, day, ended],
    )
    context.close()

    assert computed == due


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "which", "promise", "due"),
    [
        (MY_DATES, FIRST, NOTHING,
         "Avant le mercredi 25 novembre 2026 à 11 h 30, soit 24 heures après la fin de l’entretien"),
        ("en/" + MY_DATES, FIRST, NOTHING,
         "Before 11:30 on Wednesday 25 November 2026, 24 hours after the interview ended"),
    ],
)  # fmt: skip
def test_with_its_end_the_thank_you_has_its_hour(
    page: Page, url: str, path: str, which: str, promise: str, due: str
) -> None:
    page.goto(url + path)
    field(page, "ended").fill("11h30")
    give(page, which, "24/11/2026", promise)

    settles(lambda: step(page, "thank-you", "when"), due)


def test_once_the_hour_is_past_the_email_is_not_asked_for_again_the_same_day(
    page: Page, url: str
) -> None:
    keep(page, url, {"day": "2026-11-24", "ended": "09:00", "promise": NOTHING})
    page.goto(url + MY_DATES)

    settles(lambda: step(page, "thank-you", "status"), "Passé")


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("day", "ended", "message"),
    [
        ("24/11/2026", "25:00", "« 25:00 » n’est pas une heure"),
        ("29/3/2026", "2h30", "2h30 n’a pas existé ce jour-là"),
    ],
)
def test_a_wrong_end_has_its_message_and_loses_nothing(
    page: Page, url: str, day: str, ended: str, message: str
) -> None:
    page.goto(url + MY_DATES)
    field(page, "ended").fill(ended)
    give(page, FIRST, day, NOTHING)

    error = page.locator("[data-field=ended] [data-error]").inner_text()
    assert message in error.replace("\u00a0", " ").replace("\u202f", " ")
    expect(page.locator("#plan-ended")).to_have_value(ended)
