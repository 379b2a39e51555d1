"""The macros that a page may call; the only file that knows mkdocs-macros-plugin.

Each picks the language and renders a component. What a page uses is noted in its `meta`, from
which overrides/main.html loads what those components declare, and nothing else.
"""

from collections.abc import Callable
from typing import Any, ParamSpec, Protocol
from urllib.parse import urljoin

from mkdocs.utils import get_relative_url

from macros.components import Components
from macros.content import Content
from macros.edition import Edition
from macros.examples import plan_of_example, weekday_rows
from macros.share import address_of_list, address_of_questions

P = ParamSpec("P")


class Environment(Protocol):
    """What mkdocs-macros-plugin gives us."""

    conf: Any
    page: Any
    variables: Any

    def macro(self, function: Callable[P, str], /) -> Callable[P, str]:
        """Let pages call a function."""


def define_env(env: Environment) -> None:
    """Give every page the macros of this guide."""
    content: Content = env.conf["extra"]["content"]
    edition = Edition(content, env.conf["theme"]["language"])
    components = Components(edition)

    def url(page: str) -> str:
        return get_relative_url(env.variables["files"].get_file_from_path(page).url, env.page.url)

    def file(path: str) -> str:
        """Return the address of a file beside the pages."""
        return str(get_relative_url(path, env.page.url))

    def made(name: str) -> str:
        """Return the address of a file that the build makes for scripts to load."""
        extra = env.conf["extra"]
        return str(extra["up"] + get_relative_url(extra[name], env.page.url))

    def component(tag: str, html: str, view: str = "") -> str:
        """Return the HTML of a component, and note that this page uses it, in a view."""
        env.page.meta.setdefault("components", {})[tag] = view or tag
        return f"\n{html}\n"

    def styled(tag: str, html: str) -> str:
        """Return HTML that needs the style of a component, and no script."""
        env.page.meta.setdefault("styles", []).append(tag)
        return f"\n{html}\n"

    @env.macro
    def check_list(name: str, look: str = "") -> str:
        """Return the list to tick of docs/data/checklists/<name>.yml; `folded` or whole."""
        return component(
            "check-list", components.check_list(name, look, file(address_of_list(name)))
        )

    @env.macro
    def question_list(view: str = "prepare", theme: str = "") -> str:
        """Return the article's questions and the way to all others; `to-ask`: those to ask them.

        The pages that the build makes call `question_list("theme", "pay")`.
        """
        bank = made("questions.json")
        plain = file(address_of_questions(view, theme))
        return component("question-list", components.question_list(view, theme, url, bank, plain))

    @env.macro
    def practice_round() -> str:
        """Return the round of questions to answer aloud."""
        return component("practice-round", components.practice_round(url))

    @env.macro
    def debrief_sheet() -> str:
        """Return the sheet of docs/data/debrief.yml, to fill in after each interview."""
        return component("debrief-sheet", components.debrief_sheet(url))

    @env.macro
    def improvement_list() -> str:
        """Return what the debriefs gave to improve, to tick before the next interview."""
        return component("improvement-list", components.improvement_list(url))

    @env.macro
    def lesson_list() -> str:
        """Return what was learned from the interviews of all applications."""
        return component("lesson-list", components.lesson_list())

    @env.macro
    def essentials() -> str:
        """Return the guide in two minutes: its six steps and the article's questions."""
        return styled("essentials", components.essentials(url))

    @env.macro
    def glance() -> str:
        """Return what to do, when and how long: the head of a page that explains a step."""
        return f"\n{components.glance(env.page.file.src_uri)}\n"

    @env.macro
    def takes() -> str:
        """Return how long the step that a page explains takes."""
        return components.takes(env.page.file.src_uri)

    @env.macro
    def step_path() -> str:
        """Return the path in six steps of docs/data/path.yml."""
        return component("step-path", components.step_path(url))

    @env.macro
    def next_step() -> str:
        """Return the sentence for today, once the reader gave a date."""
        return component("next-step", components.next_step(url))

    @env.macro
    def application_file() -> str:
        """Return the candidate's file: applications, backup, what the browser keeps."""
        return component("application-file", components.application_file())

    @env.macro
    def interview_sheet() -> str:
        """Return the sheet to take to the interview, filled in or to fill by hand."""
        return component("interview-sheet", components.interview_sheet())

    @env.macro
    def sheet_link() -> str:
        """Return the way to the sheet to take along, with a small picture of it."""
        return f"\n{components.sheet_link(url)}\n"

    @env.macro
    def message_draft(name: str, look: str = "") -> str:
        """Return a message of docs/data/messages.yml, to fill, to edit and to send; `folded` or whole."""
        env.page.meta.setdefault("messages", []).append(name)
        used = env.page.meta.get("components", {})
        is_whole = not look or used.get("message-draft") == "message-draft"
        html = components.message_draft(name, made("messages.json"), look)
        return component("message-draft", html, "" if is_whole else "folded")

    @env.macro
    def message_picture(name: str) -> str:
        """Return the picture of a message, and what the list of its name says of each part."""
        return styled("message-draft", components.message_picture(name))

    @env.macro
    def thank_you_deadline() -> str:
        """Return until when the thank-you is to be sent, once the reader gave a date."""
        return component("thank-you-deadline", components.thank_you_deadline(url)).strip()

    @env.macro
    def call_script() -> str:
        """Return what to say in the follow-up call, filled with what the reader keeps."""
        return component("call-script", components.call_script())

    @env.macro
    def by_country() -> str:
        """Return what holds in each country of what the page is about; the first is open."""
        return f"\n{components.by_country(env.page.file.src_uri)}\n"

    @env.macro
    def workshop_booklet() -> str:
        """Return all checklists and questions to fill by hand, and every page with its QR code."""
        # `serve` knows no address but that of this machine.
        root = env.conf["site_url"] if env.conf["extra"]["building"] else ""
        pages = {
            page.file.src_uri: (page.title, root and urljoin(root, page.url))
            for page in env.variables["navigation"].pages
        }
        return styled("workshop-booklet", components.workshop_booklet(pages))

    @env.macro
    def follow_up_plan(view: str = "full") -> str:
        """Return the tool of the dates, `full`, or for `home` its form."""
        return component("follow-up-plan", components.follow_up_plan(view, url), view)

    @env.macro
    def worked_example(name: str) -> str:
        """Return the dated steps of an example of docs/data/follow-up.yml, computed now."""
        return styled("follow-up-plan", components.worked_example(name, url))

    @env.macro
    def example_date(name: str, step: str) -> str:
        """Return a date of an example in words: `interview`, or a field of its plan."""
        interview, plan = plan_of_example(edition, name)
        return edition.day(interview if step == "interview" else getattr(plan, step))

    @env.macro
    def example_place() -> str:
        """Return the place whose days off the examples are worked out with."""
        return content.places.of_examples(edition.lang).label[edition.lang].rpartition(": ")[2]

    @env.macro
    def weekday_table() -> str:
        """Return, for an interview on each weekday, until when to wait and when to call."""
        head, *rows = weekday_rows(edition)
        return _table([head, ["---"] * len(head), *rows])

    @env.macro
    def rule(name: str) -> str:
        """Return the duration of a rule: `thank-you`, `quiet` or `call`."""
        return edition.duration(name)

    @env.macro
    def badge(kind: str) -> str:
        """Return the mark of an `addition` or of a `reading`."""
        return str(edition.badge(kind))

    @env.macro
    def source(field: str) -> str:
        """Return the `title`, `publisher`, `url` or `published` date of the article."""
        if field == "published":
            return edition.published()
        return str(getattr(content.article.source, field))

    @env.macro
    def publisher() -> str:
        """Return who publishes the guide, under a heading of their own; nothing where nothing is known."""
        known, word = content.publisher, edition.word
        said = [
            known.name and word("publisher.by", name=known.name),
            known.page and f"[{word('publisher.more')}]({known.page})",
            known.email and f"[{word('publisher.write')}](mailto:{known.email})",
            known.legal_notice and known.legal_notice[edition.lang],
        ]
        lines = [each for each in said if each]
        return "\n\n".join([f"## {word('publisher.title')}", *lines]) if lines else ""

    @env.macro
    def report() -> str:
        """Return how to report what stops a reader, under a heading; nothing where nobody can be written to."""
        email, word = content.publisher.email, edition.word
        link = f"[{word('publisher.write')}](mailto:{email})"
        how = f"## {word('publisher.report')} {{ #report }}\n\n{word('publisher.report-how')}"
        return f"{how} {link}" if email else ""

    @env.macro
    def points_table() -> str:
        """Return every point of the article with a link to the element that says it."""
        titles = {step.page: step.title[edition.lang] for step in content.steps}
        home = edition.word("points.home")
        head = [edition.word(f"points.{column}") for column in ("number", "says", "page")]
        rows = [head, ["---"] * 3]
        for page in content.article.points:
            for point, says in page.points.items():
                link = f"[{titles.get(page.page, home)}]({page.page}#point-{point})"
                rows.append([point, says[edition.lang], link])
        return _table(rows)

    @env.macro
    def practices_table() -> str:
        """Return what each site of docs/data/practices.yml advises, folded by country; the first is open."""
        return f"\n{components.practices_table()}\n"


def _table(rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
