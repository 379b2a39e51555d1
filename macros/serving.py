"""`make serve`: what changed, and a page in place of every page while something is wrong."""

import logging
import traceback
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from macros.configurations import configuration_problems
from macros.typography import french_spaces

log = logging.getLogger("mkdocs.plugins.content")
PAGE = """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>À corriger</title>
<style>
:root {{ color-scheme: light dark; font: 1.1rem/1.6 system-ui, sans-serif }}
body {{ max-width: 45rem; margin: 3rem auto; padding: 0 1rem }}
li {{ margin: 1em 0; overflow-wrap: anywhere; white-space: pre-wrap }}
</style>
</head>
<body>
<h1>À corriger</h1>
<ul>
{problems}
</ul>
<p>Corrigez et enregistrez : cette page revient d’elle-même.</p>
</body>
</html>
"""
ALWAYS = ("404.html", "index.html", "en/index.html")


class Changes:
    """Which files changed since the last look at some folders."""

    def __init__(self) -> None:
        self._times: dict[Path, int] = {}

    def since_last(self, folders: Iterable[Path]) -> list[str]:
        """Return the files that changed, came or went; none at the first look."""
        before = self._times
        self._times = {
            path: path.stat().st_mtime_ns
            for folder in folders
            for path in (folder.rglob("*") if folder.is_dir() else [folder])
            if path.is_file() and "__pycache__" not in path.parts
        }
        changed = {path for path, _ in before.items() ^ self._times.items()} if before else set()
        return sorted(path.as_posix() for path in changed)


def shown_where_wrong(build: Callable[[], None], site: Path, wrong: Callable[[], str]) -> None:
    """Build a site; where that fails, let every page of it say what is `wrong`."""
    pages = {*(site / name for name in ALWAYS), *site.rglob("*.html")}
    try:
        build()
    except SystemExit:
        said = wrong()
    except Exception as error:  # a mistake in a configuration, or in Python
        if said := "\n".join(map(str, configuration_problems(Path()))):
            log.error("%s", said)
        else:
            traceback.print_exc()
            said = str(error)
    else:
        return
    problems = listed(said)
    for page in pages:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(PAGE.format(problems=problems), encoding="utf-8")


def listed(said: str) -> str:
    """Return an item for each problem; the lines to paste stay with theirs."""
    items: list[str] = []
    for line in said.splitlines():
        if items and line.startswith(" "):
            items[-1] += f"\n{line}"
        else:
            items.append(line)
    return "\n".join(f"<li>{escape(french_spaces(item))}</li>" for item in items)
