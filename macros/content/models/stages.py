"""docs/data/stages.yml: where a reader stands on a day, and what they are asked and proposed then."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.content.models.base import Id, Line, Model, Template, Text

Fact = Literal[
    "first",
    "later",
    "agency",
    "to-come",
    "tomorrow",
    "morning",
    "just-held",
    "thank-due",
    "thank-missed",
    "people-unknown",
    "place-unknown",
    "may-call",
    "closed",
    "nothing-left",
    "invited",
    "no",
    "yes",
    "reached",
    "message",
    "no-answer",
]
ENDINGS = ("invited", "no", "yes", "reached", "message", "no-answer")
# Every interview is one of the two: a stage without other facts must stand for each.
SURE = ("first", "later")
# What a sentence may name, and of it what is not always known.
NAMES = ("interview", "starts", "by", "until", "call-from", "next")
SOMETIMES = frozenset({"starts", "until"})
QUESTION = "question"


class Stage(Model):
    """A stage: what must be so, the sentence of the day, the tasks, and what is proposed after them."""

    id: Id
    when: list[Fact]
    headline: Id | None = None  # an ending has its own
    tasks: list[Id]
    propose: list[Id]

    @property
    def ending(self) -> str | None:
        """The end of the waiting that makes it."""
        return next((fact for fact in self.when if fact in ENDINGS), None)

    @model_validator(mode="after")
    def _one_headline(self) -> "Stage":
        if (self.headline is None) != (self.ending is not None):
            raise PydanticCustomError("one_headline", "")
        return self


class Task(Model):
    """Something to do: one tick among those of `item`, `checklist`, `step` or `questions`, or its own."""

    id: Id
    item: Id | None = None
    checklist: Id | None = None
    step: Id | None = None
    questions: Literal[True] | None = None
    when: list[Fact] = Field(default=[])
    mark: Literal["addition", "reading"] | None = None
    short: Text | None = None
    say: list[Template] = Field(default=[])
    check: Text | None = None
    page: Line | None = None
    link: Text | None = None

    @property
    def sources(self) -> int:
        """How many of the things it is done by it names."""
        return sum(
            each is not None for each in (self.item, self.checklist, self.step, self.questions)
        )

    @model_validator(mode="after")
    def _one_source(self) -> "Task":
        if self.sources > 1:
            raise PydanticCustomError("one_source", "")
        if not self.say and (self.sources == 0 or self.questions):
            raise PydanticCustomError("say_missing", "")
        if (self.page is None) != (self.link is None):
            raise PydanticCustomError("page_and_link", "")
        return self


class Card(Model):
    """How the home page shows a headline that turns on a date."""

    over: Text
    date: Literal["interview", "by", "call-from", "next"]
    time: Literal["starts", "until"] | None = None
    under: Template | None = None
    mark: Literal["addition", "reading"] | None = None


class Stages(Model):
    """The stages in the order in which they are tried, their sentences, and their tasks."""

    stages: Annotated[list[Stage], Field(min_length=1)]
    headlines: dict[Id, Annotated[list[Template], Field(min_length=1)]]
    cards: dict[Id, Card]
    tasks: Annotated[list[Task], Field(min_length=1)]
