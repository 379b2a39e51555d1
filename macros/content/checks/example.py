"""What must hold of the example application."""

from collections.abc import Iterable, Iterator

from macros.content.checks.base import mend_of_id
from macros.content.content import Content
from macros.content.yaml_files import DataFile, Loc, Problem


def example_agrees(content: Content, file: DataFile) -> Iterator[Problem]:
    """Yield each item or promise of the example that there is not."""
    example = content.example
    promises = {promise.id for promise in content.follow_up.promises}
    items = {*content.items, *content.register.of("items")}
    named: list[tuple[Loc, str, Iterable[str], str, str]] = [
        *(
            (("ticked", i), name, items, "items", "un élément à cocher")
            for i, name in enumerate(example.ticked)
        ),
        *((("notes", name), name, items, "items", "un élément à cocher") for name in example.notes),
        *(
            (
                ("interviews", i, "promise"),
                each.promise,
                promises,
                "promises",
                "une réponse de « promises »",
            )
            for i, each in enumerate(example.interviews)
            if each.promise
        ),
    ]
    for loc, name, known, kind, expected in named:
        if name not in known:
            mend = mend_of_id(content, kind, name, known)
            yield file.problem(loc, f"« {name} »", f"l’id d’{expected}", mend)
