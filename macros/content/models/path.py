"""docs/data/path.yml: the six steps."""

from typing import Annotated, Literal

from pydantic import Field

from macros.content.models.base import Hint, Id, Model, Text


class Station(Model):
    """A step as the path shows it, in a few words."""

    title: Text
    when: Text


class Step(Model):
    """One step, which a page of the guide explains: what to do, when, how long."""

    page: str
    list: Id | None = None
    icon: Literal["notes", "letter", "magnifier", "speech", "gauge", "phone"]
    title: Text
    text: Text
    when: Hint
    takes: Text
    station: Station


class Interview(Model):
    """The second interview, as a station of the path."""

    page: str
    before: str
    title: Text
    when: Text


class StepPath(Model):
    """docs/data/path.yml."""

    steps: Annotated[list[Step], Field(min_length=1)]
    interview: Interview
