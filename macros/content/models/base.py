"""What the types of docs/data are made of: texts in every language, ids, and where a thing comes from."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from macros.languages import LANGUAGES, ORIGINAL, Lang
from macros.typography import french_spaces

T = TypeVar("T")
PLACEHOLDER = re.compile(r"\{([a-z_-]+)\}")


class Model(BaseModel):
    """A mapping in which every key is known and every value has its exact type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _know_every_key(cls, data: Any) -> Any:
        fields = {info.alias or name: info for name, info in cls.model_fields.items()}
        if not isinstance(data, dict | cls):
            needed = [name for name, info in fields.items() if info.is_required()] or fields
            example = ", ".join(f"{name}: …" for name in needed)
            raise PydanticCustomError("keys", "", {"keys": [*fields], "example": example})
        for key in data if isinstance(data, dict) else ():
            if key not in fields:
                raise PydanticCustomError("unknown_key", "", {"key": key, "known": [*fields]})
        return data


def _one_line(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("empty", "")
    if re.search(r"</?[a-zA-Z][^>]*>", text):
        raise PydanticCustomError("html", "")
    if "{{" in text:
        raise PydanticCustomError("macro", "")
    if re.search(r"\*\*|\]\(", text):
        raise PydanticCustomError("markdown", "")
    if "'" in text:
        raise PydanticCustomError("straight_apostrophe", "")
    return " ".join(text.split(" ")).strip()


def _civil_date(text: Any) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise PydanticCustomError("date", "") from None


def _begun(word: str) -> str:
    if not word.strip(" …"):
        raise PydanticCustomError("beginning", "")
    return word


@dataclass(frozen=True)
class Formed:
    """Asks a text for a form, which FORMS of yaml_files.py says to the editor."""

    form: str
    pattern: str

    def __call__(self, text: str) -> str:
        """Return the text, if it has the form."""
        if not re.fullmatch(self.pattern, text):
            raise PydanticCustomError("form", "", {"form": self.form})
        return text


def formed(form: str, pattern: str) -> AfterValidator:
    """Return what asks a text for a form."""
    return AfterValidator(Formed(form, pattern))


Line = Annotated[str, AfterValidator(_one_line)]
SoughtWord = Annotated[Line, AfterValidator(_begun)]
# Browsers keep some of them as values, of this length at most: overrides/file/fields.js.
Id = Annotated[str, Field(max_length=40), formed("id", r"[a-z][a-z0-9]*(-[a-z0-9]+)*")]
CivilDate = Annotated[date, BeforeValidator(_civil_date)]
CountryId = Annotated[str, formed("place", r"[A-Z]{2}(-[0-9A-Z]+)?")]
PlaceId = Annotated[str, formed("place", r"[A-Z]{2}(-[0-9A-Z]+)?|elsewhere")]
PointId = Annotated[str, formed("point", r"[1-9][0-9]?[a-d]?")]
Address = Annotated[str, formed("address", r"https://\S+")]


class Both(Model, Generic[T]):
    """A value for each language, in a field of its name."""

    __annotations__ = dict.fromkeys(LANGUAGES, T)  # type: ignore[misc]

    def __getitem__(self, lang: Lang) -> T:
        value: T = getattr(self, lang)
        return value


class Template(Both[Line]):
    """A text in every language whose {names} are filled when it is shown."""

    @field_validator("fr")
    @classmethod
    def _space_french(cls, text: str) -> str:
        return french_spaces(text)

    @field_validator(*LANGUAGES)
    @classmethod
    def _fill_durations(cls, text: str, info: ValidationInfo) -> str:
        durations = (info.context or {}).get("durations", {})

        def fill(match: re.Match[str]) -> str:
            lang: Any = info.field_name
            return durations[match[1]][lang] if match[1] in durations else match[0]

        return PLACEHOLDER.sub(fill, text)

    @field_validator(*LANGUAGES)
    @classmethod
    def _only_names_in_braces(cls, text: str) -> str:
        if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
            raise PydanticCustomError("braces", "")
        return text

    @model_validator(mode="after")
    def _same_placeholders(self) -> "Template":
        found = {lang: sorted(set(PLACEHOLDER.findall(self[lang]))) for lang in LANGUAGES}
        if any(names != found[ORIGINAL] for names in found.values()):
            raise PydanticCustomError("placeholders", "", found)
        return self


class Text(Template):
    """A finished text in every language: only the durations of follow-up.yml were filled in."""

    @field_validator(*LANGUAGES)
    @classmethod
    def _nothing_left_to_fill(cls, text: str) -> str:
        if PLACEHOLDER.search(text):
            raise PydanticCustomError("unknown_duration", "")
        return text


class SomeText(Both[Line | None]):
    """A text in the languages that need it."""

    __annotations__ = dict.fromkeys(LANGUAGES, Annotated[Line | None, Field(default=None)])

    @field_validator("fr")
    @classmethod
    def _space_french(cls, text: str | None) -> str | None:
        return text and french_spaces(text)


class Names(Both[list[Line]]):
    """A list of names for each language."""


class Pace(Both[Annotated[int, Field(ge=60, le=400)]]):
    """How many words a person says or reads in a minute, in each language."""


class FromPoints(Model):
    """Something that either says points of the article or is marked as an addition."""

    points: list[PointId] = Field(default=[])
    addition: bool = False

    @model_validator(mode="after")
    def _points_or_addition(self) -> "FromPoints":
        if bool(self.points) == self.addition:
            raise PydanticCustomError("points_or_addition", "")
        return self


class FromArticle(Model):
    """Something that either says a point of the article or is marked as an addition."""

    id: Id
    point: PointId | None = None
    addition: bool = False

    @model_validator(mode="after")
    def _point_or_addition(self) -> "FromArticle":
        if (self.point is None) != self.addition:
            raise PydanticCustomError("point_or_addition", "")
        return self


class Hint(Text):
    """A word of explanation; `mark` says so when it is not the article's."""

    mark: Literal["addition", "reading"] | None = None


class WordLists(Both[Annotated[list[SoughtWord], Field(min_length=1)]]):
    """Words to look for, in each language; « … » stands for any ending."""

    @field_validator("fr")
    @classmethod
    def _space_french(cls, words: list[str]) -> list[str]:
        return [french_spaces(word) for word in words]
