"""The kinds of ids that browsers keep things under, where each comes from, and the register of them.

A new kind is a line of `KINDS`, and its part of docs/data/register.yml.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pydantic import Field, create_model

from macros.content.content import QUESTIONS_TO_ASK, Content
from macros.content.models.base import Id, PlaceId
from macros.content.models.register import Register, Registered
from macros.content.yaml_files import Loc


class Named(NamedTuple):
    """An id, with the name of its file and where it stands there."""

    id: str
    file: str
    loc: Loc


Source = Callable[[Content], Iterator[Named]]


class RegisteredId(Registered[Id]):
    """What became of an id of most kinds."""


class RegisteredPlace(Registered[PlaceId]):
    """What became of the id of a place."""


class Kind(NamedTuple):
    """Where ids of a kind come from, what they look like, and what the register says of one."""

    ids: Source
    form: Any = Id
    entry: Any = RegisteredId
    # The register lists it only once it has changed: nobody forgets a tick when one is added.
    seldom: bool = False


def _listed(part: str, *keys: str) -> Source:
    """Find the ids of what stands in lists of a file."""

    def ids(content: Content) -> Iterator[Named]:
        for key in keys:
            for i, each in enumerate(getattr(getattr(content, part), key)):
                yield Named(each.id, part.replace("_", "-"), (key, i))

    return ids


def _keyed(part: str, key: str) -> Source:
    """Find the ids that are the keys of a mapping of a file."""

    def ids(content: Content) -> Iterator[Named]:
        for name in getattr(getattr(content, part), key):
            yield Named(name, part.replace("_", "-"), (key, name))

    return ids


def _items(content: Content) -> Iterator[Named]:
    for name, checklist in content.checklists.items():
        for g, group in enumerate(checklist.groups):
            for i, item in enumerate(group.items):
                yield Named(item.id, f"checklists/{name}", ("groups", g, "items", i))


def _questions(content: Content) -> Iterator[Named]:
    for name in content.question_files:
        if name != QUESTIONS_TO_ASK:
            yield from _of_question_file(content, name)


def _questions_to_ask(content: Content) -> Iterator[Named]:
    return _of_question_file(content, QUESTIONS_TO_ASK)


def _of_question_file(content: Content, name: str) -> Iterator[Named]:
    for i, question in enumerate(content.question_files[name]):
        yield Named(question.id, name, ("questions", i))


def _message_choices(content: Content) -> Iterator[Named]:
    choices = {
        name: Named(name, "messages", ("messages", m))
        for m, message in enumerate(content.messages.messages)
        for name in message.choices
    }
    yield from choices.values()


def _lists(content: Content) -> Iterator[Named]:
    for name, checklist in content.checklists.items():
        yield Named(checklist.id, f"checklists/{name}", ("id",))


def _themes(content: Content) -> Iterator[Named]:
    for i, theme in enumerate(content.themes):
        yield Named(theme.id, "questions", ("themes", i))


KINDS: dict[str, Kind] = {
    "items": Kind(_items),
    "questions": Kind(_questions),
    "promises": Kind(_listed("follow_up", "promises")),
    "closing_steps": Kind(_keyed("follow_up", "closing_steps")),
    "practices": Kind(_listed("practices", "sites")),
    "questions_to_ask": Kind(_questions_to_ask),
    "debrief_questions": Kind(_listed("debrief", "questions", "precise")),
    "debrief_ratings": Kind(_listed("debrief", "ratings")),
    "debrief_scale": Kind(_listed("debrief", "scale")),
    "messages": Kind(_listed("messages", "messages")),
    "places": Kind(_listed("places", "places"), PlaceId, RegisteredPlace),
    "stages": Kind(_listed("stages", "stages")),
    "tasks": Kind(_listed("stages", "tasks")),
    "message_names": Kind(_keyed("messages", "names"), seldom=True),
    "message_choices": Kind(_message_choices, seldom=True),
    "lists": Kind(_lists, seldom=True),
    "themes": Kind(_themes, seldom=True),
}


def _register_of_kinds() -> type[Register]:
    mapping: Any = dict
    parts: dict[str, Any] = {
        name: (
            mapping[kind.form, kind.entry | None],
            Field(default={}) if kind.seldom else ...,
        )
        for name, kind in KINDS.items()
    }
    return create_model("KnownRegister", __base__=Register, **parts)


KnownRegister = _register_of_kinds()
