"""What the scripts of the dates read from their page, in one language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from macros.content import Content

if TYPE_CHECKING:
    from macros.components import Components

Url = Callable[[str], str]
PREPARE = "guide/prepare.md"
CALL_LIST = "follow-up-call"


def page_settings(components: Components, url: Url, holidays_url: str) -> dict[str, Any]:
    """Return the rules, the words and the addresses that the scripts need, ready for JSON."""
    content, lang = components.content, components.lang
    follow_up, language = content.follow_up, content.language
    return {
        "lang": lang,
        "source": components.attribution(),
        "delays": vars(components.delays()),
        "call_delay": components.duration("call"),
        "thank_you_delay": components.duration("thank-you"),
        "rules": {
            name: {"reason": rule.reason[lang], "points": rule.points}
            for name, rule in follow_up.rules.all().items()
        },
        "done_by": _done_by(components),
        "endings": {
            kind: {
                "today": ending.today[lang],
                "check": ending.check[lang],
                "done": ending.done[lang],
                "first": {"id": ending.steps[0], "formerly": []},
                "steps": ending.steps,
            }
            for kind, ending in follow_up.endings.all().items()
        },
        "closing_steps": {
            name: {
                "title": step.title[lang],
                "text": step.text[lang],
                "points": step.points,
                "url": step.page and url(step.page),
            }
            for name, step in follow_up.closing_steps.items()
        },
        "promises": [
            {"id": each.id, "reading": each.reading, "number": each.number}
            for each in follow_up.promises
        ],
        "points": addresses_of_points(content, url),
        "badges": {
            kind: {
                "kind": kind,
                "text": components.word(f"badge.{kind}"),
                "title": components.word(f"badge.{kind}-title"),
            }
            for kind in ("addition", "article", "extension", "reading")
        },
        "prepare_url": url(PREPARE),
        "reread": {"text": components.word("next-step.reread"), "url": f"{url(PREPARE)}#point-29"},
        "useful": _useful_while_waiting(components, url),
        "call_script": {
            "title": content.checklists[CALL_LIST].title[lang],
            "lines": [f"☐ {item.text[lang]}" for item in content.checklists[CALL_LIST].items],
        },
        "words": {
            f"{component}.{key}": word[lang]
            for component in ("follow-up-plan", "next-step")
            for key, word in content.words[component].items()
        },
        "example": components.example,
        "calendar": {
            "weekdays": language.weekdays[lang],
            "months": language.months[lang],
            "first_of_month": language.first_of_month[lang],
            "time": language.time[lang],
            "on_the_hour": language.on_the_hour[lang],
        },
        "names": {
            "months": [language.months.fr, language.months.en],
            "weekdays": [language.weekdays.fr, language.weekdays.en],
            "relative_days": language.relative_days,
        },
        "holidays": {
            "url": holidays_url,
            "places": {
                place.id: {"label": place.label[lang], "varies": place.optional}
                for place in follow_up.holidays.places
            },
        },
    }


def addresses_of_points(content: Content, url: Url) -> dict[str, str]:
    """Return where each point that the dates cite is said."""
    follow_up = content.follow_up
    by_rules = (rule.points for rule in follow_up.rules.all().values())
    by_steps = (step.points for step in follow_up.closing_steps.values())
    cited = {point for points in (*by_rules, *by_steps) for point in points}
    return {
        point: f"{url(page.page)}#point-{point}"
        for page in content.article.points
        for point in page.points
        if point in cited
    }


def _done_by(components: Components) -> dict[str, object] | None:
    name = components.content.follow_up.rules.thank_you.done_by or ""
    for checklist in components.content.checklists.values():
        if name in (item.id for item in checklist.items):
            return {**components.kept_item(name), "per": checklist.per}
    return None


def _useful_while_waiting(components: Components, url: Url) -> list[dict[str, object]]:
    pages = {step.list: step.page for step in components.content.steps}
    return [
        {
            **components.kept_item(item.id),
            "per": checklist.per,
            "text": item.text[components.lang],
            "url": f"{url(pages[checklist.id])}#{item.id}",
        }
        for checklist in components.content.checklists.values()
        if checklist.while_waiting and checklist.id in pages
        for item in checklist.items
    ]
