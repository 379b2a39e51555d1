"""The browser of tests/browser/, for the guide as it stands in docs/."""

from tests.browser.conftest import browser, browser_path, playwright

__all__ = ["browser", "browser_path", "playwright"]
