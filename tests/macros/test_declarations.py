"""What components declare is what their scripts say and read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.content import ContentError
from macros.declarations import DeclarationError, Declarations

WORDS = {"tool": ["done", "state-on", "state-off", "other"], "bar": ["name"]}
DATA = ("delays", "rules")
FILES = {
    "shared/component.yml": "needs: [bar]\nmodules:\n  say.js: {says: [bar.name]}\n",
    "shared/say.js": 'word("bar.name");\n',
    "components/bar/component.yml": "{}\n",
    "components/bar/bar.js": 'import "../../shared/say.js";\n',
    "components/tool/component.yml": (
        "modules:\n  tool.js:\n    says: [tool.done]\n    reads: [delays]\n"
        '  part.js: {says: ["tool.state-*"]}\n'
    ),
    "components/tool/tool.js": (
        'import { part } from "./part.js";\nword("tool.done");\nsettings.delays;\n'
    ),
    "components/tool/part.js": "word(`tool.state-${state}`);\n",
    "components/tool/unused.js": "settings.lang;\n",
}
Write = Callable[[str, str], None]


@pytest.fixture
def overrides(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def read(overrides: Path) -> Declarations:
    return Declarations(overrides, WORDS, DATA)


def refused(overrides: Path) -> list[str]:
    """Return the sentences for what differs, without the folder."""
    with pytest.raises(DeclarationError) as error:
        read(overrides)
    return str(error.value).replace(f"{overrides}/", "").splitlines()


def test_a_page_says_what_the_modules_of_its_components_say(overrides: Path) -> None:
    used = read(overrides).used({"tool": "tool"})

    assert set(used.words) == {"bar.name", "tool.done", "tool.state-on", "tool.state-off"}


def test_a_page_reads_what_the_modules_of_its_components_read(overrides: Path) -> None:
    assert read(overrides).used({"tool": "tool"}).data == ("delays",)


def test_what_every_tool_needs_comes_first(overrides: Path) -> None:
    used = read(overrides).used({"tool": "tool"})

    assert used.scripts == ("components/bar/bar.js", "components/tool/tool.js")
    assert used.styles == ("components/bar/bar.css", "components/tool/tool.css")


def test_a_page_without_a_tool_needs_nothing(overrides: Path) -> None:
    used = read(overrides).used({})

    assert (used.scripts, used.styles, used.words, used.data) == ((), (), (), ())


def test_a_borrowed_style_brings_no_script(overrides: Path) -> None:
    used = read(overrides).used({}, ["tool"])

    assert (used.scripts, used.styles) == ((), ("components/tool/tool.css",))


def test_a_style_that_comes_later_is_not_there_at_once(overrides: Path) -> None:
    place = overrides / "components/bar/component.yml"
    place.write_text("later_styles: [bar]\n", encoding="utf-8")
    used = read(overrides).used({"tool": "tool"})

    assert used.styles == ("components/tool/tool.css",)
    assert used.later_styles == ("components/bar/bar.css",)
    assert set(used.at_once.styles) == {*used.styles, *used.later_styles}


def test_a_view_has_its_own_script_and_what_stands_within(overrides: Path) -> None:
    (overrides / "components/tool/component.yml").write_text(
        "enters:\n  small: {script: part.js, needs: [bar]}\n"
        'modules:\n  tool.js: {says: [tool.done], reads: [delays]}\n  part.js: {says: ["tool.state-*"]}\n',
        encoding="utf-8",
    )
    used = read(overrides).used({"tool": "small"})

    assert used.scripts == ("components/bar/bar.js", "components/tool/part.js")
    assert used.data == ()


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        (
            "part.js",
            'const name = "tool.state-" + state;\nword(name);\n',
            "components/tool/part.js, line 2: found word(name);; expected a name in quotes, or one "
            "whose end alone is a value, as in word(`keep-health.state-${state}`): write it so",
        ),
        (
            "part.js",
            'word(isOn ? "tool.state-on" : "tool.done");\n',
            'components/tool/part.js, line 1: found word(isOn ? "tool.state-on" : "tool.done");; '
            "expected a name in quotes, or one whose end alone is a value, as in "
            "word(`keep-health.state-${state}`): write it so",
        ),
        (
            "part.js",
            "word(`tool.${state}`);\n",
            "components/tool/part.js, line 1: found word(`tool.${state}`);; expected a name in quotes, "
            "or one whose end alone is a value, as in word(`keep-health.state-${state}`): write it so",
        ),
        (
            "part.js",
            'word(`tool.state-${state}`);\nword("tool.other");\n',
            "components/tool/part.js says tool.other, which components/tool/component.yml does not "
            "declare: add it to its says",
        ),
        *(
            (
                "part.js",
                f'import {{ {given} }} from "./words.js";\n// A word.\n{use};\nword(`tool.state-${{on}}`);\n',
                f"components/tool/part.js, line {line}: found word under another name, or handed on; "
                'expected a call, as in word("keep-health.never"): write it so',
            )
            for given, use, line in (
                ("word as say", 'say("tool.done")', 1),
                ("word", "const say = word", 3),
                ("word", "names.map(word)", 3),
                ("word, settings", 'word?.("tool.done")', 3),
                ("word", 'word.call(null, "tool.done")', 3),
            )
        ),
        (
            "tool.js",
            'word("tool.done");\nconst { delays, rules: some } = settings;\n',
            "components/tool/tool.js reads rules, which components/tool/component.yml does not "
            "declare: add it to its reads",
        ),
        (
            "tool.js",
            "settings.delays;\n",
            "components/tool/component.yml declares tool.done, which components/tool/tool.js does not "
            "say: remove it from its says",
        ),
        (
            "tool.js",
            'word("tool.done");\nsettings.rules;\n',
            "components/tool/tool.js reads rules, which components/tool/component.yml does not "
            "declare: add it to its reads",
        ),
        (
            "component.yml",
            "modules:\n  tool.js: {says: [tool.done], reads: [delays, weather]}\n"
            '  part.js: {says: ["tool.state-*"]}\n',
            "components/tool/component.yml: weather is nothing that macros/page_data.py gives: correct it",
        ),
        (
            "component.yml",
            "needs: [baar]\nmodules:\n  tool.js: {says: [tool.done], reads: [delays]}\n"
            '  part.js: {says: ["tool.state-*"]}\n',
            "components/tool/component.yml: no component is called baar: correct it",
        ),
        (
            "component.yml",
            "modules:\n  tool.js: {says: [tool.done], reads: [delays]}\n"
            '  part.js: {says: ["tool.state-*"]}\n  gone.js: {}\n',
            "components/tool/component.yml: gone.js is no script of this folder: remove it",
        ),
    ],
)
def test_a_script_that_differs_from_its_declaration_stops_the_build(
    overrides: Path, file: str, text: str, sentence: str
) -> None:
    (overrides / "components/tool" / file).write_text(text, encoding="utf-8")

    assert sentence in refused(overrides)


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        (
            "tool.css",
            "p {\n  background: url(../../images/a.svg);\n}\n",
            "components/tool/tool.css, line 2: found url(../../images/a.svg), which leads elsewhere in the "
            "finished site; expected a picture written as data: write it so",
        ),
        (
            "tool.css",
            '@font-face { src: url("a.woff2") }\n',
            'components/tool/tool.css, line 1: found url("a.woff2"), which leads elsewhere in the '
            "finished site; expected a picture written as data: write it so",
        ),
        (
            "unused.js",
            'fetch(new URL("a.json", import.meta.url));\n',
            "components/tool/unused.js, line 1: found import.meta.url, which leads elsewhere in the finished "
            'site; expected import("./a-module.js"), or an address that the template writes: write it so',
        ),
        (
            "unused.js",
            "import(`./${name}.js`);\n",
            "components/tool/unused.js, line 1: found import(`./${name}.js`), which leads elsewhere in the "
            'finished site; expected import("./a-module.js"), or an address that the template writes: '
            "write it so",
        ),
    ],
)
def test_what_would_lead_elsewhere_in_the_finished_site_stops_the_build(
    overrides: Path, file: str, text: str, sentence: str
) -> None:
    (overrides / "components/tool" / file).write_text(text, encoding="utf-8")

    assert refused(overrides) == [sentence]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("tool.css", "p { mask: url( 'data:image/svg+xml,<svg/>'); fill: url(#a); }\n"),
        ("unused.js", '/** @type {import("./part.js").Part} */\nawait import("./part.js");\n'),
    ],
)
def test_what_leads_to_the_same_place_in_the_finished_site_is_let_be(
    overrides: Path, file: str, text: str
) -> None:
    (overrides / "components/tool" / file).write_text(text, encoding="utf-8")

    assert read(overrides).used({"tool": "tool"})


@pytest.mark.parametrize("name", ["tool.gone", "tool.gone-*"])
def test_a_word_that_is_none_stops_the_build(overrides: Path, name: str) -> None:
    call = f"word(`{name[:-1]}${{x}}`);" if name.endswith("*") else f'word("{name}");'
    (overrides / "components/tool/part.js").write_text(call, encoding="utf-8")
    (overrides / "components/tool/component.yml").write_text(
        "modules:\n  tool.js: {says: [tool.done], reads: [delays]}\n"
        f'  part.js: {{says: ["{name}"]}}\n',
        encoding="utf-8",
    )

    assert refused(overrides) == [
        f"components/tool/component.yml: {name} is no word of docs/data/words.yml: correct it, or add the word"
    ]


def test_an_unknown_key_is_said_with_its_line(overrides: Path) -> None:
    (overrides / "components/bar/component.yml").write_text("scripts: [bar.js]\n", encoding="utf-8")

    with pytest.raises(ContentError, match=r"component\.yml, ligne 1.*scripts"):
        read(overrides)
