"""Makes a third language of the small content: its data, its pages, its configuration."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

WORDS = {
    "not-kept-en": 'not-kept-de: {fr: "En allemand", en: "In German", where: "its link"}',
    "written-in-en": 'written-in-de: {fr: "Allemand", en: "German", where: "of a message"}',
}
SAID = {'de: "en_GB"': 'de: "de_DE"', 'de: "English"': 'de: "Deutsch"'}
CALENDAR = {
    "January": "Januar",
    "February": "Februar",
    "March": "März",
    "May": "Mai",
    "June": "Juni",
    "July": "Juli",
    "October": "Oktober",
    "December": "Dezember",
    "Monday": "Montag",
    "Tuesday": "Dienstag",
    "Wednesday": "Mittwoch",
    "Thursday": "Donnerstag",
    "Friday": "Freitag",
    "Saturday": "Samstag",
    "Sunday": "Sonntag",
}
# Of the package, which has none in German for France.
DAYS_OFF = {
    "Victory Day": "Tag des Sieges",
    "Ascension Day": "Christi Himmelfahrt",
    "National Day": "Nationalfeiertag",
    "Assumption Day": "Mariä Himmelfahrt",
    "All Saints' Day": "Allerheiligen",
    "Armistice Day": "Tag des Waffenstillstands",
}


def add_german(project: Path) -> None:
    """Add German to a project that has French and English."""
    data = project / "docs/data"
    words = data / "words.yml"
    text = words.read_text("utf-8")
    for name, line in WORDS.items():
        text = re.sub(rf"^( +){name}:", rf"\g<1>{line}\n\g<0>", text, flags=re.MULTILINE)
    words.write_text(text, encoding="utf-8")
    for file in data.rglob("*.yml"):
        text = _with_german(file.read_text("utf-8"))
        for english, german in SAID.items():
            text = text.replace(english, german)
        file.write_text(text, encoding="utf-8")
    places = data / "places.yml"
    text = places.read_text("utf-8")
    for english, german in DAYS_OFF.items():
        text = text.replace("\n  all:\n", f'\n  all:\n    {english}: {{de: "{german}"}}\n')
    places.write_text(text, encoding="utf-8")
    language = data / "language.yml"
    text = language.read_text("utf-8")
    for english, german in CALENDAR.items():
        text = re.sub(rf"(de: .*)\b{english}\b", rf"\1{german}", text)
    language.write_text(text, encoding="utf-8")
    shutil.copytree(project / "docs/en", project / "docs/de")
    with (project / "docs/de/about.md").open("a", encoding="utf-8") as page:
        page.write("\n## Straße {#strasse}\n\nDas steht nur hier.\n")
    for lang in ("fr", "en"):
        with (project / f"docs/{lang}/about.md").open("a", encoding="utf-8") as page:
            page.write("\n## Street {#street}\n\nThat stands there.\n")
    english = (project / "mkdocs.en.yml").read_text("utf-8")
    german = english.replace("docs/en", "docs/de").replace("language: en", "language: de")
    german = german.replace("Second Interview", "Zweites Gespräch")
    (project / "mkdocs.de.yml").write_text(german, encoding="utf-8")


def _with_german(text: str) -> str:
    """Say in German, after the English of each text, the English, marked where it is a sentence."""
    # What is named with & stands once and is met as often as it is said again.
    added = sorted({*_german(text, yaml.compose(text))}, reverse=True)
    for at, german in added:
        text = text[:at] + german + text[at:]
    return text


def _german(text: str, node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _german(text, each)
    elif isinstance(node, yaml.MappingNode):
        names = {key.value: (key, value) for key, value in node.value}
        if names.keys() & {"fr", "en"}:
            key, value = names.get("en") or names["fr"]
            said = text[key.start_mark.index : value.end_mark.index].rstrip()
            german = re.sub(r'"(?=[A-Z][^"]+ [^"]+[.!?]")', '"[de] ', f"de{said[2:]}")
            before = ", " if node.flow_style else "\n" + " " * key.start_mark.column
            yield key.start_mark.index + len(said), before + german
        else:
            for _, each in node.value:
                yield from _german(text, each)
