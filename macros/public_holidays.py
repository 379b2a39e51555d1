"""Public holidays from the `holidays` package, named in both languages."""

import json
from collections.abc import Mapping
from datetime import date

from holidays import country_holidays

from macros.content.models import Holidays
from macros.typography import Lang

# A language that the package lacks gives English without a word: hence the assertion below.
_PACKAGE_LANGUAGE: dict[Lang, str] = {"fr": "fr", "en": "en_US"}


def public_holidays(settings: Holidays) -> dict[date, dict[Lang, str]]:
    """Return each public holiday of the shipped years with its name in both languages.

    Raises:
        ValueError: the package has no such place, or lacks one of the languages for it.

    """
    years = range(settings.first_year, settings.last_year + 1)
    named: dict[Lang, Mapping[date, str]] = {}
    for lang, code in _PACKAGE_LANGUAGE.items():
        days = country_holidays(settings.place, years=years, language=code)
        if code not in days.supported_languages:
            raise ValueError(f"holidays has no {code} for {settings.place}")
        named[lang] = days
    return {
        day: {
            "fr": _typographic(named["fr"][day]),
            "en": _typographic(settings.english.get(name, name)),
        }
        for day, name in sorted(named["en"].items())
    }


def as_json(settings: Holidays) -> str:
    """Return what the browser loads: the years covered, and each place's days with their names.

    A day is `[ISO date, index into names]`; a name is `[French, English]`.
    """
    days = public_holidays(settings)
    names = sorted({(name["fr"], name["en"]) for name in days.values()})
    index = {name: i for i, name in enumerate(names)}
    return json.dumps(
        {
            "first_year": settings.first_year,
            "last_year": settings.last_year,
            "names": names,
            "places": {
                settings.place: [
                    [day.isoformat(), index[name["fr"], name["en"]]] for day, name in days.items()
                ]
            },
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _typographic(name: str) -> str:
    return name.replace("'", "’")
