"""What the scripts of a page read from it, in one language, ready for JSON."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from macros.content import Content
from macros.content.models.checklists import Item
from macros.content.models.stages import QUESTION, Card, Task
from macros.declarations import Used
from macros.edition import MARKS, Edition, Url
from macros.follow_up import Through
from macros.languages import LANGUAGES, Lang
from macros.message_data import calendar, written_with

PREPARE = "guide/prepare.md"
CALL_LIST = "follow-up-call"


@dataclass(frozen=True)
class Page:
    """What data may depend on besides the edition."""

    url: Url
    holidays: dict[str, str]  # the address of the list of each country, seen from the page
    messages: tuple[str, ...] = ()  # those of docs/data/messages.yml that the page drafts


def of_page(edition: Edition, page: Page, used: Used) -> dict[str, Any]:
    """Return what the scripts of a page say and read, and what those of every page need."""
    return {
        "lang": edition.lang,
        "calendar": calendar(edition.content.language, edition.lang),
        "register": _register(edition.content),
        **_told(edition, page, used.words, used.data),
    }


def of_later(edition: Edition, page: Page, used: Used) -> dict[str, Any]:
    """Return what the scripts say and read that a page loads later."""
    return _told(edition, page, used.later_words, used.later_data)


def _told(
    edition: Edition, page: Page, words: Iterable[str], data: Iterable[str]
) -> dict[str, Any]:
    return {
        "words": {name: edition.word(name) for name in words},
        **{name: DATA[name](edition, page) for name in data},
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


def _source(edition: Edition, _: Page) -> str:
    return edition.attribution()


def _delays(edition: Edition, _: Page) -> dict[Through, dict[str, int]]:
    return {through: vars(edition.delays(through)) for through in get_args(Through)}


def _agency(edition: Edition, _: Page) -> dict[str, Any]:
    """Return why the dates are what they are through an agency, and who says so."""
    agency = edition.content.follow_up.agency
    rules = {"thank-you": agency.thank_you, "call": agency.call, "promise": agency.promise}
    return {
        "reasons": {name: rule.reason[edition.lang] for name, rule in rules.items()},
        "sites": _sites(edition.content, agency.sites),
    }


def _usual_is_folded(edition: Edition, _: Page) -> bool:
    return edition.lang in edition.content.practices.folded_in


def _usual(edition: Edition, _: Page) -> list[dict[str, Any]]:
    """Return what is usual in each country, for overrides/dates/usual.js."""
    content = edition.content
    return [
        {
            "countries": {
                code: content.countries.names[code][edition.lang] for code in usual.countries
            },
            "through": usual.through,
            "channel": usual.channel,
            "working_days": usual.working_days,
            "sites": _sites(content, usual.sites),
        }
        for usual in content.practices.usual
    ]


def _sites(content: Content, names: list[str]) -> list[list[str]]:
    of_name = {site.id: site for site in content.practices.sites}
    return [[of_name[name].name, of_name[name].url] for name in names]


def _call_delay(edition: Edition, _: Page) -> str:
    return edition.duration("call")


def _thank_you_delay(edition: Edition, _: Page) -> str:
    return edition.duration("thank-you")


def _rules(edition: Edition, page: Page) -> dict[str, Any]:
    return {
        name: {
            "reason": rule.reason[edition.lang],
            "points": edition.links_to_points(rule.points, page.url),
        }
        for name, rule in edition.content.follow_up.rules.all().items()
    }


def _done_by(edition: Edition, _: Page) -> dict[str, object] | None:
    name = edition.content.follow_up.rules.thank_you.done_by
    return edition.kept_item(name) if name else None


def _endings(edition: Edition, _: Page) -> dict[str, Any]:
    lang = edition.lang
    return {
        kind: {
            "today": ending.today[lang],
            "check": ending.check[lang],
            "done": ending.done[lang],
            "first": {"id": ending.steps[0], "per": "interview"},
            "steps": ending.steps,
        }
        for kind, ending in edition.content.follow_up.endings.all().items()
    }


def _closing_steps(edition: Edition, page: Page) -> dict[str, Any]:
    """Return each step with where to go on: its own page, or that of the task of the day."""
    pages = {task.step: task.page for task in edition.content.stages.tasks}
    return {
        name: {
            "title": step.title[edition.lang],
            "text": step.text[edition.lang],
            "points": edition.links_to_points(step.points, page.url),
            "url": _address(step.page or pages.get(name), "", page.url),
        }
        for name, step in edition.content.follow_up.closing_steps.items()
    }


def _promises(edition: Edition, _: Page) -> list[dict[str, Any]]:
    return [
        {"id": each.id, "reading": each.reading, "number": each.number}
        for each in edition.content.follow_up.promises
    ]


def _badges(edition: Edition, _: Page) -> dict[str, str]:
    return {kind: edition.word(f"badge.{kind}") for kind in MARKS}


def _prepare_url(_: Edition, page: Page) -> str:
    return page.url(PREPARE)


def _thank_you_url(edition: Edition, page: Page) -> str | None:
    """Return where the task of the day that ends this step leads: to the message."""
    done_by = edition.content.follow_up.rules.thank_you.done_by
    tasks = edition.content.stages.tasks
    target = next((task.page for task in tasks if done_by and task.item == done_by), None)
    return _address(target, "", page.url)


def _stages(edition: Edition, _: Page) -> list[dict[str, object]]:
    content, lang = edition.content.stages, edition.lang
    return [
        {
            "id": stage.id,
            "when": stage.when,
            "say": [text[lang] for text in content.headlines.get(stage.headline or "", [])],
            "card": _card(content.cards.get(stage.headline or ""), lang),
            "tasks": stage.tasks,
            "propose": stage.propose,
        }
        for stage in content.stages
    ]


def _card(card: Card | None, lang: Lang) -> dict[str, object] | None:
    if card is None:
        return None
    return {
        "over": card.over[lang],
        "date": card.date,
        "time": card.time,
        "under": card.under and card.under[lang],
        "mark": card.mark,
    }


def _tasks(edition: Edition, page: Page) -> dict[str, dict[str, object]]:
    """Return each task by its id: of its targets, the first that is open is what is to be done."""
    return {
        task.id: {
            "when": task.when,
            "mark": task.mark,
            "short": task.short and task.short[edition.lang],
            "check": _check(edition, task),
            "link": task.link and task.link[edition.lang],
            "targets": [
                {**target, "url": _address(task.page, anchor, page.url)}
                for target, anchor in _targets(edition, task)
            ],
        }
        for task in edition.content.stages.tasks
    }


def _targets(edition: Edition, task: Task) -> Iterator[tuple[dict[str, object], str]]:
    """Give what ends a task, with its text, and where on a page it stands."""
    content, lang = edition.content, edition.lang
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
                yield {**edition.kept_item(item.id), "say": say or [item.text[lang]]}, item.id
    else:
        step = content.follow_up.closing_steps.get(task.step or "")
        texts = say or ([f"{step.title[lang]}."] if step else [])
        yield {"id": task.step or task.id, "formerly": [], "per": "interview", "say": texts}, ""


def _address(target: str | None, anchor: str, url: Url) -> str | None:
    if target is None:
        return None
    page, _, own = target.partition("#")
    place = own or anchor
    return f"{url(page)}#{place}" if place else url(page)


def _check(edition: Edition, task: Task) -> str:
    """Return the label of the box: its own, or that of the ending whose first step it is."""
    endings = edition.content.follow_up.endings.all().values()
    of_ending = next((each.check for each in endings if each.steps[0] == task.step), None)
    check = task.check or of_ending
    return check[edition.lang] if check else edition.word("next-step.done")


def _call_script(edition: Edition, _: Page) -> dict[str, Any]:
    checklist = edition.content.checklists[CALL_LIST]
    return {
        "title": checklist.title[edition.lang],
        "lines": _to_tick(checklist.items, edition.lang),
    }


def _reminders(edition: Edition, _: Page) -> list[dict[str, Any]]:
    """Return what is to be done before an interview, and how long before."""
    return [
        {
            **group.before.model_dump(),
            "title": group.title[edition.lang],
            "lines": _to_tick(group.items, edition.lang),
        }
        for checklist in edition.content.checklists.values()
        for group in checklist.groups
        if group.before and group.title
    ]


def _to_tick(items: Iterable[Item], lang: Lang) -> list[str]:
    return [f"☐ {item.text[lang]}" for item in items]


def _example(edition: Edition, _: Page) -> str:
    return edition.example


def _names(edition: Edition, _: Page) -> dict[str, Any]:
    return typed_names(edition.content)


def _orders(edition: Edition, _: Page) -> dict[str, str]:
    """Return which part of a date each place writes first."""
    content = edition.content
    orders = content.language.typed.orders
    return {
        place.id: orders[country]
        for place in content.places.places
        if (country := place.id.partition("-")[0]) in orders
    }


def _units(edition: Edition, _: Page) -> list[str]:
    """Return what can be counted of a delay."""
    return list(edition.content.language.typed.units)


def typed_names(content: Content) -> dict[str, Any]:
    """Return the words that a reader may type."""
    language = content.language
    spelled = {
        name: number
        for names in (language.numbers[lang] for lang in LANGUAGES)
        for number, name in enumerate(names)
    }
    return {
        "months": [language.months[lang] for lang in LANGUAGES],
        "weekdays": [language.weekdays[lang] for lang in LANGUAGES],
        **language.typed.model_dump(exclude={"orders"}),
        "numbers": {**spelled, **language.typed.numbers},
    }


def _asks_place(edition: Edition, _: Page) -> bool:
    return edition.lang in edition.content.places.asked_in


def _holidays(_: Edition, page: Page) -> dict[str, str]:
    return page.holidays


def _without_place(edition: Edition, _: Page) -> str:
    return edition.content.places.without_place


def _places(edition: Edition, _: Page) -> dict[str, str]:
    return {place.id: place.label[edition.lang] for place in edition.content.places.places}


def _written(name: str) -> Callable[[Edition, Page], Any]:
    """Return what gives a part of what messages are written with, in the language of the page."""
    return lambda edition, page: written_with(edition.content, edition.lang, page.messages)[name]


def _path(edition: Edition, _: Page) -> dict[str, Any]:
    """Return the items that make the total of each step, by its list."""
    content = edition.content
    return {
        step.list: edition.counted(content.checklists[step.list])
        for step in content.steps
        if step.list
    }


def _file(edition: Edition, _: Page) -> dict[str, Any]:
    """Return what the candidate's file needs of the guide: items, questions, and the example."""
    content = edition.content
    return {
        "items": [
            item
            for name in content.lists_of(edition.lang)
            for item in edition.counted(content.checklists[name])
        ],
        "known": _known(content),
        "questions": [question.id for question in content.questions],
        "example": _example_application(edition),
    }


def _known(content: Content) -> list[str]:
    """Return every id that a tick may be kept under today."""
    register = content.register.of("items")
    retired = {name for name, entry in register.items() if entry and entry.retired}
    former = content.register.former("items")
    tasks = (task.id for task in content.stages.tasks)
    asked = (question.id for question in (*content.questions, *content.questions_to_ask))
    return sorted({*register, *former, *content.follow_up.closing_steps, *tasks, *asked} - retired)


def _example_application(edition: Edition) -> dict[str, Any]:
    """Return the fields of the example application, as the browser keeps them."""
    content, lang = edition.content, edition.lang
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
            "place": content.places.examples_in[lang],
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


DATA: dict[str, Callable[[Edition, Page], Any]] = {
    "source": _source,
    "delays": _delays,
    "agency": _agency,
    "usual": _usual,
    "usual_is_folded": _usual_is_folded,
    "call_delay": _call_delay,
    "thank_you_delay": _thank_you_delay,
    "rules": _rules,
    "done_by": _done_by,
    "endings": _endings,
    "closing_steps": _closing_steps,
    "promises": _promises,
    "badges": _badges,
    "prepare_url": _prepare_url,
    "thank_you_url": _thank_you_url,
    "stages": _stages,
    "tasks": _tasks,
    "call_script": _call_script,
    "reminders": _reminders,
    "example": _example,
    "names": _names,
    "orders": _orders,
    "units": _units,
    "asks_place": _asks_place,
    "holidays": _holidays,
    "places": _places,
    "without_place": _without_place,
    "messages": _written("messages"),
    "message_advice": _written("message_advice"),
    "mute_h": _written("mute_h"),
    "unelided": _written("unelided"),
    "fitting": _written("fitting"),
    "path": _path,
    "file": _file,
}
"""What a component may ask for, by the name that its script reads it by."""
