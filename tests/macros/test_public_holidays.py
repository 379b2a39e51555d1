"""The days off of each place, held to what their authorities say and not to the package."""

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros import hooks
from macros.content import load
from macros.content.models.places import Day, Place, Places, Source
from macros.follow_up import Delays, plan
from macros.public_holidays import by_country, public_holidays
from tests.conftest import CONTENT
from tests.vectors import vectors

PLACES = CONTENT.places
BY_ID = {place.id: place for place in PLACES.places}
ARTICLE = Delays(thank_you_days=1, quiet_weeks=1, call_days=14)
LABEL = BY_ID["FR"].label
SOURCE = Source(url="https://example.org/")


def settings(**changes: Any) -> Places:
    return PLACES.model_copy(update=changes)


def somewhere(**given: Any) -> Place:
    """A place of no list: the days of France and of whatever is given."""
    return Place(**{"id": "FR-99", "label": LABEL, "country": "FR", "source": SOURCE, **given})


def working_days_off(place: Place, year: int, where: Places = PLACES) -> list[str]:
    return [
        f"{day:%m-%d}"
        for day in public_holidays(where, place)
        if day.year == year and day.weekday() < 5
    ]


@pytest.mark.parametrize("year", [2026, 2027, 2028])
@pytest.mark.parametrize("row", vectors("days-off"), ids=lambda row: row["place"])
def test_a_year_has_the_days_off_that_the_sources_give(row: dict[str, str], year: int) -> None:
    assert working_days_off(BY_ID[row["place"]], year) == row[str(year)].split()


@pytest.mark.parametrize(
    "case", vectors("places"), ids=lambda case: f"{case['place']} {case['why']}"
)
def test_the_call_waits_for_every_day_that_some_keep(case: dict[str, str]) -> None:
    there = {day: each.names["en"] for day, each in public_holidays(PLACES, BY_ID[case["place"]]).items()}  # fmt: skip

    steps = plan(date.fromisoformat(case["interview"]), None, ARTICLE, there)

    assert steps.call_from.isoformat() == case["call"]


def test_a_day_off_of_some_parts_of_a_country_says_so() -> None:
    days = public_holidays(PLACES, BY_ID["GB"])

    assert days[date(2027, 3, 29)].note == PLACES.some_parts  # Easter Monday, but not in Scotland
    assert days[date(2027, 3, 26)].note is None


def test_every_place_with_days_stands_in_the_tables() -> None:
    tables = {row["place"] for row in vectors("days-off")}

    # The feasts of Mayotte follow the moon, within a day: only its cases are listed.
    assert tables | {"FR-976"} == {place.id for place in PLACES.places if place.country}
    assert {case["place"] for case in vectors("places")} == set(BY_ID)


@pytest.mark.parametrize(
    ("place", "day", "french", "english"),
    [
        ("FR", "2026-05-01", "Fête du Travail", "Labour Day"),
        ("US", "2026-09-07", "Fête du Travail", "Labor Day"),
        ("CA-ON", "2026-09-07", "Fête du Travail", "Labour Day"),
        ("CA-YT", "2027-06-21", "Journée nationale des peuples autochtones", "National Indigenous Peoples Day"),
        ("CA-QC", "2027-06-24", "Fête nationale du Québec", "Quebec National Holiday"),
        ("GB-ENG", "2026-12-28", "Boxing Day, lendemain de Noël (reporté)", "Boxing Day (substitute day)"),
        ("GB-ENG", "2026-05-04", "May Day, premier lundi de mai", "Early May bank holiday"),
        ("GB-SCT", "2026-01-02", "Lendemain du Jour de l’an", "2nd January"),
        ("GB-SCT", "2026-11-30", "Saint-André", "St Andrew’s Day"),
        ("IE", "2028-12-26", "Saint-Étienne", "St Stephen’s Day"),
        ("US", "2026-07-03", "Fête de l’Indépendance (reporté)", "Independence Day (observed)"),
        ("MC", "2026-11-02", "Toussaint (reporté)", "All Saints’ Day (substitute day)"),
        ("CH-VD", "2026-09-21", "Lundi du Jeûne fédéral", "Federal Fast Monday"),
    ],
)  # fmt: skip
def test_a_day_off_has_the_name_it_has_there(
    place: str, day: str, french: str, english: str
) -> None:
    found = public_holidays(PLACES, BY_ID[place])[date.fromisoformat(day)]

    assert found.names == {"fr": french, "en": english}


@pytest.mark.parametrize(
    ("place", "day", "note"),
    [
        ("FR-6AE", "2027-03-26", "férié dans les communes qui ont un temple protestant ou une église mixte"),
        ("CH-FR", "2027-11-01", "férié dans la partie catholique du canton, dont la ville de Fribourg"),
        ("CA-QC", "2027-03-29", "au choix de l’employeur : le vendredi ou le lundi"),
        ("BE", "2026-11-02", "jour de remplacement, si l’employeur n’en a pas fixé un autre"),
        ("CH-FR", "2027-03-26", None),
        ("FR", "2027-03-29", None),
    ],
)  # fmt: skip
def test_a_day_that_only_some_keep_says_why_it_counts(
    place: str, day: str, note: str | None
) -> None:
    found = public_holidays(PLACES, BY_ID[place])[date.fromisoformat(day)].note

    assert (found and found["fr"].replace("\u00a0", " ")) == note


@pytest.mark.parametrize("place", [place for place in PLACES.places if place.country])
def test_every_name_is_typographic_and_no_english_day_is_shown_in_french(place: Place) -> None:
    names = [each.names for each in public_holidays(PLACES, place).values()]

    assert [name for each in names for name in each.values() if "'" in name] == []
    assert [each for each in names if "Day" in each["fr"].replace("Boxing Day", "").replace("May Day", "").replace("Memorial Day", "")] == []  # fmt: skip


def test_all_places_have_days_and_names_until_2040() -> None:
    where = settings(last_year=2040)

    assert all(
        max(public_holidays(where, place)).year == 2040 for place in PLACES.places if place.country
    )


def test_two_days_on_one_date_are_both_named() -> None:
    days = public_holidays(settings(last_year=2034), BY_ID["GB-SCT"])

    assert days[date(2034, 1, 2)].names == {
        "fr": "Lendemain du Jour de l’an, Jour de l’an (reporté)",
        "en": "2nd January, New Year’s Day (substitute day)",
    }


# --- rules that an editor can write


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ({"date": "06-09"}, ["2027-06-09", "2028-06-09"]),
        ({"date": "06-10"}, ["2027-06-10"]),  # a Saturday in 2028
        ({"date": "02-29"}, ["2028-02-29"]),
        ({"date": "06-09", "only_on": ["friday"]}, ["2028-06-09"]),
        ({"easter": -2}, ["2027-03-26", "2028-04-14"]),
        ({"easter": 60}, ["2027-05-27", "2028-06-15"]),
        ({"weekday": {"day": "monday", "month": 9, "week": 3}}, ["2027-09-20", "2028-09-18"]),
        ({"weekday": {"day": "friday", "month": 12, "week": -1}}, ["2027-12-31", "2028-12-29"]),
        ({"dates": ["2028-06-15"]}, ["2028-06-15"]),
        ({"like": {"country": "GB", "subdivision": "NIR", "name": "Battle of the Boyne"}},
         ["2027-07-12", "2028-07-12"]),
        ({"like": {"country": "GB", "subdivision": "NIR", "name": "Battle of the Boyne", "days": 2}},
         ["2027-07-12", "2027-07-13", "2028-07-12", "2028-07-13"]),
    ],
)  # fmt: skip
def test_an_added_day_falls_where_its_rule_says(rule: dict[str, Any], days: list[str]) -> None:
    added = Day.model_validate({"name": {"fr": "Fête", "en": "Feast"}, **rule})

    found = public_holidays(settings(first_year=2027, last_year=2028), somewhere(days=[added]))

    assert [day.isoformat() for day, each in found.items() if each.names["fr"] == "Fête"] == days


def test_an_added_day_leaves_a_holiday_its_name_and_asks_for_no_reason_there() -> None:
    added = Day.model_validate(
        {
            "name": {"fr": "Fête", "en": "Feast"},
            "date": "07-14",
            "note": {"fr": "usage", "en": "custom"},
        }
    )

    found = public_holidays(PLACES, somewhere(days=[added]))[date(2027, 7, 14)]

    assert (found.names["fr"], found.note) == ("Fête nationale", None)


# --- what the editor is told

PLACES_FILE = "docs/data/places.yml"
Edit = Callable[[str, str, str], None]


def refusal(project: Path) -> str:
    from macros.content import ContentError

    with pytest.raises(ContentError) as refused:
        load(project / "docs")
    return str(refused.value).replace(f"{project.as_posix()}/", "")


ELSEWHERE = "  - id: elsewhere\n"
GERMANY = """  - id: DE-BY
    label: {fr: "Allemagne : Bavière", en: "Germany: Bavaria"}
    country: DE
    subdivision: "BY"
    source: {url: "https://www.bmi.bund.de/"}
"""


def test_all_names_that_a_new_place_lacks_are_told_at_once_with_lines_to_paste(
    project: Path, edit: Edit
) -> None:
    edit(PLACES_FILE, ELSEWHERE, GERMANY + ELSEWHERE)
    edit("docs/data/register.yml", "  elsewhere:\n", "  elsewhere:\n  DE-BY:\n")

    said, *lines = refusal(project).splitlines()

    assert "places › DE-BY : trouvé : sans nom à nous" in said
    assert "Epiphany" in said
    assert lines[0] == "  DE:"
    assert "    Epiphany: {fr: }" in lines
    assert "    German Unity Day: {fr: }" in lines
    assert "    Good Friday: {fr: }" not in lines


def test_a_place_with_the_pasted_names_is_accepted(project: Path, edit: Edit) -> None:
    edit(PLACES_FILE, ELSEWHERE, GERMANY + ELSEWHERE)
    edit("docs/data/register.yml", "  elsewhere:\n", "  elsewhere:\n  DE-BY:\n")
    _, *lines = refusal(project).splitlines()
    edit(
        PLACES_FILE, "\n  GB:\n", "\n" + "\n".join(lines).replace("fr: ", "fr: Fête") + "\n  GB:\n"
    )

    assert "DE-BY" in {place.id for place in load(project / "docs").places.places}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param('subdivision: "GE"', 'subdivision: "GX"',
                     "trouvé : « GX », que le paquet holidays ne connaît pas", id="a region that is none"),
        pytest.param("last_year: 2036", "last_year: 2024",
                     "attendu : une année à partir de 2025", id="years the wrong way round"),
        pytest.param("without_place: FR", "without_place: elsewhere",
                     "attendu : l’id d’un lieu qui a un pays", id="a default without days"),
        pytest.param("of_package: Mi-Careme", "of_package: Mi-Caremo",
                     "à faire : écrivez peut-être « Mi-Careme »", id="a name that the package lacks"),
        pytest.param("name: Prayer Monday}", "name: Prayer Sunday}",
                     "« Prayer Sunday », que le paquet holidays ne donne pas là", id="a day that is nowhere"),
        pytest.param("date: 10-15", "easter: 3\n        date: 10-15",
                     "attendu : une seule des clés date, easter, weekday, dates, like, of_package",
                     id="two rules for one day"),
        pytest.param("date: 10-15", "date: 15-10",
                     "attendu : un mois et un jour, comme 12-26", id="a day before its month"),
        pytest.param("date: 10-15", "date: 10-15\n        only_on: [lundi]",
                     "trouvé : « lundi »", id="a French weekday"),
        pytest.param("\n  all:", "\n  alle:",
                     "names › alle : trouvé : « alle » ; attendu : un nom permis ici", id="names for nowhere"),
        pytest.param('source: {url: "https://monservicepublic.gouv.mc/"}', 'note: {fr: "a", en: "a"}',
                     "attendu : « source: » pour un lieu qui a un pays", id="a place without its authority"),
    ],
)  # fmt: skip
def test_a_mistake_about_a_place_is_told_in_one_line(
    project: Path, edit: Edit, old: str, new: str, expected: str
) -> None:
    edit(PLACES_FILE, old, new)

    said = refusal(project)

    assert expected in said
    assert len(said.splitlines()) == 1


def test_a_place_that_goes_must_be_retired_or_renamed(project: Path, edit: Edit) -> None:
    edit(PLACES_FILE, "  - id: MC\n", "  - id: MC-1\n")

    said = refusal(project)

    assert "« MC-1 », que le registre ne connaît pas" in said
    assert "« MC », qui n’existe plus" in said


def test_a_renamed_place_says_what_it_was(project: Path, edit: Edit) -> None:
    edit(PLACES_FILE, "  - id: CA-ON\n", "  - id: CA-1\n")
    edit("docs/data/register.yml", "  CA-ON:\n", "  CA-1: {formerly: [CA-ON]}\n")

    assert load(project / "docs").register.former("places", "CA-1") == ["CA-ON"]


@pytest.mark.parametrize(("reviewed", "soon"), [(2033, False), (2034, True), (2040, True)])
def test_the_years_run_out_when_less_than_three_are_left(reviewed: int, soon: bool) -> None:
    assert settings(last_year=2036, reviewed=date(reviewed, 6, 1)).runs_out == soon


@pytest.mark.parametrize(("last_year", "said"), [(2029, True), (2030, False)])
def test_a_build_says_when_fewer_than_two_years_are_left_of_its_own(
    last_year: int, said: bool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(hooks, "date", SimpleNamespace(today=lambda: date(2028, 1, 1)))
    places = settings(last_year=last_year, reviewed=date(2026, 11, 26))

    with caplog.at_level(logging.INFO, "mkdocs.plugins.content"):
        hooks._tell(replace(CONTENT, places=places))

    assert (f"Jours fériés connus jusqu’en {last_year} seulement" in caplog.text) == said


# --- what the browser loads


def test_the_browser_gets_a_date_once_where_it_is_the_same_each_year() -> None:
    shipped = json.loads(by_country(PLACES, CONTENT.days_off)["FR"])
    days = {shipped["names"][name][0]: when for name, when, *_ in shipped["places"]["FR"]["days"]}

    assert days["Noël"] == "1225"
    assert days["Ascension"].startswith("20250529 20260514 20270506 ")


def test_the_browser_gets_who_says_so_and_when_it_was_read() -> None:
    shipped = {
        country: json.loads(text) for country, text in by_country(PLACES, CONTENT.days_off).items()
    }

    assert shipped["FR"]["places"]["FR"]["checked"] == "2026-11-26"
    assert "checked" not in shipped["IE"]["places"]["IE"]
    assert shipped["elsewhere"]["places"] == {"elsewhere": {"days": []}}


def test_each_country_has_a_list_of_its_places_alone() -> None:
    assert {
        country: [*json.loads(text)["places"]]
        for country, text in by_country(PLACES, CONTENT.days_off).items()
    } == {
        country: [each.id for each in PLACES.places if each.id.partition("-")[0] == country]
        for country in ("FR", "BE", "CH", "LU", "MC", "CA", "GB", "IE", "US", "elsewhere")
    }


def test_ten_years_of_the_largest_country_are_small() -> None:
    assert (
        max(len(text.encode()) for text in by_country(PLACES, CONTENT.days_off).values()) < 20_000
    )
    assert len(by_country(PLACES, CONTENT.days_off)["FR"].encode()) < 10_000


def test_another_country_has_no_holidays() -> None:
    assert public_holidays(PLACES, BY_ID["elsewhere"]) == {}


def test_a_name_that_is_nowhere_is_refused_instead_of_shown_in_english() -> None:
    with pytest.raises(ValueError, match=r"no name for .*Saint Patrick's Day.* of IE"):
        public_holidays(settings(names={}), BY_ID["IE"])
