"""What all checks use: a place to speak of, and ids that stand once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.content.content import Content
from macros.content.models.base import FromPoints
from macros.content.models.register import followed
from macros.content.yaml_files import DataFile, Loc, Problem, mend_of_name


@dataclass(frozen=True)
class Place:
    """A place in a file of docs/data, to say what is wrong there."""

    file: DataFile
    loc: Loc

    def problem(self, found: str, expected: str, mend: str) -> Problem:
        """Say what is wrong."""
        return self.file.problem(self.loc, found, expected, mend)

    def no_such_point(self, point: str) -> Problem:
        """Say that the article has no such point."""
        return self.problem(
            f"le point « {point} »", "un point de article.yml", "corrigez le numéro"
        )


def mend_of_id(
    content: Content, kind: str, name: str, known: Iterable[str], otherwise: str = "corrigez l’id"
) -> str:
    """Say what to write for an id that is none: what it became, or the nearest of those that are."""
    links = content.register.renamed().get(kind, {})
    if name in links:
        return f"écrivez « {followed(links, name)[-1]} », son nouveau nom"
    return mend_of_name(name, known, otherwise)


def each_id_once(places: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Yield a problem for each id that stands again."""
    first: dict[str, Place] = {}
    for name, place in places:
        if name in first:
            other = first[name].problem("", "", "")
            yield place.problem(
                f"l’id « {name} », déjà pris dans {other.file}, ligne {other.line}",
                "un id qui ne sert qu’une fois",
                "donnez-lui un autre id",
            )
        first.setdefault(name, place)


def points_known(
    content: Content, file: DataFile, citing: Iterable[tuple[Loc, FromPoints]]
) -> Iterator[Problem]:
    """Yield each point that something cites and the article has not."""
    known = points_of_article(content)
    for loc, thing in citing:
        for i, point in enumerate(thing.points):
            if point not in known:
                yield Place(file, (*loc, "points", i)).no_such_point(point)


def points_of_article(content: Content) -> set[str]:
    """Return every point of the article."""
    return {point for page in content.article.points for point in page.points}
