"""What must hold of whatever stands in docs/: the only tests that read it.

They name no sentence, count or id of the guide, so that an editor who follows the handbook never
turns them red. Each test looks at every page, since the pages are known only once it runs.
"""

import re
import warnings
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from macros.content import Content, load
from macros.content.pages import SHORTEST
from macros.facts import facts_of, to_read_again
from macros.languages import ROOTS as ROOT_OF
from macros.languages import Lang
from tests.browser.test_accessibility import violations
from tests.conftest import LIVE, PAGE_FILE, WHOLE, built, serving

ROOTS = tuple(ROOT_OF.values())
ERROR_PAGES = tuple(f"{root}{status}.html" for root in ROOTS for status in (404, 503))
WIDEST_GROWTH = 1.1  # of the weight of a page, before it is said
READ = "self::script or self::style"


@pytest.fixture(scope="session")
def content() -> Content:
    """What the editor wrote in docs/data."""
    return load(LIVE)


@pytest.fixture(scope="session")
def guide(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site built from docs/: the one that all tests have, as long as nothing was edited."""
    name = "site" if files_in(LIVE) == files_in(WHOLE) else "guide"
    return built(tmp_path_factory, worker_id, name, docs=LIVE)


def files_in(folder: Path) -> dict[Path, bytes]:
    """Return what each file of a folder holds."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder): file.read_bytes() for file in files}


@pytest.fixture(scope="session")
def pages(guide: Path) -> list[str]:
    """Every page of the site, as a path that ends in a slash or is empty; both languages."""
    found = guide.rglob("index.html")
    return sorted(PAGE_FILE.sub(r"\1", path.relative_to(guide).as_posix()) for path in found)


@cache
def parse(site: Path, path: str) -> html.HtmlElement:
    file = site / path
    return html.fromstring((file / "index.html" if file.is_dir() else file).read_text("utf-8"))


def address(page: str) -> str:
    """Return where a file of docs/fr stands in the site."""
    return PAGE_FILE.sub(r"\1", page).replace(".md", "/")


def said(page: html.HtmlElement, left_out: str = READ) -> str:
    """Return the text of a page as a reader sees it, without some of its elements."""
    return "".join(page.xpath(f"//main//text()[not(ancestor::*[{left_out}])]"))


def test_the_guide_is_built_strictly_with_every_page_that_each_language_publishes(
    pages: list[str], content: Content
) -> None:
    published = [
        root + address(page)
        for lang, root in ROOT_OF.items()
        for page in (*content.menu_of(lang).pages, *content.theme_pages.values())
    ]

    assert pages == sorted(published)


@pytest.mark.parametrize("root", ROOTS)
def test_every_point_of_the_article_stands_on_an_element_with_text(
    guide: Path, content: Content, root: str
) -> None:
    silent = [
        (page.page, point)
        for page in content.article.points
        for point in page.points
        if not any(
            element.text_content().strip()
            for element in parse(guide, root + address(page.page)).xpath(
                f'//*[@id="point-{point}"]'
            )
        )
    ]

    assert silent == []


def test_every_page_names_and_links_the_article(
    guide: Path, pages: list[str], content: Content
) -> None:
    source = content.article.source
    lacking = []
    for path in (*pages, *ERROR_PAGES):
        links = parse(guide, path).xpath('//footer//*[contains(@class, "se-attribution")]//a')
        named = [
            link.get("href")
            for link in links
            if source.title in link.text_content().replace("\u00a0", " ")
        ]
        if named != [source.url]:
            lacking.append(path)

    assert lacking == []


def test_every_local_address_leads_to_something(guide: Path, pages: list[str]) -> None:
    broken = []
    for path in (*pages, *ERROR_PAGES):
        file = guide / path if path.endswith(".html") else guide / path / "index.html"
        for element in parse(guide, path).xpath("//*[@href or @src]"):
            address = urlsplit(element.get("href") or element.get("src") or "")
            if not address.scheme and not address.netloc and not leads(guide, file, address):
                broken.append((path, address.geturl()))

    assert broken == []


def leads(guide: Path, file: Path, address: object) -> bool:
    path, fragment = unquote(address.path), unquote(address.fragment)  # type: ignore[attr-defined]
    target = (guide / path.lstrip("/")) if path.startswith("/") else (file.parent / path)
    target = file if not path else target.resolve()
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return False
    if not fragment or fragment.startswith("__") or target.suffix != ".html":
        return True
    return bool(parse(guide, target.relative_to(guide).as_posix()).xpath("//*[@id=$i]", i=fragment))


def test_no_id_stands_twice_on_a_page(guide: Path, pages: list[str]) -> None:
    twice = []
    for path in pages:
        ids = parse(guide, path).xpath("//@id")
        twice += [(path, each) for each in set(ids) if ids.count(each) > 1]

    assert twice == []


def test_french_signs_have_their_no_break_space(guide: Path, pages: list[str]) -> None:
    sign = r".{0,20}(?:[^\u202f?!][;!?](?=\s|$)|[^\u00a0]»|«[^\u00a0]| :).{0,5}"
    wrong = [
        (path, found)
        for path in pages
        if not path.startswith("en/")
        for found in re.findall(sign, said(parse(guide, path), f'{READ} or @lang="en"'))
    ]

    assert wrong == []


def test_no_straight_apostrophe_is_read(guide: Path, pages: list[str]) -> None:
    assert [path for path in pages if "'" in said(parse(guide, path))] == []


def test_a_page_has_one_title_and_a_description_of_its_own(guide: Path, pages: list[str]) -> None:
    descriptions: dict[str, str] = {}
    wrong = []
    for path in pages:
        page = parse(guide, path)
        description = page.xpath('//meta[@name="description"]/@content')[0]
        same = descriptions.setdefault(description, path) != path
        if len(page.xpath("//h1")) != 1 or len(description) < SHORTEST or same:
            wrong.append(path)

    assert wrong == []


def test_every_item_that_we_add_carries_its_mark_unless_its_list_is_ours(
    guide: Path, content: Content
) -> None:
    ours = {name for name, checklist in content.checklists.items() if checklist.is_ours}
    added = {
        each.item.id
        for each in content.items.values()
        if each.item.addition and each.list not in ours
    }
    unmarked = {
        row.get("id")
        for path in guide.rglob("index.html")
        for row in html.fromstring(path.read_text("utf-8")).xpath("//check-list//li[@id]")
        if row.get("id") in added and not row.xpath('.//*[contains(@class, "se-badge--addition")]')
    }

    assert unmarked == set()


def test_the_page_of_a_list_that_is_ours_carries_the_mark(guide: Path, content: Content) -> None:
    ours = [
        root + address(page)
        for lang, root in ROOT_OF.items()
        for name, page in content.lists_of(lang).items()
        if content.checklists[name].is_ours
    ]

    for path in ours:
        assert parse(guide, path).xpath('//article//*[contains(@class, "se-badge--addition")]'), (
            path
        )


def test_every_checklist_of_a_language_is_once_on_its_pages(content: Content) -> None:
    for lang in ROOT_OF:
        texts = "\n".join(path.read_text("utf-8") for path in (LIVE / lang).rglob("*.md"))
        for name in content.lists_of(lang):
            assert len(re.findall(rf'check_list\("{name}"[,)]', texts)) == 1, (lang, name)


@pytest.fixture(scope="session")
def guide_url(guide: Path) -> Iterator[str]:
    """The address of the site built from docs/."""
    with serving(guide) as address:
        yield address


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[Page]:
    """One page for the whole guide, on the narrowest phone."""
    # Without reduced motion axe can catch a colour halfway to another.
    context = browser.new_context(
        viewport={"width": 320, "height": 800}, reduced_motion="reduce", service_workers="block"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("roots", ["by turns", pytest.param("both", marks=pytest.mark.slow)])
def test_no_page_scrolls_sideways_or_asks_another_host(
    reader: Page, guide_url: str, pages: list[str], roots: str
) -> None:
    """In `make test` each page in one language, by turns."""
    french = [path for path in pages if not path.startswith("en/")]
    by_turns = [ROOTS[index % len(ROOTS)] + path for index, path in enumerate(french)]
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    wide = {}
    for path in pages if roots == "both" else filter(pages.__contains__, by_turns):
        reader.goto(guide_url + path)
        width = reader.evaluate("document.scrollingElement.scrollWidth")
        if width > 320:
            wide[path] = width

    assert wide == {}
    assert [each for each in asked if not each.startswith(guide_url)] == []


def one_of_each_kind(guide: Path, pages: list[str]) -> list[str]:
    """Return the pages that bring two components or more which none of those before has, and the last."""
    seen: set[str] = set()
    found = []
    for path in pages:
        tags = {str(each.tag) for each in parse(guide, path).xpath("//*[contains(name(), '-')]")}
        if len(tags - seen) > 1 or path == pages[-1]:
            found.append(path)
            seen |= tags
    return found


@pytest.mark.parametrize(
    "root",
    ["some", pytest.param("", marks=pytest.mark.slow), pytest.param("en/", marks=pytest.mark.slow)],
)
def test_no_page_breaks_an_axe_rule(
    reader: Page, guide_url: str, guide: Path, pages: list[str], root: str
) -> None:
    """In `make test` French pages of each kind; all of both languages in `make test-slow`."""
    chosen = [path for path in pages if path.startswith("en/") == (root == "en/")]
    wrong: dict[str, list[str]] = {}
    for path in one_of_each_kind(guide, chosen) if root == "some" else chosen:
        reader.goto(guide_url + path)
        if found := violations(reader):
            wrong[path] = found

    assert wrong == {}


def test_a_page_that_has_grown_much_is_named(guide: Path, site: Path, pages: list[str]) -> None:
    """Growth is the editor's business: it is said, and stops nothing."""
    for path in pages:
        before, now = site / path / "index.html", guide / path / "index.html"
        if (
            before.is_file()
            and (times := now.stat().st_size / before.stat().st_size) > WIDEST_GROWTH
        ):
            warnings.warn(
                f"« {path or 'accueil'} » a grossi de {round(100 * (times - 1))} % depuis la dernière copie "
                "de référence : si c’est voulu, « make freeze » en fait une nouvelle.",
                stacklevel=1,
            )
    assert pages


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_duration_written_out_in_a_page_is_named(content: Content, lang: Lang) -> None:
    """It would not follow the rule: most often a macro was meant, sometimes it is another matter."""
    durations = {
        name: content.language.duration(rule.article, lang)
        for name, rule in content.follow_up.rules.durations().items()
    }
    for path in sorted((LIVE / lang).rglob("*.md")):
        text = path.read_text("utf-8").replace("\u00a0", " ")
        for name, duration in durations.items():
            if duration.replace("\u00a0", " ") in text:
                warnings.warn(
                    f"docs/{path.relative_to(LIVE)} écrit « {duration} » en toutes lettres : "
                    f'si c’est la règle du guide, écrivez plutôt {{{{ rule("{name}") }}}}.',
                    stacklevel=1,
                )
    assert durations


def test_a_fact_read_long_ago_is_named(content: Content) -> None:
    """Time alone stops nothing; what has no source is refused as the content is loaded."""
    for each in to_read_again(content, date.today()):
        warnings.warn(each, stacklevel=1)
    assert [*facts_of(content)]
