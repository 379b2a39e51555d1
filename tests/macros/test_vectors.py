"""The vectors can be reviewed: one case a line."""

import json

import pytest

from tests.vectors import NAMES, laid_out, text_of


@pytest.mark.parametrize("name", NAMES)
def test_a_case_stands_on_one_line(name: str) -> None:
    text = text_of(name)

    assert text == laid_out(text), "python -m tests.vectors lays it out"
    assert json.loads(text) == [json.loads(line.rstrip(",")) for line in text.splitlines()[1:-1]]
