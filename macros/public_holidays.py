"""The days off of each place: those of the `holidays` package and our own, in every language."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property

from dateutil.easter import easter
from holidays import PUBLIC, HolidayBase, country_holidays

from macros.content.models.base import Text
from macros.content.models.places import Day, Place, Places, Replaced, Source
from macros.languages import LANGUAGES, Lang

# In order of preference. A language that the package lacks gives English without a word, so each
# is looked for in what it says it supports.
_ENGLISH = ("en_GB", "en_IE", "en_CA", "en_US")
_OF_PACKAGE: dict[Lang, tuple[str, ...]] = {"fr": ("fr", "fr_MC"), "en": _ENGLISH}
_OBSERVED = "observed"  # what the package says in brackets of a day off that was moved
_MOVED = (_OBSERVED, "observé", "reporté")
_JOINED = "; "  # how it says that two fall on one day
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)
Names = dict[Lang, str]


@dataclass(frozen=True)
class DayOff:
    """The names of a day off, and why it counts where only some keep it."""

    names: Names
    note: Text | None = None


DaysOff = dict[str, dict[date, DayOff]]  # by the id of a place


def public_holidays(settings: Places, place: Place) -> dict[date, DayOff]:
    """Return each day off of a place in the shipped years, in their order.

    Raises:
        ValueError: the package has no such place, or lacks a name that we do not give either.

    """
    if place.all_parts:
        return _of_any_part(settings, settings.parts_of(place))
    if place.country is None:
        return {}
    package = PackageDays(settings, place)
    if missing := package.missing:
        raise ValueError(f"places.yml has no name for {', '.join(missing)} of {place.id}")
    days = {day: DayOff(package.names(day)) for day in package.days}
    if place.replaced is not None:
        for day, moved in _replaced(package, place.replaced):
            days[day] = DayOff(moved, place.replaced.note)
    for ours in place.days:
        for day in _dates(settings, ours, package):
            if ours.name is None:
                days[day] = replace(days[day], note=ours.note)
            elif day.weekday() < _SATURDAY:
                names: Names = {lang: _typographic(ours.name[lang]) for lang in LANGUAGES}
                days.setdefault(day, DayOff(names, ours.note))
    shipped = range(settings.first_year, settings.last_year + 1)
    return {day: each for day, each in sorted(days.items()) if day.year in shipped}


def _of_any_part(settings: Places, parts: list[Place]) -> dict[date, DayOff]:
    found = [public_holidays(settings, part) for part in parts]
    days = {day: each for of_part in reversed(found) for day, each in of_part.items()}
    return {
        day: each
        if all(day in of_part for of_part in found)
        else DayOff(each.names, settings.some_parts)
        for day, each in sorted(days.items())
    }


def days_off(settings: Places) -> DaysOff:
    """Return the days off of every place."""
    return {place.id: public_holidays(settings, place) for place in settings.places}


def by_country(settings: Places, days: DaysOff) -> dict[str, str]:
    """Return for each country what the browser loads: most readers need but one."""
    places: dict[str, list[Place]] = {}
    for place in settings.places:
        places.setdefault(place.id.partition("-")[0], []).append(place)
    return {country: as_json(settings, there, days) for country, there in places.items()}


def as_json(settings: Places, places: list[Place], days: DaysOff) -> str:
    """Return the years covered, and the days of each of some places with their names.

    A day is `[index of its names, when]`, or `[…, when, index of its note]`. Names and notes are
    in the order of `languages`. `when` is `"1225"` for the same date each year, else `"20260403 20270326"`.
    """
    names, notes = _Texts(), _Texts()
    return json.dumps(
        {
            "first_year": settings.first_year,
            "last_year": settings.last_year,
            "languages": LANGUAGES,
            "places": {
                place.id: {
                    "days": _grouped(settings, days[place.id], names, notes),
                    **({"note": notes.index(place.note)} if place.note else {}),
                    **(_by_whom(place.source) if place.source else {}),
                }
                for place in places
            },
            "names": names.all,
            "notes": notes.all,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _by_whom(source: Source) -> dict[str, str]:
    checked = {"checked": source.checked.isoformat()} if source.checked else {}
    return {"source": source.url, **checked}


class PackageDays:
    """What the package says of a place, by day, with our names where we have any."""

    def __init__(self, settings: Places, place: Place) -> None:
        self._settings = settings
        self._country = str(place.country)
        where = (self._country, place.subdivision, _years(settings))
        self._in = {lang: _calendar(*where, _OF_PACKAGE.get(lang, (lang,))) for lang in LANGUAGES}
        # Without English, its own language gives the names by which ours are found.
        self._calendar: dict[date, str] = _calendar(*where, _ENGLISH) or _calendar(*where) or {}

    @cached_property
    def days(self) -> dict[date, list[str]]:
        """The package's names of each day off, by which ours are found."""
        return {day: name.split(_JOINED) for day, name in sorted(self._calendar.items())}

    @cached_property
    def plain_names(self) -> set[str]:
        """The package's names, what it says in brackets left out."""
        return {_apart(name)[0] for names in self.days.values() for name in names}

    @cached_property
    def missing(self) -> dict[str, list[Lang]]:
        """The package's names that we must give, and in which languages."""
        found: dict[str, list[Lang]] = {}
        for day, names in self.days.items():
            for plain, _ in map(_apart, names):
                lacks = [
                    lang
                    for lang, calendar in self._in.items()
                    if calendar is None and self._ours(plain, lang) is None
                ]
                if lacks and day.year <= self._settings.last_year:
                    found[plain] = lacks
        return found

    def names(self, day: date) -> Names:
        """Return what a day off is called in every language."""
        parts = [_apart(name) for name in self.days[day]]
        found = {lang: self._translated(day, parts, lang) for lang in LANGUAGES if lang != "en"}
        found["en"] = [(self._ours(plain, "en") or plain, brackets) for plain, brackets in parts]
        return {
            lang: ", ".join(self._bracketed(*each, lang) for each in found[lang])
            for lang in LANGUAGES
        }

    def moved(self, day: date) -> Names:
        """Return what the day is called that makes up for one."""
        return {
            lang: self._bracketed(name, _OBSERVED, lang) for lang, name in self.names(day).items()
        }

    def _translated(
        self, day: date, parts: list[tuple[str, str]], lang: Lang
    ) -> list[tuple[str, str]]:
        calendar = self._in[lang]
        scopes = (self._country, "all") if calendar is None else (self._country,)
        ours = [(self._ours(plain, lang, *scopes), brackets) for plain, brackets in parts]
        if calendar is None or all(name for name, _ in ours):
            return [(str(name), brackets) for name, brackets in ours]
        # The package sorts what falls on one day by its names: the order is not that of the English.
        return [_apart(name) for name in calendar[day].split(_JOINED)]

    def _ours(self, plain: str, lang: Lang, *scopes: str) -> str | None:
        for scope in scopes or (self._country, "all"):
            name = self._settings.names.get(scope, {}).get(plain)
            if name and (text := name[lang]):
                return text
        return None

    def _bracketed(self, name: str, brackets: str, lang: Lang) -> str:
        said = self._ours(_OBSERVED, lang) if brackets in _MOVED else brackets
        return _typographic(name) + (f" ({said})" if said else "")


class _Texts:
    """Texts in every language, each once."""

    def __init__(self) -> None:
        self.all: list[list[str]] = []
        self._at: dict[tuple[str, ...], int] = {}

    def index(self, text: Text | Names) -> int:
        """Return where a text stands, at the end if it is new."""
        in_each = tuple(text[lang] for lang in LANGUAGES)
        if in_each not in self._at:
            self._at[in_each] = len(self.all)
            self.all.append(list(in_each))
        return self._at[in_each]


def _grouped(
    settings: Places, days: dict[date, DayOff], names: _Texts, notes: _Texts
) -> list[list[int | str]]:
    groups: dict[tuple[int, ...], list[date]] = {}
    for day, each in days.items():
        note = () if each.note is None else (notes.index(each.note),)
        groups.setdefault((names.index(each.names), *note), []).append(day)
    every_year = settings.last_year - settings.first_year + 1
    return [[name, _when(found, every_year), *note] for (name, *note), found in groups.items()]


def _when(days: list[date], every_year: int) -> str:
    in_the_year = {f"{day:%m%d}" for day in days}
    if len(in_the_year) == 1 and len(days) == every_year:
        return in_the_year.pop()
    return " ".join(f"{day:%Y%m%d}" for day in days)


def _years(settings: Places) -> range:
    # New Year's Day is made up in the old year where it falls on a Saturday.
    return range(settings.first_year - 1, settings.last_year + 2)


@cache  # the checks ask for the same places as the pages
def _calendar(
    country: str, subdivision: str | None, years: range, languages: tuple[str, ...] = ()
) -> HolidayBase | None:
    """Return the package's days in the first of some languages that it has, or in its own."""
    try:
        supported = country_holidays(country).supported_languages
        language = next((each for each in languages if each in supported), None)
        if languages and language is None:
            return None
        return country_holidays(
            country, subdiv=subdivision, years=years, language=language, categories=(PUBLIC,)
        )
    except NotImplementedError as error:
        raise ValueError(str(error)) from None


def _apart(name: str) -> tuple[str, str]:
    """Return a name of the package, and what it says in brackets after it."""
    plain, _, brackets = name.removesuffix(")").partition(" (")
    return plain, brackets


def _replaced(package: PackageDays, replaced: Replaced) -> Iterator[tuple[date, Names]]:
    """Yield the next working day for each day off that is made up, unless the package has it."""
    taken = set(package.days)
    for day, names in package.days.items():
        kept = _WEEKDAYS[day.weekday()] not in replaced.on or names[0] in replaced.except_for
        if kept or _is_moved(package, day, names):
            continue
        instead = day + _ONE_DAY
        while instead.weekday() >= _SATURDAY or instead in taken:
            instead += _ONE_DAY
        taken.add(instead)
        yield instead, package.moved(day)


def _is_moved(package: PackageDays, day: date, names: list[str]) -> bool:
    """Tell whether the package itself makes up for a day off within the week, or this is that day."""
    plain = {_apart(name)[0] for name in names}
    week = (day + timedelta(days=days) for days in range(7))
    return any(
        found in plain and brackets in _MOVED
        for each in week
        for found, brackets in map(_apart, package.days.get(each, []))
    )


def _dates(settings: Places, day: Day, package: PackageDays) -> Iterator[date]:
    for each in _every_date(settings, day, package):
        if not day.only_on or _WEEKDAYS[each.weekday()] in day.only_on:
            yield each


def _every_date(settings: Places, day: Day, package: PackageDays) -> Iterator[date]:
    if day.of_package is not None:
        for each, names in package.days.items():
            if day.of_package in [_apart(name)[0] for name in names]:
                yield each
        return
    if day.like is not None:
        yield from like_dates(settings, day)
        return
    yield from day.dates or []
    for year in _years(settings):
        if day.easter is not None:
            yield easter(year) + timedelta(days=day.easter)
        elif day.weekday is not None:
            yield _nth(year, day.weekday.month, _WEEKDAYS.index(day.weekday.day), day.weekday.week)
        elif day.date is not None and _exists(f"{year}-{day.date}"):
            yield date.fromisoformat(f"{year}-{day.date}")


def like_dates(settings: Places, day: Day) -> list[date]:
    """Return the days on which a day of another place falls; none when that has no such day.

    Raises:
        ValueError: the package has no such place.

    """
    if day.like is None:
        return []
    like = day.like
    where = (like.country, like.subdivision, _years(settings))
    calendar = _calendar(*where, _ENGLISH) or _calendar(*where)
    return [
        each + timedelta(days=more)
        for each, names in sorted((calendar or {}).items())
        if like.name in [_apart(name)[0] for name in names.split(_JOINED)]
        for more in range(like.days)
    ]


def _nth(year: int, month: int, weekday: int, week: int) -> date:
    if week < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - _ONE_DAY
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (week - 1))


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _typographic(name: str) -> str:
    return name.replace("'", "’")
