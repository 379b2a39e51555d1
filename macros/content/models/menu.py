"""docs/data/menu.yml: the five doors, and the pages behind each."""

from collections.abc import Collection
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from macros.content.models.base import Id, Model, Text
from macros.languages import LANGUAGES, Lang

# A word under each of five pictures fits a phone 320 px wide; a name beside the mark is never cut.
MOST_IN_BAR, MOST_IN_HEADER = 9, 16


def _at_most(most: int, text: Text) -> Text:
    if any(len(each) > most for each in (text[lang] for lang in LANGUAGES)):
        raise PydanticCustomError("string_too_long", "", {"max_length": most})
    return text


class MenuPage(Model):
    """A page of the menu."""

    page: str
    short: Text
    title: Text | None = None
    tab: bool = False

    @field_validator("short")
    @classmethod
    def _fits_the_header(cls, text: Text) -> Text:
        return _at_most(MOST_IN_HEADER, text)


class Door(Model):
    """A door, which leads to the first of its pages."""

    id: Id
    icon: Literal["sunrise", "book", "speech", "calendar", "folder"]
    name: Text
    bar: Text
    pages: Annotated[list[MenuPage], Field(min_length=1)]

    @field_validator("bar")
    @classmethod
    def _fits_the_bar(cls, text: Text) -> Text:
        return _at_most(MOST_IN_BAR, text)

    @property
    def page(self) -> str:
        """The page that it leads to."""
        return self.pages[0].page

    @cached_property
    def tabs(self) -> list[MenuPage]:
        """The pages that stand side by side on top of all its pages."""
        return [each for each in self.pages if each.tab]


class Menu(Model):
    """docs/data/menu.yml."""

    doors: list[Door]

    @field_validator("doors")
    @classmethod
    def _five(cls, doors: list[Door]) -> list[Door]:
        if len(doors) != 5:
            raise PydanticCustomError("five_doors", "")
        return doors

    @property
    def entries(self) -> list[MenuPage]:
        """Every page, in the order of the menu."""
        return [entry for door in self.doors for entry in door.pages]

    @property
    def pages(self) -> list[str]:
        """The name of every page, in the order of the menu."""
        return [entry.page for entry in self.entries]

    def door_of(self, page: str) -> Door | None:
        """Return the door that a page is behind."""
        return next((each for each in self.doors if page in [one.page for one in each.pages]), None)

    def entry_of(self, page: str) -> MenuPage | None:
        """Return what the menu says of a page."""
        return next((each for each in self.entries if each.page == page), None)

    def without(self, pages: Collection[str]) -> "Menu":
        """Return the menu of an edition that some pages are not in."""
        doors = [
            door.model_copy(
                update={"pages": [each for each in door.pages if each.page not in pages]}
            )
            for door in self.doors
        ]
        return self.model_copy(update={"doors": doors})

    def nav(self, lang: Lang) -> list[Any]:
        """Return the menu as MkDocs reads its `nav`: one level, which our templates group by door."""
        return [
            {entry.title[lang]: entry.page} if entry.title else entry.page for entry in self.entries
        ]
