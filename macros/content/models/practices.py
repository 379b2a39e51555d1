"""docs/data/practices.yml: the timings that other sites give, and what is usual in a country."""

from typing import Annotated, Literal

from pydantic import Field

from macros.content.models.base import Address, CivilDate, CountryId, Id, Line, Model, SomeText
from macros.follow_up import Through
from macros.languages import Lang


class Practice(Model):
    """What another site advises; what it does not state is left out."""

    id: Id
    name: Line
    country: CountryId
    url: Address
    checked: CivilDate
    thank_you: SomeText | None = None
    no_date: SomeText | None = None
    promised: SomeText | None = None

    @property
    def stated(self) -> dict[str, SomeText | None]:
        """What it advises, in the order of the table."""
        return {
            "thank_you": self.thank_you,
            "no_date": self.no_date,
            "promised": self.promised,
        }


class Usual(Model):
    """How people follow up in a country when nothing was promised: by what, after how long."""

    countries: Annotated[list[CountryId], Field(min_length=1)]
    through: Through = "employer"
    channel: Literal["email", "phone", "either"] | None = None
    working_days: Annotated[int, Field(ge=0, le=30)]
    sites: Annotated[list[Id], Field(min_length=1)]


class Practices(Model):
    """docs/data/practices.yml."""

    sites: Annotated[list[Practice], Field(min_length=1)]
    usual: list[Usual]
    folded_in: list[Lang]

    def usual_in(self, place: str, through: Through = "employer") -> Usual | None:
        """Return what is usual in a place: in its own part of the country, or in the country."""
        for code in (place, place.partition("-")[0]):
            for usual in self.usual:
                if code in usual.countries and usual.through == through:
                    return usual
        return None
