"""What templates and scripts say is in docs/data/words.yml, and every {name} of it is filled."""

from pathlib import Path

import pytest

from macros.content.models.words import Word
from macros.said_words import said_words

WORDS = """words:
  check-list:
    progress: {fr: "{done} sur {total}", en: "{done} of {total}", where: here}
"""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("word('check-list.progress', done=1, total=2)", []),
        ("word('check-list.prog-' ~ kind) done total", []),
        (
            "word('check-list.progres') done total",
            ["ligne 2, words › check-list : trouvé : rien", "peut-être « progress »"],
        ),
        (
            'fill(word("check-list.progress"), { done })',
            ["ligne 3, words › check-list › progress : trouvé : {total}, que rien ne remplit"],
        ),
    ],
    ids=["said and filled", "said with an end of its own", "misspelt", "a name nobody fills"],
)
def test_what_is_said_is_there_and_filled(tmp_path: Path, source: str, expected: list[str]) -> None:
    (tmp_path / "words.yml").write_text(WORDS, encoding="utf-8")
    (tmp_path / "list.js").write_text(source, encoding="utf-8")
    word = Word.model_validate(
        {"fr": "{done} sur {total}", "en": "{done} of {total}", "where": "here"}
    )
    known = {"check-list": {"progress": word}}

    said = "\n".join(map(str, said_words(known, tmp_path / "words.yml", tmp_path)))

    assert bool(said) == bool(expected)
    assert all(each in said for each in expected)
