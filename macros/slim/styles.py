"""Cuts stylesheets to the rules that can match a page; what scripts switch on counts as matched."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache

import tinycss2
from selectolax.lexbor import LexborHTMLParser
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

# A state, or a place among siblings that scripts change: the rule is kept for the element itself.
# What stands in brackets is no state: `[style*="a:b"]`.
FUNCTION = re.compile(r"(\[[^\]]*\])|::?[\w-]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
PSEUDO = re.compile(r"(\[[^\]]*\])|::?[\w-]+")
# Attributes that no script changes; any other one may appear at any time.
FIXED = re.compile(
    r"\[(?:dir|for|role|src|type|data-md-toggle|data-md-component|data-md-type|data-md-color-\w+)\b[^\]]*\]"
)
ATTRIBUTE = re.compile(r"\[([\w-]+)[^\]]*\]")
# Attributes that browsers set, or that say what a script may say by a property.
OF_BROWSERS = {
    "checked",
    "class",
    "disabled",
    "hidden",
    "id",
    "open",
    "readonly",
    "required",
    "tabindex",
}
# What is seen of search only once it is open comes with what search needs.
OPENED = re.compile(r"\[data-md-toggle=search\]:checked|md-search-result")
COLOUR = re.compile(r"\[data-md-color-(\w+)=\"?([\w-]+)\"?\]")
STATE_CLASS = re.compile(
    r"\.(?:js|no-js|focus-visible)(?![\w-])|(?<=[\w-])--(?:active|passed|shadow)(?![\w-])"
)
TEMPLATE = re.compile(r"<template\b.*?</template>", re.DOTALL)
NAME = re.compile(r"[.#]([\w-]+)")
TAG = re.compile(r"(?:^|[\s>+~])([a-z][\w-]*)")
# A custom property of a rule, its value with quotes and two levels of parentheses.
VALUE = r"(?:[^;{}\"()]|\"[^\"]*\"|\((?:[^()\"]|\"[^\"]*\"|\([^()]*\))*\))*"
CUSTOM = re.compile(rf"(?<=[{{;])(--[\w-]+):{VALUE}(?:;|(?=\}}))")
USE = re.compile(r"--[\w-]+(?=[\s,)])")
KEYFRAMES = re.compile(r"@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
# At-rules that hold rules, and those that count at the head of a file only.
GROUPS = ("container", "layer", "media", "scope", "supports")
NOT_WITHIN = ("import", "namespace")


class Page:
    """What rules can match on a page: its elements in any state, and what its scripts make."""

    def __init__(self, html: str, script: str) -> None:
        # What a template holds is put into the page by a script.
        opened = re.sub(r"<(/?)template\b", r"<\1div", html)
        self._parsed = LexborHTMLParser(opened)
        self._colours = set(
            COLOUR.findall(re.sub(r" (data-md-color-\w+=\"[\w-]+\")", r"[\1]", opened))
        )
        classes, attributes, tags = _said(script)
        self._own = _names(opened)
        self._names = self._own | classes
        self._attributes = attributes | set(re.findall(r"\s([a-z][a-z-]*)(?:=|(?=[\s>]))", opened))
        self._tags = tags | _tags(opened)
        # What a script makes has a class that it gives, a tag that it says, or comes out of a template.
        templates = "".join(TEMPLATE.findall(html))
        self._made_names = classes | _names(templates)
        self._beginnings = tuple(name for name in classes if name.endswith("-"))
        self._made_tags = tags | _tags(templates)
        self._known: dict[str, bool] = {}

    def __call__(self, selector: "Selector") -> bool:
        """Tell whether an element can match, in one of its states."""
        if selector.is_opened or not self._colours >= selector.colours:
            return False
        if not all(self._is_completed(name) for name in selector.names - self._names):
            return False
        if selector.attributes - self._attributes:
            return False
        if selector.bare not in self._known:
            is_there = self._own >= selector.names and bool(self._parsed.css_first(selector.bare))
            self._known[selector.bare] = is_there or self._may_be_made(selector)
        return self._known[selector.bare]

    def _may_be_made(self, selector: "Selector") -> bool:
        is_made = selector.tags & self._made_tags or any(
            name in self._made_names or self._is_completed(name) for name in selector.names
        )
        return bool(is_made) and self._tags >= selector.tags and "[dir=rtl]" not in selector.bare

    def _is_completed(self, name: str) -> bool:
        """Tell whether a script says the beginning of a class: `se-badge--${kind}`."""
        return name.startswith(self._beginnings)


def _names(html: str) -> set[str]:
    """Return the classes and ids that elements have."""
    values = re.findall(r'\b(?:class|id)="([^"]*)"', html)
    return {name for value in values for name in value.split()}


def _tags(html: str) -> set[str]:
    return set(re.findall(r"<([a-z][\w-]*)", html))


@cache  # pages of one kind have one script
def _said(script: str) -> tuple[set[str], set[str], set[str]]:
    """Return the classes, attributes and tags that a script may give."""
    words = set(re.findall(r"[\w-]+", script))
    classes = {word for word in words if word.startswith(("se-", "md-"))}
    # An attribute may be said by a property: `dataset.mdColorScheme`.
    of_data = {
        f"data-{re.sub('[A-Z]', lambda match: f'-{match[0].lower()}', word)}" for word in words
    }
    return classes, OF_BROWSERS | words | of_data, set(re.findall(r'"([a-z]\w*)"', script))


def of_search(selector: "Selector") -> bool:
    """Tell whether a rule is about search, or about what is seen once it is open."""
    text = selector.text
    return ("md-search" in text or bool(OPENED.search(text))) and "[dir=rtl]" not in text


class Selector:
    """A selector as written, and `bare`: without what a script or the reader can change."""

    def __init__(self, text: str) -> None:
        self.text = text
        bare = without_states(text)
        # Not those within :not(), :is() and the like: one of several may be enough.
        self.attributes = set(ATTRIBUTE.findall(FUNCTION.sub(r"\1", text)))
        self.is_opened = bool(OPENED.search(text))
        self.colours = set(COLOUR.findall(bare))
        self.bare = _filled(COLOUR.sub("", bare))
        self.names = set(NAME.findall(self.bare))
        self.tags = set(TAG.findall(self.bare))


Keep = Callable[[Selector], bool]


def icons_of_search(sheet: "Sheet") -> str:
    """Return the icons of search, which the theme keeps with those of everything."""
    rules = sheet.cut(lambda selector: selector.text == ":root")
    icons = [match[0] for match in CUSTOM.finditer(rules) if match[1].startswith("--md-search")]
    return f":root{{{''.join(icons)}}}" if icons else ""


@dataclass
class _Rule:
    selectors: list[Selector]
    declarations: str


@dataclass
class _Group:
    prelude: str
    rules: "list[_Rule | _Group | str]"


class Sheet:
    """A stylesheet, read once and cut many times.

    Raises:
        RuntimeError: something in it could not be read, or cannot stand in the midst of a style.

    """

    def __init__(self, css: str, name: str = "a stylesheet") -> None:
        nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        try:
            self._rules = _read(nodes)
        except ValueError as error:
            raise RuntimeError(f"{name}: {error}") from None

    def cut(self, keep: Keep) -> str:
        """Return the rules that have a selector to keep, written short."""
        return _cut(self._rules, keep)


def _read(nodes: Iterable[Node]) -> "list[_Rule | _Group | str]":
    rules: list[_Rule | _Group | str] = []
    for node in nodes:
        if isinstance(node, QualifiedRule):
            selectors = [Selector(each) for each in _selectors(node)]
            rules.append(_Rule(selectors, _declarations(node)))
        elif not isinstance(node, AtRule):
            line = f"line {node.source_line}: "
            raise ValueError(line + getattr(node, "message", f"{node.type} stands outside a rule"))
        elif node.content is None and node.lower_at_keyword in NOT_WITHIN:
            raise ValueError(
                f"line {node.source_line}: @{node.at_keyword} counts at the head of a file only, "
                "and pages have one style made of several: write its rules out"
            )
        elif node.lower_at_keyword != "charset":  # of a file; a page says its own
            rules.append(_at_rule(node))
    return rules


def _at_rule(node: AtRule) -> "_Group | str":
    prelude = f"@{node.at_keyword} {tinycss2.serialize(node.prelude).strip()}".strip()
    if node.content is None:
        return f"{prelude};"
    if node.lower_at_keyword not in GROUPS:
        return f"{prelude}{{{_squeezed(node.content)}}}"
    inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
    return _Group(prelude, _read(inner))


def _cut(rules: "list[_Rule | _Group | str]", keep: Keep) -> str:
    kept = []
    for rule in rules:
        if isinstance(rule, str):
            kept.append(rule)
        elif isinstance(rule, _Rule):
            selectors = [each.text for each in rule.selectors if keep(each)]
            if selectors:
                kept.append(f"{','.join(selectors)}{{{rule.declarations}}}")
        elif inner := _cut(rule.rules, keep):
            kept.append(f"{rule.prelude}{{{inner}}}")
    return "".join(kept)


def without_states(selector: str) -> str:
    """Return a selector without what a script or the reader can change."""
    bare = STATE_CLASS.sub("", PSEUDO.sub(r"\1", FUNCTION.sub(r"\1", selector)))
    return _filled(ATTRIBUTE.sub(lambda match: match[0] if FIXED.fullmatch(match[0]) else "", bare))


def _filled(selector: str) -> str:
    """Put `*` where nothing is left between two combinators."""
    parts = re.split(r"(\s*[>+~]\s*|\s+)", selector.strip())
    return "".join(part if i % 2 else part or "*" for i, part in enumerate(parts))


def _selectors(rule: QualifiedRule) -> Iterator[str]:
    one: list[Node] = []
    for node in rule.prelude:
        if node == ",":
            yield _squeezed(one)
            one = []
        else:
            one.append(node)
    yield _squeezed(one)


def _declarations(rule: QualifiedRule) -> str:
    """Return what a rule says; with rules nested in it, as it is: they go with the rule around them."""
    content = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    for each in content:
        if each.type == "error":
            raise ValueError(f"line {each.source_line}: {each.message}")
    if not all(isinstance(each, Declaration) for each in content):
        return _squeezed(rule.content)
    return ";".join(
        f"{each.name}:{_squeezed(each.value)}{'!important' if each.important else ''}"
        for each in content
    )


def _squeezed(nodes: Iterable[Node]) -> str:
    """Write short, but for what stands in quotes."""
    return "".join(
        " " if node.type == "whitespace" else node.serialize()
        for node in nodes
        if node.type != "comment"
    ).strip()


def without_unused(css: str, *others: str) -> str:
    """Leave out the custom properties and animations that nothing refers to, here or in other texts."""
    return _without_unused(css, frozenset().union(*map(_asked_of, others)))


@lru_cache(maxsize=64)  # scripts and styles come again, pages do not
def _asked_of(text: str) -> frozenset[str]:
    """Return the custom properties that a text uses and does not declare."""
    return frozenset(USE.findall(text)).difference(match[1] for match in CUSTOM.finditer(text))


@cache  # pages of one kind have one style
def _without_unused(css: str, used_elsewhere: frozenset[str]) -> str:
    size = None
    while size != len(css):
        size = len(css)
        css = _kept(CUSTOM, used_elsewhere | set(USE.findall(css)), css)
    moves = " ".join(re.findall(r"animation(?:-name)?:([^;}]*)", css))
    css = _kept(KEYFRAMES, set(moves.split()), css)
    return re.sub(r"[^{};]+\{\}", "", css)


def _kept(pattern: re.Pattern[str], names: Set[str], css: str) -> str:
    return pattern.sub(lambda match: match[0] if match[1] in names else "", css)
