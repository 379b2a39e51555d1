"""The calendar file, read back with icalendar: any text in any zone, and an import that updates."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from icalendar import Calendar, Component
from playwright.sync_api import Browser, Error, Page

ALL_DAY = {
    "uid": "call@example",
    "sequence": 2,
    "title": "Appeler l’employeur",
    "description": "Bonjour, je vous appelle ; c’est au sujet du poste.\nMerci, à bientôt.",
    "alarm": 540,
    "from": "2026-12-22",
    "until": "2026-12-23",
}
DEADLINE = {
    "uid": "thank-you@example",
    "sequence": 0,
    "title": "Dernière heure pour remercier",
    "description": "",
    "alarm": -120,
    "due": "2026-12-09T10:30:00Z",
}
STAMP = "2026-12-08T15:04:05.678Z"
FILE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Second entretien//FR
CALSCALE:GREGORIAN
BEGIN:VEVENT
UID:thank-you@example
DTSTAMP:20261208T150405Z
SEQUENCE:0
DTSTART:20261209T103000Z
SUMMARY:Dernière heure pour remercier
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT2H
DESCRIPTION:Dernière heure pour remercier
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:call@example
DTSTAMP:20261208T150405Z
SEQUENCE:2
DTSTART;VALUE=DATE:20261222
DTEND;VALUE=DATE:20261224
SUMMARY:Appeler l’employeur
DESCRIPTION:Bonjour\\, je vous appelle \\; c’est au sujet du poste.\\nMerci
 \\, à bientôt.
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:PT9H
DESCRIPTION:Appeler l’employeur
END:VALARM
END:VEVENT
END:VCALENDAR
"""

# The instant of 9 December 2026, 11:30, in each.
ZONES = {
    "Europe/Paris": "20261209T103000Z",
    "America/Toronto": "20261209T163000Z",
    "Pacific/Kiritimati": "20261208T213000Z",
    "Pacific/Pago_Pago": "20261209T223000Z",
    "Australia/Lord_Howe": "20261209T003000Z",
    "Africa/Cairo": "20261209T093000Z",
    "America/Santiago": "20261209T143000Z",
    "Europe/London": "20261209T113000Z",
}
NEWLINES = ("\r\n", "\r", "\n", "\u2028", "\u2029")
PIECES = (
    *("\\", ";", ",", ":", '"', "^", "%2C", "\\n", "\\N", "\\,", "\\\\", " ", "\t", "a", "Zoé"),
    *("é", "e\u0301", "\u0301", "👩\u200d👩\u200d👧", "🇫🇷", "👍🏽", "\u200d", "漢字", "한", "🀄"),
    *("שלום", "مرحبا", "\u200f", "\u202e", "\u2066", "\ufeff", "\u00a0", "\u202f", "\u00ad"),
    *("\r\nEND:VEVENT\r\n", "\n ", "\r\n\t", "\n\r", *NEWLINES, "\x85", "\x0b", "\x0c", "\x1c"),
    *("\0", "\x1b", "\x7f", "\x80", "\x9f", "\ud83d", "\udc4d", "\ud800", "\udfff"),
    *("\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\U0010ffff", "\ufffd", "\ue000"),
)


def opened(browser: Browser, url: str, zone: str) -> Page:
    page = browser.new_context(timezone_id=zone).new_page()
    page.goto(url + "robots.txt")
    page.evaluate(
        """async (url) => {
          const { calendarFile } = await import(url + "sources/dates/calendar-file.js");
          const { instantOf } = await import(url + "sources/dates/times.js");
          Object.assign(window, { calendarFile, instantOf });
        }""",
        url,
    )
    return page


@pytest.fixture(scope="module")
def lib(browser: Browser, url: str) -> Iterator[Page]:
    """A page that can write calendar files; nothing in these tests changes it."""
    page = opened(browser, url, "America/Toronto")
    yield page
    page.context.close()


def written(
    lib: Page, *events: dict[str, Any], stamp: str = STAMP, product: str = "-//Second entretien//FR"
) -> str:
    file: str = lib.evaluate(
        """([events, stamp, product]) => calendarFile(
          events.map((event) => ("due" in event ? { ...event, due: new Date(event.due) } : event)),
          { stamp: new Date(stamp), product },
        )""",
        [events, stamp, product],
    )
    return file


def written_texts(lib: Page, texts: list[str]) -> str:
    """One event for each text; as UTF-16 in hexadecimal, since JSON cannot carry lone surrogates."""
    file: str = lib.evaluate(
        """(texts) => calendarFile(
          texts.map((hex) => {
            const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
            const text = units.map((unit) => String.fromCharCode(unit)).join("");
            return {
              uid: "a", sequence: 0, title: text, description: text, alarm: null,
              from: "2026-12-22", until: "2026-12-22",
            };
          }),
          { stamp: new Date(0), product: "" },
        )""",
        [text.encode("utf-16-be", "surrogatepass").hex() for text in texts],
    )
    return file


def read(file: str) -> list[Component]:
    return Calendar.from_ical(file.encode()).walk("VEVENT")


def random_text(random: Random) -> str:
    pieces = random.choice((0, 1, 3, 20, 60)) if random.randrange(500) else 5_000
    return "".join(
        random.choice(PIECES) if random.randrange(4) else chr(random.randrange(0x110000))
        for _ in range(pieces)
    )


def is_carried(character: str) -> bool:
    code = ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return character in "\t\n" or not (
        noncharacter or unicodedata.category(character) in ("Cc", "Cs")
    )


def as_carried(text: str) -> str:
    paired = text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "surrogatepass")
    return "".join(filter(is_carried, re.sub("|".join(NEWLINES), "\n", paired)))


def test_a_small_plan_makes_this_very_file(lib: Page) -> None:
    assert written(lib, DEADLINE, ALL_DAY) == FILE.replace("\n", "\r\n")


def test_every_line_to_the_last_ends_with_crlf_and_has_no_other_break(lib: Page) -> None:
    lines = written_texts(lib, list(NEWLINES)).split("\r\n")

    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert [line for line in lines if re.search(r"[\r\n\u2028\u2029]", line)] == []


def test_it_is_no_invitation_and_takes_no_time_of_the_calendar(lib: Page) -> None:
    calendar = Calendar.from_ical(written(lib, DEADLINE, ALL_DAY))

    assert list(calendar) == ["VERSION", "PRODID", "CALSCALE"]
    assert [event["TRANSP"] for event in calendar.walk("VEVENT")] == ["TRANSPARENT"] * 2


def test_a_file_without_events_is_a_mistake(lib: Page) -> None:
    with pytest.raises(Error, match="needs an event"):
        written(lib)


@pytest.mark.parametrize("number", [500, pytest.param(20_000, marks=pytest.mark.slow)])
def test_any_text_comes_back_whole_from_lines_of_75_octets(lib: Page, number: int) -> None:
    random = Random(number)  # noqa: S311
    texts = [random_text(random) for _ in range(number)]
    for start in range(0, number, 2_000):
        batch = texts[start : start + 2_000]
        file = written_texts(lib, batch)
        carried = [as_carried(text) for text in batch]

        assert max(len(line) for line in file.encode().split(b"\r\n")) == 75
        assert [(event["SUMMARY"], event.get("DESCRIPTION", "")) for event in read(file)] == [
            (text, text) for text in carried
        ]


def test_what_names_the_step_and_the_product_is_text_too(lib: Page) -> None:
    name = "a;b,c\\d\nEND:VCALENDAR"
    calendar = Calendar.from_ical(written(lib, {**ALL_DAY, "uid": name}, product=name))

    assert (calendar["PRODID"], calendar.walk("VEVENT")[0]["UID"]) == (name, name)


def test_a_line_folds_after_75_octets_and_the_space_counts(lib: Page) -> None:
    file = written(lib, {**ALL_DAY, "title": "x" * 200})

    assert f"\r\nSUMMARY:{'x' * 67}\r\n {'x' * 74}\r\n {'x' * 59}\r\n" in file


def test_a_fold_parts_no_code_point(lib: Page) -> None:
    file = written(lib, {**ALL_DAY, "title": "x" * 65 + "🇫🇷"})

    assert f"\r\nSUMMARY:{'x' * 65}\r\n 🇫🇷\r\n" in file


@pytest.mark.parametrize(("text", "escape"), [("\n", r"\n"), (",", r"\,"), ("\\", r"\\")])
def test_a_fold_parts_no_escape(lib: Page, text: str, escape: str) -> None:
    file = written(lib, {**ALL_DAY, "title": "x" * 66 + text})

    assert f"\r\nSUMMARY:{'x' * 66}\r\n {escape}\r\n" in file


def test_the_same_plan_is_the_same_file(lib: Page) -> None:
    assert written(lib, DEADLINE, ALL_DAY) == written(lib, DEADLINE, ALL_DAY)


def test_a_second_import_of_the_same_plan_changes_nothing(lib: Page) -> None:
    first = written(lib, DEADLINE, ALL_DAY)
    later = written(lib, DEADLINE, ALL_DAY, stamp="2026-12-15T08:00:00Z")

    assert later.replace("DTSTAMP:20261215T080000Z", "DTSTAMP:20261208T150405Z") == first
    assert [(event["UID"], event["SEQUENCE"]) for event in read(later)] == [
        ("thank-you@example", 0),
        ("call@example", 2),
    ]


def test_a_changed_step_keeps_its_uid_and_raises_its_sequence(lib: Page) -> None:
    [event] = read(written(lib, {**ALL_DAY, "sequence": 3, "until": "2026-12-24"}))

    assert (event["UID"], event["SEQUENCE"]) == ("call@example", 3)


@pytest.mark.some(3)
@pytest.mark.parametrize(("zone", "instant"), ZONES.items())
def test_days_are_the_same_in_every_zone_and_the_deadline_is_an_instant(
    browser: Browser, url: str, zone: str, instant: str
) -> None:
    page = opened(browser, url, zone)
    file = page.evaluate(
        """() => {
          const told = { uid: "a", sequence: 0, title: "", description: "", alarm: null };
          return calendarFile([
            { ...told, from: "2026-09-05", until: "2026-09-06" }, // Santiago skips a midnight
            { ...told, from: "2026-10-25", until: "2026-10-25" }, // Paris and London go back
            { ...told, from: "2026-12-31", until: "2026-12-31" },
            { ...told, due: instantOf("2026-12-09", { hours: 11, minutes: 30 }) },
          ], { stamp: new Date(0), product: "" });
        }"""
    )
    page.context.close()

    assert re.findall(r"^DT(?:START|END).*(?=\r)", file, re.MULTILINE) == [
        "DTSTART;VALUE=DATE:20260905",
        "DTEND;VALUE=DATE:20260907",
        "DTSTART;VALUE=DATE:20261025",
        "DTEND;VALUE=DATE:20261026",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        f"DTSTART:{instant}",
    ]


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("day", "next_day"),
    [
        ("2026-12-08", date(2026, 12, 9)),
        ("2026-12-31", date(2027, 1, 1)),
        ("2027-02-28", date(2027, 3, 1)),
        ("2028-02-28", date(2028, 2, 29)),
        ("2028-02-29", date(2028, 3, 1)),
    ],
)
def test_a_step_of_one_day_ends_where_the_next_day_begins(
    lib: Page, day: str, next_day: date
) -> None:
    [event] = read(written(lib, {**ALL_DAY, "from": day, "until": day}))

    assert event.decoded("DTSTART") == date.fromisoformat(day)
    assert event.decoded("DTEND") == next_day


def test_a_deadline_is_an_instant_without_length(lib: Page) -> None:
    [event] = read(written(lib, DEADLINE))

    assert event.decoded("DTSTART").isoformat() == "2026-12-09T10:30:00+00:00"
    assert "DTEND" not in event


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("event", "alarm", "trigger"),
    [
        (ALL_DAY, 540, timedelta(hours=9)),
        (DEADLINE, -120, timedelta(hours=-2)),
        (DEADLINE, -90, timedelta(minutes=-90)),
        (ALL_DAY, 30, timedelta(minutes=30)),
        (DEADLINE, 0, timedelta()),
    ],
)
def test_an_alarm_shows_the_title_so_long_from_the_start(
    lib: Page, event: dict[str, Any], alarm: int, trigger: timedelta
) -> None:
    [component] = read(written(lib, {**event, "alarm": alarm}))
    [read_back] = component.walk("VALARM")

    assert read_back.decoded("TRIGGER") == trigger
    assert (read_back["ACTION"], read_back["DESCRIPTION"]) == ("DISPLAY", event["title"])


def test_a_step_may_have_no_alarm(lib: Page) -> None:
    [event] = read(written(lib, {**ALL_DAY, "alarm": None}))

    assert event.walk("VALARM") == []


@pytest.mark.parametrize("description", ["", "\0"])
def test_a_description_that_says_nothing_is_left_out(lib: Page, description: str) -> None:
    [event] = read(written(lib, {**ALL_DAY, "alarm": None, "description": description}))

    assert "DESCRIPTION" not in event
