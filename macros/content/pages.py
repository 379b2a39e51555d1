"""What an editor wrote in the pages, checked as docs/data is: before MkDocs reads them.

Jinja itself reads the macro calls; what it finds wrong, and a name or a view that no macro knows, is
said with the line, in French, instead of a traceback or a page without its tool.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes
from pydantic import Field

from macros.content.content import Content
from macros.content.markdown import Fault, faults
from macros.content.models.base import Line, Model
from macros.content.signs import invisible_signs, no_utf_8
from macros.content.yaml_files import ContentError, DataFile, Problem, check, mend_of_name, parsed
from macros.languages import LANGUAGES, Lang

FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
DASHES = re.compile(r"\s*[-–—]+[ \t]*$", re.MULTILINE)
DESCRIPTION = re.compile(r"^description: *(.*\S)", re.MULTILINE)
# Search engines show so much of a description, and little says nothing.
SHORTEST, LONGEST = 20, 175
DRAFT = re.compile(r"^draft: *true\b", re.MULTILINE)
FENCED = re.compile(r"^(```|~~~).*?^\1[ \t]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
CALL = re.compile(r"\{\{.*?\}\}")
ATTRIBUTES = re.compile(r"\{:.*?\}|\]\([^)\n]*\)|<[^>\n]*>")
TAG = re.compile(r"<(/?)(?!(?:br|hr|img|input|wbr)\b)([a-z][\w:-]*)(?=[\s>])[^>]*(?<!/)>")
TITLE = re.compile(r"^#[ \u00a0\u202f]", re.MULTILINE)
STRAIGHT = re.compile(r"\w+'\w+")
EXAMPLE_DATES = ("interview", "promised", "thank_you_by", "quiet_until", "call_from")


class _Search(Model):
    boost: float = 1
    exclude: bool = False


class Head(Model):
    """What a page says of itself before its text."""

    description: Line | None = None
    headline: Line | None = None
    title: Line | None = None
    search: _Search = _Search()
    hide: list[Literal["navigation", "toc"]] = Field(default=[])
    draft: bool = False


class Macro(NamedTuple):
    """What a page may write between the parentheses of a macro, and where."""

    arguments: tuple[Collection[str], ...] = ()
    required: int = 0
    in_a_sentence: bool = False


def macros_of_pages(content: Content) -> dict[str, Macro]:
    """Return every macro that a page may call, with the texts that each argument may be."""
    examples = content.follow_up.examples
    durations = content.follow_up.rules.durations()
    messages = [message.id for message in content.messages.messages]
    return {
        "application_file": Macro(),
        "badge": Macro((("addition", "reading"),), 1, True),
        "by_country": Macro(),
        "call_script": Macro(),
        "check_list": Macro((content.checklists, ("folded",)), 1),
        "debrief_sheet": Macro(),
        "essentials": Macro(),
        "example_date": Macro((examples, EXAMPLE_DATES), 2, True),
        "example_place": Macro((), 0, True),
        "follow_up_plan": Macro((("full", "home"),)),
        "glance": Macro(),
        "improvement_list": Macro(),
        "interview_sheet": Macro(),
        "lesson_list": Macro(),
        "message_draft": Macro((messages, ("folded",)), 1),
        "message_picture": Macro(([each for each in messages if each in content.checklists],), 1),
        "next_step": Macro(),
        "publisher": Macro(),
        "points_table": Macro(),
        "practice_round": Macro(),
        "practices_table": Macro(),
        "question_list": Macro((("prepare", "to-ask"),)),
        "report": Macro(),
        "rule": Macro((durations,), 1, True),
        "sheet_link": Macro(),
        "source": Macro((("title", "publisher", "url", "published"),), 1, True),
        "step_path": Macro(),
        "takes": Macro((), 0, True),
        "thank_you_deadline": Macro((), 0, True),
        "weekday_table": Macro(),
        "workshop_booklet": Macro(),
        "worked_example": Macro((examples,), 1),
    }


class Call(NamedTuple):
    """A macro call: what it gives as plain texts, an empty one for what is none."""

    name: str
    given: tuple[Any, ...]
    by_name: int  # how many values it gives by their names
    line: int


@dataclass
class Page:
    """A page that an editor wrote, and the macro calls that Jinja finds in it."""

    lang: Lang
    name: str  # in the folder of its language
    file: str  # as the editor knows it
    text: str = ""
    prose: str = ""  # without code, macro calls, addresses and tags, each line where it was
    links: str = ""  # without head and code, likewise
    faults: list[Fault] = field(default_factory=list)  # of its Markdown
    calls: list[Call] = field(default_factory=list)
    names: list[tuple[str, int]] = field(default_factory=list)  # that stand in no call
    statements: list[int] = field(default_factory=list)  # the lines of what is no macro call
    reckoned: list[int] = field(default_factory=list)  # and of what reckons with one
    draft_line: int = 0  # which keeps the page out of its edition
    unreadable: UnicodeDecodeError | TemplateSyntaxError | None = None

    def problem(self, at: int, found: str, expected: str, mend: str) -> Problem:
        """Say what is wrong at a place of the text, counted in characters."""
        return self.problem_on(self.text.count("\n", 0, at) + 1, found, expected, mend)

    def problem_on(self, line: int, found: str, expected: str, mend: str) -> Problem:
        """Say what is wrong on a line."""
        return Problem(self.file, line, "", found, expected, mend)

    def problems(self, macros: dict[str, Macro]) -> Iterator[Problem]:
        """Yield what is to mend in the page."""
        if isinstance(self.unreadable, UnicodeDecodeError):
            yield self.problem_on(*no_utf_8(self.unreadable))
            return
        for sign in invisible_signs(self.text):
            yield self.problem_on(*sign)
        yield from self._front_matter()
        yield from self._title()
        yield from self._elements()
        yield from self._apostrophes()
        for fault in self.faults if FRONT_MATTER.match(self.text) else ():
            yield self.problem(*fault)
        yield from self._calls(macros)

    def _front_matter(self) -> Iterator[Problem]:
        match = FRONT_MATTER.match(self.text)
        expected = "une description de la page, entre deux lignes « --- », tout en haut"
        if match is None:
            if self.text.startswith("---"):
                mend = "fermez l’en-tête par une ligne « --- »"
            elif DASHES.match(self.text):
                mend = "commencez le fichier par trois traits d’union, « --- », sans rien avant"
            else:
                mend = "ajoutez « --- », « description: … », « --- »"
            first = self.text.split("\n")[0].strip()
            yield self.problem(0, f"« {first} »" if first else "rien", expected, mend)
            return
        try:
            head = parsed(DataFile(self.file), f"\n{match[1]}")
        except ContentError as error:
            yield from error.problems
            return
        try:
            description = check(Head, replace(head, values=head.values or {})).description
        except ContentError as error:
            yield from error.problems
            return
        if description is None and self.draft_line:
            return
        if description is None:
            yield self.problem(0, "aucune « description »", expected, "ajoutez « description: … »")
        elif not SHORTEST <= len(description) <= LONGEST:
            yield head.problem(
                ("description",),
                f"une description de {len(description)} lettres",
                f"de {SHORTEST} à {LONGEST} lettres : les moteurs de recherche coupent le reste",
                "raccourcissez-la" if len(description) > LONGEST else "dites ce que l’on y trouve",
            )

    def _title(self) -> Iterator[Problem]:
        titles = [match.start() for match in TITLE.finditer(self.without(FENCED))]
        expected = "un seul titre de page, une ligne qui commence par « # »"
        if not titles and not self.draft_line:
            yield self.problem(0, "aucun titre", expected, "écrivez-le sous l’en-tête")
        for at in titles[1:]:
            yield self.problem(at, "un second titre", expected, "commencez cette ligne par « ## »")

    def _elements(self) -> Iterator[Problem]:
        """Yield the elements without end: what follows would fall inside them."""
        opened: list[re.Match[str]] = []
        for tag in TAG.finditer(self.without(FENCED, CALL)):
            if not tag[1]:
                opened.append(tag)
            elif opened and opened[-1][2] == tag[2]:
                opened.pop()
            else:
                found = f"« {tag[0]} », que rien n’ouvre"
                yield self.problem(
                    tag.start(), found, "un élément ouvert, puis fermé", "retirez cette fin"
                )
        for tag in opened:
            yield self.problem(
                tag.start(),
                f"« {tag[0]} », que rien ne ferme",
                f"« </{tag[2]}> » là où il finit",
                f"ajoutez « </{tag[2]}> »",
            )

    def _apostrophes(self) -> Iterator[Problem]:
        header = FRONT_MATTER.match(self.text)
        for match in STRAIGHT.finditer(self.prose, header.end() if header else 0):
            yield self.problem(
                match.start(), f"« {match[0]} »", "l’apostrophe ’", "remplacez ' par ’"
            )

    def _calls(self, macros: dict[str, Macro]) -> Iterator[Problem]:
        if isinstance(self.unreadable, TemplateSyntaxError):
            yield self.problem_on(
                self.unreadable.lineno,
                self._shown(self.unreadable.lineno),
                "une macro entre « {{ » et « }} », son nom entre guillemets droits",
                "vérifiez les accolades, les parenthèses et les guillemets",
            )
            return
        for line in self.statements:
            yield self.problem_on(
                line,
                self._shown(line),
                "une macro entre « {{ » et « }} »",
                "retirez ce qui est entre « {% » et « %} »",
            )
        if self.statements:
            return
        for line in self.reckoned:
            yield self.problem_on(
                line,
                self._shown(line),
                "une macro seule entre « {{ » et « }} »",
                "retirez ce qui suit ou précède la macro entre les accolades",
            )
        for name, line in self.names:
            yield self._unknown(line, name, macros)
        seen: set[tuple[str, ...]] = set()
        for call in self.calls:
            yield from self._call(call, macros, seen)

    def _shown(self, line: int) -> str:
        shown = self.text.split("\n")[line - 1].strip()
        return f"« {shown} »"

    def _call(
        self, call: Call, macros: dict[str, Macro], seen: set[tuple[str, ...]]
    ) -> Iterator[Problem]:
        if call.name not in macros:
            yield self._unknown(call.line, call.name, macros)
            return
        macro = macros[call.name]
        if call.by_name or not macro.required <= len(call.given) <= len(macro.arguments):
            yield self.problem_on(
                call.line,
                f"« {call.name} » avec {len(call.given) + call.by_name} valeur(s)",
                " puis ".join(_listed(each) for each in macro.arguments)
                or "rien entre parenthèses",
                "écrivez ce qui est attendu entre les parenthèses, entre guillemets droits",
            )
            return
        for value, permitted in zip(call.given, macro.arguments, strict=False):
            if value not in permitted:
                yield self.problem_on(
                    call.line,
                    f"{f'« {value} »' if value else 'une valeur sans guillemets'} dans « {call.name} »",
                    _listed(permitted),
                    mend_of_name(str(value), permitted, "choisissez l’un de ces noms")
                    if value
                    else "écrivez l’un de ces noms entre guillemets droits",
                )
                return
        if not macro.in_a_sentence:
            yield from self._place(call, seen)

    def _place(self, call: Call, seen: set[tuple[str, ...]]) -> Iterator[Problem]:
        """Yield a tool that stands twice, or not alone between two empty lines."""
        said = (call.name, *map(str, call.given))
        if said in seen:
            yield self.problem_on(
                call.line,
                f"« {' '.join(said)} » pour la seconde fois",
                "chaque outil une fois par page",
                "retirez cet appel",
            )
        seen.add(said)
        lines = ["", *self.text.split("\n"), ""]
        before, line, after = (each.rstrip("\r") for each in lines[call.line - 1 : call.line + 2])
        is_alone = CALL.fullmatch(line.rstrip()) and not before.strip() and not after.strip()
        if not is_alone:
            yield self.problem_on(
                call.line,
                f"« {line.strip()} »",
                f"« {call.name} » seul sur sa ligne, sans retrait, entre deux lignes vides",
                "mettez cet appel sur une ligne à lui",
            )

    def _unknown(self, line: int, name: str, macros: dict[str, Macro]) -> Problem:
        mend = (
            f"écrivez « {name}() », avec ses parenthèses"
            if name in macros
            else mend_of_name(name, macros, "retirez les doubles accolades")
        )
        return self.problem_on(line, f"« {name} »", f"une macro : {_listed(sorted(macros))}", mend)

    def without(self, *left_out: re.Pattern[str]) -> str:
        """Return the text with spaces in place of what is left out, each line where it was."""
        text = self.text
        for pattern in left_out:
            text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        return text


def _listed(names: Collection[str]) -> str:
    return ", ".join(names)


def read_pages(docs: Path) -> list[Page]:
    """Read the pages of every language, and the macro calls in them."""
    return [
        _read(path, lang, path.relative_to(docs / lang).as_posix())
        for lang in LANGUAGES
        for path in sorted((docs / lang).rglob("*.md"))
    ]


def _read(path: Path, lang: Lang, name: str) -> Page:
    page = Page(lang, name, path.as_posix())
    # The delimiters of comments are those of mkdocs.yml.
    jinja = Environment(comment_start_string="{##", comment_end_string="##}")  # noqa: S701
    try:
        page.text = path.read_text(encoding="utf-8-sig")
        page.prose = page.without(FENCED, CALL, ATTRIBUTES)
        page.links = page.without(FRONT_MATTER, FENCED)
        head = FRONT_MATTER.match(page.text)
        if head and (draft := DRAFT.search(head[1])):
            page.draft_line = page.text.count("\n", 0, head.start(1) + draft.start()) + 1
        page.faults = [*faults(page.links)]
        tree = jinja.parse(page.text)
    except (UnicodeDecodeError, TemplateSyntaxError) as error:
        page.unreadable = error
        return page
    called = [call for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)]
    in_calls = {id(each) for call in called for each in (call.node, *call.args)}
    page.names = [
        (each.name, each.lineno) for each in tree.find_all(nodes.Name) if id(each) not in in_calls
    ]
    page.statements = [each.lineno for each in tree.body if not isinstance(each, nodes.Output)]
    page.reckoned = [
        each.lineno
        for output in tree.find_all(nodes.Output)
        for each in output.nodes
        if not isinstance(each, nodes.Call | nodes.Name | nodes.TemplateData)
    ]
    page.calls = [
        Call(
            call.node.name,  # type: ignore[attr-defined]
            tuple(each.value if isinstance(each, nodes.Const) else "" for each in call.args),
            len(call.kwargs),
            call.lineno,
        )
        for call in called
    ]
    return page


def page_problems(pages: list[Page], content: Content) -> Iterator[Problem]:
    """Yield what is to mend in the pages of every language."""
    macros = macros_of_pages(content)
    for page in pages:
        yield from page.problems(macros)


def said_twice(pages: list[Page]) -> Iterator[str]:
    """Yield each page that says of itself what another of its language does."""
    first: dict[tuple[Lang, str], Page] = {}
    for page in pages:
        said = DESCRIPTION.search(page.text)
        if said and (other := first.setdefault((page.lang, said[1]), page)) is not page:
            line = page.problem(said.start(), "", "", "").line
            yield f"{page.file}, ligne {line} : la description de {other.file} : écrivez-en une autre."


def heads_of_steps(content: Content, pages: list[Page]) -> Iterator[Problem]:
    """Yield the heads of steps on pages that explain none."""
    steps = {step.page for step in content.steps}
    for page in pages:
        for call in page.calls:
            if call.name in ("glance", "takes") and page.name not in steps:
                yield page.problem_on(
                    call.line,
                    f"« {call.name} » sur une page qui n’est pas une étape",
                    "une page de docs/data/path.yml",
                    "retirez cet appel, ou ajoutez l’étape",
                )
