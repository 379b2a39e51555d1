"""What holds in a country: what each edition shows of it, and what is usual there."""

import pytest

from macros.follow_up import Through
from macros.languages import Lang
from tests.conftest import CONTENT


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("fr", ["FR", "EU"]), ("en", ["US", "CA-BC", "EU", "FR"])],
)
def test_an_edition_shows_its_countries_in_its_order(lang: Lang, expected: list[str]) -> None:
    pay = next(each for each in CONTENT.questions if each.id == "current-salary")
    names = CONTENT.countries.names

    assert [name for name, _ in CONTENT.statements_of(pay.id, lang)] == [
        names[code][lang] for code in expected
    ]


@pytest.mark.parametrize(
    ("place", "through", "expected"),
    [
        ("FR", "employer", ("either", 5)),
        ("FR-6AE", "employer", ("either", 5)),
        ("GB-SCT", "employer", ("email", 5)),
        ("GB-SCT", "agency", ("phone", 0)),
        ("CA-AB", "employer", ("phone", 5)),
        ("CA-QC", "employer", (None, 10)),
    ],
)
def test_what_is_usual_is_that_of_the_part_of_the_country_or_of_the_country(
    place: str, through: Through, expected: tuple[str | None, int]
) -> None:
    usual = CONTENT.practices.usual_in(place, through)

    assert usual is not None
    assert (usual.channel, usual.working_days) == expected


@pytest.mark.parametrize("place", ["LU", "elsewhere"])
def test_nothing_is_usual_where_no_site_says_so(place: str) -> None:
    assert CONTENT.practices.usual_in(place) is None
