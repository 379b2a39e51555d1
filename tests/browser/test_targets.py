"""What a reader reaches on the whole guide, and in how many taps: tests/targets.json."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import keep
from tests.conftest import ROOT

TARGETS = json.loads((ROOT / "tests/targets.json").read_text(encoding="utf-8"))
BY_WINDOW = pytest.mark.parametrize("window", TARGETS["windows"])
BY_LANGUAGE = pytest.mark.parametrize("lang", ["fr", "en"])
# Each window and each language; the other pairs in the slow run.
BY_WINDOW_AND_LANGUAGE = pytest.mark.parametrize(
    ("window", "lang"),
    [
        pytest.param(
            window, lang, marks=[] if (at % 2 == 0) == (lang == "fr") else pytest.mark.slow
        )
        for at, window in enumerate(TARGETS["windows"])
        for lang in ("fr", "en")
    ],
)
COUNTRY = {"fr": (), "en": ("FR",)}


@pytest.fixture
def open_at(open_tab: Callable[..., Page], url: str) -> Callable[[str, str], Page]:
    """Open the home page in a window and a language, on Wednesday 25 November 2026."""

    def open_page(window: str, lang: str) -> Page:
        width, height = TARGETS["windows"][window]
        size = {"width": width, "height": height}
        page = open_tab(viewport=size, has_touch=window == "phone")
        page.goto(url + ("" if lang == "fr" else "en/"))
        return page

    return open_page


def chip(page: Page, name: str, value: str) -> Locator:
    return page.locator(f"label:has(> [name={name}][value='{value}'])")


def on_screen(place: Locator) -> tuple[float, float]:
    """Return the middle of what is on the screen, without scrolling, and covered by nothing."""
    expect(place).to_be_in_viewport(ratio=1)
    box = place.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    assert place.evaluate("(it, [x, y]) => it.contains(document.elementFromPoint(x, y))", [x, y])
    return x, y


def tap(place: Locator) -> int:
    """Press what is on the screen, and return one tap."""
    x, y = on_screen(place)
    place.page.mouse.move(x, y)
    place.page.mouse.down()
    place.page.wait_for_timeout(60)
    place.page.mouse.up()
    return 1


def choose_country(page: Page, lang: str) -> int:
    """Choose a country where the edition asks for it: one tap opens the list, one chooses."""
    for country in COUNTRY[lang]:
        place = page.locator("#plan-place")
        on_screen(place)
        place.select_option(country)
        return 2
    return 0


@BY_WINDOW_AND_LANGUAGE
def test_a_newcomer_knows_when_to_call(
    open_at: Callable[[str, str], Page], window: str, lang: str
) -> None:
    page = open_at(window, lang)
    taps = tap(chip(page, "which", "second"))
    taps += tap(chip(page, "near", "1"))
    taps += tap(chip(page, "promise", "end-of-next-week"))
    taps += choose_country(page, lang)

    day = page.locator("next-step [data-sentence]")
    expect(day).to_have_text("lundi 7 décembre" if lang == "fr" else "Monday 7 December")
    expect(day).to_be_in_viewport(ratio=1)
    assert taps <= TARGETS["newcomer"]["taps"][lang]


@pytest.mark.some(1)
@BY_WINDOW
def test_a_booked_interview_shows_its_tasks(
    open_at: Callable[[str, str], Page], window: str
) -> None:
    page = open_at(window, "fr")
    taps = tap(chip(page, "which", "booked"))
    taps += tap(chip(page, "near", "4"))

    expect(page.locator("next-step [data-sentence]")).to_have_text("mercredi 2 décembre")
    tasks = page.locator("[data-today] > [data-tasks] > div")
    expect(tasks).to_have_count(2)
    for task in tasks.all():
        expect(task).to_be_in_viewport(ratio=1)
    assert taps <= TARGETS["booked"]["taps"]["fr"]


@pytest.mark.slow
@BY_WINDOW_AND_LANGUAGE
def test_news_without_dates_lead_to_their_message(
    open_at: Callable[[str, str], Page], window: str, lang: str
) -> None:
    page = open_at(window, lang)
    taps = tap(chip(page, "which", "news"))
    taps += tap(page.locator("[data-outcomes] a[href$='#message-after-no']"))

    expect(page.locator("#message-after-no")).to_be_in_viewport()
    assert taps <= TARGETS["news"]["taps"][lang]


@pytest.mark.slow
def test_a_reader_who_has_news_keeps_them_and_is_led_to_the_message(
    open_at: Callable[[str, str], Page], url: str
) -> None:
    page = open_at("phone", "fr")
    keep(page, url, {"day": "2026-11-20", "promise": "nothing"}, 2)
    page.goto(url)
    page.locator("[data-today] summary").first.click()
    page.locator("[data-today] [data-event=no]").first.click()
    expect(page.locator("next-step [data-sentence]")).to_contain_text("La réponse est non")
    page.locator("[data-tasks] a").first.click()

    expect(page.locator("#message-after-no")).to_be_in_viewport()
    assert page.evaluate("localStorage['second-entretien:a1:i2:news']") == "no"


@pytest.mark.some(2)
@pytest.mark.parametrize("day", ["11-24", "11-11"])
@BY_LANGUAGE
def test_a_returning_reader_finds_the_day_in_the_first_screen(
    open_at: Callable[[str, str], Page], url: str, lang: str, day: str
) -> None:
    page = open_at("phone", lang)
    keep(page, url, {"day": f"2026-{day}", "promise": "nothing", "ended": "16:00"}, 2)
    page.goto(url + ("" if lang == "fr" else "en/"))
    today = page.locator("[data-today]")
    tasks = today.locator("> [data-tasks] > div")
    expect(tasks.first).to_be_visible()
    assert tasks.count() <= TARGETS["returning"]["tasks"]
    bar = page.locator("[data-doors]").bounding_box()
    assert bar
    for part in (
        page.locator("next-step [data-sentence]"),
        page.locator("next-step [data-calendar]"),
        *tasks.all(),
        *today.locator("details > summary:visible").all(),
    ):
        box = part.bounding_box()
        assert box
        assert box["y"] + box["height"] <= bar["y"]


def test_nothing_is_kept_once_the_reader_says_so(
    open_at: Callable[[str, str], Page],
) -> None:
    page = open_at("laptop", "fr")
    tap(chip(page, "which", "second"))
    tap(chip(page, "near", "1"))
    tap(chip(page, "promise", "nothing"))
    tap(page.locator("[data-forget]"))

    expect(page.locator("[name=which]:checked")).to_have_count(0)
    expect(page.locator("next-step [data-rule]")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter((key) => /:a1:/.test(key))") == []


def test_the_agenda_is_one_press_away(open_at: Callable[[str, str], Page], url: str) -> None:
    page = open_at("phone", "fr")
    keep(page, url, {"day": "2026-11-24", "promise": "nothing"}, 2)
    page.goto(url)
    with page.expect_download() as download:
        page.locator("next-step [data-calendar]").click()

    assert download.value.suggested_filename == "dates-de-relance.ics"
    assert "DTSTART;VALUE=DATE:20261208" in download.value.path().read_text("utf-8")
