"""A phone of 2016 on a slow network: the page is read within three seconds, a tick seen at once."""

import gzip
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.test_accessibility import KINDS
from tests.conftest import Handler, serving

pytestmark = pytest.mark.slow
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SLOWER = 6  # times slower than this machine
BYTES = 400_000 / 8  # in a second
SLOW_3G = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": BYTES,
    "uploadThroughput": BYTES,
}
READ = 3000  # milliseconds
TICKED = 100
# The best of so many tries counts: others may keep the machine busy.
TRIES = 5
PAINTED = """() => new Promise((say) => new PerformanceObserver((list) =>
  say(Math.round(list.getEntries().at(-1).startTime))
).observe({ type: "largest-contentful-paint", buffered: true }))"""
# From the finger that is lifted to the frame after it.
WATCH = """() => {
  window.taken = [];
  addEventListener("click", ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() =>
    taken.push(Math.round(performance.now() - timeStamp)))), true);
}"""


class Packing(Handler):
    """Sends what it sends packed, as hosts do."""

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            return super().send_head()
        body = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    with serving(site, handler=Packing) as address:
        yield address


@pytest.fixture
def old_phone(new_context: Callable[..., BrowserContext]) -> Callable[[], Page]:
    """Open an old phone that has never been on the site."""

    def opened() -> Page:
        context = new_context(now=None, only_reads=True, **PHONE)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_3G)
        return page

    return opened


@pytest.mark.parametrize("path", KINDS)
def test_a_page_is_read_within_three_seconds(
    old_phone: Callable[[], Page], host: str, path: str
) -> None:
    painted: list[int] = []
    while len(painted) < TRIES and min(painted, default=READ + 1) > READ:
        page = old_phone()
        page.goto(host + path)
        painted.append(page.evaluate(PAINTED))
        page.context.close()

    assert min(painted) <= READ, painted


def test_a_tick_is_seen_within_a_tenth_of_a_second(
    old_phone: Callable[[], Page], host: str
) -> None:
    page = old_phone()
    page.goto(host + "guide/prepare/")
    boxes = page.locator("check-list [type=checkbox]")
    boxes.first.tap()  # brings the tools
    page.locator("check-list:defined").first.wait_for(timeout=30_000)
    page.evaluate(WATCH)
    for number in range(1, 1 + TRIES):
        boxes.nth(number).tap()
        page.wait_for_function("(number) => taken.length === number", arg=number)
    taken = page.evaluate("taken")

    assert min(taken) <= TICKED, taken
