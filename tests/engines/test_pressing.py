"""A press holds still, acts once and changes nothing else, in Firefox and WebKitGTK too."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.test_pressing import new_components
from tests.conftest import PAGES
from tests.engines.engine import Engine
from tests.pressing import Walk

# WebKitGTK's window is no narrower than its own buttons, still a phone's layout; its driver knows no finger.
SIZES = {"mouse": (1280, 720), "touch": (390, 844)}


# Every fourth page by mouse, and by touch; all of both at night.
@pytest.mark.parametrize(
    ("hand", "path"),
    [
        pytest.param(
            hand, path, marks=pytest.mark.slow if index % 4 == 2 * turn else pytest.mark.nightly
        )
        for index, path in enumerate(PAGES)
        for turn, hand in enumerate(SIZES)
    ],
)
def test_each_kind_of_control_holds_still_and_acts_once(
    engine: Engine,
    url: str,
    site: Path,
    hand: str,
    path: str,
    record_property: Callable[[str, object], None],
) -> None:
    engine.viewport(*SIZES[hand])
    components = new_components(site, path)
    report = Walk(engine, url + path, by_touch=hand == "touch", components=components).run()
    record_property("fields", report.fields)
    record_property("presses", report.presses)

    assert report.faults == [], "\n".join(report.faults)
