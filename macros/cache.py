"""What a build keeps for the next one, in a folder that can be removed at any time."""

import hashlib
import pickle
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import jinja2

T = TypeVar("T")
FOLDER = Path(".cache")


def kept(name: str, inputs: Iterable[bytes], make: Callable[[], T]) -> T:
    """Return what was made of the same inputs before, or make it; the code that makes it is an input."""
    digest = hashlib.sha256()
    for each in inputs:
        digest.update(hashlib.sha256(each).digest())
    file = FOLDER / f"{name}-{digest.hexdigest()}.pickle"
    if file.is_file():
        found: T = pickle.loads(file.read_bytes())  # noqa: S301 - our own file
        return found
    made = make()
    FOLDER.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=FOLDER, delete=False) as whole:
        pickle.dump(made, whole)
    Path(whole.name).replace(file)  # nobody reads half of it
    return made


class _Templates(jinja2.FileSystemBytecodeCache):
    """Finds a template by its name, wherever its file is: Jinja compares its text with what was kept."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what a template is kept as."""
        return hashlib.sha256(name.encode()).hexdigest()


def templates(environment: str) -> jinja2.BytecodeCache:
    """Return where an environment keeps its templates: each compiles them in its own way."""
    folder = FOLDER / f"jinja-{jinja2.__version__}" / environment
    folder.mkdir(parents=True, exist_ok=True)
    return _Templates(str(folder))
