"""The site under a sub-path, such as /guide/."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Request, expect

from tests.browser.dates_form import FIRST, NOTHING, give
from tests.conftest import serving


@pytest.mark.slow  # a build of its own
def test_a_visitor_clicks_through_the_site(
    new_context: Callable[..., BrowserContext], sub_path: Path
) -> None:
    failed: list[str] = []
    context = new_context()

    def note(request: Request) -> None:
        # A page fetched ahead is given up when the click comes first.
        if request.failure != "net::ERR_ABORTED":
            failed.append(request.url)

    context.on("requestfailed", note)
    context.on(
        "response", lambda answer: failed.extend([answer.url] if answer.status >= 400 else [])
    )
    with serving(sub_path) as host:
        page = context.new_page()
        page.goto(f"{host}guide/")
        give(page, FIRST, "24/11/2026", NOTHING)
        page.locator("next-step [data-why]").click()
        expect(page.locator("[data-step=call]")).to_be_visible()
        page.get_by_role("link", name="EN – English").click()
        expect(page.locator("[data-step=call]")).to_be_visible()
        page.locator("[data-step=call] summary").click()
        page.locator("[data-step=call] [data-sources] a").click()
        page.locator(".md-footer__link--prev").click()
        page.locator("check-list summary").click()
        page.locator("check-list input").first.check()
        page.get_by_role("link", name="FR – Français").click()
        expect(page.locator("check-list input").first).to_be_checked()
        assert page.url == f"{host}guide/guide/debrief/"

    assert failed == []
