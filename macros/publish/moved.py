"""Sees to it that who follows an old address arrives."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from macros.content.models.moved import Moved
from macros.content.yaml_files import line_with
from macros.languages import ROOTS
from macros.publish.errors import PublishError

FILE = Path("docs/data/moved.yml")
ID = re.compile(r'\sid="?([^"\s>]+)')


def check_moved(pages: Mapping[str, str], moved: Moved) -> None:
    """See to it that each place that docs/data/moved.yml leads to is there, and was left.

    Raises:
        PublishError: it is not; a line for each.

    """
    if wrong := list(_wrong(pages, moved)):
        raise PublishError("\n".join(wrong))


def _wrong(pages: Mapping[str, str], moved: Moved) -> Iterator[str]:
    @cache
    def ids(root: str, page: str) -> frozenset[str]:
        """Return the ids of a page; none where an edition does not publish it yet."""
        path = re.sub(r"(^|/)index\.md$", r"\1", page).replace(".md", "/")
        return frozenset(ID.findall(pages.get(f"{root}{path}index.html", "")))

    for root in ROOTS.values():
        for move in moved.moved:
            here = f"{FILE}, ligne {line_with(FILE, f'to: {move.to}')}"
            for name in move.ids:
                there, place = move.place_of(name)
                if (known := ids(root, there)) and place not in known:
                    yield (
                        f"{here} : trouvé : « {name} » mène à « {root}{there}#{place} » ; "
                        "attendu : un endroit de cette page ; à faire : corrigez « to: », ou l’id."
                    )
                if any(_is_meant(name, each) for each in ids(root, move.from_)):
                    yield (
                        f"{here} : trouvé : « {name} », qui est encore sur « {root}{move.from_} » ; "
                        "attendu : un id qui n’y est plus ; à faire : retirez-le."
                    )


def _is_meant(name: str, by: str) -> bool:
    return by.startswith(name[:-1]) if name.endswith("*") else by == name
