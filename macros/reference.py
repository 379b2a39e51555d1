"""What docs/data may say, from its types: JSON Schemas for editors that check while one types, and tables.

`make reference` writes both into .schemas/; the sentences are French: whoever edits docs/data is.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from macros.content.kinds import KnownRegister
from macros.content.models.article import Article
from macros.content.models.base import Formed
from macros.content.models.checklists import Checklist
from macros.content.models.countries import Countries
from macros.content.models.debrief import Debrief
from macros.content.models.example import ExampleApplication
from macros.content.models.follow_up import FollowUp
from macros.content.models.language import Language
from macros.content.models.menu import Menu
from macros.content.models.messages import Messages
from macros.content.models.moved import Moved
from macros.content.models.path import StepPath
from macros.content.models.places import Places
from macros.content.models.practices import Practices
from macros.content.models.publisher import Publisher
from macros.content.models.questions import Bank, Questions
from macros.content.models.search import SearchWords
from macros.content.models.stages import Stages
from macros.content.models.statements import Statements
from macros.content.models.words import Words
from macros.content.yaml_files import FORMS
from macros.languages import LANGUAGES

FOLDER = Path(".schemas")
# By the path of the file below docs/data, or of the folder of all such files.
MODELS: dict[str, type[BaseModel]] = {
    "article": Article,
    "checklists/": Checklist,
    "countries": Countries,
    "debrief": Debrief,
    "example": ExampleApplication,
    "follow-up": FollowUp,
    "language": Language,
    "menu": Menu,
    "messages": Messages,
    "moved": Moved,
    "path": StepPath,
    "places": Places,
    "practices": Practices,
    "publisher": Publisher,
    "questions": Bank,
    "questions/": Questions,
    "questions-to-ask": Questions,
    "register": KnownRegister,
    "search": SearchWords,
    "stages": Stages,
    "statements": Statements,
    "words": Words,
}
# A draft is left out before anything of it is checked.
DRAFT = {"properties": {"draft": {"const": True}}, "required": ["draft"]}
TYPES = {
    "string": "un texte",
    "integer": "un nombre entier",
    "boolean": "`true` ou `false`",
}


class _Schema(GenerateJsonSchema):
    """Knows what a text must look like where `formed` says so, and that a draft may be anything."""

    def function_after_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().function_after_schema(schema)
        check = schema["function"]["function"]
        if isinstance(check, Formed):
            made |= {"pattern": f"^(?:{check.pattern})$", "description": FORMS[check.form][0]}
        return made

    def list_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().list_schema(schema)
        if "$ref" in made["items"]:
            made["items"] = {"if": DRAFT, "else": made["items"]}
        return made


def files() -> Iterator[tuple[str, str]]:
    """Give by its name in .schemas/ each file."""
    schemas = {name: _schema(model) for name, model in MODELS.items()}
    for name, schema in schemas.items():
        yield _file(name), json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    yield "README.md", "\n".join(_reference(schemas)) + "\n"


def named_in(path: str) -> str:
    """Return the line by which a file of docs/data names its schema; `path` is that below docs/data."""
    folder, _, _ = path.rpartition("/")
    name = f"{folder}/" if folder else path.removesuffix(".yml")
    up = "../" * (path.count("/") + 2)
    return f"# yaml-language-server: $schema={up}{FOLDER}/{_file(name)}"


def _file(name: str) -> str:
    return f"each-of-{name[:-1]}.json" if name.endswith("/") else f"{name}.json"


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    made = model.model_json_schema(schema_generator=_Schema)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **made}


def _reference(schemas: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield "# Ce que `docs/data` peut dire"
    yield ""
    yield "Écrit par `make reference` d’après les modèles de `macros/content/models/` : ne le corrigez pas ici."
    for name, schema in schemas.items():
        path = f"{name}*.yml" if name.endswith("/") else f"{name}.yml"
        said = _Said(name.strip("/"), schema.get("$defs", {}))
        yield from ("", f"## `docs/data/{path}`", "", *said.table(schema))
        for title, part in said.parts.items():
            if not _is_both(part):
                yield from ("", f"### {said.name} › {_short(title)}", "", *said.table(part))


class _Said(NamedTuple):
    """Says in French what a file may hold; `parts` are the models that its own is made of."""

    name: str
    parts: dict[str, dict[str, Any]]

    def table(self, schema: dict[str, Any]) -> Iterator[str]:
        yield "| clé | attendu | obligatoire |"
        yield "|---|---|---|"
        for key, part in schema.get("properties", {}).items():
            needed = "oui" if key in schema.get("required", []) else ""
            yield f"| `{key}` | {self.expected(part)} | {needed} |"

    def expected(self, part: dict[str, Any]) -> str:
        """Say what a value must be."""
        if "$ref" in part:
            title = part["$ref"].rpartition("/")[2]
            if _is_both(found := self.parts[title]):
                return f"`fr` et `en` : {self.expected(found['properties']['fr'])}"
            return f"[{_short(title)}](#{self.name}--{_short(title).lower()})"
        if "anyOf" in part:
            kinds = [each for each in part["anyOf"] if each.get("type") != "null"]
            return " ou ".join(map(self.expected, kinds))
        if "enum" in part or "const" in part:
            return ", ".join(f"`{each}`" for each in part.get("enum", [part.get("const")]))
        if "pattern" in part:
            return str(part["description"])
        if part["type"] == "array":
            return f"une liste : {self.expected(part['items'].get('else', part['items']))}"
        if part["type"] == "object":
            under = [*part.get("patternProperties", {}).values(), part.get("additionalProperties")]
            return f"des clés ; sous chacune : {self.expected(under[0])}"
        limits = [
            f"{words} {part[key]}"
            for key, words in (("minimum", "au moins"), ("maximum", "au plus"))
            if key in part
        ]
        is_date = part.get("format") == "date"
        return ", ".join(
            ["une date, comme 2026-12-08" if is_date else TYPES[part["type"]], *limits]
        )


def _is_both(schema: dict[str, Any]) -> bool:
    """Tell whether a model is nothing but a value in every language."""
    return [*schema.get("properties", {})] == [*LANGUAGES]


def _short(title: str) -> str:
    """Leave out what a model is made for."""
    return title.partition("_")[0]


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in files():
        (FOLDER / name).write_text(text, encoding="utf-8")
