"""No word of the guide is misspelt, as far as Debian's dictionaries and docs/spelling/ know."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import LIVE, ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not shutil.which("hunspell"),
        reason="hunspell is not installed; on Debian: apt-get install hunspell hunspell-fr hunspell-en-gb",
    ),
]


def check_spelling(docs: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / ".ci/check_spelling.py"), str(docs)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_word_of_the_guide_is_known() -> None:
    result = check_spelling(LIVE)

    assert result.stdout == ""
    assert result.returncode == 0


def test_a_misspelt_word_is_named_with_its_line_in_pages_and_data(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for name, text in {
        "fr/index.md": "---\ntitle: Accueil\n---\n\nUn mot juste.\nUn mot fauxx, `ici` non.\n",
        "en/index.md": "A colour and its labour: organise, practise.\n",
        "data/path.yml": 'title: {fr: "L’Exemplaire est là", en: "A wrongg word of Exemplum’s"}\n',
        "data/words.yml": "words: {site: {locale: {fr: fr_FR, en: en_GB}}}\n",
        "spelling/fr.txt": "",
        "spelling/en.txt": "Exemplum\n",
    }.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")

    result = check_spelling(docs)

    assert result.returncode == 1
    assert [line.partition(" ; attendu")[0] for line in result.stdout.splitlines()] == [
        f"{docs}/fr/index.md, ligne 6 : trouvé : « fauxx »",
        f"{docs}/data/path.yml, ligne 1 : trouvé : « wrongg »",
    ]
