"""The pure modules in a real browser, on the vectors that Bun and Python run too."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.conftest import CONTENT
from tests.pure import CALLS, given
from tests.vectors import text_of, vectors

LOAD = """async ({ modules, settings, holidays, calls }) => {
  const load = (name) => import(new URL(`/sources/${name}.js`, location));
  const lib = Object.assign({}, ...(await Promise.all(modules.map(load))));
  const there = URL.createObjectURL(new Blob([JSON.stringify(holidays)]));
  window.answering = calls({ lib, settings, holidays: await lib.loadHolidays(there) });
}"""
ANSWERED = (
    "addresses", "bad-states", "dates-in-words", "fitted-words", "follow-up", "held",
    "hostile-backups",
    "messages", "numbers-in-words", "phone-numbers", "places", "practice", "speaking-time",
    "stages", "text", "typed-dates", "typed-numbers", "typed-times", "usual",
)  # fmt: skip
Answers = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def answers(browser: Browser, url: str) -> Answers:
    """What the modules answer to every case of every file."""
    context = browser.new_context(timezone_id="America/Toronto")
    page = context.new_page()
    page.goto(url + "robots.txt")  # the lightest page of the origin
    calls = CALLS.read_text(encoding="utf-8").rstrip().removesuffix(";")
    page.evaluate(f"(given) => ({LOAD})({{ ...given, calls: {calls} }})", given(CONTENT))
    assert page.evaluate("answering.names.sort()") == [*ANSWERED]
    found: Answers = page.evaluate(
        """(texts) => Object.fromEntries(Object.entries(texts).map(
             ([name, text]) => [name, answering.answers(name, text)]))""",
        {name: text_of(name) for name in ANSWERED},
    )
    context.close()
    return found


def named(index: int, case: dict[str, Any]) -> str:
    said = [repr(each) for key, each in case.items() if key in ("typed", "unit", "order", "side")]
    return f"{index}: {case.get('why') or ' '.join(said) or case.get('expect') or case['date']}"


@pytest.mark.parametrize("name", ANSWERED)
def test_a_module_answers_as_its_vector_says(answers: Answers, name: str) -> None:
    wrong = {
        named(index, case): answered
        for index, (case, answered) in enumerate(zip(vectors(name), answers[name], strict=True))
        if answered != {key: case[key] for key in answered}
    }

    assert wrong == {}
