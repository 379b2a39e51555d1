"""Several applications, as a candidate keeps them apart."""

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import THANK_YOU_LIST, keep, keep_entries
from tests.browser.dates_form import field

MY_DATES = "my-dates/"
PREPARE = "guide/prepare/"


def named(page: Page, url: str) -> None:
    """Give the first application the name with which it is shown, and can be changed."""
    keep_entries(page, url, {"a1:company": "Boréal"})


def add_here(page: Page, company: str, job: str = "") -> None:
    """Add an application on a page that shows one."""
    choice = page.locator("application-bar details")
    if choice.get_attribute("open") is None:
        choice.locator("summary").click()
    page.get_by_role("button", name="Ajouter une candidature").click()
    page.locator("application-bar [name=company]").fill(company)
    page.locator("application-bar [name=job]").fill(job)
    page.get_by_role("button", name="Ajouter", exact=True).click()


def add(page: Page, company: str, job: str = "") -> None:
    """Add an application where that can always be done, and come back."""
    here = page.url
    page.goto(urljoin(here, "/my-file/"))
    add_here(page, company, job)
    if company.strip():
        expect(page.locator("application-bar [data-name]")).to_contain_text(company)
        page.goto(here)


def show(page: Page, name: str) -> None:
    page.get_by_text("Changer", exact=True).click()
    page.get_by_label("Candidature", exact=True).select_option(label=name)


def test_a_first_visitor_sees_nothing_of_applications(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    expect(page.locator("check-list [data-progress-text]")).to_be_visible()

    expect(page.locator("application-bar")).to_be_hidden()


def test_one_application_without_a_name_needs_no_line(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short [type=checkbox]").check()
    expect(page.locator("keep-health")).to_be_visible()

    expect(page.locator("application-bar")).to_be_hidden()


def test_the_application_is_the_first_line_and_goes_with_the_page(page: Page, url: str) -> None:
    named(page, url)
    page.goto(url + THANK_YOU_LIST)
    expect(page.locator("application-bar [data-name]")).to_have_text("Boréal")
    expect(page.get_by_role("button", name="Ajouter une candidature")).to_be_hidden()
    page.get_by_text("Changer", exact=True).click()
    expect(page.get_by_role("button", name="Ajouter une candidature")).to_be_visible()
    page.mouse.wheel(0, 2000)

    expect(page.locator("application-bar")).not_to_be_in_viewport()


def test_another_application_can_be_added_and_is_shown_at_once(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short [type=checkbox]").check()
    add(page, "Dupont SA", "Comptable")

    expect(page.locator("#keep-it-short [type=checkbox]")).not_to_be_checked()
    expect(page.locator("application-bar [data-name]")).to_have_text("Dupont SA – Comptable")
    expect(page.locator("check-list [data-application]")).to_have_text("Dupont SA – Comptable")


@pytest.mark.slow
def test_going_back_to_the_first_application_shows_its_ticks(page: Page, url: str) -> None:
    named(page, url)
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short [type=checkbox]").check()
    add_here(page, "Dupont SA")
    expect(page.locator("#keep-it-short [type=checkbox]")).not_to_be_checked()
    page.get_by_label("Candidature", exact=True).select_option(label="Boréal")

    expect(page.locator("#keep-it-short [type=checkbox]")).to_be_checked()


def test_an_application_without_a_name_is_refused_with_what_to_write(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short [type=checkbox]").check()
    add(page, "  ")

    expect(page.locator("application-bar [data-error]")).to_contain_text(
        "par exemple « Dupont SA »"
    )
    expect(page.locator("application-bar [name=company]")).to_be_focused()


def test_each_tab_stays_with_its_application(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    one, other = context.new_page(), context.new_page()
    named(one, url)
    one.goto(url + THANK_YOU_LIST)
    add_here(one, "Dupont SA")
    expect(one.locator("application-bar [data-name]")).to_have_text("Dupont SA")
    other.goto(url + THANK_YOU_LIST)
    show(other, "Boréal")
    one.locator("#keep-it-clear [type=checkbox]").check()
    one.reload()

    expect(one.locator("#keep-it-clear [type=checkbox]")).to_be_checked()
    expect(other.locator("#keep-it-clear [type=checkbox]")).not_to_be_checked()


def test_what_is_typed_for_one_application_is_never_kept_for_another(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing"})
    named(page, url)
    page.goto(url + MY_DATES)
    field(page, "day").fill("20/11/2026")
    add_here(page, "Dupont SA")

    expect(page.locator("#plan-day")).to_have_value("")


@pytest.mark.slow
def test_a_note_goes_on_where_it_began_when_another_tab_names_the_next_interview(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    page, other = context.new_page(), context.new_page()
    keep(page, url, {"day": "2026-11-10"})
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short [data-open]").click()
    page.keyboard.type("Pour le ")
    other.goto(url + "my-file/")
    other.evaluate("localStorage['second-entretien:a1:interview'] = '2'")
    page.keyboard.type("premier.")

    kept = page.evaluate(
        """() => [1, 2].map((i) => localStorage[`second-entretien:a1:i${i}:note:keep-it-short`] ?? null)"""
    )
    assert kept == ["Pour le premier.", None]


def test_the_home_page_says_first_what_comes_first_of_all_applications(
    page: Page, url: str
) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing", "tick:send-thank-you": "1"})
    page.goto(url)
    page.evaluate(
        """() => {
          const P = "second-entretien:adupont:";
          const kept = { added: "2026-11-20T09:00:00.000Z", company: "Dupont SA", interview: "2",
                         "i2:day": "2026-11-09", "i2:promise": "nothing" };
          for (const [field, value] of Object.entries(kept)) localStorage[P + field] = value;
        }"""
    )
    page.reload()

    expect(page.locator("next-step [data-about]")).to_have_text("Dupont SA")
    expect(page.locator("next-step [data-sentence]")).to_have_text(
        "Sans nouvelles, vous pouvez appeler aujourd’hui."
    )
    expect(page.locator("next-step [data-others] li")).to_contain_text(
        "Candidature 1 Vous pouvez appeler à partir du 8\u00a0décembre"
    )


@pytest.mark.slow
def test_the_list_of_a_new_interview_starts_afresh_and_the_preparing_goes_on(
    page: Page, url: str
) -> None:
    keep(page, url, {"day": "2026-11-10", "tick:keep-it-short": "1"})
    page.goto(url + PREPARE)
    page.locator("#research-further [type=checkbox]").check()
    page.evaluate("localStorage['second-entretien:a1:interview'] = '2'")
    page.reload()
    expect(page.locator("#research-further [type=checkbox]")).to_be_checked()
    page.goto(url + THANK_YOU_LIST)

    expect(page.locator("#keep-it-short [type=checkbox]")).not_to_be_checked()


def test_an_example_is_apart_from_ones_own_and_goes_with_one_click(page: Page, url: str) -> None:
    page.goto(url + "my-file/")
    page.get_by_role("button", name="Voir un exemple rempli").click()
    expect(page.locator("application-bar [data-name]")).to_contain_text(
        "Exemple\u00a0: Les Ateliers"
    )
    page.goto(url + THANK_YOU_LIST)
    expect(page.locator("#send-thank-you [type=checkbox]")).to_be_checked()
    page.get_by_role("button", name="Quitter l’exemple").click()

    expect(page.locator("#send-thank-you [type=checkbox]")).not_to_be_checked()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('example'))") == []


def test_a_tick_reads_no_note_of_the_other_twenty_applications(page: Page, url: str) -> None:
    kept = {"version": "2"}
    for i in range(20):
        kept[f"an{i}:added"] = f"2026-11-{i + 1:02}T09:00:00.000Z"
        kept[f"an{i}:company"] = f"Entreprise {i}"
        kept.update({f"an{i}:note:n{n}": "x" * 100 for n in range(100)})
    keep_entries(page, url, kept)
    page.goto(url + PREPARE)
    expect(page.locator("check-list [data-progress-text]")).to_be_visible()
    read = page.evaluate(
        """async () => {
          const read = [];
          const { getItem } = Storage.prototype;
          Storage.prototype.getItem = function (key) { read.push(key); return getItem.call(this, key); };
          document.querySelector("#research-further [type=checkbox]").click();
          await new Promise((done) => setTimeout(done, 50));
          Storage.prototype.getItem = getItem;
          return read;
        }"""
    )

    assert [key for key in read if ":note:n" in key] == []


def test_the_day_to_call_names_the_contact_and_dials_the_number(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-11", "promise": "nothing"})
    contact = {"name": "Camille Renard", "role": "DRH", "phone": "+33 (0)1 23 45 67 89"}
    keep_entries(page, url, {f"a1:contact-{field}": said for field, said in contact.items()})
    page.goto(url + MY_DATES)

    for line in (
        page.locator("[data-people]"),
        page.locator("[data-step=call] [data-with]"),
    ):
        expect(line).to_have_text("Camille Renard, DRH – +33 (0)1 23 45 67 89")
        expect(line.get_by_role("link")).to_have_attribute("href", "tel:+33123456789")


@pytest.mark.parametrize(
    ("typed", "shown", "dialled"),
    [
        ("01 23 45 67 89 poste 212", "01 23 45 67 89", "tel:0123456789"),
        ("Bureau : 01 23 45 67 89 / 06 12 34 56 78", "01 23 45 67 89", "tel:0123456789"),
    ],
)
def test_of_a_contact_the_number_alone_is_a_link(
    page: Page, url: str, typed: str, shown: str, dialled: str
) -> None:
    keep(page, url, {"day": "2026-11-11", "promise": "nothing"})
    keep_entries(page, url, {"a1:contact-phone": typed})
    page.goto(url + MY_DATES)
    line = page.locator("[data-people]")

    expect(line).to_have_text(typed)
    expect(line.get_by_role("link")).to_have_text(shown)
    expect(line.get_by_role("link")).to_have_attribute("href", dialled)


def test_where_there_is_no_number_there_is_no_link(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-11", "promise": "nothing"})
    keep_entries(page, url, {"a1:contact-phone": "*21*0612345678#"})
    page.goto(url + MY_DATES)
    line = page.locator("[data-people]")

    expect(line).to_have_text("*21*0612345678#")
    expect(line.get_by_role("link")).to_have_count(0)
