"""docs/data/messages.yml: what a candidate writes and says, and the advice on it."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.content.models.base import (
    PLACEHOLDER,
    Both,
    FromPoints,
    Id,
    Line,
    Model,
    Names,
    Pace,
    Template,
    Text,
    WordLists,
)


class Sentence(Model):
    """A sentence of a message: the first of `say` whose {names} are all given, or none."""

    say: Annotated[list[Template], Field(min_length=1)]
    interviews: Literal["first", "later"] | None = None
    when: Literal["agreement", "openness", "undecided", "advice"] | None = None


class Element(FromPoints):
    """What a message may hold; `signs`, or a value given for one of `names`, tell that it does."""

    id: Id
    need: Literal["always", "undecided", "menu"]
    interviews: Literal["first", "later"] | None = None
    label: Text
    names: list[str] = Field(default=[])
    signs: WordLists


class Message(Model):
    """An e-mail of the candidate, in paragraphs of sentences."""

    id: Id
    title: Text
    subject: Annotated[list[Template], Field(min_length=1)]
    paragraphs: Annotated[list[list[Sentence]], Field(min_length=1)]
    elements: Annotated[list[Element], Field(min_length=1)]

    @property
    def sentences(self) -> list[Sentence]:
        """All sentences, in order."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]

    @property
    def names(self) -> set[str]:
        """The {names} that the candidate can give."""
        texts = [*self.subject, *(text for each in self.sentences for text in each.say)]
        return {name for text in texts for name in PLACEHOLDER.findall(text.fr)}

    @property
    def choices(self) -> dict[str, str | None]:
        """What the candidate can ask for, and for which interviews.

        « decided » leaves out what is said while it is not.
        """
        return {
            "decided" if each.when == "undecided" else each.when: each.interviews
            for each in self.sentences
            if each.when
        }


class CallLine(Model):
    """A sentence of a call: the first of `say` whose {names} are all known."""

    say: Annotated[list[Template], Field(min_length=1)]


class CallPart(FromPoints):
    """A moment of a call, what to say, and a word of advice."""

    id: Id
    title: Text
    lines: Annotated[list[CallLine], Field(min_length=1)]
    hint: Text | None = None


class Call(Model):
    """The follow-up call: its steps in order, then what may happen."""

    steps: Annotated[list[CallPart], Field(min_length=1)]
    turns: Annotated[list[CallPart], Field(min_length=1)]

    def all(self) -> dict[str, list[CallPart]]:
        """Return its parts by the key they stand under."""
        return {"steps": self.steps, "turns": self.turns}


PositiveInt = Annotated[int, Field(ge=1, le=10_000)]


class Most(Model):
    """A number that is not to be exceeded."""

    most: PositiveInt


class LeastAndMost(Most):
    """Two numbers to stay between."""

    least: PositiveInt

    @model_validator(mode="after")
    def _in_order(self) -> "LeastAndMost":
        if self.least > self.most:
            raise PydanticCustomError("least_above_most", "", {"most": self.most})
        return self


class Length(LeastAndMost, FromPoints):
    """The length of a whole message, and the points of the article that it follows."""


class MessageAdvice(Model):
    """What the advice on a message counts, and the words that it looks for."""

    words: Length
    sentence: Most
    exclamations: Most
    reading: Pace
    mailto: Most
    vague: WordLists
    greetings: WordLists
    closings: WordLists
    familiar: WordLists
    informal: Names
    abbreviations: WordLists


Given = Literal[
    "to", "name", "phone", "job", "company", "day", "point", "idea", "why", "availability"
]


class Dropped(Both[dict[Given, list[Line]]]):
    """What each language takes off the beginning of what was given."""


class OwnStop(Model):
    """The words of names that end in a full stop of their own."""

    names: list[Given]
    words: list[Line]


class Fitting(Model):
    """How what the candidate gives is fitted into a sentence."""

    dropped: Dropped
    marks: list[Line]
    small: list[Given]
    small_words: Names
    own_stop: OwnStop
    titles: dict[Line, list[Line]]
    articles: dict[Line, list[Line]]


class Messages(Model):
    """docs/data/messages.yml."""

    names: dict[Given, Text]
    messages: Annotated[list[Message], Field(min_length=1)]
    call: Call
    advice: MessageAdvice
    mute_h: list[Line]
    unelided: list[Line]
    fitting: Fitting
