"""A visitor of the guide in any engine: presses and types where elements are, and waits to see."""

import time
from typing import Any

from tests.engines.engine import Engine
from tests.pressing import AGAIN, NEAR

PATIENCE = 200  # looks, a twentieth of a second apart: the machine has other things to do
_last: dict[str, tuple[float, float, float]] = {}
"""By engine, when and where the last press was."""


def point(engine: Engine, selector: str) -> tuple[float, float]:
    """Bring an element into the window, once it is there, and return its middle once it rests."""
    assert comes_to_be(engine, f"document.querySelector({selector!r})?.checkVisibility()", True), (
        f"{selector} is not to be seen"
    )
    x, y = engine.evaluate(
        """async (selector) => {
          let last = "";
          const later = (ms) => new Promise((then) => setTimeout(then, ms));
          for (let looks = 0; looks < 4; looks += 1) {
            const element = document.querySelector(selector);
            element.scrollIntoView({ block: "center", behavior: "instant" });
            const { x, y, width, height } = element.getBoundingClientRect();
            const place = [x + width / 2, y + height / 2];
            if (last !== String(place)) looks = 0; // as a hand, wait until it has come to rest
            last = String(place);
            if (looks === 3) return place;
            // A page brings answers into view some frames later, and a busy machine shows few.
            await Promise.race([new Promise(requestAnimationFrame), later(500)]);
            await later(50);
          }
        }""",
        selector,
    )
    return x, y


def press(engine: Engine, selector: str) -> None:
    """Press the middle of an element, not as the second press of a quick hand."""
    x, y = point(engine, selector)
    at, last_x, last_y = _last.get(engine.name, (0.0, 0.0, 0.0))
    if max(abs(x - last_x), abs(y - last_y)) < NEAR:
        time.sleep(max(0, at + AGAIN - time.monotonic()))
    engine.press(x, y)
    _last[engine.name] = time.monotonic(), x, y


def write(engine: Engine, selector: str, text: str) -> None:
    press(engine, selector)
    engine.type(text)


def comes_to_be(engine: Engine, script: str, expected: Any) -> bool:
    """Tell whether an expression has a value, at once or a moment later."""
    for _ in range(PATIENCE):
        if engine.evaluate(f"() => {script}") == expected:
            return True
        time.sleep(0.05)
    return False


def value(selector: str) -> str:
    return f"document.querySelector({selector!r})?.value"


def is_ticked(selector: str) -> str:
    return f"document.querySelector({selector!r})?.checked"


def has_text(selector: str, text: str = "") -> str:
    """Say whether an element is to be seen, with a text in it."""
    return (
        f"((it) => Boolean(it?.checkVisibility() && it.textContent.trim() && "
        f"it.textContent.replaceAll('\\u00a0', ' ').includes({text!r})))"
        f"(document.querySelector({selector!r}))"
    )
