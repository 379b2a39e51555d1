"""Chromium, through Playwright."""

import time
from typing import Any

from playwright.sync_api import Error, Page

from tests.engines.engine import HOLD, Key

NAMES = {Key.ESCAPE: "Escape", Key.UP: "ArrowUp", Key.DOWN: "ArrowDown", Key.TAB: "Tab"}


class Chromium:
    """A page that Playwright drives."""

    name = "Chromium"

    def __init__(self, page: Page) -> None:
        self._page = page
        self._devtools = page.context.new_cdp_session(page)

    def open(self, address: str) -> None:
        self._page.goto(address)

    def reload(self) -> None:
        self._page.reload()

    def evaluate(self, function: str, *arguments: Any) -> Any:
        call = f"(all) => ({function})(...all)", list(arguments)
        try:
            return self._page.evaluate(*call)
        except Error as error:
            if "context was destroyed" not in error.message:
                raise
            self._page.wait_for_load_state()  # a press has led to another page
            return self._page.evaluate(*call)

    def press(self, x: float, y: float, hold: float = HOLD) -> None:
        mouse = self._page.mouse
        mouse.move(x, y)
        mouse.down()
        time.sleep(hold)
        mouse.up()

    def touch(self, x: float, y: float, hold: float = HOLD) -> None:
        send = self._devtools.send
        send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        time.sleep(hold)
        send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def type(self, keys: str) -> None:
        for key in keys:
            if key in NAMES:
                self._page.keyboard.press(NAMES[key])
            else:
                self._page.keyboard.type(key)

    def viewport(self, width: int, height: int) -> None:
        self._page.set_viewport_size({"width": width, "height": height})

    def another(self) -> "Chromium":
        """Open a second tab of the same visitor."""
        return Chromium(self._page.context.new_page())

    def close(self) -> None:
        self._page.close()

    def screenshot(self) -> bytes:
        return self._page.screenshot()
