"""Find a Chromium that really launches, or install one: `python -m tests.find_browser`.

In order: the browser named by $BROWSER_PATH; Chromium, Chrome or Edge on this system; the one
Playwright downloaded before; Debian's package, where apt-get may be used; a download by Playwright.
On Ubuntu `chromium` is a stub that asks for snap: hence a launch, not a look at the file.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

# Chromium heeds only the last list of features: this one holds what Playwright's own turns off and
# matters here.
FEATURES_OFF = (
    "RenderDocument",  # a page of the same site takes the place of the last: a third less work
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
)
FLAGS = [
    f"--disable-features={','.join(FEATURES_OFF)}",
    "--no-sandbox",  # root in a container has no sandbox to enter
    "--disable-gpu",
    "--disable-gpu-compositing",
    "--in-process-gpu",  # a process less to wake for each frame
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = (
    "chromium-headless-shell",  # the same engine without a window to hide: twice as fast
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
)
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
DEBIAN_PACKAGES = ("chromium-headless-shell", "chromium")
NO_QUESTIONS = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
WHAT_TO_DO = (
    "No browser could be found or installed, and the browser tests are never skipped. "
    "Install Chromium, Chrome or Edge (Debian: apt-get install chromium), "
    "or name one: BROWSER_PATH=/path/to/chromium make test"
)


@cache
def installed_browser() -> str | None:
    """Return the path of a browser on this machine that launches, None if there is none."""
    return next((path for path in _candidates() if _launches(path)), None)


def install_browser() -> None:
    """Try Debian's package, then Playwright's download; whether it worked is seen by launching."""
    apt = apt_get()
    if apt:
        subprocess.run([*apt, "update", "-qq"], check=False)
        for package in DEBIAN_PACKAGES:
            install = [*apt, "install", "-y", "-qq", "--no-install-recommends", package]
            subprocess.run([*install, "fonts-liberation"], check=False, env=NO_QUESTIONS)
            installed_browser.cache_clear()
            if installed_browser():
                return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if apt:
        subprocess.run(
            [sys.executable, "-m", "playwright", "install-deps", "chromium"], check=False
        )
    installed_browser.cache_clear()


def _candidates() -> Iterator[str]:
    if named := os.environ.get("BROWSER_PATH"):
        yield named
        return
    yield from filter(None, map(shutil.which, NAMES))
    yield from (path for path in APPLICATIONS if Path(path).exists())
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).exists():
        yield own


def _launches(path: str) -> bool:
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS, timeout=30_000)
            answer = browser.new_page().evaluate("1 + 1")
            browser.close()
    except Error:
        return False
    return bool(answer == 2)


def apt_get() -> list[str] | None:
    """Return how to call apt-get, None where it may not be used."""
    apt = shutil.which("apt-get")
    if apt is None:
        return None
    if os.geteuid() == 0:
        return [apt]
    sudo = shutil.which("sudo")
    if (
        sudo
        and subprocess.run([sudo, "-n", "true"], check=False, capture_output=True).returncode == 0
    ):
        return [sudo, "-n", apt]
    return None


def main() -> int:
    """Print the browser found or installed; 1 when there is none."""
    if not installed_browser() and not os.environ.get("BROWSER_PATH"):
        install_browser()
    path = installed_browser()
    print(path or WHAT_TO_DO)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
