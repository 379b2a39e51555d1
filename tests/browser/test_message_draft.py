"""Messages: built from what the candidate gives, then theirs; and read over as they type."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import keep
from tests.browser.test_applications import add_here, named

THANK_YOU = "guide/thank-you/"
TOP = "(element) => Math.round(element.getBoundingClientRect().top)"
AFTER = "more/after-the-answer/"
LOAD = """async () => {
  const load = (name) => import(new URL(`/sources/${name}.js`, location));
  window.lib = Object.assign({}, ...(await Promise.all(["writing/message", "writing/text"].map(load))));
  const { lang } = window.guideSettings;
  const { other } = document.querySelector("message-draft").dataset;
  window.written = {
    [lang]: window.guideSettings,
    [lang === "fr" ? "en" : "fr"]: await (await fetch(other)).json(),
  };
}"""


@pytest.fixture(scope="module")
def lib(browser: Any, url: str) -> Any:
    """A page that can import the module and knows the messages; no test changes it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url + THANK_YOU)
    page.evaluate(LOAD)
    yield page
    context.close()


REMARKS = """([lang, interview, asked, full]) => {
  const settings = written[lang];
  const name = document.querySelector("message-draft").dataset.message;
  const given = full ? {
    to: "Camille Renard", name: "Sacha Martin", job: "assistant", company: "Canal", day: "mardi 24 novembre",
    point: "le nouveau site", idea: "ouvrir le samedi", why: "nous aimons le bois", availability: "mardi",
  } : {};
  const { mute_h, unelided, fitting } = settings;
  const its = { lang, interview, given, choices: asked, muteH: mute_h, unelided, fitting };
  const { subject, body } = lib.buildMessage(settings.messages[name], its);
  const { elements, words, seconds, ...found } = lib.adviceOn(
    body, settings.messages[name], its, settings.message_advice);
  return {
    ...found,
    hole: /[{}]|undefined|  /.test(subject + body),
    wrong: elements.filter(({ state }) => state === "missing" || state === "unwanted"),
    optional: elements.filter(({ state }) => state === "optional").map(({ id }) => id),
  };
}"""
NO_REMARK = {
    "longSentences": [],
    "vague": [],
    "familiar": [],
    "informal": [],
    "hasGreeting": True,
    "hasClosing": True,
    "exclaims": False,
    "hole": False,
    "wrong": [],
}


@pytest.mark.some(3)
@pytest.mark.parametrize("path", [THANK_YOU, AFTER])
@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("interview", [1, 2])
def test_a_message_of_ours_deserves_no_remark_of_ours(
    page: Page, url: str, path: str, lang: str, interview: int
) -> None:
    page.goto(url + path)
    page.evaluate(LOAD)
    asked = ["agreement", "openness", "undecided", "advice"]

    got = page.evaluate(REMARKS, [lang, interview, asked, True])

    assert got == {**NO_REMARK, "length": "right", "optional": []}


@pytest.mark.some(2)
@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("interview", [1, 2])
def test_a_message_of_nothing_given_has_no_hole(lib: Page, lang: str, interview: int) -> None:
    got = lib.evaluate(REMARKS, [lang, interview, ["undecided"], False])

    del got["length"], got["optional"]
    assert got == NO_REMARK


def draft(page: Page) -> Locator:
    return page.locator("message-draft [data-keep^='draft:']")


def unfold(page: Page) -> None:
    """Open the fields that few need."""
    page.locator("message-draft form summary").click()


def remarks(page: Page) -> Locator:
    return page.locator("message-draft [data-remarks] li:visible")


def element(page: Page, name: str) -> Locator:
    return page.locator(f"message-draft [data-element={name}]")


def test_the_message_follows_what_the_candidate_gives(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.get_by_label("Un sujet dont vous avez parlé").fill("la refonte du site")

    expect(draft(page)).to_have_value(re.compile("Notre échange sur la refonte du site m’a"))


def test_the_file_gives_job_contact_and_day(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24"})
    keep_of_application(
        page, {"job": "assistant", "contact-name": "Camille", "contact-email": "c@d.org"}
    )
    page.goto(url + THANK_YOU)
    unfold(page)

    expect(draft(page)).to_have_value(
        re.compile("^Bonjour Camille,\n\n.* le mardi 24\u00a0novembre .* poste d’assistant")
    )
    expect(page.get_by_label("Son adresse e-mail")).to_have_value("c@d.org")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-19", "Le délai est passé\u00a0: envoyez-le quand même."),
        (
            "2026-11-18",
            "Il est tard pour un simple merci\u00a0: gardez ce message pour votre relance.",
        ),
    ],
)
def test_three_working_days_late_a_thank_you_waits_for_the_follow_up(
    page: Page, url: str, day: str, said: str
) -> None:
    keep(page, url, {"day": day, "promise": "nothing"})
    page.goto(url + THANK_YOU)

    expect(page.locator("thank-you-deadline [data-by]")).to_have_text(said)


def test_the_phone_stands_beside_the_name(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.get_by_label("Votre nom").fill("Sacha Martin")
    unfold(page)
    page.get_by_label("Votre téléphone").fill("06 12 34 56 78")

    expect(draft(page)).to_have_value(re.compile("Sacha Martin – 06 12 34 56 78$"))


@pytest.mark.parametrize(("interview", "offered"), [(1, True), (2, False)])
def test_another_job_is_spoken_of_after_the_first_interview_only(
    page: Page, url: str, interview: int, offered: bool
) -> None:
    keep(page, url, {"day": "2026-11-24", "ask:openness": "1"}, interview)
    page.goto(url + THANK_YOU)
    unfold(page)

    expect(page.locator("[data-ask=openness]")).to_be_visible(visible=offered)
    expect(draft(page)).to_have_value(
        re.compile(f"^Bonjour,(?{'=' if offered else '!'}.*à un autre poste)", re.DOTALL)
    )


def keep_of_application(page: Page, fields: dict[str, str]) -> None:
    page.evaluate(
        """(fields) => {
          for (const [field, value] of Object.entries(fields)) {
            localStorage[`second-entretien:a1:${field}`] = value;
          }
        }""",
        fields,
    )


def test_a_message_in_english_on_the_french_page(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    unfold(page)
    page.get_by_label("Langue du message").select_option("en")

    expect(draft(page)).to_have_value(re.compile("^Hello,\n\nThank you"))
    expect(draft(page)).to_have_attribute("lang", "en")


def test_a_language_that_cannot_be_loaded_is_said_and_the_message_stays(
    page: Page, url: str
) -> None:
    page.goto(url + THANK_YOU)
    unfold(page)
    page.route("**/messages.*.json", lambda route: route.abort())
    page.get_by_label("Langue du message").select_option("en")
    expect(page.locator("message-draft [data-said]")).to_contain_text("n’a pas pu être chargée")
    expect(draft(page)).to_have_value(re.compile("^Bonjour,"))
    page.unroute_all()
    page.get_by_label("Langue du message").select_option("fr")
    page.get_by_label("Langue du message").select_option("en")

    expect(draft(page)).to_have_value(re.compile("^Hello,"))


def test_the_language_of_a_message_survives_the_change_of_page(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    unfold(page)
    page.get_by_label("Langue du message").select_option("fr")
    page.goto(url + "en/" + THANK_YOU)

    expect(draft(page)).to_have_value(re.compile("^Bonjour,"))


def test_what_the_candidate_writes_is_theirs(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    draft(page).fill("Bonjour, merci.")
    page.get_by_label("Un sujet dont vous avez parlé").fill("la refonte du site")
    page.reload()

    expect(draft(page)).to_have_value("Bonjour, merci.")
    expect(page.locator("[data-own]")).to_be_visible()


def test_building_again_can_be_undone(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    draft(page).fill("Bonjour, merci.")
    page.get_by_role("button", name="Refaire le message").click()
    expect(draft(page)).to_have_value(re.compile("Je vous remercie du temps"))
    page.get_by_role("button", name="Reprendre mon texte").click()

    expect(draft(page)).to_have_value("Bonjour, merci.")


def test_undoing_the_first_change_gives_back_the_message_that_follows(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    draft(page).fill("Bonjour, merci.")
    draft(page).blur()
    page.get_by_role("button", name="Annuler la dernière saisie").click()

    expect(draft(page)).to_have_value(re.compile("Je vous remercie du temps"))
    expect(page.locator("[data-own]")).to_be_hidden()


def test_each_interview_has_its_message(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-20", "draft:thank-you": "Le premier"}, 1)
    keep(page, url, {"day": "2026-11-24", "draft:thank-you": "Le second"}, 2)
    page.goto(url + THANK_YOU)

    expect(draft(page)).to_have_value("Le second")


def test_a_choice_is_kept_and_undone(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    unfold(page)
    page.get_by_label("Un autre poste m’intéresserait aussi").check()
    page.reload()
    expect(draft(page)).to_have_value(re.compile("convenir à un autre poste"))
    page.get_by_role("button", name="Annuler le dernier choix").click()

    expect(page.get_by_label("Un autre poste m’intéresserait aussi")).not_to_be_checked()


def test_a_decision_taken_leaves_the_wish_for_an_answer_out(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    unfold(page)
    page.get_by_label("La décision est déjà prise").check()

    expect(element(page, "answer")).to_be_hidden()
    expect(draft(page)).not_to_have_value(re.compile("votre réponse"))


def test_a_thank_you_after_the_second_interview_asks_for_nothing(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24"}, 2)
    page.goto(url + THANK_YOU)
    expect(draft(page)).not_to_have_value(re.compile("réponse|décidé"))
    expect(page.get_by_label("La décision est déjà prise")).to_be_hidden()
    draft(page).fill("Bonjour, merci. J’attends votre réponse. Cordialement")

    expect(remarks(page).last).to_have_text(
        "Remercier n’est pas relancer\u00a0: ne demandez pas de réponse dans ce message."
    )


def test_the_advice_follows_each_key(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    expect(page.locator("[data-verdict]")).to_contain_text("nos repères sont respectés")
    draft(page).fill("Salut")

    expect(page.locator("[data-length]")).to_contain_text("Mots\u00a0: 1 ·")
    expect(remarks(page)).to_have_text([
        "Commencez par saluer la personne.",
        re.compile("C’est court, moins de 40\u00a0mots"),
        "Mots trop familiers\u00a0: salut.",
        "Terminez par une formule de politesse.",
        "À ajouter – Un remerciement pour le temps accordé.",
        "À ajouter – Votre souhait d’une réponse, si possible positive.",
    ])  # fmt: skip
    expect(element(page, "openness")).to_contain_text("Au choix")


def test_the_mail_program_gets_recipient_subject_and_lines(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    unfold(page)
    page.get_by_label("Son adresse e-mail").fill("c.renard@example.org")
    page.get_by_label("Objet").fill("Merci & à bientôt ?")
    draft(page).fill("Un\n\nDeux")

    address = page.get_by_role("link", name="Ouvrir dans ma messagerie").get_attribute("href")
    parts = urlsplit(address or "")
    assert (parts.scheme, parts.path) == ("mailto", "c.renard@example.org")
    assert parse_qs(parts.query) == {"subject": ["Merci & à bientôt ?"], "body": ["Un\r\n\r\nDeux"]}


def test_a_message_that_a_mail_program_may_cut_says_so(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    expect(page.locator("[data-cut]")).to_be_hidden()
    draft(page).fill("é" * 400)

    expect(page.locator("[data-cut]")).to_be_visible()


def test_the_message_is_copied(new_context: Callable[..., BrowserContext], url: str) -> None:
    context = new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(url + THANK_YOU)
    draft(page).fill("Bonjour, merci.")
    page.get_by_role("button", name="Copier le message").click()

    expect(page.locator("message-draft [data-said]")).to_have_text("Message copié.")
    assert page.evaluate("navigator.clipboard.readText()") == "Bonjour, merci."


def test_what_cannot_be_copied_is_selected(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.get_by_role("button", name="Copier le message").click()

    expect(page.locator("message-draft [data-said]")).to_contain_text("le texte est sélectionné")
    expect(draft(page)).to_be_focused()


def test_what_is_typed_never_becomes_html(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    draft(page).fill("<img src=x onerror=alert(1)> " + "mot " * 30)

    expect(remarks(page).filter(has_text="<img src=x")).to_have_count(1)
    expect(page.locator("message-draft img")).to_have_count(0)


def test_after_a_no_the_message_keeps_the_door_open(page: Page, url: str) -> None:
    page.goto(url + AFTER)

    expect(draft(page)).to_have_value(re.compile("Si votre choix venait à changer"))
    expect(page.locator("message-draft [data-verdict]")).to_contain_text(
        "nos repères sont respectés"
    )


def test_both_messages_of_an_interview_share_what_was_told(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.get_by_label("À qui écrivez-vous").fill("Madame Renard")
    page.goto(url + AFTER)

    expect(draft(page)).to_have_value(re.compile("^Bonjour Madame Renard,"))


def test_the_name_of_another_application_is_proposed(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    named(page)
    page.reload()
    page.get_by_label("Votre nom").fill("Sacha Martin")
    add_here(page, "Dupont SA")

    expect(page.get_by_label("Votre nom")).to_have_value("Sacha Martin")
    expect(draft(page)).to_have_value(re.compile("Sacha Martin$"))


def test_without_javascript_a_model_stands_in_place_of_the_form(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(url + THANK_YOU)

    expect(page.locator("message-draft blockquote")).to_contain_text("[votre idée]")
    expect(page.locator("message-draft form")).to_be_hidden()


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("typed", "recipients", "said"),
    [
        ("camille.renard@example.org", "camille.renard@example.org", ""),
        ("Camille Renard <camille.renard@example.org>", "camille.renard@example.org",
         "Adresse lue : camille.renard@example.org"),
        ("<a@example.org>; b@example.org.", "a@example.org,b@example.org",
         "Adresse lue : a@example.org, b@example.org"),
        ("Camille Renard", "", "Aucune adresse reconnue. Écrivez par exemple c.renard@exemple.fr."),
    ],
)  # fmt: skip
def test_the_address_that_was_read_is_said_once_its_field_is_left(
    page: Page, url: str, typed: str, recipients: str, said: str
) -> None:
    page.goto(url + THANK_YOU)
    unfold(page)
    page.locator("[data-name=email]").click()
    page.keyboard.type(typed)
    top = page.locator("[data-name=point]").evaluate(TOP)
    page.keyboard.press("Tab")

    expect(page.locator("[data-recipients]")).to_have_text(said)
    mail = page.locator("[data-mail]").get_attribute("href") or ""
    assert mail.startswith(f"mailto:{recipients}?subject=")
    assert page.locator("[data-name=point]").evaluate(TOP) == top


def test_a_message_without_a_remark_says_what_is_left_to_read(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    for name, text in (("to", "Camille"), ("job", "comptable"), ("name", "Sacha Martin")):
        page.locator(f"[data-name={name}]").fill(text)

    verdict = page.locator("message-draft [data-verdict]")
    expect(verdict).to_have_text("nos repères sont respectés\u202f; relisez l’orthographe.")


@pytest.mark.some(1)
@pytest.mark.parametrize("word", ["tu", "Toi", "t’ai"])
def test_an_informal_you_is_asked_about(page: Page, url: str, word: str) -> None:
    page.goto(url + THANK_YOU)
    draft(page).fill(f"Bonjour Camille,\n\n{word} merci.\n\nCordialement,")

    expect(remarks(page).filter(has_text="Vous dites « tu »")).to_have_count(1)


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("greeting", "closing"),
    [("Hi Sarah,", "Many thanks,"), ("Dear Sarah,", "Best,"), ("Hello Sarah,", "All the best,")],
)
def test_the_usual_english_greetings_and_closings_pass(
    page: Page, url: str, greeting: str, closing: str
) -> None:
    page.goto(url + "en/" + THANK_YOU)
    draft(page).fill(f"{greeting}\n\nThank you for your time.\n\n{closing}\nSacha")

    expect(remarks(page).filter(has_text=re.compile("greeting|closing|casual"))).to_have_count(0)
