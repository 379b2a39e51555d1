"""Firefox, through WebDriver BiDi."""

import base64
import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import websocket

from tests.engines.actions import Actions, put, typed
from tests.engines.engine import HOLD

PATIENCE = 30  # seconds, for a start on a machine that does something else
PREFERENCES: dict[str, bool | int | str] = {
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.download.alwaysOpenPanel": False,  # it would take the focus
    "browser.download.folderList": 2,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.disable_beforeunload": True,
    "focusmanager.testmode": True,  # a window that nobody sees has the focus all the same
    "intl.accept_languages": "fr-FR",
    "remote.active-protocols": 1,
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """A tab of Firefox."""

    name = "Firefox"

    def __init__(self, connection: "_Connection", context: str) -> None:
        self._connection, self._context = connection, context

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._connection.send(method, context=self._context, **parameters)

    def open(self, address: str) -> None:
        self._send("browsingContext.navigate", url=address, wait="complete")

    def reload(self) -> None:
        self._send("browsingContext.reload", wait="complete")

    def evaluate(self, function: str, *arguments: Any) -> Any:
        answer = self._connection.send(
            "script.callFunction",
            functionDeclaration=f"""async (all) =>
              JSON.stringify((await ({function})(...JSON.parse(all))) ?? null)""",
            arguments=[{"type": "string", "value": json.dumps(arguments)}],
            target={"context": self._context},
            awaitPromise=True,
            userActivation=False,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def _perform(self, actions: Actions) -> None:
        self._send("input.performActions", actions=actions)

    def press(self, x: float, y: float, hold: float = HOLD) -> None:
        self._perform(put("mouse", x, y, hold))

    def touch(self, x: float, y: float, hold: float = HOLD) -> None:
        self._perform(put("touch", x, y, hold))

    def type(self, keys: str) -> None:
        self._perform(typed(keys))

    def viewport(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._send("browsingContext.setViewport", viewport=size)

    def screenshot(self) -> bytes:
        return base64.b64decode(self._send("browsingContext.captureScreenshot")["data"])

    def another(self) -> "Firefox":
        """Open a second tab of the same visitor."""
        return self._connection.tab()

    def close(self) -> None:
        self._send("browsingContext.close")


class _Connection:
    def __init__(self, address: str) -> None:
        self._socket = websocket.create_connection(
            address, timeout=PATIENCE, suppress_origin=True, enable_multithread=False
        )
        self._last = 0

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") != self._last:
                continue  # something that happened, or an answer nobody waits for
            if answer["type"] == "error":
                raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
            return dict(answer["result"])

    def tab(self) -> Firefox:
        return Firefox(self, self.send("browsingContext.create", type="tab")["context"])


@contextmanager
def firefox(path: str, folder: Path, *, has_workers: bool = False) -> Iterator[Firefox]:
    """Launch a Firefox that knows nobody, with what it writes in a folder, and give its tab.

    A service worker would fetch all pages while the first is tried: it has none unless asked.
    """
    own = {"browser.download.dir": str(folder), "dom.serviceWorkers.enabled": has_workers}
    (folder / "user.js").write_text(
        "".join(
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
            for name, value in {**PREFERENCES, **own}.items()
        ),
        encoding="utf-8",
    )
    command = [path, "--headless", "--no-remote", "--profile", str(folder)]
    process = subprocess.Popen(
        [*command, "--remote-debugging-port", "0", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        connection = _Connection(f"{_address(process, folder)}/session")
        connection.send("session.new", capabilities={})
        yield connection.tab()
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _address(process: subprocess.Popen[bytes], folder: Path) -> str:
    """Wait for the address that Firefox says in its profile."""
    said = folder / "WebDriverBiDiServer.json"
    for _ in range(PATIENCE * 20):
        if said.is_file() and (text := said.read_text(encoding="utf-8")):
            server = json.loads(text)
            return f"ws://{server['ws_host']}:{server['ws_port']}"
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} did not start")
