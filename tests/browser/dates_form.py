"""The form of the dates, as a hand uses it: what a field stands behind is pressed first."""

from playwright.sync_api import Locator, Page

FIRST, SECOND = "first", "second"
NOTHING, THIS_WEEK, NEXT_WEEK = "nothing", "end-of-week", "end-of-next-week"
A_DATE = "date"


def choose(page: Page, name: str, value: str) -> None:
    """Press a choice, after those that it stands behind."""
    radio = page.locator(f"[data-form=interview] [name={name}][value={value}]")
    if name == "which":
        unfold(page)
    else:
        begin(page)
    if name == "promise" and not radio.is_visible():
        open_date(page)
    radio.check()


def open_date(page: Page) -> None:
    """Press the last of the promises on buttons, which opens the field of a date and all others."""
    page.locator("[data-form=interview] [data-field=promise] > .se-chips").first.locator(
        "input"
    ).last.check()


def field(page: Page, name: str) -> Locator:
    """Return a field that can be typed into."""
    place = page.locator(f"#plan-{name}")
    begin(page)
    if not place.is_visible():
        if name == "day":
            choose(page, "near", "other")
        elif name == "promised":
            open_date(page)
        else:
            page.locator("[data-away] > summary").click()
    return place


def unfold(page: Page) -> None:
    """Open the form, which is folded once there are dates."""
    page.locator(":root[data-dated=''] [data-asks]").wait_for(state="detached")
    folded = page.locator("[data-asks]:not([open]) > summary")
    if folded.count():
        folded.click()


def begin(page: Page) -> None:
    """Say which interview it is, unless that is said."""
    unfold(page)
    if page.locator("[data-form=interview] [name=which]:checked").count() == 0:
        choose(page, "which", SECOND)


def give(page: Page, which: str, day: str, promise: str, promised: str = "") -> None:
    """Answer the form and press its button."""
    choose(page, "which", which)
    field(page, "day").fill(day)
    choose(page, "promise", promise)
    if promised:
        field(page, "promised").fill(promised)
    place = page.locator("#plan-place")
    if place.count() and place.input_value() == "":
        place.select_option("FR")
    page.get_by_role("button", name="C’est bon").or_(
        page.get_by_role("button", name="Done")
    ).click()
