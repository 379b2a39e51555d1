"""What the components of overrides/ declare in component.yml, held to what their scripts say.

A page gets the words and data that the modules of its components declare, and no others: a word
that a script says undeclared stops the build, as does one that is declared and not said.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import Field

from macros.content.models.base import Model
from macros.content.yaml_files import check, read

SHARED = "shared"
DECLARATION = "component.yml"
IMPORT = re.compile(r'^(?:import|export)\b[^;"]*"(\.[^"]+)";', re.MULTILINE)
# What is loaded only once it is needed.
LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
CALL = re.compile(r"(?<![\w.#])word\(\s*")
# Where a module that is given `word` says it and does not call it.
GIVEN = re.compile(r"^import [^;]*\bword\b[^;]*;", re.MULTILINE)
ASIDE = re.compile(
    r"""//.*|/\*[\s\S]*?\*/|"[^"\n]*"|`[^`]*`|^import (?:(?!\bword as\b)[^;])*;"""
    r"""|(?<![\w.#])(?P<word>word)\b(?!\s*[(:])""",
    re.MULTILINE,
)
LITERAL = re.compile(r'"([\w.-]+)"')
# A name whose end a value completes: all words that begin so are declared by a star.
FAMILY = re.compile(r"`([a-z-]+\.[\w-]*-)\$\{")
SETTING = re.compile(r"(?<![\w.#])settings\.(\w+)|[{,]\s*(\w+)(?=[^{}]*\} = settings;)")
# What leads elsewhere once styles stand in pages and scripts are joined, and what does not.
ELSEWHERE = {
    ".css": (re.compile(r"""\burl\((?!\s*["']?(?:data:|#))[^)]*\)"""), "a picture written as data"),
    ".js": (
        re.compile(r"""\bimport\.meta\b[.\w]*|\bimport\([`'][^)]*\)"""),
        'import("./a-module.js"), or an address that the template writes',
    ),
}
# What every page with a tool tells its scripts.
ALWAYS = frozenset({"lang", "calendar", "register", "words"})


class DeclarationError(Exception):
    """A script and its declaration differ; a sentence for each difference."""


class Entry(Model):
    """Where scripts enter, the components within the markup, and those whose style alone it needs."""

    script: str
    needs: list[str] = Field(default_factory=list)
    styles: list[str] = Field(default_factory=list)


class Module(Model):
    """What one script says, and what it reads of its page's data."""

    says: list[str] = Field(default_factory=list)
    reads: list[str] = Field(default_factory=list)


class Declaration(Model):
    """A component.yml; a component with one script, of its own name, need not say where it enters.

    Its `later_styles` come with the scripts that it loads later.
    """

    enters: dict[str, Entry] = Field(default_factory=dict)
    needs: list[str] = Field(default_factory=list)
    styles: list[str] = Field(default_factory=list)
    later_styles: list[str] = Field(default_factory=list)
    modules: dict[str, Module] = Field(default_factory=dict)


@dataclass(frozen=True)
class Used:
    """What a page needs for its components: paths below overrides/, names of words and of data."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    words: tuple[str, ...]
    data: tuple[str, ...]
    later_words: tuple[str, ...] = ()
    later_data: tuple[str, ...] = ()
    later_styles: tuple[str, ...] = ()

    @property
    def at_once(self) -> "Used":
        """The same, where nothing waits."""
        words, data = self.words + self.later_words, self.data + self.later_data
        return replace(
            self,
            styles=self.styles + self.later_styles,
            words=words,
            data=data,
            later_words=(),
            later_data=(),
            later_styles=(),
        )


Use = tuple[tuple[tuple[str, str], ...], tuple[str, ...]]


class Declarations:
    """What all components of a folder of overrides declare.

    Args:
        overrides: the folder.
        words: the words of the interface, by component and name.
        data: the names of what can be read beside words (macros/page_data.py).

    Raises:
        ContentError: a component.yml cannot be read.
        DeclarationError: a script and its declaration differ, or an address would lead elsewhere.

    """

    def __init__(
        self, overrides: Path, words: Mapping[str, Iterable[str]], data: Iterable[str]
    ) -> None:
        self._overrides = overrides
        self._words = tuple(f"{tag}.{name}" for tag, names in words.items() for name in names)
        self._data = frozenset(data)
        folders = [
            *sorted(each for each in (overrides / "components").iterdir()),
            overrides / SHARED,
        ]
        self._by_tag = {folder.name: _declaration(folder) for folder in folders}
        files = sorted(overrides.rglob("*.js"))
        self._imports = {file: tuple(_imported(file, IMPORT)) for file in files}
        self._later = {file: tuple(_imported(file, LATER)) for file in files}
        self._used: dict[Use, Used] = {}  # most pages use what another does
        wrong = [each for folder in folders for each in self._differences(folder)]
        if wrong := [*wrong, *_leading_elsewhere(overrides)]:
            raise DeclarationError("\n".join(wrong))

    def used(self, views: Mapping[str, str], borrowed: Iterable[str] = ()) -> Used:
        """Return what a page needs.

        Args:
            views: its components, each with its view; of one that has a single view, its tag.
            borrowed: the components whose style alone it needs.

        """
        use = tuple(views.items()), tuple(borrowed)
        if use not in self._used:
            self._used[use] = self._used_by(*use)
        return self._used[use]

    def _used_by(self, views: tuple[tuple[str, str], ...], borrowed: tuple[str, ...]) -> Used:
        entries: dict[str, str] = {}
        styles: dict[str, None] = {}
        shared = self._by_tag[SHARED].needs if views else []
        for tag, view in (*((tag, tag) for tag in shared), *views):
            self._enter(tag, view, entries, styles)
        styles |= dict.fromkeys(borrowed)
        later = [each for tag in entries for each in self._by_tag[tag].later_styles]
        scripts = tuple(f"components/{tag}/{script}" for tag, script in entries.items())
        words, data = self._told(self._modules(scripts, self._imports))
        all_words, all_data = self._told(self.modules(scripts))
        return Used(
            scripts=scripts,
            styles=_sheets(styles),
            words=tuple(words),
            data=tuple(data),
            later_words=tuple(name for name in all_words if name not in words),
            later_data=tuple(name for name in all_data if name not in data),
            later_styles=_sheets(tag for tag in later if tag not in styles),
        )

    def modules(self, scripts: Iterable[str]) -> list[Path]:
        """Return the modules that scripts below overrides/ come with, at once or later."""
        return self._modules(scripts, self._imports, self._later)

    def _modules(
        self, scripts: Iterable[str], *imports: Mapping[Path, tuple[Path, ...]]
    ) -> list[Path]:
        found: dict[Path, None] = {}
        left = [self._overrides / script for script in scripts]
        while left:
            file = left.pop()
            if file not in found:
                found[file] = None
                left += [each for imported in imports for each in imported[file]]
        return [*found]

    def _told(self, modules: Iterable[Path]) -> tuple[dict[str, None], dict[str, None]]:
        """Return the names of the words that modules say, and of the data that they read."""
        declared = [self._module(file) for file in modules]
        words = (name for each in declared for name in self._said(each.says))
        return dict.fromkeys(words), dict.fromkeys(name for each in declared for name in each.reads)

    def _enter(self, tag: str, view: str, entries: dict[str, str], styles: dict[str, None]) -> None:
        own = self._by_tag[tag]
        entry = own.enters.get(view) or Entry(script=f"{tag}.js")
        for needed in (*own.needs, *entry.needs):
            self._enter(needed, needed, entries, styles)
        entries[tag] = entry.script
        at_once = [tag, *own.styles, *entry.styles]
        styles |= dict.fromkeys(each for each in at_once if each not in own.later_styles)

    def _module(self, file: Path) -> Module:
        declaration = self._by_tag.get(file.parent.name)
        return (declaration and declaration.modules.get(file.name)) or Module()

    def _said(self, says: Iterable[str]) -> Iterator[str]:
        for name in says:
            if name.endswith("*"):
                yield from (word for word in self._words if word.startswith(name[:-1]))
            else:
                yield name

    def _differences(self, folder: Path) -> Iterator[str]:
        own = self._by_tag[folder.name]
        place = folder / DECLARATION
        for name in own.modules.keys() - {file.name for file in folder.glob("*.js")}:
            yield f"{place}: {name} is no script of this folder: remove it"
        for name in sorted(
            {*own.needs, *own.styles, *own.later_styles}.union(
                *([*e.needs, *e.styles] for e in own.enters.values())
            )
        ):
            if name not in self._by_tag:
                yield f"{place}: no component is called {name}: correct it"
        for file in sorted(folder.glob("*.js")):
            module = self._module(file)
            yield from self._differences_of(file, module, place)

    def _differences_of(self, file: Path, module: Module, place: Path) -> Iterator[str]:
        code = file.read_text("utf-8")
        said = set()
        for line, argument in _calls(code):
            literal, family = LITERAL.match(argument), FAMILY.match(argument)
            if literal or family:
                said.add(literal[1] if literal else f"{family[1]}*" if family else "")
            else:
                yield (
                    f"{file}, line {line}: found word({argument}; expected a name in quotes, or one "
                    "whose end alone is a value, as in word(`keep-health.state-${state}`): write it so"
                )
        for mention in ASIDE.finditer(code) if GIVEN.search(code) else ():
            if mention["word"]:
                yield (
                    f"{file}, line {_line(code, mention)}: found word under another name, or handed on; "
                    'expected a call, as in word("keep-health.never"): write it so'
                )
        declared = {*module.says}
        for name in sorted(said - declared):
            yield f"{file} says {name}, which {place} does not declare: add it to its says"
        for name in sorted(declared - said):
            yield f"{place} declares {name}, which {file} does not say: remove it from its says"
        for name in sorted(declared):
            if not {*self._said([name])} & {*self._words}:
                yield f"{place}: {name} is no word of docs/data/words.yml: correct it, or add the word"
        asked = {one or other for one, other in SETTING.findall(code)}
        for name in sorted(asked - ALWAYS - {*module.reads}):
            yield f"{file} reads {name}, which {place} does not declare: add it to its reads"
        for name in sorted({*module.reads} - self._data):
            yield f"{place}: {name} is nothing that macros/page_data.py gives: correct it"


def _sheets(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"components/{tag}/{tag}.css" for tag in tags)


def _declaration(folder: Path) -> Declaration:
    return check(Declaration, read(folder / DECLARATION))


def _imported(file: Path, pattern: re.Pattern[str]) -> Iterator[Path]:
    for address in pattern.findall(file.read_text("utf-8")):
        yield Path(posixpath.normpath((file.parent / address).as_posix()))


def _calls(code: str) -> Iterator[tuple[int, str]]:
    """Give each call of `word` by its line, from its argument on."""
    for match in CALL.finditer(code):
        if not code[: match.start()].endswith("function "):
            yield _line(code, match), code[match.end() :].partition("\n")[0]


def _leading_elsewhere(overrides: Path) -> Iterator[str]:
    for file in sorted(overrides.rglob("*")):
        if file.suffix in ELSEWHERE:
            pattern, expected = ELSEWHERE[file.suffix]
            code = file.read_text("utf-8")
            for match in pattern.finditer(code):
                yield (
                    f"{file}, line {_line(code, match)}: found {match[0]}, which leads elsewhere in the "
                    f"finished site; expected {expected}: write it so"
                )


def _line(code: str, match: re.Match[str]) -> int:
    return code.count("\n", 0, match.start()) + 1
