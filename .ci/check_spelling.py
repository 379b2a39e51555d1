"""Say which words of docs/ a dictionary does not know, with file and line; docs/spelling/ has the project's own.

Debian's Hunspell reads them, by the dictionary of the `locale` that words.yml gives a language.
"""

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from macros.content.yaml_files import read  # noqa: E402
from macros.languages import LANGUAGES  # noqa: E402

# What people type may be written wrong on purpose, and a word that is sought is often but its beginning.
TYPED = {
    "advice",
    "asked_in",
    "chips",
    "examples_in",
    "fitting",
    "meanings",
    "mute_h",
    "shown",
    "signs",
    "typed",
}
MARKUP = re.compile(
    r"```.*?```|`[^`]*`|\{\{.*?\}\}|\{ ?[.:%#].*?\}|\{[\w-]+\}|<[^>]+>|\]\([^)]*\)|https?://\S+|\S+@\S+",
    re.DOTALL | re.MULTILINE,
)
FRONT = re.compile(r"^(?:(?:hide|search):.*|(?:title|headline|description):)", re.MULTILINE)
WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:[’'-][^\W\d_]+)*(?!\w)")
# « l’Apec » and “Brigid’s” are known by the name alone.
AROUND = re.compile(r"^[ldnsLDNS]’|’s$")
Where = tuple[str, int]


def main(docs: Path) -> int:
    """Print a line for each place of an unknown word, and return how the program ends."""
    if not shutil.which("hunspell"):
        print("apt-get install hunspell hunspell-fr hunspell-en-gb")
        return 2
    unknown = 0
    locales = read(docs / "data/words.yml").values["words"]["site"]["locale"]
    for lang in LANGUAGES:
        places: dict[str, list[Where]] = defaultdict(list)
        for file, line, text in texts(docs, lang):
            for word in WORD.findall(text):
                places[word].append((file, line))
        for word in sorted(misspelt(places, locales[lang], docs / f"spelling/{lang}.txt")):
            unknown += 1
            for file, line in places[word]:
                print(
                    f"{file}, ligne {line} : trouvé : « {word} » ; attendu : un mot du dictionnaire ; "
                    f"à faire : corrigez-le, ou ajoutez-le à docs/spelling/{lang}.txt."
                )
    return min(unknown, 1)


def texts(docs: Path, lang: str) -> Iterator[tuple[str, int, str]]:
    """Give each text of a language, with its file and line."""
    for page in sorted((docs / lang).rglob("*.md")):
        text = FRONT.sub("", page.read_text("utf-8"))
        text = MARKUP.sub(lambda found: "\n" * found[0].count("\n") + " ", text)
        for number, line in enumerate(text.splitlines(), 1):
            yield page.as_posix(), number, line
    for path in sorted((docs / "data").rglob("*.yml")):
        file = read(path)
        for loc, number in file.lines.items():
            if TYPED & {*loc}:
                continue
            value = file.values
            for part in loc:
                value = value[part]
            if isinstance(value, str) and lang in loc[-2:]:
                yield file.name, number, MARKUP.sub(" ", value)


def misspelt(words: dict[str, list[Where]], dictionary: str, own: Path) -> set[str]:
    """Return the words that neither the dictionary nor the project knows."""
    own_words = {*own.read_text("utf-8").split()} if own.exists() else set()
    plain = {word: AROUND.sub("", word) for word in words}
    answer = subprocess.run(  # noqa: S603
        ["hunspell", "-d", dictionary, "-i", "utf-8", "-l"],  # noqa: S607
        input="\n".join(sorted({*plain.values()} - own_words)),
        capture_output=True,
        text=True,
        check=True,
    )
    wrong = {*answer.stdout.split()}
    return {word for word in words if plain[word] in wrong}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs")))
