"""The languages of the guide, and where the site of each lives."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

# That of mkdocs.yml, in which the article was written; its site is at the root.
ORIGINAL = "fr"
# The others have a configuration each, such as mkdocs.en.yml, and a site in a folder of their name.
TRANSLATIONS = tuple(
    sorted(path.name.split(".")[1] for path in Path(__file__).parents[1].glob("mkdocs.*.yml"))
)
LANGUAGES = (ORIGINAL, *TRANSLATIONS)
# Each is a folder of docs/, and a field of every text of docs/data.
if TYPE_CHECKING:
    Lang = str
else:  # what data may name
    Lang = Literal[LANGUAGES]
# In French, which the editor reads; others are called by their code.
NAMES = {"fr": "français", "en": "anglais"}
# How messages say that something must be so in each of them.
EVERYWHERE = f"dans {'les deux' if len(LANGUAGES) == 2 else 'toutes les'} langues"
# Below the root of the site.
ROOTS = {ORIGINAL: "", **{lang: f"{lang}/" for lang in TRANSLATIONS}}


def named(lang: Lang) -> str:
    """Return what messages call a language."""
    return NAMES.get(lang, f"« {lang} »")


def text_in(lang: Lang) -> str:
    """Return what messages call a text in a language."""
    return f"texte {'' if lang in NAMES else 'en '}{named(lang)}"


def others(lang: Lang) -> tuple[Lang, ...]:
    """Return the languages that are not this one."""
    return tuple(each for each in LANGUAGES if each != lang)


def language_of(path: str) -> Lang:
    """Return the language of a file of the site, by its path from the root."""
    return next((lang for lang in TRANSLATIONS if path.startswith(ROOTS[lang])), ORIGINAL)
