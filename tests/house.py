"""Draws the house as its imports are, into CONTRIBUTING.md: `make house`; a test holds it current."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILE = ROOT / "CONTRIBUTING.md"
PICTURE = re.compile(r"(?<=<!-- make house -->\n).*?(?=<!-- the end of the house -->)", re.DOTALL)
IMPORTED = re.compile(r"""\b(?:from|import)\s*\(?\s*["']([./][^"']+)["']""")
# What is drawn as one: two rooms that speak of each other, and modules of one kind.
AS_ONE = {
    "content/models": "content/models",
    "content/signs": "content/yaml_files",
    "content/yaml_files": "content/yaml_files",
    "dates": "dates, writing",
    "writing": "dates, writing",
    "hooks": "hooks, __init__",
    "__init__": "hooks, __init__",
}
# Scripts that import from above: the build says in the page which ids docs/data has renamed, and the
# store reads all with it.
UPWARDS = {"file/store.js": {"shared/page-data.js"}}
Imports = dict[str, set[str]]


def picture() -> str:
    """Return both parts of the house as Mermaid draws them."""
    parts = (
        ("macros", "macros/, at build time", python()),
        ("overrides", "scripts of overrides/, in the browser", browser()),
    )
    drawn = [line for part in parts for line in _part(*part)]
    return "\n".join(["```mermaid", "flowchart TB", *drawn, "```", ""])


def python() -> Imports:
    """Return which rooms of macros/ import from which."""
    imports: Imports = {}
    for file in sorted((ROOT / "macros").rglob("*.py")):
        here = _room(file.relative_to(ROOT / "macros").with_suffix("").parts)
        there = {_room(tuple(each.split(".")[1:])) for each in _modules(file)}
        imports.setdefault(here, set()).update(there - {here})
    return imports


def _modules(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("macros"):
            names = [each.name for each in node.names]
            yield from (
                [f"macros.{each}" for each in names] if node.module == "macros" else [node.module]
            )


def _room(parts: tuple[str, ...]) -> str:
    """Return where a module stands; what docs/data may say, and how it is read, lies under its checks."""
    name = "/".join(parts[:2])
    return AS_ONE.get(name) or AS_ONE.get(parts[0], parts[0])


def browser() -> Imports:
    """Return which rooms of overrides/ import from which."""
    overrides = ROOT / "overrides"
    imports: Imports = {}
    for file in sorted(overrides.rglob("*.js")):
        name = file.relative_to(overrides)
        here = AS_ONE.get(name.parts[0], name.parts[0])
        for path in IMPORTED.findall(file.read_text("utf-8")):
            target = (file.parent / path).resolve().relative_to(overrides)
            if target.as_posix() not in UPWARDS.get(name.as_posix(), ()):
                there = AS_ONE.get(target.parts[0], target.parts[0])
                imports.setdefault(here, set()).update({there} - {here})
    return imports


def below(imports: Imports, room: str) -> set[str]:
    """Return all that a room stands on.

    Raises:
        ValueError: it stands on itself.

    """
    found: set[str] = set()
    waiting = [*imports.get(room, ())]
    while waiting:
        each = waiting.pop()
        if each == room:
            raise ValueError(f"{room} imports from itself, by way of {sorted(found)}")
        if each not in found:
            found.add(each)
            waiting += imports.get(each, ())
    return found


def _part(folder: str, title: str, imports: Imports) -> Iterator[str]:
    """Give the lines of a part: of two ways down, the longer."""
    yield f'  subgraph {folder}["{title}"]'
    for room in sorted({*imports, *(each for found in imports.values() for each in found)}):
        yield f'    {_id(folder, room)}["{room}"]'
    for room, found in sorted(imports.items()):
        far = {each for other in found for each in below(imports, other)}
        if direct := sorted(found - far):
            ways = " & ".join(_id(folder, each) for each in direct)
            yield f"    {_id(folder, room)} --> {ways}"
    yield "  end"


def _id(folder: str, room: str) -> str:
    return re.sub(r"\W+", "_", f"{folder}.{room}")


def main() -> None:
    """Write the picture into the handbook."""
    text = FILE.read_text("utf-8")
    FILE.write_text(PICTURE.sub(lambda _: picture(), text), encoding="utf-8")


if __name__ == "__main__":
    main()
