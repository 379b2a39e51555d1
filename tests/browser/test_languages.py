"""Two languages: the same page in the other one, and search in one at a time."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PAGES

FEW = ("", "guide/follow-up/", "my-file/")


@pytest.mark.some(1)
@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=() if path in FEW else pytest.mark.slow) for path in PAGES]
)
def test_the_language_link_stays_on_the_page(page: Page, url: str, path: str) -> None:
    page.goto(url + path)
    page.get_by_role("link", name="EN – English").click()
    assert page.url == f"{url}en/{path}"
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="FR – Français").click()

    assert page.url == url + path


@pytest.mark.some(1)
@pytest.mark.parametrize("path", PAGES)
def test_the_language_link_keeps_the_anchor(page: Page, url: str, path: str) -> None:
    page.goto(url + path)
    anchor = page.locator(".md-content h2[id], .md-content h1[id]").last.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{url}{path}#{anchor}")
    page.get_by_role("link", name="EN – English").click()

    assert page.url == f"{url}en/{path}#{anchor}"
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_the_language_link_follows_the_reader_to_another_anchor(page: Page, url: str) -> None:
    page.goto(url + "guide/follow-up/#point-50")
    page.locator(".md-content .headerlink").last.click()
    anchor = page.evaluate("location.hash")
    language = page.get_by_role("link", name="EN – English")

    expect(language).to_have_attribute("href", f"{url}en/guide/follow-up/{anchor}")
    page.go_back()
    expect(language).to_have_attribute("href", f"{url}en/guide/follow-up/#point-50")


@pytest.mark.some(1)
@pytest.mark.parametrize("anchor", ["%", "%E0%A4%A", "é", "a%20b", "'\"<"])
def test_the_language_link_keeps_whatever_stands_for_an_anchor(
    page: Page, url: str, anchor: str
) -> None:
    page.goto(f"{url}about/#{anchor}")
    kept = page.url.removeprefix(f"{url}about/")
    page.get_by_role("link", name="EN – English").click()

    assert page.url == f"{url}en/about/{kept}"


@pytest.fixture
def search(open_tab: Callable[..., Page], url: str) -> Callable[[str, str], Page]:
    """Search for something on the home page of a language, and wait for results."""

    def results(root: str, query: str) -> Page:
        page = open_tab(now=None)
        page.goto(url + root)
        page.locator("[name=query]").click()
        page.locator("[name=query]").press_sequentially(query)
        page.locator(".md-search-result__link").first.wait_for()
        return page

    return results


@pytest.mark.slow
@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("root", "query", "expected"),
    [("", "relancer", "Relancer"), ("en/", "follow", "Follow up")],
)
def test_search_finds_pages_of_its_language_only(
    search: Callable[[str, str], Page], root: str, query: str, expected: str
) -> None:
    page = search(root, query)
    addresses = page.locator(".md-search-result__link").evaluate_all(
        "links => links.map((link) => link.href)"
    )

    assert all(("/en/" in address) == bool(root) for address in addresses), addresses
    expect(page.locator(".md-search-result__list")).to_contain_text(expected)


@pytest.mark.slow
def test_search_finds_a_word_behind_an_elided_article(search: Callable[[str, str], Page]) -> None:
    page = search("", "impatience")

    expect(page.locator(".md-search-result__link").first).to_contain_text("Relancer")


@pytest.mark.some(1)
@pytest.mark.parametrize("path", ["nope/", "en/nope/"])
def test_a_wrong_address_gets_a_page_in_both_languages(page: Page, url: str, path: str) -> None:
    page.goto(url + path)

    expect(page.get_by_role("heading", name="Cette page n’existe pas")).to_be_visible()
    expect(page.get_by_role("heading", name="This page does not exist")).to_be_visible()
