"""Rewrites the pages of the finished site, in both languages, around what they share."""

import hashlib
import json
import posixpath
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.slim.cores import on_every_core
from macros.slim.scripts import bundled
from macros.slim.settings import asked_for
from macros.slim.styles import Page, Sheet, icons_of_search, of_search, without_unused

ENGLISH = "en/"
# Files named after their content, for browsers to keep for ever.
KEPT = "assets/slim/"
IMAGES = ("images/*.svg", "images/icon-*.png")  # social.png is asked for by its address
MANIFESTS = ("manifest.webmanifest", "en/manifest.webmanifest")
# What is fetched when a reader opens search, and when they move down a page.
INDEX = "search/search_index.json"
SEARCH, READING = "search/dialog.js", "shell/reading.js"
# What stands in each page, before its first paint.
FIRST = "shell/first.js"

STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
MODULE = re.compile(r'\s*<script type="module" src="([^"]+)"></script>')
THEME = re.compile(r'<script src="[^"]*/bundle\.\w+\.min\.js"></script>')
# What one script does instead, and what opens tabs of content, of which there are none.
EARLY = re.compile(
    r'<script src="[^"]*shell/storage-guard\.js"></script>|<script>(?:__md_scope|var target)=.*?</script>',
    re.DOTALL,
)
PALETTE = re.compile(r'<script>var palette=__md_get\("__palette"\);.*?</script>', re.DOTALL)
SETTINGS = re.compile(r'<script id="se-settings" type="application/json">(.*?)</script>', re.DOTALL)
# By what the theme's script knows the parts of a page; ours asks for two of them.
HOOK = re.compile(r' data-md-(?:component="(?!palette|toc)[^"]*"|level="\d"|scrollfix)')
# Its place is there before a script shows one of the two; site.css hides it where no script will.
BUTTON = re.compile(r'(<label [^>]*for="__palette_1") hidden>')
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
WRAPPED = r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">\g<0></div></div>'
# Where the theme's script says « copied »; nothing here does.
DIALOG = re.compile(r'<div class="md-dialog".*?</div>\s*</div>', re.DOTALL)
HEADER = re.compile("</header>")
DATA_SEARCH = re.compile(" data-search ")
AS_IT_IS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
QUOTED = re.compile(r'"([\w./-]+)"')
# Pages that answer for any address, by MkDocs's rule.
ERROR = re.compile(r"\d{3}\.html")


def slim(site: Path, root: str, holidays: str) -> None:
    """Make a finished site light; `root` is the path of its address.

    Raises:
        RuntimeError: scripts could not be bundled, or a page could not be written.

    """
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
        images = [path for pattern in IMAGES for path in sorted(self.folder.glob(pattern))]
        for path in [holidays, *(path.relative_to(self.folder).as_posix() for path in images)]:
            self._move(path, (self.folder / path).read_bytes())
        for path in (INDEX, ENGLISH + INDEX):
            self.moved[path] = self._keep(path, (self.folder / path).read_bytes())
        self._bundle()
        self._read_styles()
        on_every_core(self._write, [*self.pages])
        for path in MANIFESTS:
            file = self.folder / path
            file.write_text(self._with_moved(path, file.read_text("utf-8")), encoding="utf-8")
        for path in self.moved:
            (self.folder / path).unlink(missing_ok=True)
        # The theme's own script, and what it would load for search.
        shutil.rmtree(self.folder / "assets/javascripts")

    def _write(self, page: str) -> None:
        html = self._with_moved(page, self.pages[page])
        # What the theme's script puts around tables is there without it.
        html = replaced(DIALOG, "", html, "dialog")
        html = replaced(BUTTON, r"\1>", html, "button of the colours")
        html = TABLE.sub(WRAPPED, HOOK.sub("", html))
        html = self._with_script(page, self._with_style(page, html))
        (self.folder / page).write_text(_squeezed(html), encoding="utf-8")

    def _twins(self) -> Iterator[tuple[str, str]]:
        """Give the files that both languages have, each with the one copy that stays."""
        for file in (self.folder / ENGLISH).rglob("*"):
            path = file.relative_to(self.folder / ENGLISH)
            twin = self.folder / path
            is_asset = file.is_file() and file.suffix != ".html" and twin.is_file()
            if is_asset and file.read_bytes() == twin.read_bytes():
                yield ENGLISH + path.as_posix(), path.as_posix()

    def _keep(self, path: str, content: bytes) -> str:
        """Write a file under a name with a hash of its content, and return the name."""
        name = Path(path)
        digest = hashlib.sha256(content).hexdigest()[:10]
        kept = f"{KEPT}{name.stem}.{digest}{name.suffix}"
        (self.folder / KEPT).mkdir(parents=True, exist_ok=True)
        (self.folder / kept).write_bytes(content)
        return kept

    def _move(self, path: str, content: bytes) -> None:
        """Keep a file that both languages have."""
        self.moved[path] = self.moved[ENGLISH + path] = self._keep(path, content)

    def _resolved(self, page: str, address: str) -> str:
        """Return the file that an address on a page stands for, as seen from the root."""
        if address.startswith("/"):  # on an error page
            return posixpath.normpath(address.removeprefix(self.root))
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), address))

    def _address(self, page: str, path: str) -> str:
        if ERROR.fullmatch(posixpath.basename(page)):
            return self.root + path
        return posixpath.relpath(path, posixpath.dirname(page) or ".")

    def _bundle(self) -> None:
        """Put what each page needs of our scripts into one file."""
        self.modules = {page: self._modules(page, html) for page, html in self.pages.items()}
        alone = {path: (self.folder / path,) for path in (FIRST, SEARCH, READING)}
        wanted = dict.fromkeys([*alone.values(), *self.modules.values()])
        self.scripts = bundled(wanted, {"SCOPE": self.root})
        self.first, search, reading = (self.scripts[modules] for modules in alone.values())
        self._move(SEARCH, search.encode())
        self.reading = self._keep(READING, reading.encode())
        self.names = {
            modules: self._keep("guide.js", self.scripts[modules].encode())
            for modules in set(self.modules.values())
        }

    def _modules(self, page: str, html: str) -> tuple[Path, ...]:
        paths = (self._resolved(page, src) for src in MODULE.findall(html))
        files = (self.folder / self.moved.get(path, path) for path in paths)
        return (self.folder / "shell/shell.js", *files)

    def _read_styles(self) -> None:
        paths = dict.fromkeys(
            path for page, html in self.pages.items() for path in self._stylesheets(page, html)
        )
        self.sheets = {path: Sheet((self.folder / path).read_text("utf-8"), path) for path in paths}
        # Those of every page are the theme's and ours; the others are of components.
        shared = [self.sheets[path] for path in paths if not path.startswith("components/")]
        style = "".join(sheet.cut(of_search) + icons_of_search(sheet) for sheet in shared)
        self.search_style = without_unused(style)
        self.search = self._keep("search.css", self.search_style.encode())

    def _stylesheets(self, page: str, html: str) -> list[str]:
        paths = (self._resolved(page, href) for href in STYLESHEET.findall(html))
        return [self.moved.get(path, path) for path in paths]

    def _with_style(self, page: str, html: str) -> str:
        """Put into a page, as one style, the rules that can match there."""
        script = self.scripts[self.modules[page]]
        keep = Page(html, self.first + script)
        css = "".join(self.sheets[path].cut(keep) for path in self._stylesheets(page, html))
        css = without_unused(css, html, script, self.search_style)
        first = STYLESHEET.findall(html)[0]
        html = html.replace(f'<link rel="stylesheet" href="{first}">', f"<style>{css}</style>")
        return STYLESHEET.sub("", html)

    def _with_script(self, page: str, html: str) -> str:
        """Give a page one script of ours, and its settings, in place of the theme's."""
        styles, reading = self._address(page, self.search), self._address(page, self.reading)
        ours = self._address(page, self.names[self.modules[page]])
        scripts = f'<script type="module" src="{ours}" data-reading="{reading}"></script>'
        html = replaced(EARLY, "", MODULE.sub("", html), "early scripts", 3)
        # Browsers like to paint before a script: in the midst of the header, its buttons would move.
        first = f"</header><script>{self.first}</script>"
        html = replaced(PALETTE, "", html, "script of the colours")
        html = replaced(HEADER, lambda _: first, html, "header")
        search = f' data-search data-styles="{styles}" '
        html = replaced(DATA_SEARCH, search, html, "place of search")
        if settings := SETTINGS.search(html):
            # A reader who waits for the text does not wait for what the tools say.
            asked = asked_for(json.loads(settings[1]), self.scripts[self.modules[page]])
            text = f"window.guideSettings={json.dumps(asked, ensure_ascii=False, separators=(',', ':'))}"
            kept = self._address(page, self._keep("settings.js", text.encode()))
            scripts = f'<script type="module" src="{kept}"></script>{scripts}'
            html = html.replace(settings[0], "")
        return replaced(THEME, lambda _: scripts, html, "script")

    def _with_moved(self, page: str, text: str) -> str:
        """Let a page name the one copy of each file."""
        names = {posixpath.basename(path) for path in self.moved}

        def renamed(match: re.Match[str]) -> str:
            if posixpath.basename(match[1]) not in names:
                return match[0]
            path = self._resolved(page, match[1])
            return f'"{self._address(page, self.moved[path])}"' if path in self.moved else match[0]

        return QUOTED.sub(renamed, text)


def replaced(
    pattern: re.Pattern[str],
    new: str | Callable[[re.Match[str]], str],
    html: str,
    what: str,
    times: int = 1,
) -> str:
    """Replace what the theme writes into each page.

    Raises:
        RuntimeError: it stands there another number of times: the theme writes it otherwise now.

    """
    html, found = pattern.subn(new, html)
    if found != times:
        raise RuntimeError(
            f"The theme's {what} was found {found} times on a page instead of {times}: "
            f"compare {pattern.pattern!r} in macros/slim/site.py with what it writes now."
        )
    return html


def _squeezed(html: str) -> str:
    """Leave out the white space of templates, which no browser shows."""
    parts = AS_IT_IS.split(html)
    # Three parts for each text: before it, the element that stays as it is, and its name.
    return "".join(
        part if i % 3 == 1 else re.sub(r"\s*\n\s*", "\n", part)
        for i, part in enumerate(parts)
        if i % 3 != 2
    )
