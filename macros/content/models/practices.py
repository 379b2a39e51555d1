"""docs/data/practices.yml: the timings that other sites give."""

from typing import Annotated

from pydantic import Field

from macros.content.models.base import Id, Line, Model, Text


class Practice(Model):
    """What another site advises; what it does not state is left out."""

    id: Id
    name: Line
    thank_you: Text | None = None
    no_date: Text | None = None
    promised: Text | None = None


class Practices(Model):
    """docs/data/practices.yml: the timings that other sites give."""

    sites: Annotated[list[Practice], Field(min_length=1)]
    note: Text
