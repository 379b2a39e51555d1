"""What must hold of the links of pages: each leads to a page or a file of its language."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from macros.content.content import Content
from macros.content.pages import Page
from macros.content.yaml_files import Problem, mend_of_page
from macros.languages import LANGUAGES

TARGET = re.compile(r'\]\([ \t]*<?([^\s)>]+)|\b(?:href|src)="([^"{]+)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#|\{")


def links_lead_to_pages(docs: Path, pages: list[Page], content: Content) -> Iterator[Problem]:
    """Yield each link to what is not there."""
    always = {page.name for page in pages}  # one that a language lacks is said once
    made = content.theme_pages.values()
    known = {
        lang: sorted({*always, *(_below(path, docs / lang) for path in (docs / lang).rglob("*.*"))})
        for lang in LANGUAGES
    }
    drafts = {(page.lang, page.name) for page in pages if page.draft_line}
    for page in pages:
        for match in TARGET.finditer(page.links):
            target = match[1] or match[2]
            place = posixpath.join(posixpath.dirname(page.name), unquote(target.partition("#")[0]))
            there = posixpath.normpath(place)
            if not ELSEWHERE.match(target) and there not in (*made, *known[page.lang]):
                yield _lost(page, match.start(), target, known[page.lang])
            elif (page.lang, there) in drafts and not page.draft_line:
                yield page.problem(
                    match.start(),
                    f"un lien vers « {target} », un brouillon",
                    f"une page publiée de docs/{page.lang}",
                    "retirez ce lien jusqu’à ce qu’elle le soit, ou publiez-la",
                )


def _below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _lost(page: Page, at: int, target: str, known: list[str]) -> Problem:
    here = posixpath.dirname(page.name)
    example = posixpath.relpath("guide/prepare.md", here)
    return page.problem(
        at,
        f"un lien vers « {target} »",
        f"une page ou un fichier de docs/{page.lang}, comme {example}, ou une adresse en https://",
        _mend(unquote(target).partition("#")[0], here, known),
    )


def _mend(path: str, here: str, known: list[str]) -> str:
    if path.startswith("www."):
        return f"écrivez « https://{path} »"
    if re.fullmatch(r"[^@/\s]+@[^@/\s]+", path):
        return f"écrivez « mailto:{path} »"
    meant = path.strip("“”«»").replace("\\", "/").strip("/").removesuffix(".md") + ".md"
    links = [posixpath.relpath(each, here) for each in known]
    if meant in known:
        return f"écrivez peut-être « {posixpath.relpath(meant, here)} »"
    return mend_of_page(meant, links, "corrigez ce nom, ou ajoutez ce fichier")
