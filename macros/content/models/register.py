"""docs/data/register.yml: every id ever published, and what became of it."""

from typing import Generic, TypeVar

from pydantic import Field

from macros.content.models.base import CivilDate, Model

N = TypeVar("N")


class Registered(Model, Generic[N]):
    """What became of a published id."""

    retired: CivilDate | None = None
    formerly: list[N] = Field(default=[])


Entries = dict[str, Registered[str] | None]


class Register(Model):
    """Every id ever published, and of some kinds those that changed; `kinds` adds a key for each kind."""

    def of(self, kind: str) -> Entries:
        """Return the ids of a kind, with what became of each."""
        entries: Entries = getattr(self, kind)
        return entries

    def renamed(self) -> dict[str, dict[str, str]]:
        """Return the id that follows each former one, by kind; of a chain each link."""
        links = {
            kind: {
                old: new for new, entry in self.of(kind).items() if entry for old in entry.formerly
            }
            for kind in type(self).model_fields
        }
        return {kind: each for kind, each in links.items() if each}

    def former(self, kind: str, name: str | None = None) -> list[str]:
        """Return every id of a kind that became another one; with a name, those that became it."""
        links = self.renamed().get(kind, {})
        return [old for old in links if name is None or followed(links, old)[-1] == name]


def followed(links: dict[str, str], name: str) -> list[str]:
    """Return the ids that follow an id, up to the last, or to the one where they turn in a circle."""
    path = [name]
    while path[-1] in links and path.count(path[-1]) == 1:
        path.append(links[path[-1]])
    return path[1:]
