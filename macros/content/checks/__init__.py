"""What must hold between the files of docs/data, beyond the form of each."""

from collections.abc import Iterator
from pathlib import Path

from macros.content.checks.checklists import lists_agree
from macros.content.checks.countries import countries_agree
from macros.content.checks.debrief import debrief_agrees
from macros.content.checks.example import example_agrees
from macros.content.checks.follow_up import (
    agency_agrees,
    chips_agree,
    endings_agree,
    examples_agree,
)
from macros.content.checks.ids import ids_agree
from macros.content.checks.messages import messages_agree
from macros.content.checks.pages import menu_agrees, pages_exist, twin_trees
from macros.content.checks.places import places_agree
from macros.content.checks.points import each_point_once
from macros.content.checks.questions import questions_agree
from macros.content.checks.search import meanings_agree
from macros.content.checks.stages import stages_agree
from macros.content.content import Content
from macros.content.yaml_files import DataFile, Problem


def between_files(docs: Path, content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    """Yield a problem for each thing that one file says and another contradicts."""
    yield from ids_agree(content, files)
    yield from each_point_once(content, files)
    yield from questions_agree(content, files)
    yield from countries_agree(content, files)
    yield from lists_agree(content, files)
    yield from examples_agree(content, files)
    yield from example_agrees(content, files["example"])
    yield from chips_agree(content, files["follow-up"])
    yield from agency_agrees(content, files["follow-up"])
    yield from endings_agree(content, files["follow-up"])
    yield from debrief_agrees(content, files["debrief"])
    yield from stages_agree(content, files["stages"])
    yield from messages_agree(content, files["messages"])
    yield from places_agree(content.places, files["places"])
    yield from meanings_agree(content, files["search"])
    yield from pages_exist(docs, content, files)
    yield from twin_trees(docs)
    yield from menu_agrees(docs, content, files["menu"])
