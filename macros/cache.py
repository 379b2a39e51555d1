"""What a build keeps for the next one, in a folder that can be removed at any time."""

import hashlib
import os
import pickle
import sys
import sysconfig
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import jinja2

T = TypeVar("T")
FOLDER = Path(".cache")
A_WHILE = 3 * 24 * 3600  # three days, in seconds


def kept(name: str, inputs: Iterable[bytes], make: Callable[[], T]) -> T:
    """Return what was made of the same inputs before, or make it.

    Its inputs are the code of ours that makes it, too; of what packages are installed, this knows.
    """
    file = FOLDER / f"{name}-{digest([_installed(), *inputs]).hex()}.pickle"
    with suppress(FileNotFoundError, zlib.error):
        found: T = pickle.loads(zlib.decompress(file.read_bytes()))  # noqa: S301 - our own file
        os.utime(file)  # for `forget`
        return found
    made = make()
    _forget_once()
    FOLDER.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=FOLDER, delete=False) as whole:
        whole.write(zlib.compress(pickle.dumps(made), level=1))
    Path(whole.name).replace(file)  # nobody reads half of it
    return made


def digest(inputs: Iterable[bytes]) -> bytes:
    """Return what stands for inputs as one of another thing."""
    all_of_them = hashlib.sha256()
    for each in inputs:
        all_of_them.update(hashlib.sha256(each).digest())
    return all_of_them.digest()


def forget() -> None:
    """Remove what no build has used for three days."""
    for file in FOLDER.glob("*.pickle"):
        with suppress(FileNotFoundError):  # another build may do so too
            if file.stat().st_mtime < time.time() - A_WHILE:
                file.unlink()


_forget_once = cache(forget)


def files_in(*folders: Path, suffix: str = "") -> Iterator[bytes]:
    """Give, as inputs, each file of some folders: its path there, and what it holds."""
    for folder in folders:
        for file in sorted(folder.rglob(f"*{suffix}")):
            if file.is_file() and file.suffix != ".pyc":
                yield file.relative_to(folder).as_posix().encode()
                yield file.read_bytes()


@cache
def _installed() -> bytes:
    packages = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    return "\n".join([sys.version, *sorted(each.name for each in packages)]).encode()


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
