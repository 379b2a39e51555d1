"""What the French handbook says to write is right, recipe by recipe."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.content import load
from tests.recipes import RECIPES, Edit, an_item_without_english

Recipe = Callable[[Path, Edit], None]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.__name__)
def test_a_recipe_followed_as_it_is_written_gives_no_fault(
    project: Path, edit: Edit, recipe: Recipe
) -> None:
    recipe(project, edit)

    assert load(project / "docs").doubts == []


def test_what_lacks_its_english_is_named_and_left_out(project: Path, edit: Edit) -> None:
    an_item_without_english(project, edit)

    content = load(project / "docs")

    assert [draft.rpartition(" : ")[2] for draft in content.drafts] == ["tell-someone"]
    assert "tell-someone" not in content.items
