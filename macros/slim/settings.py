"""Leaves out of the settings of a page what its script does not ask for."""

import re
from functools import cache
from typing import Any

# What a script calls a word: "check-list.progress", or `keep-health.${state}` and "lost" elsewhere.
NAME = re.compile(r'(?=("[\w.-]+"|`(?:[\w.-]|\$\{[^{}`]*\})+`))')
VALUE = re.compile(r"\$\{[^{}`]*\}")


def asked_for(settings: dict[str, Any], script: str) -> dict[str, Any]:
    """Return what a minified script may ask for of the settings, and of their words."""
    exact, patterns = _names(script)

    def may_be_said(word: str) -> bool:
        component, _, key = word.partition(".")
        names = (word, key) if f"`{component}.${{" in script else (word,)
        return any(
            name in exact or any(pattern.fullmatch(name) for pattern in patterns) for name in names
        )

    words = {name: text for name, text in settings["words"].items() if may_be_said(name)}
    asked = {
        name: value for name, value in settings.items() if re.search(rf"[.{{,]{name}\b", script)
    }
    return {**asked, "words": words}


@cache  # pages of one kind have one script
def _names(script: str) -> tuple[set[str], list[re.Pattern[str]]]:
    texts = {match[1][1:-1] for match in NAME.finditer(script)}
    completed = {text for text in texts if "$" in text and _is_telling(VALUE.sub("", text))}
    patterns = [".*".join(map(re.escape, VALUE.split(text))) for text in completed]
    return texts - completed, [re.compile(pattern) for pattern in sorted(patterns)]


def _is_telling(rest: str) -> bool:
    """Tell whether a text with values says which words it means: not `follow-up-plan.${name}`."""
    return bool(re.search(r"\.|[a-z]-|-[a-z]", rest)) and not rest.endswith(".")
