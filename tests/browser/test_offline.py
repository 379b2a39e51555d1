"""After one visit the guide works with the server really stopped; updates disturb nobody."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

import brotli
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from macros.publish.offline import write_worker
from tests.browser.conftest import GIVES_A_SIGN, THANK_YOU_LIST
from tests.browser.dates_form import FIRST, NOTHING, field, give
from tests.browser.test_hosts import LISTEN, POLLING
from tests.browser.test_policy import RECORD
from tests.conftest import PAGES, serving
from tests.misbehaving import hosting

WHOLE = """(edition) => told.some(({ states }) =>
  states && states[edition].kept === "whole" && states[edition].isNewest)"""
WAITING = """([edition, parts]) => told.some(({ states }) =>
  states && states[edition].waiting === parts)"""
SUB_PATH = pytest.param("sub-path", marks=pytest.mark.slow)
# What one visit may fetch beside its page, as a good host compresses it.
FETCHED_BESIDE = 300_000
# What stands apart behind the doors of a language, in all.
FETCHED_APART = 92_000


class Visit(NamedTuple):
    """A page whose server has stopped, and the address where the guide was."""

    page: Page
    url: str


def visit(page: Page, url: str, edition: str = "fr") -> Page:
    """Open a page, and stay until its language is kept."""
    page.goto(url)
    page.wait_for_function(WHOLE, arg=edition, polling=POLLING)
    return page


def open_doors(page: Page, url: str, edition: str = "fr") -> None:
    """Open the doors that pages stand behind, and stay until these are kept."""
    for path, waiting in (("guide/", 1), ("guide/questions/", 0)):
        page.goto(url + path)
        page.wait_for_function(WAITING, arg=[edition, waiting], polling=POLLING)


@pytest.fixture(scope="module", params=["root of a domain", SUB_PATH])
def offline(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """One visit to the home page and the doors of each language; then the server stops."""
    below = request.param == "sub-path"
    context = browser.new_context(
        service_workers="allow", timezone_id="Europe/Paris", locale="fr-FR"
    )
    context.set_default_timeout(10_000)
    context.add_init_script(GIVES_A_SIGN)
    context.add_init_script(RECORD)
    context.add_init_script(LISTEN)
    with serving(request.getfixturevalue("sub_path" if below else "site")) as host:
        url = f"{host}guide/" if below else host
        page = visit(context.new_page(), url)
        open_doors(page, url)
        visit(page, f"{url}en/", "en")
        open_doors(page, f"{url}en/", "en")
    with pytest.raises(URLError):
        urlopen(url)
    yield Visit(page, url)
    context.close()


@pytest.mark.parametrize(
    ("root", "paths"),
    [
        pytest.param("", PAGES[::8], id="some"),
        pytest.param("", PAGES, id="fr", marks=pytest.mark.slow),
        pytest.param("en/", PAGES, id="en", marks=pytest.mark.slow),
    ],
)
def test_every_page_opens(offline: Visit, root: str, paths: tuple[str, ...]) -> None:
    page, url = offline
    for path in paths:
        answer = page.goto(url + root + path, wait_until="domcontentloaded")

        assert answer is not None
        assert answer.status == 200
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--se-pine')")


@pytest.mark.some(1)
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
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short input").check()
    page.goto(url + "en/guide/thank-you/")
    expect(page.locator("#keep-it-short input")).to_be_checked()
    page.goto(url + "my-dates/")
    give(page, FIRST, "24/11/2026", NOTHING)

    expect(page.locator("[data-step=call] [data-when]")).to_contain_text("mardi 8")


@pytest.mark.slow
def test_questions_messages_and_practice_work(offline: Visit) -> None:
    page, url = offline
    page.goto(url + "en/guide/questions/#weak-point")  # an old address: it leads on, offline too
    page.locator("#weak-point [data-family=answer]").fill("I rush")
    page.goto(url + "guide/questions/")
    page.get_by_label("Chercher un mot").fill("I rush")
    expect(page.locator("[data-found] li")).to_have_count(1)
    page.goto(url + "guide/thank-you/")
    page.locator("[data-name=to]").fill("Marie")
    expect(page.locator("[data-keep='draft:thank-you']")).to_have_value(re.compile("Marie"))
    page.goto(url + "more/practise/")
    page.locator("practice-round [type=submit]").click()

    expect(page.locator("[data-drawn]")).not_to_be_empty()


@pytest.mark.some(1)
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
    page.goto(url + "my-dates/")
    page.locator("[data-menu] summary").click()
    page.locator("[data-md-component=palette] button:visible").click()

    assert page.evaluate("violations") == []


@pytest.fixture
def published(browser: Browser, small_site: Path, tmp_path: Path) -> Iterator[tuple[Page, Path]]:
    """A visitor on the page about the dates, and the published site, for a test to change."""
    folder = shutil.copytree(small_site, tmp_path / "host/guide")
    # Not the other server: what changes twice in a second has not changed, by its dates.
    with ExitStack() as until, hosting(folder.parent) as host:
        context = browser.new_context(service_workers="allow", locale="fr-FR")
        context.add_init_script(GIVES_A_SIGN)
        until.callback(context.close)
        context.set_default_timeout(10_000)
        context.add_init_script(LISTEN)
        page = visit(context.new_page(), f"{host.url}guide/")
        page.goto(f"{host.url}guide/my-dates/")
        yield page, folder


def publish(folder: Path, name: str, old: str, new: str) -> None:
    """Change a page of the site and its digest, as a new build would."""
    file = folder / name
    before = hashlib.sha256(file.read_bytes()).hexdigest()[:32]
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    after = hashlib.sha256(file.read_bytes()).hexdigest()[:32]
    worker = folder / "service-worker.js"
    code = worker.read_text(encoding="utf-8")
    assert code.count(before) == 1
    worker.write_text(code.replace(before, after), encoding="utf-8")


def rename(folder: Path, patterns: tuple[str, ...], number: int) -> None:
    """Give files other names in all pages, as a new build does whose files have changed."""
    worker = folder / "service-worker.js"
    listed, _, code = worker.read_text(encoding="utf-8").partition(";\n")
    groups = json.loads(listed.removeprefix("const GUIDE = ")).values()
    kept = {path for group in groups for path in group}
    names = {}
    files = [file for pattern in patterns for file in folder.glob(pattern)]
    for i, file in enumerate(files):
        new = file.with_name(re.sub(r"\.\w+\.", f".{number}{i:09}.", file.name, count=1))
        names[file.name] = new.name
        kept.add(new.relative_to(folder).as_posix())
        file.rename(new)
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for old, new_name in names.items():
            text = text.replace(old, new_name)
        page.write_text(text, encoding="utf-8")
    write_worker(folder, code, lambda path: re.sub(r"(^|/)index\.html$", r"\1", path) in kept)


UPDATE = "navigator.serviceWorker.getRegistration().then((each) => each.update()).then(() => true)"


def update(page: Page) -> None:
    """Ask for a newer guide, and wait until it has arrived."""
    # Asked while the last worker is still on its way, a browser may ask no host.
    page.wait_for_function(
        """async () => {
          const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
          return !installing && !waiting && active?.state === "activated";
        }""",
        polling=POLLING,
    )
    page.evaluate("told.length = 0")
    page.evaluate(UPDATE)
    page.wait_for_function("() => told.some(({ newer }) => newer)", polling=POLLING)


CHANGED = ("about/index.html", "Article inventé", "Article changé")


def test_an_update_is_said_quietly_leaves_what_is_being_typed_and_is_read_next(
    published: tuple[Page, Path],
) -> None:
    page, folder = published
    expect(page.locator(".se-update")).to_have_text("")  # the first visit is no update
    field(page, "day").fill("24/11")
    publish(folder, *CHANGED)
    page.evaluate(UPDATE)

    expect(page.locator(".se-update")).to_contain_text(
        "Une nouvelle version de ce guide est arrivée"
    )
    expect(page.locator("#plan-day")).to_have_value("24/11")
    expect(page.locator("#plan-day")).to_be_focused()
    page.get_by_role("button", name="J’ai compris").click()
    expect(page.locator(".se-update")).to_have_text("")
    page.get_by_role("link", name="Sources et confidentialité").click()
    expect(page.locator("main")).to_contain_text("Article changé")


@pytest.mark.slow
def test_opening_a_page_asks_for_a_newer_guide(published: tuple[Page, Path]) -> None:
    page, folder = published
    publish(folder, *CHANGED)
    page.get_by_role("link", name="Sources et confidentialité").click()

    expect(page.locator(".se-update")).not_to_have_text("")


@pytest.mark.slow
def test_search_in_a_tab_two_builds_old_says_that_the_page_is_old(
    published: tuple[Page, Path],
) -> None:
    page, folder = published
    page.mouse.move(400, 300)
    for number in (1, 2):
        rename(folder, ("assets/search_index.*.json", "assets/search.*.js"), number)
        update(page)
    page.locator("[name=query]").click()

    expect(page.locator(".se-update")).to_contain_text("une version ancienne de ce guide")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Recharger").click()
    page.locator("[name=query]").click()
    page.locator("[name=query]").press_sequentially("question")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


@pytest.mark.slow
def test_search_says_so_also_where_no_worker_looks_after_the_page(
    new_context: Callable[..., BrowserContext], small_site: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(small_site, tmp_path / "host/guide")
    page = new_context().new_page()
    with serving(folder.parent) as url:
        page.goto(f"{url}guide/")
        (folder / "search/search_index.json").unlink()
        page.locator("[name=query]").click()

        expect(page.locator(".se-update")).to_contain_text("une version ancienne de ce guide")


@pytest.mark.parametrize(
    ("root", "edition", "quality", "allowed"),
    [
        ("", "fr", 9, 1.1),  # in a tenth of the time, and a tenth more
        pytest.param("", "fr", 11, 1, marks=pytest.mark.slow),
        pytest.param("en/", "en", 11, 1, marks=pytest.mark.slow),
    ],
)
def test_a_first_visit_fetches_little_beside_its_page_and_the_doors_the_rest(
    browser: Browser, url: str, root: str, edition: str, quality: int, allowed: float
) -> None:
    context = browser.new_context(service_workers="allow")
    context.add_init_script(GIVES_A_SIGN)
    context.add_init_script(LISTEN)
    asked: list[Request] = []
    context.on("request", lambda request: asked.append(request))
    page = visit(context.new_page(), url + root, edition)
    first = [*asked]
    open_doors(page, url + root, edition)

    def weight(requests: list[Request]) -> int:
        answers = [answer for request in requests if (answer := request.response())]
        assert len(answers) == len(requests)
        return sum(len(brotli.compress(each.body(), quality=quality)) for each in answers)

    own = {request.url for request in first if not request.service_worker}
    beside = [request for request in first if request.service_worker and request.url not in own]
    assert len(beside) > 2
    assert weight(beside) <= FETCHED_BESIDE * allowed
    apart = [request for request in asked if f"kept/{edition}-" in request.url]
    assert len(apart) == 2
    assert weight(apart) <= FETCHED_APART * allowed
    context.close()


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("root", "other", "titles"),
    [
        ("", "en/", ["Pas encore sur cet appareil", "Not on this device yet"]),
        ("en/", "", ["Not on this device yet", "Pas encore sur cet appareil"]),
    ],
)
def test_a_language_that_is_not_kept_yet_says_so_in_both(
    browser: Browser, small_site: Path, root: str, other: str, titles: list[str]
) -> None:
    context = browser.new_context(service_workers="allow")
    context.add_init_script(GIVES_A_SIGN)
    context.set_default_timeout(10_000)
    context.add_init_script(LISTEN)
    with serving(small_site.parent) as host:
        url = f"{host}guide/"
        page = visit(context.new_page(), url + root, root.strip("/") or "fr")
    answer = page.goto(f"{url}{other}guide/prepare/")

    assert answer is not None
    assert answer.status == 503
    assert page.locator(".se-not-found :is(h1, h2)").all_inner_texts() == titles
    page.locator(".se-not-found a").nth(1).click()
    expect(page).to_have_url(url + root)
    expect(page.locator("h1").first).to_be_visible()
    context.close()


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("path", "before", "own", "both"),
    [
        (
            "my-file/",
            "il faut du réseau",
            "en français : il s’ouvre sans réseau",
            "aussi en anglais",
        ),
        (
            "en/my-file/",
            "need to be online",
            "in English: it opens offline",
            "in French too",
        ),
    ],
)
def test_my_file_says_what_is_kept(
    browser: Browser, small_url: str, path: str, before: str, own: str, both: str
) -> None:
    context = browser.new_context(service_workers="allow")
    context.add_init_script(GIVES_A_SIGN)
    context.set_default_timeout(10_000)
    context.add_init_script("document.addEventListener('DOMContentLoaded', () => {"
      "window.atFirst = document.querySelector('[data-offline-state]').textContent; });")  # fmt: skip
    page = context.new_page()
    page.goto(small_url + path)

    page.mouse.move(100, 100, steps=2)

    assert before in page.evaluate("atFirst").replace("\xa0", " ")
    expect(page.locator("[data-offline-state]")).to_contain_text(own)
    expect(page.locator("[data-offline-state]")).to_contain_text(both)
    context.close()


@pytest.mark.slow
def test_the_guide_is_kept_where_the_page_is_never_found_idle(
    browser: Browser, small_url: str
) -> None:
    context = browser.new_context(service_workers="allow")
    context.add_init_script(GIVES_A_SIGN)
    context.add_init_script(
        "requestIdleCallback = (act, { timeout } = {}) => timeout && setTimeout(act, timeout)"
    )
    page = context.new_page()
    page.goto(small_url + "my-file/")

    expect(page.locator("[data-offline-state]")).to_contain_text("il s’ouvre sans réseau")
    context.close()


def test_a_browser_without_service_workers_reads_the_guide_all_the_same(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context().new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(url)

    assert errors == []
