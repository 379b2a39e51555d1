"""The templates of overrides/components, filled with content in one language."""

from datetime import date, timedelta
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.content import Checklist, Content
from macros.content.models import Duration, Template
from macros.follow_up import Delays, Plan, plan, promised_day
from macros.page_settings import Url, addresses_of_points
from macros.public_holidays import public_holidays
from macros.qr_codes import qr_code
from macros.typography import Lang, date_in_words, date_without_weekday

TEMPLATES = Path("overrides/components")
A_MONDAY = date(2001, 1, 1)


class Components:
    """Renders each component in one language; a `Url` gives the address of a page of docs."""

    def __init__(self, content: Content, lang: Lang) -> None:
        self.content = content
        self.lang = lang
        follow_up = content.follow_up
        first_example = next(iter(follow_up.examples.values()))
        self.example = date_without_weekday(first_example.interview, lang, content.language)
        self._jinja = Environment(
            loader=FileSystemLoader([TEMPLATES, TEMPLATES.parent]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._jinja.globals.update(
            badge=self.badge,
            checklists=content.checklists,
            date=self.day,
            debrief=content.debrief,
            duration=self.duration,
            example=self.example,
            items_of=content.items_of,
            kept_item=self.kept_item,
            lang=lang,
            places=content.places.places,
            promises=follow_up.promises,
            article_questions=content.article_questions,
            question_groups=content.by_theme(content.added_questions),
            questions=content.questions,
            questions_to_ask=content.questions_to_ask,
            roles={role.id: role.label[lang] for role in content.roles},
            rules=follow_up.rules,
            steps=content.steps,
            themes=content.themes,
            to_ask_groups=content.by_theme(content.questions_to_ask),
            sentence=self.sentence,
            texts=self.texts,
            weekdays=content.language.weekdays[lang],
            word=self.word,
            words_per_minute=content.language.spoken_words_per_minute[lang],
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

    def badge(self, kind: str) -> Markup:
        """Return the mark of where a thing comes from: article, addition, reading, extension."""
        return Markup('<span class="se-badge se-badge--{}" title="{}">{}</span>').format(
            kind, self.word(f"badge.{kind}-title"), self.word(f"badge.{kind}")
        )

    def kept_item(self, name: str) -> dict[str, object]:
        """Return the id of an item to tick, and what it is kept with."""
        return {"id": name, "per": self.content.items[name].per}

    def check_list(self, name: str) -> str:
        """Return a list to tick."""
        return self._render("check-list/check-list.html", checklist=self.content.checklists[name])

    def question_list(self, view: str, url: Url) -> str:
        """Return the questions to `prepare`, or those `to-ask`, the article's first, then by theme."""
        return self._render("question-list/question-list.html", view=view, url=url)

    def practice_round(self, url: Url) -> str:
        """Return the round of questions to answer aloud."""
        return self._render("practice-round/practice-round.html", url=url)

    def debrief_sheet(self, url: Url) -> str:
        """Return the sheet of the debrief."""
        return self._render("debrief-sheet/debrief-sheet.html", url=url)

    def improvement_list(self, url: Url) -> str:
        """Return the place of what the reader wants to improve."""
        return self._render("improvement-list/improvement-list.html", url=url)

    def lesson_list(self) -> str:
        """Return the place of what the reader learned from every interview."""
        return self._render("lesson-list/lesson-list.html")

    def step_path(self, url: Url) -> str:
        """Return the path in six steps."""
        return self._render("step-path/step-path.html", url=url)

    def next_step(self, url: Url) -> str:
        """Return the place of the sentence for today."""
        return self._render("next-step/next-step.html", view="home", url=url)

    def follow_up_plan(self, view: str, url: Url) -> str:
        """Return the tool of the dates: `full`, or for the home page its form alone, `home`."""
        return self._render("follow-up-plan/follow-up-plan.html", view=view, url=url)

    def application_file(self) -> str:
        """Return the candidate's file: applications, backup, what the browser keeps."""
        return self._render("application-file/application-file.html")

    def interview_sheet(self) -> str:
        """Return the sheet to take to the interview."""
        return self._render("interview-sheet/interview-sheet.html", call=self.content.messages.call)

    def message_draft(self, name: str) -> str:
        """Return a message of docs/data/messages.yml: a model, and the form that fills it."""
        return self._render(
            "message-draft/message-draft.html",
            message=self.content.message(name),
            advice=self.content.messages.advice,
        )

    def call_script(self) -> str:
        """Return what to say in the follow-up call."""
        return self._render("call-script/call-script.html", call=self.content.messages.call)

    def sentence(self, say: list[Template]) -> str:
        """Return the fullest way to say a sentence, with [blanks] for what is to be given."""
        blanks = {
            name: f"[{text[self.lang]}]" for name, text in self.content.messages.names.items()
        }
        return say[0][self.lang].format(**blanks)

    def texts(self, say: list[Template]) -> list[str]:
        """Return every way to say a sentence, for the script that chooses."""
        return [text[self.lang] for text in say]

    def workshop_booklet(self, pages: dict[str, tuple[str, str]]) -> str:
        """Return all checklists and questions to fill by hand; `pages` gives title and address."""

        def place(page: str) -> dict[str, object]:
            title, address = pages[page]
            return {"title": title, "address": address, "code": qr_code(address)}

        steps = [
            {**place(step.page), "checklist": self.content.checklists.get(step.list or "")}
            for step in self.content.steps
        ]
        of_steps = {step.page for step in self.content.steps}
        others = [place(page) for page in pages if page not in of_steps]
        return self._render("workshop-booklet/workshop-booklet.html", booklet=steps, pages=others)

    def before_tools(self, my_file: str, follow_up: str, *, is_my_file: bool) -> str:
        """Return which application a page is about, and the place where it says what is not kept."""
        return self._render(
            "application-bar/application-bar.html", my_file=my_file, is_my_file=is_my_file
        ) + self._render("keep-notice/keep-notice.html", my_file=my_file, follow_up=follow_up)

    def after_tools(self, my_file: str) -> str:
        """Return the line that says where all is kept."""
        return self._render("keep-health/keep-health.html", my_file=my_file)

    def worked_example(self, name: str, url: Url) -> str:
        """Return the dated steps after the second interview of an example."""
        interview, steps = self.example_plan(name)
        addresses = addresses_of_points(self.content, url)
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
        places = self.content.places
        days = public_holidays(places, places.default)
        holidays = {day: each.names[self.lang] for day, each in days.items()}
        promised = promised_day(
            example.interview, promise.reading, example.promised, promise.number, holidays
        )
        return example.interview, plan(example.interview, promised, self.delays(), holidays)

    def weekday_table(self) -> list[list[str]]:
        """Return, for an interview on each weekday without promise or holiday, the days that follow.

        The first row is the heading.
        """
        language = self.content.language
        rows = [[self.word(f"weekday-table.{key}") for key in ("interview", "quiet", "call")]]
        for number in range(5):
            interview = A_MONDAY + timedelta(days=number)
            steps = plan(interview, None, self.delays(), {})
            cells = [
                self.word(
                    "weekday-table.after",
                    weekday=language.weekday(day, self.lang),
                    delay=language.duration(
                        Duration(number=(day - interview).days, unit="days"), self.lang
                    ),
                )
                for day in (steps.quiet_until, steps.call_from)
            ]
            rows.append([language.weekday(interview, self.lang), *cells])
        return rows

    def delays(self) -> Delays:
        """Return the numbers of the rules as the dates need them."""
        rules = self.content.follow_up.rules
        return Delays(
            thank_you_days=rules.thank_you.value.number // 24,
            quiet_weeks=rules.quiet.value.number,
            call_days=rules.call.value.number * (7 if rules.call.value.unit == "weeks" else 1),
        )

    def _render(self, template: str, **values: object) -> str:
        # Markdown ends a block of HTML at nothing but its last tag, yet indents and blank lines
        # inside it can still make code blocks: every line starts at the margin.
        html = self._jinja.get_template(template).render(**values)
        return "\n".join(line.strip() for line in html.splitlines() if line.strip())

    def counted(self, checklist: Checklist) -> list[dict[str, object]]:
        """Return the items that make the total of a list."""
        return [
            {**self.kept_item(item.id), "first_interview_only": item.first_interview_only}
            for group in checklist.groups
            if not group.optional
            for item in [each.item for each in self.content.items_of(group)]
        ]
