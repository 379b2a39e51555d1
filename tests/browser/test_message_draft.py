"""Messages: built from what the candidate gives, then theirs; and read over as they type."""

import json
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from macros.languages import LANGUAGES
from macros.message_data import as_json as messages_in
from tests.browser.conftest import keep, keep_entries
from tests.browser.test_applications import add_here, named
from tests.conftest import CONTENT

THANK_YOU = "guide/thank-you/"
TOP = "(element) => Math.round(element.getBoundingClientRect().top)"
AFTER = "more/after-the-answer/"
WRITTEN = json.loads(messages_in(CONTENT, LANGUAGES))
LOAD = """async (written) => {
  window.written = written;
  const load = (name) => import(new URL(`/sources/${name}.js`, location));
  window.lib = Object.assign({}, ...(await Promise.all(["writing/message", "writing/review", "writing/text"].map(load))));
}"""


@pytest.fixture(scope="module")
def lib(browser: Any, url: str) -> Any:
    """A page that can import the module and knows the messages; no test changes it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url + "robots.txt")  # the lightest page of the origin
    page.evaluate(LOAD, WRITTEN)
    yield page
    context.close()


REMARKS = """([lang, interview, through, names, choices]) => {
  const { mute_h, unelided, fitting, messages, message_advice } = written[lang];
  const given = Object.fromEntries(names.map((name) => [name, name === "meeting" ? "mardi" : "ce mot"]));
  const its = { lang, interview, through, given, choices, muteH: mute_h, unelided, fitting };
  return Object.fromEntries(Object.entries(messages).map(([id, message]) => {
    const { subject, body } = lib.buildMessage(message, its);
    const { elements, words, seconds, ...found } = lib.adviceOn(body, message, its, message_advice);
    return [id, {
      ...found,
      hole: /[{}]|undefined|  /.test(subject + body),
      lacking: lib.lackingIn({ subject, body }, its, message_advice, false),
      wrong: elements.filter(({ state }) => state === "missing" || state === "unwanted"),
      optional: elements.filter(({ state }) => state === "optional").map(({ id }) => id),
    }];
  }));
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
}


@pytest.mark.some(4)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("interview", [1, 2])
@pytest.mark.parametrize("through", ["employer", "agency"])
def test_a_message_of_ours_deserves_no_remark_of_ours(
    lib: Page, lang: str, interview: int, through: str
) -> None:
    names, choices = [[*each] for each in (CONTENT.messages.names, CONTENT.messages.choices)]

    got = lib.evaluate(REMARKS, [lang, interview, through, names, choices])

    all_there = {**NO_REMARK, "length": "right", "lacking": [], "wrong": [], "optional": []}
    assert got == dict.fromkeys(got, all_there)


@pytest.mark.some(2)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("through", ["employer", "agency"])
def test_a_message_of_nothing_given_has_no_hole_and_lacks_job_and_name(
    lib: Page, lang: str, through: str
) -> None:
    got = lib.evaluate(REMARKS, [lang, 1, through, [], []])

    for each in got.values():
        del each["length"], each["optional"], each["wrong"]
    assert got == {key: {**NO_REMARK, "lacking": ["job", "name"]} for key in got}


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
        page, url, {"job": "assistant", "contact-name": "Camille", "contact-email": "c@d.org"}
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
        ("2026-11-19", "Le délai est passé\u00a0: envoyez quand même votre e-mail."),
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


@pytest.mark.slow
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


def keep_of_application(page: Page, url: str, fields: dict[str, str]) -> None:
    keep_entries(page, url, {f"a1:{field}": value for field, value in fields.items()})


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


@pytest.mark.slow
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


@pytest.mark.slow
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


def test_the_wish_for_an_answer_is_said_to_those_who_ask(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    unfold(page)
    expect(draft(page)).not_to_have_value(re.compile("J’espère une réponse favorable"))
    page.get_by_label("La décision n’est pas encore prise").check()

    expect(draft(page)).to_have_value(re.compile("J’espère une réponse favorable"))
    expect(element(page, "answer")).to_contain_text("Présent")


def test_a_thank_you_after_the_second_interview_asks_for_nothing(page: Page, url: str) -> None:
    keep(page, url, {"day": "2026-11-24"}, 2)
    page.goto(url + THANK_YOU)
    expect(draft(page)).not_to_have_value(re.compile("réponse|décidé"))
    expect(page.get_by_label("La décision n’est pas encore prise")).to_be_hidden()
    draft(page).fill("Bonjour, merci. J’attends votre réponse. Cordialement")

    expect(remarks(page).last).to_have_text(
        "Remercier n’est pas relancer\u00a0: ne demandez pas de réponse dans ce message."
    )


def test_the_advice_follows_each_key(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    expect(page.locator("[data-verdict]")).to_contain_text("commencez par le poste et votre nom")
    draft(page).fill("Salut")

    expect(page.locator("[data-length]")).to_contain_text("Mots\u00a0: 1 ·")
    expect(remarks(page)).to_have_text([
        "Votre nom n’est pas à la fin du message.",
        "Commencez par saluer la personne.",
        re.compile("C’est court\u00a0: moins de 40\u00a0mots"),
        "Mots trop familiers\u00a0: salut.",
        "Terminez par une formule de politesse.",
        "À ajouter – Un remerciement pour le temps accordé.",
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
    page.locator("[data-name=job]").fill("comptable")
    page.locator("[data-name=name]").fill("Sacha Martin")
    expect(page.locator("message-draft [data-verdict]")).to_contain_text(
        "nos repères sont respectés"
    )


def test_both_messages_of_an_interview_share_what_was_told(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.get_by_label("À qui écrivez-vous").fill("Madame Renard")
    page.goto(url + AFTER)

    expect(draft(page)).to_have_value(re.compile("^Bonjour Madame Renard,"))


@pytest.mark.slow
def test_the_name_of_another_application_is_proposed(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    named(page, url)
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


@pytest.mark.some(1)
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
    page.keyboard.insert_text(typed)
    top = page.locator("[data-name=point]").evaluate(TOP)
    page.keyboard.press("Tab")

    expect(page.locator("[data-recipients]")).to_have_text(said)
    mail = page.locator("[data-mail]").get_attribute("href") or ""
    assert mail.startswith(f"mailto:{recipients}?subject=")
    assert page.locator("[data-name=point]").evaluate(TOP) == top


def test_a_message_without_a_remark_says_what_is_left_to_read(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    given = {
        "to": "Camille", "job": "comptable", "name": "Sacha Martin", "point": "la refonte du site",
        "availability": "mardi et jeudi après-midi",
    }  # fmt: skip
    for name, text in given.items():
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


def test_a_link_to_a_folded_message_opens_it_to_be_filled(page: Page, url: str) -> None:
    page.goto(url + "more/messages/#message-confirm-attendance")
    page.get_by_label("Le jour et l’heure").first.fill("mardi 8 décembre à 10 h")

    expect(draft(page).first).to_have_value(re.compile("à l’entretien du mardi 8 décembre à 10 h"))
    expect(draft(page).last).to_be_hidden()


def test_through_an_agency_the_consultant_is_thanked(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    unfold(page)
    page.locator("[data-keep=contact-kind]").select_option("agency")

    expect(draft(page)).to_have_value(re.compile("Je vous remercie d’avoir organisé"))
    assert page.evaluate("localStorage['second-entretien:a1:contact-kind']") == "agency"


def test_each_of_two_people_has_a_message_of_their_own(page: Page, url: str) -> None:
    page.goto(url + THANK_YOU)
    page.get_by_label("À qui écrivez-vous").fill("Mme Renard et M. Petit")
    unfold(page)
    page.get_by_label("Son adresse e-mail").fill("r@example.org, p@example.org")
    row = page.locator("[data-each] li").last

    expect(row).to_contain_text("Monsieur Petit")
    expect(row.get_by_role("link")).to_have_attribute(
        "href", re.compile(r"^mailto:p@example\.org\?.*body=Bonjour%20Monsieur%20Petit%2C")
    )


def test_on_paper_a_message_that_nobody_opened_is_its_model(page: Page, url: str) -> None:
    page.goto(url + "more/messages/")
    page.route("**/*.js*", lambda route: route.abort())  # printing waits for no script
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    expect(page.locator("blockquote").get_by_text("je l’accepte avec plaisir")).to_be_visible()


@pytest.mark.some(1)
@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [390, 1280])
def test_folded_messages_stand_one_right_below_the_other(
    new_context: Callable[..., BrowserContext], url: str, width: int, scripts: bool
) -> None:
    size = {"width": width, "height": 844}
    page = new_context(viewport=size, java_script_enabled=scripts).new_page()
    page.goto(url + "more/messages/")
    boxes = [
        box for each in page.locator("h2 ~ .se-message-fold").all() if (box := each.bounding_box())
    ]
    gaps = [below["y"] - above["y"] - above["height"] for above, below in pairwise(boxes)]

    assert len(gaps) == 6
    assert [gap for gap in gaps if gap < 0] == []
    # In three groups: three messages, one, three.
    assert [gap < 1 for gap in gaps] == [True, True, False, False, True, True]
