"""The built site as files: points, links, attribution, typography, twins."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import html

from macros.languages import LANGUAGES, ROOTS, Lang
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


@pytest.mark.parametrize("root", ROOTS.values())
def test_the_table_of_points_leads_to_each_of_them(site: Path, root: str) -> None:
    table = parse(site, root + "about/").xpath('//*[@class="se-points"]//table')[0]
    links = [link.get("href") for link in table.xpath(".//a")]

    assert links == [f"../{path}#point-{point}" for point, path in POINTS]


@pytest.mark.parametrize("path", [path for path in PAGES if re.match("guide/.", path)])
@pytest.mark.parametrize("root", ROOTS.values())
def test_a_guide_page_says_first_what_to_do_when_and_how_long(
    site: Path, root: str, path: str
) -> None:
    first = parse(site, root + path).xpath("//h1/following-sibling::*[not(self::details)][1]")[0]

    # Where one writes it is said in a sentence, and the tool follows at once.
    assert first.get("class") == "se-lead" or len(first.xpath(".//strong")) == 3


@pytest.mark.parametrize("root", ROOTS.values())
def test_each_step_leads_to_the_next(site: Path, root: str) -> None:
    steps = [step.page.removesuffix(".md") for step in CONTENT.steps]
    led = [
        parse(site, f"{root}{step}/").xpath('//a[contains(@class, "link--next")]/@href')
        for step in steps[:-1]
    ]

    assert led == [[f"../{step.removeprefix('guide/')}/"] for step in steps[1:]]


@pytest.mark.parametrize("root", ROOTS.values())
def test_every_practice_of_the_data_is_on_a_page_marked_as_an_addition(
    site: Path, root: str
) -> None:
    page = parse(site, root + "more/other-practices/")
    names = page.xpath('//*[@class="se-practices"]//th[@scope="row"]')

    lang: Lang = "en" if root else "fr"
    assert [(name.find("a").text, name.find("a").get("href")) for name in names] == [
        (practice.name, practice.url)
        for practice in CONTENT.countries.of_edition(CONTENT.practices.sites, lang)
    ]
    assert page.xpath('//h1/following-sibling::*[1]/*[contains(@class, "se-badge--addition")]')


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        (
            "",
            [
                "Rebondir Lu le 26\u00a0novembre 2026",
                "Dans les 24\u00a0h",
                "Après une semaine, par e-mail plutôt que par téléphone",
                "Non précisé",
            ],
        ),
        (
            "en/",
            [
                "Rebondir Read on 26\u00a0November 2026",
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
    cells = parse(site, root + "more/other-practices/").xpath('//*[@id="rebondir"]/../*')

    assert [cell.text_content() for cell in cells] == expected


@pytest.mark.parametrize(
    ("root", "countries", "first"),
    [
        (
            "",
            ["France", "Suisse"],
            "Rien de ce qui vous concerne ne peut être recueilli par un moyen dont on ne vous a pas "
            "parlé d’abord (Code du travail, art. L1221-9)\u00a0: on doit donc vous prévenir avant "
            "d’appeler. Code du travail, article L1221-9, vérifié le 26\u00a0novembre 2026",
        ),
        (
            "en/",
            ["United Kingdom", "France", "Switzerland"],
            "Employers must ask your permission before they approach your current employer, says Acas. "
            "Satisfactory references are a usual condition of an offer, so wait for them before you "
            "resign. ACAS guidance: Job references, checked on 26\u00a0November 2026",
        ),
    ],
)
def test_a_question_says_what_holds_in_each_country_of_the_edition_with_source_and_day(
    site: Path, root: str, countries: list[str], first: str
) -> None:
    page = parse(site, root + "more/questions/experience/")
    folds = page.xpath('//*[@id="references-to-call"]//details[@data-advice]//details')

    assert [fold.find("summary").text for fold in folds] == countries
    assert [fold.get("open") for fold in folds] == [None] * len(countries)
    assert folds[0].xpath(".//li")[0].text_content() == first


@pytest.mark.parametrize(
    ("root", "countries"),
    [
        ("", ["France", "Belgique", "Suisse", "Québec"]),
        (
            "en/",
            [
                *("United Kingdom", "Ireland", "United States", "Ontario", "Quebec"),
                *("France", "Belgium", "Switzerland"),
            ],
        ),
    ],
)
def test_a_page_says_what_holds_in_each_country_of_the_edition_folded(
    site: Path, root: str, countries: list[str]
) -> None:
    folds = parse(site, root + "more/the-day/").xpath(
        '//h2[last()]/following::details[@class="se-fold"]'
    )

    assert [fold.find("summary").text for fold in folds] == countries
    assert [fold.get("open") for fold in folds] == [None] * len(countries)
    assert all(line.xpath("small/a/@href") for fold in folds for line in fold.xpath("ul/li"))


@pytest.mark.parametrize("root", ROOTS.values())
@pytest.mark.parametrize("page", ["the-day", "the-offer", "pay"])
def test_a_page_that_is_ours_is_marked_once(site: Path, root: str, page: str) -> None:
    marks = parse(site, f"{root}more/{page}/").xpath(
        '//article//*[contains(@class, "se-badge--addition")]'
    )

    assert [mark.getparent().get("class") for mark in marks] == ["se-lead"]


@pytest.mark.parametrize(
    ("root", "said"), [("", "Si vous débutez"), ("en/", "If you are starting out")]
)
def test_each_of_the_articles_questions_speaks_to_who_is_starting_out(
    site: Path, root: str, said: str
) -> None:
    rows = parse(site, root + "guide/questions/").xpath("//details[@data-article]")

    assert [row.xpath(f'count(.//dt[.="{said}"])') for row in rows] == [1] * 8


@pytest.mark.parametrize(
    ("theme", "page"), [("pay", "../../pay/"), ("availability", "../../the-offer/")]
)
def test_the_page_of_a_theme_leads_to_the_one_that_says_more(
    site: Path, theme: str, page: str
) -> None:
    links = parse(site, f"more/questions/{theme}/").xpath("//h1/following::p[2]/a/@href")

    assert links == [page]


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


@pytest.mark.parametrize("root", ROOTS.values())
def test_the_questions_page_has_the_eight_of_the_article_as_closed_rows(
    site: Path, root: str
) -> None:
    rows = parse(site, root + "guide/questions/").xpath("//question-list//details[@data-question]")

    assert [row.get("id") for row in rows] == [
        "expected-challenges",
        "why-this-job",
        "ideal-person",
        "work-experience",
        "why-this-company",
        "improve-the-business",
        "know-the-company",
        "salary-expectations",
    ]
    assert [row.get("id") for row in rows if row.get("open") is not None] == []


@pytest.mark.parametrize("root", ROOTS.values())
def test_the_questions_page_leads_to_the_page_of_each_theme_and_knows_its_questions(
    site: Path, root: str
) -> None:
    entries = parse(site, root + "guide/questions/").xpath("//question-list//li[@data-questions]")

    assert [
        (each.get("id"), each.xpath("a/@href")[0], each.get("data-questions")) for each in entries
    ] == [
        (
            f"theme-{theme.id}",
            f"../../more/questions/{theme.id}/",
            " ".join(question.id for question in questions),
        )
        for theme, questions in CONTENT.by_theme(CONTENT.added_questions)
    ]


@pytest.mark.parametrize("root", ROOTS.values())
@pytest.mark.parametrize("theme", [theme.id for theme in CONTENT.themes])
def test_each_theme_has_a_page_of_its_questions_marked_once_as_ours(
    site: Path, root: str, theme: str
) -> None:
    page = parse(site, f"{root}more/questions/{theme}/")
    shown = page.xpath("//question-list//details[@data-question]/@id")

    assert shown == [each.id for each in CONTENT.added_questions if each.theme == theme]
    marks = page.xpath('//article//*[contains(@class, "se-badge--addition")]')
    assert len([each for each in marks if not each.xpath("ancestor::details")]) == 1


@pytest.mark.parametrize(
    ("root", "title", "description", "heading", "other"),
    [
        (
            "",
            "La rémunération\u00a0: questions d’entretien – Second entretien",
            "«\u00a0La rémunération\u00a0» au second entretien d’embauche\u00a0: les questions, ce que "
            "l’employeur veut savoir, comment s’y préparer, le piège à éviter.",
            "La rémunération",
            "en/more/questions/pay/",
        ),
        (
            "en/",
            "Pay: interview questions – Second Interview",
            "Pay – second interview questions you may be asked: what the employer wants to know, "
            "how to prepare, the trap to avoid.",
            "Pay",
            "more/questions/pay/",
        ),
    ],
)
def test_the_page_of_a_theme_has_its_title_description_and_twin(
    site: Path, root: str, title: str, description: str, heading: str, other: str
) -> None:
    page = parse(site, root + "more/questions/pay/")

    twin = page.xpath("string(//*[@data-other-language]/@href)")

    assert page.xpath("string(//title)") == title
    assert page.xpath("string(//meta[@name='description']/@content)") == description
    assert page.xpath("string(//h1)").removesuffix("#") == heading
    assert twin.removeprefix("../../../").removeprefix("../") == other


def test_the_pages_of_the_themes_are_in_the_sitemap(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")

    for root in ROOTS.values():
        assert sitemap.count(f"{root}more/questions/pay/</loc>") >= 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pages_and_the_file_of_the_questions_are_kept_offline(site: Path, lang: str) -> None:
    root = "" if lang == "fr" else "en/"

    assert f'"{root}more/questions/pay/"' in (site / f"kept/{lang}-questions.json").read_text(
        "utf-8"
    )
    assert (site / f"kept/{lang}.json").read_text("utf-8").count('"assets/questions.') == 1


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        (
            "",
            [
                "L’employeur se demande",
                "Comment s’y préparer",
                "Le piège à éviter",
                "Elle peut aussi prendre ces formes",
                "Qui la pose le plus souvent",
            ],
        ),
        (
            "en/",
            [
                "What the employer wants to know",
                "How to prepare",
                "The trap to avoid",
                "Other ways they may ask it",
                "Who asks it most often",
            ],
        ),
    ],
)
def test_a_question_says_five_things(site: Path, root: str, expected: list[str]) -> None:
    terms = parse(site, root + "more/questions/pay/").xpath('//*[@id="beyond-the-salary"]//dt')

    assert [term.text_content() for term in terms] == expected


@pytest.mark.parametrize("root", ROOTS.values())
def test_all_questions_can_be_practised_with_their_other_wordings(site: Path, root: str) -> None:
    entries = parse(site, root + "more/practise/").xpath("//practice-round//li[@data-question]")

    assert [entry.get("data-question") for entry in entries] == [
        question.id for question in CONTENT.questions
    ]
    assert [entry for entry in entries if not entry.xpath(".//*[@data-rewording]")] == []


@pytest.mark.parametrize("path", PAGES)
def test_every_anchor_of_a_page_is_one_in_the_other_language_too(site: Path, path: str) -> None:
    here, there = (set(parse(site, root + path).xpath("//*/@id")) for root in ROOTS.values())

    assert here == there


class Unclosed(HTMLParser):
    """What is opened and not closed, or closed and not open."""

    EMPTY = frozenset(["br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"])

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.EMPTY:
            self.opened.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of a picture closes itself."""

    def handle_endtag(self, tag: str) -> None:
        if tag in self.EMPTY or (self.opened and self.opened[-1] == tag):
            self.opened = self.opened[: len(self.opened) - (tag not in self.EMPTY)]
        else:
            self.wrong.append(f"{self.getpos()}: </{tag}>")


@pytest.mark.parametrize("root", ROOTS.values())
def test_each_page_closes_what_it_opens(site: Path, root: str) -> None:
    wrong = {}
    for path in PAGES:
        page = Unclosed()
        page.feed((site / root / path / "index.html").read_text("utf-8"))
        page.close()
        wrong[path] = [*page.wrong, *page.opened]

    assert {path: found for path, found in wrong.items() if found} == {}
