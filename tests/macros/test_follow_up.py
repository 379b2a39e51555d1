"""The dates of the plan in Python; tests/browser/test_lib.py runs the same vectors."""

from datetime import date
from typing import Any

import pytest

from macros.follow_up import READING, Absence, Delays, Plan, Skipped, plan, promised_day, usual_day
from tests.conftest import CONTENT
from tests.vectors import vectors

ARTICLE = Delays(thank_you_days=1, quiet_weeks=1, call_days=14)
AGENCY = Delays(thank_you_days=0, quiet_weeks=0, call_days=0, promise_days=0)
HOLIDAYS = {
    place: {day: each.names["fr"] for day, each in days.items()}
    for place, days in CONTENT.days_off.items()
}
FRANCE = HOLIDAYS["FR"]


def absence(away: dict[str, Any] | None) -> Absence:
    if away is None:
        return Absence()
    return Absence(
        weekdays=frozenset(away["weekdays"]),
        periods=tuple(
            (date.fromisoformat(start), date.fromisoformat(end)) for start, end in away["periods"]
        ),
    )


def reason(skipped: Skipped) -> str:
    return skipped.holiday or ("away" if skipped.away else "weekend")


def as_expected(steps: Plan) -> dict[str, Any]:
    """Return a plan as the vectors write it."""
    return {
        "thank_you_by": iso(steps.thank_you_by),
        "promised": iso(steps.promised),
        "quiet_until": iso(steps.quiet_until),
        "patience": steps.patience and [iso(day) for day in steps.patience],
        "call_from": iso(steps.call_from),
        "skipped": [[iso(each.day), reason(each)] for each in steps.skipped],
    }


def iso(value: object) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("case", vectors("follow-up"), ids=lambda case: case["why"])
def test_a_plan_is_as_the_vector_says(case: dict[str, Any]) -> None:
    given = case["given"]
    interview = date.fromisoformat(given["interview"])
    promised = given["promised"] and date.fromisoformat(given["promised"])

    start = date.fromisoformat(given.get("news", given["interview"]))
    there = HOLIDAYS[given["place"]]

    until = promised_day(start, given["reading"], promised, given["number"], there)
    delays = AGENCY if given.get("through") == "agency" else ARTICLE
    steps = plan(interview, until, delays, there, absence(given.get("away")), start)

    assert case["expect"] == as_expected(steps)


@pytest.mark.parametrize("case", vectors("usual"), ids=lambda case: case["why"])
def test_the_usual_day_is_as_the_vector_says(case: dict[str, Any]) -> None:
    given = case["given"]
    usual = CONTENT.practices.usual_in(given["place"], given["through"])
    found = usual and {
        "channel": usual.channel,
        "day": iso(
            usual_day(
                date.fromisoformat(given["interview"]),
                usual.working_days,
                HOLIDAYS[given["place"]],
                absence(given.get("away")),
            )
        ),
    }

    assert found == case["expect"]


# Said on Tuesday 1 December 2026, and how an editor writes it; the last ones have no day.
HEARD = [
    ("d’ici vendredi", "friday-this-week", None, "2026-12-04"),
    ("jeudi au plus tard", "thursday-this-week", None, "2026-12-03"),
    ("lundi prochain", "monday-next-week", None, "2026-12-07"),
    ("la semaine prochaine", "friday-next-week", None, "2026-12-11"),
    ("dans trois semaines", "weeks", 3, "2026-12-22"),
    ("sous dix jours ouvrés", "working-days", 10, "2026-12-15"),
    ("avant la Saint-Sylvestre", "until-12-30", None, "2026-12-30"),
    ("d’ici la fin janvier", "end-of-next-month", None, "2027-01-31"),
    ("avant l’Épiphanie", "until-01-05", None, "2027-01-05"),
    ("on vous rappellera", "nothing", None, None),
    ("by close of play today", "tuesday-this-week", None, "2026-12-01"),
    ("by Monday", "monday-this-week", None, "2026-12-07"),
    ("towards the end of next week", "friday-next-week", None, "2026-12-11"),
    ("the Tuesday after next", "tuesday-week-after-next", None, "2026-12-15"),
    ("within ten days", "days", 10, "2026-12-11"),
    ("in five working days", "working-days", 5, "2026-12-08"),
    ("in about a month", "weeks", 4, "2026-12-29"),
    ("before the new year", "until-12-31", None, "2026-12-31"),
    ("by Twelfth Night", "until-01-05", None, "2027-01-05"),
    ("in due course", "nothing", None, None),
]


@pytest.mark.parametrize(("phrase", "reading", "number", "until"), HEARD)
def test_what_people_say_is_read_by_data_alone(
    phrase: str, reading: str, number: int | None, until: str | None
) -> None:
    assert READING.fullmatch(reading), phrase
    assert iso(promised_day(date(2026, 12, 1), reading, number=number, holidays=FRANCE)) == until


@pytest.mark.parametrize(
    "reading", ["soon", "friday", "next-week", "friday-last-week", "until-13-01"]
)
def test_a_reading_of_another_form_is_refused(reading: str) -> None:
    with pytest.raises(ValueError, match=f"unknown reading: {reading}"):
        promised_day(date(2026, 12, 1), reading)


def test_a_promise_before_the_interview_is_refused() -> None:
    with pytest.raises(ValueError, match="on or after 2026-12-01"):
        promised_day(date(2026, 12, 1), "date", date(2026, 11, 30))


def test_a_promised_date_that_is_not_given_is_refused() -> None:
    with pytest.raises(ValueError, match="not None"):
        promised_day(date(2026, 12, 1), "date")


@pytest.mark.parametrize("number", [None, 0, -1, 366])
def test_a_delay_that_cannot_be_meant_is_refused(number: int | None) -> None:
    with pytest.raises(ValueError, match="a number from 1 to 365"):
        promised_day(date(2026, 12, 1), "days", number=number)


def test_a_contact_who_is_never_there_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one weekday"):
        Absence(weekdays=frozenset({0, 1, 2, 3, 4}))


def test_ten_days_instead_of_two_weeks_move_the_call() -> None:
    ten_days = Delays(thank_you_days=1, quiet_weeks=1, call_days=10)

    assert date(2026, 12, 4) == plan(date(2026, 11, 24), None, ten_days, FRANCE).call_from


def test_the_call_never_comes_before_the_quiet_period_is_over() -> None:
    three_days = Delays(thank_you_days=1, quiet_weeks=1, call_days=3)

    assert date(2026, 11, 30) == plan(date(2026, 11, 24), None, three_days, FRANCE).call_from


def test_two_quiet_weeks_end_on_the_second_sunday() -> None:
    two_weeks = Delays(thank_you_days=1, quiet_weeks=2, call_days=14)

    assert date(2026, 12, 6) == plan(date(2026, 11, 24), None, two_weeks, FRANCE).quiet_until
