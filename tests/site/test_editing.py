"""What an editor does every day keeps the gate green: each edit alone, on a copy of the project.

Only tests/live/ reads what an editor writes, so those tests are the gate; the build is part of them.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.recipes import NIGHTLY, SLOW, Edit

pytestmark = pytest.mark.slow


@pytest.fixture
def project(project: Path) -> Path:
    """A copy with the tests, which find the edited docs/ where an editor has them."""
    shutil.copytree(ROOT / "tests", project / "tests")
    shutil.copy(ROOT / "pyproject.toml", project)
    return project


@pytest.mark.parametrize(
    "change",
    [*SLOW, *(pytest.param(each, marks=pytest.mark.nightly) for each in NIGHTLY)],
    ids=lambda change: change.__name__,
)
def test_an_edit_by_the_handbook_keeps_the_gate_green(
    project: Path, edit: Edit, change: Callable[[Path, Edit], None], site: Path
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
        env={**os.environ, "FROZEN_SITE": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout[-4000:]
