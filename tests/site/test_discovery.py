"""What search engines and social networks read in the built site."""

import json
import re
import struct
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from macros.languages import ROOTS
from tests.browser.test_small_guide import PAGES
from tests.conftest import CONTENT, run_build
from tests.conftest import PAGES as OF_MENU

ROOT_URL = "http://127.0.0.1/guide/"
TEXTS = {".html", ".js", ".json", ".txt", ".webmanifest", ".xml"}
ALL_PAGES = [f"{root}{path}" for root in ROOTS.values() for path in PAGES]
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
WHOLE = [*OF_MENU, *(page.replace(".md", "/") for page in CONTENT.theme_pages.values())]


@pytest.fixture(scope="module")
def built(small_site: Path) -> Path:
    """The site that most of these tests read: its addresses have a sub-path."""
    return small_site


@cache
def head(built: Path, path: str) -> Any:
    return html.fromstring((built / path / "index.html").read_text(encoding="utf-8")).head


def meta(built: Path, path: str, name: str) -> str:
    return str(
        head(built, path).xpath("meta[@name=$name or @property=$name]/@content", name=name)[0]
    )


def json_ld(built: Path, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        head(built, path).xpath('script[@type="application/ld+json"]')[0].text
    )
    return found


def twins(path: str) -> dict[str, str]:
    path = path.removeprefix("en/")
    here, there = f"{ROOT_URL}{path}", f"{ROOT_URL}en/{path}"
    return {"fr": here, "en": there, "x-default": here}


@pytest.mark.parametrize("path", ALL_PAGES)
def test_a_page_names_its_one_address(built: Path, path: str) -> None:
    assert head(built, path).xpath('link[@rel="canonical"]/@href') == [ROOT_URL + path]
    assert meta(built, path, "og:url") == ROOT_URL + path


@pytest.mark.parametrize("path", ALL_PAGES)
def test_a_page_names_itself_in_both_languages(built: Path, path: str) -> None:
    links = head(built, path).xpath("link[@hreflang]")

    assert {link.get("hreflang"): link.get("href") for link in links} == twins(path)
    assert {link.get("rel").strip() for link in links} == {"alternate"}


@pytest.mark.parametrize("path", ALL_PAGES)
def test_the_json_ld_is_an_article_made_from_the_source(built: Path, path: str) -> None:
    article = json_ld(built, path)

    assert article["@context"] == "https://schema.org"
    assert article["@type"] == "Article"
    assert article["url"] == ROOT_URL + path
    assert article["inLanguage"] == ("en" if path.startswith("en/") else "fr")
    title = meta(built, path, "og:title").replace("\u00a0", " ")
    assert article["headline"].replace("\u00a0", " ") == title
    assert ("isBasedOn" in article) == ("more/" not in path)


def test_the_json_ld_says_all_that_is_known_of_the_source(built: Path) -> None:
    assert json_ld(built, "en/guide/prepare/")["isBasedOn"] == {
        "@type": "Article",
        "name": "Article inventé",
        "url": "https://exemple.fr/article",
        "inLanguage": "fr",
        "datePublished": "2026-01-02",
        "publisher": {"@type": "Organization", "name": "exemple.fr"},
    }


def test_the_first_page_is_found_by_what_people_type(site: Path) -> None:
    titles = [head(site, root).xpath("string(title)") for root in ROOTS.values()]

    assert titles == [
        "Second entretien\u00a0: préparer, remercier, relancer",
        "Second interview guide: prepare, say thank you, follow up",
    ]


@pytest.mark.parametrize("name", ["title", "description"])
@pytest.mark.parametrize("root", ROOTS.values())
def test_no_two_pages_of_a_language_say_the_same_of_themselves(
    site: Path, root: str, name: str
) -> None:
    said = [
        head(site, root + path).xpath("string(title)")
        if name == "title"
        else meta(site, root + path, "description")
        for path in WHOLE
    ]

    assert len(set(said)) == len(WHOLE)
    assert [text for text in said if not 10 < len(text) < 170] == []


@pytest.mark.parametrize("path", ["404.html", "en/404.html", "503.html", "en/503.html"])
def test_no_search_engine_keeps_an_error_page(built: Path, path: str) -> None:
    page = html.fromstring((built / path).read_text(encoding="utf-8"))

    assert page.xpath('//meta[@name="robots"]/@content') == ["noindex"]
    assert page.xpath('//link[@rel="canonical"]') == []


def test_one_sitemap_names_every_page_in_both_languages(built: Path) -> None:
    sitemap = etree.parse(built / "sitemap.xml")
    found = {
        entry.xpath("string(s:loc)", namespaces=NAMES): {
            link.get("hreflang"): link.get("href")
            for link in entry.xpath("x:link[@rel='alternate']", namespaces=NAMES)
        }
        for entry in sitemap.xpath("//s:url", namespaces=NAMES)
    }

    assert found == {ROOT_URL + path: twins(path) for path in ALL_PAGES}
    assert not (built / "en/sitemap.xml").exists()


def test_robots_are_told_where_the_sitemap_is(built: Path) -> None:
    lines = (built / "robots.txt").read_text(encoding="utf-8").splitlines()

    assert lines[-1] == f"Sitemap: {ROOT_URL}sitemap.xml"


@pytest.mark.parametrize("root", ROOTS.values())
def test_a_link_shows_a_picture_of_its_language(built: Path, root: str) -> None:
    address = meta(built, f"{root}guide/prepare/", "og:image")
    picture = (built / address.removeprefix(ROOT_URL)).read_bytes()

    assert address == f"{ROOT_URL}{root}images/social.png"
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack_from(">II", picture, 16) == (1200, 630)


def test_the_pictures_differ_in_words_only(built: Path) -> None:
    french, english = (pixels(built / root / "images/social.png") for root in ROOTS.values())

    assert french[:200] == english[:200]  # the two bubbles
    assert french[200:] != english[200:]


def pixels(file: Path) -> list[bytes]:
    data = file.read_bytes()
    size = struct.unpack_from(">I", data, 33)[0]
    raw = zlib.decompress(data[41 : 41 + size])
    return [raw[at : at + 3601] for at in range(0, len(raw), 3601)]


@pytest.mark.slow
def test_where_no_address_is_given_none_of_this_machine_is_printed(
    project: Path, tmp_path: Path
) -> None:
    result = run_build(project, tmp_path / "site", site_url="")
    texts = {
        path.relative_to(tmp_path / "site").as_posix(): path.read_text(encoding="utf-8")
        for path in (tmp_path / "site").rglob("*")
        if path.suffix in TEXTS
    }

    assert result.returncode == 0
    assert "Attention : l’adresse du site n’est pas donnée" in result.stderr
    assert [
        path for path, text in texts.items() if re.search(r"127\.0\.0\.1|localhost", text)
    ] == []
    assert 'class="se-booklet__code"' not in texts["more/workshop-booklet/index.html"]
    assert texts["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert "sitemap.xml" not in texts
