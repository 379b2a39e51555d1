"""What other sites may copy: beside the pages, with its source, and kept by no reader's browser."""

import json
import re
from pathlib import Path

import pytest
from lxml import html

from macros.content import load
from macros.languages import ROOTS
from tests.conftest import SMALL

CONTENT = load(SMALL)
LISTS = [f"share/lists/{name}" for name in CONTENT.checklists]
QUESTIONS = [f"share/questions/{theme}" for theme in ("article", "to-ask", *CONTENT.theme_pages)]
ARTICLE = {
    "title": "Article inventé",
    "publisher": "exemple.fr",
    "published": "2026-01-02",
    "address": "https://exemple.fr/article",
}


@pytest.fixture(scope="module")
def built(small_site: Path) -> Path:
    """The site under a sub-path: the harder case."""
    return small_site


@pytest.mark.parametrize("root", ROOTS.values())
def test_every_list_and_all_questions_lead_to_what_may_be_copied(built: Path, root: str) -> None:
    linked = set()
    for page in (built / root).rglob("index.html"):
        parsed = html.fromstring(page.read_text(encoding="utf-8"))
        for link in parsed.xpath('//*[@class="se-plain"]/a/@href'):
            linked.add((page.parent / link).resolve().relative_to(built.resolve()).as_posix())

    ours = {name for name in linked if root or not name.startswith("en/")}
    assert ours == {f"{root}{name}.html" for name in (*LISTS, *QUESTIONS)}
    kinds = ("html", "json", "md")
    assert [
        name
        for name in ours
        for kind in kinds
        if not (built / name).with_suffix(f".{kind}").is_file()
    ] == []


def test_a_list_as_json_says_whence_each_item_is_and_where_it_stands(built: Path) -> None:
    said = json.loads((built / "en/share/lists/each-interview.json").read_text("utf-8"))

    page = "http://127.0.0.1/guide/en/guide/prepare/"
    assert said["address"] == f"{page}#list-each-interview"
    assert said["article"] == ARTICLE
    assert said["licence"] == "https://creativecommons.org/licenses/by/4.0/"
    assert said["groups"][0]["entries"][0] == {
        "id": "from-article",
        "point": "2",
        "text": "First item, from the article.",
        "address": f"{page}#from-article",
    }


def test_what_is_ours_alone_does_not_name_the_article(built: Path) -> None:
    texts = [
        (built / f"share/questions/theme-one.{kind}").read_text("utf-8") for kind in ("html", "md")
    ]

    assert "article" not in json.loads(
        (built / "share/questions/theme-one.json").read_text("utf-8")
    )
    assert [text for text in texts if ARTICLE["publisher"] in text] == []


@pytest.mark.parametrize("path", ["share/lists/each-interview", "en/share/questions/article"])
def test_what_is_copied_brings_its_source(built: Path, path: str) -> None:
    copied = html.fromstring((built / f"{path}.html").read_text("utf-8")).xpath("//main//a/@href")
    text = (built / f"{path}.md").read_text("utf-8")

    assert [link for link in copied if not link.startswith("http")] == []
    assert copied[-1] == ARTICLE["address"]
    assert re.findall(r"\]\((\S+)\)", text) == copied


def test_nobody_s_browser_keeps_what_is_for_other_sites(built: Path) -> None:
    listed = (built / "service-worker.js").read_text(encoding="utf-8").partition(";\n")[0]

    assert "share/" not in listed
    assert "share/" in (built / "guide/prepare/index.html").read_text(encoding="utf-8")
