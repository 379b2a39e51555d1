"""Lets search find each item and question, and words however they are typed."""

import json
import re
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

WORDS = "lib/search-words.js"
# What the article says comes before the hundred questions that the guide adds.
ADDED = 0.1
ADDITIONS = re.compile(r"(?:interview-sheet|more/workshop-booklet)/|.*#theme-(?!article)")


@event_priority(-100)  # once the search plugin has written its index
def on_post_build(*, config: MkDocsConfig) -> None:
    """Complete the index, and put our script before the theme's worker."""
    site = Path(config.site_dir)
    index = site / "search/search_index.json"
    found = json.loads(index.read_text(encoding="utf-8"))
    found["docs"] = [_weighed(entry, config) for entry in found["docs"]] + _items(config)
    index.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    words = (site / WORDS).read_text(encoding="utf-8")
    for worker in (site / "assets/javascripts/workers").glob("search.*.js"):
        worker.write_text(words + worker.read_text(encoding="utf-8"), encoding="utf-8")


def _weighed(entry: dict[str, Any], config: MkDocsConfig) -> dict[str, Any]:
    """Lead to a question, whose id is permanent, where the theme leads to its heading."""
    content = config.extra["content"]
    page, _, anchor = entry["location"].partition("#")
    by_id = {each.id: each for each in (*content.questions, *content.questions_to_ask)}
    question = by_id.get(anchor.removesuffix("-ask"))
    if question is not None:
        entry |= {"location": f"{page}#{question.id}"}
    is_article = question.point if question else not ADDITIONS.match(entry["location"])
    return entry if is_article else entry | {"boost": ADDED}


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
