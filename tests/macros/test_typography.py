"""French spaces and dates in words."""

from datetime import date
from typing import Any

import pytest

from macros.typography import date_in_words, french_spaces, french_spaces_in_html
from tests.conftest import CONTENT
from tests.vectors import vectors

LANGUAGE = CONTENT.language


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Quand ?", "Quand\u202f?"),
        ("Non !", "Non\u202f!"),
        ("un ; deux", "un\u202f; deux"),
        ("un : deux", "un\u00a0: deux"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("24 heures", "24\u00a0heures"),
        ("le 8 décembre 2026", "le 8\u00a0décembre 2026"),
        ("le 1er janvier", "le 1er\u00a0janvier"),
        ("mardi 8 décembre", "mardi\u00a08\u00a0décembre"),
        ("dimanche 1er août", "dimanche\u00a01er\u00a0août"),
        ("14 h 30", "14\u00a0h\u00a030"),
        ("42 000 €", "42\u202f000\u00a0€"),
        ("50 %", "50\u00a0%"),
        ("M. Dupont", "M.\u00a0Dupont"),
        (
            "un fait – un produit, un projet – qui compte",
            "un fait –\u00a0un produit, un projet\u00a0– qui compte",
        ),
        ("À faire – Gardez vos dates", "À faire – Gardez vos dates"),
        ("à 14:30", "à 14:30"),
        ("https://exemple.fr", "https://exemple.fr"),
    ],
)
def test_french_spaces_do_not_break(typed: str, expected: str) -> None:
    assert expected == french_spaces(typed)


def test_spacing_twice_changes_nothing() -> None:
    once = french_spaces("« Quand ? » : le 1er mai, à 14 h 30, pour 42 000 € !")

    assert once == french_spaces(once)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Quand ?</p>", "<p>Quand\u202f?</p>"),
        ("<b>mot</b> : suite", "<b>mot</b>\u00a0: suite"),
        ('<a title="Quand ?">x</a>', '<a title="Quand\u202f?">x</a>'),
        ('<a href="/a ?b">x</a>', '<a href="/a ?b">x</a>'),
        ("<code>a ? b : c</code>", "<code>a ? b : c</code>"),
        ("<script>if (a<b) c ? d : e</script><p>a ?</p>",
         "<script>if (a<b) c ? d : e</script><p>a\u202f?</p>"),
        ('<i lang="en">why ? <i>so ?</i> no ?</i> oui ?',
         '<i lang="en">why ? <i>so ?</i> no ?</i> oui\u202f?'),
        ('<html lang="fr"><p>a ?', '<html lang="fr"><p>a\u202f?'),
        ("<!-- a ? -->b ?", "<!-- a ? -->b\u202f?"),
        ("a &amp; b ?", "a &amp; b\u202f?"),
        ("<p>un e-mail</p>", '<p>un <span class="se-nowrap">e-mail</span></p>'),
        ("<p>Combien y a-t-il ?</p>", '<p>Combien y <span class="se-nowrap">a-t-il</span>\u202f?</p>'),
        ("<p>un rendez-vous</p>", "<p>un rendez-vous</p>"),
        ("<title>un e-mail</title>", "<title>un e-mail</title>"),
        ('<option value="a">e-mail</option>', '<option value="a">e-mail</option>'),
        ('<a title="un e-mail">x</a>', '<a title="un e-mail">x</a>'),
    ],
)  # fmt: skip
def test_only_what_is_read_as_french_is_spaced(html: str, expected: str) -> None:
    assert expected == french_spaces_in_html(html)


@pytest.mark.parametrize("case", vectors("numbers-in-words"), ids=lambda case: case["typed"])
def test_a_number_is_not_parted_from_what_it_counts(case: dict[str, str]) -> None:
    assert case["expect"].replace(" :", "\u00a0:") == french_spaces(case["typed"])


@pytest.mark.parametrize("case", vectors("dates-in-words"), ids=lambda case: case["date"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_date_in_words_has_its_weekday(case: dict[str, str], lang: Any) -> None:
    day = date.fromisoformat(case["date"])

    assert case[lang] == date_in_words(day, lang, LANGUAGE)
