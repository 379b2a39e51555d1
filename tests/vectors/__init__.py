"""Given and expected, as data: run by Python and in the browser alike."""

import json
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parent


def vectors(name: str) -> list[dict[str, Any]]:
    """Return the cases of tests/vectors/<name>.json."""
    text = (VECTORS / f"{name}.json").read_text(encoding="utf-8")
    cases: list[dict[str, Any]] = json.loads(text)
    return cases
