"""The dates of examples, computed as those of a reader are."""

from datetime import date, timedelta

from macros.content.models.language import Duration
from macros.content.models.places import Place
from macros.edition import Edition
from macros.follow_up import Plan, plan, promised_day

A_MONDAY = date(2001, 1, 1)


def plan_of_example(edition: Edition, name: str) -> tuple[date, Plan]:
    """Return the interview of an example of follow-up.yml, and its plan."""
    follow_up = edition.content.follow_up
    example = follow_up.examples[name]
    promise = next(each for each in follow_up.promises if each.id == example.promise)
    places = edition.content.places
    holidays = holidays_at(edition, places.of_examples(edition.lang))
    promised = promised_day(
        example.interview, promise.reading, example.promised, promise.number, holidays
    )
    return example.interview, plan(example.interview, promised, edition.delays(), holidays)


def holidays_at(edition: Edition, place: Place) -> dict[date, str]:
    """Return what each day off of a place is called."""
    days = edition.content.days_off[place.id]
    return {day: each.names[edition.lang] for day, each in days.items()}


def weekday_rows(edition: Edition) -> list[list[str]]:
    """Return, for an interview on each weekday without promise or holiday, the days that follow.

    The first row is the heading.
    """
    language, lang = edition.content.language, edition.lang
    rows = [[edition.word(f"weekday-table.{key}") for key in ("interview", "quiet", "call")]]
    for number in range(5):
        interview = A_MONDAY + timedelta(days=number)
        steps = plan(interview, None, edition.delays(), {})
        cells = [
            edition.word(
                "weekday-table.after",
                weekday=language.weekday(day, lang),
                delay=language.duration(Duration(number=(day - interview).days, unit="days"), lang),
            )
            for day in (steps.quiet_until, steps.call_from)
            if day is not None
        ]
        rows.append([language.weekday(interview, lang), *cells])
    return rows
