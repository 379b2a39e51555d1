"""French spaces, and dates as each language writes them."""

import re
from datetime import date
from functools import cache
from typing import Protocol

from macros.languages import Lang

NO_BREAK = "\u00a0"
NARROW = "\u202f"
_SPACE = f"[ {NO_BREAK}{NARROW}]"

# Imprimerie nationale: narrow space before ; ! ?, full no-break space before : and inside « ».
# OQLF: a number is never parted from what it counts (24 h, 8 décembre, 14 h 30, 42 000 €).
_FRENCH_RULES = [
    (re.compile(rf"{_SPACE}+([;!?])"), NARROW + r"\1"),
    (re.compile(rf"{_SPACE}+([:»])"), NO_BREAK + r"\1"),
    (re.compile(rf"«{_SPACE}*"), "«" + NO_BREAK),
    (re.compile(rf"(?<=\d){_SPACE}(?=\d{{3}}(?!\d))"), NARROW),
    (re.compile(r"(?<!\d)(\d{1,3}|1er) (?=[a-zà-ÿ€%])"), r"\1" + NO_BREAK),
    (re.compile(rf"(?<=\d{NO_BREAK}h) (?=\d)"), NO_BREAK),
    (re.compile(r"\b((?:lun|mar|mercre|jeu|vendre|same)di|dimanche) (?=\d)"), r"\1" + NO_BREAK),
    (re.compile(r"\b(M\.|MM\.|Mme|n°) (?=\S)"), r"\1" + NO_BREAK),
    # Dashes in pairs hold what they enclose, as brackets do.
    (re.compile(r"– ([^–.!?;:\n\0]+) –(?=[ ,.])"), f"–{NO_BREAK}\\1{NO_BREAK}–"),
]


def french_spaces(text: str) -> str:
    """Return French text whose spaces do not break where they must not.

    It changes the kind of a space and adds one only after «; doing it twice changes nothing.
    """
    for pattern, replacement in _FRENCH_RULES:
        text = pattern.sub(replacement, text)
    return text


_spoken = cache(french_spaces)  # most of what is read out is on every page


_TOKEN = re.compile(
    r"<(?P<verbatim>script|style|pre|code|kbd|textarea)\b.*?</(?P=verbatim)\s*>"
    r"|<!--.*?-->|<(?P<slash>/?)(?P<tag>[\w-]+)(?P<attributes>[^>]*)>|<|[^<]+",
    re.DOTALL | re.IGNORECASE,
)
_BETWEEN = "\0"  # stands in no page
# Browsers break after any hyphen, and a line must not end in « e- »: e-mail, a-t-il.
_SHORT_PART = re.compile(r"(?<![\w-])(?:[^\W\d_]+-)*[^\W\d_]-[^\W\d_][\w-]*")
_TEXT_ONLY = {"title", "option"}  # HTML allows no element inside them
_SPOKEN = re.compile(r'(\s(?:alt|aria-label|content|placeholder|title)=")([^"]*)')
_FOREIGN = re.compile(r'\slang="(?!fr)')


def french_spaces_in_html(html: str) -> str:
    """Apply `french_spaces` to the texts of a page and to its attributes that are read out.

    A word like « e-mail » is kept on one line. Scripts, styles and code stay as they are, and so does an element whose `lang` is another.
    """
    out: list[str] = []
    french: list[int] = []  # which parts are to be spaced, all at once: a page has thousands
    text_only: set[int] = set()
    foreign, depth, parent = "", 0, ""
    for token in _TOKEN.finditer(html):
        text, tag = token[0], token["tag"]
        if foreign:
            if tag == foreign:
                depth += -1 if token["slash"] else 1
                foreign = foreign if depth else ""
        elif tag and not token["slash"]:
            if _FOREIGN.search(token["attributes"]):
                foreign, depth = tag, 1
            if token["attributes"]:
                text = _SPOKEN.sub(lambda match: match[1] + _spoken(match[2]), text)
        elif not text.startswith("<"):
            french.append(len(out))
            if parent in _TEXT_ONLY:
                text_only.add(len(out))
        parent = tag if tag and not token["slash"] else parent if not tag else ""
        out.append(text)
    spaced = french_spaces(_BETWEEN.join(out[i] for i in french))
    unbroken = _SHORT_PART.sub(_unbroken, spaced).split(_BETWEEN)
    for i, text, held in zip(french, spaced.split(_BETWEEN), unbroken, strict=False):
        out[i] = text if i in text_only else held
    return "".join(out)


def _unbroken(word: re.Match[str]) -> str:
    return f'<span class="se-nowrap">{word[0]}</span>'


class Calendar(Protocol):
    """The names that a date needs: `content.Language` has them."""

    def weekday(self, day: date, lang: Lang) -> str:
        """Return the name of the day's weekday."""

    def month(self, day: date, lang: Lang) -> str:
        """Return the name of the day's month."""

    def day_of_month(self, day: date, lang: Lang) -> str:
        """Return the day's number, « 1er » for the first in French."""


def date_in_words(day: date, lang: Lang, calendar: Calendar) -> str:
    """Return « mardi 8 décembre 2026 » or “Tuesday 8 December 2026”, its day never parted."""
    return f"{calendar.weekday(day, lang)}{NO_BREAK}{date_without_weekday(day, lang, calendar)}"


def date_without_weekday(day: date, lang: Lang, calendar: Calendar) -> str:
    """Return « 8 décembre 2026 » or “8 December 2026”."""
    return f"{calendar.day_of_month(day, lang)}{NO_BREAK}{calendar.month(day, lang)} {day.year}"
