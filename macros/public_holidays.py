"""Public holidays from the `holidays` package, named in both languages."""

import json
from datetime import date

from holidays import OPTIONAL, PUBLIC, HolidayBase, country_holidays

from macros.content.models import Holidays, Place
from macros.typography import Lang

# In order of preference. A language that the package lacks gives English without a word, so each
# is looked for in what it says it supports.
_ENGLISH = ("en_GB", "en_IE", "en_CA", "en_US")
_FRENCH = ("fr", "fr_MC")
Names = dict[Lang, str]


def public_holidays(settings: Holidays, place: Place) -> dict[date, Names]:
    """Return each public holiday of a place in the shipped years, with its name in both languages.

    Raises:
        ValueError: the package has no such place, or a holiday has no French name anywhere.

    """
    if place.country is None:
        return {}
    english = _package(settings, place, _ENGLISH)
    french = _package(settings, place, _FRENCH)
    if english is None:
        raise ValueError(f"holidays has no English for {place.id}")
    return {
        day: {
            "fr": _french(name if french is None else french[day], settings, french is None),
            "en": _named(name, settings.english) or _typographic(name),
        }
        for day, name in sorted(english.items())
    }


def as_json(settings: Holidays) -> str:
    """Return what the browser loads: the years covered, and each place's days with their names.

    A day is `[ISO date, index into names]`; a name is `[French, English]`.
    """
    days = {place.id: public_holidays(settings, place) for place in settings.places}
    names = sorted({(name["fr"], name["en"]) for each in days.values() for name in each.values()})
    index = {name: i for i, name in enumerate(names)}
    return json.dumps(
        {
            "first_year": settings.first_year,
            "last_year": settings.last_year,
            "names": names,
            "places": {
                place: [
                    [day.isoformat(), index[name["fr"], name["en"]]] for day, name in each.items()
                ]
                for place, each in days.items()
            },
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _package(settings: Holidays, place: Place, languages: tuple[str, ...]) -> HolidayBase | None:
    years = range(settings.first_year, settings.last_year + 1)
    try:
        supported = country_holidays(str(place.country)).supported_languages
        language = next((each for each in languages if each in supported), None)
        if language is None:
            return None
        return country_holidays(
            str(place.country),
            subdiv=place.subdivision,
            years=years,
            language=language,
            categories=(PUBLIC, OPTIONAL) if place.optional else (PUBLIC,),
        )
    except NotImplementedError as error:
        raise ValueError(f"holidays has no place {place.id}: {error}") from None


def _french(name: str, settings: Holidays, is_english: bool) -> str:
    ours = _named(name, settings.french)
    if is_english and ours is None:
        raise ValueError(f"no French name for the public holiday {name!r} in follow-up.yml")
    return ours or _typographic(name)


def _named(name: str, ours: dict[str, str]) -> str | None:
    """Return our name for one of the package's, what it says in brackets kept or named too."""
    plain, _, moved = name.removesuffix(")").partition(" (")
    if plain not in ours:
        return None
    return ours[plain] + (f" ({ours.get(moved, moved)})" if moved else "")


def _typographic(name: str) -> str:
    return name.replace("'", "’")
