"""What a release ships: the same bytes twice, and a guide to read from a folder."""

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import ROOT, build, copy_project

MOMENT = {"SOURCE_DATE_EPOCH": "1700000000"}
ADDRESS = "https://guide.example/"

pytestmark = pytest.mark.slow


def release(folder: Path) -> Path:
    """Build the guide from nothing, and make a release of it."""
    site = build(copy_project(folder / "project"), folder / "site", ADDRESS, **MOMENT)
    subprocess.run(
        [sys.executable, str(ROOT / ".ci/make_release.py"), str(site), str(folder / "dist")],
        env={**os.environ, **MOMENT},
        check=True,
    )
    return folder / "dist"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a release."""
    return release(tmp_path_factory.mktemp("release"))


def file_of(shipped: Path, pattern: str) -> Path:
    (found,) = shipped.glob(pattern)
    return found


def test_a_release_is_the_same_bytes_twice(shipped: Path, tmp_path: Path) -> None:
    again = release(tmp_path)

    assert {path.name: path.read_bytes() for path in again.iterdir()} == {
        path.name: path.read_bytes() for path in shipped.iterdir()
    }
    assert len([*again.iterdir()]) == 3


def test_the_site_is_shipped_whole(shipped: Path) -> None:
    with tarfile.open(file_of(shipped, "*.tar.gz")) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}

    built = shipped.parent / "site"
    assert names == {p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def offline(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that whoever opens the offline guide has."""
    target = tmp_path_factory.mktemp("read")
    with zipfile.ZipFile(file_of(shipped, "*-offline.zip")) as zipped:
        zipped.extractall(target)  # noqa: S202 - our own file
    (folder,) = target.iterdir()
    return folder


def test_every_link_of_the_offline_guide_leads_to_a_file(offline: Path) -> None:
    missing = {
        f"{page.relative_to(offline)}: {link}"
        for page in offline.rglob("*.html")
        for link in re.findall(r'(?:href|src)="([^"#]+)', page.read_text(encoding="utf-8"))
        if not re.match("[a-z]+:", link) and not (page.parent / link).is_file()
    }

    assert missing == set()
    assert "<script src" not in (offline / "index.html").read_text(encoding="utf-8")


def test_the_offline_guide_is_read_without_a_server(offline: Path, browser: Browser) -> None:
    page = browser.new_context().new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text))
    page.goto((offline / "index.html").as_uri())

    page.locator("main a[href='guide/prepare/index.html']").first.click()

    expect(page).to_have_url(re.compile(r"^file:.*/guide/prepare/index\.html"))
    expect(page.locator("#list-prepare")).to_be_visible()
    assert faults == []
