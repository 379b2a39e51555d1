"""docs/data/moved.yml: the ids that left their page, and where they are now."""

from typing import Annotated

from pydantic import Field

from macros.content.models.base import Model, formed

Place = Annotated[str, formed("page", r"[a-z0-9/-]+\.md(#[\w-]+)?")]


class Move(Model):
    """Ids that stood on a page, or with a star all that begin so; `to` is the page that has them, or the one place that stands for all."""

    from_: Annotated[str, Field(alias="from")]
    to: Place
    ids: Annotated[list[str], Field(min_length=1)]

    def place_of(self, name: str) -> tuple[str, str]:
        """Return the page, and the place on it, where an id is now."""
        page, _, place = self.to.partition("#")
        return page, place or name


class Moved(Model):
    """docs/data/moved.yml."""

    moved: list[Move]

    def from_page(self, page: str) -> dict[str, tuple[str, str]]:
        """Return where what stood on a page is now, by its id."""
        return {
            name: move.place_of(name)
            for move in self.moved
            if move.from_ == page
            for name in move.ids
        }

    @property
    def pages(self) -> list[str]:
        """The pages that something left."""
        return list(dict.fromkeys(move.from_ for move in self.moved))
