"""The pure modules in a real browser, on what is no vector: test_vectors.py runs those."""

from typing import Any

import pytest
from playwright.sync_api import Page


@pytest.fixture(scope="module")
def lib(browser: Any, url: str) -> Any:
    """A page that can import every module; nothing in these tests changes it."""
    context = browser.new_context(timezone_id="America/Toronto")
    page = context.new_page()
    page.goto(url + "my-dates/")
    page.mouse.move(100, 100, steps=2)
    page.locator("follow-up-plan:defined").wait_for(state="attached")
    page.evaluate(
        """async () => {
          const load = (name) => import(new URL(`/sources/${name}.js`, location));
          window.lib = Object.assign({}, ...(await Promise.all(
            ["dates/dates", "dates/follow-up", "dates/words", "dates/date-input", "dates/time-input", "dates/typed", "writing/phone", "writing/addresses", "dates/interview", "shared/load-holidays", "file/kept-interview", "file/targets", "dates/months", "dates/steps", "file/store", "dates/times", "writing/practice", "dates/stages", "writing/text"].map(load))));
          await (await load("shared/page-data")).loadLater();
          window.settings = window.guideSettings;
          const lists = {};
          for (const [country, there] of Object.entries(settings.holidays))
            lists[country] = await lib.loadHolidays(there);
          const listOf = (place) => lists[Object.hasOwn(lists, place) ? place : "FR"];
          window.holidays = (place, lang) => listOf(place.split("-")[0])(place, lang);
          window.france = holidays("FR", "fr");
        }"""
    )
    yield page
    context.close()


def test_a_day_off_that_only_some_keep_has_its_reason(lib: Page) -> None:
    found = lib.evaluate(
        """() => ["2026-12-08", "2026-12-25"].map((day) => {
          const { days, reasons } = holidays("CH-FR", "en");
          return [days.get(day), reasons.get(day) ?? null];
        })"""
    )

    assert found == [
        [
            "Immaculate Conception",
            "a holiday in the Catholic part of the canton, the city of Fribourg included",
        ],
        ["Christmas Day", None],
    ]


@pytest.mark.parametrize("place", ["XX", "constructor", "__proto__", "toString", "hasOwnProperty"])
def test_a_place_that_the_list_lacks_has_no_days(lib: Page, place: str) -> None:
    found = lib.evaluate(
        """(place) => {
          const { days, known, source } = holidays(place, "fr");
          return [days.size, known, source];
        }""",
        place,
    )

    assert found == [0, False, None]


def test_a_plan_kept_without_a_place_keeps_france(lib: Page) -> None:
    place = lib.evaluate(
        """() => {
          const fields = { day: "2026-11-24" };
          const application = { interview: 1, get: (_, field) => fields[field] ?? null };
          return lib.keptInterview(application, settings).place;
        }"""
    )

    assert place == "FR"


@pytest.mark.parametrize(
    "step",
    [pytest.param(97, id="some days"), pytest.param(1, id="every day", marks=pytest.mark.slow)],
)
def test_each_day_written_in_each_way_reads_back_to_itself_or_asks(lib: Page, step: int) -> None:
    wrong = lib.evaluate(
        """(step) => {
          const { names } = settings;
          const today = "2026-11-25";
          const near = (date) => date >= "2024-11-25" && date <= "2028-11-25";
          const nearest = (date) => date >= "2026-06-01" && date <= "2027-05-01";
          const ways = (year, month, day, weekday) => ["fr", "en"].flatMap((lang, column) => {
            const name = names.months[column][month - 1];
            const short = name.slice(0, month === 6 || month === 7 ? 4 : 3);
            const yy = String(year).slice(2);
            const whole = [`${day} ${name} ${year}`, `${name} ${day}, ${year}`, `${day}.${short}.${year}`,
              `${weekday[column]} ${day} ${short} ${year}`, `${year}-${month}-${day}`, `${year} ${name} ${day}`];
            const figures = ["/", ".", "-", " "].map((sign) => [day, month, year].join(sign));
            return [
              ...[...whole, ...figures].map((text) => [text, () => true]),
              ...[`${day}/${month}/${yy}`, `${day} ${short} ${yy}`].map((text) => [text, near]),
              ...[`${day}/${month}`, `${day} ${name}`, `${name} ${day}`].map((text) => [text, nearest]),
            ];
          });
          const wrong = [];
          for (let date = "2020-01-01"; date < "2101"; date = lib.addDays(date, step)) {
            const [year, month, day] = date.split("-").map(Number);
            const weekday = names.weekdays.map((each) => each[lib.weekday(date)]);
            for (const order of ["day", "either"]) {
              for (const [text, reads] of ways(year, month, day, weekday)) {
                if (!reads(date)) continue;
                const read = lib.parseDate(text, today, names, { order });
                const asks = order === "either" && day <= 12 && day !== month && read.dates?.includes(date);
                if (read.date !== date && !asks) wrong.push([date, text, order, read]);
              }
            }
            const american = lib.parseDate(`${month}/${day}/${year}`, today, names, { order: "month" });
            if (american.date !== date) wrong.push([date, american]);
          }
          return wrong.slice(0, 5);
        }""",
        step,
    )

    assert wrong == []


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
    ("why", "today", "since", "steps"),
    [
        ("before the interview", "2026-11-20", {"upcoming": True},
         ["prepare now", "thank-you later", "quiet later", "patience later", "call later"]),
        ("the day itself", "2026-11-24", {}, ["thank-you now", "quiet now", "patience later", "call later"]),
        ("thanked", "2026-11-24", {"thanked": True}, ["thank-you done", "quiet now", "patience later", "call later"]),
        ("the last day of the quiet", "2026-11-29", {"thanked": True},
         ["thank-you done", "quiet now", "patience later", "call later"]),
        ("late", "2026-11-30", {"late": True}, ["thank-you past", "quiet past", "patience now", "call later"]),
        ("the call day", "2026-12-08", {"late": True}, ["thank-you past", "quiet past", "patience past", "call now"]),
        ("called", "2026-12-09", {"thanked": True, "call": ["reached", "2026-12-08"]},
         ["thank-you done", "quiet past", "patience past", "call done"]),
        ("a yes leaves nothing to wait for", "2026-12-01", {"thanked": True, "news": ["yes", "2026-12-01"]},
         ["thank-you done"]),
        ("not yet begins again", "2026-12-09", {"thanked": True, "news": ["not-yet", "2026-12-09"]},
         ["thank-you done", "quiet now", "patience later", "call later"]),
    ],
)  # fmt: skip
def test_how_each_step_stands(
    lib: Page, why: str, today: str, since: dict[str, Any], steps: list[str]
) -> None:
    stand = lib.evaluate(
        """([today, { news, call, ...known }]) => {
          const delays = { employer: { thank_you_days: 1, quiet_weeks: 1, call_days: 14, promise_days: 1 } };
          const event = (pair) => pair ? { kind: pair[0], day: pair[1], said: null } : null;
          const interview = { day: "2026-11-24", through: "employer", said: null, news: event(news), call: event(call),
                              away: { weekdays: [], periods: [] } };
          const plan = lib.planOf(interview, { delays }, france.days);
          const moment = { today, upcoming: false, thanked: false, late: false, ...known };
          return lib.stepsOf(interview, plan, moment).map(({ id, status }) => `${id} ${status}`);
        }""",
        [today, since],
    )

    assert steps == stand, why


@pytest.mark.parametrize(
    ("why", "day", "place", "remarks"),
    [
        ("a plain Tuesday", "2026-12-08", "FR", []),
        ("a Monday", "2026-12-07", "FR", ["monday"]),
        ("a Friday", "2026-12-04", "FR", ["friday"]),
        ("the Friday after Ascension Day", "2027-05-07", "FR", ["bridge", "friday"]),
        ("the Monday before a holiday on Tuesday", "2028-07-13", "FR", []),
        ("the Monday before All Saints' Day", "2027-11-01", "FR", ["monday"]),
        ("the Monday before 14 July", "2026-07-13", "FR", ["bridge", "monday"]),
        ("between Christmas and New Year", "2026-12-29", "FR", ["year-end"]),
        ("Christmas Eve", "2026-12-24", "FR", ["year-end"]),
        ("23 December", "2026-12-23", "FR", []),
        ("2 January", "2029-01-02", "FR", []),
        ("1 January where it is not known as a holiday", "2026-01-01", "elsewhere", ["year-end"]),
        ("the first of another month", "2026-12-01", "FR", []),
        ("the 24th of another month", "2026-11-24", "FR", []),
        ("a Friday before a holiday on Saturday", "2026-08-14", "FR", ["august", "friday"]),
        ("August in France", "2027-08-04", "FR", ["august"]),
        ("August in Alsace", "2027-08-04", "FR-6AE", ["august"]),
        ("August in the canton of Fribourg", "2027-08-04", "CH-FR", []),
    ],
)  # fmt: skip
def test_what_is_good_to_know_about_a_day(
    lib: Page, why: str, day: str, place: str, remarks: list[str]
) -> None:
    found = lib.evaluate(
        "([day, place]) => lib.remarks(day, place, holidays(place, 'fr').days)", [day, place]
    )

    assert remarks == found, why


@pytest.mark.parametrize(
    ("reading", "promised", "number", "message"),
    [
        ("date", "2026-11-30", None, "a promised date on or after 2026-12-01 is needed, not 2026-11-30"),
        ("date", None, None, "a promised date on or after 2026-12-01 is needed, not null"),
        ("days", None, None, "a number from 1 to 365 is needed, not null"),
        ("days", None, 0, "a number from 1 to 365 is needed, not 0"),
        ("weeks", None, 366, "a number from 1 to 365 is needed, not 366"),
        ("working-days", None, 1.5, "a number from 1 to 365 is needed, not 1.5"),
        ("some-day", None, None, "unknown reading: some-day"),
    ],
)  # fmt: skip
def test_a_promise_that_cannot_be_meant_is_refused(
    lib: Page, reading: str, promised: str | None, number: float | None, message: str
) -> None:
    said = lib.evaluate(
        """([reading, promised, number]) => {
          try { return lib.promisedDay("2026-12-01", reading, promised, number); }
          catch (error) { return error.message; }
        }""",
        [reading, promised, number],
    )

    assert said == message


@pytest.mark.parametrize(
    ("interview", "call_days", "call_from"),
    [
        ("2026-11-24", 3, "2026-11-30"),
        ("2026-11-24", 5, "2026-11-30"),
        ("2026-11-24", 10, "2026-12-04"),
    ],
)
def test_the_call_never_comes_before_the_quiet_period_is_over(
    lib: Page, interview: str, call_days: int, call_from: str
) -> None:
    plan = lib.evaluate(
        """([interview, call_days]) => lib.plan(
             interview, null, { thank_you_days: 1, quiet_weeks: 1, call_days }, france.days)""",
        [interview, call_days],
    )

    assert plan["call_from"] == call_from


def test_a_contact_who_is_never_there_is_refused(lib: Page) -> None:
    message = lib.evaluate(
        """() => {
          try {
            lib.nextDayToCall("2026-12-08", new Map(), { weekdays: [0, 1, 2, 3, 4], periods: [] });
          } catch (error) { return error.message; }
        }"""
    )

    assert message == "the contact must be there on a weekday"


@pytest.mark.parametrize(
    ("month", "first", "last", "weeks"),
    [
        ("2026-11-24", [None] * 6 + ["2026-11-01"], ["2026-11-30"] + [None] * 6, 6),
        ("2027-02-01", ["2027-02-01", "2027-02-02", "2027-02-03", "2027-02-04", "2027-02-05", "2027-02-06", "2027-02-07"],
         ["2027-02-22", "2027-02-23", "2027-02-24", "2027-02-25", "2027-02-26", "2027-02-27", "2027-02-28"], 4),
        ("2028-02-29", [None, "2028-02-01", "2028-02-02", "2028-02-03", "2028-02-04", "2028-02-05", "2028-02-06"],
         ["2028-02-28", "2028-02-29"] + [None] * 5, 5),
    ],
)  # fmt: skip
def test_a_month_is_shown_in_weeks_from_monday(
    lib: Page, month: str, first: list[str | None], last: list[str | None], weeks: int
) -> None:
    shown = lib.evaluate("(month) => lib.weeksOf(month)", month)

    assert (shown[0], shown[-1], len(shown)) == (first, last, weeks)


def test_months_go_on_over_the_year_end(lib: Page) -> None:
    months = lib.evaluate("() => lib.monthsBetween('2026-11-30', '2027-02-01')")

    assert months == ["2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"]


@pytest.mark.parametrize(
    ("kept", "readable"),
    [
        ("2026-12-08", True),
        ("2020-01-01", True),
        ("2100-12-31", True),
        ("2019-12-31", False),
        ("2101-01-01", False),
        ("2026-11-31", False),
        ("2026-2-01", False),
        ("x2026-12-08", False),
        ("2026-12-08x", False),
        ("undefined", False),
        ("", False),
        (None, False),
    ],
)
def test_a_kept_date_is_used_only_if_it_could_have_been_typed(
    lib: Page, kept: str | None, readable: bool
) -> None:
    assert lib.evaluate("(kept) => lib.isReadableDate(kept)", kept) is readable


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-12-08", "2026-12-08", 0),
        ("2026-12-08", "2027-01-01", 24),
        ("2028-03-01", "2028-02-28", -2),
    ],
)
def test_days_between_two_dates(lib: Page, start: str, end: str, days: int) -> None:
    assert days == lib.evaluate("([start, end]) => lib.daysBetween(start, end)", [start, end])


def test_a_name_without_a_value_throws_instead_of_showing_braces(lib: Page) -> None:
    message = lib.evaluate(
        "() => { try { return lib.fill('le {date}', {}); } catch (error) { return error.message; } }"
    )

    assert message == "no value for {date} in: le {date}"


@pytest.mark.parametrize(
    ("key", "value", "readable", "words"),
    [
        ("a1:answer:why-this-job", "…", True, True),
        ("a1:first-answer:why-this-job", "…", True, True),
        ("a1:star-result:why-this-job", "…", True, True),
        ("a1:reply:ask-first-weeks", "…", True, True),
        ("a1:ready:why-this-job", "1", True, False),
        ("a1:ready:why-this-job", "yes", False, False),
        ("a1:to-ask:ask-first-weeks", "1", True, False),
        ("a1:practised:why-this-job", "2 2026-11-25", True, False),
        ("a1:practised:why-this-job", "4 2026-11-25", False, False),
        ("a1:practised:why-this-job", "2 2026-11-31", False, False),
        ("a1:practised:why-this-job", "2", False, False),
    ],
)
def test_what_is_kept_of_a_question(
    lib: Page, key: str, value: str, readable: bool, words: bool
) -> None:
    kept = lib.evaluate(
        """async ([key, value]) => {
          const { isReadable, isWords } = await import(new URL("/sources/file/fields.js", location));
          return [isReadable(key, value), isWords(key)];
        }""",
        [key, value],
    )

    assert kept == [readable, words]
