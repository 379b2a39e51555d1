"""Find Firefox and WebKitGTK, or install them: `python -m tests.find_engines`.

Debian's packages, where apt-get may be used. Whether they work is seen when the tests launch them.
"""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.find_browser import NO_QUESTIONS, apt_get

PACKAGES = ("firefox-esr", "firefox", "webkit2gtk-driver", "xvfb")
WHAT_TO_DO = (
    "Firefox or WebKitGTK could not be found or installed, and the tests in them are never skipped. "
    "Debian: apt-get install firefox-esr webkit2gtk-driver xvfb"
)
MINI_BROWSERS = (
    "/usr/lib/*/webkit2gtk-4.*/MiniBrowser",
    "/usr/lib/webkit2gtk-4.*/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.*/MiniBrowser",
)


@dataclass(frozen=True)
class Engines:
    """Where the programs are: the two browsers, and what WebKitGTK needs beside its own."""

    firefox: str
    webkit: str
    webkit_driver: str
    screen: str


def installed_engines() -> Engines | None:
    """Return where all of them are, None if one is not there."""
    firefox = _firefox()
    webkit = next((str(file) for each in MINI_BROWSERS for file in Path("/").glob(each[1:])), None)
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    if firefox and webkit and driver and screen:
        return Engines(firefox, webkit, driver, screen)
    return None


def install_engines() -> None:
    """Try each of Debian's packages: Ubuntu has a Firefox of another name."""
    apt = apt_get()
    if apt is None:
        return
    subprocess.run([*apt, "update", "-qq"], check=False)
    for package in PACKAGES:
        if package != "firefox" or not _firefox():
            install = [*apt, "install", "-y", "-qq", "--no-install-recommends", package]
            subprocess.run(install, check=False, env=NO_QUESTIONS)


def _firefox() -> str | None:
    """Return the path of a Firefox that says its name: on Ubuntu it may be a stub asking for snap."""
    for path in filter(None, map(shutil.which, ("firefox-esr", "firefox"))):
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
        if said.returncode == 0 and "Firefox" in said.stdout:
            return path
    return None


def main() -> int:
    """Print the engines found or installed; 1 when one is missing."""
    if not installed_engines():
        install_engines()
    found = installed_engines()
    print(f"{found.firefox}\n{found.webkit}" if found else WHAT_TO_DO)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
