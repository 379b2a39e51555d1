"""What an editor reads over before publishing, in one file: rules, dates, changes, twins, facts.

`make proof` writes it, in French; it is no part of the site.
"""

import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.content import Content, ContentError, load
from macros.content.models.places import Place
from macros.content.yaml_files import DataFile, parsed
from macros.edition import Edition
from macros.examples import holidays_at
from macros.facts import facts_of
from macros.follow_up import Plan, plan
from macros.history import Change, History
from macros.languages import LANGUAGES, Lang, named, others
from macros.typography import french_spaces_in_html

DOCS = Path("docs")
FILE = Path("proof.html")
TEMPLATE = Path(__file__).with_suffix(".html")
COMPARED = ("follow-up", "practices", "places", "statements")
YEAR = 365
BLANK_LINES = re.compile(r"\n\s*\n")


class Calls(NamedTuple):
    """From when to call at a place after an interview: with nothing said, or when `promised`."""

    nothing: Plan
    promised: Plan


class Row(NamedTuple):
    """An interview, and what follows at each place."""

    interview: date
    calls: list[Calls]


class Difference(NamedTuple):
    """What stood at a place of a file, and what stands there now."""

    file: str
    where: str
    before: str | None
    after: str | None


class Twins(NamedTuple):
    """A page in both languages; `alone` is what one gained and lost since the other was changed."""

    page: str
    last: dict[Lang, Change | None]
    alone: dict[Lang, list[str]]
    rows: list[tuple[str, str]]


def proof(docs: Path, today: date) -> str:
    """Return the report on docs/ as it is, as one HTML file."""
    content = load(docs)
    edition = Edition(content, "fr")
    history = History.of(docs)
    release = history and history.last_release()
    places = _places(content)
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATE.parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    html = jinja.get_template(TEMPLATE.name).render(
        today=today,
        edition=edition,
        named=named,
        points={name: say for page in content.article.points for name, say in page.points.items()},
        sites={site.id: site.name for site in content.practices.sites},
        places=places,
        months=_by_month(year_of_interviews(edition, places, today)),
        short=lambda day: _short(edition, day),
        has_history=history is not None,
        release=release,
        differences=[*_since_release(docs, history, release)] if history and release else [],
        twins=[*_twins(docs, content.menu.pages, history)],
        facts=sorted(facts_of(content), key=lambda fact: fact.checked or date.min),
    )
    return french_spaces_in_html(html)


def year_of_interviews(edition: Edition, places: list[Place], first: date) -> Iterator[Row]:
    """Give for an interview on each day of a year what the rules make of it."""
    delays = edition.delays()
    holidays = [holidays_at(edition, place) for place in places]
    for number in range(YEAR):
        day = first + timedelta(days=number)
        yield Row(
            day,
            [Calls(*(plan(day, said, delays, off) for said in (None, day))) for off in holidays],
        )


def differences(
    file: str, before: Any, after: Any, where: tuple[str, ...] = ()
) -> Iterator[Difference]:
    """Give what differs between two readings of a file, each at the deepest place that both have."""
    old, new = _by_name(before), _by_name(after)
    if old is None or new is None:
        if before != after:
            yield Difference(file, " › ".join(where), _as_text(before), _as_text(after))
        return
    for name in dict.fromkeys((*new, *old)):
        yield from differences(file, old.get(name), new.get(name), (*where, name))


def side_by_side(fr: str, en: str) -> Iterator[tuple[str, str]]:
    """Give the paragraphs of two texts in pairs, those under each heading from its own on."""
    empty: list[str] = []
    for french, english in zip_longest(_sections(fr), _sections(en), fillvalue=empty):
        yield from zip_longest(french, english, fillvalue="")


def _places(content: Content) -> list[Place]:
    """Return where the examples of each edition are worked out."""
    return [content.places.of_examples(lang) for lang in LANGUAGES]


def _by_month(rows: Iterator[Row]) -> list[tuple[date, list[Row]]]:
    months = groupby(rows, key=lambda row: row.interview.replace(day=1))
    return [(month, list(of_month)) for month, of_month in months]


def _short(edition: Edition, day: date) -> str:
    language = edition.content.language
    weekday = language.weekday(day, edition.lang)[:3]
    return language.short_day[edition.lang].format(weekday=weekday, day=f"{day:%d/%m}")


def _since_release(docs: Path, history: History, release: str) -> Iterator[Difference]:
    for name in COMPARED:
        path = f"data/{name}.yml"
        before, after = history.at(release, path), (docs / path).read_text("utf-8")
        yield from differences(path, _values(path, before), _values(path, after))


def _values(path: str, text: str) -> Any:
    return parsed(DataFile(path), text).values if text else None


def _by_name(values: Any) -> dict[str, Any] | None:
    """Return the parts of a value by their names, None if it is to be compared as a whole."""
    if isinstance(values, dict):
        return values
    if isinstance(values, list) and all(isinstance(each, dict) for each in values):
        return {str(each.get("id", number)): each for number, each in enumerate(values, 1)}
    return None


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    text = str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000))
    return text.strip().removesuffix("\n...")


def _twins(docs: Path, pages: list[str], history: History | None) -> Iterator[Twins]:
    for page in pages:
        texts = [(docs / lang / page).read_text("utf-8") for lang in LANGUAGES]
        last = {
            lang: history.last_change(f"{lang}/{page}") if history else None for lang in LANGUAGES
        }
        alone = {lang: _alone(lang, page, last[_twin_of(lang)], history) for lang in LANGUAGES}
        yield Twins(page, last, alone, [*side_by_side(*texts)])


def _twin_of(lang: Lang) -> Lang:
    return others(lang)[0]


def _alone(lang: Lang, page: str, twin: Change | None, history: History | None) -> list[str]:
    if history is None or twin is None or history.is_being_changed(f"{_twin_of(lang)}/{page}"):
        return []
    return history.since(twin.commit, f"{lang}/{page}")


def _sections(text: str) -> list[list[str]]:
    sections: list[list[str]] = [[]]
    for paragraph in BLANK_LINES.split(text.strip()):
        if paragraph.startswith("#"):
            sections.append([])
        sections[-1].append(paragraph)
    return sections


if __name__ == "__main__":
    try:
        FILE.write_text(proof(DOCS, date.today()), encoding="utf-8")
    except ContentError as error:
        sys.exit(str(error))
