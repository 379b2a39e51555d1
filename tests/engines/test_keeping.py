"""What is typed and ticked is kept in Firefox and WebKitGTK too."""

import pytest

from tests.engines.engine import Engine, Key
from tests.engines.visitor import comes_to_be, is_ticked, press, value, write

pytestmark = pytest.mark.slow
THANK_YOU = "guide/thank-you/#thank-for-time"  # with its list unfolded
NOTE = "message-draft [data-name=to]"
BOX = "check-list [type=checkbox]"
CHOICE = "application-bar select"


@pytest.fixture
def written(engine: Engine, url: str) -> Engine:
    """A visitor who wrote into the message, without leaving the field, and ticked an item before."""
    engine.open(url + THANK_YOU)
    press(engine, BOX)
    write(engine, NOTE, "Madame Lefèvre")
    return engine


def test_what_was_typed_and_ticked_is_there_after_a_reload(written: Engine) -> None:
    written.reload()

    assert comes_to_be(written, value(NOTE), "Madame Lefèvre")
    assert comes_to_be(written, is_ticked(BOX), True)


def test_a_tick_kept_no_longer_does_not_come_back_with_the_page(written: Engine) -> None:
    written.evaluate("() => localStorage.clear()")
    written.reload()

    assert comes_to_be(written, "document.querySelector('check-list [data-open]') !== null", True)
    assert comes_to_be(written, is_ticked(BOX), False)


def test_what_was_typed_is_there_after_another_page(written: Engine, url: str) -> None:
    written.open(url + "guide/follow-up/")
    written.open(url + THANK_YOU)

    assert comes_to_be(written, value(NOTE), "Madame Lefèvre")


def test_what_was_typed_and_ticked_is_there_in_the_other_language(written: Engine) -> None:
    press(written, "[data-other-language]")

    assert comes_to_be(written, "document.documentElement.lang", "en")
    assert comes_to_be(written, value(NOTE), "Madame Lefèvre")
    assert comes_to_be(written, is_ticked(BOX), True)


def test_a_second_application_begins_empty_and_leaves_the_first_as_it_was(
    written: Engine, url: str
) -> None:
    written.open(url + "my-file/")
    press(written, "application-bar [data-add]")
    write(written, "application-bar form [name=company]", "Martin")
    press(written, "application-bar form [type=submit]")
    assert comes_to_be(written, "document.querySelector('#se-application').length", 2)
    written.open(url + THANK_YOU)
    assert comes_to_be(written, value(NOTE), "")
    assert comes_to_be(written, is_ticked(BOX), False)
    write(written, NOTE, "Ali")
    press(written, "application-bar summary")
    # By keys alone: when the list of a select has opened or closed, no page is told.
    written.evaluate("(selector) => document.querySelector(selector).focus()", CHOICE)
    written.type(Key.UP)

    assert comes_to_be(written, value(NOTE), "Madame Lefèvre")
    assert comes_to_be(written, is_ticked(BOX), True)


def test_a_second_tab_shows_what_is_typed_in_the_first(written: Engine, url: str) -> None:
    other = written.another()
    other.open(url + THANK_YOU)
    shown = comes_to_be(other, value(NOTE), "Madame Lefèvre")
    write(written, NOTE, "!")
    followed = comes_to_be(other, f"{value(NOTE)}.includes('!')", True)
    other.close()

    assert (shown, followed) == (True, True)


def test_undo_takes_back_what_was_typed_and_nothing_else(written: Engine) -> None:
    press(written, "message-draft [data-name=job]")
    written.type("Comptable")
    press(written, "message-draft [data-undo]")

    assert comes_to_be(written, value("message-draft [data-name=job]"), "")
    assert comes_to_be(written, value(NOTE), "Madame Lefèvre")
