"""docs/data/statements.yml: what the law says or what is usual in a country, with its source."""

from typing import Annotated

from pydantic import Field

from macros.content.models.base import Address, CivilDate, CountryId, Id, Line, Model, SomeText
from macros.languages import Lang


class Source(Model):
    """Where a statement was read, in the language of its title, and on which day."""

    title: Line
    lang: Lang
    url: Address
    checked: CivilDate


class Statement(SomeText):
    """What holds in a country, under the questions that it helps with."""

    id: Id
    questions: Annotated[list[Id], Field(min_length=1)]
    country: CountryId
    source: Source


class Statements(Model):
    """docs/data/statements.yml."""

    statements: list[Statement]
