"""The types of docs/data: what an editor may write, and nothing else."""

import re
from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from macros.follow_up import Reading
from macros.languages import Lang
from macros.typography import french_spaces

T = TypeVar("T")
# One digit in the names that browsers keep things under: overrides/file/fields.js.
MOST_INTERVIEWS = 9
PLACEHOLDER = re.compile(r"\{([a-z_-]+)\}")


class Model(BaseModel):
    """A mapping in which every key is known and every value has its exact type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @model_validator(mode="before")
    @classmethod
    def _know_every_key(cls, data: Any) -> Any:
        if isinstance(data, dict):
            known = [info.alias or name for name, info in cls.model_fields.items()]
            for key in data:
                if key not in known:
                    raise PydanticCustomError("unknown_key", "", {"key": key, "known": known})
        return data


def _one_line(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("empty", "")
    if re.search(r"</?[a-zA-Z][^>]*>", text):
        raise PydanticCustomError("html", "")
    if "'" in text:
        raise PydanticCustomError("straight_apostrophe", "")
    return " ".join(text.split(" ")).strip()


def _civil_date(text: Any) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise PydanticCustomError("date", "") from None


def _begun(word: str) -> str:
    if not word.strip(" …"):
        raise PydanticCustomError("beginning", "")
    return word


Line = Annotated[str, AfterValidator(_one_line)]
SoughtWord = Annotated[Line, AfterValidator(_begun)]
# Browsers keep some of them as values, of this length at most: overrides/file/fields.js.
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
CivilDate = Annotated[date, BeforeValidator(_civil_date)]
PlaceId = Annotated[str, Field(pattern=r"^([A-Z]{2}(-[0-9A-Z]+)?|elsewhere)$")]
PointId = Annotated[str, Field(pattern=r"^[1-9][0-9]?[a-d]?$")]


class Both(Model, Generic[T]):
    """A value for each language."""

    fr: T
    en: T

    def __getitem__(self, lang: Lang) -> T:
        return self.fr if lang == "fr" else self.en


class Template(Both[Line]):
    """A text in both languages whose {names} are filled when it is shown."""

    @field_validator("fr")
    @classmethod
    def _space_french(cls, text: str) -> str:
        return french_spaces(text)

    @field_validator("fr", "en")
    @classmethod
    def _fill_durations(cls, text: str, info: ValidationInfo) -> str:
        durations = (info.context or {}).get("durations", {})

        def fill(match: re.Match[str]) -> str:
            lang: Any = info.field_name
            return durations[match[1]][lang] if match[1] in durations else match[0]

        return PLACEHOLDER.sub(fill, text)

    @model_validator(mode="after")
    def _same_placeholders(self) -> "Template":
        fr, en = set(PLACEHOLDER.findall(self.fr)), set(PLACEHOLDER.findall(self.en))
        if fr != en:
            raise PydanticCustomError("placeholders", "", {"fr": sorted(fr), "en": sorted(en)})
        return self


class Text(Template):
    """A finished text in both languages: only the durations of follow-up.yml were filled in."""

    @field_validator("fr", "en")
    @classmethod
    def _nothing_left_to_fill(cls, text: str) -> str:
        if PLACEHOLDER.search(text):
            raise PydanticCustomError("unknown_duration", "")
        return text


class Word(Template):
    """A word of the interface, and where it is seen."""

    where: Line


class Names(Both[list[Line]]):
    """One list of names for each language, of the same length."""


class Counted(Model):
    """What is counted, for one and for several; {n} is the number."""

    one: Template
    other: Template


class Pace(Both[Annotated[int, Field(ge=60, le=400)]]):
    """How many words a person says or reads in a minute, in each language."""


class Typed(Model):
    """The words that people type in a date, a time or a number, of both languages together."""

    relative_days: dict[Line, int]
    last: list[Line]
    next: list[Line]
    this: list[Line]
    beside_dates: list[Line]
    ordinals: list[Line]
    orders: dict[str, Literal["month", "either"]]
    numbers: dict[Line, int]
    clock: dict[Line, Line]
    minutes: dict[Line, int]
    morning: list[Line]
    afternoon: list[Line]
    hours: list[Line]
    beside_times: list[Line]
    units: dict[Literal["days", "weeks", "working-days"], list[Line]]


class Language(Model):
    """How each language writes and reads dates, numbers and durations."""

    weekdays: Names
    months: Names
    first_of_month: Text
    numbers: Names
    units: dict[Literal["hours", "days", "weeks", "calendar-weeks"], Counted]
    time: Template
    on_the_hour: Template
    typed: Typed
    spoken_words_per_minute: Pace

    def weekday(self, day: date, lang: Lang) -> str:
        """Return the name of the day's weekday."""
        return self.weekdays[lang][day.weekday()]

    def month(self, day: date, lang: Lang) -> str:
        """Return the name of the day's month."""
        return self.months[lang][day.month - 1]

    def day_of_month(self, day: date, lang: Lang) -> str:
        """Return the day's number, « 1er » for the first in French."""
        return self.first_of_month[lang] if day.day == 1 else str(day.day)

    def duration(self, duration: "Duration", lang: Lang) -> str:
        """Return « deux semaines », “24 hours”: in words where the language has the word."""
        names, number = self.numbers[lang], duration.number
        in_words = duration.unit != "hours" and number < len(names)
        counted = self.units[duration.unit]
        template = (counted.one if number == 1 else counted.other)[lang]
        return template.format(n=names[number] if in_words else number)


class Duration(Model):
    """A number of hours, of days, of weeks, or of Monday-to-Sunday weeks."""

    number: Annotated[int, Field(ge=1, le=366)]
    unit: Literal["hours", "days", "weeks", "calendar-weeks"]


class Source(Model):
    """The points of the article that give a rule, and its reason."""

    points: list[PointId]
    reason: Text


class Rule(Source):
    """A rule in force beside the one of the article."""

    value: Duration
    article: Duration
    done_by: Id | None = None


class Rules(Model):
    """The four rules of the plan."""

    thank_you: Annotated[Rule, Field(alias="thank-you")]
    quiet: Rule
    call: Rule
    promise: Source

    def all(self) -> "dict[str, Source]":
        """Return the four rules by the name that scripts call them by."""
        return {name: getattr(self, name) for name in type(self).model_fields}

    def durations(self) -> dict[str, Rule]:
        """Return the rules that have a value, by the name that texts call them by."""
        return {"thank-you": self.thank_you, "quiet": self.quiet, "call": self.call}

    @field_validator("thank_you")
    @classmethod
    def _whole_days(cls, rule: Rule) -> Rule:
        return _unit(rule, "hours", multiple=24)

    @field_validator("quiet")
    @classmethod
    def _calendar_weeks(cls, rule: Rule) -> Rule:
        return _unit(rule, "calendar-weeks")

    @field_validator("call")
    @classmethod
    def _days_or_weeks(cls, rule: Rule) -> Rule:
        return _unit(rule, "days", "weeks")


def _unit(rule: Rule, *units: str, multiple: int = 1) -> Rule:
    if rule.value.unit not in units:
        raise PydanticCustomError("unit", "", {"unit": rule.value.unit, "units": units})
    if rule.value.number % multiple:
        raise PydanticCustomError(
            "multiple", "", {"number": rule.value.number, "multiple": multiple}
        )
    return rule


class Promise(Model):
    """What the employer may have said about the reply, and how it is read."""

    id: Id
    reading: Reading
    number: Annotated[int, Field(ge=1, le=365)] | None = None
    label: Text

    @property
    def counts(self) -> bool:
        """Whether it is a number of days, weeks or working days."""
        return self.reading in ("days", "weeks", "working-days")

    @model_validator(mode="after")
    def _number_where_it_counts(self) -> "Promise":
        if self.number and not self.counts:
            raise PydanticCustomError("number_without_unit", "")
        return self


class Ending(Model):
    """What is left to do once the waiting has ended: a sentence until `check` is ticked, and after."""

    today: Text
    check: Text
    done: Text
    steps: Annotated[list[Id], Field(min_length=1)]


class FromPoints(Model):
    """Something that either says points of the article or is marked as an addition."""

    points: list[PointId] = []
    addition: bool = False

    @model_validator(mode="after")
    def _points_or_addition(self) -> "FromPoints":
        if bool(self.points) == self.addition:
            raise PydanticCustomError("points_or_addition", "")
        return self


class ClosingStep(FromPoints):
    """A step after the waiting: it says points of the article, or is an addition."""

    page: str | None = None
    title: Text
    text: Text


class Endings(Model):
    """Every way in which the waiting ends: three kinds of news, three outcomes of a call."""

    invited: Ending
    no: Ending
    yes: Ending
    reached: Ending
    message: Ending
    no_answer: Annotated[Ending, Field(alias="no-answer")]

    def all(self) -> dict[str, Ending]:
        """Return the endings by the name that scripts and data call them by."""
        return {
            info.alias or name: getattr(self, name)
            for name, info in type(self).model_fields.items()
        }


class Example(Model):
    """An interview of the worked examples."""

    interview: CivilDate
    promise: Id
    promised: CivilDate | None = None


class FollowUp(Model):
    """docs/data/follow-up.yml."""

    rules: Rules
    promises: list[Promise]
    endings: Endings
    closing_steps: dict[Id, ClosingStep]
    examples: dict[Id, Example]


class ArticleSource(Model):
    """The article itself."""

    title: Line
    publisher: Line
    url: Annotated[str, Field(pattern=r"^https://\S+$")]
    published: CivilDate


class PagePoints(Model):
    """The points that one page says."""

    page: str
    points: dict[PointId, Template]


class Article(Model):
    """docs/data/article.yml."""

    source: ArticleSource
    points: list[PagePoints]


class FromArticle(Model):
    """Something that either says a point of the article or is marked as an addition."""

    id: Id
    point: PointId | None = None
    addition: bool = False

    @model_validator(mode="after")
    def _point_or_addition(self) -> "FromArticle":
        if (self.point is None) != self.addition:
            raise PydanticCustomError("point_or_addition", "")
        return self


class Hint(Text):
    """A word of explanation; `mark` says so when it is not the article's."""

    mark: Literal["addition", "reading"] | None = None


class Item(FromArticle):
    """Something to tick."""

    text: Text
    hint: Hint | None = None
    first_interview_only: bool = False


class Group(Model):
    """Items under one heading; those of an optional group stand outside the total."""

    title: Text | None = None
    optional: bool = False
    items: list[Item]  # none while they are all drafts
    also: list[Id] = []  # items of other lists, shown here too: one tick for both


class Checklist(Model):
    """A list to tick, once for each interview or once for the application."""

    id: Id
    per: Literal["interview", "application"]
    on_sheet: bool = False
    title: Text
    groups: Annotated[list[Group], Field(min_length=1)]

    @property
    def items(self) -> list[Item]:
        """All items, in order."""
        return [item for group in self.groups for item in group.items]


class Theme(Model):
    """What questions are about."""

    id: Id
    title: Text


class Role(Model):
    """Who asks a question, or whom to ask it."""

    id: Id
    label: Text


class Question(FromArticle):
    """A question the employer may ask, or that the candidate may ask them."""

    theme: Id
    ask: Text
    behind: Text
    prepare: Text
    trap: Text
    rewordings: Annotated[list[Text], Field(min_length=1)]
    asked_by: Annotated[list[Id], Field(min_length=1)]


class Questions(Model):
    """docs/data/questions/<theme>.yml and docs/data/questions-to-ask.yml."""

    questions: list[Question]  # none while they are all drafts


class Bank(Model):
    """docs/data/questions.yml: the article's questions, and what all questions are sorted by."""

    themes: Annotated[list[Theme], Field(min_length=1)]
    roles: Annotated[list[Role], Field(min_length=1)]
    questions: Annotated[list[Question], Field(min_length=1)]


class Practice(Model):
    """What another site advises; what it does not state is left out."""

    id: Id
    name: Line
    thank_you: Text | None = None
    no_date: Text | None = None
    promised: Text | None = None


class Practices(Model):
    """docs/data/practices.yml: the timings that other sites give."""

    sites: Annotated[list[Practice], Field(min_length=1)]
    note: Text


class WordLists(Both[Annotated[list[SoughtWord], Field(min_length=1)]]):
    """Words to look for, in each language; « … » stands for any ending."""

    @field_validator("fr")
    @classmethod
    def _space_french(cls, words: list[str]) -> list[str]:
        return [french_spaces(word) for word in words]


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
    names: list[str] = []
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
    def choices(self) -> list[str]:
        """What the candidate can ask for; « decided » leaves out what is said while it is not."""
        asked = [each.when for each in self.sentences if each.when]
        return ["decided" if each == "undecided" else each for each in asked]


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


class MessageAdvice(Model):
    """What the advice on a message counts, and the words that it looks for."""

    words: LeastAndMost
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


Given = Literal["to", "name", "job", "company", "day", "point", "idea", "why", "availability"]


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


class Step(Model):
    """One step of the path on the home page."""

    page: str
    list: Id | None = None
    title: Text
    text: Text
    when: Text


class StepPath(Model):
    """docs/data/path.yml."""

    steps: Annotated[list[Step], Field(min_length=1)]


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


class PreciseQuestion(FromPoints):
    """A question to oneself after an interview."""

    id: Id
    ask: Text
    hint: Hint | None = None


class DebriefQuestion(PreciseQuestion):
    """A question of the article's; `recalled` heads its answer among the lessons of all interviews.

    Each line of the one with `items` becomes an item to tick before the next interview.
    """

    items: bool = False
    recalled: Text | None = None


class Rating(FromPoints):
    """Something to say of oneself, with which one agrees more or less."""

    id: Id
    says: Text


class Degree(Model):
    """How far one agrees."""

    id: Id
    text: Text


class Debrief(Model):
    """docs/data/debrief.yml: the sheet that is filled in after each interview."""

    questions: Annotated[list[DebriefQuestion], Field(min_length=1)]
    precise: list[PreciseQuestion]
    ratings: list[Rating]
    scale: Annotated[list[Degree], Field(min_length=1)]


class Registered(Model):
    """What became of a published id."""

    retired: CivilDate | None = None
    formerly: list[Id] = []


class RegisteredPlace(Model):
    """What became of a published place."""

    retired: CivilDate | None = None
    formerly: list[PlaceId] = []


class ExampleInterview(Model):
    """An interview of the example application; `day` counts from the day it is looked at."""

    day: Annotated[int, Field(ge=-365, le=365)]
    ended: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")] | None = None
    promise: Id | None = None


class ExampleApplication(Model):
    """docs/data/example.yml: an application made up to show how the guide is used."""

    application: dict[
        Literal["company", "job", "contact-name", "contact-role", "contact-phone", "contact-email"],
        Text,
    ]
    interviews: Annotated[list[ExampleInterview], Field(min_length=1, max_length=MOST_INTERVIEWS)]
    ticked: list[Id]
    notes: dict[Id, Text]


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
    message_names: dict[Id, Registered | None] = {}
    message_choices: dict[Id, Registered | None] = {}
    lists: dict[Id, Registered | None] = {}
    themes: dict[Id, Registered | None] = {}

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


class TypedWords(Both[list[Line]]):
    """What people type, in each language."""

    fr: list[Line] = []
    en: list[Line] = []

    @model_validator(mode="after")
    def _any_once(self) -> "TypedWords":
        if not self.fr and not self.en:
            raise PydanticCustomError("empty", "")
        for words in (self.fr, self.en):
            for word in words:
                if words.count(word) > 1:
                    raise PydanticCustomError("typed_twice", "", {"word": word})
        return self


class Meaning(Model):
    """What people type for what the guide says in other words, and where it says it."""

    point: PointId | None = None
    leads: list[Annotated[str, Field(pattern=r"^[a-z/-]+\.md(#[a-z0-9-]+)?$")]] = []
    says: Text | None = None
    typed: TypedWords

    @model_validator(mode="after")
    def _point_or_leads(self) -> "Meaning":
        if (self.point is None) != bool(self.leads):
            raise PydanticCustomError("point_or_leads", "")
        return self


class NumberWords(Both[dict[Line, Annotated[int, Field(ge=0, le=99)]]]):
    """Numbers in words, in each language."""


class ShortUnits(Both[dict[Line, list[Line]]]):
    """Units of time with the short ways to write them, in each language."""


class SearchWords(Model):
    """docs/data/search.yml: what people type and the guide says in other words."""

    numbers: NumberWords
    units: ShortUnits
    meanings: list[Meaning]


class Words(Model):
    """docs/data/words.yml: the words of the interface, by the component that shows them."""

    words: dict[Id, dict[Id, Word]]
