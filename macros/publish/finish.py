"""Gives a page of the finished site what stands in it only once it is whole."""

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from macros.publish.errors import PublishError
from macros.publish.policy import CHARSET

# Where main.html leaves room for the style.
STYLE = "<style></style>"
# What a page is to have of the theme: a pattern, what stands there instead, and how often.
REPLACED = (
    (STYLE, STYLE, 1),
    (CHARSET, CHARSET, 1),
    (r'(<input class="md-toggle"[^>]*?) autocomplete="off"', r"\1", 2),  # is for text fields
    (r'<div class="md-dialog" [^>]*>\s*<div [^>]*></div>\s*</div>', "", 1),  # is for its script
)
# What the theme's script puts around tables is there without it.
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
WRAPPED = r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">\g<0></div></div>'
# The white space of templates, which no browser shows, and first what stays as it is.
INDENT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)|\s*\n\s*", re.DOTALL)
# What a browser fetches with a page, or once a script of ours asks for it.
LOADING = re.compile(
    r"""<(?:script|img|link(?=[^>]*\srel=["']?(?:stylesheet|icon|manifest|apple-)))\b[^>]*>"""
)
LOADED = re.compile(
    r"""\s(?:src|href|data-(?:shell|settings|tools|later|reading))=["']?([^"'\s>?#]*\.[^"'\s>?#]*)"""
)


def finished(html: str, style_of: Callable[[str], str]) -> str:
    """Return a page as valid HTML, its tables in their frames, without indents, with the style for all that.

    Raises:
        PublishError: a page has more or less of the theme than is replaced.

    """
    for pattern, text, times in REPLACED:
        html, found = re.subn(pattern, text, html)
        if found != times:
            where = "compare overrides/main.html with the theme's base.html"
            raise PublishError(f"{pattern} was found {found} times instead of {times}: {where}")
    html = TABLE.sub(WRAPPED, INDENT.sub(lambda found: found[1] or "\n", html))
    return html.replace(STYLE, f"<style>{style_of(html)}</style>")


def check_loads(pages: dict[str, str], site: Path, root: str) -> None:
    """See to it that a site has all that its pages load; `root` is the path of its address.

    Raises:
        PublishError: it has not; a line for each file that is missing, with the first page that asks.

    """
    missing: dict[str, str] = {}
    for page, html in pages.items():
        for address in LOADED.findall("".join(LOADING.findall(html))):
            at = posixpath.join(root, posixpath.dirname(page), address)
            path = posixpath.normpath(at).removeprefix(root)
            if not (site / path).is_file():
                missing.setdefault(path, page)
    why = "is it written by the theme, in a block that overrides/main.html does not know?"
    if missing:
        said = (
            f"{page} loads {path}, which the site has not: {why}" for path, page in missing.items()
        )
        raise PublishError("\n".join(said))
