"""Scripts come with a newcomer's first sign; what was done until they are there is done then."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Request, Route, expect

from tests.browser.conftest import keep, settles

SHELL, TOOLS = "**/assets/shell.*.js", "**/assets/tools.*.js"
PAGES = ["about/", "", "my-dates/", "guide/thank-you/", "guide/questions/", "guide/follow-up/"]


@pytest.fixture
def newcomer(new_context: Callable[..., BrowserContext]) -> Page:
    """Who has nothing kept, and has not moved."""
    return new_context(only_reads=True).new_page()


@pytest.fixture
def asked(newcomer: Page) -> list[str]:
    """The scripts that were asked for."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.resource_type == "script" or request.url.endswith(".js"):
            asked.append(request.url)

    newcomer.on("request", note)
    return asked


def hold(page: Page, scripts: str) -> Callable[[], None]:
    """Hold scripts back, until called."""
    waiting: list[Route] = []
    page.route(scripts, lambda route: waiting.append(route))

    def arrive() -> None:
        page.wait_for_timeout(50)
        for route in waiting:
            route.continue_()
        page.unroute_all(behavior="ignoreErrors")

    return arrive


@pytest.fixture
def late(newcomer: Page) -> Callable[[], None]:
    """Hold the tools back, until called."""
    return hold(newcomer, TOOLS)


@pytest.mark.parametrize("paths", [PAGES[:2], pytest.param(PAGES[2:], marks=pytest.mark.slow)])
def test_who_only_reads_fetches_no_script(
    newcomer: Page, asked: list[str], url: str, paths: list[str]
) -> None:
    for path in paths:
        newcomer.goto(url + path, wait_until="networkidle")

    assert asked == []


@pytest.mark.parametrize(
    "give",
    [
        lambda page: page.mouse.move(200, 300, steps=2),
        lambda page: page.mouse.wheel(0, 300),
        lambda page: page.keyboard.press("Tab"),
    ],
    ids=["moves", "scrolls", "presses a key"],
)
def test_a_sign_brings_the_tools(newcomer: Page, url: str, give: Callable[[Page], None]) -> None:
    newcomer.goto(url + "guide/prepare/")
    give(newcomer)

    expect(newcomer.locator("check-list:not(:defined)")).to_have_count(0)
    expect(newcomer.locator("[data-progress-text]").first).to_contain_text(" sur ")


def test_where_something_is_kept_the_tools_come_at_once(newcomer: Page, url: str) -> None:
    keep(newcomer, url, {"day": "2026-11-24", "promise": "none"})
    newcomer.goto(url + "my-dates/")

    expect(newcomer.locator("[data-step=call]")).to_be_visible()


def test_an_address_that_asks_for_a_part_brings_the_tools(newcomer: Page, url: str) -> None:
    newcomer.goto(url + "more/practise/#why-this-job")

    expect(newcomer.locator("practice-round:not(:defined)")).to_have_count(0)


def test_a_tick_made_before_is_kept(newcomer: Page, late: Callable[[], None], url: str) -> None:
    newcomer.goto(url + "guide/prepare/")
    newcomer.locator("check-list [type=checkbox]").first.check()
    late()
    expect(newcomer.locator("[data-progress-text]").first).to_have_text("1 sur 7")
    newcomer.reload()

    expect(newcomer.locator("check-list [type=checkbox]").first).to_be_checked()


def test_a_tick_made_and_taken_back_before_is_none(
    newcomer: Page, late: Callable[[], None], url: str
) -> None:
    newcomer.goto(url + "guide/prepare/")
    box = newcomer.locator("check-list [type=checkbox]").first
    box.check()
    box.uncheck()
    late()

    expect(newcomer.locator("[data-progress-text]").first).to_have_text("0 sur 7")
    expect(box).not_to_be_checked()


def test_a_chip_pressed_before_is_answered(
    newcomer: Page, late: Callable[[], None], url: str
) -> None:
    newcomer.goto(url)
    newcomer.get_by_role("radio", name="J’ai passé le second").check()
    late()

    expect(newcomer.get_by_text("Quel jour ?")).to_be_visible()
    expect(newcomer.get_by_role("radio", name="J’ai passé le second")).to_be_checked()


@pytest.mark.slow
def test_a_choice_made_from_a_list_before_is_followed(
    newcomer: Page, late: Callable[[], None], url: str
) -> None:
    newcomer.goto(url + "more/questions-to-ask/")
    theme = newcomer.locator("[data-filter] [name=theme]")
    theme.focus()
    for letter in "La r":  # La rémunération
        newcomer.keyboard.press(letter)
    late()

    expect(theme).to_have_value("pay")
    expect(newcomer.locator("[data-group]:visible")).to_have_count(1)


def field(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=name, exact=True)


def test_what_is_being_typed_stays_and_is_kept(
    newcomer: Page, late: Callable[[], None], url: str
) -> None:
    newcomer.goto(url + "guide/follow-up/")
    field(newcomer, "Le poste").click()
    newcomer.keyboard.type("Chef de")
    late()
    expect(newcomer.locator("call-script:not(:defined)")).to_have_count(0)
    newcomer.keyboard.type(" projet")

    expect(field(newcomer, "Le poste")).to_have_value("Chef de projet")
    expect(newcomer.locator("call-script")).to_contain_text("Chef de projet")


@pytest.mark.slow
def test_what_was_typed_in_two_fields_is_kept(
    newcomer: Page, late: Callable[[], None], url: str
) -> None:
    newcomer.goto(url + "guide/thank-you/")
    field(newcomer, "Le poste").click()
    newcomer.keyboard.type("Cheffe de rang")
    field(newcomer, "Votre nom").click()
    newcomer.keyboard.type("Inès Roy")
    late()
    expect(newcomer.locator("message-draft textarea[data-keep^=draft]")).to_have_value(
        "Bonjour,\n\nJe vous remercie du temps que vous m’avez accordé pour parler du poste de "
        "cheffe de rang.\n\nBien cordialement,\n\nInès Roy"
    )
    newcomer.reload()

    expect(field(newcomer, "Votre nom")).to_have_value("Inès Roy")


def test_a_button_pressed_before_acts_once(
    newcomer: Page, late: Callable[[], None], url: str
) -> None:
    newcomer.add_init_script("window.printed = 0; window.print = () => { window.printed += 1 }")
    newcomer.goto(url + "guide/follow-up/")
    newcomer.get_by_role("button", name="Imprimer cet appel").click()
    late()

    settles(lambda: newcomer.evaluate("window.printed"), 1)


def test_a_button_of_the_page_pressed_before_acts_once(newcomer: Page, url: str) -> None:
    newcomer.add_init_script("window.printed = 0; window.print = () => { window.printed += 1 }")
    arrive = hold(newcomer, SHELL)
    newcomer.goto(url + "guide/")
    newcomer.locator("[data-print-page]").click()
    arrive()

    settles(lambda: newcomer.evaluate("window.printed"), 1)


def test_a_word_typed_into_search_before_is_found(newcomer: Page, url: str) -> None:
    arrive = hold(newcomer, SHELL)
    newcomer.goto(url + "about/")
    newcomer.locator("[name=query]").click()
    newcomer.keyboard.type("salaire")
    arrive()

    expect(newcomer.locator(".md-search-result__link").first).to_be_visible()


def test_search_opened_before_is_ready_to_type_into(newcomer: Page, url: str) -> None:
    newcomer.set_viewport_size({"width": 390, "height": 844})
    arrive = hold(newcomer, SHELL)
    newcomer.goto(url + "about/")
    newcomer.locator(".md-header__button[for=__search]").click()
    arrive()

    expect(newcomer.locator("[name=query]")).to_be_focused()


def test_the_key_that_is_the_first_sign_opens_search(newcomer: Page, url: str) -> None:
    newcomer.goto(url + "about/")
    newcomer.keyboard.press("f")

    expect(newcomer.locator("[name=query]")).to_be_focused()
    expect(newcomer.locator("[name=query]")).to_have_value("")


@pytest.mark.slow
def test_what_is_typed_into_a_message_just_unfolded_is_kept(newcomer: Page, url: str) -> None:
    newcomer.goto(url + "guide/follow-up/")
    arrive = hold(newcomer, "**/assets/later-*.js")
    message = newcomer.locator("details:has(> div > .se-message-place)").first
    message.locator("summary").first.click()
    message.locator("[data-name=name]").click()
    newcomer.keyboard.type("Inès Roy")
    arrive()

    expect(message.locator("[data-keep^=draft]")).to_have_value(re.compile("Inès Roy"))


def test_enter_in_a_form_before_leaves_the_page_where_it_is(
    newcomer: Page, late: Callable[[], None], url: str
) -> None:
    newcomer.goto(url + "guide/questions/")
    filter_ = newcomer.locator("[data-filter] input[type=search]")
    filter_.click()
    newcomer.keyboard.type("salaire")
    newcomer.keyboard.press("Enter")
    late()
    expect(newcomer.locator("question-list:not(:defined)")).to_have_count(0)

    expect(filter_).to_have_value("salaire")
    assert newcomer.url == url + "guide/questions/"


def test_tools_that_did_not_arrive_come_with_another_sign(newcomer: Page, url: str) -> None:
    newcomer.route(TOOLS, lambda route: route.abort())
    newcomer.goto(url + "my-dates/")
    newcomer.mouse.move(200, 300, steps=2)
    expect(newcomer.locator("follow-up-plan [data-no-script]")).to_be_visible()
    newcomer.unroute_all()
    newcomer.mouse.move(210, 310, steps=2)

    expect(newcomer.locator("#plan-form")).to_be_visible()
