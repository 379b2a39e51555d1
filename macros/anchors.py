"""The links of pages to a place of a page: MkDocs knows the places only once all pages are drawn."""

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.structure.files import File, Files

from macros.content.yaml_files import Problem, mend_of_name


def lost_anchors(files: Files, docs: Path) -> Iterator[Problem]:
    """Yield each link of the pages of a folder to a place that is not there."""
    for file in files.documentation_pages():
        links = (file.page and file.page.links_to_anchors) or {}
        for there, by_anchor in links.items():
            known = (there.page and there.page.present_anchor_ids) or set()
            for anchor, link in by_anchor.items():
                if known and anchor not in known:
                    yield _lost(file, docs, link, there, sorted(known), anchor)


def _lost(file: File, docs: Path, link: str, there: File, known: list[str], anchor: str) -> Problem:
    path = docs / file.src_uri
    text = path.read_text("utf-8") if path.is_file() else ""
    found = re.search(rf"[(\"]{re.escape(link)}[)\" ]", text)
    return Problem(
        path.as_posix(),
        text.count("\n", 0, found.start() if found else 0) + 1,
        "",
        f"un lien vers « {link} »",
        f"après #, un endroit de {(docs / there.src_uri).as_posix()}",
        mend_of_name(
            anchor, known, f"écrivez « {{: #{anchor} }} » à cet endroit, ou corrigez le lien"
        ),
    )
