"""What these tests read of a project is its content: nothing else is copied, and no file read twice."""

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from macros.content.checks import french, texts
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


@cache
def originals() -> dict[str, int]:
    return dated(WHOLE)


def dated(folder: Path) -> dict[str, int]:
    """Return when each file of a folder was written, by its path in it."""
    return {
        os.path.relpath(entry.path, folder): entry.stat().st_mtime_ns
        for parent, _, _ in os.walk(folder)
        for entry in os.scandir(parent)
        if entry.is_file()
    }


@pytest.fixture
def project(copied: Path) -> Iterator[Path]:
    """A copy of the content, for a test to change: what it changed is put back."""
    yield copied
    docs = copied / "docs"
    copies = dated(docs)
    for name in copies.keys() - originals().keys():
        (docs / name).unlink()
    for name, written in originals().items():
        if copies.get(name) != written:
            shutil.copy2(WHOLE / name, docs / name)


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Read and check anew only the file that a test changed: all others are the same each time."""
    files: dict[bytes, DataFile] = {}
    pages: dict[tuple[Lang, str, bytes], Page] = {}
    checked: dict[tuple[Any, ...], BaseModel] = {}
    tomorrow: dict[int, list[str]] = {}

    def read_unless_known(path: Path) -> DataFile:
        text = path.read_bytes() if path.is_file() else None
        if text is None:
            return read(path)
        if text not in files:
            file = read(path)  # nothing is kept of a file that is refused
            files[text] = file
        return replace(files[text], name=path.as_posix())

    def check_unless_known(model: type[BaseModel], file: DataFile, context: Any) -> BaseModel:
        of = (model, id(file.text), repr(context))  # of one text there is one list of lines
        if of not in checked:
            checked[of] = check(model, file, context)
        return checked[of]

    def days_to_come(among: Iterable[DataFile]) -> Iterator[str]:
        for file in among:
            if id(file.text) not in tomorrow:
                tomorrow[id(file.text)] = [*texts.read_tomorrow([file])]
            yield from tomorrow[id(file.text)]

    def page_unless_known(path: Path, lang: Lang, name: str) -> Page:
        of = (lang, name, path.read_bytes())
        if of not in pages:
            pages[of] = read_page(path, lang, name)
        return replace(pages[of], file=path.as_posix())

    @cache
    def is_plain(text: str) -> bool:
        signs = (french.BRACKETED, french.COLON, french.QUOTES)
        return not any(each.search(text) for each in signs)

    @cache
    def is_sound(text: str) -> bool:
        return not texts.SUSPECT.search(text)

    ill_written, unsound = french._faults, texts._faults

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "safe_load", cache(yaml.safe_load))
        patch.setattr(
            french, "_faults", lambda text, *of: () if is_plain(text) else ill_written(text, *of)
        )
        patch.setattr(
            texts, "_faults", lambda text, *of: () if is_sound(text) else unsound(text, *of)
        )
        patch.setattr(texts, "_is_long", cache(texts._is_long))
        patch.setattr("macros.content.read_tomorrow", days_to_come)
        patch.setattr("macros.content.read", read_unless_known)
        patch.setattr("macros.content.pages._read", page_unless_known)
        patch.setattr("macros.content.check", check_unless_known)
        yield
