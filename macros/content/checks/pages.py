"""What must hold between the pages, the menu, and what names a page."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

from macros.content.content import Content
from macros.content.yaml_files import DataFile, Loc, Problem, mend_of_page
from macros.languages import LANGUAGES, ORIGINAL, Lang

Named = tuple[str, DataFile, Loc]
SEVERAL = 3  # places that name a page: more than a slip


def pages_exist(docs: Path, content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    """Yield each page that a file of docs/data names and that is not there."""
    there, made = _trees(docs)[ORIGINAL], content.theme_pages.values()
    for page, file, loc in (*named_for_all(content, files), *_named(content, files)):
        if page not in there and page not in made:
            yield _nowhere(page, file, loc, there)


def _nowhere(page: str, file: DataFile, loc: Loc, there: set[str]) -> Problem:
    mend = mend_of_page(page, sorted(there), "corrigez son nom, ou restaurez cette page")
    problem = file.problem(loc, f"« {page} »", "une page de docs/fr", mend)
    return replace(problem, gone=page)


def gathered(problems: list[Problem], docs: Path, menu: Collection[str]) -> list[Problem]:
    """Say once, of a page that is gone, what is wrong wherever it is named; a slip stands alone."""
    named: dict[str, list[Problem]] = {}
    for problem in problems:
        named.setdefault(problem.gone, []).append(problem)
    gone = {page: places for page, places in named.items() if page and len(places) >= SEVERAL}
    strangers = sorted(_trees(docs)[ORIGINAL] - {*menu})
    said = [_gone(page, places, docs, strangers) for page, places in gone.items()]
    return [*said, *(each for each in problems if each.gone not in gone)]


def _gone(page: str, places: list[Problem], docs: Path, strangers: list[str]) -> Problem:
    lines: dict[str, list[str]] = {}
    for place in places:
        lines.setdefault(place.file, []).append(str(place.line))
    where = " ; ".join(
        f"{file}, ligne{'s' * (len(found) > 1)} {', '.join(found)}" for file, found in lines.items()
    )
    mend = "restaurez-la depuis l’historique, ou ôtez son nom de ces endroits"
    if len(strangers) == 1:
        mend = (
            f"si elle s’appelle à présent « {strangers[0]} », écrivez ce nom à ces endroits, "
            "sinon restaurez-la depuis l’historique"
        )
    return DataFile(f"{docs.as_posix()}/{ORIGINAL}/{page}").problem(
        (), "rien", f"cette page, nommée à {len(places)} endroits ({where})", mend
    )


def named_for_all(content: Content, files: dict[str, DataFile]) -> list[Named]:
    """Return the pages that data leads to in every language, with the place that names each."""
    return [
        *(
            (page.page, files["article"], ("points", i, "page"))
            for i, page in enumerate(content.article.points)
        ),
        *((step.page, files["path"], ("steps", i, "page")) for i, step in enumerate(content.steps)),
        (content.path.interview.page, files["path"], ("interview", "page")),
        *(
            (page.partition("#")[0], files["follow-up"], ("outcomes", name))
            for name, page in content.follow_up.outcomes.items()
        ),
        *(
            (step.page, files["follow-up"], ("closing_steps", name, "page"))
            for name, step in content.follow_up.closing_steps.items()
            if step.page
        ),
        *(
            (task.page.partition("#")[0], files["stages"], ("tasks", i, "page"))
            for i, task in enumerate(content.stages.tasks)
            if task.page
        ),
    ]


def _named(content: Content, files: dict[str, DataFile]) -> list[Named]:
    """Return the pages that data names, and that a language may lack."""
    return [
        *(
            (lead.partition("#")[0], files["search"], ("meanings", i, "leads", n))
            for i, meaning in enumerate(content.search.meanings)
            for n, lead in enumerate(meaning.leads)
        ),
        *(
            (page, files["statements"], ("statements", i, "pages", n))
            for i, statement in enumerate(content.statements)
            for n, page in enumerate(statement.pages)
        ),
        *(
            (page.partition("#")[0], files["moved"], ("moved", i, key))
            for i, move in enumerate(content.moved.moved)
            for key, page in (("from", move.from_), ("to", move.to))
        ),
    ]


def _trees(docs: Path) -> dict[Lang, set[str]]:
    """Return the pages of each language, as paths in its folder."""
    return {
        lang: {path.relative_to(docs / lang).as_posix() for path in (docs / lang).rglob("*.md")}
        for lang in LANGUAGES
    }


def twin_trees(docs: Path) -> Iterator[Problem]:
    """Yield each page that some language has not."""
    trees = _trees(docs)
    for have, lack in permutations(LANGUAGES, 2):
        for page in sorted(trees[have] - trees[lack]):
            yield DataFile(f"docs/{have}/{page}").problem(
                (),
                "cette page seule",
                f"sa jumelle docs/{lack}/{page}",
                "écrivez-la, ou n’y mettez, entre deux lignes « --- », que « draft: true »",
            )


def menu_agrees(docs: Path, content: Content, file: DataFile) -> Iterator[Problem]:
    """Yield each page that the menu names and docs/fr has not, or has twice, or not at all."""
    trees = _trees(docs)
    there = trees[ORIGINAL]
    seen: set[str] = set()
    for d, door in enumerate(content.menu.doors):
        for p, entry in enumerate(door.pages):
            loc: Loc = ("doors", d, "pages", p, "page")
            page = entry.page
            if page not in there:
                yield _nowhere(page, file, loc, there)
            elif page in seen:
                yield file.problem(
                    loc, f"« {page} » deux fois", "chaque page une fois", "retirez cette ligne"
                )
            seen.add(page)
    for page in sorted((set.intersection(*trees.values())) - seen):
        yield DataFile(f"docs/fr/{page}").problem(
            (),
            "une page qui n’est pas au menu",
            f"son nom dans {file.name}",
            f"ajoutez-y « {page} » à sa place, derrière une porte",
        )
