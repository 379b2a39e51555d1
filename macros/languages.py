"""The languages of the guide, and where the site of each lives."""

from typing import Literal, get_args

Lang = Literal["fr", "en"]
LANGUAGES: tuple[Lang, Lang] = get_args(Lang)
# Below the root of the site.
ROOTS: dict[Lang, str] = {"fr": "", "en": "en/"}


def other(lang: Lang) -> Lang:
    """Return the language that is not this one."""
    return "en" if lang == "fr" else "fr"


def language_of(path: str) -> Lang:
    """Return the language of a file of the site, by its path from the root."""
    return "en" if path.startswith(ROOTS["en"]) else "fr"
