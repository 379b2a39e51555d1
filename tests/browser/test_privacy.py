"""Nothing leaves the origin, and a browser that keeps nothing is no error."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_follow_up_plan import FIRST, NOTHING, fill
from tests.conftest import PAGES

CANARY = "canary-4711"
USE_EVERYTHING = """(canary) => {
  const visible = (selector) =>
    [...document.querySelectorAll("article " + selector)].filter((each) => each.checkVisibility());
  for (const each of document.querySelectorAll("details")) each.open = true;
  for (const box of visible(":is([type=checkbox], [type=radio])")) box.click();
  for (const field of visible(":is(input:not([type=checkbox], [type=radio], [type=date], [type=file]), textarea)")) {
    field.value = canary;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
  for (const button of visible("button:not([data-pick])")) button.click();
}"""


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_full_session_asks_no_other_host_and_tells_its_own_nothing(
    new_context: Callable[..., BrowserContext], url: str, root: str
) -> None:
    asked: list[str] = []
    context = new_context(now=None)
    context.on(
        "request",
        lambda request: asked.append(
            f"{request.url} {request.headers} {request.post_data_buffer or b''!r}"
        ),
    )
    page = context.new_page()
    page.add_init_script("print = () => {}")
    for path in PAGES:
        page.goto(url + root + path)
        for _ in range(2):  # buttons bring more fields
            page.evaluate(USE_EVERYTHING, CANARY)
    page.goto(url + root)
    page.locator("#plan-day").fill("24/11/2026")
    page.locator("[name=which]").first.check()
    page.locator("[name=promise]").first.check()
    page.locator("[data-form=interview] [type=submit]").click()
    page.goto(url + root + "guide/follow-up/")
    page.locator("[data-step=call]").wait_for()
    page.evaluate(USE_EVERYTHING, CANARY)
    page.goto(url + root)
    page.locator("[name=query]").press_sequentially(f"question {CANARY}")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("label[for=__palette_1], label[for=__palette_0]").locator("visible=true").click()

    assert [each for each in asked if not each.startswith(url)] == []
    assert [each for each in asked if CANARY in each] == []


@pytest.mark.parametrize(
    "storage",
    [
        pytest.param("throw new DOMException('Access is denied', 'SecurityError')", id="throws"),
        pytest.param("return null", id="is null"),
    ],
)
def test_with_storage_blocked_the_page_works_and_says_that_nothing_is_kept(
    new_context: Callable[..., BrowserContext], url: str, storage: str
) -> None:
    errors: list[str] = []
    context = new_context(now=None)
    context.add_init_script(
        f"""for (const name of ["localStorage", "sessionStorage"]) {{
          Object.defineProperty(window, name, {{ configurable: true, get() {{ {storage}; }} }});
        }}"""
    )
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url + "guide/thank-you/")
    page.locator("#keep-it-short input").check()
    expect(page.locator("check-list [data-progress-text]")).to_have_text("1 sur 9")
    expect(page.locator("keep-notice")).to_contain_text("ne garde rien")
    page.goto(url + "guide/follow-up/")
    fill(page, FIRST, "24/11/2026", NOTHING)
    expect(page.locator("[data-step=call]")).to_be_visible()
    page.locator("[name=query]").click()
    page.locator("[name=query]").press_sequentially("question")
    page.locator(".md-search-result__link").first.wait_for()

    assert errors == []


def test_a_page_that_keeps_everything_says_nothing_about_it(page: Page, url: str) -> None:
    page.goto(url + "guide/thank-you/")

    expect(page.locator("keep-notice")).to_be_hidden()


def test_a_full_storage_is_said_at_the_first_tick(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context().new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    page.goto(url + "guide/thank-you/")
    page.locator("#keep-it-short input").check()

    expect(page.locator("#keep-it-short input")).to_be_checked()
    expect(page.locator("keep-notice")).to_contain_text("ne garde rien")
