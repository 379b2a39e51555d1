"""What an editor wrote in docs/data, checked and typed; the only reader of YAML."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from macros.content import checks
from macros.content.models import (
    Article,
    Checklist,
    ExampleApplication,
    FollowUp,
    Group,
    Item,
    Language,
    Message,
    Messages,
    Practices,
    Question,
    Questions,
    Register,
    Rule,
    Step,
    StepPath,
    Word,
    Words,
)
from macros.content.yaml_files import ContentError, DataFile, Problem, check, read
from macros.typography import Lang

__all__ = ["LANGUAGES", "Checklist", "Content", "ContentError", "Item", "load"]

LANGUAGES: tuple[Lang, Lang] = ("fr", "en")
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class ItemOfList:
    """An item to tick, kept for each `interview` or once for the `application`."""

    item: Item
    per: str


@dataclass(frozen=True)
class Content:
    """All of docs/data."""

    article: Article
    checklists: dict[str, Checklist]
    example: ExampleApplication
    follow_up: FollowUp
    language: Language
    messages: Messages
    practices: Practices
    questions: list[Question]
    register: Register
    steps: list[Step]
    words: dict[str, dict[str, Word]]
    drafts: list[str]

    @cached_property
    def items(self) -> dict[str, "ItemOfList"]:
        """Every item of the checklists by its id, and by those it had before."""
        return {
            name: ItemOfList(item, checklist.per)
            for checklist in self.checklists.values()
            for item in checklist.items
            for name in (item.id, *self.register.formerly(item.id))
        }

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
    content = Content(
        article=reading.file(Article, data / "article.yml"),
        checklists={
            path.stem: reading.file(Checklist, path)
            for path in sorted((data / "checklists").glob("*.yml"))
        },
        example=reading.file(ExampleApplication, data / "example.yml"),
        follow_up=follow_up,
        language=language,
        messages=reading.file(Messages, data / "messages.yml"),
        practices=reading.file(Practices, data / "practices.yml"),
        questions=reading.file(Questions, data / "questions.yml").questions,
        register=reading.file(Register, data / "register.yml"),
        steps=reading.file(StepPath, data / "path.yml").steps,
        words=words,
        drafts=reading.drafts(),
    )
    reading.stop_if_wrong()
    reading.problems += checks.between_files(docs, content, reading.files)
    reading.stop_if_wrong()
    return content


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


@dataclass
class _Reading:
    """Reads one file after another and gathers what is wrong in all of them."""

    context: dict[str, Any] = field(default_factory=dict)
    files: dict[str, DataFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def file(self, model: type[M], path: Path) -> M:
        try:
            file = self.files[path.stem] = read(path)
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
