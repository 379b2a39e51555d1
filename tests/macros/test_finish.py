"""What a page gets once it is whole."""

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from macros.publish.finish import check_loads, finished

HEAD = '<meta charset="utf-8">'
TOGGLE = '<input class="md-toggle" id="__{}" autocomplete="off">'
DIALOG = '<div class="md-dialog" data-md-component="dialog">\n<div class="md-dialog__inner"></div>\n</div>'
OF_THEME = f"{HEAD}{TOGGLE.format('drawer')}{TOGGLE.format('search')}{DIALOG}"
LEFT = '<meta charset="utf-8"><input class="md-toggle" id="__drawer"><input class="md-toggle" id="__search">'


def made(body: str, style: str = "") -> str:
    """Return what follows the style on a finished page, which has all of the theme's."""
    html = finished(f"{OF_THEME}<style></style>{body}", lambda _: style)
    return html.removeprefix(f"{LEFT}<style>{style}</style>")


def test_the_style_stands_where_the_template_leaves_room() -> None:
    assert finished(f"{OF_THEME}<style></style>", lambda _: "p{}") == f"{LEFT}<style>p{{}}</style>"


@pytest.mark.parametrize(
    ("page", "what", "times"),
    [
        (OF_THEME, "<style></style>", "0 times instead of 1"),
        (f"{OF_THEME}<style></style><style></style>", "<style></style>", "2 times instead of 1"),
        (
            f"<style></style>{OF_THEME.replace(HEAD, '<meta charset=utf-8>')}",
            HEAD,
            "0 times instead of 1",
        ),
        (
            f"<style></style>{OF_THEME.replace(' autocomplete', ' data-a', 1)}",
            "autocomplete",
            "1 times instead of 2",
        ),
        (f"<style></style>{OF_THEME.replace(DIALOG, '')}", "md-dialog", "0 times instead of 1"),
    ],
)
def test_a_theme_that_writes_otherwise_what_is_replaced_stops_the_build(
    page: str, what: str, times: str
) -> None:
    with pytest.raises(PluginError, match=f"{what}.* was found {times}"):
        finished(page, lambda _: "p{}")


def test_a_table_has_the_frame_that_the_theme_s_script_would_give_it() -> None:
    assert made("<table><tr></table><table class=own></table>") == (
        '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
        "<table><tr></table></div></div><table class=own></table>"
    )


def test_what_a_text_field_says_stays() -> None:
    assert made('<input autocomplete="off">') == '<input autocomplete="off">'


def test_the_style_is_for_what_stands_in_the_page_at_last() -> None:
    def style_of(html: str) -> str:
        return "p{}" if "md-typeset__table" in html else ""

    page = f"{OF_THEME}<style></style><table></table>"
    assert "<style>p{}</style>" in finished(page, style_of)


def test_indents_are_left_out_but_where_they_are_shown_or_read() -> None:
    body = "\n   <p>\n\n  a\n</p><pre>\n  b</pre><script>\n  c</script>"

    assert made(body) == "\n<p>\na\n</p><pre>\n  b</pre><script>\n  c</script>"


@pytest.mark.parametrize(
    "html",
    [
        '<script src="a.js">',
        '<script type="module" src="../page/a.js">',
        '<img alt="" src="/guide/page/a.js">',
        '<link rel="icon" href="a.js">',
        '<link rel="manifest" href="a.js">',
        "<img src='a.js'>",
        "<img src=a.js>",
        '<img src="a.js?now">',
        "<link href=a.js rel=stylesheet>",
    ],
)
def test_what_a_page_loads_must_be_there(tmp_path: Path, html: str) -> None:
    pages = {"page/index.html": html}

    with pytest.raises(
        PluginError, match=r"page/index\.html loads page/a\.js, which the site has not"
    ):
        check_loads(pages, tmp_path, "/guide/")
    (tmp_path / "page").mkdir()
    (tmp_path / "page/a.js").touch()
    check_loads(pages, tmp_path, "/guide/")
