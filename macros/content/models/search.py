"""docs/data/search.yml: what people type and the guide says in other words."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.content.models.base import Both, Line, Model, PointId, Text, formed
from macros.languages import LANGUAGES


class TypedWords(Both[list[Line]]):
    """What people type, in each language."""

    __annotations__ = dict.fromkeys(LANGUAGES, Annotated[list[Line], Field(default=[])])

    @model_validator(mode="after")
    def _any_once(self) -> "TypedWords":
        if not any(self[lang] for lang in LANGUAGES):
            raise PydanticCustomError("no_word", "", {"found": "aucun mot"})
        for words in (self[lang] for lang in LANGUAGES):
            for word in words:
                if words.count(word) > 1:
                    raise PydanticCustomError("typed_twice", "", {"word": word})
        return self


class Meaning(Model):
    """What people type for what the guide says in other words, and where it says it."""

    point: PointId | None = None
    leads: list[Annotated[str, formed("page", r"[a-z/-]+\.md(#[a-z0-9-]+)?")]] = Field(default=[])
    says: Text | None = None
    typed: TypedWords

    @model_validator(mode="after")
    def _point_or_leads(self) -> "Meaning":
        if (self.point is None) != bool(self.leads):
            raise PydanticCustomError("point_or_leads", "")
        return self


class NumberWords(Both[dict[Line, Annotated[int, Field(ge=0, le=99)]]]):
    """Numbers in words, in each language."""


class ShortUnits(Both[dict[Line, list[Line]]]):
    """Units of time with the short ways to write them, in each language."""


class SearchWords(Model):
    """docs/data/search.yml: what people type and the guide says in other words."""

    numbers: NumberWords
    units: ShortUnits
    meanings: list[Meaning]
