"""What these tests read of a project is its content: nothing else is copied, and no file read twice."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from macros.content.checks import french
from macros.content.pages import Page
from macros.content.pages import _read as read_page
from macros.content.yaml_files import DataFile, check, read
from macros.languages import Lang
from tests.conftest import WHOLE


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content, made once."""
    project = tmp_path_factory.mktemp("content")
    shutil.copytree(WHOLE, project / "docs")
    return project


@pytest.fixture
def project(copied: Path) -> Iterator[Path]:
    """A copy of the content, for a test to change: what it changed is put back."""
    yield copied
    docs = copied / "docs"
    for copy in docs.rglob("*"):
        if copy.is_file() and not (WHOLE / copy.relative_to(docs)).exists():
            copy.unlink()
    for file in WHOLE.rglob("*"):
        copy = docs / file.relative_to(WHOLE)
        if file.is_file() and not (copy.is_file() and is_alike(file, copy)):
            shutil.copy2(file, copy)


def is_alike(file: Path, copy: Path) -> bool:
    """Tell by its dates that nobody wrote in a copy."""
    return file.stat().st_mtime_ns == copy.stat().st_mtime_ns


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

    @cache
    def is_plain(text: str) -> bool:
        signs = (french.BRACKETED, french.COLON, french.QUOTES)
        return not any(each.search(text) for each in signs)

    faults = french._faults

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "safe_load", cache(yaml.safe_load))
        patch.setattr(
            french, "_faults", lambda text, small: () if is_plain(text) else faults(text, small)
        )
        patch.setattr("macros.content.read", read_unless_known)
        patch.setattr("macros.content.pages._read", page_unless_known)
        patch.setattr("macros.content.check", check_unless_known)
        yield
