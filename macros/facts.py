"""What the guide has read elsewhere, and when: it may no longer hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.content import Content
from macros.languages import LANGUAGES, ORIGINAL

LONGEST = 18  # months that a reading holds


@dataclass(frozen=True)
class Fact:
    """What was read at an address, on a day if anybody has read it there."""

    file: str
    id: str
    says: str
    url: str
    checked: date | None

    def is_old(self, today: date) -> bool:
        """Tell whether it is to be read again."""
        return self.checked is not None and months_since(self.checked, today) >= LONGEST


def facts_of(content: Content) -> Iterator[Fact]:
    """Give all that docs/data has from a source."""
    for statement in content.statements:
        source = statement.source
        says = next(filter(None, (statement[lang] for lang in LANGUAGES)), "")
        yield Fact("statements.yml", statement.id, says, source.url, source.checked)
    for site in content.practices.sites:
        yield Fact("practices.yml", site.id, site.name, site.url, site.checked)
    for place in content.places.places:
        if read := place.source:
            yield Fact("places.yml", place.id, place.label[ORIGINAL], read.url, read.checked)


def to_read_again(content: Content, today: date) -> list[str]:
    """Say which of them were read more than a year and a half ago, in the editor's words."""
    return [
        f"docs/data/{fact.file}, « {fact.id} » : lu le {fact.checked:%d/%m/%Y}, il y a plus de "
        f"{LONGEST} mois. Relisez {fact.url}, corrigez la phrase si elle ne dit plus la même chose, puis "
        "changez « checked: » (« Relire une source », dans CONTRIBUTING.md)."
        for fact in facts_of(content)
        if fact.checked and fact.is_old(today)
    ]


def months_since(day: date, today: date) -> int:
    """Return how many months have passed, whole ones only."""
    months = 12 * (today.year - day.year) + today.month - day.month
    return months - (today.day < day.day)
