"""docs/data/follow-up.yml: the rules of the dates, what may be promised, and how the waiting ends."""

from calendar import monthrange
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from macros.content.models.base import (
    Both,
    CivilDate,
    FromPoints,
    Id,
    Line,
    Model,
    PointId,
    Text,
    formed,
)
from macros.content.models.language import Duration
from macros.follow_up import COUNTED, READING


def _in_every_year(reading: str) -> str:
    found = READING.fullmatch(reading)
    if found and found["month"] and int(found["day"]) > monthrange(2001, int(found["month"]))[1]:
        raise PydanticCustomError("day_of_no_year", "", {"day": f"{found['month']}-{found['day']}"})
    return reading


Reading = Annotated[str, formed("reading", READING.pattern), AfterValidator(_in_every_year)]


class Source(Model):
    """The points of the article that give a rule, and its reason."""

    points: list[PointId]
    reason: Text


class Rule(Source):
    """A rule in force beside the one of the article."""

    value: Duration
    article: Duration
    done_by: Id | None = None


class Rules(Model):
    """The four rules of the plan."""

    thank_you: Annotated[Rule, Field(alias="thank-you")]
    quiet: Rule
    call: Rule
    promise: Source

    def all(self) -> "dict[str, Source]":
        """Return the four rules by the name that scripts call them by."""
        return {name: getattr(self, name) for name in type(self).model_fields}

    def durations(self) -> dict[str, Rule]:
        """Return the rules that have a value, by the name that texts call them by."""
        return {"thank-you": self.thank_you, "quiet": self.quiet, "call": self.call}

    @field_validator("thank_you")
    @classmethod
    def _whole_days(cls, rule: Rule) -> Rule:
        return _unit(rule, "hours", multiple=24)

    @field_validator("quiet")
    @classmethod
    def _calendar_weeks(cls, rule: Rule) -> Rule:
        return _unit(rule, "calendar-weeks")

    @field_validator("call")
    @classmethod
    def _days_or_weeks(cls, rule: Rule) -> Rule:
        return _unit(rule, "days", "weeks")


def _unit(rule: Rule, *units: str, multiple: int = 1) -> Rule:
    if rule.value.unit not in units:
        raise PydanticCustomError("unit", "", {"unit": rule.value.unit, "units": units})
    if rule.value.number % multiple:
        raise PydanticCustomError(
            "multiple", "", {"number": rule.value.number, "multiple": multiple}
        )
    return rule


class AgencyRule(Model):
    """A number of days where a recruitment agency speaks for the employer, and why."""

    days: Annotated[int, Field(ge=0, le=30)]
    reason: Text


class Agency(Model):
    """What holds instead of the article's rules through a recruitment agency; an addition."""

    thank_you: Annotated[AgencyRule, Field(alias="thank-you")]
    call: AgencyRule
    promise: AgencyRule
    sites: Annotated[list[Id], Field(min_length=1)]


class Promise(Model):
    """What the employer may have said about the reply, and how it is read."""

    id: Id
    reading: Reading
    number: Annotated[int, Field(ge=1, le=365)] | None = None
    label: Text
    chip: Text

    @property
    def counts(self) -> bool:
        """Whether it is a number of days, weeks or working days."""
        return self.reading in COUNTED

    @model_validator(mode="after")
    def _number_where_it_counts(self) -> "Promise":
        if self.number and not self.counts:
            raise PydanticCustomError("number_without_unit", "")
        return self


class Chips(Both[Annotated[list[Id], Field(min_length=1)]]):
    """The promises that stand on buttons of their own, in each edition."""


Outcome = Literal[
    "invited", "not-yet-date", "not-yet", "yes", "no", "reached", "message", "no-answer"
]


class Ending(Model):
    """What is left to do once the waiting has ended: a sentence until `check` is ticked, and after."""

    today: Text
    check: Text
    done: Text
    steps: Annotated[list[Id], Field(min_length=1)]


class ClosingStep(FromPoints):
    """A step after the waiting: it says points of the article, or is an addition."""

    page: str | None = None
    title: Text
    text: Text


class Endings(Model):
    """Every way in which the waiting ends: three kinds of news, three outcomes of a call."""

    invited: Ending
    no: Ending
    yes: Ending
    reached: Ending
    message: Ending
    no_answer: Annotated[Ending, Field(alias="no-answer")]

    def all(self) -> dict[str, Ending]:
        """Return the endings by the name that scripts and data call them by."""
        return {
            info.alias or name: getattr(self, name)
            for name, info in type(self).model_fields.items()
        }


class Example(Model):
    """An interview of the worked examples."""

    interview: CivilDate
    promise: Id
    promised: CivilDate | None = None


class FollowUp(Model):
    """docs/data/follow-up.yml."""

    rules: Rules
    agency: Agency
    promises: list[Promise]
    chips: Chips
    endings: Endings
    outcomes: dict[Outcome, Line]
    closing_steps: dict[Id, ClosingStep]
    examples: dict[Id, Example]
