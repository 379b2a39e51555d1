"""What must hold of the places, against each other and against the `holidays` package."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from macros.content.models.places import Place, Places
from macros.content.yaml_files import DataFile, Loc, Problem
from macros.public_holidays import PackageDays, like_dates


def places_agree(places: Places, file: DataFile) -> Iterator[Problem]:
    """Yield a problem for each thing in places.yml that cannot be."""
    if places.last_year < places.first_year:
        yield file.problem(
            ("last_year",),
            f"« {places.last_year} »",
            f"une année à partir de {places.first_year}",
            "corrigez l’une des deux années",
        )
        return
    with_days = [place.id for place in places.places if place.country]
    for lang, names in places.asked_in.items():
        for i, name in enumerate(names):
            if name not in {place.id for place in places.places}:
                yield file.problem(
                    ("asked_in", lang, i), f"« {name} »", "l’id d’un lieu", "corrigez l’id"
                )
    named: list[tuple[Loc, str]] = [
        (("without_place",), places.without_place),
        *((("examples_in", lang), name) for lang, name in places.examples_in),
    ]
    for loc, name in named:
        if name not in with_days:
            yield file.problem(loc, f"« {name} »", "l’id d’un lieu qui a un pays", "corrigez l’id")
    for i, place in enumerate(places.places):
        if place.country is not None:
            yield from _place_agrees(places, place, file, ("places", i))


def _place_agrees(places: Places, place: Place, file: DataFile, loc: Loc) -> Iterator[Problem]:
    try:
        package = PackageDays(places, place)
    except ValueError:
        yield file.problem(
            (*loc, "subdivision" if place.subdivision else "country"),
            f"« {place.subdivision or place.country} », que le paquet holidays ne connaît pas",
            "le code d’un pays et de sa région, comme CH et GE",
            "corrigez le code",
        )
        return
    yield from _names_given(package, place, file, loc)
    for i, name in enumerate(place.replaced.except_for if place.replaced else []):
        here = (*loc, "replaced", "except_for", i)
        yield from _known(name, package.plain_names, file, here)
    for i, day in enumerate(place.days):
        here = (*loc, "days", i)
        if day.of_package is not None:
            yield from _known(day.of_package, package.plain_names, file, (*here, "of_package"))
        if day.like is not None and not _is_like(places, place, i):
            yield file.problem(
                (*here, "like"),
                f"« {day.like.name} », que le paquet holidays ne donne pas là",
                "un jour, par son nom anglais, et le lieu qui l’a",
                "corrigez le pays, la région ou le nom",
            )


def _is_like(places: Places, place: Place, index: int) -> bool:
    try:
        return bool(like_dates(places, place.days[index]))
    except ValueError:
        return False


def _names_given(package: PackageDays, place: Place, file: DataFile, loc: Loc) -> Iterator[Problem]:
    if not package.missing:
        return
    lines = (
        f"  {place.country}:",
        *(
            f"    {name}: {{{', '.join(f'{lang}: ' for lang in languages)}}}"
            for name, languages in package.missing.items()
        ),
    )
    yield file.problem(
        loc,
        "sans nom à nous, ces jours du paquet holidays : " + ", ".join(package.missing),
        "un nom pour chacun sous « names »",
        f"collez ces lignes sous « names » (sans la première si « {place.country} » y est déjà) "
        "et complétez-les",
        lines,
    )


def _known(name: str, names: Iterable[str], file: DataFile, loc: Loc) -> Iterator[Problem]:
    if name in names:
        return
    close = get_close_matches(name, list(names), 1)
    yield file.problem(
        loc,
        f"« {name} »",
        "l’un des noms du paquet holidays : " + ", ".join(sorted(names)),
        f"écrivez peut-être « {close[0]} »" if close else "corrigez le nom",
    )
