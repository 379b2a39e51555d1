"""Lists and questions for other sites: as plain HTML, Markdown and JSON, each with its source."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from macros.components import Components
from macros.content.content import PREPARE, TO_ASK
from macros.content.models.base import FromArticle, Text
from macros.content.models.checklists import Checklist, Item
from macros.content.models.questions import Question, Theme
from macros.edition import Edition
from macros.languages import Lang

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# What is said of a question beside how it is asked, and the words for it; those to ask have others.
ADVICE = ("behind", "prepare", "starting_out", "trap", "rewordings")
OF_THEIRS = ("behind", "prepare", "rewordings")
Address = Callable[[str, str], str | None]
Groups = list[tuple[Theme | None, list[Question]]]


class Shared(NamedTuple):
    """Something to copy: where its plain page is, where the guide has it, and what it says."""

    path: str
    title: str
    page: str
    anchor: str
    groups: list[dict[str, Any]]
    labels: dict[str, str]  # the words for each part of the advice


def address_of_list(name: str) -> str:
    """Return where the plain page of a checklist is, below the root of its language."""
    return f"share/lists/{name}.html"


def address_of_questions(view: str, theme: str) -> str:
    """Return where the plain page of what `question_list(view, theme)` shows is."""
    return f"share/questions/{theme or ('to-ask' if view == TO_ASK else 'article')}.html"


def shared(components: Components, guide: str, address: Address) -> Iterator[tuple[str, str]]:
    """Give by its path each file; `address` gives that of a place on a page, where one is known."""
    edition = components.edition
    for each in (*_lists(edition), *_questions(edition)):
        said = _said(each, edition, guide, address)
        stem = each.path.removesuffix(".html")
        yield f"{stem}.json", json.dumps(_known(said), ensure_ascii=False, indent=1) + "\n"
        for kind in ("html", "md"):
            name = stem.rpartition("/")[2]
            text = components.shared(kind, said=said, name=name, labels=each.labels)
            yield f"{stem}.{kind}", text


def _said(each: Shared, edition: Edition, guide: str, address: Address) -> dict[str, Any]:
    source = edition.content.article.source
    entries = [entry for group in each.groups for entry in group["entries"]]
    for entry in entries:
        entry["address"] = address(each.page, entry["id"])
    article = {
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.isoformat(),
        "address": source.url,
    }
    return {
        "title": each.title,
        "language": edition.lang,
        "guide": guide,
        "address": address(each.page, each.anchor),
        "licence": LICENCE,
        "article": article if any(entry["point"] for entry in entries) else None,
        "groups": each.groups,
    }


def _known(value: Any) -> Any:
    """Leave out what is not there."""
    if isinstance(value, dict):
        return {key: _known(each) for key, each in value.items() if each}
    return [_known(each) for each in value] if isinstance(value, list) else value


def _lists(edition: Edition) -> Iterator[Shared]:
    content, lang = edition.content, edition.lang
    for name, page in content.lists_of(lang).items():
        checklist = content.checklists[name]
        groups = [*_groups(checklist, edition)]
        title = checklist.title[lang]
        yield Shared(address_of_list(name), title, page, f"list-{name}", groups, {})


def _groups(checklist: Checklist, edition: Edition) -> Iterator[dict[str, Any]]:
    for group in checklist.groups:
        if items := edition.content.items_of(group):
            yield {
                "title": _text(group.title, edition.lang),
                "optional": group.optional,
                "entries": [_item(each.item, edition.lang) for each in items],
            }


def _questions(edition: Edition) -> Iterator[Shared]:
    content, lang, word = edition.content, edition.lang, edition.word
    of_article: Groups = [(None, content.article_questions)]
    to_ask: Groups = [*content.by_theme(content.questions_to_ask)]
    yield _asked(edition, PREPARE, "", word("question-list.article"), of_article)
    for theme, questions in content.by_theme(content.added_questions):
        title = word("question-list.theme-title", theme=theme.title[lang])
        yield _asked(edition, PREPARE, theme.id, title, [(None, questions)])
    yield _asked(edition, TO_ASK, "", word("share.to-ask"), to_ask)


def _asked(edition: Edition, view: str, theme: str, title: str, groups: Groups) -> Shared:
    content, lang = edition.content, edition.lang
    page = content.theme_pages[theme] if theme else content.page_of_view[view]
    said = [
        {
            "title": about and about.title[lang],
            "optional": False,
            "entries": [_question(each, lang) for each in questions],
        }
        for about, questions in groups
    ]
    labels = {name: _label(edition, name, view) for name in ADVICE}
    anchor = "theme-article" if view == PREPARE and not theme else ""
    return Shared(address_of_questions(view, theme), title, page, anchor, said, labels)


def _label(edition: Edition, name: str, view: str) -> str:
    kind = "ask-" if view == TO_ASK and name in OF_THEIRS else ""
    return edition.word(f"question-list.{kind}{name.replace('_', '-')}")


def _item(item: Item, lang: Lang) -> dict[str, Any]:
    return {**_origin(item), "text": item.text[lang], "hint": _text(item.hint, lang)}


def _question(question: Question, lang: Lang) -> dict[str, Any]:
    return {
        **_origin(question),
        "text": question.ask[lang],
        "hint": None,
        "behind": question.behind[lang],
        "prepare": question.prepare[lang],
        "starting_out": _text(question.starting_out, lang),
        "trap": question.trap[lang],
        "rewordings": [each[lang] for each in question.rewordings],
    }


def _origin(each: FromArticle) -> dict[str, Any]:
    return {"id": each.id, "point": each.point, "addition": each.addition}


def _text(text: Text | None, lang: Lang) -> str | None:
    return text[lang] if text else None
