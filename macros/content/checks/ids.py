"""What must hold of ids: each stands once, and the register says what became of those that were."""

from collections.abc import Iterator
from itertools import permutations

from macros.content.checks.base import Place, each_id_once
from macros.content.content import Content
from macros.content.kinds import KINDS
from macros.content.models.register import Entries, followed
from macros.content.yaml_files import DataFile, Problem


def ids_agree(content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    """Yield a problem for each id that stands twice, or that the register contradicts."""
    ids = {
        name: [(each.id, Place(files[each.file], each.loc)) for each in kind.ids(content)]
        for name, kind in KINDS.items()
    }
    # Items, closing steps and some tasks are all ticked, and browsers keep no kind with a tick.
    own = {task.id for task in content.stages.tasks if task.sources == 0}
    ticked = {
        "items": ids["items"],
        "closing_steps": ids["closing_steps"],
        "tasks": [(name, place) for name, place in ids["tasks"] if name in own],
    }
    once = {**ids, "items": [*ids["items"], *ids["closing_steps"]], "closing_steps": []}
    for kind, places in ids.items():
        register = content.register.of(kind)
        yield from each_id_once(once[kind])
        yield from _register_agrees(kind, dict(places), register, files)
        yield from _renamed_once(kind, register, files["register"])
    for kind, other in permutations(ticked, 2):
        register = content.register.of(kind)
        yield from _no_former_id_in_use(register, kind, dict(ticked[other]), files["register"])


def _register_agrees(
    kind: str,
    places: dict[str, Place],
    register: Entries,
    files: dict[str, DataFile],
) -> Iterator[Problem]:
    file = files["register"]
    must_be_listed = not KINDS[kind].seldom
    drafts = {name for each in files.values() for name in each.drafts}
    former = {old for entry in register.values() if entry for old in entry.formerly}
    retired = {name for name, entry in register.items() if entry and entry.retired}
    for name, place in places.items():
        if name not in register and must_be_listed:
            yield place.problem(
                f"« {name} », que le registre ne connaît pas",
                f"cet id sous « {kind} » dans {file.name}",
                f"ajoutez-y la ligne « {name}: », ou « {name}: {{formerly: [ancien-id]}} » "
                "si l’élément a changé d’id",
            )
        elif name in retired or name in former:
            yield place.problem(
                f"« {name} », un id retiré ou remplacé", "un id neuf", "donnez-lui un autre id"
            )
    for name in [each for each in register if each not in {*places, *drafts, *former, *retired}]:
        yield file.problem(
            (kind, name),
            f"« {name} », qui n’existe plus dans docs/data",
            "un id présent, retiré ou remplacé",
            f"remettez l’élément, ou écrivez « {name}: {{retired: AAAA-MM-JJ}} »",
        )


def _renamed_once(kind: str, register: Entries, file: DataFile) -> Iterator[Problem]:
    """Find former ids that two ids claim, and those that lead back to themselves."""
    follows: dict[str, str] = {}
    for name, entry in register.items():
        for i, old in enumerate(entry.formerly if entry else []):
            if old in follows:
                yield file.problem(
                    (kind, name, "formerly", i),
                    f"« {old} », que « {follows[old]} » remplace déjà",
                    "un ancien id remplacé par un seul id : ce qui est gardé n’ira qu’à un endroit",
                    "retirez-le de l’une des deux lignes",
                )
            else:
                follows[old] = name
    for old in follows:
        if followed(follows, old)[-1] == old:
            yield file.problem(
                (kind, follows[old]),
                f"« {old} », remplacé par lui-même : {' → '.join([old, *followed(follows, old)])}",
                "un ancien id, puis le nouveau",
                "retirez de « formerly » l’id qui sert encore",
            )


def _no_former_id_in_use(
    register: Entries, kind: str, used: dict[str, Place], file: DataFile
) -> Iterator[Problem]:
    """Find former ids that are in use in another kind whose state is kept the same way."""
    for name, entry in register.items():
        for i, old in enumerate(entry.formerly if entry else []):
            if old in used:
                yield file.problem(
                    (kind, name, "formerly", i),
                    f"« {old} », qui sert encore dans {used[old].file.name}",
                    "un id qui ne sert plus",
                    "corrigez cet ancien id",
                )
