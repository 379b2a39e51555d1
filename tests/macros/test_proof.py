"""What an editor reads over before publishing, made of the small content."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from macros.content import load
from macros.edition import Edition
from macros.proof import Difference, differences, proof, side_by_side, year_of_interviews
from tests.conftest import SMALL
from tests.macros.test_history import GIT, committed

TODAY = date(2026, 12, 1)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the small content, which git does not know."""
    return Path(shutil.copytree(SMALL, tmp_path / "docs"))


def edit(docs: Path, path: str, old: str, new: str) -> None:
    """Replace a text of a file, which must be there."""
    text = (docs / path).read_text("utf-8")
    assert old in text
    (docs / path).write_text(text.replace(old, new, 1), "utf-8")


def said_under(docs: Path, part: str) -> str:
    """Return what the report says in one of its parts, as plain text."""
    found = html.fromstring(proof(docs, TODAY)).xpath(
        f'//h2[@id="{part}"]/following-sibling::*[preceding-sibling::h2[1][@id="{part}"]]'
    )
    return re.sub(r"\s+", " ", " ".join(text for each in found for text in each.itertext()))


def test_a_rule_that_differs_from_the_article_is_said_to_be_our_choice(docs: Path) -> None:
    assert "deux semaines notre choix ; l’article dit dix jours" in said_under(docs, "rules")


def test_each_day_of_a_year_has_the_dates_of_its_interview() -> None:
    edition = Edition(load(SMALL), "fr")
    places = [edition.content.places.of_examples(lang) for lang in ("fr", "en")]
    rows = [*year_of_interviews(edition, places, TODAY)]
    france, england = rows[10].calls

    assert [rows[0].interview, rows[-1].interview] == [TODAY, date(2027, 11, 30)]
    # Friday 11 December: two weeks later is Christmas, in England Boxing Day is made up on Monday.
    assert rows[10].interview == date(2026, 12, 11)
    assert france.nothing.call_from == date(2026, 12, 28)
    assert england.nothing.call_from == date(2026, 12, 29)
    assert france.promised.call_from == date(2026, 12, 14)


def test_without_git_the_report_says_what_it_cannot_know(docs: Path) -> None:
    assert "Sans historique Git, rien ne dit ce qui a changé." in said_under(docs, "release")
    assert "rien ne dit quelle langue a changé" in said_under(docs, "pages")


def test_without_a_tag_there_is_nothing_to_compare(docs: Path) -> None:
    committed(docs, "2026-11-01")

    assert "Aucune version n’est encore marquée" in said_under(docs, "release")


def test_what_changed_since_the_last_release_is_shown_before_and_after(docs: Path) -> None:
    committed(docs, "2026-11-01")
    subprocess.run([*GIT, "tag", "v1"], cwd=docs, check=True)
    edit(docs, "data/statements.yml", "Énoncé de France.", "Autre énoncé.")

    assert (
        "data/statements.yml statements › fr-statement › fr Énoncé de France. Autre énoncé. "
        in said_under(docs, "release")
    )


def test_a_page_changed_in_one_language_only_is_marked_until_its_twin_is(docs: Path) -> None:
    committed(docs, "2026-11-01")
    edit(docs, "fr/about.md", "\n# ", "\nUne phrase de plus.\n\n# ")
    committed(docs, "2026-11-15")

    assert "about.md plus récente en français" in (said := said_under(docs, "pages"))
    assert "+Une phrase de plus." in said

    edit(docs, "fr/about.md", "Une phrase de plus.", "Une autre phrase.")
    edit(docs, "en/about.md", "\n# ", "\nOne more sentence.\n\n# ")

    assert "plus récente en" not in said_under(docs, "pages")


def test_what_was_read_longest_ago_comes_first(docs: Path) -> None:
    edit(docs, "data/statements.yml", "checked: 2026-11-25", "checked: 2025-05-01")

    assert said_under(docs, "facts").startswith(
        "Du plus ancien au plus récent. Lu le Où il est écrit Ce qu’il dit Source "
        "1er mai 2025 à relire statements.yml gb-statement"
    )


def test_the_report_needs_no_script_and_loads_nothing(docs: Path) -> None:
    page = html.fromstring(proof(docs, TODAY))

    assert page.xpath("//script | //link | //img | //@src") == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 2}, [Difference("f", "a", "1", "2")]),
        ([{"id": "x"}, {"id": "y"}], [{"id": "y"}, {"id": "x"}], []),
        ([{"id": "x"}], [], [Difference("f", "x", "id: x", None)]),
        ({"a": ["b"]}, {"a": ["b", "c"]}, [Difference("f", "a", "- b", "- b\n- c")]),
        (None, {"a": "b"}, [Difference("f", "", None, "a: b")]),
    ],
)
def test_a_difference_is_named_where_it_is(
    before: object, after: object, found: list[Difference]
) -> None:
    assert [*differences("f", before, after)] == found


def test_paragraphs_stand_beside_those_under_the_same_heading() -> None:
    assert [*side_by_side("# Un\n\nA\n\nB\n\n## Deux\n\nC", "# One\n\nA\n\n## Two\n\nC")] == [
        ("# Un", "# One"),
        ("A", "A"),
        ("B", ""),
        ("## Deux", "## Two"),
        ("C", "C"),
    ]
