"""Cuts stylesheets to the rules that can match a page; what scripts switch on counts as matched."""

import re
from collections.abc import Callable, Iterable, Iterator

import tinycss2
from selectolax.lexbor import LexborHTMLParser
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

Test = Callable[[str], bool]

NESTING = {"media", "supports"}
# A state, or a place among siblings that scripts change: the rule is kept for the element itself.
FUNCTION = re.compile(r"::?[\w-]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
PSEUDO = re.compile(r"::?[\w-]+")
# Attributes that no script changes; any other one may appear at any time.
FIXED = re.compile(r"\[(?:dir|for|type|data-md-toggle|data-md-component|data-md-type)\b[^\]]*\]")
ATTRIBUTE = re.compile(r"\[[^\]]*\]")
COLOUR = re.compile(r"\[data-md-color-(\w+)=\"?([\w-]+)\"?\]")
STATE_CLASS = re.compile(
    r"\.(?:js|no-js|focus-visible)(?![\w-])|(?<=[\w-])--(?:active|passed|shadow)(?![\w-])"
)
NAME = re.compile(r"[.#]([\w-]+)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def can_match(pages: Iterable[LexborHTMLParser], html: str) -> Test:
    """Return a test of selectors: whether one can match an element of these pages, in any state."""
    names = {
        name for value in re.findall(r'\b(?:class|id)="([^"]*)"', html) for name in value.split()
    }
    colours = set(re.findall(r'data-md-color-(\w+)="([\w-]+)"', html))
    known: dict[str, bool] = {}

    def test(selector: str) -> bool:
        bare = without_states(selector)
        if not colours.issuperset(COLOUR.findall(bare)):
            return False
        bare = _filled(COLOUR.sub("", bare))
        if bare not in known:
            known[bare] = names.issuperset(NAME.findall(bare)) and any(
                page.css_first(bare) for page in pages
            )
        return known[bare]

    return test


def of_search(selector: str) -> bool:
    """Tell whether a rule is about what the theme's script makes when search is opened."""
    return "md-search" in selector and "[dir=rtl]" not in selector


def without_states(selector: str) -> str:
    """Return a selector without what a script or the reader can change."""
    bare = STATE_CLASS.sub("", PSEUDO.sub("", FUNCTION.sub("", selector)))

    def kept(match: re.Match[str]) -> str:
        return match[0] if FIXED.fullmatch(match[0]) or COLOUR.fullmatch(match[0]) else ""

    return _filled(ATTRIBUTE.sub(kept, bare))


def _filled(selector: str) -> str:
    """Put `*` where nothing is left between two combinators."""
    parts = re.split(r"(\s*[>+~]\s*|\s+)", selector.strip())
    return "".join(part if i % 2 else part or "*" for i, part in enumerate(parts))


def cut(css: str, keep: Test) -> str:
    """Return the rules of a stylesheet that have a selector to keep, written short."""
    return _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), keep)


def short(css: str) -> str:
    """Return a whole stylesheet, written short."""
    return cut(css, lambda _: True)


def _rules(rules: Iterable[Node], keep: Test) -> str:
    return "".join(_rule(rule, keep) for rule in rules)


def _rule(rule: Node, keep: Test) -> str:
    if isinstance(rule, QualifiedRule):
        selectors = [each for each in _selectors(rule) if keep(each)]
        return f"{','.join(selectors)}{{{_declarations(rule)}}}" if selectors else ""
    if isinstance(rule, AtRule) and rule.content is not None:
        prelude = tinycss2.serialize(rule.prelude).strip()
        if rule.lower_at_keyword not in NESTING:
            return f"@{rule.at_keyword} {prelude}{{{tinycss2.serialize(rule.content).strip()}}}"
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        kept = _rules(inner, keep)
        return f"@{rule.at_keyword} {prelude}{{{kept}}}" if kept else ""
    return ""


def _selectors(rule: QualifiedRule) -> Iterator[str]:
    one: list[Node] = []
    for node in rule.prelude:
        if node == ",":
            yield _squeezed(tinycss2.serialize(one))
            one = []
        else:
            one.append(node)
    yield _squeezed(tinycss2.serialize(one))


def _declarations(rule: QualifiedRule) -> str:
    content = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return ";".join(
        f"{each.name}:{_squeezed(tinycss2.serialize(each.value))}{'!important' if each.important else ''}"
        for each in content
        if isinstance(each, Declaration)
    )


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", COMMENT.sub("", text)).strip()


# A custom property of a rule, its value with quotes and two levels of parentheses.
VALUE = r"(?:[^;{}\"()]|\"[^\"]*\"|\((?:[^()\"]|\"[^\"]*\"|\([^()]*\))*\))*"
CUSTOM = re.compile(rf"(?<=[{{;])(--[\w-]+):{VALUE}(?:;|(?=\}}))")
KEYFRAMES = re.compile(r"@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")


def without_unused(css: str, others: str) -> str:
    """Leave out the custom properties and animations that nothing refers to."""
    size = None
    while size != len(css):
        size = len(css)
        css = _kept(CUSTOM, set(re.findall(r"--[\w-]+(?=[\s,)])", css + others)), css)
    moves = " ".join(re.findall(r"animation(?:-name)?:([^;}]*)", css + others))
    css = _kept(KEYFRAMES, set(moves.split()), css)
    return re.sub(r"[^{};]+\{\}", "", css)


def _kept(pattern: re.Pattern[str], names: set[str], css: str) -> str:
    return pattern.sub(lambda match: match[0] if match[1] in names else "", css)
