"""What the guide read elsewhere is read again in time, on made-up content and a made-up day."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from macros.content import ContentError, load
from macros.facts import months_since, to_read_again
from tests.conftest import SMALL

TODAY = date(2026, 11, 27)
SOURCE = '    source: {title: "Source de France", lang: fr, url: "https://example.org/fr", checked: 2026-11-26}\n'


def with_source(tmp_path: Path, source: str) -> Path:
    """Copy the small content, with another source of its statement of France."""
    shutil.copytree(SMALL, tmp_path / "docs")
    file = tmp_path / "docs/data/statements.yml"
    text = file.read_text("utf-8")
    assert SOURCE in text
    file.write_text(text.replace(SOURCE, source), "utf-8")
    return tmp_path / "docs"


def test_a_fact_read_nineteen_months_ago_is_listed(tmp_path: Path) -> None:
    docs = with_source(tmp_path, SOURCE.replace("2026-11-26", "2025-04-27"))

    assert to_read_again(load(docs), TODAY) == [
        "docs/data/statements.yml, « fr-statement » : lu le 27/04/2025, il y a plus de 18 mois. "
        "Relisez https://example.org/fr, corrigez la phrase si elle ne dit plus la même chose, puis "
        "changez « checked: » (« Relire une source », dans CONTRIBUTING.md)."
    ]


def test_a_fact_without_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="source : trouvé : rien ; attendu : la clé « source »"):
        load(with_source(tmp_path, ""))


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2025, 5, 27), 18),
        (date(2025, 5, 28), 17),
        (date(2025, 11, 27), 12),
        (date(2026, 11, 27), 0),
    ],
)
def test_only_whole_months_count(day: date, months: int) -> None:
    assert months_since(day, TODAY) == months
