"""What the search of each language knows: every item and question, at its place."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from macros.languages import ROOTS
from tests.conftest import CONTENT, PAGES

THEMES = [page.replace(".md", "/") for page in CONTENT.theme_pages.values()]


def index(site: Path, root: str) -> dict[str, Any]:
    """Return the index that the search of a language's pages names."""
    box = html.parse(str(site / root / "index.html")).xpath("//*[@data-search]")[0]
    read: dict[str, Any] = json.loads((site / root / box.get("data-index")).read_text("utf-8"))
    return read


def entries(site: Path, root: str) -> list[dict[str, str]]:
    """Return what the pages of a language can find."""
    return [
        {"page": page, "anchor": anchor, "title": title, "text": text}
        for page, _, parts in index(site, root)["pages"]
        for anchor, title, text in parts
    ]


@pytest.mark.parametrize("root", ROOTS.values())
def test_every_item_and_question_stands_once_in_the_index(site: Path, root: str) -> None:
    anchors = [entry["anchor"] for entry in entries(site, root)]
    ids = [
        *(item.id for checklist in CONTENT.checklists.values() for item in checklist.items),
        *(question.id for question in (*CONTENT.questions, *CONTENT.questions_to_ask)),
    ]

    assert [name for name in ids if anchors.count(name) != 1] == []


@pytest.mark.parametrize("root", ROOTS.values())
def test_every_result_leads_to_a_place_that_is_there(site: Path, root: str) -> None:
    places = [(entry["page"], entry["anchor"]) for entry in entries(site, root)]
    ids = {page: set(ids_of(site / root / page / "index.html")) for page, _ in places}

    assert [page + anchor for page, anchor in places if anchor not in ids[page] | {""}] == []


@pytest.mark.slow  # a build of its own
def test_a_list_on_a_page_outside_the_path_is_found(edited_site: Path) -> None:
    found = [
        [entry for entry in entries(edited_site, root) if entry["anchor"] == "check-the-way"]
        for root in ROOTS.values()
    ]

    assert [[(each["page"], each["title"]) for each in entry] for entry in found] == [
        [("more/eve/", "Vérifiez le trajet.")],
        [("more/eve/", "Check how to get there.")],
    ]


def ids_of(page: Path) -> list[str]:
    found: list[str] = html.fromstring(page.read_text(encoding="utf-8")).xpath("//@id")
    return found


@pytest.mark.parametrize("root", ROOTS.values())
def test_every_meaning_leads_to_something_that_can_be_found(site: Path, root: str) -> None:
    places = {(entry["page"], entry["anchor"]) for entry in entries(site, root)}
    meanings = index(site, root)["meanings"]

    assert [each for each in meanings if (each[0], each[1]) not in places] == []


@pytest.mark.parametrize(
    ("root", "point", "place"),
    [
        ("", "17a", ["guide/thank-you/", "tone-polite"]),
        ("", "5", ["", "pourquoi-deux-entretiens"]),
        ("en/", "5", ["", "why-two-interviews"]),
        ("en/", "40", ["guide/questions/", "why-they-come-back"]),
    ],
)
def test_the_words_of_a_point_lead_to_the_item_or_the_heading_over_it(
    site: Path, root: str, point: str, place: list[str]
) -> None:
    meaning = next(each for each in CONTENT.search.meanings if each.point == point)
    typed = meaning.typed["en"] if root else meaning.typed["fr"]

    led = [
        [page, anchor] for page, anchor, _, words in index(site, root)["meanings"] if words == typed
    ]
    assert led == [place]


def test_numbers_and_units_of_each_language_come_without_accents(site: Path) -> None:
    french, english = index(site, "")["counting"], index(site, "en/")["counting"]

    assert {name: french["numbers"][name] for name in ("zero", "une", "quinze", "quarante")} == {
        "zero": 0,
        "une": 1,
        "quinze": 15,
        "quarante": 40,
    }
    assert french["units"]["heure"][0] == "h"
    assert english["numbers"]["twenty"] == 20


def test_a_question_is_found_by_its_advice_and_its_rewordings(site: Path) -> None:
    text = next(entry["text"] for entry in entries(site, "en/") if entry["anchor"] == "weak-point")
    weak = next(question for question in CONTENT.questions if question.id == "weak-point")

    assert weak.trap["en"] in text
    assert weak.rewordings[0]["en"] in text


@pytest.mark.parametrize("root", ROOTS.values())
def test_every_page_comes_before_its_parts(site: Path, root: str) -> None:
    firsts = {entry["page"]: entry["anchor"] for entry in reversed(entries(site, root))}

    assert sorted(firsts) == sorted([*PAGES, *THEMES])
    assert set(firsts.values()) == {""}


@pytest.mark.parametrize("root", ROOTS.values())
def test_no_markup_is_in_the_index(site: Path, root: str) -> None:
    texts = [entry["title"] + entry["text"] for entry in entries(site, root)]

    assert [each for each in texts if re.search(r"</?[a-z]|&[a-z]+;|&#", each)] == []


@pytest.mark.parametrize("root", ROOTS.values())
def test_no_paragraph_stands_twice_in_one_place(site: Path, root: str) -> None:
    texts = [entry["text"].split("\n") for entry in entries(site, root)]

    assert [each for each in texts if len(set(each)) != len(each)] == []


@pytest.mark.parametrize("root", ROOTS.values())
def test_no_title_in_the_index_carries_a_mark(site: Path, root: str) -> None:
    titles = [entry["title"] for entry in entries(site, root)]

    assert [each for each in titles if each.endswith((" Ajout", " Addition", " Article"))] == []


@pytest.mark.parametrize("root", ROOTS.values())
def test_what_no_page_shows_before_its_script_runs_is_not_found(site: Path, root: str) -> None:
    pages = [html.parse(str(site / root / path / "index.html")) for path in PAGES]
    found = "//template[not(ancestor-or-self::*[@data-search-exclude])]"

    assert [each for page in pages for each in page.xpath(found)] == []


def test_no_result_parts_a_french_sign_from_its_word(site: Path) -> None:
    found = [text for each in entries(site, "") for text in (each["title"], each["text"])]

    assert [text for text in found if re.search(r" [;:!?»]|« ", text)] == []
