"""WebKitGTK, through WebDriver."""

import base64
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.engines.actions import Actions, put, typed
from tests.engines.engine import HOLD

PATIENCE = 30  # seconds, for a start on a machine that does something else
PLAIN = {
    "GTK_THEME": "Adwaita",
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "NO_AT_BRIDGE": "1",  # no assistive technology waits on a bus
    "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # root in a container has none to enter
}


class WebKit:
    """The window of a WebKitGTK browser that its driver drives."""

    name = "WebKitGTK"

    def __init__(self, session: "_Session", window: str) -> None:
        self._session, self._window = session, window

    def _send(self, method: str, path: str, **parameters: Any) -> Any:
        self._session.show(self._window)
        return self._session.send(method, path, **parameters)

    def open(self, address: str) -> None:
        self._send("POST", "url", url=address)

    def reload(self) -> None:
        self._send("POST", "refresh")

    def evaluate(self, function: str, *arguments: Any) -> Any:
        answer = self._send(
            "POST",
            "execute/async",
            script=f"""const [all, done] = arguments;
              Promise.resolve().then(() => ({function})(...all))
                .then((value) => done({{ value: value ?? null }}))
                .catch((error) => done({{ error: String(error) }}));""",
            args=[arguments],
        )
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["value"]

    def _perform(self, actions: Actions) -> None:
        self._send("POST", "actions", actions=actions)

    def press(self, x: float, y: float, hold: float = HOLD) -> None:
        self._perform(put("mouse", x, y, hold))

    def touch(self, x: float, y: float, hold: float = HOLD) -> None:
        """Press: this driver knows no finger, and sends the events of a mouse."""
        self._perform(put("touch", x, y, hold))

    def type(self, keys: str) -> None:
        self._perform(typed(keys))

    def viewport(self, width: int, height: int) -> None:
        outside = {"width": width, "height": height}
        for _ in range(2):  # the window has borders of its own
            self._send("POST", "window/rect", **outside)
            inside = self.evaluate("() => [innerWidth, innerHeight]")
            outside["width"] += width - inside[0]
            outside["height"] += height - inside[1]

    def screenshot(self) -> bytes:
        return base64.b64decode(self._send("GET", "screenshot"))

    def another(self) -> "WebKit":
        """Open a second tab of the same visitor."""
        return WebKit(self._session, self._session.send("POST", "window/new", type="tab")["handle"])

    def close(self) -> None:
        self._send("DELETE", "window")


class _Session:
    def __init__(self, driver: str, browser: str) -> None:
        options = {"binary": browser, "args": ["--automation"]}
        self._address = f"{driver}/session"
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = self._ask("POST", "", {"capabilities": wanted})
        self._address += f"/{session['sessionId']}"
        self._shown: str = self.send("GET", "window")

    @property
    def shown(self) -> str:
        return self._shown

    def show(self, window: str) -> None:
        if window != self._shown:
            self.send("POST", "window", handle=window)
            self._shown = window

    def send(self, method: str, path: str, **parameters: Any) -> Any:
        return self._ask(method, f"/{path}", None if method != "POST" else parameters)

    def end(self) -> None:
        self._ask("DELETE", "", None)

    def _ask(self, method: str, path: str, body: dict[str, Any] | None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._address + path, data=data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            said = json.load(error)["value"]
            raise RuntimeError(f"{path}: {said['error']}: {said['message']}") from error


@contextmanager
def webkit(driver: str, browser: str, screen: str, folder: Path) -> Iterator[WebKit]:
    """Launch a WebKitGTK that knows nobody, with what it writes in a folder, and give its window."""
    port = _free_port()
    with _display(screen) as display:
        home = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        process = subprocess.Popen(
            [driver, f"--port={port}"],
            env={**os.environ, **PLAIN, **home, "DISPLAY": display},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(port)
            session = _Session(f"http://127.0.0.1:{port}", browser)
            try:
                yield WebKit(session, session.shown)
            finally:
                session.end()
        finally:
            process.terminate()
            process.wait(PATIENCE)


@contextmanager
def _display(screen: str) -> Iterator[str]:
    """Start a screen that nobody sees, and give its name."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [screen, "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            yield f":{said.readline().strip()}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(PATIENCE * 20):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the driver of WebKitGTK did not start")
