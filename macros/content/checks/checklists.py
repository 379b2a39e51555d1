"""What must hold between the lists to tick, and of what names them or their items."""

from collections.abc import Iterator

from macros.content.checks.base import mend_of_id
from macros.content.content import Content
from macros.content.yaml_files import DataFile, Problem


def lists_agree(content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    """Yield each list or item that another file names wrongly."""
    for name, checklist in content.checklists.items():
        file = files[f"checklists/{name}"]
        if checklist.id != name:
            yield file.problem(
                ("id",), f"« {checklist.id} »", f"« {name} », comme le fichier", "corrigez l’id"
            )
        own = {item.id for item in checklist.items}
        known = {*content.items, *content.register.of("items")}
        for g, group in enumerate(checklist.groups):
            for i, other in enumerate(group.also):
                if other not in known or other in own:
                    yield file.problem(
                        ("groups", g, "also", i),
                        f"« {other} »",
                        "l’id d’un élément d’une autre liste",
                        mend_of_id(
                            content,
                            "items",
                            other,
                            known - own,
                            "corrigez l’id, ou écrivez l’élément sous « items »",
                        ),
                    )
    for i, step in enumerate(content.steps):
        if step.list and step.list not in content.checklists:
            yield files["path"].problem(
                ("steps", i, "list"),
                f"« {step.list} »",
                "l’une des listes " + ", ".join(content.checklists),
                mend_of_id(content, "lists", step.list, content.checklists),
            )
    items = {item.id for each in content.checklists.values() for item in each.items}
    for name, rule in content.follow_up.rules.durations().items():
        if rule.done_by and rule.done_by not in items:
            yield files["follow-up"].problem(
                ("rules", name, "done_by"),
                f"« {rule.done_by} »",
                "l’id d’un élément à cocher",
                mend_of_id(content, "items", rule.done_by, items),
            )
