"""Nothing leaves the origin, and a browser that keeps nothing is no error."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import THANK_YOU_LIST
from tests.browser.dates_form import FIRST, NOTHING, give, unfold
from tests.conftest import PAGES

CANARY = "canary-4711"
# Everything a field can hold that is more than a choice, as the store names it (file/fields.js).
KEPT = {
    *(
        "company",
        "job",
        "my-name",
        "my-phone",
        "contact-name",
        "contact-role",
        "contact-phone",
        "contact-email",
    ),
    *("where", "people", "note", "answer", "first-answer", "reply", "debrief", "improve"),
    *("star-situation", "star-task", "star-action", "star-result"),
    *("told", "subject", "draft"),
}
RECORD = """(canary) => {
  const set = Storage.prototype.setItem;
  const told = new Set();
  Storage.prototype.setItem = function (key, value) {
    const name = key.replace(/^second-entretien:\\w+:(i\\d:)?|:.*/g, "");
    if (value.includes(canary) && !told.has(name)) told.add(name) && kept(name);
    set.call(this, key, value);
  };
  addEventListener("securitypolicyviolation", (event) => stopped(event.effectiveDirective));
  window.print = () => {};
}"""
# What was pressed last may bring a file, and the file a field.
USE_EVERYTHING = """async ([canary, left]) => {
  const files = () => performance.getEntriesByType("resource").length;
  let before;
  do {
    before = files();
    await new Promise((done) => setTimeout(done, 100));
  } while (before !== files());
  const names = [];
  const visible = (selector, within = document.querySelector("article")) =>
    [...within.querySelectorAll(selector)].filter((each) => each.checkVisibility());
  const write = (field, tell = ["input", "change"]) => {
    names.push(field.name);
    for (const type of tell) field.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const fill = (within) => {
    for (const field of visible(":is(input:not([type=checkbox], [type=radio], [type=date], [type=file]), textarea)", within)) {
      if (field.value === canary || field.closest("[data-filter]")) continue;
      field.focus({ preventScroll: true });
      field.value = canary;
      write(field);
    }
  };
  // Of the questions, which all have the same fields, the first of each theme.
  for (const each of document.querySelectorAll("details:not(details ~ [data-question])")) each.open = true;
  for (const more of visible("[data-more]")) for (const _ of "12") more.click();
  const boxes = (within) => visible(":is([type=checkbox], [type=radio])", within);
  const choose = (boxesNow) => {
    for (const box of boxesNow) {
      const before = new Set(boxes(box.form ?? box));
      box.click();
      write(box, []);
      if (box.type === "checkbox" || !box.form) continue;
      fill(box.form); // a choice brings more fields, and more choices
      choose(boxes(box.form).filter((each) => !before.has(each)));
    }
  };
  choose(boxes());
  for (const list of visible("select:not([data-filter] *)")) {
    list.selectedIndex = list.options.length - 1;
    write(list);
  }
  fill();
  for (const button of visible(`button:not(${left})`)) button.click();
  return names;
}"""
USE_FILTER = """(canary) => {
  const { text, theme, state } = document.querySelector("[data-filter]").elements;
  const lists = [theme, state].filter(Boolean);
  text.value = canary;
  for (const list of lists) list.selectedIndex = 1;
  text.dispatchEvent(new Event("input", { bubbles: true }));
  return [text, ...lists].map(({ name }) => name);
}"""
# What would take away what was written, or lead on before it is.
ENDS = (
    "[data-archive], [data-delete], [data-share], [data-end], [data-erase], [data-erase-now], [data-example], "
    "[data-leave], [data-next], [data-not-for-me], [data-pick], [data-reset-list], [data-undo], [data-unrate]"
)


# In `make test`; the session goes on from them to practice, the dates, the file and search.
SOME_PAGES = ("guide/thank-you/", "guide/debrief/")
SOME_KEPT = {"note", "told", "subject", "draft", "debrief", "improve", "where", "people", "company"}


def names_in(site: Path, root: str, paths: tuple[str, ...]) -> set[str]:
    """Return the names of all fields in pages of a language, but for the choice of a file."""
    pages = [html.parse(str(site / root / path / "index.html")) for path in paths]
    fields = "//article//*[self::input or self::textarea or self::select][@name][not(@type='file')]/@name"
    return {name for page in pages for name in page.xpath(fields)}


@pytest.mark.parametrize(
    ("root", "paths", "told"),
    [
        pytest.param("", SOME_PAGES, SOME_KEPT, id="some"),
        pytest.param("", PAGES, KEPT, id="all", marks=pytest.mark.slow),
        pytest.param("en/", PAGES, KEPT, id="en", marks=pytest.mark.nightly),
    ],
)
def test_a_full_session_asks_no_other_host_and_tells_its_own_nothing(
    new_context: Callable[..., BrowserContext],
    site: Path,
    url: str,
    root: str,
    paths: tuple[str, ...],
    told: set[str],
) -> None:
    asked: list[str] = []
    kept: set[str] = set()
    filled: set[str] = set()
    stopped: list[str] = []
    context = new_context(now=None)
    context.expose_function("kept", lambda name: kept.add(name))
    context.expose_function("stopped", lambda rule: stopped.append(rule))
    context.add_init_script(f"({RECORD})('{CANARY}')")
    context.on(
        "request",
        lambda request: asked.append(
            f"{request.url} {request.headers} {request.post_data_buffer or b''!r}"
        ),
    )
    page = context.new_page()

    def use_everything(left: str = ENDS) -> None:
        filled.update(page.evaluate(USE_EVERYTHING, [CANARY, left]))

    def give_dates() -> None:
        give(page, FIRST, "24/11/2026", NOTHING)
        page.locator("[data-step=call]").wait_for()

    if root:  # in English a part of the country is asked for, where it gives another day
        page.goto(f"{url}{root}my-dates/")
        give(page, FIRST, "23/03/2026", NOTHING)
        unfold(page)
        page.locator("#plan-place").select_option("GB")
        page.locator("#plan-part").wait_for()
        use_everything()
    for path in paths:
        page.goto(url + root + path)
        for _ in range(3):  # what opens brings buttons, and buttons more fields
            use_everything()
        if page.locator("[data-filter]").count():
            filled.update(page.evaluate(USE_FILTER, CANARY))
    page.goto(url + root + "more/practise/")
    page.locator("practice-round [type=submit]").click()
    page.locator("[data-spoke]").click()
    use_everything()
    page.goto(url + root + "my-dates/")
    give_dates()
    use_everything()
    give_dates()
    page.locator("[name=event][value=invited]").check()
    page.locator("[name=event-day]").fill("25/11/2026")
    page.locator("[name=next-day]").fill("4/12/2026")
    page.locator("[name=next-starts]").fill("14:30")
    for name in ("next-where", "next-people"):
        page.locator(f"[name={name}]").fill(CANARY)
    page.locator("[data-form=news] [type=submit]").click()
    page.goto(url + root + "my-file/")
    page.locator("[data-edit]").first.click()  # what comes later is there for the first round
    page.locator("[data-keep=contact-role]").first.wait_for()
    for _ in range(3):
        use_everything(left="[data-pick]")
    page.goto(url + root)
    page.locator("[name=query]").press_sequentially(f"question {CANARY}")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("[data-menu] summary").click()
    page.locator("[data-md-component=palette] button:visible").click()

    assert [each for each in asked if not each.startswith(url)] == []
    assert [each for each in asked if CANARY in each] == []
    assert stopped == []
    assert told - kept == set()
    assert names_in(site, root, paths) - filled == set()


@pytest.mark.some(1)
@pytest.mark.parametrize(
    "storage",
    [
        pytest.param("throw new DOMException('Access is denied', 'SecurityError')", id="throws"),
        pytest.param("return null", id="is null"),
    ],
)
def test_with_storage_blocked_the_page_works_and_says_that_nothing_is_kept(
    new_context: Callable[..., BrowserContext], url: str, storage: str
) -> None:
    errors: list[str] = []
    context = new_context(now=None)
    context.add_init_script(
        f"""for (const name of ["localStorage", "sessionStorage"]) {{
          Object.defineProperty(window, name, {{ configurable: true, get() {{ {storage}; }} }});
        }}"""
    )
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short input").check()
    expect(page.locator("check-list [data-progress-text]")).to_have_text("1 sur 9")
    expect(page.locator("keep-notice")).to_contain_text("ne garde rien")
    page.goto(url + "my-dates/")
    give(page, FIRST, "24/11/2026", NOTHING)
    expect(page.locator("[data-step=call]")).to_be_visible()
    page.locator("[name=query]").click()
    page.locator("[name=query]").press_sequentially("question")
    page.locator(".md-search-result__link").first.wait_for()

    assert errors == []


def test_a_page_that_keeps_everything_says_nothing_about_it(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)

    expect(page.locator("keep-notice")).to_be_hidden()


@pytest.mark.slow
def test_a_full_storage_is_said_at_the_first_tick(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context().new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short input").check()

    expect(page.locator("#keep-it-short input")).to_be_checked()
    expect(page.locator("keep-notice")).to_contain_text("ne garde rien")
