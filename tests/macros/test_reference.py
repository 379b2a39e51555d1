"""What editors are told while they type, and the tables beside it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from macros import define_env
from macros.reference import FOLDER, MODELS, files, named_in
from tests.conftest import CONTENT, ROOT, WHOLE


def schema(name: str) -> Any:
    return json.loads(dict(files())[name])


def test_the_schemas_and_tables_are_those_of_the_models() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / FOLDER).iterdir()}

    assert written == dict(files()), "run `make reference`"


def test_every_file_names_its_schema() -> None:
    data = WHOLE / "data"
    paths = {path.relative_to(data).as_posix(): path for path in data.rglob("*.yml")}

    assert {path.rpartition("/")[0] + "/" if "/" in path else path[:-4] for path in paths} == {
        *MODELS
    }
    for path, file in paths.items():
        assert file.read_text(encoding="utf-8").splitlines()[-1] == named_in(path)


def test_a_schema_is_found_from_the_file_that_names_it() -> None:
    for path in ("menu.yml", "checklists/prepare.yml", "questions/pay.yml"):
        place = named_in(path).partition("$schema=")[2]

        assert (ROOT / "docs/data" / path).parent.joinpath(place).resolve().is_file()


def test_a_form_is_said_in_french_and_checked_while_one_types() -> None:
    page = schema("publisher.json")["properties"]["page"]["anyOf"][0]

    assert page == {
        "type": "string",
        "pattern": r"^(?:https://\S+)$",
        "description": "une adresse en https://",
    }


def test_a_draft_may_lack_what_is_not_written_yet() -> None:
    items = schema("each-of-checklists.json")["$defs"]["Group"]["properties"]["items"]["items"]

    assert items == {
        "if": {"properties": {"draft": {"const": True}}, "required": ["draft"]},
        "else": {"$ref": "#/$defs/Item"},
    }


def test_the_handbook_names_every_macro_and_no_other() -> None:
    named: list[str] = []

    def macro(function: Callable[..., str]) -> Callable[..., str]:
        named.append(function.__name__)
        return function

    env = SimpleNamespace(
        conf={"extra": {"content": CONTENT}, "theme": {"language": "fr"}},
        page=None,
        variables={},
        macro=macro,
    )
    define_env(env)
    text = Path(ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert {*re.findall(r"^\| `([a-z_]+)\(", text, re.MULTILINE)} == {*named}
