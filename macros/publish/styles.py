"""Writes styles for the finished site: of the theme's, and of ours, what a page can match."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from macros import cache
from macros.publish.errors import PublishError

WORD = re.compile(r"[\w-]+")
# Where lines end, which they cannot within quotes.
BLANK = re.compile(r"\s*\n\s*")
# At-rules that hold rules, and those that count at the head of a file only.
GROUPS = ("container", "layer", "media", "supports")
HEADS = ("import", "namespace")


@dataclass(frozen=True)
class _Selector:
    text: str
    names: frozenset[str]  # tags, ids and, each with its dot, classes
    attributes: frozenset[str]  # and what they are

    @cached_property
    def needed(self) -> frozenset[str]:
        """All that it names."""
        return self.names | self.attributes

    @property
    def is_of_search(self) -> bool:
        return "md-search" in self.text or self.is_opened

    @cached_property
    def is_opened(self) -> bool:
        """Tell whether it is about what is seen of search only once it is open."""
        return "md-search-result" in self.text or "[data-md-toggle=search]:checked" in self.text


@dataclass(frozen=True)
class _Declaration:
    name: str
    value: str
    words: frozenset[str]

    @property
    def is_custom(self) -> bool:
        return self.name.startswith("--")


@dataclass(frozen=True)
class _Rule:
    selectors: list[_Selector]
    declarations: list[_Declaration]


@dataclass(frozen=True)
class _Block:
    """An at-rule, with the rules in it or, of keyframes and the like, with its text."""

    prelude: str
    rules: "list[_Rule | _Block]"
    text: str = ""


Rules = list[_Rule | _Block]


class MatchedStyle:
    """Stylesheets, read once, of which each page gets what its words can match.

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
        self._made_of = [file.read_bytes() for file in (Path(__file__), *files)]
        self._made_of += [each.encode() for each in sorted(replaced)]
        self.text = "".join(file.read_text("utf-8") for file in files)

    @cached_property
    def _rules(self) -> Rules:
        return cache.kept("style", self._made_of, lambda: _rules(self._files))

    def of_page(self, words: Set[str], beside: str, *, any_attribute: bool = False) -> str:
        """Return what can match on a page of these words, `beside` another style.

        A word that ends with a hyphen stands for all that begin so. Whoever does not know what
        attributes scripts will give takes any.
        """
        said = " ".join(sorted(words))
        return cache.kept(
            "page-style",
            [*self._made_of, *(each.encode() for each in (said, beside, repr(any_attribute)))],
            lambda: self._of_page(words, beside, any_attribute=any_attribute),
        )

    def _of_page(self, words: Set[str], beside: str, *, any_attribute: bool) -> str:
        begun = tuple(word for word in words if word.endswith("-"))

        def matches(each: _Selector) -> bool:
            missing = (each.names if any_attribute else each.needed) - words
            return not each.is_opened and all(name.startswith(begun) for name in missing)

        named = words | {*WORD.findall(beside)}
        return _written(_kept(self._rules, matches), named, self._replaced)

    @property
    def whole(self) -> str:
        """All of it."""
        return _written(self._rules, {each.name for each in _all_declarations(self._rules)})

    def of_search(self) -> str:
        """Return what is seen of search once it is open, with its icons."""
        icons = [
            each
            for rule in self._rules
            if isinstance(rule, _Rule)
            for each in rule.declarations
            if each.name.startswith("--md-search")
        ]
        root = _Rule([_Selector(":root", frozenset(), frozenset())], icons)
        return _written([root, *_kept(self._rules, lambda each: each.is_of_search)])


def _rules(files: Iterable[Path]) -> Rules:
    rules: Rules = []
    for file in files:
        nodes = tinycss2.parse_stylesheet(file.read_text("utf-8"), skip_comments=True)
        rules += _read(nodes, file)
    return rules


def _read(nodes: Iterable[Node], file: Path) -> Iterator[_Rule | _Block]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            selectors = [_selector(each) for each in _parted(node.prelude)]
            yield _Rule(selectors, list(_declarations(node, file)))
        elif isinstance(node, AtRule) and node.content is not None:
            prelude = f"@{node.at_keyword} {_text(node.prelude)}".strip()
            if node.lower_at_keyword in GROUPS:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True)
                yield _Block(prelude, list(_read(inner, file)))
            else:
                yield _Block(prelude, [], _text(node.content))
        elif node.type == "at-rule" and node.lower_at_keyword in HEADS:
            raise PublishError(
                f"{file}, line {node.source_line}: @{node.at_keyword} counts at the head of a file "
                "only, and a page has one style made of several: write its rules out"
            )
        elif node.type != "whitespace" and getattr(node, "lower_at_keyword", "") != "charset":
            raise PublishError(f"{file}, line {node.source_line}: {_said(node)}")


def _declarations(rule: QualifiedRule, file: Path) -> Iterator[_Declaration]:
    for each in tinycss2.parse_blocks_contents(rule.content, True, True):
        values = each.value if isinstance(each, Declaration) else [each]
        for node in values:
            if node is each or node.type == "error":
                raise PublishError(f"{file}, line {node.source_line}: {_said(node)}")
        value = _text(each.value) + ("!important" if each.important else "")
        yield _Declaration(each.name, value, frozenset(WORD.findall(value)))


def _parted(prelude: Iterable[Node]) -> Iterator[list[Node]]:
    """Give the selectors of a list."""
    one: list[Node] = []
    for node in prelude:
        if node == ",":
            yield one
            one = []
        else:
            one.append(node)
    yield one


def _selector(nodes: list[Node]) -> _Selector:
    """Tell what a selector names; a state, which follows a colon, any element may have."""
    names: set[str] = set()
    attributes: set[str] = set()
    before = None
    for node in nodes:
        if node.type == "[] block":
            attributes |= {each.value for each in node.content if each.type in ("ident", "string")}
        elif node.type in ("ident", "hash") and before != ":":
            names.add(f".{node.value}" if before == "." else node.value)
        before = node
    return _Selector(_text(nodes), frozenset(names), frozenset(attributes))


def _said(node: Node) -> str:
    """Say what is wrong with what stands where a rule or a declaration should."""
    return node.message if node.type == "error" else "a rule within a rule"


def _kept(rules: Rules, keep: Callable[[_Selector], bool]) -> Rules:
    kept: Rules = []
    for rule in rules:
        if isinstance(rule, _Rule):
            if selectors := [each for each in rule.selectors if keep(each)]:
                kept.append(_Rule(selectors, rule.declarations))
        elif rule.text:
            kept.append(rule)
        elif inner := _kept(rule.rules, keep):
            kept.append(_Block(rule.prelude, inner))
    return kept


def _written(rules: Rules, named: Set[str] = frozenset(), replaced: Set[str] = frozenset()) -> str:
    """Write rules without the custom properties and animations that are replaced, or nothing names."""
    declared = [each for each in _all_declarations(rules) if each.name not in replaced]
    used = frozenset(named).union(*(each.words for each in declared if not each.is_custom))
    size = 0
    while size != len(used):  # one names another
        size = len(used)
        used = used.union(*(each.words for each in declared if each.name in used))
    return "".join(_texts(rules, used - replaced))


def _all_declarations(rules: Rules) -> Iterator[_Declaration]:
    for rule in rules:
        yield from rule.declarations if isinstance(rule, _Rule) else _all_declarations(rule.rules)


def _texts(rules: Rules, used: Set[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, _Rule):
            kept = [each for each in rule.declarations if not each.is_custom or each.name in used]
            if kept:
                said = ";".join(f"{each.name}:{each.value}" for each in kept)
                yield f"{','.join(each.text for each in rule.selectors)}{{{said}}}"
        elif not rule.text:
            yield f"{rule.prelude}{{{''.join(_texts(rule.rules, used))}}}"
        elif not rule.prelude.startswith("@keyframes") or rule.prelude.split()[1] in used:
            yield f"{rule.prelude}{{{rule.text}}}"


def _text(nodes: Iterable[Node]) -> str:
    shown = [node for node in nodes if node.type != "comment"]
    return BLANK.sub(" ", tinycss2.serialize(shown)).strip()
