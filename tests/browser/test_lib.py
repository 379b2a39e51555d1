"""The pure modules of overrides/lib in a real browser, on the vectors that Python runs too."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.vectors import vectors

NAMES = """() => JSON.parse(document.getElementById("se-settings").textContent)"""


@pytest.fixture(scope="module")
def lib(browser: Any, url: str) -> Any:
    """A page that can import every module; nothing in these tests changes it."""
    context = browser.new_context(timezone_id="America/Toronto")
    page = context.new_page()
    page.goto(url + "guide/follow-up/")
    page.evaluate(
        """async () => {
          const load = (name) => import(new URL(`../../lib/${name}.js`, location));
          window.lib = Object.assign({}, ...(await Promise.all(
            ["dates", "follow-up", "words", "date-input", "interview", "store", "times"].map(load))));
          window.settings = JSON.parse(document.getElementById("se-settings").textContent);
          window.holidays = await lib.loadHolidays(settings.holidays.url);
          window.france = holidays("FR", "fr");
        }"""
    )
    yield page
    context.close()


@pytest.mark.parametrize("case", vectors("follow-up"), ids=lambda case: case["why"])
def test_a_plan_is_as_the_vector_says(lib: Page, case: dict[str, Any]) -> None:
    plan = lib.evaluate(
        """({ interview, reading, promised, number, place }) => {
          const { days } = holidays(place, "fr");
          const day = lib.promisedDay(interview, reading, promised, number, days);
          const delays = { thank_you_days: 1, quiet_weeks: 1, call_days: 14 };
          const plan = lib.plan(interview, day, delays, days);
          plan.skipped = plan.skipped.map(({ day, holiday }) => [day, holiday]);
          return plan;
        }""",
        case["given"],
    )

    assert case["expect"] == plan


@pytest.mark.parametrize("case", vectors("typed-dates"), ids=lambda case: repr(case["typed"]))
def test_a_typed_date_is_read_or_refused(lib: Page, case: dict[str, Any]) -> None:
    read = lib.evaluate(
        "(typed) => lib.parseDate(typed, '2026-11-25', settings.names)", case["typed"]
    )

    assert case["expect"] == read


@pytest.mark.parametrize("case", vectors("dates-in-words"), ids=lambda case: case["date"])
def test_a_date_in_words_is_the_same_as_in_python(lib: Page, case: dict[str, str]) -> None:
    words = lib.evaluate("(date) => lib.dateInWords(date, settings.calendar)", case["date"])

    assert case["fr"] == words


def test_adding_days_agrees_with_temporal_from_2020_to_2100(lib: Page) -> None:
    differing = lib.evaluate(
        """() => {
          const differing = [];
          const end = Temporal.PlainDate.from("2101-01-01");
          for (let day = Temporal.PlainDate.from("2020-01-01"); !day.equals(end); day = day.add({ days: 1 })) {
            for (const days of [-400, -1, 1, 14, 31, 366]) {
              if (lib.addDays(day.toString(), days) !== day.add({ days }).toString()) differing.push([day.toString(), days]);
            }
            if (lib.weekday(day.toString()) !== day.dayOfWeek - 1) differing.push(day.toString());
          }
          return differing;
        }"""
    )

    assert differing == []


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-11-25T04:59:59Z", "2026-11-24"),
        ("2026-11-25T05:00:00Z", "2026-11-25"),
        ("2026-03-08T07:30:00Z", "2026-03-08"),
        ("2027-01-01T04:30:00Z", "2026-12-31"),
    ],
)
def test_today_is_the_day_of_the_readers_calendar(lib: Page, instant: str, day: str) -> None:
    assert day == lib.evaluate("(instant) => lib.civilDateOf(new Date(instant))", instant)


@pytest.mark.parametrize(
    ("why", "today", "thanked", "say", "dates"),
    [
        ("the interview is to come", "2026-11-23", False, "before-interview", {"interview": "2026-11-24"}),
        ("the day itself", "2026-11-24", False, "thank", {"by": "2026-11-25", "call": "2026-12-08"}),
        ("the last day to say thank you", "2026-11-25", False, "thank", {"by": "2026-11-25", "call": "2026-12-08"}),
        ("the thank-you is late", "2026-11-26", False, "thank-late", {"call": "2026-12-08"}),
        ("the thank-you is sent", "2026-11-24", True, "wait", {"call": "2026-12-08"}),
        ("the eve of the call", "2026-12-07", True, "wait", {"call": "2026-12-08"}),
        ("the call day, thanked or not", "2026-12-08", False, "call-today", {}),
        ("a later working day", "2026-12-24", True, "call-today", {}),
        ("a holiday after the call day", "2026-12-25", True, "call-next", {"next": "2026-12-28"}),
        ("a Saturday after the call day", "2026-12-12", True, "call-next", {"next": "2026-12-14"}),
    ],
)  # fmt: skip
def test_the_advice_of_a_day(
    lib: Page, why: str, today: str, thanked: bool, say: str, dates: dict[str, str]
) -> None:
    advice = lib.evaluate(
        """([today, thanked]) => {
          const delays = { thank_you_days: 1, quiet_weeks: 1, call_days: 14 };
          const plan = lib.plan("2026-11-24", null, delays, france.days);
          const email = { thanked, late: today > plan.thank_you_by };
          return lib.advice("2026-11-24", plan, today, email, france.days);
        }""",
        [today, thanked],
    )

    assert {"say": say, "dates": dates} == advice, why


def test_a_name_without_a_value_throws_instead_of_showing_braces(lib: Page) -> None:
    message = lib.evaluate(
        "() => { try { return lib.fill('le {date}', {}); } catch (error) { return error.message; } }"
    )

    assert message == "no value for {date} in: le {date}"
