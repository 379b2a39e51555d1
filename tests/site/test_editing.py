"""What an editor does every day keeps the gate green: each edit alone, on a copy of the project.

Only tests/live/ reads what an editor writes, so those tests are the gate; the build is part of them.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow
Edit = Callable[[str, str, str], None]
FOLLOW_UP = "docs/data/follow-up.yml"
PLACES = "docs/data/places.yml"
REGISTER = "docs/data/register.yml"
FIRST_LIST = "docs/data/checklists/after-the-first-interview.yml"
ITEM = """      - id: tell-someone
        addition: true
        text: {fr: "Racontez l’entretien à un proche.", en: "Tell someone close to you about the interview."}
"""
QUESTION = """  - id: %s
    addition: true
    theme: %s
    ask: {fr: "Où travaillerez-vous ?", en: "Where will you work?"}
    behind: {fr: "Votre organisation.", en: "How you organise yourself."}
    prepare: {fr: "Décrivez une semaine type.", en: "Describe a typical week."}
    trap: {fr: "Répondre « partout ».", en: "Answering “anywhere”."}
    rewordings: [{fr: "D’où travaillerez-vous ?", en: "Where will you be working from?"}]
    asked_by: [hr]
"""
LIST = """id: the-day-before
per: interview
title: {fr: "La veille", en: "The day before"}
groups:
  - items:
      - id: check-the-way
        addition: true
        text: {fr: "Vérifiez le trajet.", en: "Check how to get there."}
"""
PAGE = """---
description: %s
---

# %s

{{ badge("addition") }}

{{ check_list("the-day-before") }}
"""


def a_sentence(project: Path, edit: Edit) -> None:
    edit("docs/fr/guide/prepare.md", "La première étape sert souvent", "La première étape sert")


def two_weeks_to_ten_days(project: Path, edit: Edit) -> None:
    edit(FOLLOW_UP, "value: {number: 2, unit: weeks}", "value: {number: 10, unit: days}")


def twenty_four_to_forty_eight_hours(project: Path, edit: Edit) -> None:
    edit(FOLLOW_UP, "value: {number: 24, unit: hours}", "value: {number: 48, unit: hours}")


def a_question(project: Path, edit: Edit) -> None:
    with (project / "docs/data/questions/job.yml").open("a", encoding="utf-8") as file:
        file.write(QUESTION % ("where-from", "job"))
    edit(REGISTER, "\nquestions:\n", "\nquestions:\n  where-from:\n")


def a_theme(project: Path, edit: Edit) -> None:
    new = '  - id: remote\n    title: {fr: "Le télétravail", en: "Remote work"}\nroles:\n'
    edit("docs/data/questions.yml", "roles:\n", new)
    text = "questions:\n" + QUESTION % ("where-from", "remote")
    (project / "docs/data/questions/remote.yml").write_text(text, encoding="utf-8")
    edit(REGISTER, "\nquestions:\n", "\nquestions:\n  where-from:\n")


def an_item(project: Path, edit: Edit) -> None:
    edit(FIRST_LIST, "      - id: keep-applying\n", f"{ITEM}      - id: keep-applying\n")
    edit(REGISTER, "  keep-applying:\n", "  keep-applying:\n  tell-someone:\n")


def an_item_renamed(project: Path, edit: Edit) -> None:
    edit(FIRST_LIST, "id: note-reply-time", "id: write-reply-time")
    new = "  write-reply-time: {formerly: [note-reply-time]}\n"
    edit(REGISTER, "  note-reply-time:\n", new)


def an_item_retired(project: Path, edit: Edit) -> None:
    an_item(project, edit)
    edit(FIRST_LIST, ITEM, "")
    edit(REGISTER, "  tell-someone:\n", "  tell-someone: {retired: 2026-12-31}\n")


def a_page_with_a_list(project: Path, edit: Edit) -> None:
    (project / "docs/data/checklists/the-day-before.yml").write_text(LIST, encoding="utf-8")
    edit(REGISTER, "  keep-applying:\n", "  keep-applying:\n  check-the-way:\n")
    edit(
        "docs/data/menu.yml",
        "      - page: about.md\n",
        '      - page: more/eve.md\n        short: {fr: "La veille", en: "The day before"}\n'
        "      - page: about.md\n",
    )
    for lang, title, description in (
        ("fr", "La veille", "Ce qu’il reste à vérifier la veille de l’entretien d’embauche."),
        ("en", "The day before", "What is left to check the day before the job interview."),
    ):
        page = project / f"docs/{lang}/more/eve.md"
        page.write_text(PAGE % (description, title), encoding="utf-8")


def a_sentence_of_a_message(project: Path, edit: Edit) -> None:
    edit(
        "docs/data/messages.yml",
        "Le poste, tel que vous me l’avez présenté, me convient.",
        "Tout me convient.",
    )


def a_source(project: Path, edit: Edit) -> None:
    site = (
        "  - id: our-site\n    name: Notre site\n    country: FR\n    url: https://example.org\n"
        "    checked: 2026-11-26\n"
        '    promised: {fr: "Le lendemain", en: "The day after"}\n'
    )
    edit("docs/data/practices.yml", "sites:\n", f"sites:\n{site}")
    edit(REGISTER, "\npractices:\n", "\npractices:\n  our-site:\n")


def two_more_years(project: Path, edit: Edit) -> None:
    edit(PLACES, "last_year: 2029", "last_year: 2031")


@pytest.fixture
def project(project: Path) -> Path:
    """A copy with the tests, which find the edited docs/ where an editor has them."""
    tests = project / "tests"
    shutil.copytree(ROOT / "tests", tests, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", project)
    return project


@pytest.mark.parametrize(
    "change",
    [
        a_sentence,
        two_weeks_to_ten_days,
        twenty_four_to_forty_eight_hours,
        a_question,
        a_theme,
        an_item,
        an_item_renamed,
        an_item_retired,
        a_page_with_a_list,
        a_sentence_of_a_message,
        a_source,
        two_more_years,
    ],
    ids=lambda change: change.__name__,
)
def test_an_edit_by_the_handbook_keeps_the_gate_green(
    project: Path, edit: Edit, change: Callable[[Path, Edit], None]
) -> None:
    change(project, edit)

    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-m",
            "not slow",
            "tests/live",
        ],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout[-4000:]
