"""What each page allows a browser to load and to run."""

import pytest

from macros.publish.policy import close


@pytest.mark.parametrize(
    ("html", "allowed"),
    [
        ("<script>one()</script>", "script-src 'self' 'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4=';"),
        (
            '<script id="a" type="module">two()</script>',
            "script-src 'self' 'sha256-iMrPAWirDC2X0OhZzLsM2MRIWSmepJGI4r7D8ZlwBOw=';",
        ),
        ('<style media="print">p{}</style>', "style-src 'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=';"),
        ('<script type="application/json">{}</script>', "script-src 'self';"),
        ('<script async src="a.js"></script>', "script-src 'self';"),
    ],
)  # fmt: skip
def test_what_runs_or_styles_in_a_page_is_allowed_by_its_hash(html: str, allowed: str) -> None:
    pages = {"index.html": f'<meta charset="utf-8">{html}'}
    close(pages)

    assert allowed in pages["index.html"]
