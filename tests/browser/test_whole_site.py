"""The finished site looks and behaves as the whole one, which `make serve` shows."""

import base64
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import rests
from tests.conftest import PAGES, built, serving

# The templates of both languages are the same: one page of each kind, in two looks.
LOOKS = [("light", 390), ("dark", 1280)]
ALL = [*PAGES, "en/guide/follow-up/", "nowhere/"]
IN_USE = [
    *((page, "dark", 390, "screen") for page in ALL),
    *((page, "light", 1280, "print") for page in PAGES),
]
A_FEW = 20
# What shell/first.js says before the first paint of a finished page, for room to be kept.
ROOM = "() => { document.documentElement.dataset.dated ??= ''; }"
STILL = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync("::placeholder { transition: none !important }");
  document.adoptedStyleSheets = [style];
}"""
# All that the reader can open, and the notice of a newer guide.
OPENED = """() => {
  for (const details of document.querySelectorAll(".md-content details")) details.open = true;
  for (const button of document.querySelectorAll("[data-open]")) button.click();
  document.activeElement.blur();
  const [text, buttons, button] = ["p", "div", "button"].map((tag) => document.createElement(tag));
  text.textContent = button.textContent = "News";
  buttons.append(button);
  document.querySelector("[data-offline]").append(text, buttons);
}"""
# Raster of icons and rounded corners differs in a few places between two shots of one page.
DIFFERING = """async ([one, other]) => {
  const [a, b] = await Promise.all([one, other].map(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height);
  }));
  if (a.width !== b.width || a.height !== b.height) return `${a.width}×${a.height}, ${b.width}×${b.height}`;
  let count = 0;
  for (let i = 0; i < a.data.length; i++) if (Math.abs(a.data[i] - b.data[i]) > 16) count += 1;
  return count;
}"""


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """The address of the whole site, nothing left out."""
    with serving(built(tmp_path_factory, worker_id, "whole", SLIM="false")) as address:
        yield address


@pytest.fixture
def both(
    new_context: Callable[..., BrowserContext], url: str, whole: str
) -> Callable[..., list[Page]]:
    """Open a page of the whole site, and the same of the finished one."""

    def opened(path: str, **settings: object) -> list[Page]:
        context = new_context(reduced_motion="reduce", **settings)
        pages = [context.new_page() for _ in range(2)]
        for page, address in zip(pages, (whole, url), strict=True):
            page.goto(address + path, wait_until="networkidle")
            page.evaluate(STILL)
        return pages

    return opened


@pytest.fixture
def differing(new_context: Callable[..., BrowserContext]) -> Callable[[list[Page]], int]:
    """Count the pixels in which two pages differ, from their top to their end."""
    blank = new_context(now=None).new_page()

    def count(pages: list[Page]) -> int:
        shots = [page.screenshot(full_page=True, animations="disabled") for page in pages]
        count = blank.evaluate(DIFFERING, [base64.b64encode(shot).decode() for shot in shots])
        assert isinstance(count, int), f"differ in size: {count}"
        return count

    return count


@pytest.mark.some(0, 17)
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
@pytest.mark.parametrize("path", ALL)
def test_every_page_looks_like_the_whole_one(
    both: Callable[..., list[Page]],
    differing: Callable[[list[Page]], int],
    path: str,
    scheme: str,
    width: int,
) -> None:
    pages = both(path, color_scheme=scheme, viewport={"width": width, "height": 800})

    assert differing(pages) < A_FEW


@pytest.mark.nightly
@pytest.mark.parametrize(("path", "scheme", "width", "media"), IN_USE)
def test_a_page_in_use_looks_like_the_whole_one(
    both: Callable[..., list[Page]],
    differing: Callable[[list[Page]], int],
    path: str,
    scheme: str,
    width: int,
    media: Literal["screen", "print"],
) -> None:
    pages = both("my-file/", color_scheme=scheme, viewport={"width": width, "height": 800})

    for page in pages:
        page.get_by_role("button", name="Voir un exemple rempli").click()
        expect(page.locator("application-bar [data-name]")).to_contain_text("Exemple")
        page.goto(page.url.replace("my-file/", path), wait_until="networkidle")
        page.evaluate(ROOM)
        page.evaluate(STILL)
        page.evaluate(OPENED)
        rests(page)  # what is opened may bring a tool
        page.emulate_media(media=media)

    assert differing(pages) < A_FEW


@pytest.mark.slow
def test_the_list_of_all_pages_looks_like_that_of_the_whole_page(
    both: Callable[..., list[Page]], differing: Callable[[list[Page]], int]
) -> None:
    pages = both("guide/prepare/", viewport={"width": 390, "height": 800})

    for page in pages:
        page.locator("[data-menu] summary").click()

    assert differing(pages) < A_FEW


@pytest.mark.slow
def test_the_results_of_search_look_like_those_of_the_whole_page(
    both: Callable[..., list[Page]], differing: Callable[[list[Page]], int]
) -> None:
    pages = both("guide/prepare/", viewport={"width": 1280, "height": 800}, now=None)

    for page in pages:
        page.keyboard.press("s")
        page.keyboard.type("remerciement")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        page.wait_for_timeout(500)  # the theme draws results one by one

    assert differing(pages) < A_FEW


@pytest.mark.slow
def test_the_other_colours_look_like_those_of_the_whole_page(
    both: Callable[..., list[Page]], differing: Callable[[list[Page]], int]
) -> None:
    pages = both("guide/prepare/", viewport={"width": 390, "height": 800})

    for page in pages:
        page.locator("[data-menu] summary").click()
        page.locator("[data-md-component=palette] button:visible").click()
        page.reload(wait_until="networkidle")

    assert differing(pages) < A_FEW


@pytest.mark.slow
def test_scrolling_marks_the_same_part_of_the_table_of_contents(
    both: Callable[..., list[Page]],
) -> None:
    marked = []
    for page in both("guide/prepare/", viewport={"width": 1280, "height": 800}):
        page.evaluate("scrollTo(0, 900)")
        page.wait_for_timeout(400)  # both look at the next frame, the theme later
        marked.append(
            page.evaluate(
                """[
                  [...document.querySelectorAll(".md-nav__link--active")].map((link) => link.hash),
                  [...document.querySelectorAll(".md-nav__link--passed")].map((link) => link.hash),
                  [...document.querySelectorAll(".md-sidebar")].map((each) => [
                    each.style.top, each.firstElementChild.style.height,
                  ]),
                ]"""
            )
        )

    assert marked[0] == marked[1]
    assert marked[1][1] != []


def test_scrolling_up_shows_the_way_to_the_top(page: Page, url: str) -> None:
    page.goto(url + "guide/prepare/")
    page.mouse.wheel(0, 900)
    expect(page.locator(".md-top")).to_have_attribute("hidden", "")

    page.mouse.wheel(0, -200)

    expect(page.locator(".md-top")).not_to_have_attribute("hidden", "")


def test_nothing_of_search_is_fetched_before_it_is_opened(page: Page, url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(url)))
    page.goto(url + "guide/prepare/", wait_until="networkidle")

    assert [path for path in asked if "search" in path or "bundle" in path] == []


@pytest.mark.some(1)
@pytest.mark.parametrize("key", ["f", "s", "/"])
def test_a_key_opens_search(open_tab: Callable[..., Page], url: str, key: str) -> None:
    page = open_tab(now=None)
    page.goto(url + "guide/prepare/")

    page.keyboard.press(key)
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("remerciement")

    expect(page.locator(".md-search__input")).to_have_value("remerciement")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_a_tap_opens_search_on_a_phone(open_tab: Callable[..., Page], url: str) -> None:
    page = open_tab(now=None, viewport={"width": 390, "height": 800}, has_touch=True)
    page.goto(url + "guide/prepare/")

    page.locator("label.md-header__button[for=__search]").tap()
    page.keyboard.type("remerciement")

    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_the_page_a_reader_points_at_is_fetched_ahead(page: Page, url: str) -> None:
    page.goto(url + "guide/prepare/", wait_until="networkidle")

    with page.expect_request(url + "guide/questions/"):
        page.locator(".md-footer__link--next").hover()


@pytest.mark.slow
def test_a_touch_fetches_nothing_ahead(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context(has_touch=True).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(url)))
    page.goto(url + "guide/prepare/", wait_until="networkidle")

    page.locator(".md-footer__link--next").tap()
    page.wait_for_url(url + "guide/questions/")

    assert [path for path in asked if path.endswith("/")] == ["guide/prepare/", "guide/questions/"]


def test_no_page_is_fetched_ahead_on_sight(page: Page, url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(url)))
    page.goto(url + "guide/prepare/")
    page.locator(".md-footer__link--next").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")

    assert [path for path in asked if path.endswith("/")] == ["guide/prepare/"]


@pytest.mark.slow
def test_the_whole_site_is_one_word_away(whole: str, page: Page) -> None:
    page.goto(whole)

    assert page.locator("link[rel=stylesheet]").count() > 2
