"""Rules of the house that a machine can check."""

import re
from pathlib import Path

import pytest

from tests.conftest import CONTENT, ROOT

COMPONENTS = sorted(path for path in (ROOT / "overrides/components").iterdir() if path.is_dir())
SCRIPTS = sorted((ROOT / "overrides").rglob("*.js"))
USED = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("overrides", "macros")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".html", ".js", ".py")
)


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda path: path.name)
def test_a_component_has_one_name_in_its_folder(folder: Path) -> None:
    assert (folder / f"{folder.name}.html").is_file()
    assert (folder / f"{folder.name}.css").is_file()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_makes_html_from_text_or_leaves_the_origin(script: Path) -> None:
    code = script.read_text(encoding="utf-8")

    assert (
        re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTML|createContextualFragment"
            r"|parseFromString|srcdoc|\beval\b|new Function|javascript:|set(?:Timeout|Interval)\([\"'`]"
            r"|(?:window\.|(?<![\w.#]))open\(|location\s*=|location\.(?:href|assign|replace)|navigation\b|\.target\b(?= =)"
            r"|https?://|sendBeacon|WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection",
            code,
        )
        == []
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_only_the_store_and_its_guard_touch_storage(script: Path) -> None:
    touches = "localStorage" in script.read_text(encoding="utf-8")

    assert touches == (script.name in ("store.js", "storage-guard.js", "first.js", "palette.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_path_in_code_begins_with_a_slash(script: Path) -> None:
    assert re.findall(r"[\"'`]/[\w]", script.read_text(encoding="utf-8")) == []


def test_every_word_of_the_interface_is_used() -> None:
    words = [(component, key) for component, each in CONTENT.words.items() for key in each]

    assert [f"{part}.{key}" for part, key in words if not is_used(part, key)] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_composes_a_class_of_the_theme_s(script: Path) -> None:
    """A page gets the rules of the theme whose words stand somewhere."""
    assert re.findall(r"(?<!data-)\bmd-[\w-]*\$\{", script.read_text(encoding="utf-8")) == []


def is_used(component: str, key: str) -> bool:
    """Tell whether code names a word, wholly or by a part that it completes with a value."""
    whole = f"{component}.{key}" in USED or re.search(rf"[\"'`]{re.escape(key)}[\"'`]", USED)
    begins = [key[: match.end()] for match in re.finditer("-", key)]
    ends = [key, *(key[match.end() :] for match in re.finditer("-", key))]
    of_key = any(
        f"`{part}${{" in USED or f"{component}.{part}${{" in USED or f"{part}' ~" in USED
        for part in begins
    )
    of_key = of_key or any(f"}}{part}`" in USED for part in ends)
    of_component = any(end in USED for end in (f"{component}.{{", f"'{component}.' ~"))
    return bool(whole) or of_key or of_component


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-finish.txt", "requirements-dev.txt"]
)
def test_every_pin_is_exact_and_hashed_and_names_no_index(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if re.match(r"[a-z]", line)]

    assert [entry for entry in entries if "==" not in entry] == []
    assert text.count("--hash=sha256:") >= len(entries)
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links", text) == []
