"""What must hold of the words that people type."""

from collections.abc import Iterator

from macros.content.checks.base import Place, points_of_article
from macros.content.content import Content
from macros.content.yaml_files import DataFile, Problem


def meanings_agree(content: Content, file: DataFile) -> Iterator[Problem]:
    """Yield each point that people's words lead to and the article has not."""
    known = points_of_article(content)
    for i, meaning in enumerate(content.search.meanings):
        if meaning.point and meaning.point not in known:
            yield Place(file, ("meanings", i, "point")).no_such_point(meaning.point)
