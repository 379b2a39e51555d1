"""Lets search find each item and question, and words however they are typed."""

import json
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

WORDS = "lib/search-words.js"


@event_priority(-100)  # once the search plugin has written its index
def on_post_build(*, config: MkDocsConfig) -> None:
    """Complete the index, and put our script before the theme's worker."""
    site = Path(config.site_dir)
    index = site / "search/search_index.json"
    found = json.loads(index.read_text(encoding="utf-8"))
    found["docs"] = [_at_question(entry, config) for entry in found["docs"]] + _items(config)
    index.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    words = (site / WORDS).read_text(encoding="utf-8")
    for worker in (site / "assets/javascripts/workers").glob("search.*.js"):
        worker.write_text(words + worker.read_text(encoding="utf-8"), encoding="utf-8")


def _at_question(entry: dict[str, str], config: MkDocsConfig) -> dict[str, str]:
    """Lead to a question, whose id is permanent, where the theme leads to its heading."""
    page, _, anchor = entry["location"].partition("#")
    name = anchor.removesuffix("-ask")
    if name in {question.id for question in config.extra["content"].questions}:
        return {**entry, "location": f"{page}#{name}"}
    return entry


def _items(config: MkDocsConfig) -> list[dict[str, str]]:
    """Return an entry for each item of a checklist: the theme knows headings only."""
    content, lang = config.extra["content"], config.theme["language"]
    return [
        {
            "location": f"{step.page.removesuffix('.md')}/#{item.id}",
            "title": str(escape(item.text[lang])),
            "text": str(escape(item.hint[lang])) if item.hint else "",
        }
        for step in content.steps
        if step.list
        for item in content.checklists[step.list].items
    ]
