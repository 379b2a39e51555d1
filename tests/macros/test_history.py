"""What git says of a folder, where there is git."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.history import History

GIT = ("git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org")


def committed(folder: Path, day: str) -> None:
    """Commit all that a folder holds, on a day."""
    moment = f"{day}T12:00:00Z"
    environment = {**os.environ, "GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment}
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "Change")):
        subprocess.run([*GIT, *words], cwd=folder, check=True, env=environment)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder whose page was written one day, and changed another."""
    page = tmp_path / "page.md"
    page.write_text("# Titre\n\nAvant.\n", "utf-8")
    committed(tmp_path, "2026-11-01")
    subprocess.run([*GIT, "tag", "v1"], cwd=tmp_path, check=True)
    page.write_text("# Titre\n\nAprès.\n", "utf-8")
    committed(tmp_path, "2026-11-15")
    return tmp_path


def test_a_file_has_the_day_of_its_last_change(docs: Path) -> None:
    history = History.of(docs)

    assert history
    assert history.last_release() == "v1"
    assert f"{(change := history.last_change('page.md')) and change.day}" == "2026-11-15"
    assert history.at("v1", "page.md") == "# Titre\n\nAvant.\n"
    assert history.since("v1", "page.md") == ["-Avant.", "+Après."]


def test_what_is_not_committed_is_a_change_too(docs: Path) -> None:
    history = History.of(docs)
    (docs / "page.md").write_text("# Titre\n\nEncore.\n", "utf-8")

    assert history
    assert history.is_being_changed("page.md")
    assert history.since("HEAD", "page.md") == ["-Après.", "+Encore."]


def test_a_folder_that_git_does_not_know_has_no_history(tmp_path: Path) -> None:
    assert History.of(tmp_path) is None


def test_without_git_there_is_no_history(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)

    assert History.of(docs) is None
