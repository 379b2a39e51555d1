"""What grows with the guide is said in the editor's words, and stops nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SAY = ROOT / ".ci/say_what_grows.py"
SITE_CSS = ROOT / "overrides/stylesheets/site.css"
LONG = " ".join(["mot"] * 36)


def said(site: Path, stylesheet: Path = SITE_CSS) -> list[str]:
    result = subprocess.run(
        [sys.executable, SAY, site, stylesheet], capture_output=True, text=True, check=True
    )
    return result.stdout.splitlines()


@pytest.mark.parametrize(
    ("article", "lines"),
    [
        ("<p>Une phrase courte. Une autre !", []),
        (f"<p>Court. <em>Très</em> {LONG}.</p><p>Court. Court. Court.", ["une phrase de 37 mots"]),
        (f"<ul><li>{LONG}<li>sans point</ul>", []),
        (f"<p hidden>{LONG}.</p><script>{LONG}.</script>", []),
        (f"<p>{LONG[:87]}.", ["22.0 mots par phrase en moyenne"]),
    ],
    ids=["short", "long", "no sentence", "not read", "long on average"],
)
def test_long_sentences_are_named_by_page(tmp_path: Path, article: str, lines: list[str]) -> None:
    page = tmp_path / "guide/index.html"
    page.parent.mkdir()
    page.write_text(f"<p>{LONG}.</p><article>{article}</article>", encoding="utf-8")

    found = said(tmp_path)

    assert len(found) == len(lines)
    assert all(f"« guide » : {line}" in each for line, each in zip(lines, found, strict=True))


def test_a_pale_colour_is_named_and_ours_are_none(tmp_path: Path) -> None:
    text = SITE_CSS.read_text(encoding="utf-8")
    pale = tmp_path / "site.css"
    pale.write_text(text.replace("--se-soft: #504c45", "--se-soft: #8c8880"), encoding="utf-8")

    assert said(tmp_path) == []
    assert [line.partition(" fait ")[0] for line in said(tmp_path, pale)] == [
        "À relire : Couleurs, thème clair : « soft » sur « paper »",
        "À relire : Couleurs, thème clair : « soft » sur « card »",
    ]
