"""The dates in great number: against Temporal, against Python, and with hostile texts.

What takes long is left to `make test-all`; each rule has a short run in `make test` too.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from macros.follow_up import Absence, Delays, plan, promised_day
from macros.page_data import typed_names
from tests.conftest import CONTENT
from tests.macros.test_follow_up import HOLIDAYS, absence, as_expected

ZONES = [
    "Europe/Paris",
    "America/Toronto",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "America/Santiago",
    "Europe/London",
]
LOAD = r"""async (url) => {
  const load = (name) => import(`${url}sources/${name}.js`);
  window.lib = Object.assign({}, ...(await Promise.all(
    ["dates/dates", "dates/follow-up", "dates/words", "dates/date-input", "shared/load-holidays", "dates/time-input", "dates/times"].map(load))));
  const files = await (await fetch(`${url}service-worker.js`)).text();
  const lists = {};
  for (const [path, country] of files.matchAll(/[^"]+public-holidays-(\w+)[^"]+/g))
    lists[country] = await lib.loadHolidays(url + path);
  window.holidays = (place, lang) => lists[place.split("-")[0].toLowerCase()](place, lang);
}"""


def lib_in(browser: Browser, url: str, zone: str) -> Page:
    page = browser.new_context(timezone_id=zone).new_page()
    page.goto(url + "robots.txt")
    page.evaluate(LOAD, url)
    return page


@pytest.fixture(scope="module")
def lib(browser: Browser, url: str) -> Any:
    """The pure modules in a page in Toronto."""
    page = lib_in(browser, url, "America/Toronto")
    yield page
    page.context.close()


# --- local times


@pytest.mark.some(1)
@pytest.mark.parametrize("zone", ZONES)
def test_local_times_agree_with_temporal(browser: Browser, url: str, zone: str) -> None:
    """Compare 7,300 local times of 20 years in each zone; 58,400 in all.

    Each is the hour of one of the changes of a clock on some day. Temporal says whether the time
    exists, which of two is the earlier, and what comes 24 hours later.
    """
    page = lib_in(browser, url, zone)
    differing = page.evaluate(
        """(zone) => {
          const wrong = [];
          const times = ["00:00", "00:30", "01:30", "02:00", "02:30", "03:00", "12:00", "23:59"];
          let day = Temporal.PlainDate.from("2020-01-01");
          for (let i = 0; i < 7300; i++, day = day.add({ days: 1 })) {
            const [hours, minutes] = times[i % times.length].split(":").map(Number);
            const plain = day.toPlainDateTime({ hour: hours, minute: minutes });
            const instant = (when) => {
              const zoned = when.toZonedDateTime(zone, { disambiguation: "earlier" });
              return zoned.toPlainDateTime().equals(when) ? zoned.epochMilliseconds : null;
            };
            const expected = instant(plain);
            const found = lib.instantOf(day.toString(), { hours, minutes })?.getTime() ?? null;
            if (found !== expected) wrong.push([plain.toString(), found, expected]);
            const elapsed = expected === null ? null : expected + 24 * 3_600_000;
            const next = instant(plain.add({ days: 1 }));
            const due = elapsed === null ? null : Math.min(elapsed, next ?? elapsed);
            const late = lib.deadline(day.toString(), { hours, minutes }, 1)?.getTime() ?? null;
            if (late !== due) wrong.push(["deadline", plain.toString(), late, due]);
          }
          return wrong;
        }""",
        zone,
    )
    page.context.close()

    assert differing == []


# --- Python and JavaScript

READINGS = [
    "nothing",
    "date",
    "friday-this-week",
    "wednesday-next-week",
    "friday-next-week",
    "saturday-week-after-next",
    "end-of-month",
    "end-of-next-month",
    "until-12-31",
    "until-03-01",
    "days",
    "weeks",
    "working-days",
]
days = st.dates(date(2020, 1, 1), date(2099, 12, 31)) | st.dates(
    date(2024, 12, 1), date(2030, 1, 31)
)
periods = st.tuples(st.dates(date(2025, 1, 1), date(2030, 1, 1)), st.integers(0, 40)).map(
    lambda each: [each[0].isoformat(), (each[0] + timedelta(days=each[1])).isoformat()]
)
cases = st.fixed_dictionaries(
    {
        "interview": days,
        "later": st.none() | st.integers(0, 60),
        "reading": st.sampled_from(READINGS),
        "after": st.integers(0, 400),
        "number": st.integers(1, 365),
        "place": st.sampled_from(sorted(HOLIDAYS)),
        "away": st.fixed_dictionaries(
            {
                "weekdays": st.lists(st.integers(0, 4), max_size=4, unique=True),
                "periods": st.lists(periods, max_size=3),
            }
        ),
        "delays": st.fixed_dictionaries(
            {
                "thank_you_days": st.integers(1, 4),
                "quiet_weeks": st.integers(0, 4),
                "call_days": st.integers(0, 60),
                "promise_days": st.integers(0, 2),
            }
        ),
    }
)


def in_python(case: dict[str, Any]) -> dict[str, Any]:
    there = HOLIDAYS[case["place"]]
    start = date.fromisoformat(case["start"])
    promised = date.fromisoformat(case["promised"])
    until = promised_day(start, case["reading"], promised, case["number"], there)
    away: Absence = absence(case["away"])
    steps = plan(
        date.fromisoformat(case["interview"]), until, Delays(**case["delays"]), there, away, start
    )
    return as_expected(steps)


def in_browser(lib: Page, batch: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = lib.evaluate(
        """(cases) => cases.map(({ interview, start, reading, promised, number, place, away, delays }) => {
          const { days } = holidays(place, "fr");
          const until = lib.promisedDay(start, reading, promised, number, days);
          const plan = lib.plan(interview, until, delays, days, away, start);
          plan.skipped = plan.skipped.map(
            ({ day, holiday, away }) => [day, holiday ?? (away ? "away" : "weekend")]);
          return plan;
        })""",
        batch,
    )
    return found


def as_case(drawn: dict[str, Any]) -> dict[str, Any]:
    start = drawn["interview"] + timedelta(days=drawn["later"] or 0)
    return {
        **{name: drawn[name] for name in ("reading", "number", "place", "away", "delays")},
        "interview": drawn["interview"].isoformat(),
        "start": start.isoformat(),
        "promised": (start + timedelta(days=drawn["after"])).isoformat(),
    }


@pytest.mark.parametrize(
    "batches", [pytest.param(4, id="200"), pytest.param(400, id="20,000", marks=pytest.mark.slow)]
)
def test_python_and_the_browser_plan_alike(lib: Page, batches: int) -> None:
    """Compare plans in batches of 50 that hypothesis draws, and shrinks when they differ."""

    @settings(
        max_examples=batches,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(cases, min_size=50, max_size=50))
    def compare(drawn: list[dict[str, Any]]) -> None:
        batch = [as_case(each) for each in drawn]
        assert [in_python(each) for each in batch] == in_browser(lib, batch)

    compare()


def test_the_browser_has_the_holidays_of_python_for_every_place(lib: Page) -> None:
    shipped = lib.evaluate(
        """(places) => Object.fromEntries(
             places.map((place) => [place, Object.fromEntries(holidays(place, "fr").days)]))""",
        sorted(HOLIDAYS),
    )

    assert shipped == {
        place: {day.isoformat(): name for day, name in there.items()}
        for place, there in HOLIDAYS.items()
    }


# --- hostile texts

NAMES = typed_names(CONTENT)
PIECES = [
    *"0123456789/.- :,hH'’\u00a0\u202f\t\n\0\ufeff",
    *("29", "30", "31", "02", "2026", "2027", "2100", "99999", "-1", "1e3", "٣", "१", "Ⅻ", "½"),
    *("janvier", "février", "mai", "décembre", "dec", "May", "ma", "j", "mardi", "Friday", "1er"),
    *("hier", "today", "aujourd’hui", "demain", "am", "pm", "p.m.", "h", "T", "Z", "+01:00"),
    *(
        "👩‍💻",
        "\u202e",
        "e\u0301",
        "<b>",
        "__proto__",
        "constructor",
        "${x}",
        "\\",
        "%00",
        "\ud7ff",
    ),
]


@pytest.mark.parametrize(
    "count",
    [
        pytest.param(3_000, id="3,000"),
        pytest.param(150_000, id="150,000", marks=pytest.mark.slow),
    ],
)
def test_no_text_makes_an_impossible_day_or_time_or_an_exception(lib: Page, count: int) -> None:
    random = Random(20261122)  # noqa: S311 - a fixed seed, nothing secret  # noqa: S311 - a fixed seed, nothing secret
    wrong: list[Any] = []
    for _ in range(count // 3_000):
        texts = ["".join(random.choices(PIECES, k=random.randint(0, 8))) for _ in range(3_000)]
        wrong += lib.evaluate(
            """([texts, names]) => texts.flatMap((text) => {
              try {
                const isDate = (date) => Temporal.PlainDate.from(date).toString() === date
                  && date >= "2020" && date < "2101";
                const isTime = ({ hours, minutes }) =>
                  hours in Array(24).fill() && minutes in Array(60).fill();
                const date = lib.parseDate(text, "2026-11-25", names, { order: "either" });
                const known = ["missing", "not-a-date", "no-such-day", "two-digit-year", "out-of-range"];
                const right = date.problem ? known.includes(date.problem)
                  : date.dates ? date.dates.every(isDate) : isDate(date.date);
                const time = lib.parseTypedTime(text, names);
                const possible = time.problem ? ["missing", "not-a-time"].includes(time.problem)
                  : (time.times ?? [time.time]).every(isTime);
                return right && possible ? [] : [[text, date, time]];
              } catch (error) { return [[text, String(error)]]; }
            })""",
            [texts, NAMES],
        )

    assert wrong == []
