"""What messages are written with in one language, beside the words of a page.

A page has that of its own language; that of the others stands in a file, for those who write in them.
"""

import json
from collections.abc import Iterable
from typing import Any

from macros.content import Content
from macros.content.models.language import Language
from macros.languages import LANGUAGES, Lang

# What is read in the page itself.
SHOWN: Any = {
    **dict.fromkeys(("id", "title", "fields"), True),
    "elements": {"__all__": {"label", "addition"}},
}


def written_with(content: Content, lang: Lang, messages: tuple[str, ...]) -> dict[str, Any]:
    """Return what the scripts that write messages read; `messages` names those that they write."""
    data = content.messages
    read = {
        "messages": {
            name: content.message(name).model_dump(exclude_none=True, exclude=SHOWN)
            for name in messages
        },
        "message_advice": data.advice.model_dump(),
        "fitting": data.fitting.model_dump(),
    }
    return {
        **{name: _alone(lang, each) for name, each in read.items()},
        # Of the language that elides.
        "mute_h": data.mute_h if lang == "fr" else [],
        "unelided": data.unelided if lang == "fr" else [],
    }


def as_json(content: Content, languages: Iterable[Lang]) -> str:
    """Return all that a page of another language needs to write messages in these."""
    names = tuple(message.id for message in content.messages.messages)
    whole = {
        lang: {"calendar": calendar(content.language, lang), **written_with(content, lang, names)}
        for lang in languages
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def calendar(language: Language, lang: Lang) -> dict[str, Any]:
    """Return the words of dates and times."""
    return {
        "weekdays": language.weekdays[lang],
        "months": language.months[lang],
        "first_of_month": language.first_of_month[lang],
        "short_day": language.short_day[lang],
        "time": language.time[lang],
        "on_the_hour": language.on_the_hour[lang],
    }


def _alone(lang: Lang, data: Any) -> Any:
    """Return data without what it says in the other languages."""
    if isinstance(data, dict):
        kept = {lang} if data.keys() == set(LANGUAGES) else data.keys()
        return {name: _alone(lang, data[name]) for name in kept}
    return [_alone(lang, each) for each in data] if isinstance(data, list) else data
