"""docs/data/publisher.yml: who publishes the guide, and how to write to them."""

from typing import Annotated

from macros.content.models.base import Address, Line, Model, Text, formed


class Publisher(Model):
    """docs/data/publisher.yml; what is not given is not printed."""

    name: Line | None = None
    email: Annotated[str, formed("email", r"[^@\s:<>(),]+@[\w.-]+\.[a-z]{2,}")] | None = None
    page: Address | None = None
    legal_notice: Text | None = None

    @property
    def missing(self) -> list[str]:
        """The keys that nobody has filled in yet."""
        return [name for name in type(self).model_fields if getattr(self, name) is None]
