"""The main path works in Chromium; tests/engines/ walks it in the others."""

import pytest
from playwright.sync_api import Page

from tests.engines.chromium import Chromium
from tests.engines.main_path import SIZES, walk


@pytest.mark.some(1)
@pytest.mark.parametrize("size", SIZES)
def test_each_step_of_the_main_path_works(page: Page, url: str, size: str) -> None:
    assert walk(Chromium(page), SIZES[size], url) == []
