"""The store by itself: what the browser keeps, and what becomes of it when the browser cannot."""

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.vectors import VECTORS

FAKE = """() => {
class Fake {
  constructor(values = {}) { this.values = new Map(Object.entries(values)); }
  check(verb) { if (this.fails?.(verb)) throw new DOMException(verb, this.error ?? "SecurityError"); }
  get length() { this.check("length"); return this.values.size; }
  key(index) { this.check("key"); return [...this.values.keys()][index] ?? null; }
  getItem(key) { this.check("get"); return this.values.get(key) ?? null; }
  setItem(key, value) { this.check("set"); this.values.set(key, String(value)); }
  removeItem(key) { this.check("remove"); this.values.delete(key); }
  get all() { return Object.fromEntries([...this.values].sort()); }
}
window.Fake = Fake;
window.P = "second-entretien:";
}"""


@pytest.fixture(scope="module")
def blank(browser: Browser, url: str) -> Any:
    """A page with the modules of the store and a fake storage."""
    context = browser.new_context(timezone_id="Europe/Paris")
    page = context.new_page()
    page.goto(url)
    page.evaluate(FAKE)
    page.evaluate(
        """async () => {
          const load = (name) => import(new URL(`/sources/${name}.js`, location));
          Object.assign(window, await load("file/store"), await load("file/backup"), await load("file/fields"));
          window.ticks = await load("file/ticks");
        }"""
    )
    yield page
    context.close()


def test_each_field_has_a_key_with_its_application_and_interview(blank: Page) -> None:
    keys = blank.evaluate(
        """() => {
          const fake = new Fake(), { current } = new Store(fake);
          current.set("application", "tick:a", "1");
          current.set("interview", "tick:b", "1");
          current.nameInterview(2);
          current.set("interview", "tick:c", "1");
          return Object.keys(fake.all);
        }"""
    )

    assert keys == [
        "second-entretien:a1:i2:tick:b",
        "second-entretien:a1:i2:tick:c",
        "second-entretien:a1:interview",
        "second-entretien:a1:tick:a",
        "second-entretien:version",
    ]


def test_a_visitor_who_keeps_nothing_leaves_nothing(blank: Page) -> None:
    assert blank.evaluate("() => { const f = new Fake(); new Store(f); return f.all; }") == {}


def test_what_was_ticked_before_the_interview_had_a_name_goes_with_it(blank: Page) -> None:
    kept = blank.evaluate(
        """() => {
          const { current } = new Store(new Fake());
          current.set("interview", "tick:b", "1");
          current.nameInterview(2);
          return [current.get("interview", "tick:b"), current.kept.filter(({ interview }) => interview === 0)];
        }"""
    )

    assert kept == ["1", []]


def test_naming_an_interview_never_writes_over_what_it_has(blank: Page) -> None:
    kept = blank.evaluate(
        """() => {
          const fake = new Fake({ [P + "a1:i2:note:b"]: "mine", [P + "a1:i0:note:b"]: "other" });
          const { current } = new Store(fake);
          current.nameInterview(2);
          return [current.get("interview", "note:b"), current.getOf(0, "note:b")];
        }"""
    )

    assert kept == ["mine", "other"]


def test_each_interview_starts_afresh_and_is_found_again(blank: Page) -> None:
    kept = blank.evaluate(
        """() => {
          const { current } = new Store(new Fake());
          current.nameInterview(1);
          current.set("interview", "tick:b", "1");
          current.nameInterview(2);
          const second = current.get("interview", "tick:b");
          current.nameInterview(1);
          return [second, current.get("interview", "tick:b")];
        }"""
    )

    assert kept == [None, "1"]


@pytest.mark.parametrize(
    ("error", "state"), [("SecurityError", "lost"), ("QuotaExceededError", "full")]
)
def test_a_write_that_fails_stays_on_screen_and_is_said(
    blank: Page, error: str, state: str
) -> None:
    seen = blank.evaluate(
        """(error) => {
          const fake = new Fake(), store = new Store(fake);
          Object.assign(fake, { error, fails: (verb) => verb === "set" });
          let told = 0;
          store.subscribe(() => told++);
          store.current.set("application", "tick:a", "1");
          return [store.current.get("application", "tick:a"), store.state, told];
        }""",
        error,
    )

    assert seen == ["1", state, 1]


def test_what_could_not_be_written_is_written_once_there_is_room_again(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake(), store = new Store(fake);
          Object.assign(fake, { error: "QuotaExceededError", fails: (verb) => verb === "set" });
          store.current.set("application", "note:a", "long");
          fake.fails = null;
          store.current.set("application", "note:b", "short");
          return [fake.values.get(P + "a1:note:a"), store.state];
        }"""
    )

    assert seen == ["long", "kept"]


def test_a_storage_that_is_blocked_throws_nothing(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake();
          fake.fails = () => true;
          const store = new Store(fake, fake);
          store.current.set("application", "tick:a", "1");
          store.undoable({ scope: "s", kind: "k" }, () => store.current.set("application", "tick:a", null));
          return [store.current.get("application", "tick:a"), store.state, store.applications.length];
        }"""
    )

    assert seen == [None, "lost", 0]


def test_a_newer_version_is_read_and_never_written(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake({ [P + "version"]: "3", [P + "a1:tick:a"]: "1", [P + "a1:interview"]: "many" });
          const store = new Store(fake);
          const before = JSON.stringify(fake.all);
          store.current.set("application", "tick:b", "1");
          return [store.state, store.current.get("application", "tick:a"),
                  store.current.get("application", "tick:b"), JSON.stringify(fake.all) === before];
        }"""
    )

    assert seen == ["newer", "1", "1", True]


def test_a_tab_of_a_newer_version_stops_this_one_from_writing(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake(), store = new Store(fake);
          store.current.set("application", "tick:a", "1");
          fake.values.set(P + "version", "3");
          store.current.set("application", "tick:b", "1");
          return [store.state, fake.values.has(P + "a1:tick:b"), fake.values.get(P + "version")];
        }"""
    )

    assert seen == ["newer", False, "3"]


def test_keys_of_other_sites_on_the_origin_are_left_alone_even_when_all_is_erased(
    blank: Page,
) -> None:
    kept = blank.evaluate(
        """() => {
          const fake = new Fake({ "other-site": "mine", "/.__palette": "{}" }), store = new Store(fake);
          store.current.set("interview", "tick:a", "1");
          store.add({ company: "Dupont SA" });
          store.erase();
          return fake.all;
        }"""
    )

    assert kept == {"other-site": "mine", "/.__palette": "{}"}


def test_setting_the_same_value_again_tells_nobody(blank: Page) -> None:
    told = blank.evaluate(
        """() => {
          const store = new Store(new Fake());
          store.current.set("application", "tick:a", "1");
          let told = 0;
          store.subscribe(() => told++);
          store.current.set("application", "tick:a", "1");
          return told;
        }"""
    )

    assert told == 0


def test_an_item_that_is_not_for_the_reader_leaves_the_total(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const { current } = new Store(new Fake());
          const items = ["a", "b"].map((id) => ({ id, per: "application" }));
          ticks.setState(current, items[0], ticks.NOT_FOR_ME);
          const one = ticks.tally(current, items);
          ticks.setState(current, items[1], ticks.NOT_FOR_ME);
          return [one, ticks.tally(current, items)];
        }"""
    )

    assert seen == [{"done": 0, "total": 1}, {"done": 0, "total": 0}]


# --- applications


def test_a_second_application_starts_afresh_beside_the_first(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const store = new Store(new Fake(), new Fake());
          store.current.set("application", "tick:a", "1");
          store.add({ company: "Dupont SA" });
          const second = store.current.get("application", "tick:a");
          store.choose("a1");
          return [second, store.current.get("application", "tick:a"), store.applications.length];
        }"""
    )

    assert seen == [None, "1", 2]


def test_each_tab_shows_its_own_application_and_a_new_one_the_last_chosen(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake(), tab = new Fake(), other = new Fake();
          const store = new Store(fake, tab);
          store.current.set("application", "tick:a", "1");
          const { id } = store.add({ company: "Dupont SA" });
          const second = new Store(fake, other);
          second.choose("a1");
          return [new Store(fake, tab).current.id === id, new Store(fake, other).current.id,
                  new Store(fake, new Fake()).current.id];
        }"""
    )

    assert seen == [True, "a1", "a1"]


def test_applications_come_in_the_order_in_which_they_were_added(blank: Page) -> None:
    names = blank.evaluate(
        """() => {
          const kept = { [P + "a1:tick:a"]: "1" };
          for (const [id, day] of [["azz", "01"], ["aaa", "03"], ["amm", "02"]]) {
            kept[`${P}${id}:added`] = `2026-11-${day}T09:00:00.000Z`;
          }
          return new Store(new Fake(kept)).applications.map(({ id }) => id);
        }"""
    )

    assert names == ["a1", "azz", "amm", "aaa"]


def test_a_deleted_application_comes_back_whole_with_undo(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake(), store = new Store(fake, new Fake());
          store.current.set("application", "tick:a", "1");
          const dupont = store.add({ company: "Dupont SA" });
          dupont.nameInterview(1);
          dupont.set("interview", "note:b", "a note");
          const before = JSON.stringify([...store.entries]);
          store.undoable({ scope: "s", kind: "delete" }, () => store.delete(dupont));
          const gone = store.applications.length;
          store.undo();
          return [gone, JSON.stringify([...store.entries]) === before];
        }"""
    )

    assert seen == [1, True]


def test_an_archived_application_is_neither_listed_nor_lost(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const store = new Store(new Fake());
          const dupont = store.add({ company: "Dupont SA" });
          dupont.set("application", "archived", "2026-11-25");
          return [store.applications.length, store.archivedApplications.map(({ id }) => id === dupont.id)];
        }"""
    )

    assert seen == [0, [True]]


def test_the_example_is_in_no_backup_and_not_among_the_readers_own(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const store = new Store(new Fake());
          store.add({ company: "Exemple" }, "example");
          return [store.applications.length, store.example.id, [...store.entries.keys()]];
        }"""
    )

    assert seen == [0, "example", []]


# --- undo


def test_undo_leaves_what_was_changed_again_since(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake(), store = new Store(fake, new Fake());
          const set = (field, value) => store.current.set("application", field, value);
          store.undoable({ scope: "s", kind: "k" }, () => { set("note:a", "x"); set("note:b", "x"); });
          fake.values.set(P + "a1:note:b", "written in another tab");
          store.undo();
          return [store.current.get("application", "note:a"), store.current.get("application", "note:b")];
        }"""
    )

    assert seen == [None, "written in another tab"]


def test_redo_makes_again_what_undo_took_back(blank: Page) -> None:
    got = blank.evaluate(
        """() => {
          const store = new Store(new Fake(), new Fake());
          const set = (value) => store.current.set("application", "note:a", value);
          store.undoable({ scope: "s", kind: "k" }, () => set("x"));
          store.undoable({ scope: "s", kind: "k" }, () => set("xy"));
          const said = [];
          for (const act of ["undo", "undo", "undo", "redo", "redo", "redo", "undo"]) {
            store[act]();
            said.push(store.current.get("application", "note:a"));
          }
          return said;
        }"""
    )

    assert got == ["x", None, None, "x", "xy", "xy", "x"]


def test_redo_leaves_what_was_changed_again_since(blank: Page) -> None:
    got = blank.evaluate(
        """() => {
          const [browser, tab] = [new Fake(), new Fake()];
          const [here, there] = [new Store(browser, tab), new Store(browser, new Fake())];
          const set = (store, field, value) => store.current.set("application", field, value);
          here.undoable({ scope: "s", kind: "k" }, () => {
            set(here, "note:a", "x");
            set(here, "note:b", "x");
          });
          here.undo();
          set(there, "note:a", "theirs");
          here.redo();
          return browser.all;
        }"""
    )

    assert got["second-entretien:a1:note:a"] == "theirs"
    assert got["second-entretien:a1:note:b"] == "x"


def test_redo_is_offered_only_where_it_can_do_something(blank: Page) -> None:
    got = blank.evaluate(
        """() => {
          const store = new Store(new Fake(), new Fake());
          const set = (value) => store.current.set("application", "note:a", value);
          store.undoable({ scope: "s", kind: "k" }, () => set("x"));
          store.undo();
          const offered = [store.lastUndone];
          set("y");
          return [...offered, store.lastUndone];
        }"""
    )

    assert got == [{"scope": "s", "kind": "k"}, None]


def test_what_was_undone_is_made_again_on_the_next_page_of_the_tab(blank: Page) -> None:
    got = blank.evaluate(
        """() => {
          const [browser, tab] = [new Fake(), new Fake()];
          const store = new Store(browser, tab);
          store.undoable({ scope: "s", kind: "k" }, () => store.current.set("application", "note:a", "x"));
          store.undo();
          new Store(browser, tab).redo();
          return [browser.all["second-entretien:a1:note:a"], new Store(browser, tab).lastUndone];
        }"""
    )

    assert got == ["x", None]


def test_undo_takes_back_the_change_that_is_meant_though_another_came_after(blank: Page) -> None:
    got = blank.evaluate(
        """() => {
          const store = new Store(new Fake(), new Fake());
          const set = (kind, field) =>
            store.undoable({ scope: "s", kind }, () => store.current.set("application", field, "1"));
          set("tick", "tick:a");
          set("text", "note:a");
          store.undo({ scope: "s", kind: "tick" });
          return ["tick:a", "note:a"].map((field) => store.current.get("application", field));
        }"""
    )

    assert got == [None, "1"]


def test_nothing_is_left_to_make_again_once_all_is_erased(blank: Page) -> None:
    got = blank.evaluate(
        """() => {
          const [browser, tab] = [new Fake(), new Fake()];
          const store = new Store(browser, tab);
          store.undoable({ scope: "s", kind: "k" }, () => store.current.set("application", "note:a", "x"));
          store.undo();
          store.erase();
          return tab.all;
        }"""
    )

    assert got == {}


def test_a_change_can_be_undone_on_the_next_page_of_the_tab(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake(), tab = new Fake();
          const store = new Store(fake, tab);
          store.undoable({ scope: "s", kind: "k" }, () => store.current.set("application", "note:a", "x"));
          const next = new Store(fake, tab);
          const change = next.lastChange;
          next.undo();
          return [change, next.current.get("application", "note:a"), next.lastChange];
        }"""
    )

    assert seen == [{"scope": "s", "kind": "k"}, None, None]


@pytest.mark.parametrize(
    "kept",
    ["{", "null", "[1]", '[{"change":{"scope":1},"entries":[]}]', '[{"change":{"scope":"s"},"entries":[[1,2,3]]}]'],
)  # fmt: skip
def test_changes_that_cannot_be_read_are_forgotten(blank: Page, kept: str) -> None:
    last = blank.evaluate(
        """(kept) => new Store(new Fake(), new Fake({ "second-entretien-tab:changes": kept })).lastChange""",
        kept,
    )

    assert last is None


# --- shared computers


def test_a_shared_tab_keeps_nothing_in_the_browser(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake(), tab = new Fake(), store = new Store(fake, tab);
          store.share(false);
          store.current.set("application", "note:a", "mine");
          return [fake.all, store.state, new Store(fake, tab).current.get("application", "note:a")];
        }"""
    )

    assert seen == [{}, "shared", "mine"]


def test_a_file_taken_into_a_shared_tab_leaves_the_browser(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake({ "other-site": "x" }), store = new Store(fake, new Fake());
          store.current.set("application", "note:a", "mine");
          store.share(true);
          return [fake.all, store.current.get("application", "note:a")];
        }"""
    )

    assert seen == [{"other-site": "x"}, "mine"]


def test_someone_elses_file_stays_in_the_browser_and_out_of_sight(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const fake = new Fake({ [P + "version"]: "2", [P + "a1:note:a"]: "theirs" });
          const store = new Store(fake, new Fake());
          store.share(false);
          return [store.current.get("application", "note:a"), fake.values.get(P + "a1:note:a")];
        }"""
    )

    assert seen == [None, "theirs"]


@pytest.mark.parametrize(("minutes", "kept"), [(14, "mine"), (16, None)])
def test_a_shared_tab_opened_again_much_later_is_empty(
    blank: Page, minutes: int, kept: str | None
) -> None:
    seen = blank.evaluate(
        """(minutes) => {
          const tab = new Fake(), store = new Store(new Fake(), tab);
          store.share(false);
          store.current.set("application", "note:a", "mine");
          store.leave(0);
          const again = new Store(new Fake(), tab, minutes * 60_000);
          return again.current.get("application", "note:a");
        }""",
        minutes,
    )

    assert seen == kept


# --- older, broken and hostile data


def test_what_version_1_kept_is_brought_up_to_date(blank: Page) -> None:
    case = json.loads((VECTORS / "kept/version-1.json").read_text(encoding="utf-8"))

    kept = blank.evaluate("(kept) => { const f = new Fake(kept); new Store(f); return f.all; }", case["kept"])  # fmt: skip

    assert kept == case["becomes"]


def test_bringing_data_up_to_date_twice_changes_nothing_more(blank: Page) -> None:
    case = json.loads((VECTORS / "kept/version-1.json").read_text(encoding="utf-8"))

    kept = blank.evaluate(
        """(kept) => {
          const fake = new Fake(kept);
          new Store(fake);
          fake.values.set(P + "version", "1"); // a tab of version 1 wrote again
          new Store(fake);
          return fake.all;
        }""",
        case["kept"],
    )

    assert kept == case["becomes"]


FAULTS = """([rounds, steps, seed]) => {
  // mulberry32: the same faults at each run
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  let faults = 0;
  const lost = [];
  for (let round = 0; round < rounds; round++) {
    const fake = new Fake({ "other-site": "mine" });
    const store = new Store(fake, random() < 0.5 ? new Fake() : null);
    fake.fails = (verb) => {
      if (random() > 0.3) return false;
      fake.error = pick(["SecurityError", "QuotaExceededError", "UnknownError"]);
      faults++;
      return true;
    };
    const screen = new Map();
    for (let step = 0; step < steps; step++) {
      const field = `note:n${Math.floor(random() * 6)}`;
      const value = random() < 0.2 ? null : `text ${step}`;
      if (random() < 0.2) store.undoable({ scope: "s", kind: "k" }, () => store.current.set("application", field, value));
      else store.current.set("application", field, value);
      screen.set(field, value);
      for (const [each, wanted] of screen) {
        const shown = store.current.get("application", each);
        if (shown !== wanted) lost.push([round, step, each, shown, wanted]);
      }
    }
    fake.fails = null;
    store.current.set("application", "note:last", String(round));
    for (const [each, wanted] of screen) {
      const kept = fake.values.get(`${P}a1:${each}`) ?? null;
      if (kept !== wanted) lost.push([round, "kept", each, kept, wanted]);
    }
    if (fake.values.get("other-site") !== "mine" || store.state !== "kept") lost.push([round, store.state]);
  }
  return { faults, lost: lost.slice(0, 5) };
}"""


def test_nothing_on_screen_is_lost_through_thousands_of_faults(blank: Page) -> None:
    result = blank.evaluate(FAULTS, [40, 60, 7])

    assert result["lost"] == []
    assert result["faults"] >= 5000


# --- backup

RANDOM_FILES = """([number, seed]) => {
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(random() * n);
  const pick = (list) => list[below(list.length)];
  const letters = ["a", "é", " ", "\\n", "\\r\\n", "\\u0000", "\\u202f", "’", "<b>", "\\"", "\\\\", "\\ud800", "😀", "{x}", "\\u2028", "0"];
  const text = () => Array.from({ length: 1 + below(20) }, () => pick(letters)).join("");
  const day = () => `20${20 + below(80)}-0${1 + below(9)}-${10 + below(18)}`;
  const field = () => pick([
    () => ["tick:" + pick(["x", "y", "send-it"]), pick(["1", "-"])],
    () => ["note:" + pick(["x", "y", "z"]), text()],
    () => ["answer:" + pick(["x", "y", "z"]), text()],
    () => ["day", day()],
    () => ["ended", "14:30"],
    () => ["promise", pick(["nothing", "date", "in-days"])],
    () => ["where", text()],
    () => ["later-" + below(9), text()],
  ])();
  const file = (apart = "") => {
    const entries = new Map();
    for (let i = below(40); i >= 0; i--) {
      const application = pick(["a1", "ab" + below(4), "azz9"]);
      const [name, value] = field();
      entries.set(pick([`${application}:${name}${apart}`, `${application}:i${below(5)}:${name}${apart}`]), value);
    }
    if (random() < 0.3) entries.set("a1:company", text() || "x");
    return new Map([...entries].filter(([key, value]) => isReadable(key, value)).sort());
  };
  const same = (a, b) => JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
  const wrong = [];
  for (let i = 0; i < number; i++) {
    const entries = file();
    const fake = new Fake();
    const store = new Store(fake, new Fake());
    store.replace(entries);
    const before = JSON.stringify(fake.all);
    const backup = backupText(store.entries, new Date(0));
    store.erase();
    if (fake.values.size) wrong.push([i, "erased", fake.all]);
    const read = readBackup(backup);
    store.replace(read.entries ?? new Map());
    if (entries.size && JSON.stringify(fake.all) !== before) wrong.push([i, "round trip"]);
    if (entries.size && backupText(store.entries, new Date(0)) !== backup) wrong.push([i, "backup"]);

    // Different fields: the order does not matter.
    const [one, other] = [file("-one"), file("-other")];
    one.delete("a1:company");
    if (!same(merged(one, other), merged(other, one))) wrong.push([i, "order"]);
    // The same fields: no words are dropped, and once is enough.
    const there = file();
    const both = merged(entries, there);
    const words = (files) => files.flatMap((each) => [...each]).filter(([key]) => isWords(key)).map(([, value]) => value);
    const all = [...both.values()].join("\\u0001");
    for (const value of words([entries, there])) if (!all.includes(value)) wrong.push([i, "dropped", value]);
    if (!same(merged(both, there), both)) wrong.push([i, "twice"]);
  }
  return wrong.slice(0, 5);
}"""


@pytest.mark.parametrize("number", [500, pytest.param(2000, marks=pytest.mark.slow)])
def test_a_restored_backup_is_the_same_file_byte_for_byte(blank: Page, number: int) -> None:
    assert blank.evaluate(RANDOM_FILES, [number, 11]) == []


def test_two_first_applications_of_different_companies_stand_side_by_side(blank: Page) -> None:
    names = blank.evaluate(
        """() => {
          const file = (company) => new Map([["a1:company", company], ["a1:note:x", `of ${company}`]]);
          const both = merged(file("Dupont SA"), file("Martin SA"));
          return [...both].filter(([key]) => !key.startsWith("a1:")).map(([key, value]) => [key.split(":")[1], value]);
        }"""
    )

    assert names == [["company", "Martin SA"], ["note", "of Martin SA"]]


def test_of_two_notes_on_one_item_both_are_kept(blank: Page) -> None:
    note = blank.evaluate(
        """() => merged(new Map([["a1:note:x", "on the phone"]]), new Map([["a1:note:x", "on the laptop"]])).get("a1:note:x")"""
    )

    assert note == "on the phone\n\non the laptop"


def test_a_backup_beyond_any_browsers_storage_is_refused(blank: Page) -> None:
    problems = blank.evaluate(
        """() => {
          const file = (entries) => JSON.stringify({ format: "second-entretien", version: 2, entries });
          const many = (number, key) => Object.fromEntries(Array.from({ length: number }, (_, i) => [key(i), "1"]));
          return [
            "x".repeat(5_000_001),
            file(many(20_001, (i) => `a1:tick:n${i}`)),
            file(many(201, (i) => `a${i}:tick:x`)),
            "[".repeat(100_000),
          ].map((text) => readBackup(text).problem);
        }"""
    )

    assert problems == ["too-large", "too-large", "too-large", "not-json"]


# --- tabs

RACE = """async ([tab, writes]) => {
  const { store } = await import(new URL("/sources/file/store.js", location));
  for (let i = 0; i < writes; i++) {
    store.current.set("application", `note:of-${tab}`, `${tab} ${i}`);
    store.current.set("application", "note:of-all", `${tab} ${i}`);
    if (i % 10 === 0) await new Promise((done) => setTimeout(done));
  }
}"""


def race(browser: Browser, url: str, runs: int) -> None:
    """Let four tabs write 200 times each at once, and compare what they show with what is kept."""
    context = browser.new_context()
    tabs = [context.new_page() for _ in range(4)]
    for tab in tabs:
        tab.goto(url)
    for _ in range(runs):
        for number, tab in enumerate(tabs):
            tab.evaluate(f"void ({RACE})([{number}, 200]).then(() => {{ isDone = true; }})")
        for tab in tabs:
            tab.wait_for_function("() => window.isDone")
        tabs[0].wait_for_timeout(100)
        shown = [
            tab.evaluate(
                """async () => {
                  window.isDone = false;
                  const { store } = await import(new URL("/sources/file/store.js", location));
                  return ["of-0", "of-1", "of-2", "of-3", "of-all"].map(
                    (name) => store.current.get("application", `note:${name}`));
                }"""
            )
            for tab in tabs
        ]

        assert shown[0][:4] == ["0 199", "1 199", "2 199", "3 199"]
        assert shown[0][4].endswith(" 199")
        assert shown == [shown[0]] * 4
    context.close()


@pytest.mark.slow
def test_four_tabs_lose_no_last_write_and_agree(browser: Browser, url: str) -> None:
    race(browser, url, 1)


@pytest.mark.slow
def test_four_tabs_lose_no_last_write_in_ten_runs(browser: Browser, url: str) -> None:
    race(browser, url, 10)
