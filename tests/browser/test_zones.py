"""What the page says where the reader is, with the clock around the days that go wrong."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import keep

WAIT = "Do not follow up yet: you can call from {}."
TODAY = "If you have heard nothing, you can call today."
THANK = "Send your thank-you email before {} on {}. Do not follow up yet: you can call from {}."


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("zone", "now", "kept", "says"),
    [
        # The reader's day, not that of Greenwich.
        ("Pacific/Kiritimati", "2026-12-07T10:30:00Z", {"day": "2026-11-24"}, TODAY),
        ("Pacific/Pago_Pago", "2026-12-08T10:30:00Z", {"day": "2026-11-24"}, WAIT.format("Tuesday 8 December 2026")),
        ("America/Toronto", "2026-12-08T04:59:00Z", {"day": "2026-11-24"}, WAIT.format("Tuesday 8 December 2026")),
        ("America/Toronto", "2026-12-08T05:00:00Z", {"day": "2026-11-24"}, TODAY),
        ("Europe/London", "2026-12-07T23:59:59Z", {"day": "2026-11-24"}, WAIT.format("Tuesday 8 December 2026")),
        ("Europe/London", "2026-12-08T00:00:00Z", {"day": "2026-11-24"}, TODAY),
        # Nights on which the clock changes: 24 hours are over before the same clock time.
        ("Europe/Paris", "2026-10-25T11:59:00Z", {"day": "2026-10-24", "ended": "14:00"},
         THANK.format("13:00", "Sunday 25 October 2026", "Monday 9 November 2026")),
        ("Europe/Paris", "2026-10-25T12:01:00Z", {"day": "2026-10-24", "ended": "14:00"},
         WAIT.format("Monday 9 November 2026")),
        ("Australia/Lord_Howe", "2026-04-05T02:59:00Z", {"day": "2026-04-04", "ended": "14:00"},
         THANK.format("13:30", "Sunday 5 April 2026", "Monday 20 April 2026")),
        ("Australia/Lord_Howe", "2026-04-05T03:01:00Z", {"day": "2026-04-04", "ended": "14:00"},
         WAIT.format("Monday 20 April 2026")),
        ("Africa/Cairo", "2027-04-30T11:01:00Z", {"day": "2027-04-29", "ended": "14:00"},
         WAIT.format("Thursday 13 May 2027")),
        ("America/Santiago", "2026-09-06T03:59:00Z", {"day": "2026-08-23"}, WAIT.format("Monday 7 September 2026")),
        ("America/Santiago", "2026-09-07T03:00:00Z", {"day": "2026-08-23"}, TODAY),
        # Year end, and the day that most years have not.
        ("Europe/Paris", "2026-12-31T22:59:00Z", {"day": "2026-12-17"}, TODAY),
        ("Europe/Paris", "2026-12-31T23:00:00Z", {"day": "2026-12-17"},
         "If you have heard nothing, you can call on Monday 4 January 2027, the next working day."),
        ("Pacific/Kiritimati", "2026-12-31T10:00:00Z", {"day": "2026-12-31", "ended": "23:30"},
         THANK.format("23:30", "Friday 1 January 2027", "Thursday 14 January 2027")),
        ("Europe/Paris", "2028-02-28T23:00:00Z", {"day": "2028-02-15"}, TODAY),
        ("Europe/Paris", "2028-02-28T22:59:00Z", {"day": "2028-02-15"}, WAIT.format("Tuesday 29 February 2028")),
        ("America/Toronto", "2028-02-29T18:00:00Z", {"day": "2028-02-29", "ended": "12:00"},
         THANK.format("12:00", "Wednesday 1 March 2028", "Tuesday 14 March 2028")),
    ],
)  # fmt: skip
def test_today_is_the_readers_day_and_hour(
    new_context: Callable[..., BrowserContext],
    url: str,
    zone: str,
    now: str,
    kept: dict[str, str],
    says: str,
) -> None:
    page = new_context(timezone_id=zone, now=now).new_page()
    keep(page, url, {"promise": "nothing", **kept})
    page.goto(url + "en/")

    expect(page.locator("next-step [data-sentence]")).to_have_text(says)
