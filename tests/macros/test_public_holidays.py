"""The public holidays that are shipped; a new version of the package must not move them."""

import json
from datetime import date

import pytest

from macros.content.models import Holidays
from macros.public_holidays import as_json, public_holidays

FRANCE = Holidays(
    place="FR",
    first_year=2025,
    last_year=2029,
    english={"Labor Day": "Labour Day", "Pentecost Monday": "Whit Monday"},
)


def test_france_has_these_eleven_days_in_2026() -> None:
    days = {
        day.isoformat(): (names["fr"], names["en"])
        for day, names in public_holidays(FRANCE).items()
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
    "day", ["2027-03-29", "2027-05-06", "2027-05-17", "2028-04-17", "2028-05-25", "2028-06-05"]
)
def test_the_days_that_move_with_easter_are_known(day: str) -> None:
    assert date.fromisoformat(day) in public_holidays(FRANCE)


def test_the_years_shipped_are_those_of_the_data() -> None:
    assert {day.year for day in public_holidays(FRANCE)} == {2025, 2026, 2027, 2028, 2029}


def test_a_place_without_french_names_is_refused_instead_of_shown_in_english() -> None:
    with pytest.raises(ValueError, match="no fr for GB"):
        public_holidays(FRANCE.model_copy(update={"place": "GB"}))


def test_the_browser_gets_each_day_with_the_index_of_its_names() -> None:
    shipped = json.loads(as_json(FRANCE))

    _, index = next(each for each in shipped["places"]["FR"] if each[0] == "2026-12-25")
    assert shipped["names"][index] == ["Noël", "Christmas Day"]
