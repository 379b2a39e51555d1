"""docs/data/questions.yml, questions/<theme>.yml and questions-to-ask.yml."""

from typing import Annotated

from pydantic import Field

from macros.content.models.base import FromArticle, Id, Line, Model, Text


class Theme(Model):
    """What questions are about, and the page of the menu that says more, if there is one."""

    id: Id
    title: Text
    page: Line | None = None


class Role(Model):
    """Who asks a question, or whom to ask it."""

    id: Id
    label: Text


class Question(FromArticle):
    """A question the employer may ask, or that the candidate may ask them."""

    theme: Id
    ask: Text
    behind: Text
    prepare: Text
    starting_out: Text | None = None
    trap: Text
    rewordings: Annotated[list[Text], Field(min_length=1)]
    asked_by: Annotated[list[Id], Field(min_length=1)]


class Questions(Model):
    """docs/data/questions/<theme>.yml and docs/data/questions-to-ask.yml."""

    questions: list[Question]  # none while they are all drafts


class Bank(Model):
    """docs/data/questions.yml: the article's questions, and what all questions are sorted by."""

    themes: Annotated[list[Theme], Field(min_length=1)]
    roles: Annotated[list[Role], Field(min_length=1)]
    questions: Annotated[list[Question], Field(min_length=1)]
