"""Composes what the pages of the finished site load: scripts, styles, data, each under its own name."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from macros.cache import kept
from macros.declarations import Declarations, Used
from macros.publish.scripts import joined, split
from macros.publish.styles import WORD, MatchedStyle

T = TypeVar("T")
FOLDER = "assets/"
# What stands in each page before its first paint; after a text by country; at the end of a page, of one
# with tools; what comes with the reader's first sign in place of the theme's script; then what is
# fetched when they open search, and when they move down a page.
FIRST = "shell/first.js"
OWN_COUNTRY = "shell/own-country.js"
BRING_SHELL = "shell/sign.js"
BRING_TOOLS = "shell/tools.js"
SHELL = (
    "shell/shell.js",
    "shell/frame.js",
    "search/opening.js",
    "shell/language.js",
    "shell/updates.js",
)
SEARCH, READING = "search/dialog.js", "shell/reading.js"
OUR_STYLE = "stylesheets/site.css"
# What ours sets for the whole page in place of the theme.
REPLACED = re.compile(r"(--md-[\w-]+):")
TAG = re.compile(r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
CLASS = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
# The class that scripts give the page (FIRST). All others that they give have a hyphen.
SCRIPTED = "js"
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
        self._overrides = overrides
        self._declarations = declarations
        sheets = sorted((theme / "assets/stylesheets").glob("*.css"))
        self._theme = MatchedStyle(
            *(each for each in sheets if each.stem.startswith(("main.", "palette."))),
            replaced={*REPLACED.findall((overrides / OUR_STYLE).read_text("utf-8"))},
        )
        # Once each, whatever the number of pages.
        self.tools = cache(self._split)
        self._words_of = cache(self._words)
        self._said = cache(_said)
        self._ours = cache(self._our_style)
        self.later_style = cache(self._later_style)

    def keep(self, name: str, content: str | bytes) -> str:
        """Write a file under a name with a hash of its content, and return its path."""
        data = content.encode() if isinstance(content, str) else content
        stem, _, suffix = name.rpartition(".")
        path = f"{FOLDER}{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{suffix}"
        self._write(path, data)
        return path

    def data(self, settings: dict[str, Any]) -> str:
        """Write what a page tells its scripts, as a script of its own: who reads does not wait for it."""
        return self.keep("settings.js", f"window.guideSettings={_json(settings)}")

    def later_data(self, settings: dict[str, Any]) -> str:
        """Write what a page tells the scripts that it loads later."""
        return self.keep("later.json", _json(settings))

    def _split(self, scripts: tuple[str, ...]) -> str:
        """Write what scripts run, as one, and beside it what they load later."""
        files = self._kept(split, *scripts)
        for name, text in files.items():
            self._write(FOLDER + name, text.encode())
        return FOLDER + next(iter(files))

    @cached_property
    def shell(self) -> str:
        """The path of what every page runs once its reader gives a sign."""
        return self.keep("shell.js", self._kept(joined, *SHELL))

    @cached_property
    def first(self) -> str:
        """What stands in each page, to run before its first paint."""
        return self._kept(joined, FIRST)

    @cached_property
    def own_country(self) -> str:
        """What stands after the text of a page that tells what holds by country."""
        return self._within(OWN_COUNTRY)

    @cached_property
    def bring_shell(self) -> str:
        """What stands at the end of a page."""
        return self._within(BRING_SHELL)

    @cached_property
    def bring_tools(self) -> str:
        """What stands at the end of a page with tools."""
        return self._within(BRING_TOOLS)

    def _within(self, script: str) -> str:
        """Return a script with names of its own: those of the first stand in the page already."""
        return f"(()=>{{{self._kept(joined, script)}}})()"

    @cached_property
    def search_script(self) -> str:
        """The path of search itself."""
        return self.keep("search.js", self._kept(joined, SEARCH))

    @cached_property
    def search_style(self) -> str:
        """The path of what is seen of search once it is open."""
        return self.keep("search.css", self._theme.of_search())

    @cached_property
    def reading(self) -> str:
        """The path of what follows the reader down a page."""
        return self.keep("reading.js", self._kept(joined, READING))

    def style(self, html: str, used: Used) -> str:
        """Return the style of a page: what it can match of the theme's, ours, its components'.

        Tools give attributes that stand in no quotes, and their pages have what matches any.
        """
        words = _named(html) | self._words_of(used.scripts)
        if "details" in words:
            words |= {"open"}  # as browsers say of those that a reader unfolds
        ours = self._ours(used.styles)
        theme = self._theme.of_page(words, ours.text)
        return theme + ours.of_page(words, theme, any_attribute=bool(used.scripts))

    def _later_style(self, styles: tuple[str, ...]) -> str:
        """Write the style that comes with what a page loads later, and return its path."""
        sheets = (self._overrides / each for each in styles)
        return self.keep("later.css", MatchedStyle(*sheets).whole)

    def _our_style(self, styles: tuple[str, ...]) -> MatchedStyle:
        return MatchedStyle(*(self._overrides / each for each in (OUR_STYLE, *styles)))

    def _words(self, scripts: tuple[str, ...]) -> frozenset[str]:
        """Return what the scripts of a page may write into it."""
        modules = self._declarations.modules((FIRST, READING, BRING_TOOLS, *SHELL, *scripts))
        return frozenset().union(*map(self._said, modules))

    def _kept(self, make: Callable[[Iterable[Path], dict[str, str]], T], *scripts: str) -> T:
        """Return what is made of scripts."""
        made_of = [make.__name__, *scripts, *self._values.values()]
        modules = [self._overrides / each for each in scripts]
        return kept(
            "script",
            [*self._sources, *(each.encode() for each in made_of)],
            lambda: make(modules, self._values),
        )

    def _write(self, path: str, data: bytes) -> None:
        (self._site / FOLDER).mkdir(parents=True, exist_ok=True)
        (self._site / path).write_bytes(data)

    @cached_property
    def _sources(self) -> list[bytes]:
        """All that a script can be joined of, and how."""
        files = [Path(__file__).with_name("scripts.py"), *sorted(self._overrides.rglob("*.js"))]
        names = [file.relative_to(self._overrides).as_posix().encode() for file in files[1:]]
        return [*names, *(file.read_bytes() for file in files)]


def _said(module: Path) -> frozenset[str]:
    """Return what a script may write into a page: each word in quotes, or its beginning."""
    texts = STRING.findall(module.read_text("utf-8"))
    said = (word.partition("${")[0] for text in texts for word in text[1:-1].split())
    words = {word for word in said if WORD.fullmatch(word)}
    return frozenset(words | {f".{each}" for each in words if "-" in each or each == SCRIPTED})


def _named(html: str) -> frozenset[str]:
    """Return what the elements of a page are called: tags, all words of their attributes, classes."""
    tags = "".join(TAG.findall(html))
    classes = (each for found in CLASS.findall(tags) for each in WORD.findall(" ".join(found)))
    return frozenset((*WORD.findall(tags), *(f".{each}" for each in classes)))


def _json(settings: dict[str, Any]) -> str:
    return json.dumps(settings, ensure_ascii=False, separators=(",", ":"))
