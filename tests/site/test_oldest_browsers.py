"""The oldest browsers named in the README have all that the guide cannot do without.

`tests/browsers.json` names by their place in MDN's browser-compat-data the newer features that we
need, each with a file and what it looks like there, and those that we do without, each with what
is seen then. `ours` are names that browsers have too, and that mean something of ours. What stands
in a string, such as an attribute set by a script, is not seen.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from lxml import html

from tests.conftest import ROOT

DATA = ROOT / ".browsers/node_modules/@mdn/browser-compat-data/data.json"
FEATURES = json.loads((ROOT / "tests/browsers.json").read_text(encoding="utf-8"))
# A desktop's and a phone's: the README names one number for both.
BROWSERS = {
    "chrome": ("chrome", "chrome_android"),
    "firefox": ("firefox", "firefox_android"),
    "safari": ("safari", "safari_ios"),
}
Version = tuple[int, ...]
NEVER: Version = (9999,)
# What our scripts hold objects of: a name means what it means on one of these.
HELD = re.compile(
    r"Blob|Cache|CacheStorage|Clients|Clipboard|Crypto|CustomElementRegistry|Document"
    r"|DocumentFragment|DOMTokenList|Element|EventTarget|FormData|Headers|History|HTML\w*Element"
    r"|(Custom|Extendable|Fetch|Input|Keyboard|Message|Mouse|Pointer|Storage|Submit|Toggle|UI)?Event"
    r"|Location|MediaQueryList|Navigator|NetworkInformation|Node|PerformanceNavigationTiming"
    r"|Request|ResizeObserver|Response|ServiceWorker\w*|Storage|StorageManager|SubtleCrypto"
    r"|Text(De|En)coder|URL|URLSearchParams|VisualViewport|Window"
)

pytestmark = pytest.mark.slow


@cache
def known() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return data


def feature(path: str) -> Any:
    """Return what is known of a feature, or None."""
    node: Any = known()
    for name in path.split("."):
        node = (node or {}).get(name)
    return node


def since(path: str, browser: str) -> Version:
    """Say from which version on a browser has a feature whole, under its own name."""
    support = feature(path)["__compat"]["support"].get(browser, [])
    excluded = {"prefix", "alternative_name", "flags", "partial_implementation", "version_removed"}
    versions = [
        tuple(int(part) for part in each["version_added"].lstrip("≤").split("."))
        for each in (support if isinstance(support, list) else [support])
        if not excluded & each.keys() and each["version_added"] not in (False, "preview")
    ]
    return min(versions, default=NEVER)


@cache
def needs(path: str) -> dict[str, Version]:
    """Say which version of each browser has a feature, on a desktop and on a phone."""
    return {name: max(since(path, each) for each in both) for name, both in BROWSERS.items()}


def oldest() -> dict[str, Version]:
    return {name: max(needs(path)[name] for path in FEATURES["needed"]) for name in BROWSERS}


def is_newer(path: str) -> bool:
    return any(needs(path)[name] > oldest()[name] for name in BROWSERS)


def is_excused(path: str) -> bool:
    """Whether we do without a feature, or without the one that it is a value of."""
    return path.startswith("css.properties.-") or any(
        f"{path}.".startswith(f"{each}.") for each in FEATURES["done_without"]
    )


def is_known(path: str) -> bool:
    return "__compat" in (feature(path) or {})


def rules(nodes: Any) -> Iterator[Any]:
    """Yield each rule of a stylesheet, those within others too."""
    for node in nodes:
        if node.type in ("qualified-rule", "at-rule"):
            yield node
            if node.type == "at-rule" and node.content and node.lower_at_keyword != "page":
                yield from rules(tinycss2.parse_blocks_contents(node.content))


def values(tokens: Any) -> Iterator[Any]:
    for token in tokens:
        yield token
        if token.type == "function":
            yield from values(token.arguments)


def styled(sheet: str) -> Iterator[str]:
    """Yield the place in the data of what a stylesheet may use; not each is one."""
    for rule in rules(tinycss2.parse_stylesheet(sheet)):
        prelude = tinycss2.serialize(rule.prelude)
        if rule.type == "at-rule":
            yield f"css.at-rules.{rule.lower_at_keyword}"
            for name in re.findall(r"\(([a-z-]+)", prelude):
                yield f"css.at-rules.{rule.lower_at_keyword}.{name}"
            continue
        for name in re.findall(r":([a-z][a-z-]*)", prelude):
            yield f"css.selectors.{name}"
        for declaration in tinycss2.parse_blocks_contents(rule.content):
            if declaration.type != "declaration":
                continue
            yield f"css.properties.{declaration.lower_name}"
            for token in values(declaration.value):
                if token.type == "ident":
                    yield f"css.properties.{declaration.lower_name}.{token.lower_value}"
                elif token.type == "function":
                    yield f"css.types.{token.lower_name}"
                elif token.type == "dimension":
                    yield f"css.types.length.{token.lower_unit}"


def marked_up(page: Any) -> Iterator[str]:
    """Yield the place in the data of what a page may use; not each is one."""
    for element in page.iter("*"):
        yield f"html.elements.{element.tag}"
        for name, value in element.attrib.items():
            yield f"html.global_attributes.{name}"
            yield f"html.elements.{element.tag}.{name}"
            if name in ("type", "rel"):
                yield f"html.elements.{element.tag}.{name}.{value}"


@pytest.fixture(scope="module")
def shipped(site: Path) -> set[str]:
    """What the finished site uses of HTML and CSS."""
    pages = [html.parse(str(page)) for page in site.rglob("*.html")]
    sheets = {sheet.text for page in pages for sheet in page.iter("style")}
    sheets |= {sheet.read_text(encoding="utf-8") for sheet in site.rglob("*.css")}
    used = {path for page in pages for path in marked_up(page)}
    used |= {path for sheet in sheets if sheet for path in styled(sheet)}
    return {path for path in used if is_known(path)}


def scripts() -> str:
    """All scripts, without what their comments say."""
    whole = "\n".join(
        file.read_text(encoding="utf-8") for file in sorted((ROOT / "overrides").rglob("*.js"))
    )
    return re.sub(r"/\*.*?\*/|(?<![:\"'`\\])//[^\n]*", "", whole, flags=re.DOTALL)


def meanings() -> dict[str, set[str]]:
    """Say of each name in our scripts what it may mean to a browser, as places in the data."""
    names = set(re.findall(r"(?<=\.)[a-z]\w*|\b[A-Z]\w+", scripts()))
    found: dict[str, set[str]] = {}
    for room in ("javascript.builtins", "api"):
        for holder, members in feature(room).items():
            if room == "api" and not HELD.fullmatch(holder):
                continue
            for path in (f"{room}.{holder}", *(f"{room}.{holder}.{each}" for each in members)):
                name = path.rpartition(".")[2].removesuffix("_static")
                if name in names and is_known(path):
                    found.setdefault(name, set()).add(path)
    return found


@pytest.mark.parametrize("path", FEATURES["needed"])
def test_each_feature_that_is_needed_is_used_where_it_is_said_to_be(path: str) -> None:
    file, looks = FEATURES["needed"][path]

    assert is_known(path)
    assert looks in (ROOT / file).read_text(encoding="utf-8")


def test_the_readme_names_the_oldest_browsers_in_both_languages() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    said = {name: ".".join(map(str, version)) for name, version in oldest().items()}

    assert "Chrome and Edge {chrome}, Firefox {firefox}, Safari {safari}".format(**said) in readme
    assert "Chrome et Edge {chrome}, Firefox {firefox}, Safari {safari}".format(**said) in readme


def test_pages_and_styles_use_nothing_newer_that_is_not_done_without(shipped: set[str]) -> None:
    assert [path for path in sorted(shipped) if is_newer(path) and not is_excused(path)] == []


def test_scripts_name_nothing_newer_that_is_not_done_without() -> None:
    newer = {name: paths for name, paths in meanings().items() if all(map(is_newer, paths))}
    meant = {name: paths for name, paths in newer.items() if not any(map(is_excused, paths))}

    assert meant.keys() == set(FEATURES["ours"])


def test_nothing_is_done_without_that_is_not_used(shipped: set[str]) -> None:
    used = shipped.union(*meanings().values())

    assert FEATURES["done_without"].keys() - used == set()
