"""What these tests read of a project is its content: nothing else is copied, and no file read twice."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from macros.content.pages import Page
from macros.content.pages import _read as read_page
from macros.content.yaml_files import DataFile, check, read
from macros.languages import Lang
from tests.conftest import WHOLE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the content, for a test to change."""
    project = tmp_path / "project"
    shutil.copytree(WHOLE, project / "docs")
    return project


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Read and check anew only the file that a test changed: all others are the same each time."""
    files: dict[bytes, DataFile] = {}
    pages: dict[tuple[Lang, str, bytes], Page] = {}
    checked: dict[tuple[Any, ...], BaseModel] = {}

    def read_unless_known(path: Path) -> DataFile:
        text = path.read_bytes() if path.is_file() else None
        if text is None:
            return read(path)
        if text not in files:
            file = read(path)  # nothing is kept of a file that is refused
            files[text] = file
        return replace(files[text], name=path.as_posix())

    def check_unless_known(model: type[BaseModel], file: DataFile, context: Any) -> BaseModel:
        of = (model, tuple(file.text), repr(context))
        if of not in checked:
            checked[of] = check(model, file, context)
        return checked[of]

    def page_unless_known(path: Path, lang: Lang, name: str) -> Page:
        of = (lang, name, path.read_bytes())
        if of not in pages:
            pages[of] = read_page(path, lang, name)
        return replace(pages[of], file=path.as_posix())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("macros.content.read", read_unless_known)
        patch.setattr("macros.content.pages._read", page_unless_known)
        patch.setattr("macros.content.check", check_unless_known)
        yield
