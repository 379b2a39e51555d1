"""Given and expected, as data: run by Python, by Bun and in the browser alike."""

import json
import re
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parent
NAMES = sorted(path.stem for path in VECTORS.glob("*.json"))
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[][{},:]|[^][{},:\s"]+')
SPACED = {",": ", ", ":": ": "}


@cache
def vectors(name: str) -> list[dict[str, Any]]:
    """Return the cases of tests/vectors/<name>.json."""
    cases: list[dict[str, Any]] = json.loads(text_of(name))
    return cases


def text_of(name: str) -> str:
    """Return tests/vectors/<name>.json as it is written."""
    return (VECTORS / f"{name}.json").read_text(encoding="utf-8")


def laid_out(text: str) -> str:
    """Write each case on a line of its own, its strings as they are written."""
    tokens = TOKEN.findall(text)
    depths = accumulate({"[": 1, "{": 1, "]": -1, "}": -1}.get(each, 0) for each in tokens)
    said = (
        ",\n " if each == "," and depth == 1 else SPACED.get(each, each)
        for each, depth in zip(tokens, depths, strict=True)
    )
    return f"[\n {''.join(said)[1:-1]}\n]\n"
