"""The templates of overrides/components, filled with content in one language."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.content import Checklist, Content
from macros.follow_up import Delays, Plan, plan, promised_day
from macros.public_holidays import public_holidays
from macros.typography import Lang, date_in_figures, date_in_words

TEMPLATES = Path("overrides/components")
Url = Callable[[str], str]


class Components:
    """Renders each component in one language; a `Url` gives the address of a page of docs."""

    def __init__(self, content: Content, lang: Lang) -> None:
        self.content = content
        self.lang = lang
        follow_up = content.follow_up
        self._example = date_in_figures(next(iter(follow_up.examples.values())).interview)
        self._former = {
            name: entry.formerly
            for name, entry in content.register.items.items()
            if entry and entry.formerly
        }
        self._jinja = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._jinja.globals.update(
            badge=self.badge,
            checklists=content.checklists,
            counted=self._counted,
            date=self.day,
            duration=self.duration,
            example=self._example,
            former=self._former,
            lang=lang,
            places=follow_up.holidays.places,
            promises=follow_up.promises,
            questions=content.questions,
            rules=follow_up.rules,
            steps=content.steps,
            word=self.word,
        )

    def word(self, name: str, **values: object) -> str:
        """Return a word of the interface, such as `check-list.progress`, its {names} filled."""
        component, key = name.split(".")
        text = self.content.words[component][key][self.lang]
        return text.format(**values) if values else text

    def day(self, day: date) -> str:
        """Return a day in words, with its weekday."""
        return date_in_words(day, self.lang, self.content.language)

    def published(self) -> str:
        """Return the day of the article in words; nobody needs its weekday."""
        return self.day(self.content.article.source.published).partition(" ")[2]

    def duration(self, rule: str) -> str:
        """Return the duration of a rule in words, with the article's where ours differs."""
        return self.content.duration(rule, self.lang)

    def badge(self, kind: str) -> Markup:
        """Return the mark of where a thing comes from: article, addition, reading, extension."""
        return Markup('<span class="se-badge se-badge--{}" title="{}">{}</span>').format(
            kind, self.word(f"badge.{kind}-title"), self.word(f"badge.{kind}")
        )

    def check_list(self, name: str) -> str:
        """Return a list to tick."""
        return self._render("check-list/check-list.html", checklist=self.content.checklists[name])

    def question_list(self) -> str:
        """Return all questions, in the order of the data."""
        return self._render("question-list/question-list.html")

    def step_path(self, url: Url) -> str:
        """Return the path in six steps."""
        return self._render("step-path/step-path.html", url=url)

    def next_step(self, url: Url) -> str:
        """Return the place of the sentence for today."""
        return self._render("next-step/next-step.html", view="home", url=url)

    def follow_up_plan(self, view: str, url: Url) -> str:
        """Return the tool of the dates: `full`, or for the home page its form alone, `home`."""
        return self._render("follow-up-plan/follow-up-plan.html", view=view, url=url)

    def keep_notice(self) -> str:
        """Return the place where a page says that the browser keeps nothing."""
        return self._render("keep-notice/keep-notice.html")

    def worked_example(self, name: str, url: Url) -> str:
        """Return the dated steps after the second interview of an example."""
        interview, steps = self.example_plan(name)
        addresses = self._addresses_of_points(url)
        return self._render(
            "follow-up-plan/example.html",
            interview=interview,
            plan=steps,
            target=steps.skipped[0].day if steps.skipped else steps.call_from,
            addresses=addresses,
        )

    def example_plan(self, name: str) -> tuple[date, Plan]:
        """Return the interview of an example of follow-up.yml, and its plan."""
        follow_up = self.content.follow_up
        example = follow_up.examples[name]
        promise = next(each for each in follow_up.promises if each.id == example.promise)
        days = public_holidays(follow_up.holidays, follow_up.holidays.places[0])
        holidays = {day: names[self.lang] for day, names in days.items()}
        promised = promised_day(
            example.interview, promise.reading, example.promised, promise.number, holidays
        )
        return example.interview, plan(example.interview, promised, self._delays(), holidays)

    def settings(self, url: Url, holidays_url: str) -> dict[str, Any]:
        """Return what the scripts of the dates read from the page, ready for JSON."""
        follow_up, language = self.content.follow_up, self.content.language
        return {
            "lang": self.lang,
            "delays": vars(self._delays()),
            "call_delay": self.duration("call"),
            "thank_you_delay": self.duration("thank-you"),
            "rules": {
                name: {"reason": rule.reason[self.lang], "points": rule.points}
                for name, rule in follow_up.rules.all().items()
            },
            "done_by": self._done_by(),
            "promises": [
                {"id": each.id, "reading": each.reading, "number": each.number}
                for each in follow_up.promises
            ],
            "points": self._addresses_of_points(url),
            "badges": {
                kind: {
                    "kind": kind,
                    "text": self.word(f"badge.{kind}"),
                    "title": self.word(f"badge.{kind}-title"),
                }
                for kind in ("addition", "article", "extension", "reading")
            },
            "useful": self._useful_while_waiting(url),
            "words": {
                f"{component}.{key}": word[self.lang]
                for component in ("follow-up-plan", "next-step")
                for key, word in self.content.words[component].items()
            },
            "example": self._example,
            "calendar": {
                "weekdays": language.weekdays[self.lang],
                "months": language.months[self.lang],
                "first_of_month": language.first_of_month[self.lang],
                "time": language.time[self.lang],
                "on_the_hour": language.on_the_hour[self.lang],
            },
            "names": {
                "months": [language.months.fr, language.months.en],
                "weekdays": [language.weekdays.fr, language.weekdays.en],
                "relative_days": language.relative_days,
            },
            "holidays": {
                "url": holidays_url,
                "places": {each.id: each.label[self.lang] for each in follow_up.holidays.places},
            },
        }

    def _render(self, template: str, **values: object) -> str:
        # Markdown ends a block of HTML at nothing but its last tag, yet indents and blank lines
        # inside it can still make code blocks: every line starts at the margin.
        html = self._jinja.get_template(template).render(**values)
        return "\n".join(line.strip() for line in html.splitlines() if line.strip())

    def _delays(self) -> Delays:
        rules = self.content.follow_up.rules
        return Delays(
            thank_you_days=rules.thank_you.value.number // 24,
            quiet_weeks=rules.quiet.value.number,
            call_days=rules.call.value.number * (7 if rules.call.value.unit == "weeks" else 1),
        )

    def _addresses_of_points(self, url: Url) -> dict[str, str]:
        cited = {
            point for rule in self.content.follow_up.rules.all().values() for point in rule.points
        }
        return {
            point: f"{url(page.page)}#point-{point}"
            for page in self.content.article.points
            for point in page.points
            if point in cited
        }

    def _counted(self, checklist: Checklist) -> list[dict[str, object]]:
        return [
            {
                "id": item.id,
                "formerly": self._former.get(item.id, []),
                "first_interview_only": item.first_interview_only,
            }
            for group in checklist.groups
            if not group.optional
            for item in group.items
        ]

    def _done_by(self) -> dict[str, object] | None:
        name = self.content.follow_up.rules.thank_you.done_by or ""
        for checklist in self.content.checklists.values():
            if name in (item.id for item in checklist.items):
                return {
                    "id": name,
                    "per": checklist.per,
                    "formerly": self._former.get(name, []),
                }
        return None

    def _useful_while_waiting(self, url: Url) -> list[dict[str, object]]:
        pages = {step.list: step.page for step in self.content.steps}
        return [
            {
                "id": item.id,
                "per": checklist.per,
                "formerly": self._former.get(item.id, []),
                "text": item.text[self.lang],
                "url": f"{url(pages[checklist.id])}#{item.id}",
            }
            for checklist in self.content.checklists.values()
            if checklist.while_waiting and checklist.id in pages
            for item in checklist.items
        ]
