"""What an editor wrote in docs/data, checked and typed; the only reader of YAML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from macros.content import checks
from macros.content.list_pages import lists_are_whole, page_of_each_list
from macros.content.models import (
    Article,
    Bank,
    Checklist,
    Debrief,
    ExampleApplication,
    FollowUp,
    Group,
    Item,
    Language,
    Menu,
    Message,
    Messages,
    Practices,
    Question,
    Questions,
    Register,
    Role,
    Rule,
    SearchWords,
    Step,
    StepPath,
    Theme,
    Word,
    Words,
)
from macros.content.pages import page_problems, read_pages
from macros.content.places import Places
from macros.content.stages import Stages
from macros.content.yaml_files import ContentError, DataFile, Problem, check, read
from macros.languages import LANGUAGES, Lang

__all__ = ["Checklist", "Content", "ContentError", "Item", "load"]

QUESTIONS_TO_ASK = "questions-to-ask"
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class ItemOfList:
    """An item to tick, of a list, kept for each `interview` or once for the `application`."""

    item: Item
    list: str
    per: str


@dataclass(frozen=True)
class Content:
    """All of docs/data."""

    article: Article
    checklists: dict[str, Checklist]
    debrief: Debrief
    example: ExampleApplication
    follow_up: FollowUp
    language: Language
    menu: Menu
    messages: Messages
    page_of_list: dict[str, str]  # in the order of the menu
    places: Places
    practices: Practices
    question_files: dict[str, list[Question]]  # by the file's name, the article's first
    themes: list[Theme]
    roles: list[Role]
    register: Register
    search: SearchWords
    stages: Stages
    steps: list[Step]
    words: dict[str, dict[str, Word]]
    drafts: list[str]

    @cached_property
    def items(self) -> dict[str, "ItemOfList"]:
        """Every item of the checklists by its id, and by those it had before."""
        return {
            name: ItemOfList(item, list_name, checklist.per)
            for list_name, checklist in self.checklists.items()
            for item in checklist.items
            for name in (item.id, *self.register.former("items", item.id))
        }

    @cached_property
    def questions(self) -> list[Question]:
        """The questions that the employer may ask: the article's, then ours theme by theme."""
        return [
            question
            for name, questions in self.question_files.items()
            if name != QUESTIONS_TO_ASK
            for question in questions
        ]

    @property
    def questions_to_ask(self) -> list[Question]:
        """The questions that the candidate may ask."""
        return self.question_files[QUESTIONS_TO_ASK]

    @cached_property
    def article_questions(self) -> list[Question]:
        """The questions of the article, in its order."""
        return [question for question in self.questions if question.point]

    @cached_property
    def added_questions(self) -> list[Question]:
        """The questions of ours, theme by theme."""
        return [question for question in self.questions if question.addition]

    def by_theme(self, questions: list[Question]) -> list[tuple[Theme, list[Question]]]:
        """Return the questions of each theme that has any."""
        groups = [(theme, [q for q in questions if q.theme == theme.id]) for theme in self.themes]
        return [(theme, group) for theme, group in groups if group]

    def items_of(self, group: Group) -> list["ItemOfList"]:
        """Return the items that a group shows, those of other lists last; drafts are left out."""
        names = (item.id for item in group.items)
        return [self.items[name] for name in (*names, *group.also) if name in self.items]

    def message(self, name: str) -> Message:
        """Return the message of an id.

        Raises:
            KeyError: there is none.

        """
        return {message.id: message for message in self.messages.messages}[name]

    def duration(self, rule: str, lang: Lang) -> str:
        """Return a rule's duration in words, with the article's beside it where they differ."""
        return _duration(
            self.follow_up.rules.durations()[rule], self.language, self.words["rules"], lang
        )


def load(docs: Path) -> Content:
    """Read and check docs/data, and that each page named there exists in both languages.

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
        name: {lang: _duration(rule, language, words["rules"], lang) for lang in LANGUAGES}
        for name, rule in follow_up.rules.durations().items()
    }
    pages = read_pages(docs)
    menu = reading.file(Menu, data / "menu.yml")
    bank = reading.file(Bank, data / "questions.yml")
    by_theme = {
        path.stem: reading.file(Questions, path, f"questions/{path.stem}")
        for path in sorted((data / "questions").glob("*.yml"))
    }
    content = Content(
        article=reading.file(Article, data / "article.yml"),
        checklists={
            path.stem: reading.file(Checklist, path)
            for path in sorted((data / "checklists").glob("*.yml"))
        },
        debrief=reading.file(Debrief, data / "debrief.yml"),
        example=reading.file(ExampleApplication, data / "example.yml"),
        follow_up=follow_up,
        language=language,
        menu=menu,
        messages=reading.file(Messages, data / "messages.yml"),
        page_of_list=page_of_each_list(pages, list(menu.pages)),
        places=reading.file(Places, data / "places.yml"),
        practices=reading.file(Practices, data / "practices.yml"),
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
        register=reading.file(Register, data / "register.yml"),
        search=reading.file(SearchWords, data / "search.yml"),
        stages=reading.file(Stages, data / "stages.yml"),
        steps=reading.file(StepPath, data / "path.yml").steps,
        words=words,
        drafts=reading.drafts(),
    )
    reading.stop_if_wrong()
    reading.problems += checks.between_files(docs, content, reading.files)
    reading.problems += page_problems(pages, content)
    reading.stop_if_wrong()
    reading.problems += lists_are_whole(content, pages, reading.files)
    reading.stop_if_wrong()
    return content


def _in_order(names: Iterable[str], order: list[str]) -> list[str]:
    """Return names in a given order; those it has not come last, for the checks to name."""
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def _duration(rule: Rule, language: Language, words: dict[str, Word], lang: Lang) -> str:
    value = language.duration(rule.value, lang)
    if rule.value == rule.article:
        return value
    article = language.duration(rule.article, lang)
    return words["our-choice"][lang].format(value=value, article=article)


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
    problems: list[Problem] = field(default_factory=list)

    def file(self, model: type[M], path: Path, name: str = "") -> M:
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
