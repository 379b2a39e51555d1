"""Whoever writes the guide can see a page of a preview as on another day."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep, visiting
from tests.conftest import SMALL, built, serving

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def preview_url(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """The address of a preview of the small guide."""
    preview = built(tmp_path_factory, worker_id, "preview", docs=SMALL, PREVIEW="true")
    with serving(preview) as url:
        yield url


def test_a_page_of_a_preview_pretends_that_today_is_the_day_asked_for(
    tab: Page, preview_url: str
) -> None:
    with visiting(tab, preview_url) as page:
        keep(page, preview_url, {"day": "2026-11-24", "promise": "nothing-said"})
        page.goto(f"{preview_url}?today=2026-12-24")
        expect(page.locator("next-step")).to_contain_text("Appelez.")
        assert page.evaluate("new Date(Date.now()).toDateString()") == "Thu Dec 24 2026"

        page.goto(f"{preview_url}?today=demain")
        expect(page.locator("next-step")).to_contain_text("dans 13 jours")
