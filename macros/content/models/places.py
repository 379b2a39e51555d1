"""The types of docs/data/places.yml: where the person to call works, and the days off there."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.content.models.base import Address, Both, CivilDate, Line, Model, PlaceId, Text, formed
from macros.languages import LANGUAGES, Lang

RULES = ("date", "easter", "weekday", "dates", "like", "of_package")
SOON = 3  # years: an interview may lie a year ahead, and a copy of the guide may be old
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Country = Annotated[str, formed("place", r"[A-Z]{2}")]
MonthAndDay = Annotated[
    str,
    formed(
        "month-and-day",
        r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31",
    ),
]
Scope = Annotated[str, formed("place", r"all|[A-Z]{2}")]  # the country of our names, or every one
Year = Annotated[int, Field(ge=2020, le=2100)]


def _quoted(value: Any) -> Any:
    return f"{value}" if isinstance(value, int) else value


class NthWeekday(Model):
    """The first Monday of August, the last one of September."""

    day: Weekday
    month: Annotated[int, Field(ge=1, le=12)]
    week: Literal[-1, 1, 2, 3, 4]


class LikeDay(Model):
    """A day that the package knows of elsewhere, and how many days from it on count."""

    country: Country
    subdivision: str | None = None
    name: str
    days: Annotated[int, Field(ge=1, le=7)] = 1


class Day(Model):
    """A day off besides those of the package, or a note to one of those.

    `note` is read after the name: why a day counts that only some keep.
    """

    name: Text | None = None
    date: MonthAndDay | None = None
    easter: Annotated[int, Field(ge=-100, le=200)] | None = None
    weekday: NthWeekday | None = None
    dates: Annotated[list[CivilDate], Field(min_length=1)] | None = None
    like: LikeDay | None = None
    of_package: str | None = None
    only_on: list[Weekday] = Field(default_factory=list)
    note: Text | None = None

    @model_validator(mode="after")
    def _one_rule(self) -> "Day":
        given = [rule for rule in RULES if getattr(self, rule) is not None]
        if len(given) != 1:
            raise PydanticCustomError("one_rule", "", {"rules": RULES})
        if (self.name is None) != (self.of_package is not None):
            raise PydanticCustomError("named_day", "")
        if self.of_package is not None and self.note is None:
            raise PydanticCustomError("noted_day", "")
        return self


class Replaced(Model):
    """On which weekdays a day off is made up on the next working day, and why that counts."""

    on: Annotated[list[Weekday], Field(min_length=1)]
    except_for: list[str] = Field(default_factory=list)
    note: Text


class Source(Model):
    """The authority's page; `checked` only once somebody has read it."""

    url: Address
    checked: CivilDate | None = None


class Place(Model):
    """Where the person to call works; without a country only weekends are skipped.

    With `all_parts` it is a whole country, and a day off in any of its parts counts.
    """

    id: PlaceId
    label: Text
    country: Country | None = None
    all_parts: bool = False
    subdivision: Annotated[str, BeforeValidator(_quoted)] | None = None
    source: Source | None = None
    note: Text | None = None
    replaced: Replaced | None = None
    days: list[Day] = Field(default_factory=list)

    @model_validator(mode="after")
    def _source_of_a_country(self) -> "Place":
        if (self.country is None) != (self.source is None):
            raise PydanticCustomError("source_of_a_country", "")
        return self


class DayName(Both[Line | None]):
    """Our own name for a day of the package, in the languages that need it."""

    __annotations__ = dict.fromkeys(LANGUAGES, Annotated[Line | None, Field(default=None)])


class ExamplePlaces(Both[PlaceId]):
    """The place of the examples of each edition."""


class Places(Model):
    """docs/data/places.yml."""

    first_year: Year
    last_year: Year
    reviewed: CivilDate
    without_place: PlaceId
    examples_in: ExamplePlaces
    asked_in: dict[Lang, Annotated[list[PlaceId], Field(min_length=1)]]
    some_parts: Text
    places: Annotated[list[Place], Field(min_length=1)]
    names: dict[Scope, dict[str, DayName]]

    def parts_of(self, place: Place) -> list[Place]:
        """Return the parts of a country."""
        return [each for each in self.places if each.id.startswith(f"{place.id}-")]

    def of_examples(self, lang: Lang) -> Place:
        """Return the place of the examples of an edition."""
        return next(place for place in self.places if place.id == self.examples_in[lang])

    @property
    def runs_out(self) -> bool:
        """Whether the known years end soon, seen from the last review: a build has no clock."""
        return self.last_year < self.reviewed.year + SOON

    def years_left(self, today: date) -> int:
        """Return how many years are known after that of a day."""
        return self.last_year - today.year

    @property
    def unchecked(self) -> list[Place]:
        """The places whose days nobody has checked against the authority's page."""
        return [place for place in self.places if place.source and place.source.checked is None]
