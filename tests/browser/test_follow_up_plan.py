"""The tool of the dates, as a candidate uses it on Wednesday 25 November 2026."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import THANK_YOU_LIST, keep, keep_entries, settles
from tests.browser.dates_form import (
    A_DATE,
    FIRST,
    NEXT_WEEK,
    NOTHING,
    SECOND,
    THIS_WEEK,
    choose,
    field,
    give,
)

MY_DATES = "my-dates/"


def step(page: Page, name: str, part: str) -> str:
    place = page.locator(f"[data-step={name}] [data-{part}]")
    place.wait_for()
    return place.inner_text().replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("day", "promise", "promised", "quiet", "call"),
    [
        ("24/11/2026", NOTHING, "", "Du mardi 24 novembre 2026 au dimanche 29 novembre 2026 inclus",
         "À partir du mardi 8 décembre 2026"),
        ("11/12/2026", NOTHING, "", "Du vendredi 11 décembre 2026 au dimanche 13 décembre 2026 inclus",
         "À partir du lundi 28 décembre 2026"),
        ("6 décembre 2026", NOTHING, "", "Le dimanche 6 décembre 2026",
         "À partir du lundi 21 décembre 2026"),
        ("1/12/2026", A_DATE, "4/12/2026", "Du mardi 1er décembre 2026 au vendredi 4 décembre 2026 inclus",
         "À partir du lundi 7 décembre 2026"),
        ("1/12/2026", THIS_WEEK, "", "Du mardi 1er décembre 2026 au vendredi 4 décembre 2026 inclus",
         "À partir du lundi 7 décembre 2026"),
        ("1/12/2026", NEXT_WEEK, "", "Du mardi 1er décembre 2026 au vendredi 11 décembre 2026 inclus",
         "À partir du lundi 14 décembre 2026"),
    ],
)  # fmt: skip
def test_the_steps_follow_from_the_day_and_the_promise(
    page: Page, url: str, day: str, promise: str, promised: str, quiet: str, call: str
) -> None:
    page.goto(url + MY_DATES)
    give(page, SECOND, day, promise, promised)

    assert [quiet, call] == [step(page, "quiet", "when"), step(page, "call", "when")]


def test_skipped_days_are_named(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-12-11", "promise": NOTHING, "place": "FR"}, interview=2)
    page.goto(url + MY_DATES)

    expect(page.locator("[data-step=call] [data-skipped] li")).to_have_text(
        [
            "vendredi 25 décembre 2026 : Noël",
            "samedi 26 décembre 2026 : week-end",
            "dimanche 27 décembre 2026 : week-end",
        ]
    )


def test_the_same_day_in_english(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-12-08", "promise": NOTHING}, interview=2)
    page.goto(url + "en/" + MY_DATES)

    settles(lambda: step(page, "call", "when"), "From Tuesday 22 December 2026")


def test_without_an_end_time_the_thank_you_has_no_invented_hour(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": NOTHING}, interview=1)
    page.goto(url + MY_DATES)

    assert (
        step(page, "thank-you", "when")
        == "Au plus tard le mercredi 25 novembre 2026, à l’heure de fin de l’entretien"
    )


def test_each_step_gives_its_source(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": NOTHING}, interview=2)
    page.goto(url + MY_DATES)
    page.locator("[data-step=call] summary").click()
    page.locator("[data-step=call] [data-sources] a").click()

    assert page.url.endswith("#point-54")


def test_after_the_first_interview_the_rule_is_said_to_be_extended(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": NOTHING}, interview=1)
    page.goto(url + MY_DATES)

    page.locator("[data-step=call] summary").click()
    settles(lambda: step(page, "call", "badge"), "Précision")


def test_after_the_second_interview_the_thank_you_is_an_addition_without_a_source(
    page: Page, url: str
) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": NOTHING}, interview=2)
    page.goto(url + MY_DATES)

    page.locator("[data-step=thank-you] summary").click()
    settles(lambda: step(page, "thank-you", "badge"), "Ajout")
    expect(page.locator("[data-step=thank-you] [data-sources]")).to_be_hidden()


@pytest.mark.slow
def test_ticking_the_email_as_sent_ends_its_step(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": NOTHING})
    page.goto(url + THANK_YOU_LIST)
    page.locator("#send-thank-you input").check()
    page.goto(url + MY_DATES)

    settles(lambda: step(page, "thank-you", "status"), "Fait")


@pytest.mark.slow
def test_the_dates_survive_a_reload_and_a_change_of_language(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    give(page, SECOND, "1/12/2026", A_DATE, "4/12/2026")
    step(page, "call", "when")
    page.goto(url + "en/" + MY_DATES)

    settles(lambda: step(page, "call", "when"), "From Monday 7 December 2026")
    expect(page.locator("#plan-day")).to_have_value("1/12/2026")
    expect(page.locator("#plan-promised")).to_have_value("4/12/2026")


@pytest.mark.slow
def test_a_typed_day_is_said_back_with_its_weekday(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    field(page, "day").fill("8 dec 2026")

    expect(page.locator("[data-field=day] [data-echo]")).to_have_text("mardi 8 décembre 2026")


def test_a_phrase_on_a_button_says_the_day_that_it_means(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    field(page, "day").fill("1/12/2026")

    expect(page.locator(f"label:has([value={NEXT_WEEK}]) [data-means]").first).to_have_text(
        "ven.\u00a011", use_inner_text=True
    )


@pytest.mark.slow
def test_a_day_more_than_a_year_away_is_asked_about_and_allowed(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    field(page, "day").fill("24/11/2028")
    expect(page.locator("[data-field=day] [data-echo]")).to_contain_text("Vouliez-vous dire 2026")
    give(page, SECOND, "24/11/2028", NOTHING)

    settles(lambda: step(page, "call", "when"), "À partir du vendredi 8 décembre 2028")


def test_beyond_the_known_holidays_the_page_says_weekends_only(page: Page, url: str) -> None:
    keep(page, url, {"day": "2038-12-11", "promise": NOTHING, "place": "FR"}, interview=2)
    page.goto(url + MY_DATES)

    expect(page.locator("[data-notes]")).to_contain_text("de 2025 à 2036 seulement")


def test_holidays_that_do_not_load_are_said(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    context.route("**/public-holidays-fr.*.json", lambda route: route.abort())
    page = context.new_page()
    keep(page, url, {"day": "2026-12-11", "promise": NOTHING, "place": "FR"}, interview=2)
    page.goto(url + MY_DATES)

    expect(page.locator("[data-notes]")).to_contain_text("n’ont pas pu être chargés")
    settles(lambda: step(page, "call", "when"), "À partir du vendredi 25 décembre 2026")


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("demain en huit", "« demain en huit » n’est pas une date"),
        ("", "écrivez une date"),
        ("31/11/2026", "le 31/11/2026 n’existe pas"),
        ("29/2/2027", "le 29/2/2027 n’existe pas"),
        ("8/12/99", "l’année avec quatre chiffres"),
        ("8/12/2019", "entre 2020 et 2100"),
    ],
)
def test_a_wrong_day_has_its_message_and_loses_nothing(
    page: Page, url: str, typed: str, message: str
) -> None:
    page.goto(url + MY_DATES)
    give(page, SECOND, typed, NOTHING)

    error = page.locator("[data-field=day] [data-error]")
    assert message in error.inner_text().replace("\u00a0", " ").replace("\u202f", " ")
    expect(page.locator("#plan-day")).to_have_value(typed)
    expect(page.locator("#plan-day")).to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"[name=which][value={SECOND}]")).to_be_checked()
    expect(page.locator(".se-plan__result")).to_be_hidden()


@pytest.mark.slow
def test_the_summary_of_what_is_wrong_takes_focus_and_leads_to_the_field(
    page: Page, url: str
) -> None:
    page.goto(url + MY_DATES)
    give(page, SECOND, "31/11/2026", NOTHING)
    expect(page.locator("[data-form=interview] [data-summary]")).to_be_focused()
    page.locator("[data-form=interview] [data-summary] a").click()

    expect(page.locator("#plan-day")).to_be_focused()


def test_an_empty_form_says_each_thing_that_is_missing(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    page.locator("[data-form=interview] [type=submit]").click()

    expect(page.locator("[data-form=interview] [data-summary] li")).to_have_count(3)


@pytest.mark.slow
def test_a_promise_before_the_interview_is_refused(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    give(page, SECOND, "1/12/2026", A_DATE, "30/11/2026")

    expect(page.locator("[data-field=promised] [data-error]")).to_contain_text(
        "avant l’entretien, le mardi 1er décembre 2026"
    )


def test_a_mistake_put_right_clears_its_message(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    give(page, SECOND, "31/11/2026", NOTHING)
    give(page, SECOND, "30/11/2026", NOTHING)

    expect(page.locator("[data-form=interview] [data-summary]")).to_be_hidden()
    expect(page.locator("#plan-day")).not_to_have_attribute("aria-invalid", "true")


def test_kept_values_that_cannot_be_read_leave_an_empty_form(page: Page, url: str) -> None:
    keep(page, url, {"day": "<b>", "promise": "?"}, interview=2)
    page.goto(url + MY_DATES)

    expect(page.locator("#plan-day")).to_have_value("")
    expect(page.locator(".se-plan__result")).to_be_hidden()


def test_what_is_typed_never_becomes_html(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    give(page, SECOND, "<img src=x onerror=alert(1)>", NOTHING)

    expect(page.locator("follow-up-plan img")).to_have_count(0)


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("promise", "call"),
    [
        ("eight-days", "À partir du mercredi 9 décembre 2026"),
        ("fifteen-days", "À partir du mercredi 16 décembre 2026"),
        ("end-of-month", "À partir du lundi 4 janvier 2027"),
    ],
)
def test_the_phrases_of_employers_are_read_at_their_latest_day(
    page: Page, url: str, promise: str, call: str
) -> None:
    keep(page, url, {"day": "2026-12-01", "promise": promise}, interview=2)
    page.goto(url + MY_DATES)

    settles(lambda: step(page, "call", "when"), call)


def test_a_delay_in_working_days_is_asked_kept_and_said_back(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    field(page, "day").fill("22/12/2026")
    choose(page, "promise", "in-working-days")
    field(page, "delay").fill("5")
    expect(page.locator("[data-field=promise] [data-reading]")).to_contain_text(
        "au plus tard le mercredi 30 décembre 2026"
    )
    choose(page, "which", SECOND)
    page.locator("[data-form=interview] [type=submit]").click()
    settles(lambda: step(page, "call", "when"), "À partir du jeudi 31 décembre 2026")
    page.goto(url + "en/" + MY_DATES)

    expect(page.locator("#plan-delay")).to_have_value("5")
    settles(lambda: step(page, "call", "when"), "From Thursday 31 December 2026")


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["", "0", "-3", "366", "2,5", "1e2", "une dizaine"])
def test_a_wrong_delay_has_its_message_and_loses_nothing(page: Page, url: str, typed: str) -> None:
    page.goto(url + MY_DATES)
    field(page, "day").fill("1/12/2026")
    choose(page, "promise", "in-days")
    field(page, "delay").fill(typed)
    page.locator("[data-form=interview] [type=submit]").click()

    expect(page.locator("[data-field=delay] [data-error]")).to_contain_text("de 1 à 365")
    expect(page.locator("#plan-delay")).to_have_value(typed)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "call"),
    [
        ("GB-ENG", "À partir du mardi 29 décembre 2026"),
        ("elsewhere", "À partir du vendredi 25 décembre 2026"),
    ],
)
def test_holidays_are_those_of_where_the_contact_works(
    page: Page, url: str, place: str, call: str
) -> None:
    page.goto(url + MY_DATES)
    field(page, "place").select_option(place)
    give(page, SECOND, "11/12/2026", NOTHING)
    settles(lambda: step(page, "call", "when"), call)
    page.reload()

    expect(page.locator("#plan-place")).to_have_value(place)


def test_a_kept_place_that_no_longer_exists_is_asked_for_again(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-12-11", "promise": NOTHING}, interview=2)
    keep_entries(page, url, {"a1:place": "XX"})
    page.goto(url + MY_DATES)

    expect(page.locator("#plan-day")).to_have_value("11/12/2026")
    expect(page.locator(".se-plan__result")).to_be_hidden()


def test_a_skipped_day_that_only_some_keep_says_who(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing", "place": "CH-FR"})
    page.goto(url + MY_DATES)

    expect(page.locator("[data-step=call] [data-skipped] li")).to_have_text(
        "mardi 8 décembre 2026 : Immaculée Conception, férié dans la partie catholique"
        " du canton, dont la ville de Fribourg"
    )


def test_days_off_that_no_authority_confirmed_are_said_to_be_so(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing", "place": "IE"})
    page.goto(url + MY_DATES)

    expect(page.locator("[data-notes]")).to_contain_text("non vérifiés auprès de l’autorité")


def test_the_days_off_of_a_year_are_listed_with_their_source(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing", "place": "FR-57"})
    page.goto(url + MY_DATES)
    page.get_by_text("Comment ces dates sont calculées").click()
    days = page.locator("[data-days-off] li")

    expect(days.first).to_have_text("vendredi 25 décembre 2026 : Noël")
    expect(days.filter(has_text="vendredi 26 mars 2027")).to_contain_text("Vendredi saint, ")
    expect(page.locator("[data-days-off] a")).to_have_attribute("href", re.compile("^https://"))


def test_the_browsers_calendar_fills_the_field(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    page.locator("[data-field=day] input[type=date]").evaluate(
        "(input) => { input.value = '2026-12-08'; input.dispatchEvent(new Event('input', { bubbles: true })); }"
    )

    expect(page.locator("#plan-day")).to_have_value("8/12/2026")


def test_a_newcomer_reads_the_rule_where_the_answer_will_be(page: Page, url: str) -> None:
    page.goto(url)

    expect(page.locator("next-step [data-rule]")).to_have_text(
        "Une date annoncée\u202f? Attendez qu’elle soit passée. Aucune\u202f? Ne relancez pas la même semaine\u202f; "
        "au bout de deux semaines, vous pouvez appeler."
    )
    expect(page.locator("next-step [data-calendar]")).to_be_hidden()


@pytest.mark.slow
def test_the_home_page_answers_and_takes_focus_there(page: Page, url: str) -> None:
    page.goto(url)
    give(page, SECOND, "hier", NOTHING)

    expect(page.locator("next-step [data-sentence]")).to_have_text("mardi\u00a08\u00a0décembre")
    expect(page.locator("next-step")).to_be_focused()
    expect(page.locator("[data-form=interview]")).to_be_hidden()


def test_today_is_looked_at_again_when_the_page_comes_back(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    page = context.new_page()
    keep(page, url, {"day": "2026-11-24", "promise": NOTHING})
    page.goto(url)
    expect(page.locator("next-step [data-sentence]")).to_have_text("mercredi\u00a025\u00a0novembre")
    context.clock.set_fixed_time("2026-12-08T09:00:00+01:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(page.locator("next-step [data-sentence]")).to_have_text(
        "Sans nouvelles, vous pouvez appeler aujourd’hui."
    )


def test_what_is_typed_and_not_sent_survives_a_look_elsewhere(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": NOTHING}, interview=1)
    page.goto(url + MY_DATES)
    field(page, "day").fill("25/11/2026")
    page.locator("h1").click()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(page.locator("#plan-day")).to_have_value("25/11/2026")


@pytest.mark.slow
def test_a_change_in_one_tab_is_shown_in_the_other(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    home, plan = context.new_page(), context.new_page()
    home.goto(url)
    plan.goto(url + MY_DATES)
    give(plan, FIRST, "24/11/2026", NOTHING)

    expect(home.locator("next-step [data-under]")).to_contain_text("mardi 8 décembre")
