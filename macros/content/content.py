"""All of docs/data, checked and typed."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from macros.content.models.article import Article
from macros.content.models.checklists import Checklist, Group, Item
from macros.content.models.countries import Countries
from macros.content.models.debrief import Debrief
from macros.content.models.example import ExampleApplication
from macros.content.models.follow_up import FollowUp, Rule
from macros.content.models.language import Language
from macros.content.models.menu import Menu
from macros.content.models.messages import Message, Messages
from macros.content.models.moved import Moved
from macros.content.models.path import Step, StepPath
from macros.content.models.places import Places
from macros.content.models.practices import Practices
from macros.content.models.publisher import Publisher
from macros.content.models.questions import Question, Role, Theme
from macros.content.models.register import Register
from macros.content.models.search import SearchWords
from macros.content.models.stages import Stages
from macros.content.models.statements import Statement
from macros.content.models.words import Word
from macros.languages import LANGUAGES, Lang
from macros.public_holidays import DaysOff, days_off

QUESTIONS_TO_ASK = "questions-to-ask"
# The pages of the questions: the first and the last are views of the macro `question_list`.
PREPARE, PRACTISE, TO_ASK = "prepare", "practise", "to-ask"


@dataclass(frozen=True)
class ItemOfList:
    """An item to tick, of a list, kept for each `interview` or once for the `application`."""

    item: Item
    list: str
    per: str


@dataclass(frozen=True, repr=False)  # the macros plugin says it at every build: 700 kB
class Content:
    """All of docs/data."""

    article: Article
    checklists: dict[str, Checklist]
    countries: Countries
    debrief: Debrief
    example: ExampleApplication
    follow_up: FollowUp
    language: Language
    menu: Menu
    messages: Messages
    moved: Moved
    page_of_list: dict[str, str]  # in the order of the menu
    page_of_view: dict[str, str]  # of the questions
    path: StepPath
    places: Places
    practices: Practices
    publisher: Publisher
    question_files: dict[str, list[Question]]  # by the file's name, the article's first
    themes: list[Theme]
    roles: list[Role]
    register: Register
    search: SearchWords
    stages: Stages
    statements: list[Statement]
    words: dict[str, dict[str, Word]]
    left_out: dict[Lang, frozenset[str]]  # the pages that an edition does not publish yet
    drafts: list[str]
    doubts: list[str]  # lines to read again, which stop nothing

    @cached_property
    def days_off(self) -> DaysOff:
        """The days off of every place."""
        return days_off(self.places)

    @cached_property
    def items(self) -> dict[str, ItemOfList]:
        """Every item of the checklists by its id, and by those it had before."""
        return {
            name: ItemOfList(item, list_name, checklist.per)
            for list_name, checklist in self.checklists.items()
            for item in checklist.items
            for name in (item.id, *self.register.former("items", item.id))
        }

    @cached_property
    def questions(self) -> list[Question]:
        """The questions that the employer may ask: the article's, then ours theme by theme."""
        return [
            question
            for name, questions in self.question_files.items()
            if name != QUESTIONS_TO_ASK
            for question in questions
        ]

    @property
    def steps(self) -> list[Step]:
        """The six steps, in their order."""
        return self.path.steps

    @property
    def questions_to_ask(self) -> list[Question]:
        """The questions that the candidate may ask."""
        return self.question_files[QUESTIONS_TO_ASK]

    @cached_property
    def article_questions(self) -> list[Question]:
        """The questions of the article, in its order."""
        return [question for question in self.questions if question.point]

    @cached_property
    def added_questions(self) -> list[Question]:
        """The questions of ours, theme by theme."""
        return [question for question in self.questions if question.addition]

    @cached_property
    def theme_pages(self) -> dict[str, str]:
        """The page of each theme that has questions of ours: nobody writes it, the build makes it."""
        return {
            theme.id: f"more/questions/{theme.id}.md"
            for theme, _ in self.by_theme(self.added_questions)
        }

    @cached_property
    def page_of_question(self) -> dict[str, str]:
        """The page of each question, by its id."""
        return {
            **{each.id: self.page_of_view[PREPARE] for each in self.article_questions},
            **{each.id: self.theme_pages[each.theme] for each in self.added_questions},
            **{each.id: self.page_of_view[TO_ASK] for each in self.questions_to_ask},
        }

    def languages_of(self, page: str) -> list[Lang]:
        """Return the languages that a page is published in, that of the original first."""
        return [lang for lang in LANGUAGES if page not in self.left_out[lang]]

    def menu_of(self, lang: Lang) -> Menu:
        """Return the menu of an edition."""
        return self.menu.without(self.left_out[lang])

    def lists_of(self, lang: Lang) -> dict[str, str]:
        """Return the lists that an edition shows, each with its page."""
        return {
            name: page
            for name, page in self.page_of_list.items()
            if page not in self.left_out[lang]
        }

    def menu_page(self, page: str) -> str:
        """Return the page of the menu that a page belongs to: those of themes to the questions."""
        return self.page_of_view[PREPARE] if page in self.theme_pages.values() else page

    def by_theme(self, questions: list[Question]) -> list[tuple[Theme, list[Question]]]:
        """Return the questions of each theme that has any."""
        groups = [(theme, [q for q in questions if q.theme == theme.id]) for theme in self.themes]
        return [(theme, group) for theme, group in groups if group]

    def items_of(self, group: Group) -> list[ItemOfList]:
        """Return the items that a group shows, those of other lists last; drafts are left out."""
        names = (item.id for item in group.items)
        return [self.items[name] for name in (*names, *group.also) if name in self.items]

    def statements_of(self, place: str, lang: Lang) -> list[tuple[str, list[Statement]]]:
        """Return what an edition tells under a question or on a page, by the country's name."""
        statements = [each for each in self.statements if place in (*each.questions, *each.pages)]
        return [
            (self.countries.names[code][lang], list(group))
            for code, group in groupby(
                self.countries.of_edition(statements, lang), key=lambda each: each.country
            )
        ]

    def message(self, name: str) -> Message:
        """Return the message of an id.

        Raises:
            KeyError: there is none.

        """
        return {message.id: message for message in self.messages.messages}[name]

    def duration(self, rule: str, lang: Lang) -> str:
        """Return a rule's duration in words, with the article's beside it where they differ."""
        return rule_in_words(
            self.follow_up.rules.durations()[rule], self.language, self.words["rules"], lang
        )


def rule_in_words(rule: Rule, language: Language, words: dict[str, Word], lang: Lang) -> str:
    """Return a duration, with the article's beside it where they differ."""
    value = language.duration(rule.value, lang)
    if rule.value == rule.article:
        return value
    article = language.duration(rule.article, lang)
    return words["our-choice"][lang].format(value=value, article=article)
