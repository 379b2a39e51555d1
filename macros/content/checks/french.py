"""How French is written in this guide, in docs/data and in the pages alike.

No gender in brackets, which a voice cannot read, no capital after a colon, no straight quotes.
"""

import re
from collections.abc import Iterable, Iterator

from macros.content.markdown import Fault
from macros.content.pages import FRONT_MATTER, Page
from macros.content.yaml_files import DataFile, Problem

BRACKETED = re.compile(r"\w+(?:\((?:ne|le|te|se|ve|ère|trice|rice|euse)?e?s?\)|[·•](?:\w+))")
PLURAL = re.compile(r"\w+\(s\)")
COLON = re.compile(r"[ \u00a0\u202f]:[ \u00a0]+(?:\*\*|__)?(\w[\w-]*)\b(?! [A-ZÀ-Ý])")
WORD = re.compile(r"\w+")
# Not the title of a box, nor what stands in a call, which have them.
QUOTES = re.compile(r'^(?!!!!|\?\?\?)[^"{\n]*?("[^"\n]+")', re.MULTILINE)


def french_is_neat(pages: list[Page], files: Iterable[DataFile]) -> Iterator[Problem]:
    """Yield what is to mend in the French of the data and of the pages."""
    data = [(file, loc, text) for file in files for loc, lang, text in file.texts if lang == "fr"]
    french = [page for page in pages if page.lang == "fr"]
    small = {
        word
        for text in (*(text for _, _, text in data), *(page.prose for page in french))
        for word in WORD.findall(text)
        if word[0].islower()
    }
    for file, loc, text in data:
        for fault in _faults(text, small):
            yield file.problem(loc, fault.found, fault.expected, fault.mend)
    for page in french:
        header = FRONT_MATTER.match(page.text)
        text = page.prose[header.end() if header else 0 :]
        for fault in _faults(text, small):
            yield page.problem(
                len(page.prose) - len(text) + fault.at, fault.found, fault.expected, fault.mend
            )


def _faults(text: str, small: set[str]) -> Iterator[Fault]:
    for match in QUOTES.finditer(text):
        yield Fault(
            match.start(1),
            match[1],
            "les guillemets « et »",
            f"écrivez « {match[1][1:-1]} »",
        )
    for match in BRACKETED.finditer(text):
        if not PLURAL.fullmatch(match[0]):
            yield Fault(
                match.start(),
                f"« {match[0]} »",
                "une tournure qui vaut pour tout le monde",
                "écrivez par exemple « la personne », ou tournez la phrase autrement",
            )
    for match in COLON.finditer(text):
        word = match[1]
        # A name keeps its capital: the guide writes it nowhere with a small letter, or two follow.
        if (
            word[0].isupper()
            and word[1:] == word[1:].lower()
            and word.partition("-")[0].lower() in small
        ):
            yield Fault(
                match.start(),
                f"« : {word} »",
                "une minuscule après un deux-points",
                f"écrivez « {word[0].lower()}{word[1:]} », ou finissez la phrase par un point",
            )
