"""Closes each page of the finished site: what a browser may load."""

import base64
import hashlib
import re
from functools import cache

POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",  # and the hashes of the short scripts in the pages
    "style-src": "'self'",  # and the hashes of the styles that stand in the pages
    "img-src": "'self' data:",  # the theme's icons are data: images of its stylesheet
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
REFERRER = "no-referrer"
# What stands in the pages and needs its hash.
INLINE = {
    "script-src": re.compile(
        r'<script\b(?![^>]*\s(?:src=|type="application/))[^>]*>(.*?)</script>', re.DOTALL
    ),
    "style-src": re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL),
}
# Behind it, before all that it governs; that a page has it sees finish.py.
CHARSET = '<meta charset="utf-8">'


def close(pages: dict[str, str]) -> None:
    """Write the policy into each page."""
    for path, html in pages.items():
        pages[path] = html.replace(CHARSET, CHARSET + _meta(html), 1)


def _meta(html: str) -> str:
    """Return the policy of a page, with the hashes of what stands in it."""
    hashes = {name: sorted({*map(_hash, inline.findall(html))}) for name, inline in INLINE.items()}
    policy = {name: " ".join([own, *hashes.get(name, [])]) for name, own in POLICY.items()}
    said = "; ".join(f"{name} {value}" for name, value in policy.items())
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{said}">'
        f'<meta name="referrer" content="{REFERRER}">'
    )


@cache
def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
