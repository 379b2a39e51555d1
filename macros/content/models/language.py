"""docs/data/language.yml: how each language writes and reads dates, numbers and durations."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.content.models.base import Line, Model, Names, Pace, Template, Text
from macros.languages import LANGUAGES, Lang, named


def _so_many(count: int) -> AfterValidator:
    def check(names: Names) -> Names:
        found = {lang: len(names[lang]) for lang in LANGUAGES}
        if any(number != count for number in found.values()):
            said = ", ".join(f"{number} en {named(lang)}" for lang, number in found.items())
            raise PydanticCustomError("count", "", {"count": count, "found": said})
        return names

    return AfterValidator(check)


class Counted(Model):
    """What is counted, for one and for several; {n} is the number."""

    one: Template
    other: Template


class Typed(Model):
    """The words that people type in a date, a time or a number, of every language together."""

    relative_days: dict[Line, int]
    last: list[Line]
    next: list[Line]
    this: list[Line]
    beside_dates: list[Line]
    ordinals: list[Line]
    orders: dict[str, Literal["month", "either"]]
    numbers: dict[Line, int]
    clock: dict[Line, Line]
    minutes: dict[Line, int]
    morning: list[Line]
    afternoon: list[Line]
    hours: list[Line]
    beside_times: list[Line]
    units: dict[Literal["days", "weeks", "working-days"], list[Line]]


class Duration(Model):
    """A number of hours, of days, of weeks, or of Monday-to-Sunday weeks."""

    number: Annotated[int, Field(ge=1, le=366)]
    unit: Literal["hours", "days", "weeks", "calendar-weeks"]


class Language(Model):
    """How each language writes and reads dates, numbers and durations."""

    weekdays: Annotated[Names, _so_many(7)]
    months: Annotated[Names, _so_many(12)]
    first_of_month: Text
    short_day: Template
    numbers: Names
    units: dict[Literal["hours", "days", "weeks", "calendar-weeks"], Counted]
    time: Template
    on_the_hour: Template
    typed: Typed
    spoken_words_per_minute: Pace

    def weekday(self, day: date, lang: Lang) -> str:
        """Return the name of the day's weekday."""
        return self.weekdays[lang][day.weekday()]

    def month(self, day: date, lang: Lang) -> str:
        """Return the name of the day's month."""
        return self.months[lang][day.month - 1]

    def day_of_month(self, day: date, lang: Lang) -> str:
        """Return the day's number, « 1er » for the first in French."""
        return self.first_of_month[lang] if day.day == 1 else str(day.day)

    def duration(self, duration: "Duration", lang: Lang) -> str:
        """Return « deux semaines », “24 hours”: in words where the language has the word."""
        names, number = self.numbers[lang], duration.number
        in_words = duration.unit != "hours" and number < len(names)
        counted = self.units[duration.unit]
        template = (counted.one if number == 1 else counted.other)[lang]
        return template.format(n=names[number] if in_words else number)
