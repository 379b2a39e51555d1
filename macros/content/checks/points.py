"""What must hold of the article's points: each is said once."""

from collections.abc import Iterator

from macros.content.checks.base import Place, points_of_article
from macros.content.content import Content
from macros.content.models.base import FromArticle
from macros.content.yaml_files import DataFile, Problem


def each_point_once(content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    """Yield each point that the article has not, or that two items or questions say."""
    items: list[tuple[FromArticle, Place]] = [
        (item, Place(files[name], ("groups", g, "items", i)))
        for name, checklist in content.checklists.items()
        for g, group in enumerate(checklist.groups)
        for i, item in enumerate(group.items)
    ]
    questions: list[tuple[FromArticle, Place]] = [
        (question, Place(files[name], ("questions", i)))
        for name, bank in content.question_files.items()
        for i, question in enumerate(bank)
    ]
    known = points_of_article(content)
    said: set[str] = set()
    for thing, place in (*items, *questions):
        if thing.point and thing.point not in known:
            yield place.no_such_point(thing.point)
        elif thing.point and thing.point in said:
            yield place.problem(
                f"le point {thing.point} une seconde fois",
                "chaque point sur un seul élément",
                "gardez-le au bon endroit ; ailleurs, écrivez « addition: true »",
            )
        said.add(thing.point or "")
