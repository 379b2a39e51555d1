"""What a screen reader is told of each tool in its states: stored as text, to be read as text.

`make trees` writes tests/vectors/aria/ anew; read what changed before it is kept.
"""

import functools
import re
from collections.abc import Callable, Iterator
from textwrap import indent
from typing import Any

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, Route

from tests.browser.conftest import settles
from tests.browser.test_states import STATES
from tests.conftest import ROOT

FOLDER = ROOT / "tests/vectors/aria"
# Where the small guide has what the whole one has on a page of its own.
ELSEWHERE = {
    "guide/thank-you/": "guide/follow-up/",
    "interview-sheet/": "sheet/",
    "more/questions-to-ask/": "more/to-ask/",
}
# What stands outside of components.
PLACES = {"menu": "[data-menu]", "search": "[data-search]", "update": "[data-offline]"}
# Of each component the page where nothing is kept yet, then its states in use.
TREES: dict[str, tuple[str, ...]] = {
    "application-bar": ("two applications", "application without a name"),
    "application-file": (
        "my-file/",
        "file of several",
        "backup refused",
        "all about to be erased",
    ),
    "call-script": ("guide/follow-up/", "call filled"),
    "check-list": ("guide/prepare/", "list ticked noted and undone"),
    "debrief-sheet": ("guide/debrief/", "debrief written"),
    "follow-up-plan": (
        "my-dates/",
        "dates wrong",
        "dates with everything open",
        "news wrong",
        "news given",
    ),
    "improvement-list": ("improvements ticked",),
    "interview-sheet": ("sheet/", "sheet with all its parts"),
    "keep-health": ("file of several", "backup due"),
    "keep-notice": ("storage full", "outdated page"),
    "lesson-list": ("guide/debrief/", "lessons recalled"),
    "menu": ("list of all pages",),
    "message-draft": ("guide/follow-up/", "message with remarks"),
    "next-step": (
        "",
        "newcomer who answers",
        "newcomer with news",
        "returning with a task done",
    ),
    "practice-round": ("more/practise/", "practice asked", "practice rated"),
    "question-list": (
        "guide/questions/",
        "question answered in parts",
        "questions found",
        "questions not found",
    ),
    "search": ("search with results",),
    "step-path": ("", "path begun"),
    "thank-you-deadline": ("guide/follow-up/", "thank you due"),
    "update": ("update arrived", "two updates missed"),
}
QUICK = {
    ("application-bar", "application without a name"),
    ("check-list", "list ticked noted and undone"),
    ("follow-up-plan", "dates wrong"),
}


def name_of(state: str) -> str:
    return state if state in STATES else "nothing kept"


def cases() -> Iterator[Any]:
    for component, states in TREES.items():
        for state in states:
            marks = () if (component, state) in QUICK else pytest.mark.slow
            yield pytest.param(component, state, id=f"{component}-{name_of(state)}", marks=marks)


def reach(page: Page, url: str, state: str) -> None:
    """Bring a page of the small guide into a state."""
    for whole, small in ELSEWHERE.items():
        page.route(url + whole, functools.partial(send_to, url + small))
    if state in STATES:
        STATES[state](page, url)
    else:
        page.goto(url + state)


def send_to(address: str, route: Route) -> None:
    route.fulfill(status=302, headers={"location": address})


def tree(page: Page, component: str) -> str:
    """Read the tree of a component without addresses, which nobody hears."""
    shown = page.locator(PLACES.get(component, component)).first.aria_snapshot()
    return re.sub(r":(?=\n *- /url: )|\n *- /url: .*", "", shown) + "\n"


@pytest.mark.parametrize(("component", "state"), [*cases()])
def test_a_screen_reader_is_told_what_is_stored(
    new_context: Callable[..., BrowserContext],
    small_url: str,
    request: pytest.FixtureRequest,
    component: str,
    state: str,
) -> None:
    file = FOLDER / f"{component}.yml"
    stored = yaml.safe_load(file.read_text("utf-8")) if file.exists() else {}
    now = {"now": None} if component == "search" else {}
    page = new_context(reduced_motion="reduce", **now).new_page()
    page.add_init_script("Math.random = () => 0")
    reach(page, small_url, state)

    if request.config.getoption("--renew-trees"):
        page.wait_for_timeout(500)
        stored[name_of(state)] = tree(page, component)
        lines = (f"{name}: |\n{indent(text, '  ')}" for name, text in sorted(stored.items()))
        file.write_text("".join(lines), encoding="utf-8")

    settles(lambda: tree(page, component), stored[name_of(state)])
