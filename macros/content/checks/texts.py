"""What must hold of every text that is read, in docs/data and in the pages, in every language."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from macros.content.markdown import Fault
from macros.content.models.language import Language
from macros.content.pages import Page
from macros.content.yaml_files import DataFile, Problem
from macros.languages import LANGUAGES, ORIGINAL, Lang, named

LONGEST = 40  # a word of more letters is wider than a phone
WORD = re.compile(rf"[^\s/-]{{{LONGEST + 1},}}")
SUSPECT = re.compile(rf"{WORD.pattern}|\d{{4}}")
LEFT = re.compile(r"\b(?:TODO|FIXME|XXX|TBD|[Ll]orem ipsum|[ÀA] COMPLÉTER)\b|\?{3,}")
LIKENESS = 3  # words that two languages may share: a name, an address


def texts_are_sound(
    pages: list[Page], files: Iterable[DataFile], language: Language
) -> Iterator[Problem]:
    """Yield each word that no phone can show, and each day that is not, or falls on another weekday."""
    days = {lang: _written_day(language, lang) for lang in LANGUAGES}
    for file in files:
        for loc, lang, text in file.texts:
            for fault in _faults(text, days[lang], language, lang):
                yield file.problem(loc, fault.found, fault.expected, fault.mend)
    for page in pages:
        for fault in _faults(page.prose, days[page.lang], language, page.lang):
            yield page.problem(*fault)


def _written_day(language: Language, lang: Lang) -> re.Pattern[str]:
    weekdays, months = "|".join(language.weekdays[lang]), "|".join(language.months[lang])
    return re.compile(
        rf"(?:\b({weekdays}),? )?(?<![\d-])(\d{{1,2}})(?:er|st|nd|rd|th)? ({months}),? (\d{{4}})\b",
        re.IGNORECASE,
    )


def _faults(
    text: str, written_day: re.Pattern[str], language: Language, lang: Lang
) -> Iterator[Fault]:
    if not SUSPECT.search(text):
        return
    for match in WORD.finditer(text):
        yield Fault(
            match.start(),
            f"« {match[0][:59]}… », un mot de {len(match[0])} lettres",
            f"des mots d’au plus {LONGEST} lettres, qui tiennent sur un téléphone",
            "coupez-le par une espace ou un tiret",
        )
    for match in written_day.finditer(text.replace("\u00a0", " ").replace("\u202f", " ")):
        weekday, number, month, year = match.groups()
        months = [each.lower() for each in language.months[lang]]
        try:
            day = date(int(year), months.index(month.lower()) + 1, int(number))
        except ValueError:
            found = f"« {match[0]} »"
            yield Fault(match.start(), found, "une date qui existe", "corrigez la date")
            continue
        right = language.weekday(day, lang)
        if weekday and weekday.lower() != right.lower():
            yield Fault(
                match.start(),
                f"« {match[0]} »",
                f"« {right} » : c’est le jour de cette date",
                "corrigez le jour ou la date",
            )


def left_in_original(pages: list[Page], files: Iterable[DataFile]) -> Iterator[str]:
    """Yield what reads in a translation as in the original, and was perhaps not translated."""
    for file in files:
        texts = {(loc[:-1], lang): text for loc, lang, text in file.texts}
        for (loc, lang), text in texts.items():
            if lang != ORIGINAL and _is_long(text) and texts.get((loc, ORIGINAL)) == text:
                yield _untranslated(file.problem((*loc, lang), "", "", ""), text)
    blocks = {page.name: {*_blocks(page)} for page in pages if page.lang == ORIGINAL}
    for page in pages:
        for block in _blocks(page) if page.lang != ORIGINAL else ():
            if _is_long(block) and block in blocks.get(page.name, ()):
                yield _untranslated(page.problem(page.prose.index(block), "", "", ""), block)


def left_to_write(pages: list[Page], files: Iterable[DataFile]) -> Iterator[str]:
    """Yield what somebody left in a text to be written later."""
    for page in pages:
        for match in LEFT.finditer(page.prose):
            yield _left(page.problem(match.start(), "", "", ""), match[0])
    for file in files:
        for loc, _, text in file.texts:
            for match in LEFT.finditer(text):
                yield _left(file.problem(loc, "", "", ""), match[0])


def _left(place: Problem, word: str) -> str:
    return f"{place.file}, ligne {place.line} : « {word} » : écrivez ce qui manque, ou retirez-le."


def read_tomorrow(files: Iterable[DataFile]) -> Iterator[str]:
    """Yield each day of a reading that is still to come."""
    today = date.today().isoformat()
    for file in files:
        for loc in file.lines:
            value = file.at(loc) if loc[-1:] == ("checked",) else None
            if isinstance(value, str) and value > today:
                place = file.problem(loc, "", "", "")
                yield f"{place.file}, ligne {place.line} : lu le {value}, un jour à venir : corrigez la date."


def _untranslated(place: Problem, text: str) -> str:
    original = named(ORIGINAL)
    return (
        f"{place.file}, ligne {place.line} : « {text[:60]} », comme en {original} : traduisez-le."
    )


def _is_long(text: str) -> bool:
    return len(re.findall(r"[^\W\d_]{2,}", text)) > LIKENESS


def _blocks(page: Page) -> list[str]:
    return [line for line in page.prose.split("\n") if line.strip()]
