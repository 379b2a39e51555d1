"""On which page each check list and the questions stand: there they are found, counted and linked."""

from collections.abc import Collection, Iterator
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

from macros.content.content import PRACTISE, PREPARE, QUESTIONS_TO_ASK, TO_ASK, Content
from macros.content.pages import Page
from macros.content.yaml_files import DataFile, Problem
from macros.languages import EVERYWHERE, LANGUAGES, Lang

MACRO = "check_list"
QUESTIONS, ROUND = "question_list", "practice_round"


class _Drawn(NamedTuple):
    """A call that draws a list."""

    page: Page
    line: int

    def problem(self, found: str, expected: str, mend: str) -> Problem:
        return self.page.problem_on(self.line, found, expected, mend)


def page_of_each_list(pages: list[Page], menu: list[str]) -> dict[str, str]:
    """Return the page of each list that stands on one, in the order of the menu."""
    found = {
        name: drawn[0].page.name
        for lang in reversed(LANGUAGES)
        for name, drawn in _drawn(pages, lang, menu).items()
    }
    return dict(sorted(found.items(), key=lambda each: _rank(each[1], menu)))


def page_of_each_view(pages: list[Page], menu: list[str]) -> dict[str, str]:
    """Return where one prepares the questions, practises them, and finds those to ask."""
    found: dict[str, str] = {}
    for page in sorted(pages, key=lambda each: _rank(each.name, menu)):
        for view in _views_on(page):
            found.setdefault(view, page.name)
    return found


def _views_on(page: Page) -> list[str]:
    views = {QUESTIONS: PREPARE, ROUND: PRACTISE}
    return [
        str(call.given[0]) if call.given else views[call.name]
        for call in page.calls
        if call.name in views
    ]


def questions_stand_on_pages(
    content: Content, pages: list[Page], files: dict[str, DataFile]
) -> Iterator[Problem]:
    """Yield the questions that stand on no page, or on one of the other language alone."""
    kinds = {
        PREPARE: (files["questions"], f"{{{{ {QUESTIONS}() }}}}"),
        PRACTISE: (files["questions"], f"{{{{ {ROUND}() }}}}"),
        TO_ASK: (files[QUESTIONS_TO_ASK], f'{{{{ {QUESTIONS}("{TO_ASK}") }}}}'),
    }
    for view, (file, call) in kinds.items():
        page = content.page_of_view.get(view)
        there = {
            each.lang
            for each in pages
            if each.name == page and view in _views_on(each) and not each.draft_line
        }
        if there != set(LANGUAGES):
            yield file.problem(
                (),
                "des questions qui ne sont sur aucune page"
                if page is None
                else f"des questions que la page {page} n’a pas {EVERYWHERE}",
                f"« {call} » sur une page, {EVERYWHERE}",
                "écrivez cet appel là où les questions doivent se lire",
            )


def lists_are_there(pages: list[Page], folder: Path, names: Collection[str]) -> Iterator[Problem]:
    """Yield each list that pages of every language call and whose file is gone."""
    original, *translated = (_drawn(pages, lang, []) for lang in LANGUAGES)
    for name, drawn in original.items():
        if all(name in each for each in translated) and name not in names:
            yield DataFile(f"{folder.as_posix()}/{name}.yml").problem(
                (),
                "rien",
                f"ce fichier, que « {MACRO} » appelle dans {drawn[0].page.file}",
                "restaurez-le depuis l’historique, ou retirez ces appels",
            )


def lists_are_whole(
    content: Content, pages: list[Page], files: dict[str, DataFile]
) -> Iterator[Problem]:
    """Yield each list that stands on no page or on several, and each task that leads past its item."""
    by_lang = {lang: _drawn(pages, lang, content.menu.pages) for lang in LANGUAGES}
    drafts = {(page.lang, page.name) for page in pages if page.draft_line}
    for name, checklist in content.checklists.items():
        drawn = {lang: by_lang[lang].get(name, []) for lang in LANGUAGES}
        again = [problem for each in drawn.values() for problem in _stands_once(name, each)]
        yield from again or _stands_in_both(name, drawn, drafts)
        if checklist.items and not any(drawn.values()):  # or all its items are drafts
            yield files[f"checklists/{name}"].problem(
                (),
                "une liste qui n’est sur aucune page",
                f'« {{{{ {MACRO}("{name}") }}}} » sur une page, {EVERYWHERE}',
                "écrivez cet appel là où la liste doit se lire",
            )
    yield from _tasks_lead_to_items(content, files["stages"])


def _drawn(pages: list[Page], lang: Lang, menu: list[str]) -> dict[str, list[_Drawn]]:
    """Return by list the calls that draw it in one language, in the order of the menu."""
    drawn: dict[str, list[_Drawn]] = {}
    for page in sorted(pages, key=lambda each: _rank(each.name, menu)):
        for call in page.calls if page.lang == lang else ():
            if call.name == MACRO and call.given:
                drawn.setdefault(str(call.given[0]), []).append(_Drawn(page, call.line))
    return drawn


def _rank(page: str, menu: list[str]) -> int:
    return menu.index(page) if page in menu else len(menu)


def _stands_once(name: str, drawn: list[_Drawn]) -> Iterator[Problem]:
    for again in drawn[1:]:
        yield again.problem(
            f"« {MACRO} {name} », qui se trouve déjà dans {drawn[0].page.file}, "
            f"ligne {drawn[0].line}",
            "chaque liste sur une seule page : la recherche et les liens y mènent",
            "retirez l’un des deux appels",
        )


def _stands_in_both(
    name: str, drawn: dict[Lang, list[_Drawn]], drafts: set[tuple[Lang, str]]
) -> Iterator[Problem]:
    """Yield the call on a page whose twin has none, and is no draft."""
    for lang, another in permutations(drawn, 2):
        there = {each.page.name for each in drawn[another]}
        for alone in drawn[lang]:
            if alone.page.name not in there and (another, alone.page.name) not in drafts:
                twin = f"docs/{another}/{alone.page.name}"
                yield alone.problem(
                    f"« {MACRO} {name} », que {twin} n’a pas",
                    f"chaque liste sur la même page {EVERYWHERE}",
                    f"écrivez le même appel dans {twin}, ou déplacez celui-ci",
                )


def _tasks_lead_to_items(content: Content, file: DataFile) -> Iterator[Problem]:
    """Find the tasks whose page has not the item that ends them, and names no other place of it."""
    for i, task in enumerate(content.stages.tasks):
        item = content.items.get(task.item or "")
        page = content.page_of_list.get(task.checklist or (item.list if item else ""))
        if page and task.page and "#" not in task.page and task.page != page:
            yield file.problem(
                ("tasks", i, "page"),
                f"« {task.page} »",
                f"« {page} », où se trouve ce qu’il faut cocher, ou un endroit de page après #",
                "corrigez la page",
            )
