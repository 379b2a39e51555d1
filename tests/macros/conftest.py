"""What these tests read of a project is its content: nothing else is copied, and no file read twice."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.yaml_files import DataFile, read
from tests.conftest import WHOLE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the content, for a test to change."""
    project = tmp_path / "project"
    shutil.copytree(WHOLE, project / "docs")
    return project


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Read YAML anew only where a test changed it: 32 of the 33 files are the same each time."""
    files: dict[bytes, DataFile] = {}

    def read_unless_known(path: Path) -> DataFile:
        text = path.read_bytes() if path.is_file() else None
        if text is None:
            return read(path)
        if text not in files:
            file = read(path)  # nothing is kept of a file that is refused
            files[text] = file
        return replace(files[text], name=path.as_posix())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("macros.content.read", read_unless_known)
        yield
