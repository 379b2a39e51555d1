"""Every form, shown for another application or interview, starts from what is kept for it."""

import json
import time
from collections import Counter
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.dates_form import choose, field, unfold
from tests.browser.test_applications import add, add_here, named

MY_DATES = "my-dates/"
WHICH = ("first", "second")
PATIENCE = 2  # seconds
ANSWERED = 150  # ms after a press, kept or refused
# Home with dates has no bar: another application is a page loaded afresh.
WITH_CONTROLS = (
    "guide/after-the-first-interview/",
    "guide/thank-you/",
    "guide/prepare/",
    "guide/questions/",
    "guide/debrief/",
    "guide/follow-up/",
    "more/after-the-answer/",
    "my-dates/",
    "more/practise/",
    "more/questions-to-ask/",
    "interview-sheet/",
)
SOME_WITH_CONTROLS = ("guide/thank-you/",)
# Every control of the tools, with what it shows, but for forms that are filled when they are opened;
# the bar and the tasks of the day are about all applications.
CONTROLS = """() => [...document.querySelectorAll("article :is(input, select, textarea)")]
  .filter((each) => !each.closest("application-bar, next-step, .se-message-fold, [hidden]"))
  .map((each) => [
    each.localName, each.type, (each.name || each.dataset.keep || each.id).replace(/^improve:.*/, "improve"),
    ["checkbox", "radio"].includes(each.type) ? [each.value, each.checked] : each.value])"""
# What makes controls alike: their component, their sort, and their name without an id; none where
# nobody writes, and in the bar. And their sort alone.
DESCRIBED = """(it) => [it.readOnly || it.closest("application-bar") ? null : [it.closest(":is(check-list, question-list, message-draft, follow-up-plan, debrief-sheet)")
  ?.localName, it.type, it.type === "checkbox" ? "" : (it.name || it.dataset.keep || it.id).split(":")[0]].join(),
  it.getAttribute("type") ?? it.localName]"""
SAID = "() => [...document.querySelectorAll('[data-said], [data-exported]')].map((each) => each.textContent)"


def use(page: Page, most: int) -> int:
    """Change the controls that can be seen, the last one first, and return how many they are.

    Of those that are alike, no more than `most`.
    """
    changed = 0
    page.evaluate(
        "document.querySelectorAll('details.se-fold').forEach((each) => each.open = true)"
    )
    alike: Counter[str] = Counter()
    for control in reversed(page.locator("article :is(input, select, textarea)").all()):
        name, kind = control.evaluate(DESCRIBED)
        if name is None or alike[name] == most:
            continue
        if kind == "date":
            # As the browser's own picker does.
            control.evaluate("(it) => { it.value = '2026-11-20'; }")
        elif not control.is_visible():
            continue
        elif kind in ("checkbox", "radio"):
            control.click()
        elif kind == "select":
            control.select_option(index=control.evaluate("(it) => it.options.length") - 1)
        else:
            control.fill("x")
        alike[name] += 1
        changed += 1
    return changed


@pytest.mark.parametrize(
    ("paths", "most", "number"),
    [
        pytest.param(SOME_WITH_CONTROLS, 1, 10, id="some"),
        pytest.param(WITH_CONTROLS, 1000, 100, id="all", marks=pytest.mark.slow),
    ],
)
def test_a_tool_shown_for_another_application_has_no_choice_of_the_last(
    page: Page, url: str, paths: tuple[str, ...], most: int, number: int
) -> None:
    wrong = {}
    changed = 0
    for path in paths:
        keep(page, url, {"day": "2026-11-24", "promise": "nothing"})
        named(page, url)
        page.goto(url + path)
        changed += use(page, most)
        add_here(page, "Dupont SA")
        expect(page.locator("application-bar [data-name]")).to_have_text("Dupont SA")
        page.wait_for_timeout(100)
        shown, said = page.evaluate(CONTROLS), page.evaluate(SAID)
        page.reload()
        expect(page.locator("application-bar [data-name]")).to_have_text("Dupont SA")
        page.wait_for_timeout(100)
        afresh = page.evaluate(CONTROLS)
        leaks = [control for control in shown if control not in afresh]
        if leaks or len(shown) != len(afresh) or any(said):
            wrong[path] = leaks or said
        page.evaluate("localStorage.clear(), sessionStorage.clear()")

    assert wrong == {}, changed
    assert changed > number


def test_what_was_to_copy_by_hand_is_not_shown_for_the_next_application(
    page: Page, url: str
) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing"})
    named(page, url)
    page.goto(url + MY_DATES)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.locator(".se-plan__choose-export > summary").click()
    page.locator("[data-export] [data-copy]").click()
    expect(page.locator("[data-export] [data-copied]")).to_be_visible()
    add_here(page, "Dupont SA")

    expect(page.locator("[data-export] [data-copied]")).to_have_value("")


@pytest.mark.some(1)
@pytest.mark.parametrize("path", ["", "my-dates/"])
def test_an_error_of_one_application_is_not_said_of_the_next(
    page: Page, url: str, path: str
) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing"})
    named(page, url)
    page.goto(url + path)
    if path == "":
        page.locator("[data-change]").click()
    else:
        page.locator(":is(.se-plan__ask, .se-plan__asks) > summary").click()
    field(page, "day").fill("hier soir")
    page.get_by_role("button", name="C’est bon").click()
    expect(page.locator("[data-form=interview] [data-summary]")).to_be_visible()
    add_here(page, "Dupont SA")

    expect(page.locator("[data-form=interview] [data-summary]")).to_be_hidden()
    expect(page.locator("#plan-day")).to_have_value("")


def test_the_browsers_date_picker_opens_on_the_day_that_is_kept(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "promise": "nothing"})
    page.goto(url + MY_DATES)

    expect(page.locator("[data-field=day] [type=date]")).to_have_value("2026-11-24")


def test_a_number_typed_for_another_phrase_does_no_harm(page: Page, url: str) -> None:
    page.goto(url + MY_DATES)
    choose(page, "promise", "in-days")
    field(page, "delay").fill("10")
    choose(page, "promise", "date")

    expect(page.locator("#plan-promised")).to_be_visible()


def test_an_interview_kept_as_one_to_come_can_be_said_to_be_over(
    small_page: Page, small_url: str
) -> None:
    keep(small_page, small_url, {"day": "2026-12-15"}, interview=2)
    keep(small_page, small_url, {"day": "2026-11-24", "promise": "nothing"})
    small_page.goto(small_url + MY_DATES)
    choose(small_page, "which", "second")

    expect(small_page.locator("[data-field=promise]")).to_be_visible()
    expect(small_page.locator("#plan-day")).to_have_value("")


# --- a walk through applications and interviews

# What the dates form and the form of the news must show, from the browser's storage alone.
EXPECTED = """() => {
  const P = "second-entretien:";
  const shown = document.querySelector("#se-application").value || "a1";
  const of = (field) => localStorage.getItem(`${P}${shown}:${field}`);
  const ordinal = of("interview");
  const at = (field) => (ordinal === null ? null : of(`i${ordinal}:${field}`));
  // Places differ in how a day is written: the field of the browser's picker says which it is.
  const written = (day) => day === null ? "" : `${day} and written`;
  const counts = (id) => ["in-days", "in-weeks", "in-working-days"].includes(id);
  const day = at("day");
  // What was said or happened before the day that is kept now belongs to no such interview.
  const since = (field) => day !== null && at(field) !== null && at(field) >= day;
  const isPromised = day !== null && (at("promise") !== "date" || since("promised-day"));
  const promise = isPromised ? at("promise") : null;
  const news = since("news-day") ? at("news") : null;
  const call = since("call-day") ? at("call") : null;
  const isLater = call !== null && (news === null || at("call-day") > at("news-day"));
  const event = !["invited", "no", "yes"].includes(news) && isLater ? call : news;
  const again = event === "not-yet-date" ? at("news-promise") : null;
  const periods = (of("away-periods") ?? "").split(" ").filter(Boolean).map((each) => each.split("/"));
  const weekdays = (of("away-weekdays") ?? "").split(" ").filter(Boolean);
  return JSON.stringify({
    which: ordinal === null ? "" : ordinal === "1" ? "first" : day >= "2026-11-25" && promise === null ? "booked" : "second", third: Number(ordinal) > 2, day: written(day), ended: (day && at("ended")) ?? "",
    promise: promise ?? "", delay: (promise && counts(promise) && at("promised-number")) || "",
    promised: promise === "date" ? written(at("promised-day")) : "",
    place: of("place") ?? "FR", weekdays: day ? weekdays : [], from: day ? periods.map(([from]) => written(from)) : [],
    event: event ?? "nothing", again: again ?? "",
    eventDay: event ? written(at(event === call ? "call-day" : "news-day")) : null,
    next: "",
  });
}"""
SHOWN = """() => {
  const form = document.querySelector("[data-form=interview]"), { elements } = form;
  const news = document.querySelector("[data-form=news]").elements;
  const all = (name) => [...form.querySelectorAll(`[name=${name}]:checked`)].map((each) => each.value);
  const event = news.event.value || "nothing", isEvent = event !== "nothing";
  const day = (name) => {
    const frame = document.querySelector(`[data-field="${name}"]`);
    const [picked, typed] = [frame.querySelector("[type=date]").value, frame.querySelector("[type=text]").value];
    return picked === "" && typed === "" ? "" : `${picked} and ${typed ? "written" : "not"}`;
  };
  return JSON.stringify({
    which: elements.which.value, third: elements.third.checked, day: day("day"), ended: elements.ended.value,
    promise: elements.promise.value, delay: elements.delay.value, promised: day("promised"),
    place: elements.place.value, weekdays: all("away-weekdays"),
    from: [1, 2, 3].map((number) => day(`away-from-${number}`)).filter(Boolean),
    event, again: news["news-promise"].value,
    eventDay: isEvent ? day("event-day") : null, next: day("next-day"),
  });
}"""


class Walk:
    """A candidate who goes from one application and interview to another, at random."""

    def __init__(self, page: Page, seed: int) -> None:
        self.page = page
        self.done: list[str] = []
        self.random = Random(seed)  # noqa: S311 the same walk at each run

    def step(self) -> None:
        """Do something that can be done now."""
        page, random = self.page, self.random
        applications = page.locator("#se-application option").count()
        choices = ["compute", "compute", "type", "reload", "undo", "switch", "switch", "interview"]
        if applications < 3:
            choices.append("add")
        if page.locator("[data-tell]").is_visible():
            choices += ["news", "news"]
        action = random.choice(choices)
        self.done.append(action)
        getattr(self, f"_{action}")()

    def _add(self) -> None:
        add(self.page, f"Entreprise {self.random.randint(1, 999)}")

    def _switch(self) -> None:
        select = self.page.locator("#se-application")
        choice = self.page.locator("application-bar details")
        if choice.is_visible() and choice.get_attribute("open") is None:
            choice.locator("summary").click()
        if select.is_visible():
            select.select_option(index=self.random.randrange(select.locator("option").count()))

    def _interview(self) -> None:
        unfold(self.page)
        which = self.random.choice(WHICH)
        # One that is kept and still to come shows as booked, whatever was said.
        self.page.locator(f"[data-form=interview] [name=which][value={which}]").click()
        # Without a day that is kept for it the choice is only typed, and not yet sent.
        self._leave()

    def _type(self) -> None:
        field(self.page, "day").fill(self.random.choice(["20/11/2026", "hier", ""]))
        self._leave()

    def _leave(self) -> None:
        """Go to another application and back: what was not sent is gone, what is kept is there."""
        select = self.page.locator("#se-application")
        if not select.is_visible():
            self.page.reload()
            return
        shown = select.input_value()
        others = [each for each in self._values(select) if each != shown]
        select.select_option(self.random.choice(others))
        self.check()
        select.select_option(shown)

    def _values(self, select: Any) -> list[str]:
        values: list[str] = select.evaluate("(it) => [...it.options].map((each) => each.value)")
        return values

    def _compute(self) -> None:
        page, random = self.page, self.random
        choose(page, "which", random.choice(WHICH))
        field(page, "day").fill(f"{random.randint(1, 24)}/11/2026")
        field(page, "ended").fill(random.choice(["", "16:15", "9:30"]))
        promise = random.choice(["nothing", "date", "in-days", "end-of-week"])
        choose(page, "promise", promise)
        if promise == "date":
            field(page, "promised").fill(f"{random.randint(1, 28)}/12/2026")
        if promise == "in-days":
            field(page, "delay").fill(str(random.randint(1, 30)))
        field(page, "place").select_option(random.choice(["FR", "BE", "CA-QC"]))
        if random.random() < 0.3:
            self._away()
        page.locator("[data-form=interview] [type=submit]").click()

    def _away(self) -> None:
        page, random = self.page, self.random
        if not page.locator("#plan-away-from-1").is_visible():
            page.locator("[data-away] summary").click()
        page.locator("[name=away-weekdays]").nth(random.randrange(5)).click()
        if page.locator("[name=away-weekdays]:checked").count() == 5:
            page.locator("[name=away-weekdays]").nth(0).uncheck()
        day = random.randint(1, 20)
        field(page, "away-from-1").fill(f"{day}/1/2027")
        field(page, "away-until-1").fill(f"{day + 3}/1/2027")

    def _news(self) -> None:
        page, random = self.page, self.random
        if not page.locator("[data-form=news]").is_visible():
            page.locator("[data-tell]").click()
        event = random.choice(["nothing", "not-yet", "not-yet-date", "no", "reached", "invited"])
        page.locator(f"[name=event][value={event}]").check()
        if event == "not-yet-date":
            page.locator("[name=news-promise][value=end-of-week]").check()
        if event == "invited" and random.random() < 0.5:
            page.locator("#plan-next-day").fill("15/12/2026")
        page.locator("[data-form=news] [type=submit]").click()

    def _undo(self) -> None:
        """Take back what a walk through « Mon dossier » changed."""
        page = self.page
        here = page.url
        page.goto(here.replace(MY_DATES, "my-file/"))
        cards = page.locator("application-file [data-list] > li")
        if cards.count():
            cards.nth(self.random.randrange(cards.count())).locator("[data-delete]").click()
            if self.random.random() < 0.8:
                page.locator("[data-part=applications] [data-undo]").click()
        page.goto(here)

    def _reload(self) -> None:
        self.page.reload()

    def check(self) -> None:
        """Compare both forms with what the browser keeps."""
        end = time.monotonic() + PATIENCE
        while True:
            shown, expected = (json.loads(self.page.evaluate(each)) for each in (SHOWN, EXPECTED))
            wrong = {
                name: [shown[name], expected[name]]
                for name in shown
                if shown[name] != expected[name]
            }
            if not wrong:
                return
            assert time.monotonic() < end, f"after {self.done[-6:]}: shown, kept: {wrong}"
            # The policy of the page forbids Playwright to wait by itself.
            self.page.wait_for_timeout(20)


def walk(page: Page, url: str, steps: int, seed: int) -> None:
    page.goto(url + MY_DATES)
    walking = Walk(page, seed)
    for _ in range(steps):
        walking.step()
        if walking.done[-1] in ("compute", "news"):
            page.wait_for_timeout(ANSWERED)
            if page.locator("[data-summary]:visible").count():
                walking._leave()  # what is refused, or asked about as 5/11 in Canada, is not kept
        walking.check()


def test_the_forms_show_what_is_kept_along_a_short_walk(page: Page, url: str) -> None:
    walk(page, url, 3, 1)


@pytest.mark.slow
def test_the_forms_show_what_is_kept_along_a_walk(page: Page, url: str) -> None:
    walk(page, url, 60, 1)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(10, 20))
def test_the_forms_show_what_is_kept_along_a_long_walk(page: Page, url: str, seed: int) -> None:
    walk(page, url, 220, seed)
