"""What an editor may get wrong in docs/data/debrief.yml, and the line that says how to mend it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CONTENT
from tests.macros.test_content import problem

Edit = Callable[[str, str, str], None]
DEBRIEF = "docs/data/debrief.yml"
REGISTER = "docs/data/register.yml"
UNEASY = "id: what-was-uneasy\n    points: [44b]"


def test_the_sheet_cites_the_points_that_ask_for_it() -> None:
    cited = [point for each in CONTENT.debrief.questions for point in each.points]

    assert cited == ["43", "44a", "44b", "44c", "48", "45"]


def test_our_own_questions_and_ratings_are_all_additions() -> None:
    debrief = CONTENT.debrief

    assert [each.id for each in debrief.precise if not each.addition] == []
    assert [each.id for each in debrief.ratings if not each.addition] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        pytest.param(
            DEBRIEF, ', en: "What made you uncomfortable?"', "",
            "questions › what-was-uneasy › ask › en : trouvé : rien ; attendu : le texte anglais",
            id="a question without its English",
        ),
        pytest.param(
            DEBRIEF, UNEASY, "id: what-was-uneasy",
            "attendu : « points: » ou « addition: true », l’un des deux ; à faire : dites d’où vient",
            id="a question that does not say where it comes from",
        ),
        pytest.param(
            DEBRIEF, UNEASY, 'id: what-was-uneasy\n    points: ["99"]',
            "trouvé : le point « 99 » ; attendu : un point de article.yml",
            id="a point that the article has not",
        ),
        pytest.param(
            DEBRIEF, UNEASY, f"{UNEASY}\n    items: true",
            "trouvé : « items: true » sur « what-was-uneasy » et « items: true » sur "
            "« what-to-improve » ; attendu : une seule question",
            id="two questions whose lines become items",
        ),
        pytest.param(
            DEBRIEF, "    items: true\n", "",
            "trouvé : aucune question avec « items: true » ; attendu : une seule question",
            id="no question whose lines become items",
        ),
        pytest.param(
            DEBRIEF, "id: left-unsaid", "id: attention-dropped",
            "l’id « attention-dropped », déjà pris dans docs/data/debrief.yml",
            id="an id that two questions have",
        ),
        pytest.param(
            REGISTER, "  stayed-calm:\n", "",
            "« stayed-calm », que le registre ne connaît pas ; attendu : cet id sous "
            "« debrief_ratings »",
            id="a rating that the register does not know",
        ),
    ],
)  # fmt: skip
def test_a_mistake_in_the_debrief_is_named_with_its_mend(
    project: Path, edit: Edit, name: str, old: str, new: str, expected: str
) -> None:
    if name == REGISTER or "attention-dropped" not in new:
        edit(name, old, new)
    else:
        edit(REGISTER, "  left-unsaid:\n", "")
        edit(name, old, new)

    assert expected in problem(project)
