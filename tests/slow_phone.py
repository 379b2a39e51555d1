"""A slow phone that opens the finished site: what the scripts of `make bench` measure with.

Times mean something only on an idle machine: no test reads them.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.conftest import build, copy_project, serving
from tests.find_browser import FLAGS, installed_browser

SLOWER = 4  # times slower than this machine
RUNS = 5


@contextmanager
def slow_phone() -> Iterator[Callable[..., Page]]:
    """Give a function that opens a page as a newcomer; `before` runs first, with `given`."""
    path = installed_browser()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = build(copy_project(Path(name) / "project"), Path(name) / "site")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        with serving(site) as url:

            def opened(address: str, before: str = "() => {}", given: object = None) -> Page:
                context = browser.new_context(
                    viewport={"width": 390, "height": 844}, service_workers="block"
                )
                page = context.new_page()
                page.goto(url + "robots.txt")
                page.evaluate(before, given)
                page.goto(url + address)
                page.mouse.move(200, 300, steps=2)  # its tools come with a sign
                page.wait_for_load_state("networkidle")
                session = context.new_cdp_session(page)
                session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                return page

            yield opened
        browser.close()
