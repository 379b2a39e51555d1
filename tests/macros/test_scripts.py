"""The scripts of a page, joined."""

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from macros.publish.scripts import joined


def text_of(*modules: Path, **values: str) -> str:
    """Return the one script that modules are joined in."""
    (text,) = joined("tools", modules, values).values()
    return text


def test_a_script_holds_nothing_that_another_page_needs(tmp_path: Path) -> None:
    texts = {
        "lib": "export const one = () => console.log('one');export const two = () => alert('two');",
        "a": 'import { one } from "./lib.js"; one();',
        "b": 'import { two } from "./lib.js"; two();',
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.js").write_text(text, encoding="utf-8")

    assert "alert" not in text_of(tmp_path / "a.js")


def test_modules_run_in_their_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.js").write_text(f'console.log("{name}");', encoding="utf-8")

    text = text_of(tmp_path / "b.js", tmp_path / "a.js")
    assert text == 'console.log("b");console.log("a");'


def test_a_name_stands_for_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("console.log(SCOPE);", encoding="utf-8")

    assert text_of(tmp_path / "a.js", SCOPE="/guide/") == 'console.log("/guide/");'


def test_a_module_that_cannot_be_read_stops_the_build_and_is_named(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"missing\.js"):
        text_of(tmp_path / "missing.js")


def test_what_is_loaded_later_runs_with_the_same_modules(tmp_path: Path) -> None:
    texts = {
        "lib": "export const said = [];",
        "a": 'import { said } from "./lib.js"; said.push(1); export const go = import("./later.js");',
        "later": 'import { said } from "./lib.js"; alert(said);',
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.js").write_text(text, encoding="utf-8")

    (tools, text), (later, later_text) = joined("tools", [tmp_path / "a.js"], {}).items()
    assert tools.startswith("tools.")
    assert f'"./{tools}"' in later_text
    assert later in text


@pytest.mark.parametrize("changed", ["a", "later"])
def test_scripts_that_load_each_other_change_their_names_together(
    tmp_path: Path, changed: str
) -> None:
    texts = {
        "lib": "export const said = [];",
        "a": 'import { said } from "./lib.js"; alert(said); import("./later.js");',
        "later": 'import { said } from "./lib.js"; said.push(1);',
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.js").write_text(text, encoding="utf-8")

    before = joined("tools", [tmp_path / "a.js"], {}).keys()
    assert joined("tools", [tmp_path / "a.js"], {}).keys() == before
    (tmp_path / f"{changed}.js").write_text(texts[changed] + "alert(2);", encoding="utf-8")
    assert not joined("tools", [tmp_path / "a.js"], {}).keys() & before


def test_scripts_have_the_same_names_wherever_the_project_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def names(project: Path) -> list[str]:
        (project / "overrides").mkdir(parents=True)
        (project / "overrides/a.js").write_text('import("./b.js");', encoding="utf-8")
        (project / "overrides/b.js").write_text("alert(1);", encoding="utf-8")
        monkeypatch.chdir(project)
        return [*joined("tools", [project / "overrides/a.js"], {})]

    assert names(tmp_path / "one") == names(tmp_path / "another/place")
