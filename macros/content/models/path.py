"""docs/data/path.yml: the steps of the home page."""

from typing import Annotated

from pydantic import Field

from macros.content.models.base import Id, Model, Text


class Step(Model):
    """One step of the path on the home page."""

    page: str
    list: Id | None = None
    title: Text
    text: Text
    when: Text


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
