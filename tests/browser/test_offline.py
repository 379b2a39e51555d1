"""After one visit the guide works with the server really stopped; updates disturb nobody."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.test_follow_up_plan import FIRST, NOTHING, fill
from tests.browser.test_policy import RECORD
from tests.conftest import PAGES, serving

INSTALLED = """navigator.serviceWorker.ready.then(() => new Promise((then) => {
  const wait = () => navigator.serviceWorker.controller ? then(true) : setTimeout(wait, 20);
  wait();
}))"""

SUB_PATH = pytest.param("sub-path", marks=pytest.mark.slow)


class Visit(NamedTuple):
    """A page whose server has stopped, and the address where the guide was."""

    page: Page
    url: str


def visit(context: BrowserContext, url: str) -> Page:
    """Open the home page once, and stay until the guide is there to keep."""
    page = context.new_page()
    page.goto(url)
    assert page.evaluate(INSTALLED)
    return page


@pytest.fixture(scope="module", params=["root of a domain", SUB_PATH])
def offline(
    request: pytest.FixtureRequest, browser: Browser, site: Path, sub_path: Path
) -> Iterator[Visit]:
    """One visit to the French home page; then the server stops."""
    below = request.param == "sub-path"
    context = browser.new_context(
        service_workers="allow", timezone_id="Europe/Paris", locale="fr-FR"
    )
    context.set_default_timeout(10_000)
    context.add_init_script(RECORD)
    with serving(sub_path if below else site) as host:
        url = f"{host}guide/" if below else host
        page = visit(context, url)
    with pytest.raises(URLError):
        urlopen(url)
    yield Visit(page, url)
    context.close()


@pytest.mark.parametrize("root", ["", "en/"])
def test_every_page_opens(offline: Visit, root: str) -> None:
    page, url = offline
    for path in PAGES:
        answer = page.goto(url + root + path, wait_until="domcontentloaded")

        assert answer is not None
        assert answer.status == 200
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--se-pine')")


@pytest.mark.parametrize("root", ["", "en/"])
def test_search_finds(offline: Visit, root: str) -> None:
    page, url = offline
    page.goto(url + root)
    page.locator("[name=query]").click()
    page.locator("[name=query]").press_sequentially("question")

    expect(page.locator(".md-search-result__link").first).to_have_attribute(
        "href", re.compile(rf"{root}guide/questions/")
    )


def test_a_tick_and_the_dates_work(offline: Visit) -> None:
    page, url = offline
    page.goto(url + "guide/thank-you/")
    page.locator("#keep-it-short input").check()
    page.goto(url + "en/guide/thank-you/")
    expect(page.locator("#keep-it-short input")).to_be_checked()
    page.goto(url + "guide/follow-up/")
    fill(page, FIRST, "24/11/2026", NOTHING)

    expect(page.locator("[data-step=call] [data-when]")).to_contain_text("mardi 8")


def test_questions_messages_and_practice_work(offline: Visit) -> None:
    page, url = offline
    page.goto(url + "en/guide/questions/#weak-point")
    page.locator("#weak-point [data-family=answer]").fill("I rush")
    page.goto(url + "guide/thank-you/")
    page.locator("[data-name=to]").fill("Marie")
    expect(page.locator("[data-keep='draft:thank-you']")).to_have_value(re.compile("Marie"))
    page.goto(url + "more/practise/")
    page.locator("practice-round [type=submit]").click()

    expect(page.locator("[data-drawn]")).not_to_be_empty()


@pytest.mark.parametrize(
    ("path", "title"),
    [("nope/", "Cette page n’existe pas"), ("en/nope/", "This page does not exist")],
)
def test_a_wrong_address_gets_the_404_of_its_language(
    offline: Visit, path: str, title: str
) -> None:
    page, url = offline
    answer = page.goto(url + path)

    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1").first).to_have_text(title)
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--se-pine')")


def test_an_address_without_its_last_slash_leads_to_the_page(offline: Visit) -> None:
    page, url = offline
    page.goto(url + "guide/prepare")

    assert page.url == url + "guide/prepare/"


def test_the_policy_hinders_nothing(offline: Visit) -> None:
    page, url = offline
    page.goto(url + "guide/follow-up/")
    page.locator("label[for^=__palette]:visible").click()

    assert page.evaluate("violations") == []


@pytest.fixture
def published(browser: Browser, site: Path, tmp_path: Path) -> Iterator[tuple[Page, Path]]:
    """A visitor on the page about the dates, and the published site, for a test to change."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    # As our header files say; without it a browser may take a file from its memory without asking.
    with ExitStack() as until, serving(folder, {"Cache-Control": "no-cache"}) as url:
        context = browser.new_context(service_workers="allow", locale="fr-FR")
        until.callback(context.close)
        context.set_default_timeout(10_000)
        page = visit(context, url)
        page.goto(url + "guide/follow-up/")
        yield page, folder


def publish(folder: Path, changes: dict[str, tuple[str, str]]) -> None:
    """Change files of the site and their hashes, as a new build would."""
    worker = folder / "service-worker.js"
    code = worker.read_text(encoding="utf-8")
    for name, (old, new) in changes.items():
        file = folder / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        path = re.escape(name.removesuffix("index.html"))
        code, count = re.subn(rf'("{path}": ")\w+', r"\g<1>0123456789abcdef", code)
        assert count == 1
    worker.write_text(code, encoding="utf-8")


UPDATE = "navigator.serviceWorker.getRegistration().then((each) => each.update()).then(() => true)"


def update(page: Page) -> None:
    """Ask for a newer guide, and wait until it has arrived."""
    page.evaluate(UPDATE)
    expect(page.locator(".se-update")).not_to_have_text("")


CHANGED = {"about/index.html": ("La source", "La source changée")}


def test_an_update_is_said_quietly_and_leaves_what_is_being_typed(
    published: tuple[Page, Path],
) -> None:
    page, folder = published
    expect(page.locator(".se-update")).to_have_text("")  # the first visit is no update
    page.locator("#plan-day").fill("24/11")
    publish(folder, CHANGED)
    page.evaluate(UPDATE)

    expect(page.locator(".se-update")).to_contain_text(
        "Une nouvelle version de ce guide est arrivée"
    )
    expect(page.locator("#plan-day")).to_have_value("24/11")
    expect(page.locator("#plan-day")).to_be_focused()
    page.get_by_role("button", name="J’ai compris").click()
    expect(page.locator(".se-update")).to_have_text("")


def test_a_changed_page_is_read_once_its_version_has_arrived(
    published: tuple[Page, Path],
) -> None:
    page, folder = published
    publish(folder, CHANGED)
    update(page)
    page.get_by_role("link", name="Sources et confidentialité").click()

    expect(page.locator("#la-source")).to_contain_text("La source changée")


def test_opening_a_page_asks_for_a_newer_guide(published: tuple[Page, Path]) -> None:
    page, folder = published
    publish(folder, CHANGED)
    page.get_by_role("link", name="Sources et confidentialité").click()

    expect(page.locator(".se-update")).not_to_have_text("")


def test_a_page_open_during_an_update_still_finds_its_files(
    published: tuple[Page, Path],
) -> None:
    page, folder = published
    logo = next((folder / "assets/slim").glob("logo.*.svg"))
    name = logo.relative_to(folder).as_posix()
    publish(folder, {name: ("<svg", '<svg data-changed=""')})
    worker = folder / "service-worker.js"
    worker.write_text(worker.read_text("utf-8").replace(name, "assets/slim/logo.new.svg"), "utf-8")
    logo.rename(logo.with_name("logo.new.svg"))
    update(page)

    assert page.evaluate("async (name) => (await fetch(`/${name}`)).status", name) == 200


def test_an_update_asks_again_only_for_what_has_changed(
    published: tuple[Page, Path],
) -> None:
    page, folder = published
    publish(folder, CHANGED)
    for path in ("my-file/index.html", "en/index.html"):
        (folder / path).write_text("Never fetched.", encoding="utf-8")
    update(page)
    page.goto(page.url.replace("guide/follow-up/", "my-file/"))

    expect(page.locator("h1")).to_contain_text("Mon dossier")


def test_an_update_that_fails_leaves_the_guide_in_use(published: tuple[Page, Path]) -> None:
    page, folder = published
    publish(folder, CHANGED)
    shutil.rmtree(folder / "about")
    page.evaluate(
        "navigator.serviceWorker.getRegistration().then((each) => each.update()).catch(() => {})"
    )
    page.get_by_role("link", name="Sources et confidentialité").click()

    expect(page.locator("#la-source")).to_contain_text("La source")
    expect(page.locator(".se-update")).to_have_text("")


def test_only_the_version_in_use_and_the_one_before_are_kept(
    published: tuple[Page, Path],
) -> None:
    page, folder = published
    for number in range(3):
        publish(folder, {"about/index.html": ("La source", f"La source {number}")})
        page.evaluate(UPDATE)
        worker = folder / "service-worker.js"
        text = worker.read_text("utf-8").replace("0123456789abcdef", f"{number:016x}")
        worker.write_text(text, encoding="utf-8")
        page.evaluate(UPDATE)

    page.wait_for_function("async () => (await caches.keys()).length === 2")


def test_a_browser_without_service_workers_reads_the_guide_all_the_same(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context().new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(url)

    assert errors == []
