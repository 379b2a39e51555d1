"""A press, a touch and typed keys, as WebDriver and WebDriver BiDi both write them."""

from typing import Any, Literal

Actions = list[dict[str, Any]]


def put(kind: Literal["mouse", "touch"], x: float, y: float, hold: float) -> Actions:
    """Move to a point, go down, wait, come up."""
    steps = [
        {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0},
        {"type": "pointerDown", "button": 0},
        {"type": "pause", "duration": round(hold * 1000)},
        {"type": "pointerUp", "button": 0},
    ]
    own = {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}}
    return [{**own, "actions": steps}]


def typed(keys: str) -> Actions:
    """Press and release one key after the other."""
    steps = [{"type": f"key{way}", "value": key} for key in keys for way in ("Down", "Up")]
    return [{"type": "key", "id": "keyboard", "actions": steps}]
