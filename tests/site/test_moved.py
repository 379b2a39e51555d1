"""Every address, and every id, of the site of November 2026 still answers."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest

from macros.content import load
from macros.publish.errors import PublishError
from macros.publish.moved import check_moved
from tests.conftest import CONTENT, SMALL, copy_project, replace_in, run_build
from tests.vectors import vectors

OLD: dict[str, list[str]] = {each["page"]: each["ids"] for each in vectors("addresses-of-2026-11")}
ID = re.compile(r'\sid="?([^"\s>]+)')
TABLE = re.compile(r'data-old-ids="([^"]+)"')
THEME = re.compile(r'data-questions="([^"]+)"><a href="([^"]+)"')


def ids(site: Path, path: str) -> set[str]:
    return set(ID.findall((site / path / "index.html").read_text(encoding="utf-8")))


def index(site: Path, path: str) -> dict[str, str]:
    """Return where the questions of themes are, by what the page of the questions says."""
    themes = THEME.findall((site / path / "index.html").read_text(encoding="utf-8"))
    return {
        name: f"{page}#{name}"
        for questions, page in themes
        for question in questions.split()
        for name in (question, f"{question}-ask")
    }


def table(site: Path, path: str) -> dict[str, str]:
    """Return what a page's scripts read of where its old ids are."""
    found = TABLE.search((site / path / "index.html").read_text(encoding="utf-8"))
    if not found:
        return {}
    file = urljoin(f"/{path}", found[1]).removeprefix("/")
    moved: dict[str, str] = json.loads((site / file).read_text(encoding="utf-8"))
    return moved


@pytest.mark.parametrize("path", OLD)
def test_each_old_address_answers_and_each_of_its_ids_is_there_or_sent_on(
    site: Path, path: str
) -> None:
    there, moved = ids(site, path), table(site, path) | index(site, path)
    lost = []
    for name in OLD[path]:
        if name in there:
            continue
        key = next(
            (k for k in moved if k == name or (k[-1] == "*" and name.startswith(k[:-1]))), ""
        )
        target = urljoin(f"/{path}", moved.get(key, "")).removeprefix("/")
        page, _, place = target.partition("#")
        if not key or (place if place[-1] != "*" else "") not in ids(site, page):
            lost.append(name)

    assert lost == []


def test_only_pages_that_something_left_know_of_a_table(site: Path) -> None:
    known = [path for path in OLD if table(site, path)]

    left = ["guide/debrief/", "guide/follow-up/", "guide/thank-you/", "more/other-practices/"]
    assert known == [*(f"en/{path}" for path in left), *left]
    themes = ["more/questions/difficult/", "more/questions/motivation/"]
    assert sorted(CONTENT.moved.pages) == [f"{path[:-1]}.md" for path in (*left, *themes)]


WRONG = ("docs/data/moved.yml", "ids: [your-dates]", "ids: [your-date, example]")


def test_a_place_that_is_not_there_or_was_not_left_is_named(
    small_site: Path, tmp_path: Path
) -> None:
    shutil.copytree(SMALL, tmp_path / "docs")
    replace_in(tmp_path, *WRONG)
    files = small_site.rglob("*.html")
    pages = {file.relative_to(small_site).as_posix(): file.read_text("utf-8") for file in files}
    with pytest.raises(PublishError) as refused:
        check_moved(pages, load(tmp_path / "docs").moved)

    assert "« your-date » mène à « my-dates.md#your-date »" in str(refused.value)
    assert "« example », qui est encore sur" in str(refused.value)


@pytest.mark.slow
def test_a_place_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", SMALL)
    replace_in(project, *WRONG)
    done = run_build(project, tmp_path / "site")

    assert done.returncode != 0
    assert "« your-date » mène à « my-dates.md#your-date »" in done.stderr
