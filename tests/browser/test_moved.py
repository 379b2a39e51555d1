"""Who follows an old address arrives where its content is now."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import keep


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("guide/follow-up/#plan-which-error", "my-dates/#my-dates"),
        ("guide/follow-up/#plan-day", "my-dates/#my-dates"),
        ("guide/follow-up/#si-la-reponse-est-non", "more/after-the-answer/#si-la-reponse-est-non"),
        ("en/guide/follow-up/#if-the-answer-is-no", "en/more/after-the-answer/#if-the-answer-is-no"),
        ("en/guide/follow-up/#message-after-no", "en/more/after-the-answer/#message-after-no"),
        ("guide/follow-up/#une-reponse-est-annoncee", "my-dates/#example"),
        ("guide/follow-up/#deux-exemples", "guide/follow-up/#example"),
    ],
)  # fmt: skip
def test_an_old_anchor_leads_on(page: Page, url: str, old: str, new: str) -> None:
    page.goto(url + old)
    page.wait_for_url(url + new)

    expect(page.locator("[id='" + new.partition("#")[2] + "']")).to_be_in_viewport()


def test_the_dates_of_before_open_at_their_old_address(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing"})
    page.goto(url + "guide/follow-up/#your-dates")
    page.wait_for_url(url + "my-dates/#your-dates")

    expect(page.locator("[data-step=call] [data-when]")).to_contain_text("mardi 8 décembre 2026")


def test_who_goes_back_is_not_sent_on_again(page: Page, url: str) -> None:
    page.goto(url + "about/")
    page.goto(url + "guide/follow-up/#news")
    page.wait_for_url(url + "my-dates/#news")
    page.go_back()
    page.wait_for_timeout(300)

    assert page.url == url + "guide/follow-up/"


def test_an_anchor_that_is_there_or_that_nobody_wrote_asks_for_nothing_else(
    page: Page, url: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url + "guide/follow-up/#point-50", wait_until="networkidle")
    assert [each for each in asked if "moved" in each] == []
    page.goto(url + "guide/follow-up/#constructor", wait_until="networkidle")

    assert page.url == url + "guide/follow-up/#constructor"


def test_without_scripts_the_old_page_links_to_the_new_ones(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(url + "guide/follow-up/#your-dates")
    links = [each.get_attribute("href") for each in page.locator("article a").all()]

    assert "../../my-dates/" in links
    assert "../../more/after-the-answer/" in links
    page.locator("[data-doors] a").nth(3).click()
    assert page.url == url + "my-dates/"
