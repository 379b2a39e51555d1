"""A person's hands: they press down and let go a moment later, with a mouse or a finger."""

import time

from playwright.sync_api import Locator, Page

HELD = 80  # milliseconds
DOUBLE_TAP = 350  # milliseconds: sooner at the same point, a browser takes two taps for one of two
SLACK = 1  # pixels: nobody sees less
CONTROLS = """() => Object.fromEntries(
  [...document.querySelectorAll("article :is(a, button, input, select, summary, textarea)")]
    .map((each, index) => [index, each])
    .filter(([, each]) => each.checkVisibility({ visibilityProperty: true }))
    .map(([index, each]) => {
      const { x, y } = each.getBoundingClientRect();
      return [`${index} ${each.localName} ${each.textContent.slice(0, 30)}`, [x, y]];
    }))"""


class Hands:
    """Press what is shown, and note what moved between down and up."""

    def __init__(self, page: Page, *, by_touch: bool = False) -> None:
        self.page = page
        self.moved: list[str] = []
        self._touch = page.context.new_cdp_session(page) if by_touch else None
        self._last_tap = 0.0

    def press(self, place: Locator) -> tuple[float, float]:
        """Press the middle of an element and return where that was."""
        if self._touch:
            since = (time.monotonic() - self._last_tap) * 1000
            self.page.wait_for_timeout(max(0, DOUBLE_TAP - since))
        place.evaluate("(each) => each.scrollIntoView({ block: 'center' })")
        box = place.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.press_at(x, y)
        return x, y

    def press_at(self, x: float, y: float) -> None:
        """Press a point of the window, and wait for what follows."""
        before = self.page.evaluate(CONTROLS)
        self._down(x, y)
        self.page.wait_for_timeout(HELD)
        now = self.page.evaluate(CONTROLS)
        self.moved += [name for name in before if moves(before[name], now.get(name))]
        self._up()
        self.page.wait_for_timeout(HELD)

    def press_again_at(self, x: float, y: float) -> None:
        """Press a point of the window at once, without a look."""
        self._down(x, y)
        self._up()

    def _down(self, x: float, y: float) -> None:
        if self._touch:
            points = [{"x": x, "y": y}]
            self._touch.send(
                "Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points}
            )
        else:
            self.page.mouse.move(x, y)
            self.page.mouse.down()

    def _up(self) -> None:
        if self._touch:
            self._touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
            self._last_tap = time.monotonic()
        else:
            self.page.mouse.up()

    def type(self, field: Locator, text: str) -> None:
        """Press a field and type into it; it is not left."""
        self.press(field)
        self.page.keyboard.type(text)


def moves(before: list[float], now: list[float] | None) -> bool:
    """Whether a control is elsewhere, or gone."""
    return now is None or any(abs(a - b) > SLACK for a, b in zip(before, now, strict=True))
