"""Gives a page of the finished site what stands in it only once it is whole."""

import re

# Where main.html leaves room for the style.
STYLE = "<style></style>"
# What the theme's script puts around tables is there without it.
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
WRAPPED = r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">\g<0></div></div>'
AS_IT_IS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
INDENT = re.compile(r"\s*\n\s*")


class PageError(Exception):
    """A page without what its template must write."""


def finished(html: str, style: str) -> str:
    """Return a page with its style, its tables in their frames, and without indents.

    Raises:
        PageError: the template leaves no room for the style, or more than one.

    """
    parts = html.split(STYLE)
    if len(parts) != 2:
        raise PageError(
            f"{STYLE} was found {len(parts) - 1} times instead of once: "
            "compare the block styles of overrides/main.html with the theme's base.html"
        )
    html = TABLE.sub(WRAPPED, _without_indents(html))
    return html.replace(STYLE, f"<style>{style}</style>")


def _without_indents(html: str) -> str:
    """Leave out the white space of templates, which no browser shows."""
    parts = AS_IT_IS.split(html)
    # Three parts for each text: before it, the element that stays as it is, and its name.
    return "".join(
        part if i % 3 == 1 else INDENT.sub("\n", part) for i, part in enumerate(parts) if i % 3 != 2
    )
