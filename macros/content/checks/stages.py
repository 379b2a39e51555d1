"""What must hold between the stages, their sentences and their tasks, and the other files."""

from collections.abc import Iterator

from macros.content.checks.base import mend_of_id
from macros.content.content import Content
from macros.content.models.base import PLACEHOLDER, Template
from macros.content.models.stages import NAMES, QUESTION, SOMETIMES, SURE, Stages
from macros.content.yaml_files import DataFile, Problem
from macros.languages import ORIGINAL


def stages_agree(content: Content, file: DataFile) -> Iterator[Problem]:
    """Yield a problem for each thing that stages.yml says and another part or file contradicts."""
    yield from _stages_hold(content, file)
    yield from _stages_name_what_exists(content.stages, file)
    yield from _tasks_end(content, file)
    for name, say in content.stages.headlines.items():
        yield from _names_known(file, ("headlines", name), say, NAMES)
    for name, card in content.stages.cards.items():
        yield from _names_known(file, ("cards", name, "under"), [card.under or card.over], NAMES)
        if name not in content.stages.headlines:
            yield file.problem(
                ("cards", name),
                f"« {name} »",
                "l’une des phrases de « headlines »",
                "corrigez le nom",
            )
    for i, task in enumerate(content.stages.tasks):
        names = (QUESTION,) if task.questions else NAMES
        yield from _names_known(file, ("tasks", i, "say"), task.say, names)


def _stages_hold(content: Content, file: DataFile) -> Iterator[Problem]:
    """Find stages that an earlier one always hides, and readers whom no stage is for."""
    stages = content.stages.stages
    for i, stage in enumerate(stages):
        earlier = next((each for each in stages[:i] if {*each.when} <= {*stage.when}), None)
        if earlier:
            yield file.problem(
                ("stages", i),
                f"une étape que « {earlier.id} », plus haut, cache toujours",
                "une étape qui précise ce que disent celles d’en haut",
                "montez-la avant l’autre, ou changez « when »",
            )
    for fact in SURE:
        if not any({*stage.when} <= {fact} for stage in stages):
            yield file.problem(
                ("stages",),
                f"aucune étape pour qui n’a que « {fact} »",
                f"une dernière étape avec « when: [{fact}] »",
                "ajoutez-la à la fin",
            )


def _stages_name_what_exists(stages: Stages, file: DataFile) -> Iterator[Problem]:
    tasks = {task.id: task for task in stages.tasks}
    for i, stage in enumerate(stages.stages):
        if stage.headline and stage.headline not in stages.headlines:
            yield file.problem(
                ("stages", i, "headline"),
                f"« {stage.headline} »",
                "l’une des phrases de « headlines »",
                "corrigez le nom",
            )
        for key, names in (("tasks", stage.tasks), ("propose", stage.propose)):
            for n, name in enumerate(names):
                if name not in tasks:
                    yield file.problem(
                        ("stages", i, key, n),
                        f"« {name} »",
                        "l’une des tâches de « tasks »",
                        "corrigez le nom",
                    )
                elif key == "propose" and tasks[name].page is None:
                    yield file.problem(
                        ("stages", i, key, n),
                        f"« {name} », qui ne mène nulle part",
                        "une tâche avec « page » et « link »",
                        "ajoutez-les à la tâche, ou proposez-en une autre",
                    )


def _tasks_end(content: Content, file: DataFile) -> Iterator[Problem]:
    """Find tasks that nothing ends, and ticks that two would share."""
    items = {*content.items, *content.register.of("items")}  # some may be drafts
    kept = {*items, *content.follow_up.closing_steps}
    for i, task in enumerate(content.stages.tasks):
        for key, kind, name, known, expected in (
            ("item", "items", task.item, items, "l’id d’un élément à cocher"),
            ("checklist", "lists", task.checklist, content.checklists, "l’une des listes"),
            (
                "step",
                "closing_steps",
                task.step,
                content.follow_up.closing_steps,
                "une étape de « closing_steps »",
            ),
        ):
            if name is not None and name not in known:
                mend = mend_of_id(content, kind, name, known)
                yield file.problem(("tasks", i, key), f"« {name} »", expected, mend)
        if task.sources == 0 and task.id in kept:
            yield file.problem(
                ("tasks", i, "id"),
                f"« {task.id} », sous lequel une autre coche est gardée",
                "un id qui ne sert qu’une fois",
                "donnez-lui un autre id, ou dites « item: » ou « step: »",
            )


def _names_known(
    file: DataFile, loc: tuple[str | int, ...], say: list[Template], names: tuple[str, ...]
) -> Iterator[Problem]:
    for i, text in enumerate(say):
        for name in PLACEHOLDER.findall(text[ORIGINAL]):
            if name not in names:
                yield file.problem(
                    (*loc, i),
                    f"{{{name}}}",
                    "l’un des noms " + ", ".join(names),
                    "corrigez le nom entre accolades",
                )
    if say and SOMETIMES.intersection(PLACEHOLDER.findall(say[-1][ORIGINAL])):
        yield file.problem(
            (*loc, len(say) - 1),
            f"« {say[-1][ORIGINAL]} » en dernier",
            "une dernière façon de le dire sans "
            + ", ".join(f"{{{n}}}" for n in sorted(SOMETIMES)),
            "ajoutez-en une, pour qui n’a pas donné d’heure",
        )
