from pathlib import Path

import pytest

from macros.slim.cores import on_every_core
from macros.slim.scripts import bundled
from macros.slim.settings import asked_for
from macros.slim.site import THEME, replaced
from macros.slim.styles import Page, Sheet, of_search, without_unused

HTML = (
    '<body dir="ltr" data-md-color-scheme="default"><input class="box" type="checkbox">'
    '<p class="md-nav__link">Text</p><template><em class="later">Said</em></template></body>'
)


def cut(css: str, script: str = "") -> str:
    return Sheet(css).cut(Page(HTML, script))


def test_a_rule_that_matches_no_element_is_left_out() -> None:
    assert cut("p{color:red}ul{color:blue}.other p{color:green}") == "p{color:red}"


def test_one_selector_of_several_is_left_out() -> None:
    assert cut("ul, p , .other{color:red}") == "p{color:red}"


def test_states_of_an_element_that_is_there_are_kept() -> None:
    css = (
        ".box:checked~p{margin:0}p[hidden]{display:none}.md-nav__link--active:hover{color:red}"
        ".js p:not(.x)::before{color:red}p:is(.a, .b):nth-child(2){color:red}"
    )

    assert cut(css) == css


def test_what_a_template_holds_is_matched() -> None:
    assert cut(".later{color:red}") == ".later{color:red}"


def test_what_a_script_makes_is_kept() -> None:
    css = ".se-row td{color:red}.se-column td{color:red}"

    assert cut(css, 'x.className="se-row";make("td")') == ".se-row td{color:red}"


def test_a_class_that_a_script_completes_is_kept() -> None:
    css = ".se-badge--article{color:red}.se-badges{color:red}"

    assert cut(css, "x.className=`se-badge--${kind}`") == ".se-badge--article{color:red}"


def test_what_no_script_makes_is_left_out() -> None:
    assert cut("p p{color:red}", 'x.className="se-row";make("ul")') == ""


def test_what_a_script_without_classes_makes_is_kept() -> None:
    css = "div p{color:red}"

    assert cut(css, 'make("p")') == css


def test_the_other_direction_of_writing_is_left_out() -> None:
    assert cut("[dir=rtl] p{color:red}[dir=ltr] p{color:red}") == "[dir=ltr] p{color:red}"


def test_colours_that_no_button_gives_are_left_out() -> None:
    css = "[data-md-color-scheme=default] p{color:red}[data-md-color-scheme=slate] p{color:red}"

    assert cut(css) == "[data-md-color-scheme=default] p{color:red}"


def test_a_condition_without_rules_is_left_out() -> None:
    css = "@media print{ul{color:red}}@media screen and (min-width:1em){p{color:red}}"

    assert cut(css) == "@media screen and (min-width:1em){p{color:red}}"


def test_rules_nested_in_a_rule_go_with_it() -> None:
    css = "p{opacity:.5;&:hover{opacity:1}@media (width < 30em){color:red}}"

    assert cut(f"{css}ul{{&:hover{{color:red}}}}") == css


def test_rules_of_a_layer_are_cut_and_its_order_is_kept() -> None:
    css = "@layer base,ours;@layer ours{p{color:red}ul{color:red}}"

    assert cut(css) == "@layer base,ours;@layer ours{p{color:red}}"


def test_a_colon_in_brackets_is_no_state() -> None:
    css = '[style*="color:red"]{margin:0}'

    assert Sheet(css).cut(Page(HTML.replace("<em", '<em style="color:red"'), "")) == css


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (
            'p{color:red}\n@import "other.css";',
            "theme.css: line 2: @import counts at the head of a file",
        ),
        ("p{color:red}\n}", "theme.css: line 2: "),
        ("p{color:red;\nred}", "theme.css: line 2: "),
    ],
)
def test_what_a_style_cannot_keep_is_said_with_its_file_and_line(css: str, expected: str) -> None:
    with pytest.raises(RuntimeError) as refused:
        Sheet(css, "theme.css")

    assert str(refused.value).startswith(expected)


def test_a_theme_that_writes_its_script_otherwise_stops_the_build() -> None:
    html = '<script defer src="assets/javascripts/bundle.0123.min.js"></script>'

    with pytest.raises(RuntimeError, match="The theme's script was found 0 times on a page"):
        replaced(THEME, "", html, "script")


def test_comments_and_white_space_are_left_out() -> None:
    assert cut("/* One. */\np {\n  color: red; /* Two. */\n}\n") == "p{color:red}"


def test_quotes_and_urls_stay_as_they_are() -> None:
    css = 'p{background:url("data:image/svg+xml,<svg a=\'b; c\'/>");content:"a  b"}'

    assert cut(css) == css


def test_custom_properties_that_nothing_uses_are_left_out() -> None:
    css = 'p{--one:1;--two:var(--three);--three:url("a;b");color:red}a{margin:var(--one)}'

    assert without_unused(css, "") == "p{--one:1;color:red}a{margin:var(--one)}"


def test_custom_properties_that_another_style_uses_are_kept() -> None:
    css = ":root{--a:1;--b:2}"

    assert without_unused(css, "p{color:var(--a)}") == ":root{--a:1;}"


def test_custom_properties_that_another_style_has_for_itself_are_left_out() -> None:
    assert without_unused(":root{--a:1}", ":root{--a:1}p{color:var(--a)}") == ""


def test_animations_that_nothing_uses_are_left_out() -> None:
    css = "@keyframes a{0%{top:0}to{top:1px}}@keyframes b{0%{top:0}}p{animation:a 1s}"

    assert without_unused(css, "") == "@keyframes a{0%{top:0}to{top:1px}}p{animation:a 1s}"


def test_rules_about_results_of_search_are_known_by_their_class() -> None:
    css = ".md-search-result a{color:red}[dir=rtl] .md-search-result a{color:red}p{color:red}"

    assert Sheet(css).cut(of_search) == ".md-search-result a{color:red}"


def test_a_rule_that_needs_an_attribute_nobody_gives_is_left_out() -> None:
    assert cut("p[data-md-scrolllock]{color:red}") == ""


def test_an_attribute_that_a_script_says_by_a_property_is_kept() -> None:
    css = "p[data-md-scrolllock]{color:red}"

    assert cut(css, "x.dataset.mdScrolllock = 1") == css


def test_a_word_of_a_script_is_no_class() -> None:
    assert cut(".bug p{color:red}", 'x.className="se-row";say("bug","p")') == ""


def test_what_is_seen_of_search_once_it_is_open_comes_with_search() -> None:
    css = "[data-md-toggle=search]:checked~p{color:red}"

    assert (cut(css), Sheet(css).cut(of_search)) == ("", css)


def test_each_page_is_written_on_one_of_the_cores(tmp_path: Path) -> None:
    names = [f"page-{number}" for number in range(7)]
    on_every_core(lambda name: (tmp_path / name).touch(), names)

    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_a_page_that_cannot_be_written_stops_the_work() -> None:
    def fail(name: str) -> None:
        raise OSError(name)

    with pytest.raises(RuntimeError, match="could not be written"):
        on_every_core(fail, ["page"])


def test_a_script_holds_nothing_that_another_page_needs(tmp_path: Path) -> None:
    texts = {
        "lib": "export const one = () => console.log('one');export const two = () => alert('two');",
        "a": 'import { one } from "./lib.js"; one();',
        "b": 'import { two } from "./lib.js"; two();',
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.js").write_text(text, encoding="utf-8")
    first, second = (tmp_path / "a.js",), (tmp_path / "b.js",)

    assert "alert" not in bundled([first, second], {})[first]


def test_a_module_that_cannot_be_read_stops_the_work_and_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"missing\.js"):
        bundled([(tmp_path / "missing.js",)], {})


@pytest.mark.parametrize(
    "script",
    [
        'word("plan.call-early")',
        "word(`plan.call-${when}`)",
        "word(`plan.${which}-${when}`)",
        "word(`plan.${isEarly ? call : other}early`)",
        "say(`${word(`plan.call-${when}`)} now`)",
        'word(`plan.${name}`);own("call-early")',
        "word(`plan.${name}`);own(`call-${when}`)",
        "word(`plan.${name}`);own(`${which}-early`)",
    ],
)
def test_a_word_that_a_script_says_is_kept(script: str) -> None:
    words = {"plan.call-early": "Too early"}

    assert asked_for({"words": words}, script)["words"] == words


@pytest.mark.parametrize(
    "script",
    [
        'word("plan.call-late")',
        "word(`plan.${name}`);`${year}-${month}`",
        'word("call-early")',
        'word(`other.${name}`);own("call-early")',
        "",
    ],
)
def test_a_word_that_no_script_says_is_left_out(script: str) -> None:
    assert asked_for({"words": {"plan.call-early": "Too early"}}, script)["words"] == {}


@pytest.mark.parametrize("script", ["settings.delays", "({delays:e})=>e", "{a,delays}=s"])
def test_a_setting_that_a_script_asks_for_is_kept(script: str) -> None:
    assert asked_for({"delays": 1, "words": {}}, script) == {"delays": 1, "words": {}}


def test_a_setting_that_no_script_asks_for_is_left_out() -> None:
    assert asked_for({"delays": 1, "words": {}}, "delaysOf(x.delaysIn)") == {"words": {}}
