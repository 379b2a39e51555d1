"""Rules of the house that a machine can check."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.conftest import CONTENT, ROOT
from tests.house import IMPORTED, PICTURE, UPWARDS, below, picture

COMPONENTS = sorted(path for path in (ROOT / "overrides/components").iterdir() if path.is_dir())
SCRIPTS = sorted((ROOT / "overrides").rglob("*.js"))
COMMENT = re.compile(r"/\*[*\s].*?\*/|(?<=\s)//\s[^\n]*", re.DOTALL)
# What a rule about dates or words may not ask: the page, the storage, the network, the clock, chance.
OUTSIDE = re.compile(
    r"\b(?:document|window|globalThis|self|navigator|location|localStorage|sessionStorage|fetch|crypto"
    r"|performance|setTimeout|setInterval|Date\.now|Math\.random)\b|\bnew Date\b(?!\()|\bnew Date\(\s*\)"
)
# The rooms of overrides/ that a room may import from, types included.
ROOMS = {
    "dates": {"dates", "writing"},
    "writing": {"dates", "writing"},
    "file": {"file", "dates", "writing"},
    "search": {"search", "shell"},
    "shell": {"shell"},
    "shared": {"shared", "file", "dates", "writing"},
}
# The same name in two rooms, for one purpose.
NAMESAKES = {
    "undo": "shared/undo.html is the line of buttons for file/undo.js",
}
USED = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("overrides", "macros")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".html", ".js", ".py")
)
QUOTED = set(re.findall(r"[\"'`]([\w-]+)(?=[\"'`])", USED))


def test_a_component_has_one_name_in_its_folder() -> None:
    files = [folder / f"{folder.name}.{kind}" for folder in COMPONENTS for kind in ("html", "css")]

    assert [str(file) for file in files if not file.is_file()] == []


def said_in(scripts: Iterable[Path], pattern: str | re.Pattern[str]) -> dict[str, list[str]]:
    """Return what scripts say that no script may, by script."""
    found = {
        path.relative_to(ROOT / "overrides").as_posix(): re.findall(
            pattern, path.read_text(encoding="utf-8")
        )
        for path in scripts
    }
    return {name: faults for name, faults in found.items() if faults}


def test_no_script_makes_html_from_text_or_leaves_the_origin() -> None:
    pattern = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTML|createContextualFragment"
        r"|parseFromString|srcdoc|\beval\b|new Function|javascript:|set(?:Timeout|Interval)\([\"'`]"
        r"|(?:window\.|(?<![\w.#]))open\(|location\s*=|location\.(?:href|assign|replace)|navigation\b|\.target\b(?= =)"
        r"|https?://|sendBeacon|WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection"
    )

    assert said_in(SCRIPTS, pattern) == {}


def test_only_the_store_and_its_guard_touch_storage() -> None:
    allowed = {"store.js", "storage-guard.js", "kept-early.js", "palette.js"}

    assert {Path(name).name for name in said_in(SCRIPTS, "localStorage")} == allowed


def test_what_is_pure_asks_nothing_outside() -> None:
    pure = [path for path in SCRIPTS if path.parent.name in ("dates", "writing")]
    code = {path.name: COMMENT.sub("", path.read_text(encoding="utf-8")) for path in pure}

    assert {
        name: OUTSIDE.findall(text) for name, text in code.items() if OUTSIDE.search(text)
    } == {}


def test_the_file_knows_no_page() -> None:
    code = {
        path.name: COMMENT.sub("", path.read_text(encoding="utf-8"))
        for path in SCRIPTS
        if path.parent.name == "file"
    }

    assert [name for name, text in code.items() if re.search(r"\bdocument\b|Element\b", text)] == []
    assert [name for name, text in code.items() if re.search(r"\bwindow\b", text)] == ["store.js"]


def test_a_room_imports_only_from_rooms_below_it() -> None:
    overrides = ROOT / "overrides"
    wrong = {}
    for script in (path for path in SCRIPTS if "components" not in path.parts):
        name = script.relative_to(overrides).as_posix()
        imported = {
            (script.parent / path).resolve().relative_to(overrides)
            for path in IMPORTED.findall(script.read_text(encoding="utf-8"))
        }
        above = {str(path) for path in imported if path.parts[0] not in ROOMS[script.parent.name]}
        if above - UPWARDS.get(name, set()):
            wrong[name] = above

    assert wrong == {}


def test_the_picture_of_the_house_is_as_its_imports_are() -> None:
    """And these lead down only: `make house` draws it."""
    drawn = PICTURE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))

    assert drawn == [picture()]


def test_rooms_that_import_from_each_other_are_named() -> None:
    with pytest.raises(ValueError, match=r"edition imports from itself, by way of \['content'\]"):
        below({"edition": {"content"}, "content": {"edition"}}, "edition")


def test_no_two_files_of_different_purpose_share_a_name() -> None:
    # Material names the partials; a test and a vector have the name of what they are about; and what a
    # folder declares of itself is called component.yml everywhere.
    theme = (
        path
        for path in (ROOT / "overrides").rglob("*.*")
        if "partials" not in path.parts and path.name != "component.yml"
    )
    python = [
        path
        for path in (*(ROOT / "tests").rglob("*.py"), *(ROOT / "macros").rglob("*.py"))
        if not path.name.startswith(("test_", "__init__", "conftest"))
        # What a file of docs/data may hold, and what is checked of it, has that file's name.
        and path.parent.name not in ("models", "checks")
    ]

    assert shared_names(theme) == dict.fromkeys(NAMESAKES, 2)
    assert shared_names(python) == {}


def shared_names(paths: Iterable[Path]) -> dict[str, int]:
    """Return each name, its ending aside, that stands in more than one folder, and in how many."""
    folders: dict[str, set[Path]] = {}
    for path in paths:
        folders.setdefault(path.stem.replace("_", "-"), set()).add(path.parent)
    return {name: len(found) for name, found in folders.items() if len(found) > 1}


def test_no_path_in_code_begins_with_a_slash() -> None:
    assert said_in(SCRIPTS, r"[\"'`]/[\w]") == {}


def test_the_sizes_of_type_are_those_that_site_css_names() -> None:
    step = re.compile(r"inherit|var\(--se-text-\w+\)|(min|clamp)\(.*\)|[\d.]+(pt|em)")
    found = {
        f"{sheet.name}: {size}"
        for sheet in (ROOT / "overrides").rglob("*.css")
        for size in re.findall(r"font-size: ([^;]+);", sheet.read_text(encoding="utf-8"))
        if not step.fullmatch(size)
    }

    assert found == {"site.css: 15px"}  # of paper, where all that is measured in rem follows it


def test_space_is_measured_in_the_steps_that_site_css_names() -> None:
    found = {
        f"{sheet.name}: {name}: {value}"
        for sheet in (ROOT / "overrides").rglob("*.css")
        for name, value in re.findall(
            r"^ *((?:margin|padding|gap|row-gap|column-gap)[\w-]*): ([^;]*rem[^;]*);",
            sheet.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }

    # Measures of parts of the page: what stands beside a field, the header, its column.
    assert found == {
        "follow-up-plan.css: padding-inline-end: 3.6rem",
        "site.css: margin-block-start: -2.4rem",
        "site.css: margin-inline-start: calc(max(0px, (100% - 61rem) / 2) + 11rem)",
        "step-path.css: margin: 0.4rem clamp(-0.5rem, (100% - 15.4rem) / 2, 0rem)",
    }


def test_what_scripts_say_of_the_page_styles_no_child_whatever_it_is() -> None:
    anything = r"\[data-(?:asking|dated|filed|kept|named)[^{},]*[^~] \* ?[,{]"

    assert {
        sheet.name: re.findall(anything, sheet.read_text(encoding="utf-8"))
        for sheet in (ROOT / "overrides").rglob("*.css")
        if re.search(anything, sheet.read_text(encoding="utf-8"))
    } == {}


def test_every_word_of_the_interface_is_used() -> None:
    words = [(component, key) for component, each in CONTENT.words.items() for key in each]

    assert [f"{part}.{key}" for part, key in words if not is_used(part, key)] == []


def test_no_script_composes_a_class_of_the_theme_s() -> None:
    """A page gets the rules of the theme whose words stand somewhere."""
    assert said_in(SCRIPTS, r"(?<!data-)\bmd-[\w-]*\$\{") == {}


@pytest.mark.parametrize(
    "script", [path for path in SCRIPTS if path.parent.name != "search"], ids=lambda path: path.name
)
def test_a_script_adds_elements_by_their_tag_or_by_its_function_element(script: Path) -> None:
    """A page gets the rules of the theme for the tags that stand there; search has a style of its own."""
    code = script.read_text(encoding="utf-8")
    composed = re.findall(r"createElement\((?!\")", code)

    assert len(composed) == len(re.findall(r"^function element\(", code, re.MULTILINE))


def is_used(component: str, key: str) -> bool:
    """Tell whether code names a word, wholly or by a part that it completes with a value."""
    if key in QUOTED or f"{component}.{key}" in USED:
        return True
    begins = [key[: match.end()] for match in re.finditer("-", key)]
    ends = [key, *(key[match.end() :] for match in re.finditer("-", key))]
    of_key = any(
        f"`{part}${{" in USED or f"{component}.{part}${{" in USED or f"{part}' ~" in USED
        for part in begins
    )
    of_key = of_key or any(f"}}{part}`" in USED for part in ends)
    of_component = any(end in USED for end in (f"{component}.{{", f"'{component}.' ~"))
    return of_key or of_component


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-finish.txt", "requirements-dev.txt"]
)
def test_every_pin_is_exact_and_hashed_and_names_no_index(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if re.match(r"[a-z]", line)]

    assert [entry for entry in entries if "==" not in entry] == []
    assert text.count("--hash=sha256:") >= len(entries)
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links", text) == []


def test_make_lock_renews_every_pin() -> None:
    said = subprocess.run(
        ["make", "--dry-run", "--assume-old=.venv/dev", "lock"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    pinned = [*ROOT.glob("requirements*.txt"), ROOT / ".ci/properdocs.txt"]
    folders = sorted(path.parent.name for path in ROOT.glob(".*/bun.lock"))

    assert sorted(re.findall(r" -o (\S+)", said)) == sorted(
        path.relative_to(ROOT).as_posix() for path in pinned
    )
    assert sorted(re.findall(r"for folder in (.*?); do", said)[0].split()) == folders


def test_the_checker_of_types_is_locked_and_its_lock_names_no_registry() -> None:
    text = (ROOT / ".types/bun.lock").read_text(encoding="utf-8")
    entries = re.findall(r"^    (\"[^\"]+\": \[.*)$", text, re.MULTILINE)

    assert len(entries) > 1
    assert [entry for entry in entries if not re.search(r'"sha512-[\w+/]+=*"\],$', entry)] == []
    assert "//" not in re.sub(r'"sha512-[^"]+"', "", text)
