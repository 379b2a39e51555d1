"""Lets search find each item and question, and words however they are typed."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

WORDS = "lib/search-words.js"
# What the article says comes before the hundred questions that the guide adds.
ADDED = 0.15
# The theme keeps the headings of what it leaves out, here those of themes and questions.
OF_QUESTIONS = re.compile(r"#theme-|-ask$")


@event_priority(-100)  # once the search plugin has written its index
def on_post_build(*, config: MkDocsConfig) -> None:
    """Complete the index, and put our script before the theme's worker."""
    site = Path(config.site_dir)
    index = site / "search/search_index.json"
    found = json.loads(index.read_text(encoding="utf-8"))
    known = [entry for entry in found["docs"] if not OF_QUESTIONS.search(entry["location"])]
    found["docs"] = [*known, *_items(config), *_questions(config)]
    index.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    words = (site / WORDS).read_text(encoding="utf-8")
    for worker in (site / "assets/javascripts/workers").glob("search.*.js"):
        worker.write_text(words + worker.read_text(encoding="utf-8"), encoding="utf-8")


def _items(config: MkDocsConfig) -> Iterator[dict[str, Any]]:
    """Give an entry for each item of a checklist: the theme knows headings only."""
    content, lang = config.extra["content"], config.theme["language"]
    for step in content.steps:
        for item in content.checklists[step.list].items if step.list else ():
            hint = [item.hint[lang]] if item.hint else []
            yield _entry(step.page.removesuffix(".md"), item.id, item.text[lang], hint)


def _questions(config: MkDocsConfig) -> Iterator[dict[str, Any]]:
    """Give an entry for each question: the theme gives what is closed at first to its theme."""
    content, lang = config.extra["content"], config.theme["language"]
    of_pages = {
        "guide/questions": content.questions,
        "more/questions-to-ask": content.questions_to_ask,
    }
    for page, questions in of_pages.items():
        for each in questions:
            texts = (each.behind, each.prepare, each.trap, *each.rewordings)
            entry = _entry(page, each.id, each.ask[lang], [text[lang] for text in texts])
            yield entry if each.point else entry | {"boost": ADDED}


def _entry(page: str, anchor: str, title: str, texts: list[str]) -> dict[str, Any]:
    return {
        "location": f"{page}/#{anchor}",
        "title": str(escape(title)),
        "text": "".join(f"<p>{escape(text)}</p>" for text in texts),
    }
