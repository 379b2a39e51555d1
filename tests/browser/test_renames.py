"""What is kept under former ids and lists: it moves to where the guide looks for it, and no word is lost."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.content.kinds import KINDS
from tests.browser.conftest import keep, keep_entries
from tests.browser.test_store import FAKE
from tests.conftest import ROOT, build, serving

OVERRIDES = ROOT / "overrides"


@pytest.fixture(scope="module")
def blank(browser: Browser, url: str) -> Iterator[Page]:
    """A page with the modules of the store and a fake storage."""
    context = browser.new_context(timezone_id="Europe/Paris")
    page = context.new_page()
    page.goto(url)
    page.evaluate(FAKE)
    page.evaluate(
        """async () => {
          const load = (name) => import(new URL(`/sources/${name}.js`, location));
          Object.assign(window, await load("file/store"), await load("file/backup"), await load("file/fields"), await load("file/renames"));
          window.opened = (kept, register) => {
            const full = { renamed: {}, per: { application: [], interview: [] }, ...register };
            const prefixed = Object.fromEntries(Object.entries(kept).map(([key, value]) => [P + key, value]));
            const fake = new Fake({ [P + "version"]: "2", ...prefixed });
            const store = new Store(fake, new Fake(), Date.now(), full);
            const all = () => Object.fromEntries(Object.entries(fake.all).map(([key, value]) => [key.slice(P.length), value])
              .filter(([key]) => key !== "version" && !key.startsWith("device:")));
            return { store, fake, all, register: full };
          };
        }"""
    )
    yield page
    context.close()


def opened(
    page: Page,
    kept: dict[str, str],
    renamed: dict[str, Any],
    per: dict[str, list[str]] | None = None,
) -> dict[str, str]:
    """Return what the browser keeps once the guide has been opened."""
    register: dict[str, Any] = {"renamed": renamed}
    if per:
        register["per"] = {"application": [], "interview": [], **per}
    result: dict[str, str] = page.evaluate(
        "([kept, register]) => opened(kept, register).all()", [kept, register]
    )
    return result


# --- every family, every kind


def families(page: Page) -> dict[str, list[str]]:
    """Return the kinds of id that name the members of each family."""
    result: dict[str, list[str]] = page.evaluate(
        "() => Object.fromEntries(Object.entries(FAMILIES).map(([name, { ids }]) => [name, ids]))"
    )
    return result


def test_every_family_that_the_code_keeps_says_which_ids_name_its_members(blank: Page) -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(OVERRIDES.rglob("*"))
        if path.suffix in (".js", ".html")
    )
    named = set(re.findall(r'data-(?:family|mark|own)="([a-z-]+)"', sources))
    named |= set(re.findall(r"""[`"'(]([a-z-]+):(?:\$\{|\{\{)""", sources)) - {"mailto", "tel"}
    known = families(blank)

    scopes = {"check-list", "question", "message-draft", "data"}
    assert {name for name in named if not name.startswith("star-{{")} - set(known) - scopes == set()


def test_every_kind_that_names_something_kept_has_a_place_in_the_register(blank: Page) -> None:
    kinds = {kind for ids in families(blank).values() for kind in ids}
    kinds |= set(blank.evaluate("() => Object.values(IDS_KEPT)"))

    assert kinds <= set(KINDS)


def test_a_renamed_id_takes_all_that_is_kept_under_it_along(blank: Page) -> None:
    for family, kinds in families(blank).items():
        value = {"tick": "-", "practised": "2 2026-11-25"}.get(family, "1")
        for kind in kinds:
            key = f"a1:i2:{family}:"
            moved = opened(blank, {key + "old": value}, {kind: {"old": "new"}})

            assert moved == {key + "new": value}, (family, kind)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("a1:i1:promise", "promises"),
        ("a1:i1:news-promise", "promises"),
        ("a1:place", "places"),
        ("a1:i1:rating:x", "debrief_scale"),
    ],
)
def test_a_renamed_id_is_renamed_where_it_is_a_value(blank: Page, key: str, kind: str) -> None:
    assert opened(blank, {key: "old"}, {kind: {"old": "new"}}) == {key: "new"}


def test_dates_that_were_seen_stay_seen_when_a_promise_or_a_place_is_renamed(blank: Page) -> None:
    said = json.dumps(["2026-11-24", ["a", None, 3], "FR", [], [], ["not-yet-date", "2026-11-25", ["a", None, None]]], separators=(",", ":"))  # fmt: skip
    renamed = {"promises": {"a": "b"}, "places": {"FR": "FR-01"}}

    kept = opened(blank, {"a1:i1:seen-said": said}, renamed)

    assert kept["a1:i1:seen-said"] == said.replace('"a"', '"b"').replace("FR", "FR-01")


def test_ids_named_like_parts_of_objects_are_only_ids(blank: Page) -> None:
    kept = {"a1:note:constructor": "x", "a1:place": "__proto__", "a1:i1:promise": "toString"}

    assert opened(blank, kept, {"items": {"old": "new"}}) == kept


# --- both names at once


def test_words_of_both_names_stand_together_and_the_reader_is_told(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const { store, all } = opened({ "a1:answer:old": "from the phone", "a1:answer:new": "from here" },
                                        { renamed: { questions: { old: "new" } } });
          const told = store.joined;
          store.noteJoined(null);
          return [all(), told, store.joined];
        }"""
    )

    text = "from here\n\nfrom the phone"
    assert seen == [{"a1:answer:new": text}, [text], []]


def test_the_subject_of_a_message_stays_one_line(blank: Page) -> None:
    kept = {"a1:i1:subject:old": "Merci", "a1:i1:subject:new": "Entretien"}

    assert opened(blank, kept, {"messages": {"old": "new"}}) == {
        "a1:i1:subject:new": "Entretien, Merci"
    }


@pytest.mark.parametrize(
    ("kept", "state"),
    [
        ({"old": "-", "new": "1"}, "-"),  # an old tab wrote last: each start moves what it finds
        ({"older": "1", "old": "-", "new": "-"}, "1"),
        ({"older": "-", "new": "1"}, "-"),
        ({"one": "-", "other": "1"}, "1"),  # two became one: nothing tells which is newer
        ({"one": "1", "other": "-"}, "1"),
    ],
)
def test_of_two_ticks_the_newer_one_stays(blank: Page, kept: dict[str, str], state: str) -> None:
    renamed = {"older": "old", "old": "new", "one": "new", "other": "new"}
    ticks = {f"a1:tick:{name}": value for name, value in kept.items()}

    assert opened(blank, ticks, {"items": renamed}) == {"a1:tick:new": state}


def test_of_two_ratings_the_one_of_the_later_day_stays(blank: Page) -> None:
    kept = {"a1:practised:new": "3 2026-11-25", "a1:practised:old": "1 2026-11-20"}

    assert opened(blank, kept, {"questions": {"old": "new"}}) == {
        "a1:practised:new": "3 2026-11-25"
    }


# --- a list that changes what it is kept with


def test_an_item_now_kept_with_the_application_takes_the_words_of_every_interview(
    blank: Page,
) -> None:
    kept = {
        "a1:interview": "2",
        "a1:i1:note:x": "first",
        "a1:i2:note:x": "second",
        "a1:i1:tick:x": "1",
        "a1:i2:tick:x": "-",
        "a1:i3:tick:x": "1",
    }

    assert opened(blank, kept, {}, {"application": ["x"]}) == {
        "a1:interview": "2",
        "a1:note:x": "first\n\nsecond",
        "a1:tick:x": "-",
    }


def test_an_item_now_kept_with_each_interview_goes_to_the_one_spoken_of(blank: Page) -> None:
    kept = {"a1:interview": "2", "a1:note:x": "here", "aab:tick:x": "1"}

    assert opened(blank, kept, {}, {"interview": ["x"]}) == {
        "a1:interview": "2",
        "a1:i2:note:x": "here",
        "aab:i0:tick:x": "1",
    }


def test_what_the_guide_does_not_know_stays_where_it_is(blank: Page) -> None:
    kept = {"a1:tick:gone": "1", "a1:i1:note:gone": "x", "a1:later:y": "z", "a1:i1:tick:": "1"}

    assert opened(blank, kept, {"items": {"old": "new"}}, {"application": ["new"]}) == kept


def test_a_value_set_aside_makes_no_application(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const { store } = opened({ "a1:i1:day": "2026-11-31" }, {});
          return [store.setAside.size, store.applications.length, store.isEmpty];
        }"""
    )

    assert seen == [1, 0, True]


# --- other tabs, undo and backups


def test_what_an_old_tab_types_letter_by_letter_is_taken_in_once(blank: Page) -> None:
    seen = blank.evaluate(
        """() => {
          const { store, fake, all } = opened({ "a1:answer:new": "mine" }, { renamed: { questions: { old: "new" } } });
          const write = (value) => { fake.values.set(P + "a1:answer:old", value); store.changedElsewhere(P + "a1:answer:old", value); };
          for (const text of ["t", "th", "thei", "th", "theirs"]) write(text);
          return [all(), store.joined];
        }"""
    )

    assert seen == [{"a1:answer:new": "mine\n\ntheirs"}, ["mine\n\ntheirs"]]


def test_two_tabs_that_both_take_an_old_name_in_do_it_once(blank: Page) -> None:
    kept = blank.evaluate(
        """() => {
          const { store, fake, all, register } = opened({ "a1:answer:new": "mine" }, { renamed: { questions: { old: "new" } } });
          const other = new Store(fake, new Fake(), Date.now(), register);
          for (const text of ["a", "ab", "abc"]) {
            fake.values.set(P + "a1:answer:old", text);
            for (const each of text === "ab" ? [other, store] : [store, other]) each.changedElsewhere(P + "a1:answer:old", text);
          }
          return all();
        }"""
    )

    assert kept == {"a1:answer:new": "mine\n\nabc"}


def test_a_tab_of_a_newer_version_is_not_written_to(blank: Page) -> None:
    kept = blank.evaluate(
        """() => {
          const { store, fake } = opened({}, { renamed: { questions: { old: "new" } } });
          fake.values.set(P + "version", "3");
          fake.values.set(P + "a1:answer:old", "x");
          store.changedElsewhere(P + "a1:answer:old", "x");
          return fake.values.get(P + "a1:answer:old");
        }"""
    )

    assert kept == "x"


def test_a_change_made_under_a_former_id_can_still_be_undone(blank: Page) -> None:
    kept = blank.evaluate(
        """() => {
          const fake = new Fake({ [P + "version"]: "2", [P + "a1:answer:old"]: "x" }), tab = new Fake();
          const before = new Store(fake, tab);
          before.undoable({ scope: "s", kind: "k" }, () => before.current.set("application", "answer:old", "y"));
          const register = { renamed: { questions: { old: "new" } }, per: { application: [], interview: [] } };
          const after = new Store(fake, tab, Date.now(), register);
          const shown = after.current.get("application", "answer:new");
          after.undo();
          return [shown, after.current.get("application", "answer:new"), fake.values.has(P + "a1:answer:old")];
        }"""
    )

    assert kept == ["y", "x", False]


def test_a_backup_of_before_a_rename_opens_under_the_new_names(blank: Page) -> None:
    found = blank.evaluate(
        """() => {
          const text = backupText(new Map([["a1:answer:old", "x"], ["a1:answer:new", "y"], ["a1:i1:promise", "p"]]), new Date(0));
          const register = { renamed: { questions: { old: "new" }, promises: { p: "q" } }, per: { application: [], interview: [] } };
          const { entries, joined, dropped, doubt } = readBackup(text, register);
          return [Object.fromEntries(entries), joined, dropped, doubt];
        }"""
    )

    assert found == [{"a1:answer:new": "y\n\nx", "a1:i1:promise": "q"}, ["a1:answer:new"], 0, None]


# --- any sequence of changes

CHANGES = """([rounds, seed]) => {
  // mulberry32: the same changes at each run
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(random() * n);
  const pick = (list) => list[below(list.length)];
  const kinds = [...new Set(Object.values(FAMILIES).flatMap(({ ids }) => ids))];
  const words = Object.entries(FAMILIES).filter(([, { holds }]) => holds("a text, no id")).map(([name]) => name);
  const lost = [];
  for (let round = 0; round < rounds; round++) {
    const fake = new Fake({ [P + "version"]: "2", [P + "a1:interview"]: String(1 + below(3)) });
    const renamed = Object.fromEntries(kinds.map((kind) => [kind, {}]));
    const ids = Object.fromEntries(kinds.map((kind) => [kind, ["a", "b", "c"]]));
    const per = { application: [], interview: ["a", "b", "c"] };
    const register = () => JSON.parse(JSON.stringify({ renamed, per }));
    const written = [];
    let stores = [new Store(fake, new Fake(), Date.now(), register())], fresh = 3, number = 0;
    for (let step = 0; step < 25; step++) {
      const action = below(5);
      if (action === 0) { // rename, perhaps into another that is there
        const kind = pick(kinds), old = pick(ids[kind]);
        const target = random() < 0.3 ? pick(ids[kind].filter((id) => id !== old)) : `n${fresh++}`;
        if (target === undefined) continue;
        renamed[kind][old] = target;
        ids[kind] = [...new Set(ids[kind].map((id) => (id === old ? target : id)))];
        if (kind === "items") for (const level of ["application", "interview"]) {
          if (per[level].includes(old) && !per.application.includes(target) && !per.interview.includes(target)) per[level].push(target);
          per[level] = per[level].filter((id) => id !== old);
        }
        stores = [...stores.slice(-2), new Store(fake, new Fake(), Date.now(), register())];
      } else if (action === 1) { // a list changes what it is kept with
        const id = pick(ids.items), [from, to] = per.application.includes(id) ? ["application", "interview"] : ["interview", "application"];
        per[from] = per[from].filter((each) => each !== id);
        per[to].push(id);
        stores = [...stores.slice(-2), new Store(fake, new Fake(), Date.now(), register())];
      } else { // some tab writes, perhaps an old one, under an id of its own time
        const family = pick(words), kind = FAMILIES[family].ids[0];
        const id = kind === undefined ? "own" : pick([...ids[kind], ...Object.keys(renamed[kind])]);
        const key = P + `a1:${random() < 0.5 ? `i${1 + below(3)}:` : ""}${family}:${id}`;
        const text = `${fake.values.get(key) ?? ""}<${number++}>`;
        written.push(`<${number - 1}>`);
        fake.values.set(key, text);
        for (const each of stores) if (random() < 0.7) each.changedElsewhere(key, text);
      }
    }
    const { store: last } = { store: new Store(fake, new Fake(), Date.now(), register()) };
    const all = [...last.entries.values()].join("\\n");
    for (const text of written) if (!all.includes(text)) lost.push([round, text]);
    const again = JSON.stringify(fake.all);
    new Store(fake, new Fake(), Date.now(), register());
    if (JSON.stringify(fake.all) !== again) lost.push([round, "a second start changes more"]);
    for (const key of last.entries.keys()) {
      const [family, id] = key.split(":").slice(-2);
      const kind = FAMILIES[family]?.ids.find((each) => Object.hasOwn(renamed[each], id));
      if (kind) lost.push([round, "still under a former id", key]);
    }
  }
  return lost.slice(0, 5);
}"""


@pytest.mark.parametrize("seed", [3, 4])
def test_no_sequence_of_renames_loses_a_word(blank: Page, seed: int) -> None:
    assert blank.evaluate(CHANGES, [300, seed]) == []


@pytest.mark.slow
def test_no_sequence_of_renames_loses_a_word_in_twenty_thousand(blank: Page) -> None:
    assert blank.evaluate(CHANGES, [20_000, 5]) == []


# --- the editor renames, and the reader finds all of it


@pytest.mark.slow  # a build of its own; the renames themselves are tried above
def test_a_reader_finds_what_they_wrote_after_the_editor_renamed_things(
    page: Page,
    project: Path,
    edit: Callable[[str, str, str], None],
    tmp_path: Path,
) -> None:
    data = "docs/data/"
    edit(data + "questions.yml", "id: expected-challenges", "id: challenges-to-expect")
    edit(data + "checklists/after-the-first-interview.yml", "per: application", "per: interview")
    edit(
        data + "register.yml",
        "  expected-challenges:\n",
        "  challenges-to-expect: {formerly: [hard-parts]}\n  hard-parts: {formerly: [expected-challenges]}\n",
    )
    edit(data + "checklists/thank-you.yml", "id: keep-it-clear", "id: stay-clear")
    edit(data + "register.yml", "  keep-it-clear:\n", "  stay-clear: {formerly: [keep-it-clear]}\n")
    site = build(project, tmp_path / "site")
    with serving(site) as address:
        keep(
            page,
            address,
            {
                "day": "2026-11-24",
                "promise": "nothing",
                "tick:keep-it-clear": "1",
                "note:keep-it-clear": "Ma note",
            },
        )
        keep_entries(
            page,
            address,
            {
                "a1:answer:expected-challenges": "Ma réponse",
                "a1:ready:hard-parts": "1",
                "a1:tick:note-tonight": "1",
            },
        )
        page.goto(address + "guide/thank-you/")
        expect(page.locator("#stay-clear [type=checkbox]")).to_be_checked()
        expect(page.locator("#stay-clear textarea")).to_have_value("Ma note")
        page.goto(address + "guide/after-the-first-interview/")
        expect(page.locator("#note-tonight [type=checkbox]")).to_be_checked()
        page.goto(address + "guide/questions/#challenges-to-expect")
        expect(page.locator("#challenges-to-expect [data-family=answer]")).to_have_value(
            "Ma réponse"
        )
        expect(page.locator("#challenges-to-expect [data-mark=ready]")).to_be_checked()
        keys = page.evaluate("Object.keys(localStorage).filter((key) => /keep-it-clear|expected-challenges|hard-parts|a1:tick/.test(key))")  # fmt: skip
        assert keys == []
        page.goto("about:blank")


def test_what_a_browser_kept_with_an_earlier_build_is_all_there(page: Page, url: str) -> None:
    kept = json.loads((ROOT / "tests/vectors/kept/aafbdc2.json").read_text(encoding="utf-8"))
    keep_entries(
        page, url, {key.removeprefix("second-entretien:"): value for key, value in kept.items()}
    )
    page.goto(url + "my-file/")
    expect(page.locator("application-file [data-list] > li")).to_have_count(2)
    now = page.evaluate("({ ...localStorage })")

    assert {key: now.get(key) for key in kept} == kept
