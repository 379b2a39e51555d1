"""Writes styles for the finished site: of the theme's, and of ours, what a page can match."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule
from tinycss2.ast import Declaration as DeclarationNode

from macros import cache
from macros.publish.errors import PublishError

WORD = re.compile(r"[\w-]+")
# Where lines end, which they cannot within quotes.
BLANK = re.compile(r"\s*\n\s*")
# At-rules that hold rules.
GROUPS = ("container", "layer", "media", "supports")
# What is seen of search only once it is open, and all of search.
OPENED = re.compile(r"md-search-result|\[data-md-toggle=search\]:checked")
SEARCH = re.compile(f"md-search|{OPENED.pattern}")


class _Selector(NamedTuple):
    text: str
    names: frozenset[str]  # tags, ids and, each with its dot, classes
    attributes: frozenset[str]  # and what they are, or, behind a star, a part of it


class _Declaration(NamedTuple):
    name: str
    value: str
    words: frozenset[str]


class _Rule(NamedTuple):
    within: tuple[str, ...]  # the at-rules around it
    selectors: tuple[_Selector, ...] = ()
    declarations: tuple[_Declaration, ...] = ()
    text: str = ""  # of keyframes and the like, which have nothing else


class MatchedStyle:
    """Stylesheets, of which each page gets what its words can match.

    Of a rule are kept the selectors whose every class, id, tag, attribute and its value is a word of
    the page or of what its scripts say; of custom properties and animations, those that are named. A
    word with a dot before it is a class, and no other is.

    Args:
        files: the stylesheets, in their order.
        replaced: the custom properties that a style after them sets for the whole page.

    """

    def __init__(self, *files: Path, replaced: Set[str] = frozenset()) -> None:
        self._files = files
        self._replaced = replaced
        self.text = "".join(file.read_text("utf-8") for file in files)

    @cached_property
    def _rules(self) -> list[_Rule]:
        return cache.kept(
            "style",
            [Path(__file__).read_bytes(), self.text.encode()],
            lambda: [rule for file in self._files for rule in _rules(file)],
        )

    def of_page(self, words: Set[str], beside: str, *, any_attribute: bool = False) -> str:
        """Return what can match on a page of these words, `beside` another style.

        A word that ends with a hyphen stands for all that begin so. Whoever does not know what
        attributes scripts will give takes any.
        """
        begun = tuple(word for word in words if word.endswith("-"))
        said = " ".join(words)

        def matches(each: _Selector) -> bool:
            missing = (each.names if any_attribute else each.names | each.attributes) - words
            return not OPENED.search(each.text) and all(
                name.startswith(begun) or (name[0] == "*" and name[1:] in said) for name in missing
            )

        named = {*words, *WORD.findall(beside)}
        return _written(_kept(self._rules, matches), named, self._replaced)

    @property
    def whole(self) -> str:
        """All of it."""
        return _written(self._rules, self._names)

    @cached_property
    def of_search(self) -> str:
        """What is seen of search once it is open, with its icons."""
        others = {each for each in self._names if re.match("--(?!md-search)", each)}
        rules = _kept(self._rules, lambda each: each.text == ":root" or SEARCH.search(each.text))
        return _written(rules, replaced=others)

    @cached_property
    def _names(self) -> Set[str]:
        return {each.name for rule in self._rules for each in rule.declarations}


def _rules(file: Path) -> Iterator[_Rule]:
    def read(nodes: Iterable[Node], *within: str) -> Iterator[_Rule]:
        for node in nodes:
            keyword = getattr(node, "lower_at_keyword", "")
            if isinstance(node, QualifiedRule):
                selectors = tuple(map(_selector, _parted(node.prelude)))
                yield _Rule(within, selectors, tuple(_declarations(node, file)))
            elif isinstance(node, AtRule) and node.content is not None:
                inner = (*within, f"@{node.at_keyword} {_text(node.prelude)}".strip())
                if keyword in GROUPS:
                    rules = tinycss2.parse_rule_list(node.content, skip_comments=True)
                    yield from read(rules, *inner)
                else:
                    yield _Rule(inner, text=_text(node.content))
            elif node.type != "whitespace" and keyword != "charset":
                raise _wrong(file, node)

    return read(tinycss2.parse_stylesheet(file.read_text("utf-8"), skip_comments=True))


def _declarations(rule: QualifiedRule, file: Path) -> Iterator[_Declaration]:
    for each in tinycss2.parse_blocks_contents(rule.content, True, True):
        if not isinstance(each, DeclarationNode):
            raise _wrong(file, each)
        if errors := [node for node in each.value if node.type == "error"]:
            raise _wrong(file, errors[0])
        value = _text(each.value) + ("!important" if each.important else "")
        yield _Declaration(each.name, value, frozenset(WORD.findall(value)))


def _wrong(file: Path, node: Node) -> PublishError:
    """Say what is wrong with what stands where a rule or a declaration should."""
    said = node.message if node.type == "error" else "a rule within a rule"
    if node.type == "at-rule" and node.content is None:
        said = f"@{node.at_keyword} counts at the head of a file only: write out what it stands for"
    return PublishError(f"{file}, line {node.source_line}: {said}")


def _parted(prelude: Iterable[Node]) -> Iterator[list[Node]]:
    """Give the selectors of a list."""
    for is_comma, nodes in groupby(prelude, lambda node: node == ","):
        if not is_comma:
            yield list(nodes)


def _selector(nodes: list[Node]) -> _Selector:
    """Tell what a selector names; a state, which follows a colon, any element may have."""
    names: set[str] = set()
    attributes: set[str] = set()
    before = None
    for node in nodes:
        if node.type == "[] block":
            name, *value = [each for each in node.content if each.type in ("ident", "string")]
            attributes.add(name.lower_value)
            star = "*" if any(each in ("^=", "$=", "*=", "|=") for each in node.content) else ""
            if len(value) == 1:  # and no letter behind it: in whatever case
                attributes |= {star + word for word in WORD.findall(value[0].value)}
        elif node.type == "ident" and before not in (":", "."):
            names.add(node.lower_value)
        elif node.type in ("ident", "hash") and before != ":":
            dot = "." if before == "." else ""
            names |= {dot + word for word in WORD.findall(node.value)}
        before = node
    return _Selector(_text(nodes), frozenset(names), frozenset(attributes))


def _kept(rules: Iterable[_Rule], keep: Callable[[_Selector], object]) -> list[_Rule]:
    kept = [rule._replace(selectors=tuple(filter(keep, rule.selectors))) for rule in rules]
    return [rule for rule in kept if rule.selectors or rule.text]


def _written(
    rules: list[_Rule], named: Set[str] = frozenset(), replaced: Set[str] = frozenset()
) -> str:
    """Write rules without the custom properties and animations that are replaced, or nothing names."""
    declared = [each for rule in rules for each in rule.declarations if each.name not in replaced]
    used = frozenset(named).union(
        *(each.words for each in declared if not each.name.startswith("--"))
    )
    size = 0
    while size != len(used):  # one names another
        size = len(used)
        used = used.union(*(each.words for each in declared if each.name in used))
    written = ""
    for (within, _), group in groupby(rules, lambda rule: (rule.within, rule.text)):
        if text := "".join(_rule_text(rule, used - replaced) for rule in group):
            written += "{".join((*within, text)) + "}" * len(within)
    return written


def _rule_text(rule: _Rule, used: Set[str]) -> str:
    if rule.text:
        name, _, animation = rule.within[-1].partition(" ")
        return rule.text if name != "@keyframes" or animation in used else ""
    kept = [
        each for each in rule.declarations if not each.name.startswith("--") or each.name in used
    ]
    said = ";".join(f"{each.name}:{each.value}" for each in kept)
    return f"{','.join(each.text for each in rule.selectors)}{{{said}}}" if said else ""


def _text(nodes: Iterable[Node]) -> str:
    shown = [node for node in nodes if node.type != "comment"]
    return BLANK.sub(" ", tinycss2.serialize(shown)).strip()
