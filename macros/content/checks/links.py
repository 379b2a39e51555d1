"""What must hold of the links of pages: each leads to a page or a file of its language."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from macros.content.content import Content
from macros.content.pages import Page
from macros.content.yaml_files import Problem, mend_of_page
from macros.languages import LANGUAGES

TARGET = re.compile(r'\]\([ \t]*<?([^\s)>]+)|\b(?:href|src)="([^"{]+)"')
# That of this machine is a fault of its own, in markdown.py.
ELSEWHERE = re.compile(r"(?:https|mailto|tel):|http://(?:127\.0\.0\.1|localhost)|#|\{")
ON_A_DISK = re.compile(r"file:|[A-Za-z]:[\\/]|[\\/]Users[\\/]|/home/")
PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
HEAVIEST = 300  # kB of a picture: ten times a page


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
                lost = _lost(page, match.start(), target, known[page.lang])
                yield replace(lost, gone=there if there.endswith(".md") else "")
            elif (picture := docs / page.lang / there).suffix.lower() in PICTURES:
                yield from _heavy(page, match.start(), target, picture)
            elif (page.lang, there) in drafts and not page.draft_line:
                yield page.problem(
                    match.start(),
                    f"un lien vers « {target} », un brouillon",
                    f"une page publiée de docs/{page.lang}",
                    "retirez ce lien jusqu’à ce qu’elle le soit, ou publiez-la",
                )


def _heavy(page: Page, at: int, target: str, picture: Path) -> Iterator[Problem]:
    size = picture.stat().st_size // 1000 if picture.is_file() else 0
    if size > HEAVIEST:
        yield page.problem(
            at,
            f"« {target} », une image de {size} ko",
            f"au plus {HEAVIEST} ko : on la lit sur un téléphone",
            "réduisez-la, à 1 600 pixels de large au plus, puis enregistrez-la de nouveau",
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
    if path.startswith(("www.", "http:")):
        return f"écrivez « https://{path.removeprefix('http://')} »"
    if ON_A_DISK.match(path):
        name = re.split(r"[\\/]", path)[-1]
        there = posixpath.relpath(f"images/{name}", here)
        return f"copiez ce fichier dans le dossier images/ de la langue, et écrivez « {there} »"
    if re.fullmatch(r"[^@/\s]+@[^@/\s]+", path):
        return f"écrivez « mailto:{path} »"
    meant = path.strip("“”«»").replace("\\", "/").strip("/").removesuffix(".md") + ".md"
    links = [posixpath.relpath(each, here) for each in known]
    if meant in known:
        return f"écrivez peut-être « {posixpath.relpath(meant, here)} »"
    return mend_of_page(meant, links, "corrigez ce nom, ou ajoutez ce fichier")
