"""Nothing is kept that is not what was published, whatever a host answers; what is kept stays whole."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Worker, expect

from tests.misbehaving import APART, PATHS, SCRIPTS, WRONG, Host, hosting, write_guide

# Milliseconds. Otherwise Playwright looks at every frame, and has one drawn for that.
POLLING = 20
# What the worker has told the page so far.
LISTEN = """if (navigator.serviceWorker) {
  window.told = [];
  navigator.serviceWorker.addEventListener("message", ({ data }) => told.push(data));
}"""
KEPT = """async () => {
  const digests = {};
  for (const name of await caches.keys()) {
    if (!name.startsWith("second-entretien")) continue;
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      if (url.includes("?")) continue; // a note about the files
      const body = await (await cache.match(url)).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
      const text = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
      (digests[new URL(url).pathname.slice(1)] ??= []).push(text);
    }
  }
  return digests;
}"""
# The cache of an earlier release, and the note that said it whole.
KEEP_AS_BEFORE = """async ([note, paths]) => {
  const cache = await caches.open(`second-entretien ${location.origin}/ 0123456789abcdef`);
  await cache.put(`/?${note}`, new Response("{}"));
  for (const path of paths) await cache.put(`/${path}`, await fetch(`/${path}`));
}"""


class Reader:
    """Somebody who reads the small guide, and what their browser keeps of it."""

    def __init__(self, page: Page, host: Host) -> None:
        self.context = page.context
        self.host = host
        self.page = page

    def open(self, path: str = "") -> Page:
        self.page.goto(self.host.url + path)
        return self.page

    def until(self, edition: str = "fr", **state: Any) -> None:
        """Wait until the worker has told this of an edition."""
        self.page.wait_for_function(
            """([edition, state]) => told.some(({ states }) => states &&
              Object.entries(state).every(([name, value]) => states[edition][name] === value))""",
            arg=[edition, state],
            polling=POLLING,
        )

    def until_newer(self, part: str) -> None:
        """Wait until the worker has told that a part has come anew."""
        self.page.wait_for_function(
            "(part) => told.some((each) => each.newer === part)", arg=part, polling=POLLING
        )

    def answered(self) -> None:
        """Wait until the worker has nothing more to say to this page: on being asked, and after."""
        self.page.wait_for_function(
            "told.filter(({ states }) => states).length >= 2", polling=POLLING
        )

    def visit(self, path: str = "") -> None:
        """Open a page, and stay until its edition is whole, and of the build that is published."""
        self.open(path)
        edition = "en" if path.startswith("en/") else "fr"
        self.until(edition, kept="whole", isNewest=True)
        # What is whole is told before the page is answered from it.
        self.page.wait_for_function("navigator.serviceWorker.controller")

    def open_door(self) -> None:
        """Open a page, and stay until what stands apart behind its door is kept too."""
        self.open("guide/")
        self.until(waiting=0, isNewest=True)

    def publish(self, folder: Path) -> None:
        """Put another build in place of the one that is served, and let the browser find it."""
        self.host.before, self.host.folder = self.host.folder, folder
        # What the last worker still tells is of the build before.
        self.page.evaluate(
            """async () => {
              const changed = new Promise((go) =>
                navigator.serviceWorker.addEventListener("controllerchange", go, { once: true }));
              await (await navigator.serviceWorker.getRegistration()).update();
              await changed;
              told.length = 0;
            }"""
        )

    def worker(self) -> Worker:
        workers = self.context.service_workers
        return next(each for each in reversed(workers) if each.url.startswith(self.host.url))

    def kept(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = self.page.evaluate(KEPT)
        return found

    def read_offline(self, *paths: str) -> list[str]:
        """Return the headings of pages, opened while the host is away."""
        self.context.set_offline(True)
        headings = []
        for path in paths:
            self.open(path)
            headings.append(self.page.locator("h1").inner_text())
        self.context.set_offline(False)
        return headings


def new_tab(browser: Browser) -> Page:
    context = browser.new_context(service_workers="allow", timezone_id="Europe/Paris")
    context.set_default_timeout(10_000)
    context.add_init_script(LISTEN)
    return context.new_page()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """The tab of all readers: each has a host, hence an origin, of their own."""
    page = new_tab(browser)
    yield page
    page.context.close()


@pytest.fixture
def reader(tab: Page, tmp_path: Path) -> Iterator[Reader]:
    """A reader who has not been there yet."""
    with hosting(write_guide(tmp_path / "build-1", 1)) as host:
        host.behaviour = {**WITHOUT_PACKS}
        yield Reader(tab, host)
        tab.context.set_offline(False)


@pytest.fixture
def build(tmp_path: Path) -> Callable[[int], Path]:
    """Write another build."""
    return lambda number: write_guide(tmp_path / f"build-{number}", number)


def digests(*folders: Path) -> set[str]:
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


# Of most tests each file comes by itself, and by itself goes wrong.
WITHOUT_PACKS = {f"kept/{name}.json": "missing" for name in ("shell", "fr", "en", "fr-guide")}
# Of an edition, its first page and the one that goes wrong.
READ = ("", "about/")
FRENCH = [*READ]
ENGLISH = [f"en/{path}" for path in READ]


def of_build(number: int, root: str = "", paths: tuple[str, ...] = READ) -> list[str]:
    return [f"{root}{path} of build {number}".strip() for path in paths]


SOME = ("rewritten", "short")
BEHAVIOURS = [
    pytest.param(each, marks=[] if each in SOME else pytest.mark.slow)
    for each in (*WRONG, "cut", "to another site")
]


# --- what a host answers


@pytest.mark.some(1)
@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_what_is_not_as_published_is_never_kept(
    reader: Reader, build: Callable[[int], Path], behaviour: str
) -> None:
    reader.host.before, reader.host.folder = reader.host.folder, build(2)
    reader.host.behaviour["about/"] = behaviour
    reader.open()
    why = "changed" if behaviour in WRONG else "cut"
    reader.until(why=why)

    assert "about/" not in reader.kept()
    assert {each for found in reader.kept().values() for each in found} <= digests(
        reader.host.folder
    )


@pytest.mark.some(1)
@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_a_build_that_cannot_be_kept_leaves_the_one_before_whole(
    reader: Reader, build: Callable[[int], Path], behaviour: str
) -> None:
    reader.visit()
    reader.host.behaviour["about/"] = behaviour
    reader.publish(build(2))
    reader.until(kept="whole", isNewest=False, why="changed" if behaviour in WRONG else "cut")

    assert reader.read_offline(*FRENCH) == of_build(1)
    assert "window.both = 1" in reader.page.evaluate(
        "fetch('/assets/both.1.js').then((a) => a.text())"
    )


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("behaviour", "paths"),
    [
        ("404 with its body", ("404.html", "en/404.html")),
        ("Vary: *", ("*",)),
        ("moved", ("about/", "404.html")),
    ],
)
def test_what_is_right_is_kept_whatever_comes_with_it(
    reader: Reader, behaviour: str, paths: tuple[str, ...]
) -> None:
    reader.host.behaviour = dict.fromkeys(paths, behaviour)
    reader.open()
    reader.until(kept="whole")

    assert reader.read_offline(*FRENCH, "nope/", "en/nope/") == [
        *of_build(1),
        "404.html of build 1",
        "en/404.html of build 1",
    ]


@pytest.mark.some(1)
@pytest.mark.parametrize("behaviour", ["login", "missing"])
def test_a_pack_that_is_missing_is_no_loss(reader: Reader, behaviour: str) -> None:
    reader.host.behaviour = dict.fromkeys(WITHOUT_PACKS, behaviour)
    reader.visit()

    assert "assets/both.1.js" in reader.kept()


def test_what_a_host_rewrites_comes_right_in_a_pack(reader: Reader) -> None:
    reader.host.behaviour = {"about/": "rewritten", "assets/both.1.js": "broken"}
    reader.visit("guide/")

    assert reader.read_offline(*FRENCH) == of_build(1)
    assert reader.page.evaluate("window.both") == 1


def test_a_page_of_a_pack_is_protected_as_its_host_protects_all(reader: Reader) -> None:
    reader.host.behaviour = {"*": "protected"}
    reader.visit("guide/")
    reader.context.set_offline(True)

    headers = """async () => {
      const { headers } = await fetch("/about/");
      return ["Content-Type", "X-Frame-Options", "Content-Security-Policy"].map((name) => headers.get(name));
    }"""
    assert reader.page.evaluate(headers) == [
        "text/html; charset=utf-8",
        "DENY",
        "frame-ancestors 'none'",
    ]


def test_a_host_that_rewrites_all_is_given_up_after_a_few_pages(reader: Reader) -> None:
    reader.host.behaviour["*"] = "rewritten"
    reader.open()
    reader.until(why="changed")

    assert len(reader.host.asked) < 18
    assert [path for path in reader.kept() if "." not in path] == []


# --- trying again


@pytest.mark.slow
def test_what_could_not_be_kept_is_not_asked_for_again_on_the_same_day(reader: Reader) -> None:
    reader.host.behaviour["about/"] = "rewritten"
    reader.open()
    reader.until(why="changed")
    reader.host.asked.clear()
    for path in ("guide/", "more/", ""):
        reader.open(path)
        reader.answered()

    assert "about/" not in reader.host.asked


@pytest.mark.slow
def test_a_day_later_only_what_was_wrong_is_asked_for(reader: Reader) -> None:
    reader.host.behaviour["about/"] = "rewritten"
    reader.open()
    reader.until(why="changed")
    del reader.host.behaviour["about/"]
    reader.host.asked.clear()
    reader.worker().evaluate("Date.now = ((now) => () => now() + 25 * 60 * 60 * 1000)(Date.now)")
    reader.visit("more/")

    assert set(reader.host.asked) <= {"about/", "service-worker.js"}
    assert reader.read_offline(*FRENCH) == of_build(1)


@pytest.mark.slow
def test_another_build_is_tried_at_once(reader: Reader, build: Callable[[int], Path]) -> None:
    reader.visit()
    reader.host.behaviour["about/"] = "stale"
    reader.publish(build(2))
    reader.until(why="changed")
    del reader.host.behaviour["about/"]
    reader.publish(build(3))
    reader.visit()

    assert reader.read_offline(*FRENCH) == of_build(3)


def test_a_network_that_was_cut_is_tried_again_with_the_next_page(reader: Reader) -> None:
    reader.host.behaviour["about/"] = "cut"
    reader.open()
    reader.until(why="cut")
    del reader.host.behaviour["about/"]
    reader.visit("guide/")

    assert reader.read_offline(*FRENCH) == of_build(1)


@pytest.mark.slow
def test_a_worker_that_comes_before_its_pages_waits_for_them(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.visit()
    reader.host.behaviour["*"] = "stale"
    reader.publish(build(2))
    reader.until(why="changed")
    assert reader.read_offline(*FRENCH) == of_build(1)
    reader.host.behaviour.clear()
    reader.worker().evaluate("Date.now = ((now) => () => now() + 25 * 60 * 60 * 1000)(Date.now)")
    reader.visit()

    assert reader.read_offline(*FRENCH) == of_build(2)


@pytest.mark.slow
def test_no_room_leaves_the_build_before_and_says_so(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.visit()
    folder = build(2)
    used = reader.page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    reader.context.new_cdp_session(reader.page).send(
        "Storage.overrideQuotaForOrigin",
        {"origin": reader.host.url.rstrip("/"), "quotaSize": used + 2000},
    )
    reader.publish(folder)
    reader.until(kept="whole", isNewest=False, why="full")

    assert reader.read_offline(*FRENCH) == of_build(1)


# --- builds


def test_of_a_newer_build_only_what_has_changed_is_fetched(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.visit()
    reader.host.asked.clear()
    folder = build(2)
    shutil.copy(reader.host.folder / "more/index.html", folder / "more")
    write_worker_again(folder)
    reader.publish(folder)
    reader.until(isNewest=True)

    assert "guide/" in reader.host.asked
    assert "more/" not in reader.host.asked


def write_worker_again(folder: Path) -> None:
    from macros.publish.offline import write_worker

    code = (folder / "service-worker.js").read_text(encoding="utf-8").partition(";\n")[2]
    (folder / "service-worker.js").unlink()
    for pack in (folder / "kept").iterdir():
        pack.unlink()
    write_worker(folder, code, lambda _: True)


@pytest.mark.slow
def test_the_newer_build_is_announced_once_it_is_there(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.visit()
    expect(reader.page.locator("[data-offline]")).to_have_text("")  # a first visit is no update
    reader.publish(build(2))

    expect(reader.page.locator("[data-offline]")).to_contain_text("Newer")
    assert reader.read_offline(*FRENCH) == of_build(2)


def test_a_tab_of_the_build_before_still_finds_its_files(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.visit()
    reader.publish(build(2))
    reader.until(isNewest=True, kept="whole")
    expect(reader.page.locator("[data-offline]")).to_contain_text("Newer")

    assert reader.page.evaluate("fetch('/assets/later.1.js').then(({ ok }) => ok)")


@pytest.mark.some(1)
@pytest.mark.parametrize("is_offline", [False, True])
def test_a_tab_two_builds_old_says_so(
    reader: Reader, build: Callable[[int], Path], is_offline: bool
) -> None:
    reader.visit()
    for number in (2, 3):
        reader.publish(build(number))
        reader.page.wait_for_function("told.some(({ newer }) => newer)")
    reader.context.set_offline(is_offline)
    reader.page.evaluate("import('/assets/later.1.js').catch(() => {})")

    expect(reader.page.locator("[data-offline]")).to_contain_text("Old")
    reader.page.get_by_role("button", name="Reload").click()
    expect(reader.page.locator("h1")).to_have_text("of build 3")


@pytest.mark.slow
def test_two_builds_in_a_row_leave_the_last_and_the_one_before(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.visit()
    for number in (2, 3):
        reader.publish(build(number))
        reader.page.wait_for_function("told.some(({ newer }) => newer)")

    assert reader.read_offline(*FRENCH) == of_build(3)
    assert {each for found in reader.kept().values() for each in found} <= digests(
        reader.host.folder, reader.host.before or reader.host.folder
    )


def test_an_edition_is_never_mixed_from_two_builds(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.visit("en/")
    reader.visit()
    reader.host.behaviour["en/about/"] = "stale"
    reader.publish(build(2))
    reader.until("fr", isNewest=True, kept="whole")
    reader.open()
    reader.until("en", why="changed")

    assert reader.read_offline(*FRENCH) == of_build(2)
    assert reader.read_offline(*ENGLISH) == of_build(1, "en/")


def test_what_stands_apart_is_fetched_once_its_door_is_opened(reader: Reader) -> None:
    reader.visit()
    assert {*APART} & reader.kept().keys() == set()
    reader.open_door()

    assert reader.read_offline(*APART) == of_build(1, paths=APART)


def test_a_page_that_stands_apart_is_said_not_to_be_kept_yet(reader: Reader) -> None:
    reader.visit()

    assert reader.read_offline("more/one/") == ["503.html of build 1"]


@pytest.mark.slow
def test_a_newer_build_brings_what_the_reader_had_of_the_one_before(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.visit("en/")
    reader.visit()
    reader.open_door()
    reader.answered()
    reader.publish(build(2))
    for part in ("fr", "en", "fr-guide"):
        reader.until_newer(part)

    assert reader.read_offline(*FRENCH, *APART) == of_build(2, paths=(*READ, *APART))
    assert {f"en/{path}" for path in APART} & reader.kept().keys() == set()


@pytest.mark.slow
def test_what_stands_apart_is_read_of_the_build_before_until_it_is_whole(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.visit()
    reader.open_door()
    reader.host.behaviour["more/two/"] = "stale"
    reader.publish(build(2))
    reader.until(isNewest=True, kept="whole")
    reader.open()
    reader.answered()

    assert reader.read_offline(*FRENCH) == of_build(2)
    assert reader.read_offline(*APART) == of_build(1, paths=APART)


@pytest.mark.slow
def test_a_language_that_was_kept_in_one_part_stays_whole(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.open("assets/both.1.js")
    reader.page.evaluate(KEEP_AS_BEFORE, ["kept=fr", [*PATHS, *APART]])
    reader.host.before, reader.host.folder = reader.host.folder, build(2)
    reader.host.behaviour["more/two/"] = "cut"
    reader.visit()
    reader.answered()
    assert reader.read_offline(*APART) == of_build(1, paths=APART)
    del reader.host.behaviour["more/two/"]
    reader.open()
    reader.until_newer("fr-guide")

    assert reader.read_offline(*FRENCH, *APART) == of_build(2, paths=(*READ, *APART))


@pytest.mark.slow
def test_a_copy_of_an_earlier_release_is_read_until_the_new_one_is_whole(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.open("assets/both.1.js")
    reader.page.evaluate(KEEP_AS_BEFORE, ["files", PATHS])
    reader.host.before, reader.host.folder = reader.host.folder, build(2)
    reader.host.behaviour["about/"] = "login"
    reader.open()
    reader.until(why="changed", kept="whole", isNewest=False)

    assert reader.read_offline(*FRENCH) == of_build(1)


# --- languages


@pytest.mark.some(1)
@pytest.mark.parametrize(("first", "other"), [("", "en/"), ("en/", "")])
def test_only_the_readers_language_is_fetched_at_first(
    reader: Reader, first: str, other: str
) -> None:
    reader.visit(first)

    kept = set(reader.kept())
    assert {f"{first}{path}" for path in PATHS} <= kept
    assert [f"{other}{path}" for path in PATHS if f"{other}{path}" in kept] == []


@pytest.mark.slow
def test_the_other_language_is_kept_once_it_was_opened(reader: Reader) -> None:
    reader.visit()
    reader.host.asked.clear()
    reader.visit("en/")

    assert reader.read_offline(*ENGLISH) == of_build(1, "en/")
    assert "kept/shell.json" not in reader.host.asked  # what both share came with the first


@pytest.mark.slow
@pytest.mark.parametrize(("first", "other"), [("", "en/"), ("en/", "")])
def test_a_language_that_is_not_kept_yet_says_so(reader: Reader, first: str, other: str) -> None:
    reader.visit(first)
    reader.context.set_offline(True)
    answer = reader.page.goto(f"{reader.host.url}{other}about/")

    assert answer is not None
    assert answer.status == 503
    expect(reader.page.locator("h1")).to_have_text(f"{first}503.html of build 1")


# --- what is left of it


@pytest.mark.slow
def test_emptied_caches_are_filled_again(reader: Reader) -> None:
    reader.visit()
    reader.page.evaluate(
        "caches.keys().then((names) => Promise.all(names.map((each) => caches.delete(each))))"
    )
    reader.visit("guide/")

    assert reader.read_offline(*FRENCH) == of_build(1)


@pytest.mark.slow
def test_a_page_that_was_lost_is_fetched_again(reader: Reader) -> None:
    reader.visit()
    reader.page.evaluate(
        """async () => {
          for (const name of await caches.keys()) await (await caches.open(name)).delete("/about/");
        }"""
    )
    reader.visit("guide/")
    reader.page.wait_for_function("caches.match('/about/').then(Boolean)")

    assert reader.read_offline("about/") == ["about/ of build 1"]


@pytest.mark.slow
def test_what_other_sites_of_the_origin_keep_is_left_alone(
    reader: Reader, build: Callable[[int], Path]
) -> None:
    reader.open("assets/both.1.js")
    reader.page.evaluate("caches.open('theirs').then((each) => each.put('/x', new Response('x')))")
    reader.visit()
    reader.publish(build(2))
    reader.until(isNewest=True, kept="whole")

    assert reader.page.evaluate("caches.match('/x').then((each) => each.text())") == "x"


# --- saving data


@pytest.fixture
def thrifty(reader: Reader, browser: Browser) -> Iterator[Reader]:
    """A reader who asked their browser to save data."""
    page = new_tab(browser)
    page.context.add_init_script(
        "Object.defineProperty(NetworkInformation.prototype, 'saveData', { get: () => true })"
    )
    yield Reader(page, reader.host)
    page.context.close()


def test_who_saves_data_is_sent_nothing_beside_what_they_open(thrifty: Reader) -> None:
    thrifty.open("about/")
    thrifty.until(kept="part")

    assert sorted(thrifty.host.asked) == [
        "about/",
        "assets/both.1.js",
        "assets/fr.1.js",
        "service-worker.js",
        "shell/updates.js",
    ]


def test_who_saves_data_reads_again_what_they_have_opened(thrifty: Reader) -> None:
    thrifty.open("about/")
    thrifty.until(kept="part")
    thrifty.page.wait_for_function("navigator.serviceWorker.controller")
    thrifty.open("guide/")
    thrifty.answered()

    assert thrifty.read_offline("about/", "guide/") == ["about/ of build 1", "guide/ of build 1"]
    assert thrifty.page.evaluate("[window.both, window.fr]") == [1, 1]


@pytest.mark.slow
def test_what_who_saves_data_reads_is_of_one_build(
    thrifty: Reader, build: Callable[[int], Path]
) -> None:
    thrifty.open("about/")
    thrifty.page.wait_for_function("navigator.serviceWorker.controller")
    thrifty.publish(build(2))
    thrifty.page.wait_for_function("told.some(({ states }) => states?.fr.isNewest === false)")
    thrifty.open("guide/")
    thrifty.until(kept="part", isNewest=True)
    thrifty.context.set_offline(True)

    thrifty.open("guide/")
    assert thrifty.page.locator("h1").inner_text() == "guide/ of build 2"
    with pytest.raises(Exception, match="ERR_FAILED"):
        thrifty.open("about/")


def test_all_scripts_of_the_small_guide_are_kept(reader: Reader) -> None:
    reader.visit()

    kept = reader.kept()
    assert [name for name in SCRIPTS if f"assets/{name}.1.js" in kept] == ["both", "later", "fr"]
