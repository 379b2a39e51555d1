"""The templates of overrides/components, filled with content in one language."""

from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.cache import templates
from macros.content.content import PREPARE, TO_ASK
from macros.content.models.checklists import Checklist
from macros.content.models.path import Step
from macros.content.models.questions import Question, Theme
from macros.edition import Edition, Url
from macros.examples import plan_of_example
from macros.languages import LANGUAGES
from macros.qr_codes import qr_code

TEMPLATES = Path("overrides/components")


class Components:
    """Renders each component in one language; a `Url` gives the address of a page of docs."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.content = content = edition.content
        lang, follow_up = edition.lang, content.follow_up
        promise_of = {promise.id: promise for promise in follow_up.promises}
        place_of = {place.id: place for place in content.places.places}
        asked = content.places.asked_in.get(lang, [])
        self._jinja = Environment(
            loader=FileSystemLoader([TEMPLATES, TEMPLATES.parent]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=templates("components"),
        )
        self._jinja.globals.update(
            badge=edition.badge,
            checklists=content.checklists,
            date=edition.day,
            date_without_weekday=edition.date,
            debrief=content.debrief,
            duration=edition.duration,
            example=edition.example,
            items_of=content.items_of,
            kept_item=edition.kept_item,
            lang=lang,
            links_to_points=edition.links_to_points,
            places=[place_of[name] for name in asked] or content.places.places,
            parts=[each for each in content.places.places if "-" in each.id],
            asks_place=bool(asked),
            chips=[promise_of[name] for name in follow_up.chips[lang]],
            outcomes=follow_up.outcomes,
            promises=follow_up.promises,
            article_questions=content.article_questions,
            page_of_question=content.page_of_question,
            page_of_view=content.page_of_view,
            question_groups=content.by_theme(content.added_questions),
            questions=content.questions,
            theme_pages=content.theme_pages,
            questions_to_ask=content.questions_to_ask,
            roles={role.id: role.label[lang] for role in content.roles},
            rules=follow_up.rules,
            statements_of=lambda place: content.statements_of(place, lang),
            path=content.path,
            steps=content.steps,
            themes=content.themes,
            sentence=edition.sentence,
            texts=edition.texts,
            weekdays=content.language.weekdays[lang],
            word=edition.word,
            words_per_minute=content.language.spoken_words_per_minute[lang],
        )

    def check_list(self, name: str, look: str, plain: str) -> str:
        """Return a list to tick; `plain` is the address of its plain page."""
        checklist = self.content.checklists[name]
        return self._render(
            "check-list/check-list.html", checklist=checklist, look=look, plain=plain
        )

    def question_list(self, view: str, theme: str, url: Url, bank: str, plain: str) -> str:
        """Return the questions to `prepare`, those of a `theme`, or those `to-ask`, by theme.

        `bank` is the address of the file of macros/question_bank.py, `plain` of their plain page.
        """
        content = self.content
        groups: list[tuple[Theme | None, list[Question]]]
        if view == PREPARE:
            groups = [(None, content.article_questions)]
        elif view == TO_ASK:
            groups = [*content.by_theme(content.questions_to_ask)]
        else:
            themes = content.by_theme(content.added_questions)
            groups = [group for group in themes if group[0].id == theme]
        return self._render(
            "question-list/question-list.html",
            view=view,
            groups=groups,
            url=url,
            bank=bank,
            plain=plain,
        )

    def shared(self, kind: str, **values: object) -> str:
        """Return a list or questions for other sites, as `html` or `md`."""
        template = self._jinja.get_template(f"share/{kind}.html")
        return template.render(attribution=self.edition.attribution(), **values)

    def theme_page(self, theme: str) -> str:
        """Return the page of a theme, as an editor would write it: Markdown, and one macro call."""
        found = next(each for each in self.content.themes if each.id == theme)
        menu = self.content.menu_of(self.edition.lang)
        return self._jinja.get_template("question-list/theme.html").render(
            theme=theme,
            title=found.title[self.edition.lang],
            more=menu.entry_of(found.page) if found.page else None,
        )

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

    def essentials(self, url: Url) -> str:
        """Return the six steps and the article's questions on one sheet."""
        questions = self.content.article_questions
        return self._render(
            "essentials/essentials.html",
            url=url,
            attribution=self.edition.attribution(),
            number=self.content.language.numbers[self.edition.lang][len(questions)],
            source=self.content.article.source,
        )

    def glance(self, page: str) -> str:
        """Return what to do, when and how long, for the step that a page explains."""
        return self._render("essentials/glance.html", step=self._step_of(page))

    def takes(self, page: str) -> str:
        """Return how long the step that a page explains takes, where its head says no more."""
        return str(self._step_of(page).takes[self.edition.lang])

    def _step_of(self, page: str) -> Step:
        return {each.page: each for each in self.content.steps}[page]

    def step_path(self, url: Url) -> str:
        """Return the path in six steps."""
        return self._render("step-path/step-path.html", url=url)

    def next_step(self, url: Url) -> str:
        """Return the place of the sentence for today."""
        return self._render("next-step/next-step.html", url=url)

    def follow_up_plan(self, view: str, url: Url) -> str:
        """Return the tool of the dates: `full`, or for the home page its form alone, `home`."""
        template = "home" if view == "home" else "follow-up-plan"
        return self._render(f"follow-up-plan/{template}.html", view=view, url=url)

    def application_file(self) -> str:
        """Return the candidate's file: applications, backup, what the browser keeps."""
        return self._render("application-file/application-file.html")

    def interview_sheet(self) -> str:
        """Return the sheet to take to the interview."""
        return self._render("interview-sheet/interview-sheet.html", call=self.content.messages.call)

    def sheet_link(self, url: Url) -> str:
        """Return the way to the sheet, with a small picture of it."""
        return self._render("interview-sheet/link.html", url=url)

    def message_draft(self, name: str, others: str, look: str) -> str:
        """Return a message of docs/data/messages.yml: a model, and the form that fills it.

        `others` is the address of the file of macros/message_data.py.
        """
        data, message = self.content.messages, self.content.message(name)
        return self._render(
            "message-draft/message-draft.html",
            message=message,
            names=data.names,
            choices=data.choices,
            advice=data.advice,
            words=message.words or data.advice.words,
            languages=LANGUAGES,
            others=others,
            is_folded=look == "folded",
        )

    def message_picture(self, name: str) -> str:
        """Return a message as its list divides it: each group, with what the message holds of it."""
        labels = {
            point: element.label
            for element in self.content.message(name).elements
            for point in element.points
        }
        return self._render(
            "message-draft/picture.html",
            checklist=self.content.checklists[name],
            labels=labels,
            thanked=self.content.follow_up.rules.thank_you.done_by,
        )

    def thank_you_deadline(self, url: Url) -> str:
        """Return the place of the deadline of the thank-you."""
        return self._render("thank-you-deadline/thank-you-deadline.html", url=url)

    def call_script(self) -> str:
        """Return what to say in the follow-up call."""
        return self._render("call-script/call-script.html", call=self.content.messages.call)

    def by_country(self, page: str) -> str:
        """Return what the law says or what is usual for a page, folded by country."""
        return self._render("shared/by-country.html", page=page)

    def practices_table(self) -> str:
        """Return what each site advises, folded by country."""
        countries, lang = self.content.countries, self.edition.lang
        sites = countries.of_edition(self.content.practices.sites, lang)
        return self._render(
            "shared/practices.html",
            in_both=countries.in_every_edition,
            practices=[
                (countries.names[country][lang], list(its_sites))
                for country, its_sites in groupby(sites, key=lambda site: site.country)
            ],
        )

    def workshop_booklet(self, pages: dict[str, tuple[str, str]]) -> str:
        """Return all checklists and questions to fill by hand.

        `pages` gives the title of each and, where it is known, the address.
        """

        def place(page: str) -> dict[str, object]:
            title, address = pages[page]
            return {"title": title, "address": address, "code": address and qr_code(address)}

        lists: dict[str, list[Checklist]] = {step.page: [] for step in self.content.steps}
        for name, page in self.content.lists_of(self.edition.lang).items():
            lists.setdefault(page, []).append(self.content.checklists[name])
        booklet = [{**place(page), "checklists": of_page} for page, of_page in lists.items()]
        others = [place(page) for page in pages if page not in lists]
        return self._render("workshop-booklet/workshop-booklet.html", booklet=booklet, pages=others)

    def before_tools(self, my_file: str, style: str | None, *, is_my_file: bool) -> str:
        """Return which application a page is about, and the place where it says what is not kept.

        In the finished site their style comes with their scripts.
        """
        return self._render(
            "application-bar/application-bar.html", my_file=my_file, is_my_file=is_my_file
        ) + self._render("keep-notice/keep-notice.html", my_file=my_file, style=style)

    def after_tools(self, my_file: str, my_dates: str) -> str:
        """Return the line that says where all is kept."""
        return self._render("keep-health/keep-health.html", my_file=my_file, my_dates=my_dates)

    def worked_example(self, name: str, url: Url) -> str:
        """Return the dated steps after the second interview of an example."""
        interview, steps = plan_of_example(self.edition, name)
        return self._render(
            "follow-up-plan/example.html",
            interview=interview,
            plan=steps,
            target=steps.skipped[0].day if steps.skipped else steps.call_from,
            url=url,
        )

    def _render(self, template: str, **values: object) -> str:
        # Markdown ends a block of HTML at nothing but its last tag, yet indents and blank lines
        # inside it can still make code blocks: every line starts at the margin.
        html = self._jinja.get_template(template).render(**values)
        return "\n".join(line.strip() for line in html.splitlines() if line.strip())
