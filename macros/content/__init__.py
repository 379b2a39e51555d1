"""What an editor wrote in docs/data, checked and typed; the only reader of YAML."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from macros.content import checks
from macros.content.checks.drafts import drafted, drafts_wait, told_drafts
from macros.content.checks.files import files_are_read
from macros.content.checks.french import french_is_neat
from macros.content.checks.links import links_lead_to_pages
from macros.content.checks.pages import gathered
from macros.content.checks.points import each_point_said
from macros.content.checks.texts import (
    left_in_original,
    left_to_write,
    read_tomorrow,
    texts_are_sound,
)
from macros.content.content import QUESTIONS_TO_ASK, Content, rule_in_words
from macros.content.kinds import KnownRegister
from macros.content.list_pages import (
    lists_are_there,
    lists_are_whole,
    page_of_each_list,
    page_of_each_view,
    questions_stand_on_pages,
)
from macros.content.models.article import Article
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
from macros.content.pages import heads_of_steps, page_problems, read_pages, said_twice
from macros.content.yaml_files import ContentError, DataFile, Problem, check, read
from macros.languages import LANGUAGES

__all__ = ["Content", "ContentError", "load"]

M = TypeVar("M", bound=BaseModel)
FILE_NAME = re.compile("[a-z0-9-]+")


def load(docs: Path, *, shows_drafts: bool = False) -> Content:
    """Read and check docs/data, and that each page named there exists in every language.

    With `shows_drafts` an edition has the pages too that it does not publish yet.

    Raises:
        ContentError: with one plain line for each thing to mend.

    """
    data = docs / "data"
    reading = _Reading()
    language = reading.file(Language, data / "language.yml")
    words = reading.file(Words, data / "words.yml").words
    follow_up = reading.file(FollowUp, data / "follow-up.yml")
    reading.stop_if_wrong()
    reading.context["durations"] = {
        name: {lang: rule_in_words(rule, language, words["rules"], lang) for lang in LANGUAGES}
        for name, rule in follow_up.rules.durations().items()
    }
    pages = read_pages(docs)
    drafts = drafted(pages)
    shown = [page for page in pages if shows_drafts or not page.draft_line]
    menu = reading.file(Menu, data / "menu.yml")
    bank = reading.file(Bank, data / "questions.yml")
    by_theme = {
        path.stem: reading.file(Questions, path, f"questions/{path.stem}")
        for path in _named_by_id(data / "questions")
    }
    content = Content(
        article=reading.file(Article, data / "article.yml"),
        checklists={
            path.stem: reading.file(Checklist, path, f"checklists/{path.stem}")
            for path in _named_by_id(data / "checklists")
        },
        countries=reading.file(Countries, data / "countries.yml"),
        debrief=reading.file(Debrief, data / "debrief.yml"),
        example=reading.file(ExampleApplication, data / "example.yml"),
        follow_up=follow_up,
        language=language,
        menu=menu,
        messages=reading.file(Messages, data / "messages.yml"),
        moved=reading.file(Moved, data / "moved.yml"),
        page_of_list=page_of_each_list(shown, list(menu.pages)),
        page_of_view=page_of_each_view(shown, list(menu.pages)),
        path=reading.file(StepPath, data / "path.yml"),
        places=reading.file(Places, data / "places.yml"),
        practices=reading.file(Practices, data / "practices.yml"),
        publisher=reading.file(Publisher, data / "publisher.yml"),
        question_files={
            "questions": bank.questions,
            **{
                f"questions/{name}": by_theme[name].questions
                for name in _in_order(by_theme, [theme.id for theme in bank.themes])
            },
            QUESTIONS_TO_ASK: reading.file(Questions, data / f"{QUESTIONS_TO_ASK}.yml").questions,
        },
        themes=bank.themes,
        roles=bank.roles,
        register=reading.file(KnownRegister, data / "register.yml"),
        search=reading.file(SearchWords, data / "search.yml"),
        stages=reading.file(Stages, data / "stages.yml"),
        statements=reading.file(Statements, data / "statements.yml").statements,
        words=words,
        left_out=dict.fromkeys(drafts, frozenset()) if shows_drafts else drafts,
        drafts=[*reading.drafts(), *told_drafts(pages)],
        doubts=[
            *left_in_original(pages, reading.files.values()),
            *said_twice(pages),
            *left_to_write(pages, reading.files.values()),
            *read_tomorrow(reading.files.values()),
        ],
    )
    reading.problems += files_are_read(docs, reading.paths)
    reading.problems += lists_are_there(pages, data / "checklists", content.checklists)
    reading.stop_if_wrong()
    reading.problems += checks.between_files(docs, content, reading.files)
    reading.problems += page_problems(pages, content)
    reading.problems += drafts_wait(pages, content, reading.files)
    reading.problems += links_lead_to_pages(docs, pages, content)
    reading.problems += texts_are_sound(pages, reading.files.values(), language)
    reading.problems += french_is_neat(pages, reading.files.values())
    reading.problems = gathered(reading.problems, docs, menu.pages)
    reading.stop_if_wrong()
    reading.problems += each_point_said(content, pages, reading.files["article"])
    reading.problems += lists_are_whole(content, pages, reading.files)
    reading.problems += heads_of_steps(content, pages)
    reading.problems += questions_stand_on_pages(content, pages, reading.files)
    reading.stop_if_wrong()
    return content


def _named_by_id(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.yml")) if FILE_NAME.fullmatch(path.stem)]


def _in_order(names: Iterable[str], order: list[str]) -> list[str]:
    """Return names in a given order; those it has not come last, for the checks to name."""
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


class _Nothing:
    """Stands for a file that is wrong until `stop_if_wrong` says so."""

    def __getattr__(self, name: str) -> Any:
        return self

    def __iter__(self) -> Iterator[Any]:
        return iter(())


@dataclass
class _Reading:
    """Reads one file after another and gathers what is wrong in all of them."""

    context: dict[str, Any] = field(default_factory=dict)
    files: dict[str, DataFile] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def file(self, model: type[M], path: Path, name: str = "") -> M:
        self.paths.append(path.as_posix())
        try:
            file = self.files[name or path.stem] = read(path)
            return check(model, file, self.context)
        except ContentError as error:
            self.problems += error.problems
            return cast("M", _Nothing())

    def drafts(self) -> list[str]:
        return [
            f"{file.name}, ligne {line} : {name}"
            for file in self.files.values()
            for name, line in file.drafts.items()
        ]

    def stop_if_wrong(self) -> None:
        if self.problems:
            raise ContentError(self.problems)
