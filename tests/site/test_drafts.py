"""A page that one language publishes first: the other has it nowhere until it is written."""

import json
from functools import partial
from pathlib import Path

import pytest
from lxml import etree, html

from macros.content import load
from macros.languages import ROOTS
from tests.conftest import SMALL, built, replace_in
from tests.macros.test_content import Edit, problems
from tests.recipes import a_page_in_one_language

ROOT_URL = "http://127.0.0.1/"
EVE = "docs/en/more/eve.md"


def change(project: Path) -> None:
    """Add a page to the small guide that its English edition has as a draft, and what leads there."""
    edit = partial(replace_in, project)
    a_page_in_one_language(project, edit)
    words = "  - leads: [more/eve.md]\n    typed: {fr: [veillée], en: [vigil]}\n"
    edit("docs/data/search.yml", "\nmeanings:\n", f"\nmeanings:\n{words}")
    moved = "moved:\n  - {from: about.md, to: more/eve.md, ids: [check-the-way]}\n"
    edit("docs/data/moved.yml", "moved:\n", moved)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The small guide with a page in French alone."""
    return built(tmp_path_factory, worker_id, "drafted", ROOT_URL, SMALL, change)


def test_no_file_of_the_english_edition_speaks_of_it(site: Path) -> None:
    named = [
        path.relative_to(site).as_posix()
        for path in (site / "en").rglob("*")
        if path.is_file() and b"eve/" in path.read_bytes()
    ]

    assert (site / "more/eve/index.html").is_file()
    assert not (site / "en/more/eve").exists()
    assert named == []


def test_its_list_is_shared_and_searched_in_french_alone(site: Path) -> None:
    by_root = {
        root: json.loads((site / root / "search/search_index.json").read_text("utf-8"))
        for root in ROOTS.values()
    }

    assert "check-the-way" in json.dumps(by_root[""]["pages"])
    assert "check-the-way" not in json.dumps(by_root["en/"]["pages"])
    assert ["more/eve/", ["veillée"]] in [[each[0], each[-1]] for each in by_root[""]["meanings"]]
    assert (site / "share/lists/the-day-before.html").is_file()
    assert not (site / "en/share/lists/the-day-before.html").exists()


def test_nothing_kept_without_a_network_and_no_site_map_names_its_twin(site: Path) -> None:
    addresses = etree.parse(site / "sitemap.xml").xpath("//*[local-name() = 'loc']/text()")
    links = html.fromstring((site / "more/eve/index.html").read_text("utf-8")).xpath(
        "//link[@hreflang]"
    )

    assert f"{ROOT_URL}more/eve/" in addresses
    assert f"{ROOT_URL}en/more/eve/" not in addresses
    assert "en/more/eve" not in (site / "service-worker.js").read_text("utf-8")
    assert {each.get("hreflang"): each.get("href") for each in links} == {
        "fr": f"{ROOT_URL}more/eve/",
        "x-default": f"{ROOT_URL}more/eve/",
    }


def test_its_link_to_english_leads_to_the_first_page_of_its_door(site: Path) -> None:
    page = html.fromstring((site / "more/eve/index.html").read_text("utf-8"))

    assert page.xpath("//a[contains(@class, 'se-language')]/@href") == ["../../en/guide/"]


def test_the_build_says_which_page_waits_and_where_it_is_published(
    project: Path, edit: Edit
) -> None:
    a_page_in_one_language(project, edit)

    (draft,) = load(project / "docs").drafts
    assert draft.endswith(f"/{EVE}, ligne 2 : cette page, publiée en français")
    assert load(project / "docs", shows_drafts=True).left_out == {
        "fr": frozenset(),
        "en": frozenset(),
    }


def test_a_page_that_tools_lead_to_cannot_wait(project: Path, edit: Edit) -> None:
    for page in ("guide/prepare", "more/other-practices", "my-file"):
        edit(f"docs/en/{page}.md", "\ndescription:", "\ndraft: true\ndescription:")

    expected = "trouvé : « draft: true » ; attendu : une page publiée dans toutes les langues"
    assert [
        (line.partition(",")[0], expected in line)
        for line in problems(project)
        if "draft: true" in line
    ] == [
        ("docs/en/guide/prepare.md", True),
        ("docs/en/more/other-practices.md", True),
        ("docs/en/my-file.md", True),
    ]


def test_a_published_page_with_a_link_to_a_draft_is_named(project: Path, edit: Edit) -> None:
    a_page_in_one_language(project, edit)
    about = project / "docs/en/about.md"
    about.write_text(f"{about.read_text('utf-8')}\nSee [the day before](more/eve.md).\n", "utf-8")

    line = len(about.read_text("utf-8").splitlines())
    assert problems(project) == [
        f"docs/en/about.md, ligne {line} : trouvé : un lien vers « more/eve.md », un brouillon ; "
        "attendu : une page publiée de docs/en ; "
        "à faire : retirez ce lien jusqu’à ce qu’elle le soit, ou publiez-la."
    ]


def test_a_draft_that_says_neither_yes_nor_no_is_named(project: Path, edit: Edit) -> None:
    edit("docs/en/more/pay.md", "\ndescription:", "\ndraft: oui\ndescription:")

    assert problems(project) == [
        "docs/en/more/pay.md, ligne 3, draft : trouvé : « oui » ; attendu : true ou false ; "
        "à faire : écrivez l’un des deux, sans guillemets."
    ]
