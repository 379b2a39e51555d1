"""The public holidays that are shipped; a new version of the package must not move them."""

import json

import pytest

from macros.content.models import Place
from macros.public_holidays import as_json, public_holidays
from tests.conftest import CONTENT

SETTINGS = CONTENT.follow_up.holidays
PLACES = {place.id: place for place in SETTINGS.places}
LABEL = PLACES["FR"].label


def days_of(place: str, year: int) -> list[str]:
    days = public_holidays(SETTINGS, PLACES[place])
    return [day.isoformat()[5:] for day in days if day.year == year]


def test_france_has_these_eleven_days_in_2026() -> None:
    days = {
        day.isoformat(): (names["fr"], names["en"])
        for day, names in public_holidays(SETTINGS, PLACES["FR"]).items()
        if day.year == 2026
    }

    assert days == {
        "2026-01-01": ("Jour de l’an", "New Year’s Day"),
        "2026-04-06": ("Lundi de Pâques", "Easter Monday"),
        "2026-05-01": ("Fête du Travail", "Labour Day"),
        "2026-05-08": ("Fête de la Victoire", "Victory Day"),
        "2026-05-14": ("Ascension", "Ascension Day"),
        "2026-05-25": ("Lundi de Pentecôte", "Whit Monday"),
        "2026-07-14": ("Fête nationale", "National Day"),
        "2026-08-15": ("Assomption", "Assumption Day"),
        "2026-11-01": ("Toussaint", "All Saints’ Day"),
        "2026-11-11": ("Armistice", "Armistice Day"),
        "2026-12-25": ("Noël", "Christmas Day"),
    }


@pytest.mark.parametrize(
    ("place", "year", "days"),
    [
        ("FR", 2027, "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25"),
        ("FR", 2028, "01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25"),
        ("CH-GE", 2026, "01-01 04-03 04-06 05-14 05-25 08-01 09-10 12-25 12-31"),
        ("CA-QC", 2026, "01-01 04-03 05-18 06-24 07-01 09-07 10-12 12-25"),
        ("GB-ENG", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28"),
    ],
)
def test_a_year_has_the_days_it_had_when_they_were_checked(
    place: str, year: int, days: str
) -> None:
    assert days_of(place, year) == days.split()


@pytest.mark.parametrize(
    ("place", "day"),
    [("FR-6AE", "04-03"), ("FR-6AE", "12-26"), ("FR-57", "04-03"), ("LU", "06-23"), ("BE", "07-21"),
     ("MC", "11-19"), ("IE", "02-02"), ("GB-SCT", "11-30"), ("US", "11-26")],
)  # fmt: skip
def test_a_place_keeps_its_own_day_in_2026(place: str, day: str) -> None:
    assert day in days_of(place, 2026)


def test_the_years_shipped_are_those_of_the_data() -> None:
    days = public_holidays(SETTINGS, PLACES["FR"])

    assert {day.year for day in days} == {2025, 2026, 2027, 2028, 2029}


@pytest.mark.parametrize("place", [place for place in SETTINGS.places if place.country])
def test_every_name_is_typographic_and_no_english_day_is_shown_in_french(place: Place) -> None:
    names = public_holidays(SETTINGS, place).values()

    assert [name for each in names for name in each.values() if "'" in name] == []
    assert [each for each in names if "Day" in each["fr"].replace("Boxing Day", "").replace("May Day", "").replace("Memorial Day", "")] == []  # fmt: skip


def test_a_place_that_the_package_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="no place FR-99"):
        public_holidays(SETTINGS, Place(id="FR-99", label=LABEL, country="FR", subdivision="99"))


def test_a_holiday_without_a_french_name_is_refused_instead_of_shown_in_english() -> None:
    settings = SETTINGS.model_copy(update={"french": {}})

    with pytest.raises(ValueError, match="no French name for the public holiday"):
        public_holidays(settings, PLACES["IE"])


def test_another_country_has_no_holidays() -> None:
    assert public_holidays(SETTINGS, PLACES["elsewhere"]) == {}


def test_the_browser_gets_each_day_with_the_index_of_its_names() -> None:
    shipped = json.loads(as_json(SETTINGS))

    _, index = next(each for each in shipped["places"]["FR"] if each[0] == "2026-12-25")
    assert shipped["names"][index] == ["Noël", "Christmas Day"]
