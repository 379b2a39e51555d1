"""Whatever was typed before, a press holds still, acts once and changes nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import BrowserContext, Error

from tests.conftest import PAGES
from tests.engines.chromium import Chromium
from tests.pressing import Walk

HANDS: dict[str, dict[str, Any]] = {
    "mouse": {"viewport": {"width": 1280, "height": 720}},
    "touch": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}

# Of controls made alike; another draw for each language and hand.
MOST_ALIKE = 4
# One page of each kind: a list with dates and a message, the dates, what is asked aloud, the file.
SAMPLE = (
    pytest.param("mouse", "guide/thank-you/", marks=pytest.mark.slow),
    pytest.param("touch", "guide/follow-up/", marks=pytest.mark.slow),
    ("touch", "more/practise/"),
    pytest.param("mouse", "my-file/", marks=pytest.mark.slow),
)


def new_components(site: Path, path: str) -> set[str]:
    """Name the components that no page before this one has."""
    before = [components(site, each) for each in PAGES[: PAGES.index(path)]]
    return components(site, path).difference(*before)


def components(site: Path, path: str) -> set[str]:
    """Name the components of a page, and "page" for what is in none, with the view they show."""
    tags = html.parse(str(site / path / "index.html")).xpath("//*[contains(name(), '-')]")
    views = [(each.tag, each.get("data-view")) for each in tags]
    return {f"{tag}({view})" if view else tag for tag, view in views} | {"page"}


@pytest.fixture(params=HANDS)
def walk(
    new_context: Callable[..., BrowserContext],
    url: str,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> Callable[..., list[str]]:
    """Try the controls of a page and return what went wrong."""

    def run(path: str, **settings: Any) -> list[str]:
        page = new_context(**HANDS[request.param]).new_page()
        errors: list[Error] = []
        page.on("pageerror", lambda error: errors.append(error))
        by_touch = request.param == "touch"
        report = Walk(Chromium(page), url + path, by_touch=by_touch, **settings).run()
        record_property("fields", report.fields)
        record_property("presses", report.presses)
        return [*report.faults, *map(str, errors)]

    return run


@pytest.mark.parametrize(("walk", "path"), SAMPLE, indirect=["walk"])
def test_a_control_of_each_sort_holds_still_and_acts_once(
    walk: Callable[..., list[str]], path: str
) -> None:
    faults = walk(path, alike="what")

    assert faults == [], "\n".join(faults)


# Every second page by mouse, the others by touch: both hands go over all of them at night.
@pytest.mark.parametrize(
    ("walk", "path"),
    [
        pytest.param(
            hand, path, marks=pytest.mark.slow if index % 2 == turn else pytest.mark.nightly
        )
        for index, path in enumerate(PAGES)
        for turn, hand in enumerate(HANDS)
    ],
    indirect=["walk"],
)
def test_each_kind_of_control_holds_still_and_acts_once(
    walk: Callable[..., list[str]], site: Path, path: str
) -> None:
    faults = walk(path, components=new_components(site, path))

    assert faults == [], "\n".join(faults)


@pytest.mark.nightly
@pytest.mark.parametrize("path", [root + path for root in ("", "en/") for path in PAGES])
def test_the_controls_of_every_page_hold_still_and_act_once(
    walk: Callable[..., list[str]], path: str
) -> None:
    faults = walk(path, most=MOST_ALIKE)

    assert faults == [], "\n".join(faults)
