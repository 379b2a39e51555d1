"""What real servers answer, with the configurations of hosting/ and what the build writes for them."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

PACKAGES = "nginx-light libnginx-mod-http-brotli-filter apache2-bin"
ALIAS = "LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so"
SERVERS = {
    "nginx": ("nginx", "-p", ".", "-c", "nginx.conf"),
    "apache": ("apache2", "-d", ".", "-f", "apache.conf", "-D", "FOREGROUND", "-C", ALIAS),
}
# A page that each is made to refuse.
CLOSED = {
    "nginx": ("include site/", "if ($uri = /closed) { return 503; }\n    include site/"),
    "apache": ("AllowOverride FileInfo", "AllowOverride FileInfo\n  Redirect 503 /closed"),
}
ENGLISH_TITLE, FRENCH_TITLE = "This page does not exist", "Cette page n’existe pas"

pytestmark = pytest.mark.slow


class Host(NamedTuple):
    """A server that runs, and what it serves."""

    port: int
    site: Path

    def ask(self, path: str, **headers: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=sent)
        return connection.getresponse()


@pytest.fixture(scope="module", params=SERVERS)
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[Host]:
    """A server of the machine, run by an ordinary user from a folder of its own."""
    command = SERVERS[request.param]
    program = shutil.which(command[0], path=f"{os.environ['PATH']}:/usr/sbin")
    if not program:
        pytest.skip(f"{command[0]} is not installed; on Debian: apt-get install {PACKAGES}")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(site, folder / "site")
        config = ROOT / f"hosting/{request.param}.conf"
        text = config.read_text(encoding="utf-8").replace("8080", f"127.0.0.1:{port}")
        text = text.replace(*CLOSED[request.param])
        (folder / config.name).write_text(text, encoding="utf-8")
        user = "nobody" if os.geteuid() == 0 else None
        if user:
            folder.chmod(0o777)
        process = subprocess.Popen(
            [program, *command[1:]], cwd=folder, user=user, stderr=subprocess.PIPE, text=True
        )
        try:
            _wait_for(port, process)
            yield Host(port, folder / "site")
        finally:
            process.terminate()
            process.wait(10)


def _wait_for(port: int, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    process.kill()
    pytest.fail(f"the server did not start: {process.stderr and process.stderr.read()}")


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/nowhere", FRENCH_TITLE),
        ("/guide/nowhere/", FRENCH_TITLE),
        ("/assets/gone.0123456789.js", FRENCH_TITLE),
        ("/en/nowhere", ENGLISH_TITLE),
        ("/en/guide/nowhere/", ENGLISH_TITLE),
    ],
)
def test_a_wrong_address_is_answered_in_the_language_of_its_place(
    host: Host, path: str, title: str
) -> None:
    answer = host.ask(path)

    assert (answer.status, answer.getheader("Cache-Control")) == (404, "no-cache")
    assert f"<title>{title} – " in answer.read().decode()


def test_a_server_that_is_not_ready_says_so_in_both_languages(host: Host) -> None:
    answer = host.ask("/closed")
    text = answer.read().decode()

    assert answer.status == 503
    assert "Réessayer" in text
    assert "Try again" in text


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("en/guide/prepare/", "text/html; charset=utf-8"),
        ("manifest.webmanifest", "application/manifest+json; charset=utf-8"),
        ("service-worker.js", "text/javascript; charset=utf-8"),
        ("images/icon.svg", "image/svg+xml; charset=utf-8"),
        ("images/social.png", "image/png"),
        ("kept/fr.json", "application/json; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("sitemap.xml", "text/xml; charset=utf-8"),
    ],
)
def test_a_file_is_called_what_it_is(host: Host, name: str, type_: str) -> None:
    assert host.ask(f"/{name}").getheader("Content-Type") == type_


def test_every_file_of_the_site_has_a_type(host: Host) -> None:
    kinds = {path.suffix: path for path in host.site.rglob("*.*") if path.name[0] != "."}
    types = {
        suffix: host.ask(f"/{path.relative_to(host.site)}").getheader("Content-Type")
        for suffix, path in kinds.items()
        if suffix != ".conf"
    }

    assert [
        suffix for suffix, type_ in types.items() if type_ in (None, "application/octet-stream")
    ] == []


@pytest.mark.parametrize(("accepted", "used"), [("gzip", "gzip"), ("gzip, br", "br")])
def test_texts_travel_compressed_and_pictures_as_they_are(
    host: Host, accepted: str, used: str
) -> None:
    encodings = {
        name: host.ask(f"/{name}", Accept_Encoding=accepted).getheader("Content-Encoding")
        for name in ("", "kept/fr.json", "service-worker.js", "images/social.png")
    }

    assert encodings == {
        "": used,
        "kept/fr.json": used,
        "service-worker.js": used,
        "images/social.png": None,
    }
    assert host.ask("/", Accept_Encoding=accepted).getheader("Vary") == "Accept-Encoding"


def test_what_is_named_by_its_content_is_kept_for_ever_and_all_else_asked_for(host: Host) -> None:
    asset = next((host.site / "assets").glob("shell.*.js")).name
    rules = {
        path: host.ask(path).getheader("Cache-Control")
        for path in ("/", "/en/", "/service-worker.js", "/manifest.webmanifest", f"/assets/{asset}")
    }

    assert rules.popitem()[1] == "public, max-age=31536000, immutable"
    assert {*rules.values()} == {"no-cache"}


def test_a_file_that_is_known_is_not_sent_again(host: Host) -> None:
    known = host.ask("/kept/fr.json").getheader("ETag") or ""

    assert host.ask("/kept/fr.json", If_None_Match=known).status == 304


@pytest.mark.parametrize("path", ["/", "/nowhere", "/assets/shell", "/service-worker.js"])
def test_every_answer_carries_the_headers_that_a_page_cannot_say(host: Host, path: str) -> None:
    if path == "/assets/shell":
        path = f"/assets/{next((host.site / 'assets').glob('shell.*.js')).name}"
    answer = host.ask(path)
    rules = (host.site / "_headers").read_text(encoding="utf-8").split("\n/")[0].splitlines()[1:]
    said = dict(rule.strip().split(": ", 1) for rule in rules)

    assert {name: answer.getheader(name) for name in said} == said


@pytest.mark.parametrize("path", ["/_headers", "/.htaccess", "/en/.htaccess", "/server.nginx.conf"])
def test_what_the_host_alone_reads_is_not_shown(host: Host, path: str) -> None:
    assert host.ask(path).status in (403, 404)


def test_a_folder_without_its_slash_leads_to_the_page(host: Host) -> None:
    answer = host.ask("/en/guide/prepare")

    assert answer.status == 301
    assert (answer.getheader("Location") or "").endswith("/en/guide/prepare/")


@pytest.mark.parametrize("accepted", ["gzip", "br"])
def test_a_page_that_is_known_is_not_sent_again_compressed(host: Host, accepted: str) -> None:
    known = host.ask("/", Accept_Encoding=accepted).getheader("ETag") or ""

    assert host.ask("/", Accept_Encoding=accepted, If_None_Match=known).status == 304
