"""Who publishes the guide is said where it is known, and nowhere made up."""

from pathlib import Path

import pytest
from lxml import html

from macros.content import ContentError, load
from tests.conftest import build, run_build

FILE = "docs/data/publisher.yml"
GIVEN = """name: Camille Dubois
email: ecrire@exemple.fr
page: https://exemple.fr/camille
legal_notice: {fr: "Hébergé en France.", en: "Hosted in France."}
"""


def foot(site: Path, page: str) -> str:
    tree = html.fromstring((site / page / "index.html").read_text(encoding="utf-8"))
    return " ".join(tree.find_class("se-attribution")[0].text_content().split())


def test_nothing_is_printed_of_a_publisher_who_is_not_known(site: Path) -> None:
    assert "publié par" not in foot(site, "guide/prepare")
    assert "Qui publie ce guide" not in (site / "about/index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_build_names_what_nobody_has_filled_in(project: Path, tmp_path: Path) -> None:
    said = run_build(project, tmp_path / "site").stderr

    assert (
        "« name », « email », « page », « legal_notice » sans valeur dans docs/data/publisher.yml"
        in said
    )


@pytest.mark.slow
def test_a_publisher_who_is_known_is_named_and_can_be_written_to(
    project: Path, tmp_path: Path
) -> None:
    (project / FILE).write_text(GIVEN, encoding="utf-8")
    site = build(project, tmp_path / "site")
    about = html.fromstring((site / "en/about/index.html").read_text(encoding="utf-8"))

    assert "Guide publié par Camille Dubois. Écrire" in foot(site, "guide/prepare")
    assert "Guide published by Camille Dubois. Write to us" in foot(site, "en/my-file")
    assert about.xpath("//h2[contains(., 'Who publishes this guide')]/following-sibling::p/text()")[
        0
    ].startswith("Guide published by Camille Dubois.")
    assert "Hosted in France." in about.text_content()
    report = html.fromstring((site / "en/more/accessibility/index.html").read_text("utf-8"))
    assert report.xpath("//h2[@id='report']/following-sibling::p[1]/a/@href") == [
        "mailto:ecrire@exemple.fr"
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("email: ecrire", "une adresse e-mail, comme ecrire@exemple.fr"),
        ("page: exemple.fr", "une adresse en https://"),
        ('legal_notice: {fr: "Hébergé en France."}', "le texte anglais"),
    ],
)
def test_a_mistake_about_the_publisher_is_said(project: Path, line: str, sentence: str) -> None:
    (project / FILE).write_text(f"{line}\n", encoding="utf-8")

    with pytest.raises(ContentError, match=r"publisher\.yml, ligne 1") as error:
        load(project / "docs")
    assert sentence in str(error.value)
