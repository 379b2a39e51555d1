"""What the search of each language knows: every item and question, at its place."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from macros.content import load
from tests.conftest import PAGES, ROOT

ROOTS = ("", "en/")
CONTENT = load(ROOT / "docs")


def entries(site: Path, root: str) -> list[dict[str, Any]]:
    index = json.loads((site / root / "search/search_index.json").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = index["docs"]
    return found


@pytest.mark.parametrize("root", ROOTS)
def test_every_item_and_question_stands_once_in_the_index(site: Path, root: str) -> None:
    anchors = [entry["location"].partition("#")[2] for entry in entries(site, root)]
    ids = [
        *(item.id for checklist in CONTENT.checklists.values() for item in checklist.items),
        *(question.id for question in (*CONTENT.questions, *CONTENT.questions_to_ask)),
    ]

    assert [name for name in ids if anchors.count(name) != 1] == []


@pytest.mark.parametrize("root", ROOTS)
def test_every_result_leads_to_a_place_that_is_there(site: Path, root: str) -> None:
    places = [entry["location"].partition("#") for entry in entries(site, root)]
    ids = {page: set(ids_of(site / root / page / "index.html")) for page, _, _ in places}

    assert [page + anchor for page, _, anchor in places if anchor not in ids[page] | {""}] == []


def ids_of(page: Path) -> list[str]:
    found: list[str] = html.fromstring(page.read_text(encoding="utf-8")).xpath("//@id")
    return found


def test_a_question_is_found_by_its_advice_and_its_rewordings(site: Path) -> None:
    text = next(
        entry["text"] for entry in entries(site, "en/") if entry["location"].endswith("#weak-point")
    )
    weak = next(question for question in CONTENT.questions if question.id == "weak-point")

    assert weak.trap["en"] in text
    assert weak.rewordings[0]["en"] in text


@pytest.mark.parametrize("root", ROOTS)
def test_no_title_in_the_index_carries_a_mark(site: Path, root: str) -> None:
    titles = [entry["title"] for entry in entries(site, root)]

    assert [each for each in titles if each.endswith((" Ajout", " Addition", " Article"))] == []


@pytest.mark.parametrize("root", ROOTS)
def test_what_no_page_shows_before_its_script_runs_is_not_found(site: Path, root: str) -> None:
    pages = [html.parse(str(site / root / path / "index.html")) for path in PAGES]
    found = "//template[not(@data-slim-search) and not(ancestor-or-self::*[@data-search-exclude])]"

    assert [each for page in pages for each in page.xpath(found)] == []
