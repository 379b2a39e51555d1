"""What a page gets of a style: what it can match, in as few letters."""

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from macros.publish.styles import MatchedStyle


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)  # what is kept of a stylesheet stays there
    return tmp_path / "style.css"


def cut(file: Path, css: str, words: str, own: str = "") -> str:
    file.write_text(css, encoding="utf-8")
    return MatchedStyle(file).of_page(frozenset(words.split()), own)


@pytest.mark.parametrize(
    "css",
    [
        "p{color:red}",
        ".box{color:red}",
        "#box{color:red}",
        "p>.box~p{color:red}",
        '[data-md-state="box"]{color:red}',
        "[dir=ltr] p{color:red}",
        "p:hover::before{color:red}",
        "p:not(.other){color:red}",
        "p:is(.one,.other){color:red}",
        "*{color:red}",
        ":root{color:red}",
        "@media print{p{color:red}}",
        "@font-face{font-family:box}",
        "P{color:red}",
        "p[DIR=ltr]{color:red}",
        '[title="One two, three"]{color:red}',
        '[title="ONE two" i]{color:red}',
        '[href^="http"]{color:red}',
        '[href$=".pdf"]{color:red}',
        '[href*="xample.or"]{color:red}',
        "[lang|=en]{color:red}",
        "[title~=two]{color:red}",
        ".box\\:dir{color:red}",
        "#box\\.dir{color:red}",
    ],
)
def test_a_rule_of_which_a_page_has_every_word_is_kept(file: Path, css: str) -> None:
    words = "p .box box data-md-state dir .dir ltr title One two three href https example org pdf lang en-GB"

    assert cut(file, css, words) == css


@pytest.mark.parametrize(
    "css",
    [
        "table{color:red}",
        "p .other{color:red}",
        "#another{color:red}",
        "[dir=rtl] p{color:red}",
        "[data-md-color-scheme=slate] p{color:red}",
        '[dir^="rt"]{color:red}',
        '[href$=".pdf"]{color:red}',
        ".box\\:wide{color:red}",
        "@media print{table{color:red}}",
        "@supports (color:red){@media print{table{color:red}}}",
    ],
)
def test_a_rule_with_a_word_that_a_page_has_not_is_left_out(file: Path, css: str) -> None:
    assert cut(file, css, "p box .box other dir ltr data-md-color-scheme") == ""


def test_one_selector_of_several_is_left_out(file: Path) -> None:
    assert cut(file, "ul, p , .other{color:red}", "p") == "p{color:red}"


def test_a_value_may_hold_what_looks_like_a_rule(file: Path) -> None:
    css = 'p{background:url("data:image/svg+xml,<svg a=\'b; c\'/>");content:"a  {b}"}'

    assert cut(file, css, "p") == css


def test_a_custom_property_that_nothing_names_is_left_out(file: Path) -> None:
    css = 'p{--one:1;--two:var(--three);--three:url("a;b");color:red}a{margin:var(--one)}'

    assert cut(file, css, "p a") == "p{--one:1;color:red}a{margin:var(--one)}"


def test_a_custom_property_that_only_another_names_is_kept_with_it(file: Path) -> None:
    css = ":root{--one:var(--two);--two:1}p{margin:var(--one)}"

    assert cut(file, css, "p") == css


def test_a_custom_property_that_our_style_names_is_kept(file: Path) -> None:
    assert cut(file, ":root{--a:1;--b:2}", "", "p{color:var(--a)}") == ":root{--a:1}"


def test_an_animation_that_nothing_names_is_left_out(file: Path) -> None:
    css = "@keyframes a{0%{top:0}to{top:1px}}@keyframes b{0%{top:0}}p{animation:a 1s}"

    assert cut(file, css, "p") == "@keyframes a{0%{top:0}to{top:1px}}p{animation:a 1s}"


def test_what_is_seen_of_search_once_it_is_open_comes_with_search(file: Path) -> None:
    css = ".md-search-result a{color:red}[data-md-toggle=search]:checked~p{color:red}"
    words = "a p .md-search-result data-md-toggle search"

    assert (cut(file, css, words), MatchedStyle(file).of_search) == ("", css)


def test_the_icons_of_search_come_with_search(file: Path) -> None:
    css = ":root{--md-search-result-icon:url(a);--other:1}.md-search-result{mask:var(--md-search-result-icon)}"
    cut(file, css, "")

    assert MatchedStyle(file).of_search == (
        ":root{--md-search-result-icon:url(a)}.md-search-result{mask:var(--md-search-result-icon)}"
    )


def test_a_style_with_a_rule_within_a_rule_stops_the_build(file: Path) -> None:
    with pytest.raises(PluginError, match=r"style\.css, line 2: a rule within a rule"):
        cut(file, "p{color:red;\n&:hover{color:blue}}", "p")


@pytest.mark.parametrize(
    "css",
    [
        "@layer ours{.a{color:red}}",
        "@container card (width > 20em ) and (height > 1em){.a{color:red}}",
        "@starting-style{.a{opacity:0}}",
        '@property --a{syntax:"<length>"}',
        "@something-new{whatever:it}",
        '.a{content:"/* a  b */"}',
    ],
)
def test_a_rule_of_another_kind_is_kept(file: Path, css: str) -> None:
    assert cut(file, css, ".a") == css


def test_comments_and_indents_are_left_out(file: Path) -> None:
    css = "/* One. */\np\n  b {\n  color: red; /* Two. */\n  margin: 0\n    auto;\n}\n"

    assert cut(file, css, "p b") == "p b{color:red;margin:0 auto}"


def test_a_word_that_scripts_go_on_stands_for_all_that_begin_so(file: Path) -> None:
    css = ".se-badge--reading{color:red}.se-badge{color:red}"

    assert cut(file, css, ".se-badge--") == ".se-badge--reading{color:red}"


def test_an_attribute_that_scripts_may_give_is_not_asked_for(file: Path) -> None:
    css = '.a[data-state="ready"]{color:red}[data-b] .other{color:red}'
    file.write_text(css, encoding="utf-8")

    kept = MatchedStyle(file).of_page(frozenset([".a"]), "", any_attribute=True)
    assert kept == '.a[data-state="ready"]{color:red}'


def test_a_custom_property_that_ours_sets_is_left_out(file: Path) -> None:
    css = ":root{--one:var(--two);--two:1}p{color:var(--one)}"
    file.write_text(css, encoding="utf-8")

    assert (
        MatchedStyle(file, replaced={"--one"}).of_page(frozenset("p"), "") == "p{color:var(--one)}"
    )


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ('p{color:red}\n@import "a.css";', "line 2: @import counts at the head of a file only"),
        ('@layer a{\n@import "a.css";}', "line 2: @import counts at the head of a file only"),
        ("p{color:red}\n}", "line 2: "),
        ('p{content:"a\n}', "line 1: "),
    ],
)
def test_what_a_style_cannot_keep_is_said_with_its_file_and_line(
    file: Path, css: str, expected: str
) -> None:
    with pytest.raises(PluginError) as refused:
        cut(file, css, "p")

    assert str(refused.value).startswith(f"{file}, {expected}")
