"""docs/data/words.yml: the words of the interface, by the component that shows them."""

from macros.content.models.base import Id, Line, Model, Template


class Word(Template):
    """A word of the interface, and where it is seen."""

    where: Line


class Words(Model):
    """docs/data/words.yml: the words of the interface, by the component that shows them."""

    words: dict[Id, dict[Id, Word]]
