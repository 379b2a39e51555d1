"""What the French handbook says to write is right, recipe by recipe."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros.content import load
from tests.conftest import ROOT
from tests.recipes import NIGHTLY, SLOW, Edit, an_item_without_english, part_of

Recipe = Callable[[Path, Edit], None]


@pytest.mark.parametrize("recipe", [*SLOW, *NIGHTLY], ids=lambda recipe: recipe.__name__)
def test_a_recipe_followed_as_it_is_written_gives_no_fault(
    project: Path, edit: Edit, recipe: Recipe
) -> None:
    recipe(project, edit)

    assert load(project / "docs").doubts == []


def test_the_checks_of_a_proposal_are_those_that_the_handbook_names() -> None:
    ci, publish = (
        yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"))
        for name in ("ci", "publish")
    )
    named = re.findall(r"^\| `(\w+)` \|", part_of("Sans terminal"), re.MULTILINE)

    assert named == [name for name in ci["jobs"] if name != "nightly"]
    assert {name: job.get("needs") for name, job in ci["jobs"].items()} == {
        "content": None,
        **dict.fromkeys((*named[1:], "nightly"), "content"),
    }
    assert "context=Aperçu" in str(publish["jobs"]["publish"])


def test_what_lacks_its_english_is_named_and_left_out(project: Path, edit: Edit) -> None:
    an_item_without_english(project, edit)

    content = load(project / "docs")

    assert [draft.rpartition(" : ")[2] for draft in content.drafts] == ["tell-someone"]
    assert "tell-someone" not in content.items
