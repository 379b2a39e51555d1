"""What must hold of the article's points: each is said once."""

import re
from collections.abc import Iterator

from macros.content.checks.base import Place, points_of_article
from macros.content.content import Content
from macros.content.models.base import FromArticle
from macros.content.pages import Page
from macros.content.yaml_files import DataFile, Problem
from macros.languages import LANGUAGES, Lang

SAID = re.compile(r"#point-(\w+)")


def each_point_once(content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    """Yield each point that the article has not, or that two items or questions say."""
    items: list[tuple[FromArticle, Place]] = [
        (item, Place(files[f"checklists/{name}"], ("groups", g, "items", i)))
        for name, checklist in content.checklists.items()
        for g, group in enumerate(checklist.groups)
        for i, item in enumerate(group.items)
    ]
    questions: list[tuple[FromArticle, Place]] = [
        (question, Place(files[name], ("questions", i)))
        for name, bank in content.question_files.items()
        for i, question in enumerate(bank)
    ]
    known = points_of_article(content)
    said: set[str] = set()
    for thing, place in (*items, *questions):
        if thing.point and thing.point not in known:
            yield place.no_such_point(thing.point)
        elif thing.point and thing.point in said:
            yield place.problem(
                f"le point {thing.point} une seconde fois",
                "chaque point sur un seul élément",
                "gardez-le au bon endroit ; ailleurs, écrivez « addition: true »",
            )
        said.add(thing.point or "")


def each_point_said(content: Content, pages: list[Page], file: DataFile) -> Iterator[Problem]:
    """Yield each point that neither an item nor a question says, nor a sentence of its page."""
    asked = {each.point for each in (*content.questions, *content.questions_to_ask)}
    said = {
        lang: asked | {each.point for name in lists for each in content.checklists[name].items}
        for lang, lists in _lists(content, pages).items()
    }
    texts = {page.file: {*SAID.findall(page.links)} for page in pages}
    names = {(page.lang, page.name): page.file for page in pages}
    for i, of_page in enumerate(content.article.points):
        for point in of_page.points:
            for lang in LANGUAGES:
                page = names[lang, of_page.page]
                if point not in said[lang] and point not in texts[page]:
                    yield file.problem(
                        ("points", i, "points", point),
                        f"un point que {page} ne dit pas",
                        f"« {{: #point-{point} }} » sous la phrase qui le dit, ou "
                        f'« point: "{point}" » sur un élément à cocher ou une question',
                        "remettez l’un des deux, ou rangez ce point sous la page qui le dit",
                    )


def _lists(content: Content, pages: list[Page]) -> dict[Lang, list[str]]:
    """Return the lists of each edition: all but those on a page that it does not publish yet."""
    drafts = {(page.lang, page.name) for page in pages if page.draft_line}
    return {
        lang: [
            name
            for name in content.checklists
            if (lang, content.page_of_list.get(name)) not in drafts
        ]
        for lang in LANGUAGES
    }
