"""What must hold of the pages that an edition does not publish yet: nothing published leads to them."""

from collections.abc import Iterator

from macros.content.checks.pages import Named, named_for_all
from macros.content.content import Content
from macros.content.pages import Page
from macros.content.yaml_files import DataFile, Problem
from macros.languages import LANGUAGES, Lang, named

# Pages that templates lead to; all others that they name, data names too.
OF_TEMPLATES = ("interview-sheet.md", "more/other-practices.md")


def drafted(pages: list[Page]) -> dict[Lang, frozenset[str]]:
    """Return the pages that each edition keeps for later."""
    return {
        lang: frozenset(page.name for page in pages if page.lang == lang and page.draft_line)
        for lang in LANGUAGES
    }


def told_drafts(pages: list[Page]) -> Iterator[str]:
    """Say of each such page where it stands, and which editions have it."""
    drafts = drafted(pages)
    for page in pages:
        if page.draft_line:
            there = [named(lang) for lang in LANGUAGES if page.name not in drafts[lang]]
            published = f"publiée en {', '.join(there)}" if there else "dans aucune langue encore"
            yield f"{page.file}, ligne {page.draft_line} : cette page, {published}"


def drafts_wait(
    pages: list[Page], content: Content, files: dict[str, DataFile]
) -> Iterator[Problem]:
    """Yield each draft that tools, data or doors lead to in every language."""
    needed = {page: f"{file.name} y mène" for page, file, _ in _needed(content, files)}
    needed |= dict.fromkeys(OF_TEMPLATES, "un outil du guide y mène")
    for page in pages:
        if page.draft_line and page.name in needed:
            yield page.problem_on(
                page.draft_line,
                "« draft: true »",
                f"une page publiée dans toutes les langues : {needed[page.name]}",
                "retirez cette ligne",
            )


def _needed(content: Content, files: dict[str, DataFile]) -> list[Named]:
    doors = [(door.page, files["menu"], ("doors", d)) for d, door in enumerate(content.menu.doors)]
    return [*doors, *named_for_all(content, files)]
