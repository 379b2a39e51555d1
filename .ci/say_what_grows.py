"""Says, in the editor's words, what has grown long or pale in the finished guide; it stops nothing.

`.ci/build` runs it on site/. Sentences are those of the pages as they are read, in both languages;
colours are the tokens of overrides/stylesheets/site.css.
"""

import json
import math
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from macros.languages import language_of  # noqa: E402

# Words of a sentence at most, and on average in each language.
TARGETS = json.loads((ROOT / "tests/targets.json").read_text(encoding="utf-8"))["sentence"]
INLINE = {"a", "abbr", "b", "bdi", "code", "em", "i", "kbd", "mark", "q", "small", "span", "strong"}
LEFT_OUT = {"script", "style", "template", "textarea", "select", "svg", "table", "button", "nav"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
# Not after the number of an article or a section of a law: “art. 9”, “s. 9”.
SENTENCE_END = re.compile(r"(?<=[.!?…])(?<!\bart\.)(?<!\bs\.)(?:\s*[»”])?\s+(?=[«“A-ZÀ-Ý0-9])")
WORD = re.compile(r"\w+(?:[-’']\w+)*")
TOKENS = re.compile(r'\[data-md-color-scheme="(\w+)"\] \{(.*?)\}', re.DOTALL)
TOKEN = re.compile(r"--se-([\w-]+): #([0-9a-f]{3,6});")
INKS, PAPERS = ("ink", "soft", "pine", "amber", "red"), ("paper", "card")
ON_THEIR_OWN = ("pine", "amber", "red")
TEXT, EDGE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
THEMES = {"default": "clair", "slate": "sombre"}


class Blocks(HTMLParser):
    """The texts of the paragraphs, items and titles of a page's article."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element; one that is none of a line begins a block."""
        if tag not in VOID and ("article" in self._open or tag == "article"):
            self._open.append("hidden" if "hidden" in dict(attrs) else tag)
        if tag not in INLINE:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        """Come out of an element."""
        if self._open:
            self._open.pop()
        if tag not in INLINE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        """Take a text that is read."""
        if self._open and not {*LEFT_OUT, "hidden"}.intersection(self._open):
            self.blocks[-1] += data


def sentences(page: Path) -> list[str]:
    """Return the sentences of a page: what ends with a full stop, whole."""
    blocks = Blocks()
    blocks.feed(page.read_text(encoding="utf-8"))
    texts = (" ".join(each.split()) for each in blocks.blocks)
    found = [each for text in texts for each in SENTENCE_END.split(text)]
    return [each for each in found if each.endswith((".", "!", "?", "…"))]


def long_sentences(site: Path) -> Iterator[str]:
    """Yield a line for each page whose sentences are long, and for each sentence too long."""
    for page in sorted(site.rglob("index.html")):
        name = page.parent.relative_to(site).as_posix().removesuffix(".") or "accueil"
        most = TARGETS["average"].get(language_of(f"{name}/"), math.inf)
        lengths = [(each, len(WORD.findall(each))) for each in sentences(page)]
        average = sum(length for _, length in lengths) / max(1, len(lengths))
        if average > most:
            yield f"« {name} » : {average:.1f} mots par phrase en moyenne, visez {most} au plus."
        for sentence, length in dict.fromkeys(lengths):
            if length > TARGETS["longest"]:
                yield f"« {name} » : une phrase de {length} mots, coupez-la en deux : {sentence[:60]}…"


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    whole = colour if len(colour) == 6 else "".join(2 * each for each in colour)
    shares = (int(whole[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pale_colours(stylesheet: Path) -> Iterator[str]:
    """Yield a line for each pair of colours that is hard to read."""
    pairs = [(ink, paper, TEXT) for ink, paper in product(INKS, PAPERS)]
    pairs += [(name, f"{name}-soft", TEXT) for name in ON_THEIR_OWN]
    pairs += [("field", paper, EDGE) for paper in PAPERS]
    for scheme, tokens in TOKENS.findall(stylesheet.read_text(encoding="utf-8")):
        colours = dict(TOKEN.findall(tokens))
        for ink, paper, least in pairs:
            dark, light = sorted(luminance(colours[each]) for each in (ink, paper))
            if (contrast := (light + 0.05) / (dark + 0.05)) < least:
                yield (
                    f"Couleurs, thème {THEMES[scheme]} : « {ink} » sur « {paper} » fait "
                    f"{contrast:.1f}, il faut au moins {least}."
                )


def main(site: Path, stylesheet: Path) -> None:
    """Print every line; nothing here stops a publication."""
    for line in (*long_sentences(site), *pale_colours(stylesheet)):
        print(f"À relire : {line}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3] or (ROOT / "site", ROOT / "overrides/stylesheets/site.css")))
