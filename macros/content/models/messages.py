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
from macros.languages import ORIGINAL, Lang


class Given(Model):
    """What the candidate gives: the field that asks for it, if any, and its [blank] in a model."""

    label: Text | None = None
    hint: Text | None = None
    blank: Text


class Sentence(Model):
    """A sentence of a message: the first of `say` whose {names} are all given, or none.

    It is kept for some interviews, for those whom an agency introduced or for the others, or for those
    who made the choice that `when` names.
    """

    say: Annotated[list[Template], Field(min_length=1)]
    interviews: Literal["first", "later"] | None = None
    through: Literal["employer", "agency"] | None = None
    when: Id | None = None

    @property
    def is_in_model(self) -> bool:
        """Whether the model shows it: of a first interview, and to the employer."""
        return self.interviews != "later" and self.through != "agency"


def said_of_nothing(say: list[Template]) -> Template | None:
    """Return the first way to say a sentence that asks for no {name}, if there is one."""
    return next((text for text in say if not PLACEHOLDER.search(text[ORIGINAL])), None)


class Element(FromPoints):
    """What a message may hold; `signs`, or a value given for one of `names`, tell that it does."""

    id: Id
    need: Literal["always", "undecided", "menu"]
    interviews: Literal["first", "later"] | None = None
    label: Text
    names: list[str] = Field(default=[])
    signs: WordLists


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
            raise PydanticCustomError(
                "least_above_most", "", {"most": self.most, "found": f"« least: {self.least} »"}
            )
        return self


class Message(Model):
    """An e-mail of the candidate, in paragraphs of sentences.

    Its form shows `fields` at once, names and choices, and folds the others.
    """

    id: Id
    title: Text
    fields: list[Id]
    words: LeastAndMost | None = None
    subject: Annotated[list[Template], Field(min_length=1)]
    paragraphs: Annotated[list[list[Sentence]], Field(min_length=1)]
    elements: Annotated[list[Element], Field(min_length=1)]

    @property
    def sentences(self) -> list[Sentence]:
        """All sentences, in order."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]

    def bare(self, lang: Lang) -> tuple[str, str]:
        """Return its subject and its text as they are until something is given or asked for."""
        subject = said_of_nothing(self.subject)
        said = [
            [said_of_nothing(each.say) for each in paragraph if each.is_in_model and not each.when]
            for paragraph in self.paragraphs
        ]
        paragraphs = [" ".join(text[lang] for text in texts if text) for texts in said]
        return subject[lang] if subject else "", "\n\n".join(filter(None, paragraphs))

    @property
    def names(self) -> list[str]:
        """The {names} that the candidate can give."""
        texts = [*self.subject, *(text for each in self.sentences for text in each.say)]
        return list(
            dict.fromkeys(name for text in texts for name in PLACEHOLDER.findall(text[ORIGINAL]))
        )

    @property
    def choices(self) -> dict[str, str | None]:
        """What the candidate can ask for, and for which interviews."""
        return {each.when: each.interviews for each in self.sentences if each.when}

    @property
    def is_ours(self) -> bool:
        """Whether nothing in it is the article's."""
        return all(element.addition for element in self.elements)


class CallLine(Model):
    """A sentence of a call: the first of `say` whose {names} are all known.

    `through` keeps it for those whom a recruitment agency introduced, or for the others.
    """

    say: Annotated[list[Template], Field(min_length=1)]
    through: Literal["employer", "agency"] | None = None


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


class Dropped(Both[dict[Id, list[Line]]]):
    """What each language takes off the beginning of what was given."""


class OwnStop(Model):
    """The words of names that end in a full stop of their own."""

    names: list[Id]
    words: list[Line]


class WordsOf(Model):
    """Words in each language, and the names in which they are looked for."""

    names: list[Id]
    words: Names


class WithoutColon(WordsOf):
    """Words that need no colon before them, and what a clause takes in its place, where it does."""

    because: dict[Lang, Line]


class Dated(Model):
    """The names of days: those that are written out, and those that take an article of their own."""

    in_full: list[Id]
    with_article: list[Id]
    article: Text
    named: Names


class ByWord(Both[dict[Line, list[Line]]]):
    """Lists of words in each language, by the word that goes with them."""


class Fitting(Model):
    """How what the candidate gives is fitted into a sentence."""

    nothing: list[Line]
    dropped: Dropped
    dropped_after: Dropped
    cut: Dropped
    marks: list[Line]
    without_article: WordLists
    without_by: list[Line]
    without_colon: WithoutColon
    dated: Dated
    written_out: ByWord
    clauses: Names
    small: list[Id]
    small_words: Names
    endings: WordsOf
    own_stop: OwnStop
    particles: list[Line]
    unnamed: list[Line]
    titles: dict[Line, list[Line]]
    whole_jobs: ByWord
    articles: dict[Line, list[Line]]


class Messages(Model):
    """docs/data/messages.yml."""

    names: dict[Id, Given]
    choices: dict[Id, Text]
    messages: Annotated[list[Message], Field(min_length=1)]
    call: Call
    advice: MessageAdvice
    mute_h: list[Line]
    unelided: list[Line]
    fitting: Fitting
