"""Rewrites the pages of the finished site, in both languages, around what they share."""

import hashlib
import posixpath
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from macros.slim.scripts import bundled
from macros.slim.styles import Page, Sheet, icons_of_search, of_search, without_unused

ENGLISH = "en/"
# Files named after their content, for browsers to keep for ever.
KEPT = "assets/slim/"
# What is fetched when a reader opens search.
INDEX = "search/search_index.json"
SEARCH = "theme/search.js"

STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
MODULE = re.compile(r'\s*<script type="module" src="([^"]+)"></script>')
THEME = re.compile(r'<script src="[^"]*/bundle\.\w+\.min\.js"></script>')
GUARD = re.compile(r'<script src="[^"]*lib/storage-guard\.js"></script>')
PALETTE = re.compile(r'<script>var palette=__md_get\("__palette"\);.*?</script>', re.DOTALL)
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
WRAPPED = r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">\g<0></div></div>'
AS_IT_IS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
QUOTED = re.compile(r'"([\w./-]+)"')


def slim(site: Path, root: str, holidays: str) -> None:
    """Make a finished site light; `root` is the path of its address."""
    _Site(site, root).slim(holidays)


class _Site:
    def __init__(self, folder: Path, root: str) -> None:
        self.folder = folder
        self.root = root
        files = sorted(folder.rglob("*.html"))
        self.pages = {
            file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files
        }
        self.moved = dict(self._twins())

    def slim(self, holidays: str) -> None:
        self.moved[holidays] = self.moved[ENGLISH + holidays] = self._keep(holidays)
        for index in (INDEX, ENGLISH + INDEX):
            self.moved[index] = self._keep(index)
        # What the theme's script puts around tables is there without it.
        self.pages = {page: TABLE.sub(WRAPPED, html) for page, html in self.pages.items()}
        self._bundle()
        self._style()
        self._script()
        for path, html in self.pages.items():
            html = self._with_moved(path, html)
            (self.folder / path).write_text(_squeezed(html), encoding="utf-8")
        for path in self.moved:
            if path.startswith(ENGLISH) or path == INDEX:
                (self.folder / path).unlink()
        # What the theme's own search would load, and what it does on a page.
        shutil.rmtree(self.folder / "assets/javascripts")

    def _twins(self) -> Iterator[tuple[str, str]]:
        """Give the files that both languages have, each with the one copy that stays."""
        for file in (self.folder / ENGLISH).rglob("*"):
            path = file.relative_to(self.folder / ENGLISH)
            twin = self.folder / path
            is_asset = file.is_file() and file.suffix != ".html" and twin.is_file()
            if is_asset and file.read_bytes() == twin.read_bytes():
                yield ENGLISH + path.as_posix(), path.as_posix()

    def _keep(self, path: str, content: str | None = None) -> str:
        """Write a file under a name with a hash of its content, and return the name."""
        if content is None:
            content = (self.folder / path).read_text("utf-8")
        name = Path(path)
        digest = hashlib.sha256(content.encode()).hexdigest()[:10]
        kept = f"{KEPT}{name.stem}.{digest}{name.suffix}"
        (self.folder / KEPT).mkdir(parents=True, exist_ok=True)
        (self.folder / kept).write_text(content, encoding="utf-8")
        return kept

    def _resolved(self, page: str, address: str) -> str:
        """Return the file that an address on a page stands for, as seen from the root."""
        if address.startswith("/"):  # on the 404 page
            return address.removeprefix(self.root)
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), address))

    def _address(self, page: str, path: str) -> str:
        if posixpath.basename(page) == "404.html":
            return self.root + path
        return posixpath.relpath(path, posixpath.dirname(page) or ".")

    def _text(self, path: str) -> str:
        return (self.folder / self.moved.get(path, path)).read_text("utf-8")

    def _bundle(self) -> None:
        """Read what each page needs of our scripts, in one file."""
        theme = self.folder / "theme"
        self.head, self.palette = (theme / "head.js",), (theme / "palette.js",)
        self.modules = {page: self._modules(page, html) for page, html in self.pages.items()}
        self.searching = (self.folder / SEARCH,)
        wanted = [self.head, self.palette, self.searching, *self.modules.values()]
        self.scripts = bundled(dict.fromkeys(wanted))
        search = self._keep("search.js", self.scripts[self.searching])
        self.moved[SEARCH] = self.moved[ENGLISH + SEARCH] = search

    def _style(self) -> None:
        """Put into each page, as one style, the rules that can match there."""
        sheets: dict[str, Sheet] = {}
        wholes: dict[str, None] = {}
        for page, html in self.pages.items():
            paths = [self._resolved(page, href) for href in STYLESHEET.findall(html)]
            paths = [self.moved.get(path, path) for path in paths]
            for path in paths:
                sheets[path] = sheets.get(path) or Sheet(self._text(path))
            wholes |= dict.fromkeys(path for path in paths if path.startswith("assets/"))
            script = self.scripts[self.modules[page]]
            keep = Page(html, script)
            css = without_unused("".join(sheets[path].cut(keep) for path in paths), html + script)
            first = STYLESHEET.findall(html)[0]
            html = html.replace(f'<link rel="stylesheet" href="{first}">', f"<style>{css}</style>")
            self.pages[page] = STYLESHEET.sub("", html)
        search = "".join(
            sheets[path].cut(of_search) + icons_of_search(sheets[path]) for path in wholes
        )
        self.search_style = self._keep("search.css", search)

    def _script(self) -> None:
        """Give each page one script of ours in place of the theme's."""
        names = {
            modules: self._keep("guide.js", self.scripts[modules])
            for modules in set(self.modules.values())
        }
        head, palette = self.scripts[self.head], self.scripts[self.palette]
        for page, html in self.pages.items():
            styles = self._address(page, self.search_style)
            ours = self._address(page, names[self.modules[page]])
            html = MODULE.sub("", html)
            html = GUARD.sub(lambda _: f"<script>{head}</script>", html)
            html = PALETTE.sub(lambda _: f"<script>{palette}</script>", html)
            html = html.replace(" data-search ", f' data-search data-styles="{styles}" ', 1)
            self.pages[page] = THEME.sub(f'<script type="module" src="{ours}"></script>', html)

    def _modules(self, page: str, html: str) -> tuple[Path, ...]:
        paths = [self._resolved(page, src) for src in MODULE.findall(html)]
        files = [self.folder / self.moved.get(path, path) for path in paths]
        return (self.folder / "theme/theme.js", *files)

    def _with_moved(self, page: str, html: str) -> str:
        """Let a page name the one copy of each file."""

        def renamed(match: re.Match[str]) -> str:
            path = self._resolved(page, match[1])
            return f'"{self._address(page, self.moved[path])}"' if path in self.moved else match[0]

        return QUOTED.sub(renamed, html)


def _squeezed(html: str) -> str:
    """Leave out the white space of templates, which no browser shows."""
    parts = AS_IT_IS.split(html)
    # Three parts for each text: before it, the element that stays as it is, and its name.
    return "".join(
        part if i % 3 == 1 else re.sub(r"\s*\n\s*", "\n", part)
        for i, part in enumerate(parts)
        if i % 3 != 2
    )
