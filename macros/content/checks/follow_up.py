"""What must hold of the endings and examples of docs/data/follow-up.yml."""

from collections.abc import Iterator

from macros.content.checks.base import Place, mend_of_id, points_known
from macros.content.content import Content
from macros.content.yaml_files import DataFile, Problem


def examples_agree(content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    """Yield each example whose promise cannot be."""
    readings = {
        promise.id: promise.reading
        for promise in content.follow_up.promises
        if promise.number or not promise.counts  # an example cannot ask the reader how many
    }
    for name, example in content.follow_up.examples.items():
        here = Place(files["follow-up"], ("examples", name))
        if example.promise not in readings:
            yield here.problem(
                f"« {example.promise} »",
                "l’une des réponses " + ", ".join(readings),
                "corrigez « promise »",
            )
        elif (readings[example.promise] == "date") != (example.promised is not None):
            yield here.problem(
                f"promise: {example.promise}, promised: {example.promised}",
                "une date « promised » quand une date est annoncée, et seulement alors",
                "ajoutez ou retirez « promised »",
            )
        elif example.promised and example.promised < example.interview:
            yield here.problem(
                f"une réponse le {example.promised}",
                f"une date à partir du {example.interview}, jour de l’entretien",
                "corrigez l’une des deux dates",
            )


def chips_agree(content: Content, file: DataFile) -> Iterator[Problem]:
    """Yield each button without a promise, and each row whose last one opens no field of a date."""
    readings = {promise.id: promise.reading for promise in content.follow_up.promises}
    for lang, names in content.follow_up.chips:
        for i, name in enumerate(names):
            if name not in readings:
                yield file.problem(
                    ("chips", lang, i),
                    f"« {name} »",
                    "l’une des réponses de « promises »",
                    mend_of_id(content, "promises", name, readings),
                )
        if readings.get(names[-1]) != "date":
            yield file.problem(
                ("chips", lang, len(names) - 1),
                f"« {names[-1]} » en dernier",
                "la réponse dont « reading » est « date » : elle ouvre le champ",
                "mettez-la à la fin",
            )


def agency_agrees(content: Content, file: DataFile) -> Iterator[Problem]:
    """Yield each site that is to vouch for the rules of an agency, and is none of practices.yml."""
    sites = {site.id for site in content.practices.sites}
    for i, name in enumerate(content.follow_up.agency.sites):
        if name not in sites:
            yield file.problem(
                ("agency", "sites", i),
                f"« {name} »",
                "l’id d’un site de practices.yml",
                mend_of_id(content, "practices", name, sites),
            )


def endings_agree(content: Content, file: DataFile) -> Iterator[Problem]:
    """Yield each ending whose steps or points there are not."""
    steps = content.follow_up.closing_steps
    for kind, ending in content.follow_up.endings.all().items():
        for i, name in enumerate(ending.steps):
            if name not in steps:
                yield file.problem(
                    ("endings", kind, "steps", i),
                    f"« {name} »",
                    "une étape de « closing_steps »",
                    mend_of_id(content, "closing_steps", name, steps),
                )
    yield from points_known(
        content, file, ((("closing_steps", name), step) for name, step in steps.items())
    )
