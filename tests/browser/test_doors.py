"""Five doors, in the same places on every page and at every width; and all pages one list away."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PAGES

WIDTHS = (320, 390, 768, 1280, 1920)
DOORS = {
    "": (["Aujourd’hui", "Le guide", "Questions", "Mes dates", "Mon dossier"],
         ["Jour", "Guide", "Questions", "Dates", "Dossier"]),
    "en/": (["Today", "Guide", "Questions", "My dates", "My applications"],
            ["Today", "Guide", "Questions", "Dates", "Saved"]),
}  # fmt: skip
LEAD_TO = ["", "guide/", "guide/questions/", "my-dates/", "my-file/"]
SHOWN = """() => [...document.querySelectorAll("[data-doors] a")].map((link) => {
  const { x, y, width, height, bottom } = link.getBoundingClientRect();
  return { text: link.innerText.trim(), href: link.href, x, y, width, height, bottom };
})"""


def doors(page: Page) -> list[dict[str, Any]]:
    shown: list[dict[str, Any]] = page.evaluate(SHOWN)
    return shown


@pytest.fixture
def phone(open_tab: Callable[..., Page]) -> Page:
    """A phone, touched."""
    return open_tab(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


@pytest.mark.parametrize(
    ("root", "paths"),
    [
        ("", ("", "guide/prepare/")),
        ("en/", ("my-dates/",)),
        pytest.param("", PAGES[::2], marks=pytest.mark.slow),
        pytest.param("en/", PAGES[1::2], marks=pytest.mark.slow),
    ],
)
def test_five_doors_stand_in_the_same_places_on_every_page(
    page: Page, url: str, root: str, paths: tuple[str, ...]
) -> None:
    places = set()
    for path in paths:
        page.goto(url + root + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            shown = doors(page)
            where = (path, width)
            assert [each["text"] for each in shown] == DOORS[root][width < 720], where
            assert [each["href"] for each in shown] == [url + root + to for to in LEAD_TO], where
            assert all(each["height"] >= 44 and each["width"] >= 44 for each in shown), where
            places.add((width, *(round(each["y"]) for each in shown)))
    assert len(places) == len(WIDTHS)


@pytest.mark.some(3)
@pytest.mark.parametrize(
    ("width", "height", "top", "bottom"),
    [(320, 640, 584, 640), (390, 480, 424, 480), (667, 375, 48, 92), (768, 1024, 48, 92),
     (1280, 900, 0, 48)],
)  # fmt: skip
def test_a_phone_has_a_bar_at_the_bottom_and_a_low_or_wide_window_tabs(
    page: Page, url: str, width: int, height: int, top: int, bottom: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(url + "guide/prepare/")

    assert {(round(each["y"]), round(each["bottom"])) for each in doors(page)} == {(top, bottom)}


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("path", "door", "current"),
    [("", 0, "page"), ("guide/", 1, "page"), ("guide/prepare/", 1, "true"),
     ("more/after-the-answer/", 1, "true"), ("about/", 1, "true"), ("guide/questions/", 2, "page"),
     ("more/practise/", 2, "true"), ("my-dates/", 3, "page"), ("interview-sheet/", 4, "true")],
)  # fmt: skip
def test_the_door_that_one_is_in_is_marked(
    page: Page, url: str, path: str, door: int, current: str
) -> None:
    page.goto(url + path)

    marked = [link.get_attribute("aria-current") for link in page.locator("[data-doors] a").all()]
    assert marked == [current if i == door else None for i in range(5)]


def test_an_error_page_has_doors_too(page: Page, url: str) -> None:
    page.goto(url + "nowhere/at/all/")

    assert [each["href"] for each in doors(page)] == [url + path for path in LEAD_TO]


@pytest.mark.some(1)
@pytest.mark.parametrize("width", WIDTHS)
def test_without_scripts_every_page_is_two_presses_away(
    open_tab: Callable[..., Page], url: str, width: int
) -> None:
    page = open_tab(viewport={"width": width, "height": 844}, java_script_enabled=False)
    page.goto(url)
    page.locator("[data-menu] summary").click()
    links = page.locator("[data-menu] nav a")

    assert [link.get_attribute("href") for link in links.all()] == [path or "./" for path in PAGES]
    links.filter(has_text="Livret d’atelier").click()
    assert page.url == url + "more/workshop-booklet/"


def test_the_list_of_all_pages_is_opened_and_closed_by_keyboard(page: Page, url: str) -> None:
    page.goto(url + "guide/prepare/")
    page.locator("[data-menu] summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-menu] [aria-current]")).to_have_text("Préparer le second entretien")
    page.keyboard.press("Tab")
    expect(page.locator("[data-menu] nav a").first).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator("[data-menu] nav")).to_be_hidden()
    expect(page.locator("[data-menu] summary")).to_be_focused()


def test_a_press_beside_the_list_of_all_pages_closes_it(page: Page, url: str) -> None:
    page.goto(url + "guide/prepare/")
    page.locator("[data-menu] summary").click()
    page.mouse.click(200, 500)

    expect(page.locator("[data-menu] nav")).to_be_hidden()


@pytest.mark.parametrize(
    ("root", "name", "paths"),
    [
        ("", "Livret d’atelier", PAGES[::6]),
        pytest.param("", "Livret d’atelier", PAGES, marks=pytest.mark.slow),
        pytest.param("en/", "Workshop booklet", PAGES, marks=pytest.mark.slow),
    ],
)
def test_the_header_of_a_narrow_phone_never_cuts_the_name_of_the_page(
    page: Page, url: str, root: str, name: str, paths: tuple[str, ...]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for path in paths:
        page.goto(url + root + path)
        cut = page.evaluate(
            """() => [...document.querySelectorAll(".se-title__page")]
              .filter((each) => each.offsetParent.scrollWidth > each.offsetParent.clientWidth).length"""
        )
        small = page.evaluate(
            """() => [...document.querySelectorAll(".md-header__inner > a, .md-header__inner > label, summary.md-header__button")]
              .map((each) => each.getBoundingClientRect())
              .filter(({ width, height }) => width < 44 || height < 44).length"""
        )
        height = page.locator(".md-header").evaluate("(header) => header.offsetHeight")
        assert (path, cut, small, height) == (path, 0, 0, 48)
    page.goto(f"{url}{root}more/workshop-booklet/")
    expect(page.locator(".se-title__page")).to_have_text(name)


@pytest.mark.some(1)
@pytest.mark.parametrize("root", ["", "en/"])
def test_with_letters_twice_as_large_all_five_are_still_in_the_window(
    page: Page, url: str, root: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(url + root + "guide/prepare/")
    page.evaluate("document.documentElement.style.fontSize = '250%'")

    shown = doors(page)
    assert all(each["x"] >= 0 and each["x"] + each["width"] <= 320 for each in shown)
    assert all(each["bottom"] <= 640 for each in shown)


def test_the_bar_makes_room_for_the_keyboard_and_moves_nothing(phone: Page, url: str) -> None:
    phone.goto(url + "guide/thank-you/")
    field = phone.locator("message-draft input").first
    field.scroll_into_view_if_needed()
    before = phone.evaluate("document.documentElement.scrollHeight")
    field.tap()

    expect(phone.locator("[data-doors]")).to_be_hidden()
    assert phone.evaluate("document.documentElement.scrollHeight") == before
    phone.locator("h1").tap()
    expect(phone.locator("[data-doors]")).to_be_visible()


@pytest.mark.slow
def test_the_bar_comes_back_only_once_the_finger_is_lifted(phone: Page, url: str) -> None:
    phone.goto(url + "guide/thank-you/")
    field = phone.locator("message-draft input").first
    field.tap()
    expect(phone.locator("[data-doors]")).to_be_hidden()
    glass = phone.context.new_cdp_session(phone)
    glass.send(
        "Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 20, "y": 120}]}
    )
    field.evaluate("(field) => field.blur()")
    phone.wait_for_timeout(600)
    expect(phone.locator("[data-doors]")).to_be_hidden()
    glass.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    expect(phone.locator("[data-doors]")).to_be_visible()


@pytest.mark.slow
def test_with_a_mouse_the_doors_stay_while_one_types(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(url + "guide/thank-you/")
    page.locator("message-draft input").first.click()

    expect(page.locator("[data-doors]")).to_be_visible()


def test_the_bar_covers_nothing_at_the_end_of_a_page(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(url + "guide/prepare/")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_timeout(300)

    end = page.locator(".md-footer").evaluate("(each) => each.getBoundingClientRect().bottom")
    assert end <= min(each["y"] for each in doors(page))


def test_doors_and_header_are_not_printed(page: Page, url: str) -> None:
    page.goto(url + "guide/questions/")
    page.emulate_media(media="print")

    for hook in ("[data-doors]", ".md-header", ".se-tabs"):
        expect(page.locator(hook)).to_be_hidden()


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("path", "names", "current"),
    [("guide/questions/", ["Questions", "S’entraîner", "À poser"], 0),
     ("more/questions-to-ask/", ["Questions", "S’entraîner", "À poser"], 2),
     ("my-file/", ["Mon dossier", "Aide-mémoire"], 0)],
)  # fmt: skip
def test_pages_that_belong_together_are_tabs_of_one_place(
    page: Page, url: str, path: str, names: list[str], current: int
) -> None:
    page.goto(url + path)

    expect(page.locator(".se-tabs a")).to_have_text(names)
    expect(page.locator(".se-tabs [aria-current=page]")).to_have_text(names[current])
