"""What the home page, the plan and the file ask and propose on a day; the stages are vectors."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import THANK_YOU_LIST, keep, keep_entries

SECOND = {"day": "2026-11-24", "ended": "17:00", "promise": "nothing"}
TASKS = "[data-today] > [data-tasks]"
MY_DATES = "my-dates/"
TOOLS = {"": "next-step", MY_DATES: ".se-plan__result", "my-file/": "application-file"}


def press(box: Locator) -> None:
    """Press a box as a hand does: down, a while, up."""
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    assert place
    mouse = box.page.mouse
    mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    mouse.down()
    box.page.wait_for_timeout(80)
    mouse.up()


@pytest.mark.some(1)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_what_is_ticked_on_the_home_page_is_ticked_in_its_list(
    page: Page, url: str, lang: str
) -> None:
    keep(page, url, SECOND, 2)
    page.goto(url + lang)
    press(page.locator(TASKS).get_by_label("C’est envoyé" if not lang else "Sent"))
    page.goto(url + THANK_YOU_LIST)

    expect(page.locator("check-list [name=send-thank-you]")).to_be_checked()


def test_a_tick_on_the_home_page_can_be_taken_back_where_it_was_made(page: Page, url: str) -> None:
    keep(page, url, SECOND, 2)
    page.goto(url)
    box = page.locator(TASKS).get_by_label("C’est envoyé")
    press(box)
    expect(box).to_be_checked()
    press(box)
    expect(box).not_to_be_checked()

    assert (
        page.evaluate("localStorage['second-entretien:a1:i2:tick:send-thank-you'] ?? null") is None
    )


def test_a_ticked_task_stays_under_the_hand_and_what_comes_next_stands_below(
    page: Page, url: str
) -> None:
    keep(page, url, {"day": "2026-11-10", "promise": "end-of-month"}, 2)
    page.goto(url)
    boxes = page.locator(f"{TASKS} input")
    expect(boxes).to_have_count(2)
    before = boxes.nth(0).bounding_box()
    press(boxes.nth(0))
    expect(boxes).to_have_count(3)

    assert boxes.nth(0).bounding_box() == before
    expect(boxes.nth(0)).to_be_checked()


def test_a_box_keeps_its_focus_when_it_is_ticked_by_keyboard(page: Page, url: str) -> None:
    keep(page, url, SECOND, 2)
    page.goto(url)
    box = page.locator(TASKS).get_by_label("C’est envoyé")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()

    expect(box).to_be_focused()


def test_a_box_says_which_task_it_ends(page: Page, url: str) -> None:
    keep(page, url, SECOND, 2)
    page.goto(url)

    expect(page.locator(TASKS).get_by_label("C’est fait")).to_have_accessible_name(
        "Faites le bilan Analysez tout l’entretien, des premiers mots aux derniers. C’est fait"
    )


def test_the_thank_you_sent_on_its_page_is_not_asked_for_at_home(page: Page, url: str) -> None:
    keep(page, url, SECOND, 2)
    page.goto(url + THANK_YOU_LIST)
    page.locator("check-list [name=send-thank-you]").check()
    page.goto(url)
    expect(page.locator("next-step [data-over]")).to_have_text("Vous pouvez appeler à partir du")

    expect(page.locator("next-step").get_by_label("C’est envoyé")).to_have_count(0)


@pytest.mark.some(1)
@pytest.mark.parametrize(
    "day", [f"2026-{day}" for day in ("11-24", "11-26", "12-04", "12-08", "12-12")]
)
@pytest.mark.parametrize("path", TOOLS)
def test_nothing_leads_to_preparing_after_a_second_interview(
    new_context: Callable[..., BrowserContext], url: str, path: str, day: str
) -> None:
    page = new_context(now=f"{day}T20:00:00+01:00").new_page()
    keep(page, url, SECOND, 2)
    page.goto(url + path)
    tool = page.locator(TOOLS[path])
    expect(tool).to_contain_text("appeler")

    expect(tool.locator("a[href*='prepare']")).to_have_count(0)


def test_the_call_date_stands_above_a_thank_you_that_is_late(
    open_tab: Callable[..., Page], url: str
) -> None:
    page = open_tab(now="2026-11-26T10:00:00+01:00")
    keep(page, url, SECOND, 2)
    page.goto(url)

    expect(page.locator("next-step [data-sentence]")).to_have_text("mardi 8 décembre")
    expect(page.locator(TASKS)).to_contain_text("Les 24 heures sont passées")


def test_each_application_has_its_own_tasks(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing"}, 2)
    kept = {"added": "2026-11-20T09:00:00.000Z", "company": "Dupont SA", "interview": "2"}
    kept |= {"i2:day": "2026-11-24", "i2:promise": "nothing"}
    keep_entries(page, url, {f"adupont:{field}": value for field, value in kept.items()})
    page.goto(url)
    press(page.locator("next-step [data-others]").get_by_label("C’est envoyé"))
    page.reload()

    expect(page.locator("next-step").get_by_label("C’est envoyé")).to_have_count(1)
    ticked = page.evaluate(
        "Object.keys(localStorage).filter((key) => key.endsWith('tick:send-thank-you')).length"
    )
    assert ticked == 1


def test_the_company_is_asked_for_until_it_is_given(page: Page, url: str) -> None:
    keep(page, url, SECOND, 2)
    page.goto(url)
    field = page.get_by_label("Entreprise – facultatif")
    field.fill("Boréal")
    expect(field).to_be_focused()
    field.press("Tab")
    expect(field).to_be_hidden()

    expect(page.locator("next-step [data-line]")).to_contain_text(
        "Boréalsecond entretien, 24\u00a0novembre"
    )


def test_applications_without_a_day_stand_last_and_those_that_ended_are_folded(
    page: Page, url: str
) -> None:
    keep(page, url, SECOND, 2)
    ended = {"company": "Fini SA", "interview": "2", "i2:day": "2026-11-10", "i2:news": "no"}
    ended |= {"i2:news-day": "2026-11-20", "i2:tick:thank-after-no": "1"}
    keep_entries(page, url, {f"aover:{field}": value for field, value in ended.items()})
    keep_entries(page, url, {"anew:company": "Neuf SARL"})
    page.goto(url)
    expect(page.locator("next-step [data-others] li")).to_have_text(
        ["Neuf SARL pas encore de date"]
    )
    over = page.locator("[data-over-applications]")
    expect(over).not_to_have_attribute("open", "")

    expect(over.locator("[data-show]")).to_have_text("Fini SA")


@pytest.mark.slow
def test_the_file_has_the_box_too(page: Page, url: str) -> None:
    keep(page, url, SECOND, 2)
    page.goto(url + "my-file/")
    press(page.locator("application-file").get_by_label("C’est envoyé"))
    page.goto(url)
    page.locator(TASKS).wait_for()

    expect(page.locator("next-step").get_by_label("C’est envoyé")).to_have_count(0)


def test_an_application_put_away_asks_for_nothing(page: Page, url: str) -> None:
    keep(page, url, SECOND, 2)
    page.goto(url + "my-file/")
    page.locator("application-file").get_by_label("C’est envoyé").wait_for()
    page.locator("[data-archive]:visible").click()
    page.locator("[data-archived] > summary").click()
    expect(page.locator("[data-archived-list] [data-sentence]")).to_be_visible()

    expect(page.locator("application-file").get_by_label("C’est envoyé")).to_have_count(0)


def test_the_plan_has_one_box_for_the_thank_you(page: Page, url: str) -> None:
    keep(page, url, SECOND, 2)
    page.goto(url + MY_DATES)
    page.locator("[data-step=call]").wait_for()

    expect(page.get_by_label("C’est envoyé")).to_have_count(1)


def test_a_day_without_tasks_says_the_next_date_and_proposes_one_thing(
    page: Page, url: str
) -> None:
    keep(page, url, {**SECOND, "tick:send-thank-you": "1"}, 2)
    page.goto(url + "guide/debrief/#replay-interview")
    for box in page.locator("check-list input[data-per=interview]").all():
        box.check()
    page.goto(url)

    expect(page.locator("next-step [role=status]").first).to_have_text(
        "C’est tout pour aujourd’hui. Vous pouvez appeler à partir du mardi 8 décembre dans 13 jours",
        use_inner_text=True,
    )
    expect(page.locator(TASKS)).to_be_hidden()
    expect(page.locator("next-step [data-item]")).to_have_attribute(
        "href", "my-file/#your-applications"
    )


@pytest.mark.slow
def test_every_step_after_an_ending_can_be_ticked(page: Page, url: str) -> None:
    keep(page, url, {**SECOND, "news": "no", "news-day": "2026-11-25"}, 2)
    page.goto(url + MY_DATES)
    page.locator("[data-step=carry-on] input").click()
    page.goto(url)
    expect(page.locator(TASKS)).to_contain_text("Remerciez, même pour un non.")

    expect(page.locator(f"{TASKS} input")).to_have_count(1)
