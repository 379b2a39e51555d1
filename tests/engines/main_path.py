"""The steps of a candidate's main path, by mouse and keys, whatever the engine.

One visitor takes them all, since each finds what the one before has left; each says by its name what
works.
"""

from collections.abc import Callable

from tests.engines.engine import Engine, Key
from tests.engines.visitor import comes_to_be, has_text, is_ticked, press, value, write

SIZES = {"phone": (390, 844), "laptop": (1280, 900)}
ITEM = "#keep-it-short [type=checkbox]"
LIST = "guide/thank-you/#keep-it-short"
DRAFT = "[data-keep='draft:thank-you']"
CATCH_FILES = """() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    blob.text().then((text) => (window.caught = text));
    return make.call(URL, blob);
  };
}"""
Sees = Callable[[str, object], None]
"""Waits until an expression has a value."""


def reads(tab: Engine, url: str, sees: Sees) -> None:
    tab.open(url + "guide/")
    sees(has_text("h1"), True)


def computes_with_chips(tab: Engine, url: str, sees: Sees) -> None:
    tab.open(url)
    for name, chosen in (("which", "second"), ("near", "1"), ("promise", "nothing")):
        press(tab, f"label:has(> [name={name}][value='{chosen}'])")
    sees(has_text("next-step [data-sentence]"), True)


def computes_what_is_typed(tab: Engine, url: str, sees: Sees) -> None:
    tab.open(url + "my-dates/")
    press(tab, "[data-asks]:not([open]) > summary")
    press(tab, "label:has(> [name=near][value=other])")
    tab.evaluate("() => document.querySelector('#plan-day').select()")
    tab.type("24/11/2026")
    press(tab, "#plan-form label:has(> [name=promise][value=date])")
    write(tab, "#plan-promised", "4/12/2026")
    press(tab, "#plan-form [type=submit]")
    sees(has_text("[data-step=call]", "lundi 7 décembre"), True)


def takes_dates_along(tab: Engine, url: str, sees: Sees) -> None:
    tab.evaluate(CATCH_FILES)
    press(tab, "[data-form=export] [type=submit]")
    sees("window.caught?.includes('DTSTART;VALUE=DATE:20261207')", True)


def tells_news(tab: Engine, url: str, sees: Sees) -> None:
    press(tab, "[data-export] [data-tell]")
    press(tab, "label:has(> [name=event][value=no])")
    press(tab, "[data-form=news] [type=submit]")
    sees(has_text("[data-step=thank-after-no]"), True)


def ticks(tab: Engine, url: str, sees: Sees) -> None:
    tab.open(url + LIST)
    press(tab, ITEM)
    sees(is_ticked(ITEM), True)


def finds_it_after_a_reload(tab: Engine, url: str, sees: Sees) -> None:
    tab.reload()
    sees(is_ticked(ITEM), True)


def finds_it_in_the_other_language(tab: Engine, url: str, sees: Sees) -> None:
    press(tab, "[data-other-language]")
    sees("document.documentElement?.lang", "en")
    sees(is_ticked(ITEM), True)


def writes_the_message(tab: Engine, url: str, sees: Sees) -> None:
    tab.open(url + "guide/thank-you/")
    write(tab, "message-draft [data-name=job]", "Comptable")
    sees(f"{value(DRAFT)}?.includes('poste de comptable')", True)


def copies_the_message(tab: Engine, url: str, sees: Sees) -> None:
    press(tab, "message-draft [data-copy-message]")
    sees(has_text("message-draft [data-said]"), True)


def practises(tab: Engine, url: str, sees: Sees) -> None:
    tab.open(url + "more/practise/")
    press(tab, "practice-round [type=submit]")
    sees(has_text("[data-drawn]"), True)
    press(tab, "[data-spoke]")
    press(tab, "label:has(> [name=rating][value='2'])")
    sees(has_text("[data-rated]"), True)


def prints_the_sheet(tab: Engine, url: str, sees: Sees) -> None:
    tab.open(url + "interview-sheet/")
    tab.evaluate("() => { window.print = () => { window.printed = true; }; }")
    press(tab, "interview-sheet [type=submit]")
    sees("window.printed", True)


def searches(tab: Engine, url: str, sees: Sees) -> None:
    tab.open(url + "guide/")
    press(tab, "label.md-header__button[for=__search]" if _is_narrow(tab) else "[name=query]")
    tab.type("salaire")
    sees(has_text(".md-search-result__link"), True)
    tab.type(Key.ESCAPE)


def saves_erases_and_restores(tab: Engine, url: str, sees: Sees) -> None:
    tab.open(url + "my-file/")
    tab.evaluate(CATCH_FILES)
    press(tab, "[data-part=backup] [data-download]:not(:disabled)")
    sees("window.caught?.includes('keep-it-short')", True)
    backup = tab.evaluate("() => window.caught")
    press(tab, "[data-erase]")
    press(tab, "[data-erase-now]")
    sees("Object.keys(localStorage).some((key) => key.includes('keep-it-short'))", False)
    # Nobody types a file: it is pasted, which no driver does.
    tab.evaluate(
        "(text) => { document.querySelector('[data-restore] [name=pasted]').value = text; }",
        backup,
    )
    press(tab, "[data-restore] [type=submit]")
    press(tab, "[data-preview] [data-accept]")
    sees(has_text("[data-part=restore] [data-said]"), True)
    tab.open(url + LIST)
    sees(is_ticked(ITEM), True)


def darkens(tab: Engine, url: str, sees: Sees) -> None:
    scheme = "document.body.dataset.mdColorScheme"
    before = tab.evaluate(f"() => {scheme}")
    press(tab, ".se-menu > summary")
    press(tab, "[data-md-component=palette] button:not([hidden])")
    sees(f"{scheme} !== {before!r}", True)
    tab.reload()
    sees(f"{scheme} !== {before!r}", True)


STEPS = (
    reads,
    computes_with_chips,
    computes_what_is_typed,
    takes_dates_along,
    tells_news,
    ticks,
    finds_it_after_a_reload,
    finds_it_in_the_other_language,
    writes_the_message,
    copies_the_message,
    practises,
    prints_the_sheet,
    searches,
    saves_erases_and_restores,
    darkens,
)


def _is_narrow(tab: Engine) -> bool:
    return bool(tab.evaluate("() => innerWidth") < 900)


def walk(tab: Engine, size: tuple[int, int], url: str) -> list[str]:
    """Take all steps and return those that did not work."""
    tab.viewport(*size)
    tab.open(url + "robots.txt")
    tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    failed: list[str] = []
    for step in STEPS:

        def sees(script: str, expected: object, step: Callable[..., None] = step) -> None:
            assert comes_to_be(tab, script, expected), script

        try:
            step(tab, url, sees)
        except (AssertionError, RuntimeError) as error:
            failed.append(f"{step.__name__}: {error}")
    return failed
