"""What git remembers of docs/: the last release, and when each file was last changed."""

import shutil
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Change:
    """The last commit that changed a file, and its day."""

    commit: str
    day: date


@dataclass(frozen=True)
class History:
    """What git says of a folder; paths are those below it."""

    git: str
    folder: Path

    @classmethod
    def of(cls, folder: Path) -> "History | None":
        """Return the history of a folder, None where there is no git or it knows no commit."""
        git = shutil.which("git")
        history = cls(git, folder) if git else None
        return history if history and history._said("rev-parse", "--verify", "HEAD") else None

    def last_release(self) -> str | None:
        """Return the last tag before what is there now."""
        return self._said("describe", "--tags", "--abbrev=0").strip() or None

    def at(self, commit: str, path: str) -> str:
        """Return what a file held at a commit, nothing if it was not there."""
        return self._said("show", f"{commit}:./{path}")

    def last_change(self, path: str) -> Change | None:
        """Return the last change of a file, None if it was never committed."""
        commit, _, day = (
            self._said("log", "-1", "--format=%H %cs", "--", path).strip().partition(" ")
        )
        return Change(commit, date.fromisoformat(day)) if day else None

    def is_being_changed(self, path: str) -> bool:
        """Tell whether a file holds what is not committed."""
        return bool(self._said("status", "--porcelain", "--", path))

    def since(self, commit: str, path: str) -> list[str]:
        """Return the lines that a file lost (`-`) and got (`+`) since a commit."""
        said = self._said("diff", "--unified=0", commit, "--", path)
        _, _, changes = said.partition("\n@@")
        return [line for line in changes.splitlines() if line[:1] in ("-", "+")]

    def _said(self, *words: str) -> str:
        command = [self.git, "-C", str(self.folder), "-c", "core.quotePath=false", *words]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
        return done.stdout if done.returncode == 0 else ""
