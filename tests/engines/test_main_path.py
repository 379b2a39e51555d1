"""The main path works in Firefox and WebKitGTK as in Chromium, on a phone and on a laptop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import serving
from tests.engines.engine import Engine, Key
from tests.engines.firefox import firefox
from tests.engines.main_path import SIZES, walk
from tests.engines.visitor import comes_to_be, has_text
from tests.engines.webkit import webkit
from tests.find_engines import Engines

pytestmark = pytest.mark.slow
IS_KEPT = """caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name)))).then(
  (open) => Promise.all(open.map((cache) => cache.match("./?part=fr&kept")))
).then((found) => found.some(Boolean))"""


@pytest.mark.parametrize("size", SIZES)
def test_each_step_of_the_main_path_works(engine: Engine, url: str, size: str) -> None:
    assert walk(engine, SIZES[size], url) == []


@pytest.fixture(params=["Firefox", "WebKitGTK"])
def with_worker(
    request: pytest.FixtureRequest, engines: Engines, tmp_path: Path
) -> Iterator[Engine]:
    """Each engine anew, whose service workers run."""
    if request.param == "Firefox":
        with firefox(engines.firefox, tmp_path, has_workers=True) as tab:
            yield tab
    else:
        with webkit(engines.webkit_driver, engines.webkit, engines.screen, tmp_path) as window:
            yield window


def test_after_one_visit_the_guide_opens_with_the_server_stopped(
    with_worker: Engine, site: Path
) -> None:
    with serving(site) as url:
        with_worker.open(url)
        with_worker.type(Key.TAB)  # a sign, as each visitor gives one
        assert comes_to_be(with_worker, IS_KEPT, True)
    with_worker.open(url + "guide/thank-you/")

    assert comes_to_be(with_worker, has_text("h1", "remerciement"), True)
