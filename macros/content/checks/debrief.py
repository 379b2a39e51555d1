"""What must hold of the debrief."""

from collections.abc import Iterator

from macros.content.checks.base import Place, points_known, points_of_article
from macros.content.content import Content
from macros.content.yaml_files import DataFile, Problem


def debrief_agrees(content: Content, file: DataFile) -> Iterator[Problem]:
    """Yield each point that is none, and whether not one question makes items."""
    for part in ("questions", "precise", "ratings"):
        yield from points_known(
            content,
            file,
            (((part, i), each) for i, each in enumerate(getattr(content.debrief, part))),
        )
    known = points_of_article(content)
    for part in ("precise_points", "ratings_points"):
        for i, point in enumerate(getattr(content.debrief, part)):
            if point not in known:
                yield Place(file, (part, i)).no_such_point(point)
    by_line = [question.id for question in content.debrief.questions if question.items]
    if len(by_line) != 1:
        yield file.problem(
            ("questions",),
            " et ".join(f"« items: true » sur « {name} »" for name in by_line)
            or "aucune question avec « items: true »",
            "une seule question dont chaque ligne devient un élément à cocher",
            "écrivez « items: true » sur cette question, et sur elle seule",
        )
