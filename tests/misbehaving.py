"""A host on the loopback that misbehaves as told, and a small guide with the real service worker."""

import functools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from macros.publish.offline import write_worker
from tests.conftest import ROOT, Handler, serving

LOGIN = b"<!doctype html><title>Log in</title><form method=post>Password</form>"


@dataclass
class Host:
    """Serves a folder; `behaviour` says for a path, or for all with "*", what happens instead."""

    folder: Path
    behaviour: dict[str, str] = field(default_factory=dict)
    before: Path | None = None
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def body(self, path: str, folder: Path | None = None) -> bytes:
        """Return the file that a path stands for."""
        file = (folder or self.folder) / path
        return (file / "index.html" if file.is_dir() else file).read_bytes()


class _Misbehaving(Handler):
    def __init__(self, *args: Any, host: Host, **settings: Any) -> None:
        self.host = host
        super().__init__(*args, **settings)

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server looks for
        path = urlsplit(self.path).path.lstrip("/")
        self.host.asked.append(path)
        told = self.host.behaviour.get(path)
        # The worker itself is always right: a host that has none to give is one without offline.
        if told is None and path != "service-worker.js":
            told = self.host.behaviour.get("*")
        if urlsplit(self.path).query or path == "login/":
            told = None
        try:
            body = LOGIN if path == "login/" else self.host.body(path)
        except FileNotFoundError:
            self.send_error(404)
            return
        BEHAVIOURS[told or "well"](self, body)

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(self.path))
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def guess_type(self, path: Any) -> str:
        path = urlsplit(str(path)).path
        return super().guess_type(path if "." in path else "index.html")


def _cut(to: _Misbehaving, body: bytes) -> None:
    """Promise the whole body, and close the connection in the midst of it."""
    to.send_response(200)
    to.send_header("Content-Type", "text/html")
    to.send_header("Content-Length", str(len(body)))
    to.end_headers()
    to.wfile.write(body[: len(body) // 2])
    to.close_connection = True


def _short(to: _Misbehaving, body: bytes) -> None:
    """Promise nothing, so that a body cut short looks whole."""
    to.send_response(200)
    to.send_header("Content-Type", "text/html")
    to.send_header("Connection", "close")
    to.end_headers()
    to.wfile.write(body[: len(body) // 2])


def _stale(to: _Misbehaving, _: bytes) -> None:
    path = urlsplit(to.path).path.lstrip("/")
    to.answer(to.host.body(path, to.host.before))


def _rewritten(to: _Misbehaving, body: bytes) -> None:
    is_page = to.guess_type(to.path) == "text/html"
    to.answer(body + b"<script src=/count.js></script>" if is_page else body)


def _elsewhere(to: _Misbehaving, _: bytes) -> None:
    origin = to.host.url.replace("127.0.0.1", "localhost")
    to.answer(b"", 302, Location=f"{origin}login/")


PROTECTION = {"X-Frame-Options": "DENY", "Content-Security-Policy": "frame-ancestors 'none'"}
BEHAVIOURS: dict[str, Callable[[_Misbehaving, bytes], None]] = {
    "well": lambda to, body: to.answer(body),
    "login": lambda to, _: to.answer(LOGIN),
    "stale": _stale,
    "rewritten": _rewritten,
    "missing": lambda to, _: to.send_error(404),
    "broken": lambda to, _: to.answer(b"Internal Server Error", 500),
    "to a login page": lambda to, _: to.answer(b"", 302, Location="/login/"),
    "to another site": _elsewhere,
    "cut": _cut,
    "short": _short,
    # What is right all the same.
    "404 with its body": lambda to, body: to.answer(body, 404),
    "Vary: *": lambda to, body: to.answer(body, Vary="*"),
    "protected": lambda to, body: to.answer(body, 200, **PROTECTION),
    "moved": lambda to, body: to.answer(b"", 301, Location=f"{to.path}?moved"),
}
WRONG = (
    "login",
    "stale",
    "rewritten",
    "missing",
    "broken",
    "to a login page",
    "short",
)


@contextmanager
def hosting(folder: Path) -> Iterator[Host]:
    """Serve a folder from a host that misbehaves once told to."""
    host = Host(folder)
    # As our header files say; without it a browser may take a file from its memory without asking.
    headers = {"Cache-Control": "no-cache"}
    with serving(folder, headers, functools.partial(_Misbehaving, host=host)) as url:
        host.url = url
        yield host


# A page of each kind, in each language; `{build}` tells the builds apart. Two pages stand apart behind
# the door of the guide.
PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{path}</title>
<h1>{path} of build {build}</h1>
<div data-offline="/service-worker.js"{door} data-updated="Newer" data-old="Old" data-reload="Reload" data-close="Close"></div>
<script type="module" src="/shell/updates.js"></script>
<script src="/assets/both.{build}.js"></script><script src="/assets/{lang}.{build}.js"></script>
<span data-search="/assets/later.{build}.js"></span>
"""
PATHS = ("", "about/", "guide/", "more/")
APART = ("more/one/", "more/two/")
DOORS = {
    "guide/": ' data-door="guide"',
    **dict.fromkeys(APART, ' data-door="guide" data-apart'),
}
SCRIPTS = ("both", "later", "fr", "en")


def write_guide(folder: Path, build: int) -> Path:
    """Write a build of a small guide in two languages, with the real worker and its page script."""
    if folder.exists():
        shutil.rmtree(folder)
    for lang, root in (("fr", ""), ("en", "en/")):
        for path in (*PATHS, *APART, "404.html", "503.html"):
            file = folder / root / (path if path.endswith(".html") else f"{path}index.html")
            file.parent.mkdir(parents=True, exist_ok=True)
            door = DOORS.get(path, "")
            text = PAGE.format(lang=lang, path=root + path, build=build, door=door)
            file.write_text(text, encoding="utf-8")
    (folder / "assets").mkdir()
    for name in SCRIPTS:
        script = folder / f"assets/{name}.{build}.js"
        script.write_text(f"window.{name} = {build};\n", encoding="utf-8")
    (folder / "shell").mkdir()
    shutil.copy(ROOT / "overrides/shell/updates.js", folder / "shell")
    worker = (ROOT / "overrides/shell/service-worker.js").read_text(encoding="utf-8")
    write_worker(folder, worker, lambda _: True)
    return folder
