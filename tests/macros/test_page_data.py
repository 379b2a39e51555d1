"""What the scripts of the candidate's file are told of the guide."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.content import load
from macros.edition import Edition
from macros.page_data import DATA, Page
from tests.conftest import CONTENT

KEEP_APPLYING = "docs/data/checklists/after-the-first-interview.yml"
REGISTER = "docs/data/register.yml"


@pytest.mark.parametrize(
    ("register", "known"),
    [
        ("  keep-applying: {retired: 2026-12-31}\n  keep-on:\n", ["keep-on"]),
        ("  keep-on: {formerly: [keep-applying]}\n", ["keep-applying", "keep-on"]),
    ],
    ids=["retired", "renamed"],
)
def test_a_tick_counts_as_gone_when_its_item_was_retired_and_not_when_it_was_renamed(
    project: Path, edit: Callable[[str, str, str], None], register: str, known: list[str]
) -> None:
    edit(KEEP_APPLYING, "id: keep-applying", "id: keep-on")
    edit(REGISTER, "  keep-applying:\n", register)
    edit("docs/data/checklists/debrief.yml", "also: [keep-applying]", "also: [keep-on]")

    edition = Edition(load(project / "docs"), "fr")
    settings = DATA["file"](edition, Page(url=str, holidays={}))

    assert [name for name in ("keep-applying", "keep-on") if name in settings["known"]] == known


def test_a_step_that_says_to_write_leads_to_the_message() -> None:
    page = Page(url=lambda name: f"/{name}", holidays={})
    steps = DATA["closing_steps"](Edition(CONTENT, "fr"), page)

    assert {name: steps[name]["url"] for name in ("one-email", "ask-written-offer")} == {
        "one-email": "/guide/follow-up.md#message-after-voicemail",
        "ask-written-offer": "/more/messages.md#message-ask-written-offer",
    }


def test_points_in_a_row_on_one_page_have_one_link() -> None:
    points = ["13a", "19", "20", "21", "56"]

    assert Edition(CONTENT, "fr").links_to_points(points, str) == [
        ["point 13a", "guide/thank-you.md#point-13a"],
        ["points 19 à 21", "guide/thank-you.md#point-19"],
        ["point 56", "guide/follow-up.md#point-56"],
    ]
