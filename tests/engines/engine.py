"""What a test asks of a browser, in words that every engine understands."""

from typing import Any, Protocol

HOLD = 0.08
"""Seconds between down and up: a quick press of a hand."""


class Engine(Protocol):
    """One tab of one visitor, whose points are in pixels from the window's top left corner."""

    name: str

    def open(self, address: str) -> None:
        """Go to an address and wait until its scripts have run."""

    def reload(self) -> None:
        """Load the page again and wait until its scripts have run."""

    def evaluate(self, function: str, *arguments: Any) -> Any:
        """Call a JavaScript function, given as text, and wait for the promise that it returns."""

    def press(self, x: float, y: float, hold: float = HOLD) -> None:
        """Press the mouse's main button at a point."""

    def touch(self, x: float, y: float, hold: float = HOLD) -> None:
        """Put a finger on a point."""

    def type(self, keys: str) -> None:
        """Type into what has the focus, key by key; a Key stands for one without a character."""

    def viewport(self, width: int, height: int) -> None:
        """Give the window this size inside."""

    def another(self) -> "Engine":
        """Open a second tab of the same visitor."""

    def close(self) -> None:
        """Close this tab."""

    def screenshot(self) -> bytes:
        """Return what the window shows, as a PNG."""


class Key:
    """Keys without a character, as WebDriver writes them."""

    ESCAPE = "\ue00c"
    UP = "\ue013"
    DOWN = "\ue015"
    TAB = "\ue004"
