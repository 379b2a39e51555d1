"""A third language comes by data, pages and one configuration: German, made of the small content."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree, html
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import visiting
from tests.browser.dates_form import FIRST, give
from tests.browser.test_hosts import LISTEN
from tests.browser.test_offline import visit
from tests.conftest import SMALL, built, copy_project, run_build, serving
from tests.site.german import add_german

pytestmark = pytest.mark.slow
ROOT_URL = "http://127.0.0.1/guide/"
ADDRESSES = {
    "fr": f"{ROOT_URL}my-dates/",
    "de": f"{ROOT_URL}de/my-dates/",
    "en": f"{ROOT_URL}en/my-dates/",
    "x-default": f"{ROOT_URL}my-dates/",
}


@pytest.fixture(scope="module")
def german_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of the small content in three languages."""
    return built(tmp_path_factory, worker_id, "german/guide", ROOT_URL, SMALL, add_german)


@pytest.fixture(scope="module")
def german_url(german_site: Path) -> Iterator[str]:
    """Its address."""
    with serving(german_site.parent) as address:
        yield f"{address}guide/"


@pytest.fixture
def german_page(tab: Page, german_url: str) -> Iterator[Page]:
    """A page of a visitor of that site."""
    with visiting(tab, german_url) as page:
        yield page


def test_each_page_stands_below_de_in_its_language(german_site: Path) -> None:
    english = {path.relative_to(german_site / "en") for path in german_site.glob("en/**/*.html")}
    german = {path.relative_to(german_site / "de") for path in german_site.glob("de/**/*.html")}

    assert german == english
    assert {
        html.parse(str(german_site / "de" / path)).getroot().get("lang") for path in german
    } == {"de"}


@pytest.mark.parametrize("root", ["", "de/", "en/"])
def test_a_page_names_its_twins_in_its_head(german_site: Path, root: str) -> None:
    page = html.parse(str(german_site / root / "my-dates/index.html"))

    assert {
        link.get("hreflang"): link.get("href") for link in page.iterfind(".//link[@hreflang]")
    } == ADDRESSES


def test_the_sitemap_names_each_page_with_its_twins(german_site: Path) -> None:
    sitemap = etree.parse(str(german_site / "sitemap.xml"))
    links = sitemap.xpath("//*[local-name()='url'][*[.=$here]]/*[@hreflang]", here=ADDRESSES["de"])

    assert {link.get("hreflang"): link.get("href") for link in links} == ADDRESSES


def test_search_engines_read_what_is_translated_from_what(german_site: Path) -> None:
    def read(path: str) -> dict[str, object]:
        page = html.parse(str(german_site / path / "my-dates/index.html"))
        found: dict[str, object] = json.loads(
            page.xpath("string(//script[@type='application/ld+json'])")
        )
        return found

    article = "Article"
    french, german, english = (
        {"@type": article, "@id": ADDRESSES[lang], "url": ADDRESSES[lang], "inLanguage": lang}
        for lang in ("fr", "de", "en")
    )
    assert read("")["workTranslation"] == [german, english]
    assert read("de")["translationOfWork"] == french


@pytest.mark.parametrize("width", [320, 1280])
def test_the_header_leads_to_each_other_language(
    german_page: Page, german_url: str, width: int
) -> None:
    german_page.set_viewport_size({"width": width, "height": 700})
    german_page.goto(f"{german_url}de/about/#strasse")
    links = german_page.locator("[data-other-language]")

    expect(links).to_have_text(["FR", "EN"])
    assert [link.get_attribute("lang") for link in links.all()] == ["fr", "en"]
    for link in links.all():
        box = link.bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) == (44, 44)
    links.nth(1).click()
    expect(german_page).to_have_url(f"{german_url}en/about/#strasse")
    expect(german_page.locator("h2:has(#strasse)")).to_be_in_viewport()


def test_search_finds_a_word_of_the_language(german_page: Page, german_url: str) -> None:
    german_page.goto(f"{german_url}de/")
    german_page.locator("[name=query]").click()
    german_page.locator("[name=query]").press_sequentially("strasse")

    expect(german_page.locator(".md-search-result__link").first).to_have_attribute(
        "href", re.compile("/guide/de/about/")
    )


def test_dates_are_said_in_the_words_of_the_language(german_page: Page, german_url: str) -> None:
    german_page.goto(f"{german_url}de/my-dates/")
    give(german_page, FIRST, "24/11/2026", "nothing-said")

    expect(german_page.locator("[data-step=call] [data-when]")).to_contain_text(
        re.compile("Dienstag.*Dezember")
    )


def test_a_wrong_address_at_the_root_is_answered_in_every_language(german_site: Path) -> None:
    page = html.parse(str(german_site / "404.html"))

    assert page.xpath("//*[@class='se-not-found']/@lang") == ["fr", "de", "en"]


def test_the_edition_is_kept_for_days_without_a_network(
    german_site: Path, new_context: Callable[..., BrowserContext]
) -> None:
    context = new_context(service_workers="allow")
    context.add_init_script(LISTEN)
    with serving(german_site.parent) as host:
        url = f"{host}guide/"
        page = visit(context.new_page(), f"{url}de/", "de")

    page.goto(f"{url}de/my-dates/")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    answer = page.goto(f"{url}de/nope/")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("html")).to_have_attribute("lang", "de")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("data/words.yml", 'de: "Deutsch"', "words.yml"),
        ("data/places.yml", 'Armistice Day: {de: "Tag des Waffenstillstands"}', "Armistice Day"),
    ],
    ids=["a word", "a day off"],
)
def test_a_text_that_lacks_in_german_is_an_error_and_never_english(
    tmp_path: Path, file: str, text: str, said: str
) -> None:
    project = copy_project(tmp_path / "project", SMALL)
    add_german(project)
    source = project / "docs" / file
    before = source.read_text("utf-8")
    assert text in before
    source.write_text(re.sub(rf"(, |\n +){re.escape(text)}", "", before), encoding="utf-8")

    result = run_build(project, tmp_path / "site")

    assert result.returncode == 1
    assert said in result.stderr


def test_a_page_that_lacks_in_german_is_an_error(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", SMALL)
    add_german(project)
    (project / "docs/de/sheet.md").unlink()

    result = run_build(project, tmp_path / "site")

    assert result.returncode == 1
    assert "docs/de/sheet.md" in result.stderr


def test_what_was_left_in_french_and_what_lacks_is_said_of_every_language(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", SMALL)
    add_german(project)
    for lang in ("fr", "de"):
        with (project / f"docs/{lang}/about.md").open("a", encoding="utf-8") as page:
            page.write("\nUne phrase entière qui reste là.\n")
    code = (
        "from pathlib import Path; from macros.content import load; "
        "from macros.languages import EVERYWHERE; "
        "print(EVERYWHERE, *load(Path('docs')).doubts, sep='\\n')"
    )

    said = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert said[0] == "dans toutes les langues"
    assert [line.partition(", ligne")[0] for line in said if "Une phrase entière" in line] == [
        "docs/de/about.md"
    ]
