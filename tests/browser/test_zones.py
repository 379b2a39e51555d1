"""What the page says where the reader is, with the clock around the days that go wrong."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import keep


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("zone", "now", "kept", "call", "thank_you"),
    [
        # The reader's day, not that of Greenwich.
        ("Pacific/Kiritimati", "2026-12-07T10:30:00Z", {"day": "2026-11-24"},
         "today Tuesday 8 December", "past"),
        ("Pacific/Pago_Pago", "2026-12-08T10:30:00Z", {"day": "2026-11-24"},
         "Tuesday 8 December tomorrow", "past"),
        ("America/Toronto", "2026-12-08T04:59:00Z", {"day": "2026-11-24"},
         "Tuesday 8 December tomorrow", "past"),
        ("America/Toronto", "2026-12-08T05:00:00Z", {"day": "2026-11-24"},
         "today Tuesday 8 December", "past"),
        ("Europe/London", "2026-12-07T23:59:59Z", {"day": "2026-11-24"},
         "Tuesday 8 December tomorrow", "past"),
        ("Europe/London", "2026-12-08T00:00:00Z", {"day": "2026-11-24"},
         "today Tuesday 8 December", "past"),
        # Nights on which the clock changes: 24 hours are over before the same clock time.
        ("Europe/Paris", "2026-10-25T11:59:00Z", {"day": "2026-10-24", "ended": "14:00"},
         "Monday 9 November in 15 days", "now"),
        ("Europe/Paris", "2026-10-25T12:01:00Z", {"day": "2026-10-24", "ended": "14:00"},
         "Monday 9 November in 15 days", "past"),
        ("Australia/Lord_Howe", "2026-04-05T02:59:00Z", {"day": "2026-04-04", "ended": "14:00"},
         "Monday 20 April in 15 days", "now"),
        ("Australia/Lord_Howe", "2026-04-05T03:01:00Z", {"day": "2026-04-04", "ended": "14:00"},
         "Monday 20 April in 15 days", "past"),
        ("Africa/Cairo", "2027-04-30T11:01:00Z", {"day": "2027-04-29", "ended": "14:00"},
         "Thursday 13 May in 13 days", "past"),
        ("America/Santiago", "2026-09-06T03:59:00Z", {"day": "2026-08-23"},
         "Monday 7 September in 2 days", "past"),
        ("America/Santiago", "2026-09-07T03:00:00Z", {"day": "2026-08-23"},
         "today Monday 7 September", "past"),
        # Year end, and the day that most years have not.
        ("Europe/Paris", "2026-12-31T22:59:00Z", {"day": "2026-12-17"},
         "today Thursday 31 December", "past"),
        ("Europe/Paris", "2026-12-31T23:00:00Z", {"day": "2026-12-17"},
         "Monday 4 January in 3 days", "past"),
        ("Pacific/Kiritimati", "2026-12-31T10:00:00Z", {"day": "2026-12-31", "ended": "23:30"},
         "Thursday 14 January in 13 days", "now"),
        ("Europe/Paris", "2028-02-28T23:00:00Z", {"day": "2028-02-15"},
         "today Tuesday 29 February", "past"),
        ("Europe/Paris", "2028-02-28T22:59:00Z", {"day": "2028-02-15"},
         "Tuesday 29 February tomorrow", "past"),
        ("America/Toronto", "2028-02-29T18:00:00Z", {"day": "2028-02-29", "ended": "12:00"},
         "Tuesday 14 March in 14 days", "now"),
    ],
)  # fmt: skip
def test_today_is_the_readers_day_and_hour(
    new_context: Callable[..., BrowserContext],
    url: str,
    zone: str,
    now: str,
    kept: dict[str, str],
    call: str,
    thank_you: str,
) -> None:
    page = new_context(timezone_id=zone, now=now).new_page()
    keep(page, url, {"promise": "nothing", **kept})
    page.goto(url + "en/my-dates/")

    expect(page.locator(".se-plan__headline")).to_contain_text(
        re.compile(re.escape(call).replace(r"\ ", r"\s"))
    )
    expect(page.locator("[data-step=thank-you]")).to_have_attribute("data-state", thank_you)
