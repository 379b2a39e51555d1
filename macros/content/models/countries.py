"""docs/data/countries.yml: the countries whose law and customs are told, and where each is shown."""

from collections.abc import Iterable
from typing import Annotated, Protocol, TypeVar

from pydantic import Field

from macros.content.models.base import Both, CountryId, Model, Text
from macros.languages import LANGUAGES, Lang


class OfCountry(Protocol):
    """What holds in a country."""

    @property
    def country(self) -> str:
        """The code of the country."""


C = TypeVar("C", bound=OfCountry)


class Shown(Both[Annotated[list[CountryId], Field(min_length=1)]]):
    """The countries of each edition, in its order."""


class Countries(Model):
    """docs/data/countries.yml."""

    names: dict[CountryId, Text]
    shown: Shown

    def in_every_edition(self, thing: OfCountry) -> bool:
        """Return whether the editions of every language show it."""
        return all(thing.country in self.shown[lang] for lang in LANGUAGES)

    def of_edition(self, things: Iterable[C], lang: Lang) -> list[C]:
        """Return those of the countries that an edition shows, in its order."""
        order = self.shown[lang]
        return sorted(
            (each for each in things if each.country in order),
            key=lambda each: order.index(each.country),
        )
