"""docs/data/statements.yml: what the law says or what is usual in a country, with its source."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.content.models.base import Address, CivilDate, CountryId, Id, Line, Model, SomeText
from macros.languages import Lang


class Source(Model):
    """Where a statement was read, in the language of its title, and on which day."""

    title: Line
    lang: Lang
    url: Address
    checked: CivilDate


class Statement(SomeText):
    """What holds in a country, under the questions and on the pages that it helps with."""

    id: Id
    questions: list[Id] = Field(default=[])
    pages: list[Line] = Field(default=[])
    country: CountryId
    # What the texts of other languages name in that of the source.
    term: Line | None = None
    source: Source

    @model_validator(mode="after")
    def _stands_somewhere(self) -> "Statement":
        if not self.questions and not self.pages:
            raise PydanticCustomError("nowhere", "")
        return self


class Statements(Model):
    """docs/data/statements.yml."""

    statements: list[Statement]
