"""The built site as files: points, links, attribution, typography, twins."""

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import CONTENT, PAGES

POINTS = [
    (point, page.page.removesuffix("index.md").replace(".md", "/"))
    for page in CONTENT.article.points
    for point in page.points
]
ALL_PAGES = [*PAGES, *(f"en/{path}" for path in PAGES)]


@cache
def parse(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def test_the_article_has_77_points() -> None:
    assert len(POINTS) == 77


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_table_of_points_leads_to_each_of_them(site: Path, root: str) -> None:
    table = parse(site, root + "about/").xpath('//*[@class="se-points"]//table')[0]
    links = [link.get("href") for link in table.xpath(".//a")]

    assert links == [f"../{path}#point-{point}" for point, path in POINTS]


@pytest.mark.parametrize("path", [path for path in PAGES if re.match("guide/.", path)])
@pytest.mark.parametrize("root", ["", "en/"])
def test_a_guide_page_says_first_what_to_do_when_and_how_long(
    site: Path, root: str, path: str
) -> None:
    glance = parse(site, root + path).xpath('//h1/following-sibling::*[1][@class="se-glance"]')

    assert len(glance[0].xpath(".//li")) == 3


@pytest.mark.parametrize("root", ["", "en/"])
def test_every_practice_of_the_data_is_on_a_page_marked_as_an_addition(
    site: Path, root: str
) -> None:
    page = parse(site, root + "more/other-practices/")
    names = page.xpath('//*[@class="se-practices"]//td[@role="rowheader"]')

    assert [(name.get("id"), name.text_content()) for name in names] == [
        (practice.id, practice.name) for practice in CONTENT.practices.sites
    ]
    assert page.xpath('//h1/following-sibling::*[1]/*[contains(@class, "se-badge--addition")]')


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        (
            "",
            [
                "Rebondir",
                "Dans les 24\u00a0h",
                "Après 1\u00a0semaine, par e-mail plutôt que par téléphone",
                "Non précisé",
            ],
        ),
        (
            "en/",
            [
                "Rebondir",
                "Within 24 hours",
                "After 1 week, by email rather than by phone",
                "Not stated",
            ],
        ),
    ],
)
def test_a_practice_says_under_each_heading_what_the_site_states_or_that_it_does_not(
    site: Path, root: str, expected: list[str]
) -> None:
    cells = parse(site, root + "more/other-practices/").xpath('//td[@id="rebondir"]/../td')

    assert [cell.text_content() for cell in cells] == expected


def test_the_questions_keep_the_articles_exact_words(site: Path) -> None:
    article = {
        "Quels défis pensez-vous rencontrer à ce poste ?",
        "Pourquoi souhaitez-vous ce poste ?",
        "Pourquoi êtes-vous la personne idéale pour ce rôle ?",
        "Parlez-nous de vos expériences professionnelles.",
        "Pourquoi voulez-vous travailler pour cette entreprise ?",
        "Comment pourriez-vous améliorer l’activité de l’entreprise si vous étiez embauché ?",
        "Que savez-vous de l’entreprise ?",
        "Quelles sont vos prétentions salariales ?",
    }
    asked = parse(site, "guide/questions/").xpath("//*[@data-article]//*[@data-ask]")

    assert article == {each.text_content().replace("\u202f", " ").strip() for each in asked}


@pytest.mark.parametrize(
    ("path", "number", "kinds"),
    [
        ("guide/questions/", len(CONTENT.questions), {"article": 8, "addition": 67}),
        ("more/questions-to-ask/", len(CONTENT.questions_to_ask), {"addition": 30}),
    ],
)
@pytest.mark.parametrize("root", ["", "en/"])
def test_every_question_says_where_it_comes_from(
    site: Path, root: str, path: str, number: int, kinds: dict[str, int]
) -> None:
    page = parse(site, root + path)
    badges = {
        kind: len(page.xpath(f'//*[@data-question]//h4/*[contains(@class, "se-badge--{kind}")]'))
        for kind in kinds
    }

    assert badges == kinds
    assert len(page.xpath("//*[@data-question]")) == number


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_question_of_ours_is_closed_under_the_heading_of_its_theme(site: Path, root: str) -> None:
    pay = parse(site, root + "guide/questions/").xpath('//section[h3/@id="theme-pay"]')[0]

    assert pay.xpath("./details/@id") == [
        question.id for question in CONTENT.added_questions if question.theme == "pay"
    ]
    assert pay.xpath("./details/@open") == []


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        (
            "",
            [
                "Ce que l’employeur veut savoir",
                "Comment s’y préparer",
                "Le piège à éviter",
                "Elle peut revenir sous cette forme",
                "Qui la pose le plus souvent",
            ],
        ),
        (
            "en/",
            [
                "What the employer wants to know",
                "How to prepare",
                "The trap to avoid",
                "It may come back as",
                "Who asks it most often",
            ],
        ),
    ],
)
def test_a_question_says_five_things(site: Path, root: str, expected: list[str]) -> None:
    terms = parse(site, root + "guide/questions/").xpath('//*[@id="current-salary"]//dt')

    assert [term.text_content() for term in terms] == expected


@pytest.mark.parametrize("root", ["", "en/"])
def test_all_questions_can_be_practised_with_their_other_wordings(site: Path, root: str) -> None:
    entries = parse(site, root + "more/practise/").xpath("//practice-round//li[@data-question]")

    assert [entry.get("data-question") for entry in entries] == [
        question.id for question in CONTENT.questions
    ]
    assert [entry for entry in entries if not entry.xpath(".//*[@data-rewording]")] == []


@pytest.mark.parametrize("path", PAGES)
def test_every_anchor_of_a_page_is_one_in_the_other_language_too(site: Path, path: str) -> None:
    here, there = (set(parse(site, root + path).xpath("//*/@id")) for root in ("", "en/"))

    assert here == there
