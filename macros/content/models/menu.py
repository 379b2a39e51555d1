"""docs/data/menu.yml: the pages, in the order of the menu."""

from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.content.models.base import Model, Text
from macros.languages import Lang


class MenuEntry(Model):
    """A page of the menu, or a heading over several."""

    name: Text | None = None
    page: str | None = None
    pages: Annotated[list[str], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _page_or_heading(self) -> "MenuEntry":
        if (self.page is None) == (self.pages is None) or (self.pages and not self.name):
            raise PydanticCustomError("page_or_heading", "")
        return self


class Menu(Model):
    """docs/data/menu.yml."""

    menu: Annotated[list[MenuEntry], Field(min_length=1)]

    @property
    def pages(self) -> list[str]:
        """Every page, in the order of the menu."""
        return [page for entry in self.menu for page in entry.pages or [str(entry.page)]]

    def nav(self, lang: Lang) -> list[Any]:
        """Return the menu as MkDocs reads its `nav`."""
        return [
            {entry.name[lang]: entry.pages or entry.page} if entry.name else entry.page
            for entry in self.menu
        ]
