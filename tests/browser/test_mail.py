"""A backup that went through a mail program: it opens with the same words, or is refused with the true reason."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import keep
from tests.browser.test_application_file import MY_FILE, check, ours

# What mail programs, word processors and people do to a text on its way.
WAYS = r"""() => {
const wrapped = (text, most, end = "") => text.split("\n").flatMap((line) => {
  const lines = [];
  while (line.length > most) {
    let at = line.lastIndexOf(" ", most);
    if (at <= 0 || !line.slice(0, at).trim()) at = line.indexOf(" ", most);
    if (at < 0) break;
    lines.push(line.slice(0, at) + end);
    line = line.slice(at + 1);
  }
  return [...lines, line];
}).join("\n");
const encoded = (text) => [...new TextEncoder().encode(text)].map((octet) =>
  octet === 10 ? "\n" : octet < 32 || octet > 126 || octet === 61
    ? `=${octet.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(octet),
).join("").split("\n").map((line) => {
  let result = "";
  while (line.length > 75) {
    let at = 75;
    if (line[at - 1] === "=") at -= 1;
    else if (line[at - 2] === "=") at -= 2;
    result += `${line.slice(0, at)}=\r\n`;
    line = line.slice(at);
  }
  return result + line;
}).join("\r\n");
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const indented = (text, space) => text.replace(/^ +/gm, (spaces) => space.repeat(spaces.length));
const curly = (text, open, close) => text.replace(/(^|[\s(\[{:,])"/g, `$1${open}`).replaceAll('"', close);
window.ways = {
  "nothing": (text) => text,
  "a greeting and a signature": (text) => `Bonjour,\n\nVoici {ma} « sauvegarde » :\n\n${text}\n\n-- \nCamille "CR" {x}\n`,
  "no-break indentation": (text) => indented(text, "\u00a0"),
  "narrow no-break indentation": (text) => indented(text, "\u202f"),
  "wrapped at 76": (text) => wrapped(text, 76),
  "wrapped at 60": (text) => wrapped(text, 60),
  "format=flowed": (text) => wrapped(text, 76, " "),
  "CRLF": (text) => text.replaceAll("\n", "\r\n"),
  "a byte order mark": (text) => `\ufeff${text}`,
  "zero-width marks": (text) => `\u200b${text.replaceAll("\n", "\n\u200b")}\u2060`,
  "quoted": (text) => text.replace(/^/gm, "> "),
  "quoted twice": (text) => text.replace(/^/gm, ">> "),
  "quoted with an attribution": (text) => `Le 3 mai 2026, X a écrit :\n\n${text.replace(/^/gm, "> ")}\n> \n> --\n> X`,
  "wrapped, then quoted": (text) => wrapped(text, 76).replace(/^/gm, "> "),
  "a code fence": (text) => "```json\n" + text + "\n```",
  "the source of a page": (text) => `<p>Bonjour</p>\n<pre>${escaped(text)}</pre>`,
  "the source of a message in HTML": (text) => `<div>${escaped(text).replaceAll("\n", "<br>\n")}</div>`,
  "quoted-printable": encoded,
  "quoted-printable with a greeting": (text) => encoded(`Bonjour à vous,\n\n${text}\n\nÉ`),
  "curly quotes": (text) => curly(text, "“", "”"),
  "German quotes": (text) => curly(text, "„", "“"),
  "guillemets": (text) => curly(text, "«", "»"),
  "spaced guillemets": (text) => curly(text, "«\u00a0", "\u00a0»"),
  "blank lines between": (text) => text.replaceAll("\n", "\n\n"),
  "spaces at line ends": (text) => text.replaceAll("\n", "  \n"),
  "all in one line": (text) => text.replaceAll("\n", " "),
  "the same twice": (text) => `${text}\n\n${text}`,
  "all of it": (text) => `Bonjour\n${indented(wrapped(text, 76), "\u00a0").replace(/^/gm, "> ").replaceAll("\n", "\r\n")}\r\n--\r\nC`,
};
window.cuts = {
  "the end": (text) => text.slice(0, -60), "the start": (text) => text.slice(60),
  "half": (text) => text.slice(0, text.length / 2), "the first half": (text) => text.slice(text.length / 2),
};
window.words = {
  "a1:company": "Dupont & Fils",
  "a1:i1:note:x": 'Il a dit "oui", puis « non », “peut-être” : 5 < 6 & 7 > 2\n> cité\n\n  deux  espaces 👩‍👩‍👧\té \\ {a} = b &quot; =3D https://x.y/?a=1&b=2',
  "a1:i1:draft:thank-you": "mot ".repeat(80) + "L".repeat(300),
  "a1:i1:day": "2026-11-24",
};
const entries = () => new Map(Object.entries(words).sort());
const saved = new Date(0);
window.texts = {
  pasted: backupLines(entries(), saved),
  file: backupText(entries(), saved),
  // As it was written before a backup said how to check it.
  old: JSON.stringify({ format: "second-entretien", version: 2, saved: saved.toISOString(), entries: Object.fromEntries(entries()) }, null, 1),
};
window.outcome = (text) => {
  const { problem, doubt, entries } = readBackup(text);
  if (problem) return problem;
  const isSame = Object.entries(words).every(([key, value]) => entries.get(key) === value) && entries.size === Object.keys(words).length;
  return `${isSame ? "same" : "other"} words, ${doubt ?? "sure"}`;
};
}"""


@pytest.fixture(scope="module")
def blank(browser: Browser, url: str) -> Iterator[Page]:
    """A page that can make backups, change them on their way, and read them."""
    context = browser.new_context(timezone_id="Europe/Paris")
    page = context.new_page()
    page.goto(url)
    page.evaluate(
        "async () => Object.assign(window, await import(new URL('/sources/file/backup.js', location)))"
    )
    page.evaluate(WAYS)
    yield page
    context.close()


def outcomes(page: Page, form: str, ways: str = "ways") -> dict[str, str]:
    """Return what becomes of a form of the backup on each way."""
    result: dict[str, str] = page.evaluate(
        f"""(form) => Object.fromEntries(
          Object.entries({ways}).map(([name, change]) => [name, outcome(change(texts[form]))]))""",
        form,
    )
    return result


@pytest.mark.some(1)
@pytest.mark.parametrize("form", ["pasted", "file"])
def test_a_backup_comes_back_word_for_word_whatever_mail_does_to_it(blank: Page, form: str) -> None:
    found = outcomes(blank, form)

    assert len(found) >= 27
    assert {name: outcome for name, outcome in found.items() if outcome != "same words, sure"} == {}


def test_an_old_backup_opens_too_and_says_that_nothing_can_check_its_words(blank: Page) -> None:
    found = outcomes(blank, "old")

    assert found["nothing"] == "same words, unverified"
    assert {name for name, outcome in found.items() if "words, " not in outcome} == set()
    assert {name for name, outcome in found.items() if outcome.endswith("sure")} == set()


@pytest.mark.some(1)
@pytest.mark.parametrize("form", ["pasted", "file", "old"])
def test_a_backup_that_was_cut_is_refused_with_where_it_was_cut(blank: Page, form: str) -> None:
    assert outcomes(blank, form, "cuts") == {
        "the end": "cut-end",
        "the start": "cut-start",
        "half": "cut-end",
        "the first half": "cut-start",
    }


def test_a_backup_to_paste_is_short_plain_lines(blank: Page) -> None:
    lines = blank.evaluate("texts.pasted").splitlines()

    assert max(map(len, lines)) <= 64
    assert {letter for line in lines[1:-1] for letter in line if not letter.isalnum()} <= {"+", "/"}


@pytest.mark.some(1)
@pytest.mark.parametrize("form", ["pasted", "file"])
def test_a_changed_letter_never_passes_for_the_words_that_were_saved(
    blank: Page, form: str
) -> None:
    silent = blank.evaluate(
        """(form) => {
          const text = texts[form], wrong = [];
          for (let at = 0; at < text.length; at += 3) {
            for (const letter of ["x", "7", " "]) {
              if (text[at] === letter) continue;
              const found = outcome(text.slice(0, at) + letter + text.slice(at + 1));
              if (found === "other words, sure") wrong.push([at, letter]);
            }
          }
          return wrong;
        }""",
        form,
    )

    assert silent == []


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("form", "found"),
    [("pasted", "altered"), ("file", "other words, changed"), ("old", "other words, unverified")],
)
def test_a_piece_lost_in_the_middle_is_refused_or_told(blank: Page, form: str, found: str) -> None:
    text = "outcome(texts[form].replace(/bW90IG1v|mot mot mot/, ''))"

    assert blank.evaluate(f"(form) => {text}", form) == found


def test_two_different_backups_at_once_are_refused(blank: Page) -> None:
    found = blank.evaluate(
        """() => {
          const other = backupText(new Map([["a1:company", "Martin"]]), new Date(0));
          return outcome(`${texts.file}\\n\\n${other}`);
        }"""
    )

    assert found == "several"


# Chains of changes on random texts: the words are the same, or the reader is told.
CHAINS = r"""([rounds, seed]) => {
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const parts = ["mot ", "é", "\n", "“non” ", "« oui », « non » ", '"x", "y": ', "> cité", "\\", "{", "}", "\u00a0",
    "\u200d", "👩‍👧", "&amp; ", "<b>", "=3D", "  ", "…", "'", "long".repeat(30), "\ud800", "a1:x", ": ", ", ", "\t"];
  const cut = (text) => { const at = Math.floor(random() * text.length); return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 50)); };
  const changes = [...Object.values(ways), cut, (text) => text.slice(Math.floor(random() * text.length)), (text) => text.replaceAll("'", "’")];
  const silent = [];
  for (let round = 0; round < rounds; round++) {
    window.words = {};
    for (let i = 0; i <= random() * 5; i++) words[`a1:note:n${i}`] = Array.from({ length: 1 + Math.floor(random() * 25) }, () => pick(parts)).join("");
    let text = pick([backupLines, backupText])(new Map(Object.entries(words)), new Date(0));
    for (let i = 0; i < 1 + random() * 3; i++) text = pick(changes)(text);
    if (outcome(text) === "other words, sure") silent.push([round, text]);
  }
  return silent;
}"""


def test_no_chain_of_changes_gives_other_words_in_silence(blank: Page) -> None:
    assert blank.evaluate(CHAINS, [1_500, 7]) == []


# --- on « Mon dossier »


def test_what_is_copied_can_be_pasted_back_from_a_message(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24", "note:keep-it-clear": "« Été » \\ \n😀"})
    page.goto(url + MY_FILE)
    before = ours(page)
    page.evaluate(
        "() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }"
    )
    page.get_by_role("button", name="Copier la sauvegarde").click()
    text = page.evaluate("copied")
    assert text.startswith("Sauvegarde du guide Second entretien, mercredi")
    page.get_by_role("button", name="Tout effacer…").click()
    page.get_by_role("button", name="Effacer définitivement").click()
    check(
        page, "Bonjour,\n\n" + "\n".join(f"> {line}" for line in text.splitlines()) + "\n-- \nMoi"
    )
    expect(page.locator("[data-doubt]")).to_be_hidden()
    page.get_by_role("button", name="Restaurer", exact=True).click()

    assert ours(page) == before


@pytest.mark.parametrize(
    ("cut", "message"),
    [
        (slice(0, -40), "Il manque la fin de cette sauvegarde."),
        (slice(60, None), "Il manque le début de cette sauvegarde."),
    ],
)
def test_a_cut_backup_says_what_is_missing(
    page: Page, url: str, cut: slice, message: str, blank: Page
) -> None:
    page.goto(url + MY_FILE)
    check(page, blank.evaluate("texts.pasted")[cut])

    expect(page.locator("[data-part=restore] [data-error]")).to_contain_text(message)


def test_a_backup_whose_words_may_have_changed_says_so_before_it_is_taken(
    page: Page, url: str, blank: Page
) -> None:
    page.goto(url + MY_FILE)
    check(page, blank.evaluate("texts.file").replace("Dupont", "Durand"))

    expect(page.locator("[data-doubt]")).to_contain_text("a changé depuis qu’elle a été faite")
