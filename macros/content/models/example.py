"""docs/data/example.yml: an application made up to show how the guide is used."""

from typing import Annotated, Literal

from pydantic import Field

from macros.content.models.base import Id, Model, Text, formed

# One digit in the names that browsers keep things under: overrides/file/fields.js.
MOST_INTERVIEWS = 9


class ExampleInterview(Model):
    """An interview of the example application; `day` counts from the day it is looked at."""

    day: Annotated[int, Field(ge=-365, le=365)]
    ended: Annotated[str, formed("hour", r"([01][0-9]|2[0-3]):[0-5][0-9]")] | None = None
    promise: Id | None = None


class ExampleApplication(Model):
    """docs/data/example.yml: an application made up to show how the guide is used."""

    application: dict[
        Literal["company", "job", "contact-name", "contact-role", "contact-phone", "contact-email"],
        Text,
    ]
    interviews: Annotated[list[ExampleInterview], Field(min_length=1, max_length=MOST_INTERVIEWS)]
    ticked: list[Id]
    notes: dict[Id, Text]
