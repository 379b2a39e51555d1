"""Harmless-looking edits that once broke the finished site in silence: they work, or are named."""

import re
from collections.abc import Callable
from pathlib import Path

import material
import pytest

from tests.conftest import build, run_build

STYLE = "overrides/components/check-list/check-list.css"
THEME = Path(material.__file__).parent / "templates"
Edit = Callable[[str, str, str], None]


def add(project: Path, name: str, text: str) -> None:
    with (project / name).open("a", encoding="utf-8") as file:
        file.write(text)


def change_theme(project: Path, old: str, new: str) -> None:
    """Let the theme's page be written otherwise, as a new version would."""
    text = (THEME / "base.html").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (project / "overrides/base.html").write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    "rule",
    [
        ".se-check-list { opacity: .77; &:hover { outline: 7px solid; } }",
        "@layer ours { .se-check-list { outline: 7px solid; } }",
        "@container (width > 20em) { .se-check-list { outline: 7px solid; } }",
        "@something-new (x) { .se-check-list { outline: 7px solid; } }",
    ],
)
def test_a_rule_of_ours_is_in_the_finished_page_or_stops_the_build_by_its_line(
    project: Path, tmp_path: Path, rule: str
) -> None:
    add(project, STYLE, f"\n{rule}\n")
    done = run_build(project, tmp_path / "site")
    page = tmp_path / "site/guide/prepare/index.html"

    if done.returncode:
        assert "check-list.css, line " in done.stderr
    else:
        assert "outline:7px solid" in page.read_text("utf-8").replace(": ", ":")


@pytest.mark.slow
def test_a_class_of_any_name_that_a_script_gives_keeps_its_rule(
    project: Path, tmp_path: Path
) -> None:
    add(project, STYLE, "\n.ready { outline: 7px solid; }\n")
    add(project, STYLE.replace(".css", ".js"), '\ndocument.body.classList.add("ready");\n')
    site = build(project, tmp_path / "site")

    assert "outline:7px solid" in (site / "guide/prepare/index.html").read_text("utf-8")


@pytest.mark.slow
def test_a_theme_that_writes_its_script_otherwise_changes_nothing(
    project: Path, tmp_path: Path
) -> None:
    change_theme(
        project,
        "<script src=\"{{ 'assets/javascripts/bundle",
        "<script defer src=\"{{ 'assets/javascripts/bundle",
    )
    site = build(project, tmp_path / "site")

    assert re.findall(r"<script[^>]* src=", (site / "index.html").read_text("utf-8")) == []


@pytest.mark.slow
def test_a_script_of_the_theme_s_outside_its_block_stops_the_build(
    project: Path, tmp_path: Path
) -> None:
    change_theme(
        project, "  </body>", "  <script src=\"{{ 'assets/new.js' | url }}\"></script></body>"
    )
    done = run_build(project, tmp_path / "site")

    assert done.returncode == 1
    assert "404.html loads assets/new.js, which the site has not" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("block", ["scripts", "styles", "header"])
def test_a_block_that_the_theme_has_no_longer_stops_the_build(
    project: Path, tmp_path: Path, block: str
) -> None:
    change_theme(project, f"{{% block {block} %}}", f"{{% block {block}_renamed %}}")
    done = run_build(project, tmp_path / "site")

    assert done.returncode == 1
    assert (
        f"overrides/main.html fills blocks that the theme's base.html has not: {block}."
        in done.stderr
    )


@pytest.mark.slow
def test_a_word_composed_at_run_time_stops_the_build(
    project: Path, edit: Edit, tmp_path: Path
) -> None:
    edit(
        "overrides/components/keep-health/keep-health.js",
        "word(`keep-health.state-${store.state}`)",
        'word("keep-health." + "state-" + store.state)',
    )
    done = run_build(project, tmp_path / "site")

    assert done.returncode == 1
    assert re.search(
        r"overrides/components/keep-health/keep-health\.js .*says keep-health\.", done.stderr
    ) or ("keep-health.js, line" in done.stderr)


@pytest.mark.slow
def test_a_style_that_imports_another_stops_the_build(project: Path, tmp_path: Path) -> None:
    add(project, STYLE, '\n@import "other.css";\n')
    done = run_build(project, tmp_path / "site")

    assert done.returncode == 1
    assert re.search(r"check-list\.css, line \d+: @import counts at the head", done.stderr)
