"""The dates of the plan: pure rules, civil dates in and out, nothing read and no clock.

The twin of overrides/dates/follow-up.js; both run tests/vectors/follow-up.json.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Through = Literal["employer", "agency"]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COUNTED = ("days", "weeks", "working-days")
READING = re.compile(
    rf"nothing|date|{'|'.join(COUNTED)}|end-of-month|end-of-next-month"
    rf"|(?P<weekday>{'|'.join(WEEKDAYS)})-(?P<week>this-week|next-week|week-after-next)"
    r"|until-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])"
)
"""How what the employer said can be read; docs/data/follow-up.yml says what each means."""
ONE_DAY = timedelta(days=1)
LONGEST_DELAY = 365
SATURDAY = 5
WORKING_WEEK = frozenset(range(SATURDAY))


@dataclass(frozen=True)
class Delays:
    """The numbers of docs/data/follow-up.yml, in days and in Monday-to-Sunday weeks.

    `promise_days` are counted from the last day of a promise. Where no week is quiet, as through a
    recruitment agency, a promise is a day that was agreed.
    """

    thank_you_days: int
    quiet_weeks: int
    call_days: int
    promise_days: int = 1


@dataclass(frozen=True)
class Absence:
    """When the contact is away: weekdays, 0 for Monday, and periods, first and last day included.

    Raises:
        ValueError: the contact is away on all five weekdays, so that no call is ever possible.

    """

    weekdays: frozenset[int] = frozenset()
    periods: tuple[tuple[date, date], ...] = ()

    def __post_init__(self) -> None:
        if self.weekdays >= WORKING_WEEK:
            raise ValueError("the contact must be there on at least one weekday")

    def covers(self, day: date) -> bool:
        """Tell whether the contact is away on a day."""
        return day.weekday() in self.weekdays or any(
            start <= day <= end for start, end in self.periods
        )


NEVER = Absence()


@dataclass(frozen=True)
class Skipped:
    """A day on which not to call: a public holiday, a day when the contact is away, or a weekend.

    `holiday` is the day's value in the public holidays.
    """

    day: date
    holiday: str | None
    away: bool


@dataclass(frozen=True)
class Plan:
    """The dated steps of one interview.

    `quiet_until`, where there is one, is the last day on which not to follow up. `patience`, where
    there is one, is the first and last day between it and `call_from`, the first day on which to
    call. `skipped` are the days that moved the call.
    """

    thank_you_by: date
    promised: date | None
    quiet_until: date | None
    patience: tuple[date, date] | None
    call_from: date
    skipped: tuple[Skipped, ...]


def promised_day(
    interview: date,
    reading: str,
    promised: date | None = None,
    number: int | None = None,
    holidays: Mapping[date, str] | None = None,
) -> date | None:
    """Return the last day on which the employer said they would reply, None if nothing was said.

    `promised` is the day itself, for the reading `date`; `number` counts the days, weeks or working
    days of the readings that count, from the day after the interview.

    Raises:
        ValueError: the reading wants a date on or after the interview, or a number from 1 to 365,
            and has none.

    """
    if reading == "nothing":
        return None
    if reading == "date":
        if promised is None or promised < interview:
            raise ValueError(f"a promised date on or after {interview} is needed, not {promised}")
        return promised
    if reading == "end-of-month":
        return _end_of_month(interview)
    if reading == "end-of-next-month":
        return _end_of_month(_end_of_month(interview) + ONE_DAY)
    if reading not in COUNTED:
        return _named_day(interview, reading)
    if number is None or not 1 <= number <= LONGEST_DELAY:
        raise ValueError(f"a number from 1 to {LONGEST_DELAY} is needed, not {number}")
    if reading != "working-days":
        return interview + timedelta(days=number * (7 if reading == "weeks" else 1))
    return _working_days_after(interview, number, holidays or {})


def plan(
    interview: date,
    promised: date | None,
    delays: Delays,
    holidays: Mapping[date, str],
    away: Absence = NEVER,
    counted_from: date | None = None,
) -> Plan:
    """Return the dated steps that follow an interview.

    `holidays` maps each public holiday at the employer's place to its name. `counted_from` is the
    day of a later « not yet »: all but the thank-you then counts from there.
    """
    start = counted_from or interview
    if promised is None:
        quiet_until = _sunday(start) + timedelta(weeks=delays.quiet_weeks - 1)
        earliest = max(start + timedelta(days=delays.call_days), quiet_until + ONE_DAY)
    else:
        quiet_until = promised
        earliest = promised + timedelta(days=delays.promise_days)
    call_from = next_day_to_call(earliest, holidays, away)
    off = (earliest + timedelta(days=i) for i in range((call_from - earliest).days))
    is_quiet = delays.quiet_weeks > 0
    patience = (quiet_until + ONE_DAY, call_from - ONE_DAY)
    return Plan(
        thank_you_by=interview + timedelta(days=delays.thank_you_days),
        promised=promised,
        quiet_until=quiet_until if is_quiet else None,
        patience=patience if is_quiet and patience[0] <= patience[1] else None,
        call_from=call_from,
        skipped=tuple(
            Skipped(day, holidays.get(day), is_working_day(day, holidays)) for day in off
        ),
    )


def usual_day(
    interview: date, working_days: int, holidays: Mapping[date, str], away: Absence = NEVER
) -> date:
    """Return the day from which people usually follow up, some working days after an interview."""
    return next_day_to_call(_working_days_after(interview, working_days, holidays), holidays, away)


def is_working_day(day: date, holidays: Mapping[date, str]) -> bool:
    """Tell whether a day is Monday to Friday and no public holiday (« jour ouvré »)."""
    return day.weekday() < SATURDAY and day not in holidays


def next_day_to_call(day: date, holidays: Mapping[date, str], away: Absence = NEVER) -> date:
    """Return `day` itself if it is a working day and the contact is there, else the first after."""
    while not is_working_day(day, holidays) or away.covers(day):
        day += ONE_DAY
    return day


def _named_day(interview: date, reading: str) -> date:
    """Return the weekday or the day of the year that a reading names, on or after the interview."""
    found = READING.fullmatch(reading)
    if found is None:
        raise ValueError(f"unknown reading: {reading}")
    if found["month"]:
        day = date(interview.year, int(found["month"]), int(found["day"]))
        return day if day >= interview else day.replace(year=day.year + 1)
    weekday = WEEKDAYS.index(found["weekday"])
    if found["week"] == "this-week":
        return interview + timedelta(days=(weekday - interview.weekday()) % 7)
    weeks = 0 if found["week"] == "next-week" else 1
    return _sunday(interview) + timedelta(weeks=weeks, days=weekday + 1)


def _working_days_after(day: date, number: int, holidays: Mapping[date, str]) -> date:
    for _ in range(number):
        day = next_day_to_call(day + ONE_DAY, holidays)
    return day


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _sunday(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())
