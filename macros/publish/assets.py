"""Composes what the pages of the finished site load: scripts, styles, data, each under its own name."""

import hashlib
import re
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path

from macros.cache import digest, files_in, kept
from macros.declarations import Declarations, Used
from macros.publish.scripts import joined
from macros.publish.styles import WORD, MatchedStyle

FOLDER = "assets/"
# What writes into a page beside its tools, where it has any.
BESIDE = ("shell/first.js", "shell/tools.js", "shell/shell.js", "shell/reading.js")
OUR_STYLE = "stylesheets/site.css"
# What ours sets for the whole page in place of the theme.
REPLACED = re.compile(r"(--md-[\w-]+):")
TAG = re.compile(r"""<[a-z][^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>""", re.I)
CLASS = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.I)
# https://v8.dev/blog/explicit-compile-hints: nothing is compiled at the reader's first press.
HINT = "//# allFunctionsCalledOnLoad\n"
STRING = re.compile(r'"[^"\n]*"|`[^`]*`')


class Assets:
    """The files beside the pages of a site, for every language; each is named after its content.

    Args:
        site: the folder of the site.
        root: the path of its address.
        overrides: the folder of our templates, scripts and styles.
        theme: the folder of the theme's.
        declarations: what the components of `overrides` need.

    """

    def __init__(
        self, site: Path, root: str, overrides: Path, theme: Path, declarations: Declarations
    ) -> None:
        self._site = site
        self._values = {"SCOPE": root}
        self._sources = digest(files_in(overrides, suffix=".js"))
        self._overrides = overrides
        self._declarations = declarations
        sheets = sorted((theme / "assets/stylesheets").glob("*.css"))
        self._theme = MatchedStyle(
            *(each for each in sheets if each.stem.startswith(("main.", "palette."))),
            replaced={*REPLACED.findall((overrides / OUR_STYLE).read_text("utf-8"))},
        )
        # Once each, whatever the number of pages.
        self.inline = cache(self._inline)
        self.script = cache(self._script)
        self.later_style = cache(self._later_style)
        self._ours = cache(lambda styles: MatchedStyle(*self._files((OUR_STYLE, *styles))))
        self._said = cache(_said)

    def keep(self, name: str, content: str | bytes) -> str:
        """Write a file under a name with a hash of its content, and return its path."""
        data = content.encode() if isinstance(content, str) else content
        stem, _, suffix = name.rpartition(".")
        return self._write(f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{suffix}", data)

    def _inline(self, script: str) -> str:
        """Return a script to stand in a page, its names its own."""
        return f"(()=>{{{next(iter(self._joined('inline', script).values()))}}})()"

    def _script(self, name: str, *scripts: str) -> str:
        """Write what scripts run, as one, and beside it what they load later; return the path of the one."""
        files = self._joined(name, *scripts).items()
        first, *_ = [self._write(file, (HINT + text).encode()) for file, text in files]
        return first

    @cached_property
    def search_style(self) -> str:
        """The path of what is seen of search once it is open, with the page's custom properties."""
        return self.keep("search.css", self._theme.of_search)

    def _later_style(self, styles: tuple[str, ...]) -> str:
        """Write the style that comes with what a page loads later, and return its path."""
        return self.keep("later.css", MatchedStyle(*self._files(styles)).whole)

    def style(self, html: str, used: Used) -> str:
        """Return the style of a page: what it can match of the theme's, ours, its components'.

        Tools give attributes that stand in no quotes, and their pages have what matches any.
        """
        modules = self._declarations.modules((*BESIDE, *used.scripts))
        words = _named(html).union(*map(self._said, modules))
        if "details" in words:
            words |= {"open"}  # as browsers say of those that a reader unfolds
        ours = self._ours(used.styles)
        # Search declares its own icons, and takes all else from the page.
        beside = ours.text + re.sub(r"--md-search[\w-]*", "", self._theme.of_search)
        theme = self._theme.of_page(words, beside)
        words |= {f".{each}" for each in words}  # scripts give what classes of ours they like
        return theme + ours.of_page(words, theme, any_attribute=bool(used.scripts))

    def _joined(self, name: str, *scripts: str) -> dict[str, str]:
        code = Path(__file__).with_name("scripts.py").read_bytes()
        made_of = [self._sources, code, repr((name, scripts, self._values)).encode()]
        modules = self._files(scripts)
        return kept("script", made_of, lambda: joined(name, modules, self._values))

    def _files(self, paths: Iterable[str]) -> list[Path]:
        return [self._overrides / path for path in paths]

    def _write(self, name: str, data: bytes) -> str:
        file = self._site / FOLDER / name
        if not file.exists():  # the name says what is in it
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        return FOLDER + name


def _said(module: Path) -> frozenset[str]:
    """Return what a script may write into a page: each word in quotes, or its beginning."""
    texts = STRING.findall(module.read_text("utf-8"))
    said = (word.partition("${")[0] for text in texts for word in text[1:-1].split())
    words = {word for word in said if WORD.fullmatch(word)}
    # A class of the theme's that scripts give has a hyphen, but that of the page (shell/first.js).
    return frozenset(words | {f".{each}" for each in words if "-" in each or each == "js"})


def _named(html: str) -> frozenset[str]:
    """Return what the elements of a page are called: tags, all words of their attributes, classes."""
    tags = "".join(TAG.findall(html))
    classes = (each for found in CLASS.findall(tags) for each in WORD.findall(" ".join(found)))
    names = map(str.lower, re.findall(r"<(\w+)", tags))
    return frozenset((*WORD.findall(tags), *names, *(f".{each}" for each in classes)))
