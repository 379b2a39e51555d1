"""What the built site brings so that it can be kept and installed; nothing of it is on `serve`."""

import hashlib
import json
import re
import struct
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html

from macros.languages import LANGUAGES, ROOTS
from macros.publish import publish
from tests.conftest import CONTENT, PAGES, ROOT

ANSWERS = ["404.html", "en/404.html", "503.html", "en/503.html"]
ALL_PAGES = [f"{root}{path}" for root in ROOTS.values() for path in PAGES]


def groups(site: Path) -> dict[str, dict[str, str]]:
    code = (site / "service-worker.js").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = json.loads(
        code.removeprefix("const GUIDE = ").partition(";\n")[0]
    )
    return found


def kept(site: Path, edition: str | None = None) -> dict[str, str]:
    """Return what an edition needs, with what stands apart in it, and the digest of each."""
    return {
        path: digest
        for name, files in groups(site).items()
        if edition in (None, name.partition("-")[0]) or name == "shell"
        for path, digest in files.items()
    }


def file_of(site: Path, path: str) -> Path:
    return site / path / "index.html" if path == "" or path.endswith("/") else site / path


def edition_of(path: str) -> str:
    return "en" if path.startswith("en/") else "fr"


def manifest(site: Path, root: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / root / "manifest.webmanifest").read_text("utf-8"))
    return found


@pytest.mark.parametrize("path", [*ALL_PAGES, *ANSWERS])
def test_each_page_and_all_it_loads_is_kept(site: Path, path: str) -> None:
    file = site / path
    page = html.fromstring((file if file.is_file() else file / "index.html").read_text("utf-8"))
    loads = page.xpath(
        "//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href"
    )

    needed = kept(site, edition_of(path))
    assert path in needed
    assert [src for src in loads if urljoin(f"/{path}", src).lstrip("/") not in needed] == []


def test_no_script_that_is_kept_imports_another(site: Path) -> None:
    scripts = [path for path in kept(site) if path.startswith("assets/tools.")]

    assert len(scripts) > 5
    for path in scripts:
        assert re.findall(r'(?:from|import)"\.', (site / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [*ALL_PAGES, *ANSWERS])
def test_all_that_search_fetches_is_kept(site: Path, path: str) -> None:
    file = site / path
    page = html.fromstring((file if file.is_file() else file / "index.html").read_text("utf-8"))
    box = page.xpath("//*[@data-search]")[0]
    fetched = [box.get(f"data-{name}") for name in ("index", "script", "styles")]

    needed = kept(site, edition_of(path))
    assert [src for src in fetched if urljoin(f"/{path}", src).lstrip("/") not in needed] == []


def test_each_digest_is_of_the_file_with_at_least_128_bits(site: Path) -> None:
    for path, digest in kept(site).items():
        file = site / (f"{path}index.html" if path.endswith("/") or not path else path)
        assert len(digest) >= 32
        assert hashlib.sha256(file.read_bytes()).hexdigest().startswith(digest), path


def test_no_file_is_listed_twice(site: Path) -> None:
    paths = [path for files in groups(site).values() for path in files]

    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("edition", LANGUAGES)
def test_the_guide_and_its_tools_come_before_what_stands_apart(site: Path, edition: str) -> None:
    def pages(part: str) -> set[str]:
        paths = [path.removeprefix("en/") for path in groups(site)[part]]
        return {path for path in paths if path.endswith("/") or not path}

    assert {"", "guide/prepare/", "my-dates/", "interview-sheet/", "more/practise/"} <= pages(
        edition
    )
    assert pages(f"{edition}-guide") >= {"more/the-day/", "more/the-offer/"}
    assert {path.rsplit("/", 2)[0] for path in pages(f"{edition}-questions")} == {"more/questions"}


@pytest.mark.parametrize("edition", LANGUAGES)
def test_an_edition_lists_no_page_of_the_other(site: Path, edition: str) -> None:
    pages = [path for path in kept(site, edition) if path.endswith("/") or not path]

    assert {edition_of(path) for path in pages} == {edition}


@pytest.mark.some(2)
@pytest.mark.parametrize("group", ["shell", "fr", "en", "fr-guide", "en-questions"])
def test_a_pack_holds_the_texts_of_its_group_as_they_are(site: Path, group: str) -> None:
    pack = json.loads((site / f"kept/{group}.json").read_text(encoding="utf-8"))
    texts = {path: text for files in pack.values() for path, text in files.items()}
    files = {path for path in groups(site)[group] if not path.endswith(".png")}

    assert set(texts) == files
    assert [p for p, text in texts.items() if file_of(site, p).read_bytes() != text.encode()] == []


def test_what_no_page_asks_for_is_not_kept(site: Path) -> None:
    assert [path for path in kept(site) if "javascripts" in path] == []
    assert [path for path in kept(site) if path.endswith((".map", ".xml", ".txt", ".conf"))] == []
    assert [
        path for path in kept(site) if path.startswith(("components/", "file/", "shell/"))
    ] == []


@pytest.mark.parametrize(
    ("root", "name", "scope"), [("", "Second entretien", "./"), ("en/", "Second Interview", "../")]
)
def test_the_guide_can_be_installed_in_its_language(
    site: Path, root: str, name: str, scope: str
) -> None:
    found = manifest(site, root)

    assert (found["name"], found["lang"]) == (name, root.strip("/") or "fr")
    assert (found["start_url"], found["scope"], found["display"]) == ("./", scope, "standalone")


@pytest.mark.parametrize("root", ROOTS.values())
def test_every_icon_of_the_manifest_has_the_size_it_says(site: Path, root: str) -> None:
    icons = [icon for icon in manifest(site, root)["icons"] if icon["type"] == "image/png"]
    sizes = [
        struct.unpack_from(">II", (site / root / icon["src"]).resolve().read_bytes(), 16)
        for icon in icons
    ]

    assert [f"{width}x{height}" for width, height in sizes] == ["192x192", "512x512", "512x512"]


def test_serve_writes_no_policy_and_no_service_worker(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text('<meta charset="utf-8">', encoding="utf-8")
    publish(tmp_path, "/", ROOT / "overrides", CONTENT.moved, is_finished=False)

    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert page.read_text(encoding="utf-8") == '<meta charset="utf-8">'
