"""What a page gets once it is whole."""

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from macros.publish.finish import check_loads, finished


def test_the_style_stands_where_the_template_leaves_room() -> None:
    assert (
        finished("<head><style></style></head>", lambda _: "p{}")
        == "<head><style>p{}</style></head>"
    )


@pytest.mark.parametrize(("page", "found"), [("<head></head>", 0), ("<style></style>" * 2, 2)])
def test_a_template_without_room_for_the_style_stops_the_build(page: str, found: int) -> None:
    with pytest.raises(PluginError, match=f"was found {found} times instead of once"):
        finished(page, lambda _: "p{}")


def test_a_table_has_the_frame_that_the_theme_s_script_would_give_it() -> None:
    page = "<style></style><table><tr></table><table class=own></table>"

    assert finished(page, lambda _: "") == (
        '<style></style><div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
        "<table><tr></table></div></div><table class=own></table>"
    )


def test_the_theme_s_boxes_say_what_html_lets_them() -> None:
    page = '<style></style><input class="md-toggle" id="__search" autocomplete="off"><input autocomplete="off">'

    assert finished(page, lambda _: "") == (
        '<style></style><input class="md-toggle" id="__search"><input autocomplete="off">'
    )


def test_the_style_is_for_what_stands_in_the_page_at_last() -> None:
    def style_of(html: str) -> str:
        return "p{}" if "md-typeset__table" in html else ""

    assert "<style>p{}</style>" in finished("<style></style><table></table>", style_of)


def test_indents_are_left_out_but_where_they_are_shown_or_read() -> None:
    page = "<style></style>\n   <p>\n\n  a\n</p><pre>\n  b</pre><script>\n  c</script>"

    assert (
        finished(page, lambda _: "")
        == "<style></style>\n<p>\na\n</p><pre>\n  b</pre><script>\n  c</script>"
    )


@pytest.mark.parametrize(
    "html",
    [
        '<script src="a.js">',
        '<script type="module" src="../page/a.js">',
        '<img alt="" src="/guide/page/a.js">',
        '<link rel="icon" href="a.js">',
        '<link rel="manifest" href="a.js">',
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
