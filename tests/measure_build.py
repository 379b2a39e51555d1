"""Measures how long the site takes to build, beside plain Material on the same pages: `make bench`.

Times mean something only beside each other, on one machine in one run: no test reads them.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from tests.conftest import ROOT, copy_project, run_build

LANGUAGES = ("fr", "en")
GENERATED = (0, 100, 500)  # pages more in each language
PAIRS = 3
BUDGET: float = json.loads((ROOT / "tests/budgets.json").read_text("utf-8"))["build"][
    "times plain Material"
]
# What plain Material does not know, and the same for both: what it does for each page.
OURS = ("hooks", "extra_css", "extra", "watch", "strict", "validation", "site_url")


def main() -> None:
    """Build the guide, then the guide with more pages, each way, and print a table."""
    print("| pages | plain Material, s | the guide, s | times | budget |")
    print("|---:|---:|---:|---:|---:|")
    for count in GENERATED:
        with tempfile.TemporaryDirectory() as name:
            project = copy_project(Path(name) / "project")
            generate(project / "docs", count)
            pages = sum(1 for _ in (project / "docs").rglob("*.md"))
            # One after the other, and again: the machine has other things to do.
            pairs = [
                (seconds(build_plainly, project), seconds(build_ours, project))
                for _ in range(PAIRS)
            ]
        plain, ours = (median(times) for times in zip(*pairs, strict=True))
        times = median(ours / plain for plain, ours in pairs)
        print(f"| {pages} | {plain:.1f} | {ours:.1f} | {times:.2f} | {BUDGET} |", flush=True)


def seconds(build: Callable[[Path], None], project: Path) -> float:
    """Return how long it takes."""
    start = time.perf_counter()
    build(project)
    return time.perf_counter() - start


def generate(docs: Path, count: int) -> None:
    """Write pages of prose in both languages, with headings, lists and links, and their menu."""
    for i in range(count):
        parts = [f"# Page {i}", "---\ndescription: Generated to be measured.\n---"][::-1]
        for j in range(8):
            parts.append(f"## Part {j} of {i}\n\n" + f"Some words of page {i}, part {j}. " * 12)
            parts.append("\n".join(f"- item {k} of [part {j}](practise.md)" for k in range(5)))
        for lang in LANGUAGES:
            page = docs / lang / f"more/page-{i}.md"
            page.write_text("\n\n".join(parts), encoding="utf-8")
    with (docs / "data/menu.yml").open("a", encoding="utf-8") as menu:
        menu.writelines(
            f'      - page: more/page-{i}.md\n        short: {{fr: "{i}", en: "{i}"}}\n'
            for i in range(count)
        )


def build_ours(project: Path) -> None:
    """Build as `make build` does."""
    result = run_build(project, project / "site")
    assert result.returncode == 0, result.stderr[-2000:]


def build_plainly(project: Path) -> None:
    """Build both languages with the theme alone, without our templates, macros and hooks."""
    folder = project / "plain"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    ours: dict[str, Any] = yaml.safe_load(
        (project / "mkdocs.yml").read_text("utf-8").replace("!ENV", "")
    )
    for lang in LANGUAGES:
        config = {key: value for key, value in ours.items() if key not in OURS}
        config["theme"] = {**ours["theme"], "language": lang}
        for key in ("custom_dir", "logo", "favicon", "static_templates"):
            config["theme"].pop(key, None)
        config |= {
            "docs_dir": str(project / "docs" / lang),
            "site_dir": str(folder / "site" / lang),
            "plugins": ["search"],
        }
        file = folder / f"{lang}.yml"
        with file.open("w", encoding="utf-8") as out:
            yaml.safe_dump(config, out)
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(file)]
        subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
