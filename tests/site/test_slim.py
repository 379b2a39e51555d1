"""What the finished site keeps, and where."""

import hashlib
import re
from pathlib import Path


def test_both_languages_share_one_copy_of_each_asset(site: Path) -> None:
    english = {
        path.relative_to(site / "en"): path.read_bytes()
        for path in (site / "en").rglob("*")
        if path.is_file() and path.suffix != ".html"
    }

    same = [
        path
        for path, content in english.items()
        if (site / path).is_file() and (site / path).read_bytes() == content
    ]
    assert same == []


def test_a_file_to_keep_for_ever_is_named_after_its_content(site: Path) -> None:
    files = sorted((site / "assets/slim").iterdir())

    assert {path.suffix for path in files} == {".css", ".js", ".json", ".png", ".svg"}
    for path in files:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert path.stem.split(".")[1] == digest[:10]


def test_nothing_of_the_theme_s_search_is_shipped(site: Path) -> None:
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    pages = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))

    assert [path for path in paths if "javascripts/" in path or "lunr" in path] == []
    assert re.findall(r"__config|javascripts/|search/search_index", pages) == []


def test_a_page_loads_a_script_and_its_settings_and_no_style(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert re.findall(r'<link rel="stylesheet"', html) == []
        assert [
            re.sub(r"\.[0-9a-f]{10}", "", src).rsplit("/", 1)[1]
            for src in re.findall(r'<script[^>]* src="([^"]+)"', html)
        ] in (["guide.js"], ["settings.js", "guide.js"])
        assert html.count("<style>") == 1
