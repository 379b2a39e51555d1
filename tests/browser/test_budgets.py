"""What a first visit to each page loads: no heavier than tests/budgets.json allows.

Who only reads loads a page; with a first sign, or with what is kept, its tools come too.
"""

import json
import re
from collections.abc import Callable

import brotli
import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

from tests.conftest import PAGES as SITE
from tests.conftest import ROOT

BUDGETS = json.loads((ROOT / "tests/budgets.json").read_text(encoding="utf-8"))
PAGES = [
    (root + path, budget)
    for budget in BUDGETS["pages"]
    for root in ("", "en/")
    for path in budget["of"]
]
TOOL_PAGES = [(path, budget) for path, budget in PAGES if "with tools" in budget]
SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


@pytest.fixture
def newcomer(new_context: Callable[..., BrowserContext]) -> Page:
    """A visitor with an empty cache, who only reads."""
    viewport = {"width": 390, "height": 800}
    return new_context(now=None, viewport=viewport, only_reads=True).new_page()


@pytest.fixture
def loaded(newcomer: Page) -> list[Response]:
    """What that visitor has loaded so far."""
    responses: list[Response] = []
    newcomer.on("response", lambda response: responses.append(response))
    return responses


def weight(*bodies: bytes) -> int:
    """Return the bytes that travel, as a good host compresses them."""
    return sum(len(brotli.compress(body)) for body in bodies)


def test_every_page_has_a_budget() -> None:
    assert sorted(path for budget in BUDGETS["pages"] for path in budget["of"]) == sorted(SITE)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "budget"), PAGES, ids=lambda value: str(value)[:40])
def test_a_page_is_within_its_budget(
    newcomer: Page, loaded: list[Response], url: str, path: str, budget: dict[str, int]
) -> None:
    newcomer.goto(url + path, wait_until="networkidle")

    bodies = [response.body() for response in loaded]
    assert weight(*bodies) <= budget["bytes"]
    assert len(bodies) <= budget["requests"]


@pytest.mark.slow
@pytest.mark.parametrize(("path", "budget"), TOOL_PAGES, ids=lambda value: str(value)[:40])
def test_a_page_with_its_tools_is_within_its_budget(
    newcomer: Page, loaded: list[Response], url: str, path: str, budget: dict[str, int]
) -> None:
    newcomer.goto(url + path)
    with newcomer.expect_response("**/assets/tools.*.js"):
        newcomer.mouse.move(200, 300, steps=2)
    newcomer.wait_for_load_state("networkidle")

    assert weight(*(response.body() for response in loaded)) <= budget["with tools"]


@pytest.mark.slow
@pytest.mark.parametrize("path", BUDGETS["script"]["of"])
def test_a_page_without_a_tool_has_little_script(
    newcomer: Page, loaded: list[Response], url: str, path: str
) -> None:
    newcomer.goto(url + path, wait_until="networkidle")

    scripts = [each.body() for each in loaded if each.url.endswith(".js")]
    inline = b"".join(SCRIPT.findall(loaded[0].body()))
    assert weight(*scripts, inline) <= BUDGETS["script"]["bytes"]


@pytest.mark.slow
@pytest.mark.parametrize("root", ["", "en/"])
def test_search_is_within_its_budget(
    newcomer: Page, loaded: list[Response], url: str, root: str
) -> None:
    newcomer.goto(url + root + "guide/")
    newcomer.mouse.move(200, 300, steps=2)
    newcomer.wait_for_load_state("networkidle")
    loaded.clear()

    newcomer.locator("label.md-header__button[for=__search]").click()
    newcomer.keyboard.type("question")
    expect(newcomer.locator(".md-search-result__item").first).to_be_visible()

    assert weight(*(response.body() for response in loaded)) <= BUDGETS["search"]["bytes"]
