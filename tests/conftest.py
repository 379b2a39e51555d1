"""What all tests share: a zone that is not UTC, the built site, and a server on the loopback."""

import fcntl
import functools
import gc
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from macros.cache import FOLDER as CACHE
from macros.content import load
from tests.find_browser import FLAGS, WHAT_TO_DO, installed_browser

os.environ["TZ"] = "America/Toronto"
time.tzset()

ROOT = Path(__file__).parents[1]
SOURCES = ("mkdocs.yml", "mkdocs.en.yml", "docs", "macros", "overrides")
LIVE = ROOT / "docs"
# Today's docs/, renewed on purpose with `make freeze`: an edit of the guide breaks no other test
# than those of tests/live/, which say what must hold of any content.
WHOLE = ROOT / "tests/content/whole"
# One of each thing, in texts made up for it: on it stand the tests of behaviour.
SMALL = ROOT / "tests/content/small"
CONTENT = load(WHOLE)
SLOWER = ("slow", "nightly")
PAGE_FILE = re.compile(r"(^|/)index(?:\.md|\.html)$")
PAGES = tuple(PAGE_FILE.sub(r"\1", page).replace(".md", "/") for page in CONTENT.menu.pages)


def _guard_live(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse the live docs/ to every test but those of tests/live/."""
    if event in ("open", "os.listdir", "os.scandir") and not os.environ.get(
        "PYTEST_CURRENT_TEST", ""
    ).startswith("tests/live/"):
        path = arguments[0]
        if isinstance(path, str | Path) and Path(path).is_relative_to(LIVE):
            pytest.fail(f"only tests/live/ may read docs/, not {path}: use tests/content/")


sys.addaudithook(_guard_live)

gc.disable()  # while six thousand tests are collected, which all stay


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-trees", action="store_true", help="write tests/vectors/aria/ anew")


def pytest_collection_finish() -> None:
    """Look for garbage again, though not among the tests."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to slower runs all but `some` cases of a test: evenly spread, so that a product has each.

    In tests/site/, what reads the whole site comes last: another worker builds it meanwhile.
    """
    items.sort(key=lambda item: (item.path.parent, _is_of_whole_site(item)))
    cases: dict[tuple[Path, str], list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("some") and not any(map(item.get_closest_marker, SLOWER)):
            cases.setdefault((item.path, item.name.partition("[")[0]), []).append(item)
    for alike in cases.values():
        for index, item in enumerate(alike):
            # Who is not in the run that takes fewest may still be in the next.
            for number, slower in zip(_numbers(item), SLOWER, strict=False):
                if index * number % len(alike) < number:
                    break
                item.add_marker(slower)


def _numbers(item: pytest.Item) -> tuple[int, ...]:
    mark = item.get_closest_marker("some")
    return mark.args if mark else ()


def _is_of_whole_site(item: pytest.Item) -> bool:
    needs: list[str] = getattr(item, "fixturenames", [])
    return item.path.parent.name == "site" and "site" in needs


def copy_project(target: Path, docs: Path = WHOLE) -> Path:
    """Copy what a build needs, with some content, for a test to change."""
    target.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = docs if name == "docs" else ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)  # what Python compiled stays of use
        else:
            shutil.copy(source, target / name)
    (ROOT / CACHE).mkdir(exist_ok=True)
    (target / CACHE).symlink_to(ROOT / CACHE)  # keyed by content: what one build reads, all do
    return target


def run_build(
    project: Path, site: Path, site_url: str = "http://127.0.0.1/", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build a project strictly, as `make build` does, and return how it went."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=project,
        env={**os.environ, "SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def build(
    project: Path, site: Path, site_url: str = "http://127.0.0.1/", **environment: str
) -> Path:
    """Build a project that has no mistake."""
    result = run_build(project, site, site_url, **environment)
    assert result.returncode == 0, result.stderr
    return site


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder with its 404 page, quietly and over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, headers: dict[str, str], **settings: Any) -> None:
        self._own_headers = headers
        super().__init__(*args, **settings)

    def end_headers(self) -> None:
        for name, value in self._own_headers.items():
            self.send_header(name, value)
        named_by_digest = "/assets/" in self.path and "Cache-Control" not in self._own_headers
        if named_by_digest and Path(self.translate_path(self.path)).is_file():
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """Give tests of a module alone its source: the site has none."""
        if path.startswith("/sources/"):
            return str(ROOT / "overrides" / path.removeprefix("/sources/").partition("?")[0])
        return super().translate_path(path)

    def log_message(self, *_: Any) -> None:
        pass

    def send_error(self, code: int, *_: Any, **__: Any) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if code == 404 and page.is_file() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    """A server that, once stopped, answers nothing more on connections that stayed open."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, *args: Any) -> None:
        self._open: list[socket.socket] = []
        super().__init__(*args)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.append(request)
        super().process_request(request, client_address)

    def server_close(self) -> None:
        super().server_close()
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


@contextmanager
def serving(
    folder: Path, headers: dict[str, str] | None = None, handler: Callable[..., Any] = Handler
) -> Iterator[str]:
    """Serve a folder on the loopback and give its address, which ends in a slash."""
    handler = functools.partial(handler, directory=str(folder), headers=headers or {})
    with _Server(("127.0.0.1", 0), handler) as server:
        # It looks so often, in seconds, whether it is to stop: each test that serves waits for that.
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@contextmanager
def shared(factory: pytest.TempPathFactory, worker: str, name: str) -> Iterator[Path]:
    """Give the path of what the workers of pytest-xdist share, to one at a time."""
    base = factory.getbasetemp()
    path = (base if worker == "master" else base.parent) / name
    path.parent.mkdir(exist_ok=True)
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield path


def built(
    factory: pytest.TempPathFactory,
    worker: str,
    name: str,
    site_url: str = "http://127.0.0.1/",
    docs: Path = WHOLE,
    change: Callable[[Path], None] | None = None,
    **environment: str,
) -> Path:
    """Build the site once: the first worker that needs it does, others wait."""
    with shared(factory, worker, name) as folder:
        if not folder.is_dir():
            project = copy_project(factory.mktemp("project") / "project", docs)
            if change:
                change(project)
            build(project, folder, site_url, **environment)
        return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site built from the frozen content; tests that run tests give them theirs."""
    given = os.environ.get("FROZEN_SITE")
    return Path(given) if given else built(tmp_path_factory, worker_id, "site")


@pytest.fixture(scope="session")
def sub_path(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder whose guide/ is the site built for that address."""
    return built(tmp_path_factory, worker_id, "host/guide", "http://127.0.0.1/guide/").parent


@pytest.fixture(scope="session")
def url(site: Path) -> Iterator[str]:
    """The address of the built site."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site built from the small content, for a sub-path: the harder case."""
    return built(tmp_path_factory, worker_id, "small/guide", "http://127.0.0.1/guide/", SMALL)


@pytest.fixture(scope="session")
def small_url(small_site: Path) -> Iterator[str]:
    """The address of the small site."""
    with serving(small_site.parent) as address:
        yield f"{address}guide/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, for a test to change."""
    return copy_project(tmp_path / "project")


def replace_in(project: Path, name: str, old: str, new: str) -> None:
    """Replace a text that stands exactly once in a file of a copy."""
    file = project / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def edit(project: Path) -> Callable[[str, str, str], None]:
    """Replace a text that stands exactly once in a file of the copy."""
    return functools.partial(replace_in, project)


@pytest.fixture(scope="session")
def edited_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of an editor who prefers ten days to two weeks and has added a page with a list."""
    from tests.recipes import a_page_with_a_list, two_weeks_to_ten_days

    def change(project: Path) -> None:
        for each in (two_weeks_to_ten_days, a_page_with_a_list):
            each(project, functools.partial(replace_in, project))

    # What scripts read is in the page.
    return built(tmp_path_factory, worker_id, "edited", change=change, SLIM="false")


@pytest.fixture(scope="session")
def browser_path(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> str:
    """The path of a browser that launches; without one the tests fail and say what to do."""
    with shared(tmp_path_factory, worker_id, "browser") as found:
        if not found.is_file():
            found.write_text(installed_browser() or "", encoding="utf-8")
    return found.read_text(encoding="utf-8") or pytest.fail(WHAT_TO_DO)


@pytest.fixture(scope="session")
def playwright(browser_path: str) -> Iterator[Playwright]:
    """Playwright itself, once for all folders of tests: a process can hold but one."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright, browser_path: str) -> Iterator[Browser]:
    """One browser for all tests; only test_offline.py lets pages install the service worker."""
    launched = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
    opened = functools.partial(launched.new_context, service_workers="block")
    launched.new_context = opened  # type: ignore[method-assign]
    yield launched
    launched.close()
