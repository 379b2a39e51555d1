"""What the browser keeps, and what it does when it cannot."""

from typing import Any

import pytest
from playwright.sync_api import Page

FAKE = """() => {
class Fake {
  constructor(values = {}) { this.values = new Map(Object.entries(values)); this.full = false; }
  get length() { return this.values.size; }
  key(index) { return [...this.values.keys()][index] ?? null; }
  getItem(key) { if (this.blocked) throw new Error("blocked"); return this.values.get(key) ?? null; }
  setItem(key, value) { if (this.blocked || this.full) throw new Error("full"); this.values.set(key, value); }
  removeItem(key) { if (this.blocked) throw new Error("blocked"); this.values.delete(key); }
}
window.Fake = Fake;
}"""


@pytest.fixture(scope="module")
def blank(browser: Any, url: str) -> Any:
    """A page with the Store class and a fake storage."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url)
    page.evaluate(FAKE)
    page.evaluate(
        """async () => {
          window.Store = (await import(new URL("lib/store.js", location))).Store;
          window.ticks = await import(new URL("lib/ticks.js", location));
        }"""
    )
    yield page
    context.close()


def test_each_field_has_a_key_with_its_application_and_interview(blank: Page) -> None:
    keys = blank.evaluate(
        """() => {
          const fake = new Fake(), store = new Store(fake);
          store.set("application", "tick:a", "1");
          store.set("interview", "tick:b", "1");
          store.nameInterview(2);
          store.set("interview", "tick:c", "1");
          return [...fake.values.keys()].sort();
        }"""
    )

    assert keys == [
        "second-entretien:a1:i2:tick:b",
        "second-entretien:a1:i2:tick:c",
        "second-entretien:a1:interview",
        "second-entretien:a1:tick:a",
        "second-entretien:version",
    ]


def test_what_was_ticked_before_the_interview_had_a_name_goes_with_it(blank: Page) -> None:
    kept = blank.evaluate(
        """() => {
          const store = new Store(new Fake());
          store.set("interview", "tick:b", "1");
          store.nameInterview(2);
          return store.get("interview", "tick:b");
        }"""
    )

    assert kept == "1"


def test_each_interview_starts_afresh_and_is_found_again(blank: Page) -> None:
    kept = blank.evaluate(
        """() => {
          const store = new Store(new Fake());
          store.nameInterview(1);
          store.set("interview", "tick:b", "1");
          store.nameInterview(2);
          const second = store.get("interview", "tick:b");
          store.nameInterview(1);
          return [second, store.get("interview", "tick:b")];
        }"""
    )

    assert kept == [None, "1"]


def test_a_write_that_fails_stays_on_screen_and_is_said(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake(), store = new Store(fake);
          fake.full = true;
          let told = 0;
          store.subscribe(() => told++);
          store.set("application", "tick:a", "1");
          return [store.get("application", "tick:a"), store.state, told];
        }"""
    )

    assert seen == ["1", "lost", 1]


def test_a_storage_that_is_blocked_throws_nothing(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake();
          fake.blocked = true;
          const store = new Store(fake);
          store.set("application", "tick:a", "1");
          store.set("application", "tick:a", null);
          return [store.get("application", "tick:a"), store.state];
        }"""
    )

    assert seen == [None, "lost"]


def test_a_newer_version_is_read_and_never_written(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake({ "second-entretien:version": "2", "second-entretien:a1:tick:a": "1" });
          const store = new Store(fake);
          const before = JSON.stringify([...fake.values]);
          store.set("application", "tick:b", "1");
          return [store.state, store.get("application", "tick:a"), store.get("application", "tick:b"),
                  JSON.stringify([...fake.values]) === before];
        }"""
    )

    assert seen == ["newer", "1", "1", True]


def test_keys_of_other_sites_on_the_origin_are_left_alone(blank: Page) -> None:
    kept = blank.evaluate(
        """() => {
          const fake = new Fake({ "other-site": "mine" }), store = new Store(fake);
          store.set("interview", "tick:a", "1");
          store.nameInterview(1);
          store.set("interview", "tick:a", null);
          return fake.values.get("other-site");
        }"""
    )

    assert kept == "mine"


def test_setting_the_same_value_again_tells_nobody(blank: Page) -> None:
    told = blank.evaluate(
        """() => {
          const store = new Store(new Fake());
          store.set("application", "tick:a", "1");
          let told = 0;
          store.subscribe(() => told++);
          store.set("application", "tick:a", "1");
          return told;
        }"""
    )

    assert told == 0


def test_a_renamed_item_is_still_ticked_and_can_be_unticked(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const store = new Store(new Fake({ "second-entretien:a1:tick:old-id": "1" }));
          const item = { id: "new-id", formerly: ["old-id"] };
          const before = ticks.isTicked(store, "application", item);
          ticks.tick(store, "application", item, false);
          return [before, ticks.isTicked(store, "application", item)];
        }"""
    )

    assert seen == [True, False]
