"""« Mon dossier »: backup and restore, what the browser keeps, erasing, shared computers."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import THANK_YOU_LIST, keep, keep_entries
from tests.conftest import serving
from tests.vectors import vectors

MY_FILE = "my-file/"


def ours(page: Page) -> dict[str, str]:
    """What the browser keeps of the applications, by key."""
    result: dict[str, str] = page.evaluate(
        """() => Object.fromEntries(Object.entries(localStorage).filter(
          ([key]) => /^second-entretien:(a|example)/.test(key)).sort())"""
    )
    return result


def backup(entries: dict[str, Any], version: int = 2) -> str:
    return json.dumps({"format": "second-entretien", "version": version, "entries": entries})


def check(page: Page, text: str) -> None:
    page.get_by_label("Ou texte de la sauvegarde").fill(text)
    page.get_by_role("button", name="Vérifier").click()


def open_with(page: Page, url: str, fields: dict[str, str]) -> None:
    keep(page, url, fields)
    page.goto(url + MY_FILE)


# --- applications


def test_a_press_before_its_script_is_there_is_not_lost(page: Page, url: str) -> None:
    with page.expect_request("**/later-applications.*.js"):
        page.goto(url + MY_FILE)
        page.locator("application-file [data-example]").click()

    expect(page.locator("application-file [data-id=example]")).to_be_visible()


def test_an_application_shows_what_comes_next_and_how_far_it_is(page: Page, url: str) -> None:
    open_with(page, url, {"day": "2026-11-24", "promise": "nothing", "tick:keep-it-short": "1"})

    card = page.locator("application-file [data-id=a1]")
    expect(card.locator("[data-sentence]")).to_contain_text("Envoyez votre e-mail de remerciement")
    expect(card.locator("[data-progress]")).to_contain_text("Éléments cochés : 1 sur 57")


@pytest.mark.slow
def test_an_item_of_a_list_outside_the_path_counts_like_any_other(
    page: Page, edited_site: Path
) -> None:
    with serving(edited_site) as address:
        page.goto(f"{address}more/eve/")
        page.get_by_role("checkbox", name="Vérifiez le trajet.").check()
        page.goto(address + MY_FILE)

        card = page.locator("application-file [data-id=a1]")
        expect(card.locator("[data-progress]")).to_contain_text("Éléments cochés : 1 sur 58")
        expect(card.locator("[data-retired]")).to_be_hidden()


def test_naming_an_application_names_it_everywhere(page: Page, url: str) -> None:
    open_with(page, url, {"tick:keep-it-short": "1"})
    page.get_by_role("button", name="Nom et contact").click()
    page.get_by_label("Entreprise", exact=True).last.fill("Dupont SA")

    expect(page.locator("application-bar [data-name]")).to_have_text("Dupont SA")
    expect(page.locator("application-file [data-name]")).to_have_text("Dupont SA")


def test_a_deleted_application_is_one_button_away(page: Page, url: str) -> None:
    open_with(page, url, {"tick:keep-it-short": "1", "note:keep-it-clear": "x"})
    before = ours(page)
    page.get_by_role("button", name="Supprimer").click()
    assert ours(page) == {}
    page.get_by_role("button", name="Annuler la suppression").click()

    assert ours(page) == before


def test_an_archived_application_leaves_the_bar_and_can_come_back(page: Page, url: str) -> None:
    open_with(page, url, {"tick:keep-it-short": "1"})
    page.get_by_role("button", name="Archiver").click()
    page.get_by_text("Candidatures archivées").click()
    page.get_by_role("button", name="Remettre en cours").click()

    expect(page.locator("application-file [data-list] > li")).to_have_count(1)


def test_ticks_on_items_that_the_guide_no_longer_has_are_counted_and_kept(
    page: Page, url: str
) -> None:
    open_with(
        page, url, {"tick:gone-one": "1", "tick:gone-two": "1", "note:gone-three": "Une note"}
    )

    retired = page.locator("[data-retired]")
    expect(retired.locator("summary")).to_have_text(
        "2 éléments cochés ne figurent plus dans le guide. "
        "1 texte porte sur un élément retiré du guide\u00a0: le voici."
    )
    retired.locator("summary").click()
    expect(retired.locator("li").first).to_have_text("Une note")


def test_the_interview_that_the_tools_speak_of_can_be_chosen(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-10"})
    keep(page, url, {"day": "2026-11-24"}, interview=2)
    page.goto(url + MY_FILE)
    page.get_by_role("button", name="Nom et contact").click()
    page.get_by_label("Entretien affiché dans les listes et les dates").select_option("1")

    assert page.evaluate("localStorage['second-entretien:a1:interview']") == "1"


# --- backup and restore


def test_a_downloaded_backup_brings_everything_back_after_erasing(
    page: Page, url: str, tmp_path: Path
) -> None:
    open_with(page, url, {"day": "2026-11-24", "note:keep-it-clear": "« Été » \\ \n😀"})
    before = ours(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger la sauvegarde").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    page.get_by_role("button", name="Tout effacer…").click()
    page.get_by_role("button", name="Effacer définitivement").click()
    assert ours(page) == {}
    page.get_by_label("Fichier de sauvegarde").set_input_files(file)
    page.get_by_role("button", name="Vérifier").click()
    page.get_by_role("button", name="Restaurer", exact=True).click()

    expect(page.get_by_text("Votre dossier est restauré.")).to_be_visible()
    assert ours(page) == before
    assert file.name == "second-entretien-2026-11-25.json"


def test_the_day_of_the_last_backup_is_said(page: Page, url: str) -> None:
    open_with(page, url, {"day": "2026-11-24"})
    with page.expect_download():
        page.get_by_role("button", name="Télécharger la sauvegarde").click()

    expect(page.locator("[data-facts]")).to_contain_text("sauvegardé aujourd’hui")


def test_nothing_changes_before_a_backup_is_accepted(page: Page, url: str) -> None:
    open_with(page, url, {"note:keep-it-clear": "here"})
    before = ours(page)
    check(page, backup({"a1:i1:note:keep-it-clear": "there", "a1:company": "Dupont SA"}))
    expect(page.locator("[data-preview]")).to_be_focused()
    assert ours(page) == before
    page.get_by_role("button", name="Ne rien changer").click()

    assert ours(page) == before


def test_the_preview_says_what_the_backup_holds_and_what_would_change(page: Page, url: str) -> None:
    open_with(page, url, {"note:keep-it-clear": "here", "tick:keep-it-short": "1"})
    check(
        page, backup({"a1:company": "Dupont SA", "a1:i1:note:keep-it-clear": "la-bas", "a1:x": 7})
    )

    preview = page.locator("[data-preview]")
    expect(preview.locator("[data-applications] li")).to_have_text("Dupont SA (éléments\u00a0: 2)")
    expect(preview.locator("[data-dropped]")).to_contain_text("ne sait pas les lire\u00a0: 1.")
    expect(preview.locator("[data-merge]")).to_contain_text(
        "ajoutés\u00a0: 1\u202f; complétés\u00a0: 1"
    )
    expect(preview.locator("[data-replace]")).to_contain_text(
        "changés\u00a0: 1\u202f; supprimés\u00a0: 2."
    )


@pytest.mark.parametrize(
    ("how", "note"), [("Fusionner.", "here\n\nla-bas"), ("Remplacer.", "la-bas")]
)
def test_a_backup_is_merged_or_replaces_and_can_be_taken_back(
    page: Page, url: str, how: str, note: str
) -> None:
    open_with(page, url, {"note:keep-it-clear": "here", "tick:keep-it-short": "1"})
    before = ours(page)
    check(page, backup({"a1:i1:note:keep-it-clear": "la-bas"}))
    page.get_by_text(how, exact=True).click()
    page.get_by_role("button", name="Restaurer", exact=True).click()
    assert ours(page)["second-entretien:a1:i1:note:keep-it-clear"] == note
    page.get_by_role("button", name="Annuler la restauration").click()

    assert ours(page) == before


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Choisissez un fichier, ou collez"),
        ("Bonjour", "ne ressemble pas à une sauvegarde"),
        ('{"format": "second', "Il manque la fin de cette sauvegarde"),
        ("[]", "n’est pas une sauvegarde de ce guide"),
        (backup({"a1:company": "x"}, 3), "d’une version plus récente"),
        (backup({}), "ne contient rien"),
    ],
)
def test_a_backup_that_cannot_be_taken_says_why_and_what_to_do(
    page: Page, url: str, text: str, message: str
) -> None:
    page.goto(url + MY_FILE)
    check(page, text)

    expect(page.locator("[data-part=restore] [data-error]")).to_contain_text(message)
    expect(page.get_by_label("Ou texte de la sauvegarde")).to_have_value(text)


def test_a_file_that_is_no_text_is_refused(page: Page, url: str, tmp_path: Path) -> None:
    file = tmp_path / "photo.json"
    file.write_bytes(b"\x89PNG\xff\xfe\x00")
    page.goto(url + MY_FILE)
    page.get_by_label("Fichier de sauvegarde").set_input_files(file)
    page.get_by_role("button", name="Vérifier").click()

    expect(page.locator("[data-part=restore] [data-error]")).to_contain_text(
        "ne se lit pas comme du texte"
    )


@pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.slow)])
def test_no_hostile_backup_runs_anything_or_makes_elements(
    page: Page, url: str, every: int
) -> None:
    open_with(page, url, {"tick:keep-it-short": "1"})
    result = page.evaluate(
        """async (backups) => {
          const form = document.querySelector("[data-restore]");
          // Two frames: elements answer after the one that shows what the reader did.
          const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          const wait = async () => { await frame(); await frame(); };
          const dangerous = () => document.querySelectorAll(
            "application-file :is(script, img, svg, iframe, b), application-bar :is(script, img, svg)").length;
          const ours = () => JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith("second-entretien:a")).sort());
          const before = ours();
          const wrong = [];
          for (const { why, text: backup } of backups) {
            form.elements.pasted.value = backup;
            form.requestSubmit();
            await wait();
            if (ours() !== before) wrong.push(["changed before it was accepted", why]);
            if (!document.querySelector("[data-preview]").hidden) {
              document.querySelector("[data-accept]").click();
              await wait();
            }
            if (dangerous()) wrong.push(["made elements", why]);
            document.querySelector("[data-part=restore] [data-undo]:not([hidden])")?.click();
            await wait();
            if (ours() !== before) wrong.push(["not undone", why]);
          }
          return [wrong, window.hacked ?? null];
        }""",
        vectors("hostile-backups")[::every],
    )

    assert result == [[], None]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["constructor", "__proto__", "toString", "hasOwnProperty"])
def test_a_backup_with_names_that_objects_have_breaks_no_page(
    page: Page, url: str, name: str
) -> None:
    page.goto(url + MY_FILE)
    fields = {
        "day": "2026-11-24",
        "promise": "nothing",
        f"tick:{name}": "1",
        f"rating:{name}": name,
    }
    check(
        page,
        backup(
            {
                "a1:place": name,
                "a1:interview": "1",
                **{f"a1:i1:{field}": value for field, value in fields.items()},
            }
        ),
    )
    page.get_by_role("button", name="Restaurer", exact=True).click()
    expect(page.get_by_text("Votre dossier est restauré.")).to_be_visible()
    for path in ("", "guide/thank-you/", "guide/debrief/"):
        page.goto(url + path)
        expect(page.locator("keep-health")).to_be_visible()
    page.goto(url + "my-dates/")

    expect(page.locator("[data-form=interview] #plan-place-error")).to_contain_text(name)


# --- where the file is


def test_erasing_takes_two_steps_and_says_what_it_cannot_erase(page: Page, url: str) -> None:
    open_with(page, url, {"tick:keep-it-short": "1"})
    page.evaluate("localStorage['other-site'] = 'mine'")
    page.get_by_role("button", name="Tout effacer…").click()
    expect(page.locator("[data-confirm]")).to_contain_text("rendez-vous déjà dans un agenda")
    assert ours(page) != {}
    page.get_by_role("button", name="Effacer définitivement").click()

    expect(page.get_by_text("Tout est effacé de ce navigateur.")).to_be_visible()
    assert page.evaluate(
        "[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => !key.endsWith('__palette'))"
    ) == ["other-site"]


def test_what_was_erased_cannot_be_undone_from_the_tab(page: Page, url: str) -> None:
    open_with(page, url, {"tick:keep-it-short": "1"})
    page.get_by_role("button", name="Supprimer").click()
    page.get_by_role("button", name="Tout effacer…").click()
    page.get_by_role("button", name="Effacer définitivement").click()

    expect(page.get_by_role("button", name="Annuler la suppression")).to_be_hidden()


def test_a_shared_computer_keeps_nothing_once_the_tab_is_closed(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    context = new_context()
    page = context.new_page()
    page.goto(url + MY_FILE)
    page.get_by_role("button", name="Ne rien garder après la fermeture").click()
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short [type=checkbox]").check()
    page.reload()
    expect(page.locator("#keep-it-short [type=checkbox]")).to_be_checked()
    expect(page.locator("keep-notice")).to_contain_text("Ordinateur partagé")
    assert ours(page) == {}
    page.close()
    later = context.new_page()
    later.goto(url + THANK_YOU_LIST)

    expect(later.locator("#keep-it-short [type=checkbox]")).not_to_be_checked()


def test_a_shared_computer_ends_with_a_backup_and_nothing_left(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context().new_page()
    page.goto(url + MY_FILE)
    page.get_by_role("button", name="Ne rien garder après la fermeture").click()
    page.goto(url + THANK_YOU_LIST)
    page.locator("#keep-it-short [type=checkbox]").check()
    page.goto(url + MY_FILE)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger ma sauvegarde et tout effacer ici").click()
    entries = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))["entries"]

    assert entries == {"a1:i0:tick:keep-it-short": "1"}
    assert (
        page.evaluate("Object.keys(sessionStorage).filter((key) => !key.endsWith('__palette'))")
        == []
    )


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("granted", "answer"),
    [("true", "Le navigateur répond oui"), ("false", "Le navigateur répond non")],
)
def test_the_browsers_true_answer_to_keeping_the_file_is_said(
    page: Page, url: str, granted: str, answer: str
) -> None:
    page.goto(url + MY_FILE)
    page.evaluate(f"navigator.storage.persist = async () => {granted}")
    page.get_by_role("button", name="Demander au navigateur").click()

    expect(page.locator("[data-part=keeping] [data-said]")).to_contain_text(answer)


def test_values_set_aside_are_told_shown_and_can_be_erased(page: Page, url: str) -> None:
    open_with(page, url, {"day": "2026-11-31"})
    expect(page.locator("keep-notice")).to_contain_text("a mis de côté\u00a0: 1.")
    page.get_by_text("Éléments mis de côté").click()
    expect(page.locator("[data-aside-list] li")).to_have_text("a1:i1:day : 2026-11-31")
    page.get_by_role("button", name="Effacer ces éléments").click()

    expect(page.locator("keep-notice")).to_be_hidden()


# --- the notice


@pytest.mark.parametrize(
    ("fields", "offered"),
    [
        ({"day": "2026-11-18"}, True),
        pytest.param({"day": "2026-11-19"}, False, marks=pytest.mark.slow),
        ({"note:keep-it-clear": "x", "note:keep-it-short": "y", "note:be-polite": "z"}, True),
        pytest.param(
            {"note:keep-it-clear": "x", "note:keep-it-short": "y"}, False, marks=pytest.mark.slow
        ),
    ],
)
def test_a_backup_is_offered_at_the_foot_after_a_week_or_three_texts(
    page: Page, url: str, fields: dict[str, str], offered: bool
) -> None:
    keep(page, url, fields)
    page.goto(url + THANK_YOU_LIST)
    expect(page.locator("keep-health")).to_be_visible()

    expect(page.locator("keep-health [data-due]")).to_be_visible(visible=offered)
    expect(page.locator("keep-health [data-safari]")).to_be_hidden()
    expect(page.locator("keep-health [data-calendar]")).to_be_visible(
        visible=offered and "day" in fields
    )
    expect(page.locator("keep-notice")).to_be_hidden()


def test_safari_is_named_to_safari(new_context: Callable[..., BrowserContext], url: str) -> None:
    page = new_context().new_page()
    page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'vendor', { value: 'Apple Computer, Inc.' })"
    )
    keep(page, url, {"day": "2026-11-10"})
    page.goto(url + "guide/thank-you/")

    expect(page.locator("keep-health [data-safari]")).to_contain_text("Safari efface")


def test_a_tick_alone_asks_for_no_backup(page: Page, url: str) -> None:
    keep(page, url, {"tick:keep-it-short": "1"})
    page.goto(url + THANK_YOU_LIST)
    expect(page.locator("check-list [data-progress-text]")).to_have_text("1 sur 9")

    expect(page.locator("keep-health [data-due]")).to_be_hidden()


def test_the_example_asks_for_no_backup(page: Page, url: str) -> None:
    page.goto(url + MY_FILE)
    page.get_by_role("button", name="Voir un exemple rempli").click()
    expect(page.locator("application-bar [data-name]")).to_contain_text("Exemple")

    expect(page.locator("keep-health")).to_be_hidden()


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("field", "day", "offered"),
    [
        ("backup", "2026-11-19", False),
        ("backup", "2026-11-18", True),
        ("offered", "2026-11-19", False),
        ("offered", "2026-11-18", True),
    ],
)
def test_a_backup_is_offered_again_after_seven_days(
    page: Page, url: str, field: str, day: str, offered: bool
) -> None:
    keep(page, url, {"day": "2026-11-10"})
    keep_entries(page, url, {f"device:{field}": day})
    page.goto(url + THANK_YOU_LIST)
    expect(page.locator("keep-health")).to_be_visible()

    expect(page.locator("keep-health [data-due]")).to_be_visible(visible=offered)


def test_an_installed_copy_that_starts_empty_says_so(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context().new_page()
    page.add_init_script(
        """const { matchMedia } = window;
        window.matchMedia = (query) => query === "(display-mode: standalone)" ? { matches: true } : matchMedia.call(window, query);"""
    )
    page.goto(url + THANK_YOU_LIST)

    expect(page.locator("keep-notice [data-text]")).to_contain_text(
        "a son propre dossier, encore vide"
    )


def test_the_foot_of_a_page_says_where_the_file_is_once_there_is_one(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU_LIST)
    expect(page.locator("keep-health")).to_be_hidden()
    page.locator("#keep-it-short [type=checkbox]").check()

    expect(page.locator("keep-health [data-text]")).to_have_text(
        "Gardé sur cet appareil seulement · pas encore de sauvegarde"
    )
