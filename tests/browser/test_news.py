"""What has happened since the interview: news, calls, absences, and a next step after each."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import keep, settles
from tests.browser.dates_form import FIRST, NOTHING, choose, field, give
from tests.browser.test_follow_up_plan import MY_DATES, step

SENTENCE = "next-step [data-sentence]"  # of the home page
HEADLINE = ".se-plan__headline"
SOON = (
    600  # ms: a press sooner at the same place, on what has just appeared there, is no second press
)


def plan(page: Page, url: str, day: str = "2026-11-11", interview: int = 1, lang: str = "") -> None:
    """Come back to an interview after which nothing was promised."""
    keep(page, url, {"day": day, "promise": "nothing"}, interview)
    page.goto(url + lang + MY_DATES)
    page.locator("[data-step=thank-you]").wait_for()


def tell(page: Page, kind: str, event_day: str = "25/11/2026", **fields: str) -> None:
    """Say what has happened since, in the form under the answer."""
    if page.locator(".se-plan__news").get_attribute("open") is None:
        page.get_by_role("button", name=re.compile("J’ai des nouvelles|I have news")).click()
    page.locator(f"[name=event][value={kind}]").check()
    if kind != "nothing":
        page.locator("#plan-event-day").fill(event_day)
    for name, value in fields.items():
        page.locator(f"#plan-{name.replace('_', '-')}").fill(value)
    page.locator("[data-form=news] [type=submit]").click()


def steps(page: Page) -> list[str]:
    """Return each step with how it stands: "call later"."""
    return [
        f"{each.get_attribute('data-step')} {each.get_attribute('data-state')}"
        for each in page.locator("follow-up-plan [data-step]").all()
    ]


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("kind", "sentence", "shown"),
    [
        ("no", "La réponse est non : remerciez tout de même",
         ["thank-you past", "thank-after-no now", "door-open-after-no later", "debrief-after-no later", "carry-on later"]),
        ("yes", "La réponse est oui : remerciez, et demandez une offre écrite",
         ["thank-you past", "ask-written-offer now", "keep-others-until-signed later"]),
        ("invited", "On vous invite à l’entretien suivant",
         ["thank-you past", "confirm-presence now", "prepare-next later"]),
        ("reached", "Vous avez parlé à votre contact : notez sous « J’ai des nouvelles »",
         ["thank-you past", "quiet past", "patience past", "call done", "note-the-answer now",
          "door-open-after-call later", "carry-on later"]),
        ("message", "Vous avez laissé un message : envoyez un seul e-mail",
         ["thank-you past", "quiet past", "patience past", "call done", "one-email now", "carry-on later",
          "door-open-after-call later"]),
        ("no-answer", "Personne n’a répondu : envoyez un seul e-mail",
         ["thank-you past", "quiet past", "patience past", "call done", "one-email now", "carry-on later",
          "door-open-after-call later"]),
    ],
)  # fmt: skip
def test_every_ending_has_a_sentence_and_a_next_step(
    page: Page, url: str, kind: str, sentence: str, shown: list[str]
) -> None:
    plan(page, url)
    tell(page, kind)

    expect(page.locator(HEADLINE)).to_contain_text(
        re.compile(re.escape(sentence).replace(r"\ ", r"\s"))
    )
    settles(lambda: steps(page), shown)


def test_not_yet_without_a_date_counts_again_from_the_news(page: Page, url: str) -> None:
    plan(page, url)
    tell(page, "not-yet", "24/11/2026")

    settles(
        lambda: step(page, "quiet", "when"),
        "Du mardi 24 novembre 2026 au dimanche 29 novembre 2026 inclus",
    )
    settles(lambda: step(page, "call", "when"), "À partir du mardi 8 décembre 2026")


@pytest.mark.slow
def test_a_new_reply_date_becomes_the_promise(page: Page, url: str) -> None:
    plan(page, url)
    page.get_by_role("button", name="J’ai des nouvelles").click()
    page.locator("[name=event][value=not-yet-date]").check()
    page.wait_for_timeout(SOON)
    page.locator("[name=news-promise][value=date]").check()
    tell(page, "not-yet-date", "24/11/2026", news_promised="1/12/2026")

    settles(lambda: step(page, "call", "when"), "À partir du mercredi 2 décembre 2026")
    page.locator("[data-step=quiet] summary").click()
    settles(lambda: step(page, "quiet", "badge"), "Précision")


def test_a_phrase_of_the_news_is_read_from_the_day_of_the_news(page: Page, url: str) -> None:
    plan(page, url)
    page.get_by_role("button", name="J’ai des nouvelles").click()
    page.locator("[name=event][value=not-yet-date]").check()
    page.wait_for_timeout(SOON)
    page.locator("[name=news-promise][value=end-of-next-week]").check()
    page.locator("#plan-event-day").fill("24/11/2026")

    expect(page.locator("[data-field=news-promise] [data-reading]")).to_contain_text(
        "au plus tard le vendredi 4 décembre 2026"
    )


def test_an_invitation_opens_the_next_interview_whose_promise_is_not_known_yet(
    page: Page, url: str
) -> None:
    plan(page, url)
    tell(
        page, "invited", next_day="3/12/2026", next_starts="14h",
        next_where="12 rue des Lilas", next_people="Mme Roux",
    )  # fmt: skip

    expect(page.locator(HEADLINE)).to_have_text(
        "Votre entretien jeudi\u00a03\u00a0décembre dans 8\u00a0jours · 14\u00a0h"
    )
    expect(page.locator("[data-people]")).to_have_text("12 rue des Lilas – Mme Roux")
    expect(page.locator("[data-told]")).to_contain_text("Second entretien")
    expect(page.locator("[data-notes]")).to_contain_text("Vous n’avez pas encore dit")
    expect(page.locator("[name=which][value=booked]")).to_be_checked()
    settles(lambda: steps(page)[0], "prepare now")
    expect(page.locator("[data-step=prepare] [data-title] a")).to_have_attribute(
        "href", "../guide/prepare/"
    )


@pytest.mark.slow
def test_what_was_said_of_an_earlier_interview_is_still_there(page: Page, url: str) -> None:
    plan(page, url)
    tell(page, "invited", next_day="3/12/2026")
    choose(page, "which", FIRST)

    expect(page.locator("#plan-day")).to_have_value("11/11/2026")
    expect(page.locator("[data-step=confirm-presence]")).to_be_visible()


@pytest.mark.slow
def test_after_the_second_comes_a_third_with_its_own_dates(page: Page, url: str) -> None:
    plan(page, url, interview=2)
    tell(page, "invited", next_day="3/12/2026")

    expect(page.locator("[data-told]")).to_contain_text("Dernier entretien en date, jeudi")
    assert page.evaluate("localStorage['second-entretien:a1:i3:day']") == "2026-12-03"


def test_what_is_done_leads_on_to_the_next_thing(page: Page, url: str) -> None:
    keep(page, url, {"call": "message", "call-day": "2026-11-25"})
    plan(page, url)
    page.get_by_label("E-mail envoyé").check()

    expect(page.locator(HEADLINE)).to_contain_text("poursuivez vos autres candidatures")
    settles(
        lambda: steps(page)[-3:], ["one-email done", "carry-on now", "door-open-after-call now"]
    )


def test_the_box_keeps_focus_when_its_step_is_shown_again(page: Page, url: str) -> None:
    plan(page, url)
    page.get_by_label("C’est envoyé").focus()
    page.keyboard.press("Space")

    expect(page.locator("[data-step=thank-you][data-state=done]")).to_be_visible()
    expect(page.get_by_label("C’est envoyé")).to_be_focused()


@pytest.mark.slow
def test_the_box_of_the_thank_you_is_the_tick_of_its_list(page: Page, url: str) -> None:
    plan(page, url)
    page.get_by_label("C’est envoyé").check()
    page.goto(url + "guide/thank-you/")

    expect(page.locator("check-list [name=send-thank-you]")).to_be_checked()


@pytest.mark.slow
def test_nothing_so_far_takes_news_and_calls_back(page: Page, url: str) -> None:
    plan(page, url)
    tell(page, "message")
    tell(page, "no")
    tell(page, "nothing")

    expect(page.locator(HEADLINE)).to_have_text(
        "Vous pouvez appeler aujourd’hui mercredi\u00a025\u00a0novembre"
    )


@pytest.mark.slow
def test_an_email_sent_after_one_call_is_not_sent_after_another(page: Page, url: str) -> None:
    plan(page, url)
    tell(page, "message", "24/11/2026")
    page.get_by_label("E-mail envoyé").check()
    tell(page, "no-answer", "25/11/2026")

    expect(page.locator("[data-step=one-email][data-state=now]")).to_be_visible()


def test_news_are_kept_and_shared_by_both_languages(page: Page, url: str) -> None:
    plan(page, url)
    tell(page, "yes")
    page.goto(url + "en/" + MY_DATES)

    expect(page.locator(HEADLINE)).to_contain_text(
        "You have an offer: say thank you, and ask for it in writing."
    )


def test_the_home_page_says_the_same_sentence(page: Page, url: str) -> None:
    keep(page, url, {"call": "message", "call-day": "2026-11-25"})
    plan(page, url)
    said = re.compile("Vous avez laissé un message\\s: envoyez un seul e-mail")
    expect(page.locator(HEADLINE)).to_have_text(said)
    page.goto(url)

    expect(page.locator(SENTENCE)).to_have_text(said)


@pytest.mark.some(1)
@pytest.mark.parametrize("lang", ["", pytest.param("en/", marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("kind", "fields", "field", "french", "english"),
    [
        ("no", {"event_day": ""}, "event-day", "écrivez une date", "enter a date"),
        ("no", {"event_day": "10/11/2026"}, "event-day",
         "ne peut pas s’être passé avant l’entretien, le mercredi 11 novembre 2026",
         "cannot have happened before the interview on Wednesday 11 November 2026"),
        ("no", {"event_day": "26/11/2026"}, "event-day", "est encore à venir", "is still to come"),
        ("not-yet-date", {}, "news-promise", "Dites ce que l’employeur a annoncé", "Choose what the employer said"),
        ("invited", {"next_day": "31/11/2026"}, "next-day", "n’existe pas", "does not exist"),
        ("invited", {"next_day": "11/11/2026"}, "next-day", "doit avoir lieu après", "must be after"),
        ("invited", {"next_starts": "25:00"}, "next-starts", "n’est pas une heure", "is not a time"),
        ("invited", {"next_day": "28/3/2027", "next_starts": "2h30"}, "next-starts",
         "n’a pas existé", "did not exist"),
    ],
)  # fmt: skip
def test_each_mistake_about_the_news_has_its_message(
    page: Page,
    url: str,
    lang: str,
    kind: str,
    fields: dict[str, str],
    field: str,
    french: str,
    english: str,
) -> None:
    plan(page, url, lang=lang)
    tell(page, kind, **{"event_day": "25/11/2026", **fields})

    error = page.locator(f"[data-field={field}] [data-error]").inner_text()
    assert (english if lang else french) in error.replace("\u00a0", " ").replace("\u202f", " ")
    expect(page.locator("[data-form=news] [data-summary]")).to_be_focused()
    expect(page.locator(f"[data-field={field}] [aria-invalid=true]").first).to_be_attached()
    assert page.evaluate("localStorage['second-entretien:a1:i1:news'] ?? null") is None


def away(page: Page, weekdays: str = "", *periods: tuple[str, str]) -> None:
    field(page, "away-from-1")
    for weekday in weekdays:
        page.locator(f"[name=away-weekdays][value='{weekday}']").check()
    for number, (start, end) in enumerate(periods, 1):
        if number > 1:
            page.locator("[data-more]").click()
        page.locator(f"#plan-away-from-{number}").fill(start)
        page.locator(f"#plan-away-until-{number}").fill(end)


def test_absences_move_the_call_like_holidays_are_named_and_kept(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    away(page, "3", ("8/12/2026", "9/12/2026"), ("11/12/2026", "15/12/2026"))
    give(page, FIRST, "24/11/2026", NOTHING)

    settles(lambda: step(page, "call", "when"), "À partir du mercredi 16 décembre 2026")
    expect(page.locator("[data-step=call] [data-skipped] li")).to_have_text(
        [
            "du mardi 8 décembre 2026 au vendredi 11 décembre 2026 : absence de votre contact",
            "samedi 12 décembre 2026 : week-end",
            "dimanche 13 décembre 2026 : week-end",
            "du lundi 14 décembre 2026 au mardi 15 décembre 2026 : absence de votre contact",
        ]
    )
    page.reload()
    expect(page.locator("[name=away-weekdays][value='3']")).to_be_checked()
    expect(page.locator("#plan-away-until-2")).to_have_value("15/12/2026")
    expect(page.locator("#plan-away-from-3")).to_be_hidden()


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("weekdays", "period", "field", "message"),
    [
        ("01234", None, "away-weekdays", "ne laissent aucun jour pour appeler"),
        ("", ("8/12/2026", ""), "away-until-1", "écrivez une date"),
        ("", ("", "8/12/2026"), "away-from-1", "écrivez une date"),
        ("", ("31/11/2026", "8/12/2026"), "away-from-1", "n’existe pas"),
        ("", ("9/12/2026", "8/12/2026"), "away-until-1", "avant de commencer le mercredi 9 décembre"),
    ],
)  # fmt: skip
def test_each_mistake_about_absences_has_its_message(
    page: Page, url: str, weekdays: str, period: tuple[str, str] | None, field: str, message: str
) -> None:
    page.goto(url + MY_DATES)
    away(page, weekdays, *([period] if period else []))
    give(page, FIRST, "24/11/2026", NOTHING)

    error = page.locator(f"[data-field={field}] [data-error]").inner_text()
    assert message in error.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("place", "day", "note"),
    [
        ("FR", "2027-04-22", "fait le pont"),
        ("FR", "2026-12-15", "Entre le 24 décembre et le 1er janvier"),
        ("FR", "2027-07-20", "En août, en France"),
        ("FR", "2026-11-23", "Un lundi, évitez"),
        ("FR", "2026-11-27", "Un vendredi, évitez"),
        ("CH-VS", "2026-11-24", "varient selon la commune"),
    ],
)
def test_what_is_good_to_know_is_said_and_moves_nothing(
    page: Page, url: str, place: str, day: str, note: str
) -> None:
    keep(page, url, {"day": day, "promise": "nothing", "place": place})
    page.goto(url + MY_DATES)
    page.locator("[data-step=call]").wait_for()

    said = page.locator("[data-notes]").inner_text().replace("\u00a0", " ")
    assert note in said


def test_a_place_that_is_no_longer_known_is_asked_again(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing", "place": "XX-YY"})
    page.goto(url + MY_DATES)

    expect(page.locator("[data-field=place] [data-error]")).to_contain_text("XX-YY")
    expect(page.locator("#plan-day")).to_have_value("24/11/2026")
    expect(page.locator(".se-plan__result")).to_be_hidden()


@pytest.mark.some(1)
@pytest.mark.parametrize("place", ["XX-YY", "constructor", "__proto__", "hasOwnProperty"])
def test_the_sentence_for_today_asks_for_a_place_that_is_no_longer_known(
    page: Page, url: str, place: str
) -> None:
    keep(page, url, {"day": "2026-11-11", "promise": "nothing", "place": place})
    page.goto(url)

    expect(page.locator(SENTENCE)).to_have_text(
        "Le lieu où travaille votre contact n’est plus dans la liste :"
        " choisissez-en un autre pour retrouver vos dates."
    )


@pytest.mark.some(1)
@pytest.mark.parametrize("path", ["", MY_DATES, "guide/thank-you/", "my-file/", "interview-sheet/"])
def test_no_page_with_dates_fails_on_a_place_named_like_a_part_of_every_object(
    page: Page, url: str, path: str
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    keep(page, url, {"day": "2026-11-24", "promise": "nothing", "place": "constructor"})
    page.goto(url + path)
    page.wait_for_load_state("networkidle")

    assert errors == []


def test_dates_come_back_with_a_place_that_is_known(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing", "place": "toString"})
    page.goto(url + MY_DATES)
    field(page, "place").select_option("CH-FR")
    page.locator("[data-form=interview] [type=submit]").click()

    settles(lambda: step(page, "call", "when"), "À partir du mercredi 9 décembre 2026")
    expect(page.locator("[data-field=place] [data-error]")).to_be_hidden()


def test_a_rule_that_moved_a_date_is_said_until_the_reader_has_seen_it(
    page: Page, url: str
) -> None:
    plan(page, url, "2026-11-24")
    expect(page.locator("[data-moved]")).to_be_hidden()
    page.evaluate("localStorage['second-entretien:a1:i1:seen-call'] = '2026-12-04'")
    page.goto(url)

    expect(page.locator("[data-moved] li")).to_have_text(
        [
            "La règle a changé\u00a0: vous pouviez appeler à partir du vendredi 4\u00a0décembre 2026\u202f;"
            " c’est maintenant à partir du mardi 8\u00a0décembre 2026."
        ]
    )
    page.get_by_role("button", name="J’ai compris").click()
    expect(page.locator("[data-moved]")).to_be_hidden()
    page.reload()
    page.locator("next-step").wait_for()
    expect(page.locator("[data-moved]")).to_be_hidden()


@pytest.mark.slow
def test_what_the_reader_changes_is_no_changed_rule(page: Page, url: str) -> None:
    plan(page, url, "2026-11-24")
    field(page, "day").fill("25/11/2026")
    page.locator("[data-form=interview] [type=submit]").click()
    expect(page.locator("[data-step=call] [data-when]")).to_contain_text("9\u00a0décembre")

    expect(page.locator("[data-moved]")).to_be_hidden()


@pytest.mark.slow
def test_at_midnight_the_page_looks_at_today_again(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context(now=None)
    page = context.new_page()
    page.clock.install(time="2026-12-07T23:59:30+01:00")
    keep(page, url, {"day": "2026-11-24", "promise": NOTHING})
    page.goto(url + MY_DATES)
    expect(page.locator(HEADLINE)).to_contain_text("à partir du mardi")
    page.clock.fast_forward(31_000)

    expect(page.locator(HEADLINE)).to_contain_text("Vous pouvez appeler aujourd’hui")


def test_before_its_hour_the_interview_is_still_to_come(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-25", "ended": "10:30", "promise": NOTHING})
    page.goto(url + MY_DATES)

    expect(page.locator(HEADLINE)).to_contain_text("Votre entretien")
