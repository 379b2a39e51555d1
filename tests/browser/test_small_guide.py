"""What the guide does for a candidate, on a small guide with one of each thing.

Each test states a rule that holds of any content; tests/content/small/ is written for it. It is
Wednesday 25 November 2026 in Paris. What is slow here is in `make test` on the whole guide.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import GIVES_A_SIGN, keep, keep_entries, visiting
from tests.browser.dates_form import FIRST, SECOND, choose, field
from tests.browser.test_accessibility import violations
from tests.browser.test_hosts import LISTEN
from tests.browser.test_offline import WHOLE as KEPT_WHOLE
from tests.conftest import ROOT, serving

HOME, PREPARE, QUESTIONS, DEBRIEF = "", "guide/prepare/", "guide/questions/", "guide/debrief/"
FOLLOW_UP, PRACTISE, MY_DATES, MY_FILE = (
    "guide/follow-up/",
    "more/practise/",
    "my-dates/",
    "my-file/",
)
THEME = "more/questions/theme-one/"  # nobody writes it: the build makes it
PAGES = (
    *(HOME, "guide/", PREPARE, QUESTIONS, DEBRIEF, FOLLOW_UP, PRACTISE, MY_DATES, MY_FILE),
    *(THEME, "more/to-ask/", "more/other-practices/", "sheet/", "about/"),
)  # fmt: skip
COMPONENTS = sorted(each.name for each in (ROOT / "overrides/components").iterdir())


def tick(page: Page, item: str) -> None:
    page.locator(f"#{item} > label").click()


def box(page: Page, item: str) -> Locator:
    return page.locator(f"#{item} input")


def answer_of(page: Page, question: str) -> Locator:
    """Open a question that is folded, and return the field of its answer."""
    page.locator(f"#{question} > summary").click()
    return page.locator(f"#{question} [data-family=answer]")


def write(field: Locator, text: str) -> None:
    """Press a field, and put a text in place of what it holds, as a keyboard of a phone does."""
    field.click()
    field.press("ControlOrMeta+a")
    field.page.keyboard.insert_text(text)


def plan(page: Page, which: str, day: str, promise: str) -> None:
    """Ask for the dates on a page that has their form."""
    choose(page, "which", which)
    write(field(page, "day"), day)
    choose(page, "promise", promise)
    page.get_by_role("button", name="C’est bon").click()
    page.locator("[data-step=call]").wait_for()


def when(page: Page, step: str) -> str:
    return page.locator(f"[data-step={step}] [data-when]").inner_text().replace("\u00a0", " ")


# --- the pages


@pytest.mark.parametrize("root", ["", "en/"])
def test_every_component_stands_on_a_page_of_the_small_guide(small_site: Path, root: str) -> None:
    pages = [(small_site / root / path / "index.html").read_text("utf-8") for path in PAGES]

    # These are no elements of their own.
    marks = {tag: f"<{tag}[ >]" for tag in COMPONENTS} | {
        "workshop-booklet": "class=.?se-booklet",
        "zone-line": "class=.?se-zones",
        "plan-answer": "class=.?se-plan__answer",
        "essentials": "class=.?se-essentials",
    }
    assert [tag for tag, mark in marks.items() if not any(re.search(mark, p) for p in pages)] == []


def test_the_small_guide_has_these_pages_and_no_others(small_site: Path) -> None:
    built = {
        each.parent.relative_to(small_site).as_posix() for each in small_site.rglob("index.html")
    }

    assert built == {f"{root}{path}".rstrip("/") or "." for root in ("", "en/") for path in PAGES}


def test_every_link_leads_to_a_page_and_a_place_of_the_small_guide(small_site: Path) -> None:
    roots = ("", "en/")
    files = {f"/guide/{root}{path}": small_site / root / path for root in roots for path in PAGES}
    pages = {path: html.parse(folder / "index.html") for path, folder in files.items()}
    places = {path: {"", *page.xpath("//@id")} for path, page in pages.items()}
    for root in roots:
        places[f"/guide/{root}{PRACTISE}"].add(
            "ready"
        )  # no place: its script begins with what is ready
    for plain in small_site.rglob("share/*/*.html"):
        places[f"/guide/{plain.relative_to(small_site)}"] = {""}
    links = [
        (path, href, urlsplit(urljoin(f"http://127.0.0.1{path}", href)))
        for path, page in pages.items()
        for href in page.xpath("//a/@href")
    ]

    assert [
        (path, href)
        for path, href, there in links
        if there.netloc == "127.0.0.1" and there.fragment not in places.get(there.path, ())
    ] == []


@pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.slow)])
def test_every_page_opens_without_an_error(small_page: Page, small_url: str, every: int) -> None:
    for path in PAGES[::every]:
        small_page.goto(small_url + path)
        expect(small_page.locator("h1")).to_be_visible()


@pytest.mark.parametrize(
    ("root", "scheme", "paths"),
    [
        ("", "light", (PREPARE,)),  # the guide itself: tests/live/
        pytest.param("", "light", PAGES, marks=pytest.mark.slow),
        pytest.param("en/", "dark", PAGES, marks=pytest.mark.slow),
    ],
)
def test_no_page_breaks_an_axe_rule(
    browser: Browser,
    small_url: str,
    root: str,
    scheme: Literal["light", "dark"],
    paths: tuple[str, ...],
) -> None:
    # Without reduced motion axe can catch a colour halfway to another.
    context = browser.new_context(reduced_motion="reduce", color_scheme=scheme)
    broken = {}
    with visiting(context.new_page(), small_url) as page:
        for path in paths:
            page.goto(small_url + root + path)
            broken[path] = violations(page)
    context.close()

    assert broken == {path: [] for path in paths}


@pytest.mark.slow
@pytest.mark.parametrize("path", ["about/", FOLLOW_UP])
def test_the_link_to_the_other_language_keeps_the_page_and_the_place(
    small_page: Page, small_url: str, path: str
) -> None:
    anchor = {"about/": "#about", FOLLOW_UP: "#example"}[path]
    small_page.goto(small_url + path + anchor)
    small_page.get_by_role("link", name="EN – English").click()

    expect(small_page).to_have_url(f"{small_url}en/{path}{anchor}")
    expect(small_page.locator(anchor)).to_be_in_viewport()


@pytest.mark.slow
def test_what_left_a_page_is_found_where_it_is_now(small_page: Page, small_url: str) -> None:
    small_page.goto(f"{small_url}{FOLLOW_UP}#former-place")

    expect(small_page).to_have_url(f"{small_url}{PREPARE}#improvements")


def test_without_javascript_the_list_is_whole_and_ticks(
    new_context: Callable[..., BrowserContext], small_url: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(small_url + PREPARE)
    tick(page, "from-article")

    expect(box(page, "from-article")).to_be_checked()
    expect(page.locator("check-list li")).to_have_text(
        [
            re.compile("Premier élément, de l’article."),
            re.compile("Deuxième élément, ajouté. Ajout\\s*Indice de lecture."),
            re.compile("Troisième élément, du premier entretien."),
            re.compile("Quatrième élément, facultatif."),
            re.compile("Élément de la candidature."),
        ]
    )


# --- the lists


def test_a_tick_is_kept_after_a_reload_and_in_the_other_language(
    small_page: Page, small_url: str
) -> None:
    small_page.goto(small_url + PREPARE)
    tick(small_page, "added")
    small_page.reload()
    expect(box(small_page, "added")).to_be_checked()
    small_page.goto(f"{small_url}en/{PREPARE}")

    expect(box(small_page, "added")).to_be_checked()
    expect(box(small_page, "from-article")).not_to_be_checked()


@pytest.mark.slow
def test_a_box_is_ticked_and_unticked_with_the_space_bar(small_page: Page, small_url: str) -> None:
    small_page.goto(small_url + PREPARE)
    box(small_page, "added").focus()
    small_page.keyboard.press("Space")
    expect(box(small_page, "added")).to_be_checked()
    small_page.keyboard.press("Space")

    expect(box(small_page, "added")).not_to_be_checked()


def test_an_optional_item_stands_outside_the_total(small_page: Page, small_url: str) -> None:
    small_page.goto(small_url + PREPARE)
    progress = small_page.locator("check-list [data-progress-text]")
    expect(progress).to_have_text("0 sur 4")
    tick(small_page, "optional")
    expect(progress).to_have_text("0 sur 4")
    tick(small_page, "added")

    expect(progress).to_have_text("1 sur 4")


def test_for_another_interview_its_items_start_afresh_and_those_of_the_application_go_on(
    small_page: Page, small_url: str
) -> None:
    keep(small_page, small_url, {"day": "2026-11-10", "promise": "nothing-said"})
    small_page.goto(small_url + PREPARE)
    tick(small_page, "added")
    tick(small_page, "once")
    small_page.goto(small_url + MY_DATES)
    plan(small_page, SECOND, "24/11/2026", "nothing-said")
    small_page.goto(small_url + PREPARE)

    expect(box(small_page, "added")).not_to_be_checked()
    expect(box(small_page, "once")).to_be_checked()


def test_an_item_of_the_first_interview_is_not_asked_for_at_another(
    small_page: Page, small_url: str
) -> None:
    keep(small_page, small_url, {"day": "2026-11-24", "promise": "nothing-said"}, interview=2)
    small_page.goto(small_url + PREPARE)

    expect(small_page.locator("#first-only")).to_be_hidden()
    expect(small_page.locator("check-list [data-progress-text]")).to_have_text("0 sur 3")


def test_an_item_shown_in_two_lists_has_one_tick(small_page: Page, small_url: str) -> None:
    small_page.goto(small_url + PREPARE)
    tick(small_page, "once")
    small_page.goto(small_url + FOLLOW_UP)

    expect(box(small_page, "once")).to_be_checked()


# --- the dates


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("promise", "more", "call"),
    [
        ("nothing-said", {}, "À partir du mardi 15 décembre 2026"),
        ("a-day", {"promised-day": "2026-12-04"}, "À partir du lundi 7 décembre 2026"),
        ("this-week", {}, "À partir du lundi 7 décembre 2026"),
        ("next-week", {}, "À partir du lundi 14 décembre 2026"),
        ("this-month", {}, "À partir du lundi 4 janvier 2027"),
        ("seven-days", {}, "À partir du mercredi 9 décembre 2026"),
        ("some-days", {"promised-number": "10"}, "À partir du lundi 14 décembre 2026"),
        ("some-weeks", {"promised-number": "2"}, "À partir du mercredi 16 décembre 2026"),
        ("some-working-days", {"promised-number": "3"}, "À partir du lundi 7 décembre 2026"),
    ],
)
def test_each_promise_gives_the_day_of_the_call(
    small_page: Page, small_url: str, promise: str, more: dict[str, str], call: str
) -> None:
    kept = {"day": "2026-12-01", "promise": promise, **more}
    keep(small_page, small_url, kept, interview=2)
    small_page.goto(small_url + MY_DATES)

    assert when(small_page, "call") == call


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("place", "call"),
    [
        ("FR", "À partir du lundi 28 décembre 2026"),
        ("GB-ENG", "À partir du mardi 29 décembre 2026"),
    ],
)
def test_the_days_off_of_the_place_move_the_call(
    small_page: Page, small_url: str, place: str, call: str
) -> None:
    small_page.goto(small_url + MY_DATES)
    field(small_page, "place").select_option(place)
    plan(small_page, FIRST, "11/12/2026", "nothing-said")

    assert (
        when(small_page, "quiet")
        == "Du vendredi 11 décembre 2026 au dimanche 13 décembre 2026 inclus"
    )
    assert when(small_page, "call") == call


@pytest.mark.slow
def test_a_day_that_does_not_exist_is_said_beside_the_field_and_stays(
    small_page: Page, small_url: str
) -> None:
    small_page.goto(small_url + MY_DATES)
    choose(small_page, "which", FIRST)
    write(field(small_page, "day"), "31/11/2026")
    choose(small_page, "promise", "nothing-said")
    small_page.get_by_role("button", name="C’est bon").click()

    expect(small_page.locator("#plan-day-error")).to_be_visible()
    expect(small_page.locator("#plan-day")).to_have_value("31/11/2026")


@pytest.mark.slow
def test_the_home_page_says_what_to_do_today_and_its_tasks_can_be_ticked(
    small_page: Page, small_url: str
) -> None:
    keep(small_page, small_url, {"day": "2026-11-24", "promise": "nothing-said"})
    small_page.goto(small_url)
    sentence = small_page.locator("next-step [data-sentence]")
    expect(sentence).to_have_text("mardi 8\u00a0décembre")
    task = small_page.locator("next-step [data-tasks] > div", has_text="Premier élément")
    task.locator("input").click()
    small_page.goto(small_url + PREPARE)

    expect(box(small_page, "from-article")).to_be_checked()


# --- what is written


@pytest.mark.slow
def test_a_message_follows_what_is_typed(small_page: Page, small_url: str) -> None:
    small_page.goto(small_url + FOLLOW_UP)
    draft = small_page.locator("[data-keep='draft:message']")
    expect(draft).to_have_value("Bonjour,\n\nMerci du premier entretien.\n\nCordialement,")
    small_page.locator("message-draft form summary").click()
    write(small_page.locator("[data-name=to]"), "Camille")
    write(small_page.locator("[data-name=job]"), "Poste h/f")
    write(small_page.locator("[data-name=point]"), "Le bois")
    small_page.locator("[data-ask=agreement]").click()
    small_page.locator("[data-ask=undecided]").click()
    write(small_page.locator("[data-name=name]"), "Sacha")

    expect(draft).to_have_value(
        "Bonjour Camille,\n\nMerci du premier entretien. Nous avons parlé de le bois. "
        "Cela me convient. J’attends votre réponse.\n\nCordialement,\n\nSacha"
    )
    expect(small_page.locator("[data-keep='subject:message']")).to_have_value("Objet\u00a0: poste")


@pytest.mark.slow
def test_a_call_says_the_name_that_was_given(small_page: Page, small_url: str) -> None:
    small_page.goto(small_url + PREPARE)
    tick(small_page, "added")
    small_page.goto(small_url + MY_FILE)
    small_page.get_by_role("button", name="Nom et contact").click()
    write(small_page.get_by_label("Votre contact"), "Camille")
    small_page.goto(small_url + FOLLOW_UP)

    expect(small_page.locator("call-script")).to_contain_text("Bonjour Camille.")


def test_an_answer_is_kept_and_counted(small_page: Page, small_url: str) -> None:
    small_page.goto(small_url + QUESTIONS)
    write(answer_of(small_page, "article-one"), "Une réponse.")
    small_page.reload()
    expect(answer_of(small_page, "article-one")).to_have_value("Une réponse.")
    small_page.goto(small_url + MY_FILE)

    expect(small_page.locator("application-file [data-id=a1] [data-progress]")).to_have_text(
        "Éléments cochés\u00a0: 0 sur 4. Réponses écrites\u00a0: 1."
    )


@pytest.mark.slow
def test_the_questions_that_are_answered_can_be_found(small_page: Page, small_url: str) -> None:
    small_page.goto(small_url + QUESTIONS)
    write(answer_of(small_page, "article-two"), "Une réponse.")
    small_page.get_by_label("Où vous en êtes").select_option("answered")

    expect(small_page.locator("[data-found] a")).to_have_text(["Question deux de l’article\u202f?"])


def test_a_question_to_ask_that_is_chosen_stands_on_the_sheet(
    small_page: Page, small_url: str
) -> None:
    small_page.goto(small_url + "more/to-ask/#to-ask")
    small_page.locator("#to-ask [data-mark=to-ask]").click()
    small_page.goto(small_url + "sheet/")

    expect(small_page.locator("[data-to-ask=to-ask]")).to_be_visible()


@pytest.mark.slow
def test_practice_draws_a_question_and_keeps_how_it_went(small_page: Page, small_url: str) -> None:
    small_page.goto(small_url + PRACTISE)
    small_page.get_by_text("Poser aussi les questions sous une autre forme").click()
    small_page.get_by_role("button", name="Tirer une question").click()
    drawn = small_page.locator("[data-drawn]")
    expect(drawn).to_have_text(re.compile("^Question (une|deux) de l’article\u202f\\?$"))
    expect(drawn).to_be_focused()
    small_page.get_by_role("button", name="J’ai répondu").click()
    small_page.get_by_text("À reprendre", exact=True).click()

    expect(small_page.locator("practice-round [data-rated]")).to_have_text(
        "Dernière répétition, le mercredi 25\u00a0novembre 2026\u00a0: «\u00a0À reprendre\u00a0»."
    )


@pytest.mark.slow
def test_the_debrief_is_kept_for_its_interview(small_page: Page, small_url: str) -> None:
    keep(small_page, small_url, {"day": "2026-11-24", "promise": "nothing-said"})
    small_page.goto(small_url + DEBRIEF)
    write(small_page.locator("#debrief-recalled"), "Ma leçon.")
    small_page.locator("debrief-sheet summary").last.click()
    small_page.locator("[data-rating=rating]").get_by_text("Plus").click()
    small_page.reload()
    expect(small_page.locator("#debrief-recalled")).to_have_value("Ma leçon.")
    expect(small_page.locator("[data-rating=rating]").get_by_label("Plus")).to_be_checked()

    expect(small_page.locator("lesson-list")).to_contain_text("Ma leçon.")


@pytest.mark.slow
def test_each_line_to_improve_becomes_an_item_to_tick(small_page: Page, small_url: str) -> None:
    small_page.goto(small_url + DEBRIEF)
    write(small_page.locator("debrief-sheet [data-rows] textarea").last, "Parler moins vite")
    small_page.goto(small_url + PREPARE)
    small_page.locator("improvement-list").get_by_text("Parler moins vite").click()
    small_page.reload()

    expect(small_page.locator("improvement-list [type=checkbox]").first).to_be_checked()


# --- the file


def test_my_file_counts_each_item_of_all_lists_once(small_page: Page, small_url: str) -> None:
    small_page.goto(small_url + PREPARE)
    for item in ("added", "once", "optional"):
        tick(small_page, item)
    small_page.goto(small_url + MY_FILE)

    expect(small_page.locator("application-file [data-id=a1] [data-progress]")).to_have_text(
        "Éléments cochés\u00a0: 2 sur 4. Réponses écrites\u00a0: 0."
    )


def test_what_was_kept_under_a_former_id_is_kept_under_the_new_one(
    small_page: Page, small_url: str
) -> None:
    keep_entries(small_page, small_url, {"a1:tick:former-once": "1"})
    small_page.goto(small_url + FOLLOW_UP)

    expect(box(small_page, "once")).to_be_checked()


# --- search, and without a network


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("query", "found", "place"),
    [
        ("deuxième élément", "Deuxième élément, ajouté.", f"{PREPARE}#added"),
        ("deux ajoutée", "Question deux ajoutée", f"{THEME}#added-two"),
        ("synonyme", "Premier élément, de l’article.", f"{PREPARE}#from-article"),
    ],
)  # fmt: skip
def test_search_leads_to_an_item_a_question_and_what_is_said_otherwise(
    tabs: Callable[..., Page], small_url: str, query: str, found: str, place: str
) -> None:
    with visiting(tabs(now=None), small_url) as page:
        page.goto(small_url)
        write(page.locator("[name=query]"), query)
        page.locator(".md-search-result__link", has_text=found).first.click()

        expect(page).to_have_url(small_url + place)
        expect(page.locator(f"#{place.partition('#')[2]}")).to_be_in_viewport()


@pytest.mark.slow
def test_after_one_visit_the_guide_opens_without_a_network(
    browser: Browser, small_site: Path
) -> None:
    context = browser.new_context(service_workers="allow", locale="fr-FR")
    context.set_default_timeout(10_000)
    context.add_init_script(GIVES_A_SIGN)
    context.add_init_script(LISTEN)
    page = context.new_page()
    with serving(small_site.parent) as host:
        address = f"{host}guide/"
        page.goto(address)
        page.wait_for_function(KEPT_WHOLE, arg="fr")
    for path in PAGES[::3]:
        page.goto(address + path)
        expect(page.locator("h1")).to_be_visible()
    page.goto(address + PREPARE)
    tick(page, "added")
    page.reload()

    expect(box(page, "added")).to_be_checked()
    context.close()
