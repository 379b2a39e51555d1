"""What these tests read of a project is its content: nothing else is copied for them."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import WHOLE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the content, for a test to change."""
    project = tmp_path / "project"
    shutil.copytree(WHOLE, project / "docs")
    return project
