"""The scripts of a page, joined."""

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from macros.publish.scripts import joined


def test_a_script_holds_nothing_that_another_page_needs(tmp_path: Path) -> None:
    texts = {
        "lib": "export const one = () => console.log('one');export const two = () => alert('two');",
        "a": 'import { one } from "./lib.js"; one();',
        "b": 'import { two } from "./lib.js"; two();',
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.js").write_text(text, encoding="utf-8")

    assert "alert" not in joined([tmp_path / "a.js"], {})


def test_modules_run_in_their_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.js").write_text(f'console.log("{name}");', encoding="utf-8")

    assert (
        joined([tmp_path / "b.js", tmp_path / "a.js"], {}) == 'console.log("b");console.log("a");'
    )


def test_a_name_stands_for_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("console.log(SCOPE);", encoding="utf-8")

    assert joined([tmp_path / "a.js"], {"SCOPE": "/guide/"}) == 'console.log("/guide/");'


def test_a_module_that_cannot_be_read_stops_the_build_and_is_named(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"missing\.js"):
        joined([tmp_path / "missing.js"], {})
