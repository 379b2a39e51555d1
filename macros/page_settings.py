"""What the scripts of a page read from it, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from macros.content import Content
from macros.content.models import Language
from macros.content.stages import QUESTION, Task
from macros.typography import Lang

if TYPE_CHECKING:
    from macros.components import Components

Url = Callable[[str], str]
PREPARE = "guide/prepare.md"
CALL_LIST = "follow-up-call"


def page_settings(components: Components) -> dict[str, Any]:
    """Return what the scripts of every page with a tool need, ready for JSON; words come by tag."""
    language, lang = components.content.language, components.lang
    return {
        "lang": lang,
        "calendar": _calendar(language, lang),
        "register": _register(components.content),
        "words": {},
    }


def _register(content: Content) -> dict[str, Any]:
    """Return where what was kept under a former id or with a former list is kept today."""
    items = [(item.id, each.per) for each in content.checklists.values() for item in each.items]
    return {
        "renamed": content.register.renamed(),
        "per": {
            level: [name for name, per in items if per == level]
            for level in ("application", "interview")
        },
    }


def _calendar(language: Language, lang: Lang) -> dict[str, Any]:
    return {
        "weekdays": language.weekdays[lang],
        "months": language.months[lang],
        "first_of_month": language.first_of_month[lang],
        "time": language.time[lang],
        "on_the_hour": language.on_the_hour[lang],
    }


def words_of(components: Components, tag: str) -> dict[str, str]:
    """Return the words of a component, by the name that scripts call them by."""
    words = components.content.words.get(tag, {})
    return {f"{tag}.{key}": word[components.lang] for key, word in words.items()}


def dates_settings(components: Components, url: Url, holidays_url: str) -> dict[str, Any]:
    """Return the rules and the addresses that the scripts of the dates need besides."""
    content, lang = components.content, components.lang
    follow_up = content.follow_up
    return {
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
                "first": {"id": ending.steps[0], "per": "interview"},
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
        "stages": _stages(components),
        "tasks": _tasks(components, url),
        "call_script": {
            "title": content.checklists[CALL_LIST].title[lang],
            "lines": [f"☐ {item.text[lang]}" for item in content.checklists[CALL_LIST].items],
        },
        "example": components.example,
        "names": typed_names(content),
        "holidays": {
            "url": holidays_url,
            "places": {place.id: {"label": place.label[lang]} for place in content.places.places},
            "without_place": content.places.without_place,
        },
    }


def typed_names(content: Content) -> dict[str, Any]:
    """Return the words that a reader may type, and which part of a date each place writes first."""
    language = content.language
    spelled = {
        name: number
        for names in (language.numbers.fr, language.numbers.en)
        for number, name in enumerate(names)
    }
    orders = language.typed.orders
    return {
        "months": [language.months.fr, language.months.en],
        "weekdays": [language.weekdays.fr, language.weekdays.en],
        **language.typed.model_dump(),
        "numbers": {**spelled, **language.typed.numbers},
        "orders": {
            place.id: orders[place.country]
            for place in content.places.places
            if place.country in orders
        },
    }


def message_settings(components: Components, name: str) -> dict[str, Any]:
    """Return a message in both languages, since it can be written in either, and its advice."""
    content = components.content
    return {
        "calendars": {lang: _calendar(content.language, lang) for lang in ("fr", "en")},
        "messages": {name: content.message(name).model_dump(exclude_none=True)},
        "message_advice": content.messages.advice.model_dump(),
        **call_settings(components),
    }


def call_settings(components: Components) -> dict[str, Any]:
    """Return what fits the candidate's words into a sentence: « le poste d’assistant »."""
    messages = components.content.messages
    return {
        "mute_h": messages.mute_h,
        "unelided": messages.unelided,
        "fitting": messages.fitting.model_dump(),
    }


def path_settings(components: Components) -> dict[str, Any]:
    """Return the items that make the total of each step, by its list."""
    content = components.content
    return {
        "path": {
            step.list: components.counted(content.checklists[step.list])
            for step in content.steps
            if step.list
        }
    }


def file_settings(components: Components) -> dict[str, Any]:
    """Return what the candidate's file needs of the guide: items, questions, and the example."""
    content = components.content
    register = content.register.items
    retired = {name for name, entry in register.items() if entry and entry.retired}
    former = content.register.former("items")
    tasks = (task.id for task in content.stages.tasks)
    asked = (question.id for question in (*content.questions, *content.questions_to_ask))
    return {
        "items": [
            item
            for step in content.steps
            if step.list
            for item in components.counted(content.checklists[step.list])
        ],
        "known": sorted(
            {*register, *former, *content.follow_up.closing_steps, *tasks, *asked} - retired
        ),
        "questions": [question.id for question in content.questions],
        "example": _example(components),
    }


def _example(components: Components) -> dict[str, Any]:
    """Return the fields of the example application, as the browser keeps them."""
    content, lang = components.content, components.lang
    example = content.example
    marks = [
        *(("tick", name, "1") for name in example.ticked),
        *(("note", name, text[lang]) for name, text in example.notes.items()),
    ]

    def kept_per(per: str) -> dict[str, str]:
        return {
            f"{family}:{content.items[name].item.id}": value
            for family, name, value in marks
            if name in content.items and content.items[name].per == per
        }

    return {
        "application": {
            **{field: text[lang] for field, text in example.application.items()},
            **kept_per("application"),
        },
        "interviews": [
            {
                "ordinal": ordinal,
                "days": {"day": each.day},
                "fields": {
                    **({"ended": each.ended} if each.ended else {}),
                    **({"promise": each.promise} if each.promise else {}),
                    **kept_per("interview"),
                },
            }
            for ordinal, each in enumerate(example.interviews, 1)
        ],
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
    name = components.content.follow_up.rules.thank_you.done_by
    return components.kept_item(name) if name else None


def _stages(components: Components) -> list[dict[str, object]]:
    content, lang = components.content.stages, components.lang
    return [
        {
            "id": stage.id,
            "when": stage.when,
            "say": [text[lang] for text in content.headlines.get(stage.headline or "", [])],
            "tasks": stage.tasks,
            "propose": stage.propose,
        }
        for stage in content.stages
    ]


def _tasks(components: Components, url: Url) -> dict[str, dict[str, object]]:
    """Return each task by its id: of its targets, the first that is open is what is to be done."""
    return {
        task.id: {
            "when": task.when,
            "mark": task.mark,
            "check": _check(components, task),
            "link": task.link and task.link[components.lang],
            "targets": [
                {**target, "url": _address(task, anchor, url)}
                for target, anchor in _targets(components, task)
            ],
        }
        for task in components.content.stages.tasks
    }


def _targets(components: Components, task: Task) -> Iterator[tuple[dict[str, object], str]]:
    """Give what ends a task, with its text, and where on a page it stands."""
    content, lang = components.content, components.lang
    say = [text[lang] for text in task.say]
    if task.questions:
        for question in content.article_questions:
            asked = [text.replace(f"{{{QUESTION}}}", question.ask[lang]) for text in say]
            yield {"question": question.id, "say": asked}, question.id
    elif task.item or task.checklist:
        items = content.checklists[task.checklist].items if task.checklist else []
        for name in [task.item] if task.item else [item.id for item in items]:
            if name in content.items:  # or it is a draft
                item = content.items[name].item
                yield {**components.kept_item(item.id), "say": say or [item.text[lang]]}, item.id
    else:
        step = content.follow_up.closing_steps.get(task.step or "")
        texts = say or ([f"{step.title[lang]}."] if step else [])
        yield {"id": task.step or task.id, "formerly": [], "per": "interview", "say": texts}, ""


def _address(task: Task, anchor: str, url: Url) -> str | None:
    if task.page is None:
        return None
    page, _, own = task.page.partition("#")
    place = own or anchor
    return f"{url(page)}#{place}" if place else url(page)


def _check(components: Components, task: Task) -> str:
    """Return the label of the box: its own, or that of the ending whose first step it is."""
    endings = components.content.follow_up.endings.all().values()
    of_ending = next((each.check for each in endings if each.steps[0] == task.step), None)
    check = task.check or of_ending
    return check[components.lang] if check else components.word("next-step.done")
