"""What must hold of the files themselves: the guide reads each, by the name it has."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

from macros.content.yaml_files import DataFile, Problem
from macros.languages import LANGUAGES

PAGE = re.compile(r"[a-z0-9-]+\.md")
# What word processors write, or an editor names, in place of a page; pictures and files to load are left alone.
NO_PAGES = (".doc", ".docx", ".markdown", ".odt", ".rtf", ".txt")


def files_are_read(docs: Path, read: Collection[str]) -> Iterator[Problem]:
    """Yield each file of docs/ that the guide would not read, or not under the name that is meant."""
    data = [path for path in _files(docs / "data") if path.as_posix() not in read]
    pages = [path for lang in LANGUAGES for path in _files(docs / lang)]
    strange = [
        path
        for path in pages
        if path.suffix.lower() in NO_PAGES
        or (path.suffix.lower() == ".md" and not PAGE.fullmatch(path.name))
    ]
    known = {*read, *(path.as_posix() for path in pages if path not in strange)}
    for path in (*data, *strange):
        yield _stray(path, [Path(name) for name in known])


def _files(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*"))
    return [path for path in found if path.is_file() and not path.name.startswith((".", "~"))]


def _stray(path: Path, known: list[Path]) -> Problem:
    suffix = ".yml" if "data" in path.parts else ".md"
    stem = path.name.removesuffix(path.suffix)
    originals = [
        each.name
        for each in known
        if each.parent == path.parent and each.stem in stem.lower() and each.is_file()
    ]
    plain = unicodedata.normalize("NFD", path.name.partition(".")[0].lower())
    name = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-") + suffix
    if originals:
        original = max(originals, key=len)
        found = f"« {path.name} », sans doute une copie de {original}"
        mend = "retirez cette copie, après y avoir repris ce qui doit rester"
    else:
        found = f"« {path.name} », que le guide ne lit pas"
        mend = "retirez-le" if name == path.name else f"renommez-le « {name} », ou retirez-le"
    expected = f"un nom en minuscules sans accent ni espace, qui finit par {suffix}"
    if name == path.name:
        expected = "un fichier que le guide connaît"
    return DataFile(path.as_posix()).problem((), found, expected, mend)
