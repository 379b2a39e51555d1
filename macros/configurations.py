"""What must hold of the configurations of MkDocs, said as all else is: before MkDocs reads them, in English.

`make build` and `make serve` begin with it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from macros.content.yaml_files import ContentError, DataFile, Loc, Problem, mend_of_name, read
from macros.languages import ORIGINAL, TRANSLATIONS

INHERIT = "INHERIT"
# Where each names files or folders.
PATHS: tuple[Loc, ...] = (
    (INHERIT,),
    ("docs_dir",),
    ("theme", "custom_dir"),
    ("hooks",),
    ("watch",),
)


def configuration_problems(project: Path) -> Iterator[Problem]:
    """Yield what is to mend in the configurations of a project."""
    for lang in (ORIGINAL, *TRANSLATIONS):
        name = "mkdocs.yml" if lang == ORIGINAL else f"mkdocs.{lang}.yml"
        try:
            file = read(project / name)
        except ContentError as error:
            yield from error.problems
            continue
        file.name = name
        yield from _keys(file)
        yield from _paths(file, project)
        yield from _language(file, lang)


def _keys(file: DataFile) -> Iterator[Problem]:
    if not isinstance(file.values, dict):
        yield file.problem(
            (), "des lignes d’une autre forme", "des clés suivies de deux-points",
            "restaurez ce fichier depuis l’historique",
        )  # fmt: skip
        return
    known = [INHERIT, *dict(MkDocsConfig._schema)]
    for key in file.values:
        if key not in known:
            mend = mend_of_name(str(key), known, "retirez cette clé, ou décalez sa ligne")
            yield file.problem((key,), f"« {key} »", "une clé de MkDocs, comme site_name", mend)


def _paths(file: DataFile, project: Path) -> Iterator[Problem]:
    for loc in PATHS:
        named: Any = file.at(loc)
        for name in named if isinstance(named, list) else [named]:
            if isinstance(name, str) and not (project / name).exists():
                yield file.problem(
                    loc,
                    f"« {name} »",
                    "un fichier ou un dossier qui existe",
                    "corrigez son nom, ou restaurez-le depuis l’historique",
                )


def _language(file: DataFile, lang: str) -> Iterator[Problem]:
    """Yield what says another language than the name of the file."""
    for loc, expected in ((("theme", "language"), lang), (("docs_dir",), f"docs/{lang}")):
        found = file.at(loc)
        if found != expected:
            yield file.problem(
                loc,
                "rien" if found is None else f"« {found} »",
                f"« {expected} », comme le dit le nom du fichier",
                f"écrivez « {loc[-1]}: {expected} »",
            )


if __name__ == "__main__":
    wrong = [*configuration_problems(Path())]
    sys.stderr.writelines(f"{each}\n" for each in wrong)
    sys.exit(bool(wrong))
