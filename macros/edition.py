"""The content in one language: what pages, tools and scripts say is said from here."""

from collections.abc import Callable
from datetime import date

from markupsafe import Markup

from macros.content import Content
from macros.content.models.base import Template
from macros.content.models.checklists import Checklist
from macros.follow_up import Delays, Through
from macros.languages import Lang, others
from macros.typography import date_in_words, date_without_weekday

# What is not simply the article's: what we add to it, and how we understand it.
MARKS = ("addition", "reading")

# Gives the address of a page of docs, seen from the page that is written.
Url = Callable[[str], str]


class Edition:
    """The content in one language."""

    def __init__(self, content: Content, lang: Lang) -> None:
        self.content = content
        self.lang = lang
        self.others = others(lang)

    @property
    def example(self) -> str:
        """The day that a date is asked with, in words."""
        first = next(iter(self.content.follow_up.examples.values()))
        return self.date(first.interview)

    def word(self, name: str, /, **values: object) -> str:
        """Return a word of the interface, such as `check-list.progress`, its {names} filled."""
        component, key = name.split(".")
        text = self.content.words[component][key][self.lang]
        return text.format(**values) if values else text

    def day(self, day: date) -> str:
        """Return a day in words, with its weekday."""
        return date_in_words(day, self.lang, self.content.language)

    def date(self, day: date) -> str:
        """Return a day in words, without its weekday."""
        return date_without_weekday(day, self.lang, self.content.language)

    def published(self) -> str:
        """Return the day of the article in words."""
        return self.date(self.content.article.source.published)

    def attribution(self) -> str:
        """Return the words that name the article."""
        source = self.content.article.source
        return self.word(
            "site.attribution",
            title=source.title,
            publisher=source.publisher,
            date=self.published(),
        )

    def duration(self, rule: str) -> str:
        """Return the duration of a rule in words, with the article's where ours differs."""
        return self.content.duration(rule, self.lang)

    def delays(self, through: Through = "employer") -> Delays:
        """Return the numbers of the rules as the dates need them."""
        if through == "agency":
            agency = self.content.follow_up.agency
            return Delays(
                thank_you_days=agency.thank_you.days,
                quiet_weeks=0,
                call_days=agency.call.days,
                promise_days=agency.promise.days,
            )
        rules = self.content.follow_up.rules
        return Delays(
            thank_you_days=rules.thank_you.value.number // 24,
            quiet_weeks=rules.quiet.value.number,
            call_days=rules.call.value.number * (7 if rules.call.value.unit == "weeks" else 1),
        )

    def badge(self, kind: str) -> Markup:
        """Return the mark of what is not simply the article's: `addition`, `reading`."""
        return Markup('<span class="se-badge se-badge--{}">{}</span>').format(
            kind, self.word(f"badge.{kind}")
        )

    def kept_item(self, name: str) -> dict[str, object]:
        """Return the id of an item to tick, and what it is kept with."""
        return {"id": name, "per": self.content.items[name].per}

    def counted(self, checklist: Checklist) -> list[dict[str, object]]:
        """Return the items that make the total of a list."""
        return [
            {**self.kept_item(item.id), "first_interview_only": item.first_interview_only}
            for group in checklist.groups
            if not group.optional
            for item in [each.item for each in self.content.items_of(group)]
        ]

    def sentence(self, say: list[Template]) -> str:
        """Return the fullest way to say a sentence, with [blanks] for what is to be given."""
        blanks = {
            name: f"[{given.blank[self.lang]}]"
            for name, given in self.content.messages.names.items()
        }
        return say[0][self.lang].format(**blanks)

    def texts(self, say: list[Template]) -> list[str]:
        """Return every way to say a sentence, for the script that chooses."""
        return [text[self.lang] for text in say]

    def links_to_points(self, points: list[str], url: Url) -> list[list[str]]:
        """Return the words and address of each link to points: one for those in a row."""
        pages = {point: page.page for page in self.content.article.points for point in page.points}
        runs: list[list[str]] = []
        for point in points:
            last = runs[-1][-1] if runs else ""
            if _is_next(last, point) and pages[last] == pages[point]:
                runs[-1].append(point)
            else:
                runs.append([point])
        return [
            [self._points(run[0], run[-1]), f"{url(pages[run[0]])}#point-{run[0]}"] for run in runs
        ]

    def _points(self, first: str, last: str) -> str:
        if first == last:
            return self.word("follow-up-plan.source", point=first)
        return self.word("follow-up-plan.source-run", **{"from": first, "until": last})


def _is_next(last: str, point: str) -> bool:
    return last.isdecimal() and point.isdecimal() and int(point) == int(last) + 1
