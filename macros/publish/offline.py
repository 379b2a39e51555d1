"""What browsers keep of a finished site: which files make up each part, and what each one is."""

import hashlib
import json
import re
from collections.abc import Callable, Container
from pathlib import Path

from macros.languages import LANGUAGES, ORIGINAL, ROOTS, TRANSLATIONS, language_of

# What all parts share, and the answers to a wrong address.
SHELL = "shell"
# Nobody finds another file with the same 128 bits, and the list, of which nothing can be
# compressed, stays half as long as with all 256.
DIGITS = 32
# What travels in packs: pages and scripts say much the same as others.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
PACKS = "kept/"
# The end of an address in a page.
NAME = re.compile(r"""["'/]([\w-]+\.[\w.-]+)""")
# The door of a page that is kept once that door has been opened; overrides/partials/offline.html.
APART = re.compile(r' data-door="(\w+)" data-apart')
# Where the site of a language begins.
ROOT = f"(?:{'|'.join(ROOTS.values())})"
# What no page asks for: maps for debuggers, the theme's own search, what hosts, search engines and
# social networks and other sites read, and icons that a browser asks for once, while it installs the guide.
UNREAD = re.compile(
    rf".*\.map|{ROOT}(?:assets/javascripts/(?:lunr|workers)/.*|images/social\.png|share/.*)"
    rf"|{ROOT}(?:assets/images/favicon|images/icon-\d+)\.png"
    rf"|sitemap\.xml.*|robots\.txt|_headers|{ROOT}\.htaccess|server\.nginx\.conf|service-worker\.js"
)
Contents = dict[str, bytes]


def keep_offline(site: Path, worker: Path) -> None:
    """Make a finished site work without a network."""
    write_worker(site, worker.read_text("utf-8"), lambda path: not UNREAD.fullmatch(path))


def write_worker(site: Path, code: str, is_read: Callable[[str], bool]) -> None:
    """Write the service worker of a finished site, with its list, and the packs that it fetches."""
    paths = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    groups = grouped({path: paths[path].read_bytes() for path in sorted(paths) if is_read(path)})
    for name, files in groups.items():
        pack = site / PACKS / f"{name}.json"
        pack.parent.mkdir(exist_ok=True)
        pack.write_text(_pack(files), encoding="utf-8")
    listed = {
        name: {_address(path): _digest(content) for path, content in files.items()}
        for name, files in groups.items()
    }
    (site / "service-worker.js").write_text(
        f"const GUIDE = {json.dumps(listed, indent=0)};\n{code}", encoding="utf-8"
    )


def grouped(files: Contents) -> dict[str, Contents]:
    """Return the files of each part of an edition, and apart those that no edition has for itself."""
    pages = {path: content.decode() for path, content in files.items() if _is_page(path)}
    parts = {path: _part_of(path, html) for path, html in pages.items()}
    groups: dict[str, Contents] = {
        name: {} for name in (SHELL, *LANGUAGES, *sorted(set(parts.values())))
    }
    naming: dict[str, set[str]] = {}
    for path, html in pages.items():
        for name in NAME.findall(html):
            naming.setdefault(name, set()).add(parts[path])
    for path, content in files.items():
        name = path.rpartition("/")[2]
        of_page = SHELL if name == "404.html" else parts.get(path)
        groups[of_page or _group_of(path, naming.get(name, set()), files)][path] = content
    return groups


def _part_of(path: str, html: str) -> str:
    edition = language_of(path)
    door = APART.search(html)
    return f"{edition}-{door[1]}" if door else edition


def _group_of(path: str, naming: set[str], paths: Container[str]) -> str:
    """Return the group of a file that is no page."""
    if len(naming) == 1:
        return naming.pop()
    edition = language_of(path)
    if edition != ORIGINAL or any(f"{ROOTS[lang]}{path}" in paths for lang in TRANSLATIONS):
        return edition
    editions = {part.partition("-")[0] for part in naming}
    return editions.pop() if len(editions) == 1 else SHELL


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _address(path: str) -> str:
    return re.sub(r"(^|/)index\.html$", r"\1", path)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGITS]


def _pack(files: Contents) -> str:
    """Return the texts among files, by what a host would call their type."""
    packed = {
        type_: {
            _address(path): content.decode()
            for path, content in files.items()
            if path.endswith(suffix)
        }
        for suffix, type_ in TYPES.items()
    }
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))
