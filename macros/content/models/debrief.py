"""docs/data/debrief.yml: the sheet that is filled in after each interview."""

from typing import Annotated

from pydantic import Field

from macros.content.models.base import FromPoints, Hint, Id, Model, PointId, Text


class PreciseQuestion(FromPoints):
    """A question to oneself after an interview."""

    id: Id
    ask: Text
    hint: Hint | None = None


class DebriefQuestion(PreciseQuestion):
    """A question of the article's; `recalled` heads its answer among the lessons of all interviews.

    Each line of the one with `items` becomes an item to tick before the next interview.
    """

    items: bool = False
    recalled: Text | None = None


class Rating(FromPoints):
    """Something to say of oneself, with which one agrees more or less."""

    id: Id
    says: Text


class Degree(Model):
    """How far one agrees."""

    id: Id
    text: Text


class Debrief(Model):
    """docs/data/debrief.yml: the sheet that is filled in after each interview."""

    questions: Annotated[list[DebriefQuestion], Field(min_length=1)]
    precise_points: list[PointId]  # what is done by whoever answers one
    precise: list[PreciseQuestion]
    ratings_points: list[PointId]
    ratings: list[Rating]
    scale: Annotated[list[Degree], Field(min_length=1)]
