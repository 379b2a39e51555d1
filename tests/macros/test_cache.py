"""What a build keeps for the next one is what it would make anew."""

import os
import time
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from macros.cache import A_WHILE, FOLDER, files_in, forget, kept, templates
from macros.publish.assets import Assets
from macros.publish.styles import MatchedStyle


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_of_the_same_inputs_it_is_made_once() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return f"made {len(made)}"

    assert [kept("thing", [b"a", b"b"], make) for _ in range(2)] == ["made 1", "made 1"]


@pytest.mark.parametrize("inputs", [[b"a", b"c"], [b"ab"], [b"b", b"a"], [b"a", b"b", b""]])
def test_of_other_inputs_it_is_made_anew(inputs: list[bytes]) -> None:
    kept("thing", [b"a", b"b"], lambda: "before")

    assert kept("thing", inputs, lambda: "now") == "now"


def test_nothing_is_kept_of_what_failed() -> None:
    def fail() -> str:
        raise OSError("no disk")

    with pytest.raises(OSError, match="no disk"):
        kept("thing", [b"a"], fail)
    assert kept("thing", [b"a"], lambda: "made") == "made"
    assert len([*FOLDER.iterdir()]) == 1


@pytest.mark.parametrize(("path", "text"), [("b.yml", "a"), ("a.yml", "b"), ("c/a.yml", "a")])
def test_a_file_of_another_name_or_text_is_another_input(path: str, text: str) -> None:
    before = Path("docs/a.yml")
    before.parent.mkdir()
    before.write_text("a", encoding="utf-8")
    inputs = [*files_in(Path("docs"))]
    before.unlink()
    file = Path("docs", path)
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")

    assert inputs == [b"a.yml", b"a"]
    assert inputs != [*files_in(Path("docs"))]


@pytest.mark.parametrize("text", [b"", b"nothing of ours"])
def test_what_a_power_cut_left_is_made_anew(text: bytes) -> None:
    kept("thing", [], lambda: "before")
    (file,) = FOLDER.iterdir()
    file.write_bytes(text)

    assert kept("thing", [], lambda: "anew") == "anew"


def test_what_no_build_has_used_for_three_days_goes() -> None:
    kept("used", [], lambda: "a")
    kept("old", [], lambda: "b")
    for file in FOLDER.iterdir():
        os.utime(file, (0, time.time() - A_WHILE - 60))
    kept("used", [], lambda: "anew")
    forget()

    assert kept("used", [], lambda: "anew") == "a"
    assert kept("old", [], lambda: "anew") == "anew"


def test_a_stylesheet_of_the_theme_that_changed_is_read_anew() -> None:
    file = Path("main.css")
    styles = []
    for css in ("p{color:red}", "p{color:tan}"):
        file.write_text(css, encoding="utf-8")
        styles.append(MatchedStyle(file).of_page(frozenset(["p"]), ""))

    assert styles == ["p{color:red}", "p{color:tan}"]


@pytest.mark.parametrize(("script", "root"), [("before", "/guide/"), ("now", "/")])
def test_a_script_of_another_module_or_address_is_joined_anew(script: str, root: str) -> None:
    shell = Path("overrides/shell")
    shell.mkdir(parents=True)
    Path("overrides/stylesheets").mkdir()
    Path("overrides/stylesheets/site.css").touch()
    (shell / "first.js").write_text('import "./other.js";\n', encoding="utf-8")
    declared: Any = None  # asked only for what a page needs
    joined = []
    for said, address in (("before", "/"), (script, root)):
        (shell / "other.js").write_text(f'console.log("{said}", SCOPE);\n', encoding="utf-8")
        joined.append(
            Assets(Path(), address, Path("overrides"), Path("theme"), declared).inline(
                "shell/first.js"
            )
        )

    assert joined == [
        f'(()=>{{console.log("{a}","{b}");}})()' for a, b in (("before", "/"), (script, root))
    ]


def test_a_template_that_changed_is_compiled_anew() -> None:
    def rendered() -> str:
        loader = FileSystemLoader(".")
        return (
            Environment(loader=loader, bytecode_cache=templates("some"), autoescape=True)
            .get_template("page.html")
            .render()
        )

    texts = []
    for text in ("before", "now"):
        Path("page.html").write_text(text, encoding="utf-8")
        texts += [rendered(), rendered()]

    assert texts == ["before", "before", "now", "now"]
