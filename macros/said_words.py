"""What templates and scripts say of docs/data/words.yml is there, and they fill every {name} of it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.content.models.base import PLACEHOLDER
from macros.content.models.words import Word
from macros.content.yaml_files import DataFile, Problem, mend_of_name, read
from macros.languages import EVERYWHERE, ORIGINAL

SAID = re.compile(r"""\bword\(\s*["']([\w-]+)\.([\w.-]+)["']\s*[,)]""")
NAME = re.compile(r"[\w-]+")
SOURCES = (".html", ".js", ".py")


def said_words(
    words: Mapping[str, Mapping[str, Word]], file: Path, *folders: Path
) -> Iterator[Problem]:
    """Yield each word that is said and missing, and each {name} that no source gives."""
    sources = {
        path: path.read_text("utf-8")
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in SOURCES
    }
    data = read(file)
    said = {word: path for path, text in sources.items() for word in SAID.findall(text)}
    for (part, name), path in said.items():
        if name not in words.get(part, {}):
            yield _missing(data, path, part, name, words)
    given = {name for text in sources.values() for name in NAME.findall(text)}
    for part, by_name in words.items():
        for name, word in by_name.items():
            for placeholder in PLACEHOLDER.findall(word[ORIGINAL]):
                if placeholder not in given:
                    yield data.problem(
                        ("words", part, name),
                        f"{{{placeholder}}}, que rien ne remplit",
                        "un nom entre accolades que le guide remplit",
                        f"remettez celui d’avant, le même {EVERYWHERE}",
                    )


def _missing(
    data: DataFile, path: Path, part: str, name: str, words: Mapping[str, Mapping[str, Word]]
) -> Problem:
    known = words.get(part)
    mend = "remettez ce mot, comme il était"
    return data.problem(
        ("words", part) if known else ("words",),
        "rien",
        f"« {name} » sous « {part} », que dit {path.as_posix()}",
        mend_of_name(name, known, mend) if known else mend_of_name(part, words, mend),
    )
