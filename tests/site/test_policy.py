"""What closes the built site: the policy of each page, and the header files of the usual hosts."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from macros.languages import ROOTS
from tests.conftest import PAGES

FILES = [
    f"{root}{path}"
    for root in ROOTS.values()
    for path in (*(f"{p}index.html" for p in PAGES), "404.html", "503.html")
]


@cache
def parse(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path).read_text(encoding="utf-8"))


def policy(page: html.HtmlElement) -> dict[str, str]:
    text = page.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')[0]
    return dict(rule.split(" ", 1) for rule in text.split("; "))


@pytest.mark.parametrize("path", FILES)
def test_every_page_allows_its_own_origin_only(site: Path, path: str) -> None:
    rules = policy(parse(site, path))
    own = [re.sub(r" 'sha256-[^']+'", "", rules.pop(f"{name}-src")) for name in ("script", "style")]

    assert own == ["'self'", "'self'"]
    assert rules == {
        "default-src": "'self'",
        "img-src": "'self' data:",
        "form-action": "'self'",
        "base-uri": "'none'",
        "object-src": "'none'",
    }


@pytest.mark.parametrize("path", FILES)
def test_the_policy_stands_before_all_that_it_governs(site: Path, path: str) -> None:
    head = (site / path).read_text(encoding="utf-8").partition("Content-Security-Policy")[0]

    assert re.findall(r"<(?:script|link|style|img)", head) == []


@pytest.mark.parametrize("path", FILES)
def test_every_inline_script_has_its_hash(site: Path, path: str) -> None:
    page = parse(site, path)
    scripts = page.xpath("//script[not(@src) and not(@type)]/text()")
    hashes = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in scripts]

    assert len(scripts) == 2 + bool(page.xpath("//details[@data-country]"))
    assert [each for each in hashes if each not in policy(page)["script-src"]] == []


@pytest.mark.parametrize("path", FILES)
def test_the_style_of_a_page_has_its_hash_and_no_other_page_s(site: Path, path: str) -> None:
    page = parse(site, path)
    (style,) = page.xpath("//style/text()")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert policy(page)["style-src"] == f"'self' 'sha256-{digest}'"


@pytest.mark.parametrize("path", FILES)
def test_no_page_holds_a_handler_a_style_or_a_script_in_an_attribute(site: Path, path: str) -> None:
    page = parse(site, path)

    assert page.xpath("//@style | //@*[starts-with(name(), 'on')]") == []
    assert page.xpath("//@*[starts-with(., 'javascript:')]") == []


@pytest.mark.parametrize("path", FILES)
def test_only_links_that_a_reader_follows_lead_to_another_host(site: Path, path: str) -> None:
    page = parse(site, path)
    loads = page.xpath(
        "//@src | //@srcset | //@action | //@ping | //@target | //link[not(@rel='canonical' or @hreflang)]/@href"
    )

    assert [each for each in loads if "//" in each] == []


def test_each_header_file_says_the_policy_and_the_rest(site: Path) -> None:
    hosts = {
        name: (site / name).read_text() for name in ("_headers", ".htaccess", "server.nginx.conf")
    }
    for text in hosts.values():
        # Each page names by hash what may stand in it, and both policies hold.
        assert "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'" in text
        assert "frame-ancestors 'none'" in text
        assert "require-trusted-types-for 'script'" in text
        assert "no-referrer" in text
        assert "camera=()" in text
        assert "immutable" in text


def test_cloudflare_can_read_all_headers(site: Path) -> None:
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()

    assert max(map(len, lines)) <= 2000
    assert [line for line in lines if line[0] == "/"] == ["/*", "/assets/*"]


def test_only_files_named_by_their_content_are_kept_for_ever(site: Path) -> None:
    rule = "\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    assert rule in (site / "_headers").read_text(encoding="utf-8")

    names = [path.name for path in (site / "assets").iterdir()]
    assert [name for name in names if not re.search(r"\.[0-9a-z]{8,10}\.\w+$", name)] == []


@pytest.mark.slow
def test_nothing_is_kept_for_ever_where_files_have_plain_names(edited_site: Path) -> None:
    assert "immutable" not in (edited_site / "_headers").read_text(encoding="utf-8")


def test_under_a_sub_path_the_headers_are_for_that_path(small_site: Path) -> None:
    rules = re.findall(r"^\S+", (small_site / "_headers").read_text(encoding="utf-8"), re.MULTILINE)

    assert rules[0] == "/guide/*"
    assert all(rule.startswith("/guide/") for rule in rules)


def test_no_page_can_be_told_that_today_is_another_day(site: Path) -> None:
    """Those of `make serve` and of previews can: tests/browser/test_other_day.py."""
    files = (path for path in site.rglob("*.*") if path.suffix in (".html", ".js"))

    assert [path for path in files if 'get("today")' in path.read_text(encoding="utf-8")] == []
