"""docs/data/checklists/*.yml: the lists to tick."""

from typing import Annotated, Literal

from pydantic import Field

from macros.content.models.base import FromArticle, Hint, Id, Model, Text
from macros.content.models.language import Duration


class Item(FromArticle):
    """Something to tick."""

    text: Text
    hint: Hint | None = None
    first_interview_only: bool = False


class Before(Duration):
    """How long before an interview something is to be done."""

    unit: Literal["hours", "days", "weeks"]


class Group(Model):
    """Items under one heading; those of an optional group stand outside the total.

    What is to be done `before` an interview goes into its calendar file where the reader asks for it.
    """

    title: Text | None = None
    before: Before | None = None
    optional: bool = False
    items: list[Item]  # none while they are all drafts
    also: list[Id] = Field(default=[])  # items of other lists, shown here too: one tick for both


class Checklist(Model):
    """A list to tick, once for each interview or once for the application."""

    id: Id
    per: Literal["interview", "application"]
    on_sheet: bool = False
    title: Text
    groups: Annotated[list[Group], Field(min_length=1)]

    @property
    def items(self) -> list[Item]:
        """All items, in order."""
        return [item for group in self.groups for item in group.items]

    @property
    def is_ours(self) -> bool:
        """Whether all of it is added to the article: its page is then marked, once."""
        return all(item.addition for item in self.items)
