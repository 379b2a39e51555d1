"""Search as people type it: tests/vectors/search.json says what must come first.

What they mistype, or say in words of their own, is in search-loosely.json: its page must be among the first
three. The words of the article that each page must be found by are in article-words.json.
"""

import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.vectors import vectors

CASES = vectors("search")
ROOT_OF = {"fr": "", "en": "en/"}
FOUND = [case for case in CASES if case["page"] is not None]
DRAW = """async (queries) => {
  const input = document.querySelector("[name=query]");
  const nextFrame = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
  const links = (item) => [...item.querySelectorAll(":scope > a, :scope > details > a")]
    .map((link) => new URL(link.href)).map(({ pathname, hash }) => pathname.slice(1) + hash);
  const found = {};
  // What is only read need not be painted.
  document.querySelector(".md-search__output").style.display = "none";
  for (const query of queries) {
    input.value = query;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    // What else a page says is drawn for who opens it.
    const seen = [...document.querySelectorAll(".md-search-result__item")];
    for (const each of document.querySelectorAll(".md-search-result__more")) each.open = true;
    await nextFrame();
    found[query] = seen.map(links);
  }
  return found;
}"""
LOOSE = vectors("search-loosely")
ARTICLE = vectors("article-words")
READ = """async (sources) => {
  const { index } = document.querySelector("[data-search]").dataset;
  const [{ SearchIndex }, read] = await Promise.all([
    import(sources + "matching.js"),
    fetch(index).then((answer) => answer.json()),
  ]);
  const search = new SearchIndex(read.lang, read.counting);
  for (const [url, boost, parts] of read.pages) for (const part of parts) search.add(url, boost, part);
  for (const meaning of read.meanings) search.addMeaning(...meaning);
  window.placesFor = (queries) => queries.map((query) =>
    search.search(query).groups.map(({ page, parts }) =>
      [page, ...parts].map(({ entry: { url, anchor } }) => url + (anchor && `#${anchor}`))));
  return read;
}"""
WIDTHS = """() => [innerWidth, document.documentElement.scrollWidth,
  Math.round(visualViewport.width * visualViewport.scale)]"""
RIGHTMOST = """() => Math.max(...[...document.querySelectorAll(".md-search-result__item *")]
  .map((each) => each.getBoundingClientRect().right))"""
# Words that the guide says at least so often, so long, are mistyped by chance.
OFTEN, LONG = 3, 5
Found = dict[str, dict[str, list[list[str]]]]
Ask = Callable[[str, list[str]], list[list[str]]]
Places = Callable[[str, list[str]], list[list[list[str]]]]


def open_search(page: Page, address: str) -> None:
    if page.url != address:
        page.goto(address)
    page.locator("[name=query]").click()
    expect(page.locator(".md-search-result__meta")).not_to_contain_text("nitiali")


@pytest.fixture(scope="session")
def found(places: Places) -> Found:
    """For each language and query, the addresses of each page found, best first."""
    asked = {lang: [case["query"] for case in CASES if case["lang"] == lang] for lang in ROOT_OF}
    return {
        lang: dict(zip(queries, places(lang, queries), strict=True))
        for lang, queries in asked.items()
    }


@pytest.fixture(scope="session")
def indexes(browser: Browser, url: str) -> Iterator[dict[str, tuple[Page, dict[str, Any]]]]:
    """For each language, a page that can search without drawing, and the index itself."""
    context = browser.new_context()
    read = {}
    for lang, root in (("fr", ""), ("en", "en/")):
        page = context.new_page()
        page.goto(url + root)
        read[lang] = (page, page.evaluate(READ, url + "sources/search/"))
    yield read
    context.close()


@pytest.fixture(scope="session")
def places(indexes: dict[str, tuple[Page, dict[str, Any]]]) -> Places:
    """Return, for each query in a language, each page found and the places in it, best first."""

    def ask_all(lang: str, queries: list[str]) -> list[list[list[str]]]:
        found: list[list[list[str]]] = indexes[lang][0].evaluate("(all) => placesFor(all)", queries)
        return found

    return ask_all


@pytest.fixture(scope="session")
def ask(places: Places) -> Ask:
    """Return, for each query in a language, the pages found, best first."""

    def ask_all(lang: str, queries: list[str]) -> list[list[str]]:
        return [[group[0] for group in groups] for groups in places(lang, queries)]

    return ask_all


def wrong(
    cases: list[dict[str, Any]],
    lang: str,
    found: dict[str, Any],
    expected: Callable[[dict[str, Any]], list[str]],
) -> dict[str, Any]:
    """Return what was found otherwise than expected, by query."""
    asked = [case for case in cases if case["lang"] == lang]
    assert asked
    queries = [(case["query"], expected(case)) for case in asked]
    return {query: found.get(query) for query, right in queries if found.get(query) != right}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_at_least_sixty_queries_are_tried_in_each_language(lang: str) -> None:
    assert len({case["query"] for case in FOUND if case["lang"] == lang}) >= 60


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_that_answers_comes_first(found: Found, lang: str) -> None:
    first = {query: [group[0] for group in groups[:1]] for query, groups in found[lang].items()}

    assert wrong(FOUND, lang, first, lambda case: [case["page"]]) == {}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_item_or_question_opens_at_its_place(found: Found, lang: str) -> None:
    items = [case for case in FOUND if "item" in case]
    first = {query: groups[0][1:2] for query, groups in found[lang].items() if groups}

    assert wrong(items, lang, first, lambda case: [f"{case['page']}#{case['item']}"]) == {}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_word_of_the_other_language_finds_nothing(found: Found, lang: str) -> None:
    foreign = [case for case in CASES if case["page"] is None]

    assert wrong(foreign, lang, found[lang], lambda _: []) == {}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_at_least_sixty_mistakes_are_tried_in_each_language(lang: str) -> None:
    assert len({case["query"] for case in LOOSE if case["lang"] == lang}) >= 60


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_is_mistyped_or_said_otherwise_finds_its_page_among_the_first_three(
    ask: Ask, lang: str
) -> None:
    cases = [case for case in LOOSE if case["lang"] == lang]
    found = zip(cases, ask(lang, [case["query"] for case in cases]), strict=True)

    assert {
        case["query"]: pages[:3] for case, pages in found if case["page"] not in pages[:3]
    } == {}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_word_of_the_article_finds_the_page_that_says_it(ask: Ask, lang: str) -> None:
    said = [(w, case["page"]) for case in ARTICLE if case["lang"] == lang for w in case["words"]]
    found = zip(said, ask(lang, [word for word, _ in said]), strict=True)

    assert [each for each, pages in found if each[1] not in pages] == []


@pytest.mark.parametrize("lang", ["fr", pytest.param("en", marks=pytest.mark.slow)])
def test_what_search_yml_says_people_type_finds_the_page_it_leads_to(
    ask: Ask, indexes: dict[str, tuple[Page, dict[str, Any]]], lang: str
) -> None:
    led = [(word, page) for page, _, _, typed in indexes[lang][1]["meanings"] for word in typed]
    found = ask(lang, [word for word, _ in led])

    assert [each for each, pages in zip(led, found, strict=True) if each[1] not in pages] == []


@pytest.mark.slow
@pytest.mark.parametrize("number", [200, pytest.param(400, marks=pytest.mark.slow)])
@pytest.mark.parametrize("lang", ["fr", pytest.param("en", marks=pytest.mark.slow)])
def test_nine_mistyped_words_of_ten_find_the_page_of_the_right_word_among_the_first_three(
    ask: Ask, indexes: dict[str, tuple[Page, dict[str, Any]]], lang: str, number: int
) -> None:
    chance = random.Random(20261126)  # noqa: S311 -- the same mistakes every time
    words = often_said(indexes[lang][1])
    right = {word: pages[0] for word, pages in zip(words, ask(lang, words), strict=True) if pages}
    chosen = chance.choices(sorted(right), k=number)
    typed = [mistyped(word, chance) for word in chosen]

    found = ask(lang, typed)

    hits = [right[word] in pages[:3] for word, pages in zip(chosen, found, strict=True)]
    assert sum(hits) >= 0.9 * number


def often_said(index: dict[str, Any]) -> list[str]:
    """Return words that say something, of titles or said again and again."""
    times: dict[str, int] = {}
    for _, _, parts in index["pages"]:
        for _, title, text in parts:
            for word in re.findall(r"[^\W\d_]+", f"{title} {title} {title} {text}".lower()):
                times[word] = times.get(word, 0) + 1
    return sorted(word for word, n in times.items() if n >= OFTEN and len(word) >= LONG)


def mistyped(word: str, chance: random.Random) -> str:
    """Return a word with one letter wrong, too many, doubled, missing or swapped; two in some long ones."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    typed = word
    for _ in range(2 if len(word) > 7 and chance.random() < 0.3 else 1):
        i = chance.randrange(len(typed) - 1)
        before, letter, after = typed[:i], typed[i], typed[i + 1 :]
        typed = chance.choice(
            [
                before + chance.choice(letters) + after,
                before + chance.choice(letters) + letter + after,
                before + letter + letter + after,
                before + after,
                before + after[0] + letter + after[1:],
            ]
        )
    return typed


@pytest.mark.parametrize(
    ("lang", "first"), [("fr", "entretien"), pytest.param("en", "work", marks=pytest.mark.slow)]
)
@pytest.mark.parametrize("every", [12, pytest.param(1, marks=pytest.mark.slow)])
def test_what_is_found_is_drawn_and_leads_to_pages_of_its_language(
    browser: Browser, url: str, found: Found, lang: str, first: str, every: int
) -> None:
    context = browser.new_context(locale="fr-FR")
    context.set_default_timeout(10_000)
    page = context.new_page()
    open_search(page, url + ROOT_OF[lang])
    page.locator("[name=query]").press_sequentially(first)
    page.locator(".md-search-result__link").first.wait_for()
    some = dict(list(found[lang].items())[::every])

    drawn = page.evaluate(DRAW, list(some))
    context.close()
    # The first are drawn at once.
    assert [
        query for query, groups in some.items() if len(drawn[query]) < min(4, len(groups))
    ] == []
    assert drawn == {
        query: [[ROOT_OF[lang] + place for place in group] for group in groups[: len(drawn[query])]]
        for query, groups in some.items()
    }


@pytest.fixture(scope="module")
def reading(browser: Browser) -> Iterator[Page]:
    """One page for all queries: search keeps nothing, and its clock runs until results are painted."""
    context = browser.new_context(timezone_id="Europe/Paris", locale="fr-FR")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def type_into(page: Page, address: str, query: str) -> None:
    open_search(page, address)
    field = page.locator("[name=query]")
    field.fill(query[:-1])
    field.press_sequentially(query[-1:])


@pytest.fixture
def search(reading: Page, url: str) -> Callable[[str], Page]:
    """Type a query into the French home page, the last letter by hand."""

    def type_query(query: str) -> Page:
        type_into(reading, url, query)
        reading.locator(".md-search-result__link").first.wait_for()
        return reading

    return type_query


@pytest.mark.slow
def test_a_result_leads_to_the_item_itself(search: Callable[[str], Page]) -> None:
    page = search("laissez la porte ouverte")
    page.locator(".md-search-result__link", has_text="Laissez la porte ouverte").click()
    page.wait_for_url("**/guide/follow-up/#call-keep-door-open")

    expect(page.locator("#call-keep-door-open")).to_be_in_viewport()


@pytest.mark.slow
def test_a_result_opens_the_question_that_was_closed(search: Callable[[str], Page]) -> None:
    page = search("point faible")
    page.locator(".md-search-result__link", has_text="principal point faible").click()
    page.wait_for_url("**/more/questions/experience/#weak-point")

    expect(page.locator("#weak-point textarea").first).to_be_visible()


def test_a_word_found_in_another_form_is_not_said_to_be_missing(
    search: Callable[[str], Page],
) -> None:
    page = search("remerciais")

    expect(page.locator(".md-search-result__link").first).to_contain_text("remerciement")
    expect(page.locator(".md-search-result__list")).not_to_contain_text("Non trouvé")


def test_a_word_found_in_two_forms_is_marked_once(search: Callable[[str], Page]) -> None:
    page = search("ouvertes")
    title = page.locator(".md-search-result__link", has_text="Laissez la porte ouverte")

    expect(title.locator("mark")).to_have_text(["ouverte"])


def test_a_word_of_the_query_that_a_place_does_not_say_is_named(
    search: Callable[[str], Page],
) -> None:
    page = search("livret jupiter")

    expect(page.locator(".md-search-result__terms").first).to_have_text("Non trouvé: jupiter")


@pytest.mark.some(3)
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("relence", "Résultats pour « relance »"),
        ("RELENCE", "Résultats pour « relance »"),
        ("de l’entreprize", "Résultats pour « de l’entreprise »"),
        ("mail de remersiement", "Résultats pour « mail de remerciement »"),
        ("voixhaute", "Résultats pour « voix haute »"),
    ],
)
def test_a_mistyped_word_is_said_as_it_was_meant(
    search: Callable[[str], Page], query: str, said: str
) -> None:
    page = search(query)

    expect(page.get_by_role("status").filter(has_text=said)).to_contain_text("documents trouvés")


@pytest.mark.some(3)
@pytest.mark.parametrize("query", ["relance", "remerciais", "24h", "courriels", "livret jupiter"])
def test_of_a_word_spelt_right_only_the_results_are_counted(
    search: Callable[[str], Page], query: str
) -> None:
    page = search(query)

    expect(page.locator(".md-search-result__meta")).to_have_text(
        re.compile(r"^\d+ documents? trouvés?$")
    )


def test_a_mistyped_word_marks_the_word_that_was_meant(search: Callable[[str], Page]) -> None:
    page = search("couriel")

    expect(page.locator(".md-search-result__link").first.locator("mark").first).to_have_text(
        "e-mail"
    )


def test_what_the_guide_says_otherwise_is_marked_in_its_words(
    search: Callable[[str], Page],
) -> None:
    page = search("quinzaine")
    result = page.locator(".md-search-result__link").first

    expect(result.locator("mark").first).to_have_text("deux")
    expect(result).not_to_contain_text("Non trouvé")


@pytest.mark.some(3)
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("fourchette zzz", "7 documents trouvés"),
        ("Alsace", "1 document trouvé"),
        ("zzz", "Aucun document trouvé"),
        ("xqzptv", "Aucun document trouvé"),
        ("", "Taper pour démarrer la recherche"),
    ],
)
def test_the_number_of_pages_found_is_said(reading: Page, url: str, query: str, said: str) -> None:
    type_into(reading, url, query)

    expect(reading.get_by_role("status").filter(has_text=said)).to_be_visible()


def test_every_page_found_is_listed_in_the_end(search: Callable[[str], Page]) -> None:
    page = search("entretien")
    said = page.locator(".md-search-result__meta").inner_text()

    expect(page.locator(".md-search-result__item")).to_have_count(int(said.split()[0]))


def test_a_long_text_is_cut_around_the_word(search: Callable[[str], Page]) -> None:
    page = search("Luxembourg")
    text = page.locator(".md-search-result__item p").first

    expect(text.locator("mark")).to_have_text("Luxembourg")
    assert len(text.inner_text()) < 210


def test_arrows_go_through_the_results_and_letters_back_to_the_field(
    search: Callable[[str], Page],
) -> None:
    page = search("entreprise")
    links = page.locator(".md-search-result__link")

    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    folded = page.locator(".md-search-result__more .md-search-result__link").first
    expect(folded).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(folded).to_be_focused()
    page.keyboard.type("s")

    expect(page.locator("[name=query]")).to_have_value("entreprises")


def test_up_from_the_field_is_the_last_result(search: Callable[[str], Page]) -> None:
    page = search("Alsace")

    page.keyboard.press("ArrowUp")

    expect(page.locator(".md-search-result__link").last).to_be_focused()


def test_enter_opens_the_best_of_the_first_page(search: Callable[[str], Page]) -> None:
    page = search("laissez la porte ouverte")

    page.keyboard.press("Enter")

    page.wait_for_url("**/guide/follow-up/#call-keep-door-open")


@pytest.mark.some(1)
@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_a_key_closes_search(search: Callable[[str], Page], key: str) -> None:
    page = search("salaire")

    page.keyboard.press(key)

    expect(page.locator("#__search")).not_to_be_checked()


def test_a_result_on_the_same_page_closes_search(search: Callable[[str], Page]) -> None:
    page = search("pourquoi deux entretiens")

    page.locator(".md-search-result__link[href$='#pourquoi-deux-entretiens']").click()

    expect(page.locator("#pourquoi-deux-entretiens")).to_be_in_viewport()
    expect(page.locator("#__search")).not_to_be_checked()


def test_what_was_typed_can_be_cleared(search: Callable[[str], Page]) -> None:
    page = search("salaire")

    page.locator(".md-search [type=reset]").click()

    expect(page.locator("[name=query]")).to_be_focused()
    expect(page.locator(".md-search-result__item")).to_have_count(0)


def test_search_that_could_not_be_fetched_is_fetched_when_opened_again(
    new_context: Callable[..., BrowserContext], url: str
) -> None:
    page = new_context(now=None).new_page()
    page.goto(url)
    page.route("**/search_index.*", lambda route: route.abort())
    page.keyboard.press("s")
    page.wait_for_timeout(300)
    page.keyboard.press("Escape")
    page.unroute("**/search_index.*")

    page.keyboard.press("s")
    page.keyboard.type("salaire")

    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_the_page_behind_does_not_scroll_on_a_phone(
    open_tab: Callable[..., Page], url: str
) -> None:
    page = open_tab(now=None, viewport={"width": 390, "height": 800})
    page.goto(url)
    page.keyboard.press("s")
    expect(page.locator("html")).to_have_css("overflow", "hidden")

    page.keyboard.press("Escape")

    expect(page.locator("html")).not_to_have_css("overflow", "hidden")


def tap_search(page: Page) -> None:
    """Open search on a phone, and wait until no late event of the tap moves the caret."""
    page.locator("label.md-header__button[for=__search]").tap()
    expect(page.locator("[name=query]")).to_be_focused()
    page.wait_for_timeout(500)


@pytest.mark.some(1)
@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_search_is_no_wider_than_the_phone(
    open_tab: Callable[..., Page], url: str, width: int, scheme: str
) -> None:
    page = open_tab(
        now=None,
        viewport={"width": width, "height": 700},
        is_mobile=True,
        has_touch=True,
        color_scheme=scheme,
    )
    page.goto(url)
    tap_search(page)
    page.keyboard.type("rélence")
    page.locator(".md-search-result__item").nth(5).wait_for()

    assert page.evaluate(WIDTHS) == [width, width, width]
    assert page.evaluate(RIGHTMOST) <= width


@pytest.mark.slow
def test_arrows_and_enter_work_on_a_phone_with_a_keyboard(
    open_tab: Callable[..., Page], url: str
) -> None:
    page = open_tab(
        now=None, viewport={"width": 390, "height": 700}, is_mobile=True, has_touch=True
    )
    page.goto(url)
    tap_search(page)
    page.keyboard.type("laissez la porte ouverte")
    page.locator(".md-search-result__link").first.wait_for()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url("**/guide/follow-up/#call-keep-door-open")
