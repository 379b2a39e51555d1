"""Firefox and WebKitGTK; without them the tests fail and say what to do."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from tests.engines.engine import Engine
from tests.engines.firefox import firefox
from tests.engines.webkit import webkit
from tests.find_engines import WHAT_TO_DO, Engines, installed_engines

NAMES = ("Firefox", "WebKitGTK")


@pytest.fixture(scope="session")
def engines() -> Engines:
    """Where the engines are."""
    found = installed_engines()
    if found is None:
        pytest.fail(WHAT_TO_DO)
    return found


@pytest.fixture(scope="session")
def firefox_tab(engines: Engines, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The one Firefox of all tests."""
    with firefox(engines.firefox, tmp_path_factory.mktemp("firefox")) as tab:
        yield tab


@pytest.fixture(scope="session")
def webkit_tab(engines: Engines, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The one WebKitGTK of all tests."""
    folder: Path = tmp_path_factory.mktemp("webkit")
    with webkit(engines.webkit_driver, engines.webkit, engines.screen, folder) as tab:
        yield tab


@pytest.fixture(params=NAMES)
def engine(request: pytest.FixtureRequest, url: str) -> Engine:
    """Each engine, with a visitor who has nothing kept."""
    fixture = "firefox_tab" if request.param == "Firefox" else "webkit_tab"
    tab = cast("Engine", request.getfixturevalue(fixture))
    tab.viewport(1280, 720)
    tab.open(url + "robots.txt")
    tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    return tab
