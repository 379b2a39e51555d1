"""The sheet of the debrief as it is built, in both languages."""

from pathlib import Path

import pytest
from lxml import html

from macros.languages import ROOTS, Lang
from tests.conftest import CONTENT

DEBRIEF = CONTENT.debrief
BOTH = pytest.mark.parametrize(("root", "lang"), [("", "fr"), ("en/", "en")])


def page(site: Path, root: str, name: str) -> html.HtmlElement:
    return html.fromstring((site / root / name / "index.html").read_text(encoding="utf-8"))


@BOTH
def test_every_question_is_on_the_sheet_and_says_whether_it_is_an_addition(
    site: Path, root: str, lang: Lang
) -> None:
    asked = page(site, root, "guide/debrief").xpath('//*[@class="se-debrief__ask"]')

    assert [
        (
            (each.find("label") if each.find("label") is not None else each).text_content().strip(),
            bool(each.xpath('.//*[contains(@class, "se-badge--addition")]')),
        )
        for each in asked
    ] == [(each.ask[lang], each.addition) for each in [*DEBRIEF.questions, *DEBRIEF.precise]]


@BOTH
def test_every_rating_offers_the_whole_scale_in_words(site: Path, root: str, lang: Lang) -> None:
    groups = page(site, root, "guide/debrief").xpath("//fieldset[@data-rating]")

    assert [each.get("data-rating") for each in groups] == [each.id for each in DEBRIEF.ratings]
    for group in groups:
        words = [label.text_content().strip() for label in group.xpath("./label")]
        assert words == [degree.text[lang] for degree in DEBRIEF.scale]


@pytest.mark.parametrize("root", ROOTS.values())
def test_the_candidates_file_leads_to_the_lessons(site: Path, root: str) -> None:
    links = page(site, root, "my-file").xpath("//article//a/@href")

    assert "../guide/debrief/#lessons" in links


@pytest.mark.parametrize("name", ["guide/questions", "guide/thank-you", "guide/follow-up"])
def test_a_page_without_debrief_loads_nothing_of_it(site: Path, name: str) -> None:
    text = (site / name / "index.html").read_text(encoding="utf-8")

    assert [
        tag for tag in ("debrief-sheet", "lesson-list", "improvement-list") if tag in text
    ] == []
