"""Writes styles for the finished site: of the theme's what a page can match, of ours what it may use."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from macros import cache
from macros.publish.errors import PublishError

WORD = re.compile(r"[\w-]+")
# What a space after says nothing: the beginning of a block, another space, or one of these signs.
NEEDS_NO_SPACE = ("", "whitespace", ",", ":", ";")
# At-rules that hold rules, and those that count at the head of a file only.
GROUPS = ("container", "layer", "media", "supports")
HEADS = ("charset", "import", "namespace")


def short(file: Path) -> str:
    """Return a stylesheet without its comments and indents, whatever rules it holds.

    Raises:
        PublishError: a browser could not read it, or it says what counts at the head of a file only.

    """
    nodes = tinycss2.parse_component_value_list(file.read_text("utf-8"), skip_comments=True)
    _shorten(nodes, file)
    return str(tinycss2.serialize(nodes)).strip()


def _shorten(nodes: Iterable[Node], file: Path) -> None:
    before = ""
    for node in nodes:
        if node.type == "error":
            raise PublishError(f"{file}, line {node.source_line}: {node.message}")
        if node.type == "at-keyword" and node.lower_value in HEADS:
            raise PublishError(
                f"{file}, line {node.source_line}: @{node.value} counts at the head of a file only, "
                "and a page has one style made of several: write its rules out"
            )
        if node.type == "whitespace":
            node.value = "" if before in NEEDS_NO_SPACE else " "
        before = node.value if node.type == "literal" else node.type
        _shorten(getattr(node, "content", None) or getattr(node, "arguments", None) or (), file)


@dataclass(frozen=True)
class _Selector:
    text: str
    words: frozenset[str]

    @property
    def is_of_search(self) -> bool:
        return "md-search" in self.text or self.is_opened

    @property
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
    the page or of what its scripts say; of custom properties and animations, those that are named.
    """

    def __init__(self, *files: Path) -> None:
        made_of = [file.read_bytes() for file in (Path(__file__), *files)]
        made_of.append(tinycss2.__version__.encode())
        self._rules = cache.kept("theme-style", made_of, lambda: _rules(files))

    def of_page(self, words: Set[str], own: str) -> str:
        """Return what can match on a page of these words, beside a style of our `own`."""
        kept = _kept(self._rules, lambda each: each.words <= words and not each.is_opened)
        return _written(kept, words | set(WORD.findall(own)))

    def of_search(self) -> str:
        """Return what is seen of search once it is open, with its icons."""
        icons = [
            each
            for rule in self._rules
            if isinstance(rule, _Rule)
            for each in rule.declarations
            if each.name.startswith("--md-search")
        ]
        root = _Rule([_Selector(":root", frozenset())], icons)
        return _written([root, *_kept(self._rules, lambda each: each.is_of_search)], set())


def _rules(files: Iterable[Path]) -> Rules:
    rules: Rules = []
    for file in files:
        nodes = tinycss2.parse_stylesheet(file.read_text("utf-8"), skip_comments=True)
        rules += _read(nodes, file)
    return rules


def _read(nodes: Iterable[Node], file: Path) -> Iterator[_Rule | _Block]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            selectors = [_Selector(_text(each), _words(each)) for each in _parted(node.prelude)]
            yield _Rule(selectors, list(_declarations(node, file)))
        elif isinstance(node, AtRule) and node.content is not None:
            prelude = f"@{node.at_keyword} {_text(node.prelude)}".strip()
            if node.lower_at_keyword in GROUPS:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True)
                yield _Block(prelude, list(_read(inner, file)))
            else:
                yield _Block(prelude, [], _text(node.content))
        elif node.type != "whitespace" and getattr(node, "lower_at_keyword", "") != "charset":
            raise PublishError(
                f"{file}, line {node.source_line}: a rule that macros/publish/styles.py cannot read"
            )


def _declarations(rule: QualifiedRule, file: Path) -> Iterator[_Declaration]:
    for each in tinycss2.parse_blocks_contents(rule.content, True, True):
        if not isinstance(each, Declaration):
            raise PublishError(f"{file}, line {each.source_line}: a rule within a rule")
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


def _words(selector: Iterable[Node]) -> frozenset[str]:
    """Return what a selector names; a state, which follows a colon, any element may have."""
    words: set[str] = set()
    before = None
    for node in selector:
        if node.type == "[] block":
            words |= {each.value for each in node.content if each.type in ("ident", "string")}
        elif node.type in ("ident", "hash") and before != ":":
            words.add(node.value)
        before = node
    return frozenset(words)


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


def _written(rules: Rules, named: Set[str]) -> str:
    """Write rules without the custom properties and animations that nothing names."""
    declared = list(_all_declarations(rules))
    used = frozenset(named).union(*(each.words for each in declared if not each.is_custom))
    size = 0
    while size != len(used):  # one names another
        size = len(used)
        used = used.union(*(each.words for each in declared if each.name in used))
    return "".join(_texts(rules, used))


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
    return str(tinycss2.serialize([node for node in nodes if node.type != "comment"])).strip()
