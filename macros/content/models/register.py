"""docs/data/register.yml: every id ever published, and what became of it."""

from pydantic import Field

from macros.content.models.base import CivilDate, Id, Model, PlaceId


class Registered(Model):
    """What became of a published id."""

    retired: CivilDate | None = None
    formerly: list[Id] = Field(default=[])


class RegisteredPlace(Model):
    """What became of a published place."""

    retired: CivilDate | None = None
    formerly: list[PlaceId] = Field(default=[])


class Register(Model):
    """docs/data/register.yml: every id ever published, and of some kinds those that changed."""

    items: dict[Id, Registered | None]
    questions: dict[Id, Registered | None]
    promises: dict[Id, Registered | None]
    closing_steps: dict[Id, Registered | None]
    practices: dict[Id, Registered | None]
    questions_to_ask: dict[Id, Registered | None]
    debrief_questions: dict[Id, Registered | None]
    debrief_ratings: dict[Id, Registered | None]
    debrief_scale: dict[Id, Registered | None]
    messages: dict[Id, Registered | None]
    places: dict[PlaceId, RegisteredPlace | None]
    stages: dict[Id, Registered | None]
    tasks: dict[Id, Registered | None]
    message_names: dict[Id, Registered | None] = Field(default={})
    message_choices: dict[Id, Registered | None] = Field(default={})
    lists: dict[Id, Registered | None] = Field(default={})
    themes: dict[Id, Registered | None] = Field(default={})

    def renamed(self) -> dict[str, dict[str, str]]:
        """Return the id that follows each former one, by kind; of a chain each link."""
        links = {
            kind: {
                old: new
                for new, entry in getattr(self, kind).items()
                if entry
                for old in entry.formerly
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
