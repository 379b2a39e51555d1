"""What the gate says to an editor whose build stopped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PROBLEM = "docs/data/follow-up.yml, ligne 23, rules › call : trouvé : « deux » ; à faire : écrivez-le en chiffres."
LAST = "Le guide n’a pas pu être fabriqué : corrigez ce qui est nommé ici, puis renvoyez vos changements."


def told(folder: Path, log: str, *state: str, **environment: str) -> list[str]:
    file = folder / "log"
    file.write_text(log, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, str(ROOT / ".ci/say_what_is_wrong.py"), str(file), *state],
        env={
            **{key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"},
            **environment,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout.splitlines()


def test_a_mistake_is_said_without_what_the_build_says_around_it(tmp_path: Path) -> None:
    log = f"INFO    -  Building\nERROR   -  {PROBLEM}\n\nAborted with a BuildError!\nmake: *** Error 1"

    assert told(tmp_path, log) == [PROBLEM, "", LAST]


def test_the_host_is_told_the_file_and_the_line(tmp_path: Path) -> None:
    first, *_ = told(tmp_path, f"ERROR   -  {PROBLEM}", GITHUB_ACTIONS="true")

    assert first == f"::error file=docs/data/follow-up.yml,line=23::{PROBLEM}"


def test_what_waits_is_said_beside_its_line_once_the_guide_is_built(tmp_path: Path) -> None:
    draft = "Brouillon, non publié : docs/en/more/eve.md, ligne 2 : cette page, publiée en français"
    log = f"INFO    -  {draft}\nINFO    -  Building documentation"

    assert told(tmp_path, log, "built", GITHUB_ACTIONS="true") == [
        f"::notice file=docs/en/more/eve.md,line=2::{draft}",
        draft,
    ]


def test_what_waits_is_no_mistake_where_the_build_stopped(tmp_path: Path) -> None:
    log = f"INFO    -  À relire : docs/en/index.md, ligne 9 : lu demain\nERROR   -  {PROBLEM}"

    assert told(tmp_path, log) == [PROBLEM, "", LAST]


def test_what_the_build_warns_of_is_said_once(tmp_path: Path) -> None:
    line = "WARNING -  Doc file 'guide/prepare.md' contains a link 'question.md'"

    assert told(tmp_path, f"{line}\n{line}") == [line.removeprefix("WARNING -  "), "", LAST]


@pytest.mark.parametrize("kind", ["ERROR   -  {}", "{}"])
def test_never_more_than_thirty_lines_are_said(tmp_path: Path, kind: str) -> None:
    log = "\n".join(kind.format(f"line {number} of many") for number in range(500))

    assert len(told(tmp_path, log)) == 30
