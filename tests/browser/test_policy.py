"""The Content-Security-Policy of each page: it stops what is hostile and hinders nothing of ours."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import rests, settles
from tests.conftest import PAGES, serving

PROBES = {
    "fetch": "fetch(there).catch(() => {})",
    "request": "request = new XMLHttpRequest(); request.open('GET', there); request.send()",
    "beacon": "navigator.sendBeacon(there, 'text')",
    "image": "new Image().src = there",
    "prefetch": "add('link', { rel: 'prefetch', href: there })",
    "socket": "new WebSocket(there.replace('http', 'ws'))",
    "events": "new EventSource(there)",
    "form": "add('form', { action: there, method: 'post' }).submit()",
    "frame": "add('iframe', { src: there })",
    "script": "add('script', { src: there })",
    "inline script": "add('script', { textContent: `fetch('${there}')` })",
    "inline handler": "add('a', {}).setAttribute('onclick', `fetch('${there}')`); document.querySelector('body > a').click()",
    "style": "add('link', { rel: 'stylesheet', href: there })",
    "inline style": "add('style', { textContent: `body { background: url(${there}) }` })",
    "font": "document.fonts.add(new FontFace('f', `url(${there})`)); document.fonts.load('1em f').catch(() => {})",
    "video": "add('video', { src: there })",
    "plugin": "add('object', { data: there })",
    "worker": "try { new Worker(URL.createObjectURL(new Blob([`fetch('${there}')`]))) } catch {}",
    "base": "add('base', { href: there })",
}
# Of these the browser tells no path, but the rule that stopped them.
UNNAMED = {
    "frame": "frame-src",
    "plugin": "object-src",
    "inline script": "script-src-elem",
    "inline handler": "script-src-attr",
    "inline style": "style-src-elem",
    "worker": "worker-src",
}
STOPPED = """([there, directive]) => {
  window.there = there;
  window.stopped = new Promise((then) => {
    addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
      const isNamed = blockedURI.endsWith(new URL(there).pathname);
      if (directive ? effectiveDirective === directive : isNamed) then(true);
    });
    setTimeout(then, 3000, false);
  });
}"""
ADD = "window.add = (tag, values) => document.body.appendChild(Object.assign(document.createElement(tag), values));"
RECORD = """
window.violations = JSON.parse(sessionStorage.violations ?? "[]");
addEventListener("securitypolicyviolation", (event) => {
  const { disposition, effectiveDirective, blockedURI, sourceFile, sample } = event;
  violations.push([disposition, effectiveDirective, blockedURI, sourceFile, sample].join(" "));
  sessionStorage.violations = JSON.stringify(violations);
});
"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of another origin."""
    with serving(tmp_path_factory.mktemp("elsewhere")) as address:
        yield address


def test_the_policy_stops_all_that_leads_elsewhere(page: Page, url: str, elsewhere: str) -> None:
    answered: list[str] = []
    page.on("response", lambda answer: answered.append(answer.url))
    page.goto(url + "about/")
    page.evaluate("(add) => (0, eval)(add)", ADD)
    not_stopped = []
    for name, probe in PROBES.items():
        page.evaluate(STOPPED, [f"{elsewhere}{name.replace(' ', '-')}", UNNAMED.get(name)])
        page.evaluate(probe)
        if not page.evaluate("stopped"):
            not_stopped.append(name)

    assert not_stopped == []
    assert [each for each in answered if each.startswith(elsewhere)] == []


def use(page: Page, url: str, paths: tuple[str, ...]) -> list[str]:
    """Read pages in both languages, search, change the colours, and say what was violated."""
    page.add_init_script(RECORD)
    for path in [root + each for each in paths for root in ("", "en/")]:
        page.goto(url + path)
        page.mouse.move(200, 300, steps=2)
        rests(page)
    page.get_by_role("link", name="FR – Français").click()
    page.wait_for_url(url + paths[-1])
    page.locator("[data-menu] summary").click()
    page.locator("[data-md-component=palette] button:visible").click()
    for path in ("nope/", "en/nope/"):
        page.goto(url + path)
    page.goto(url)
    page.locator("[name=query]").click()
    page.locator("[name=query]").press_sequentially("question")
    page.locator(".md-search-result__link").first.wait_for()
    # What is only watched is seen.
    page.evaluate("document.createElement('p').innerHTML = 'written by the test'")
    settles(lambda: page.evaluate("violations.length > 0"), True)
    violations: list[str] = page.evaluate("violations")
    return violations


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(("guide/follow-up/", "my-file/", "about/"), id="some"),
        pytest.param(PAGES, id="all", marks=pytest.mark.slow),
    ],
)
def test_the_policy_hinders_nothing_of_ours_and_nothing_writes_html(
    new_context: Callable[..., BrowserContext], site: Path, paths: tuple[str, ...]
) -> None:
    rules = (site / "_headers").read_text(encoding="utf-8").split("\n/")[0].splitlines()[1:]
    with serving(site, dict(rule.strip().split(": ", 1) for rule in rules)) as url:
        violations = use(new_context(now=None, only_reads=True).new_page(), url, paths)

    (seen,) = violations
    assert seen.startswith("report require-trusted-types-for trusted-types-sink")
    assert seen.endswith("Element innerHTML|written by the test")


@pytest.mark.some(1)
@pytest.mark.parametrize("root", ["", "en/"])
def test_both_languages_share_the_palette(page: Page, url: str, root: str) -> None:
    page.goto(url + root)
    page.locator("[data-menu] summary").click()
    page.locator("[data-md-component=palette] button:visible").click()
    page.goto(url + ("" if root else "en/") + "about/")

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
