"""Nothing that is being read moves when the scripts of a page arrive, on a network that is slow."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Route

from tests.conftest import PAGES

MOST = 0.001  # of the screen's height, as Cumulative Layout Shift counts
WATCH = """() => {
  window.shift = 0;
  const watch = new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shift += value;
  });
  watch.observe({ type: "layout-shift", buffered: true });
}"""
PAINTED = """() => new Promise((then) => {
  new PerformanceObserver(then).observe({ type: "paint", buffered: true });
})"""
SETTLED = "() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))"
QUICK = ("", "my-file/", "my-dates/")


@pytest.mark.some(2)
@pytest.mark.parametrize(
    "path",
    [
        pytest.param(root + path, marks=[] if root + path in QUICK else pytest.mark.slow)
        for root in ("", "en/")
        for path in PAGES
    ],
)
def test_nothing_moves_when_the_scripts_arrive(
    new_context: Callable[..., BrowserContext], url: str, path: str
) -> None:
    context = new_context(now=None, viewport={"width": 412, "height": 823})
    page = context.new_page()
    waiting: list[Route] = []
    context.route(re.compile(r"\.js$"), lambda route: waiting.append(route))
    page.add_init_script(f"({WATCH})()")
    page.goto(url + path, wait_until="commit")
    page.evaluate(f"({PAINTED})()")
    page.wait_for_timeout(100)
    for route in waiting:
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate(SETTLED)
    page.wait_for_timeout(100)

    assert page.evaluate("shift") <= MOST
