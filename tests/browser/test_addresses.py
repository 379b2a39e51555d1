"""Whatever stands behind the # of an address, the page works."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PAGES

# What is shown for what is kept, and the messages that nobody has unfolded.
COME_LATER = (
    "keep-notice, keep-health, application-bar, next-step, step-path, improvement-list, lesson-list, "
    "thank-you-deadline, debrief-sheet, message-draft"
)
MANGLED = (
    "%",
    "%E0%A4%A",  # cut in the middle of a letter
    "%E9t%E9",  # another encoding
    "%C3%28",
    "%FF%FE",
    "%00",
    "%25",
    "%u00e9",
    "50%",
    "#",
    "##point-50",
    "point-50%",
    "%2523point-50",
    "]",
    "\"'><b>",
    "\\",
    "constructor",
    "__proto__",
    "🙂",
    "\ufeff",
    ":~:text=%",
    "x" * 10_000,
)


@pytest.mark.some(1)
@pytest.mark.parametrize("hash_", MANGLED)
def test_no_hash_breaks_a_page(page: Page, url: str, hash_: str) -> None:
    page.goto(f"{url}guide/questions/#{hash_}")
    page.locator("question-list [type=search]").press_sequentially("zzz")

    expect(page.locator("question-list [data-themes]")).to_be_hidden()


@pytest.mark.some(2)
@pytest.mark.parametrize("root", ["", "en/"])
@pytest.mark.parametrize("path", PAGES)
def test_a_lone_percent_sign_leaves_every_tool_alive(
    page: Page, url: str, root: str, path: str
) -> None:
    page.goto(f"{url}{root}{path}#%")

    expect(page.locator(f":not(:defined, {COME_LATER})")).to_have_count(0)


def test_a_hash_that_changes_while_reading_breaks_nothing(page: Page, url: str) -> None:
    page.goto(url + "guide/questions/")
    page.evaluate("location.hash = '%E0%A4%A'")
    page.evaluate("location.hash = 'why-this-job'")

    expect(page.locator("#why-this-job")).to_have_attribute("open", "")


@pytest.mark.some(1)
@pytest.mark.parametrize("written", ["current-salary", "current%2Dsalary", "%63urrent-salary"])
def test_an_anchor_is_found_as_it_stands_and_decoded(page: Page, url: str, written: str) -> None:
    page.goto(f"{url}guide/questions/#{written}")

    expect(page.locator("#current-salary")).to_have_attribute("open", "")
