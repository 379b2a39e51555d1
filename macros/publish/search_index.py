"""Turns what the search plugin wrote into the index of our search: overrides/search/matching.js reads it."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.cache import templates
from macros.content import Content
from macros.content.yaml_files import line_with
from macros.edition import MARKS
from macros.languages import ORIGINAL
from macros.typography import french_spaces

FILE = Path("docs/data/search.yml")
# What the article says comes before the pages and the hundred questions that the guide adds.
HOME = 1.1
HOME_TITLE = 0.3  # it names what the other pages answer
ADDED_PAGE = 0.8
ADDED_QUESTION = 0.24
ADDED_THEME = 0.25
ADDED_ITEM = 0.15
# The plugin keeps the headings of what it leaves out, here those of themes and questions.
OF_QUESTIONS = re.compile(r"theme-|.*-ask$")
BLOCK = re.compile(r"</?(?:p|ul|ol|li|table|t[hdr]|h\d|details|summary|dl|d[td])\b[^>]*>|\n")
TAG = re.compile(r"<[^>]*>")
ID = re.compile(r'<h\d[^>]* id="([^"]+)"')
# The theme's own words, which its script would say.
WORDS = ("placeholder", "none", "one", "other", "more.one", "more.other", "term.missing")


# What search says beside the theme's words.
OWN_WORDS = ("mended",)
Place = tuple[str, str]  # the page and the anchor of an entry


class _Entry(NamedTuple):
    page: str
    anchor: str
    title: str
    text: str
    boost: float = 1


def write_index(config: MkDocsConfig) -> None:
    """Write titles and texts page by page, with the words that show them."""
    file = Path(config.site_dir) / "search/search_index.json"
    found = json.loads(file.read_text(encoding="utf-8"))["docs"]
    marks = _marks(config)
    titles = {entry["location"]: entry["title"] for entry in found}
    written = [_written(entry, marks, titles) for entry in found]
    entries = [
        *(entry for entry in written if not OF_QUESTIONS.match(entry.anchor)),
        *_items(config),
        *_questions(config),
    ]
    if config.theme["language"] == ORIGINAL:
        entries = [
            each._replace(title=french_spaces(each.title), text=french_spaces(each.text))
            for each in entries
        ]
    index = {
        "lang": config.theme["language"],
        "words": _words(config),
        "counting": _counting(config),
        "pages": list(_pages(entries, config)),
        "meanings": list(_meanings(config, {(each.page, each.anchor) for each in entries})),
    }
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")


def _marks(config: MkDocsConfig) -> re.Pattern[str]:
    """Match the badges, which say nothing in an excerpt."""
    content, lang = config.extra["content"], config.theme["language"]
    badges = [content.words["badge"][mark][lang] for mark in MARKS]
    return re.compile(rf"(?:^| )(?:{'|'.join(map(re.escape, badges))})(?=$| [A-ZÀ-Ý])")


def _written(entry: dict[str, Any], marks: re.Pattern[str], titles: dict[str, str]) -> _Entry:
    page, _, anchor = entry["location"].partition("#")
    blocks = (
        marks.sub("", " ".join(unescape(TAG.sub(" ", each)).split()))
        for each in BLOCK.split(entry["text"])
    )
    # A form says the same beside each of its fields.
    text = "\n".join(dict.fromkeys(block for block in blocks if re.search(r"\w\w", block)))
    title = " ".join(unescape(TAG.sub("", entry["title"])).split())
    boost = _boost(page) if page or entry["title"] != titles[page] else HOME_TITLE
    return _Entry(page, anchor, title, text, entry.get("boost", boost))


def _boost(page: str) -> float:
    if not page:
        return HOME
    if page.startswith("guide/"):
        return 1
    return ADDED_THEME if page.startswith("more/questions/") else ADDED_PAGE


def _words(config: MkDocsConfig) -> dict[str, str]:
    env = config.theme.get_env()
    env.bytecode_cache = templates("theme")
    template = env.get_template("partials/language.html", None, {"config": config})
    words = {name: template.module.t(f"search.result.{name}") for name in WORDS}  # type: ignore[attr-defined]
    own, lang = config.extra["content"].words["search"], config.theme["language"]
    return words | {name: own[name][lang] for name in OWN_WORDS}


def _counting(config: MkDocsConfig) -> dict[str, Any]:
    """Give numbers in words, and units with the short ways to write them, without accents."""
    content, lang = config.extra["content"], config.theme["language"]
    names = {name: number for number, name in enumerate(content.language.numbers[lang])}
    numbers = {_folded(name): number for name, number in names.items()}
    return {
        "numbers": numbers | content.search.numbers[lang],
        "units": content.search.units[lang],
    }


def _folded(word: str) -> str:
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFD", word.lower()))


def _meanings(config: MkDocsConfig, known: set[Place]) -> Iterator[tuple[str, str, str, list[str]]]:
    """Give for each place what people type for what it says, beside its own words."""
    content, lang = config.extra["content"], config.theme["language"]
    for meaning in content.search.meanings:
        if not meaning.typed[lang]:
            continue
        says = meaning.says[lang] if meaning.says else ""
        leads = [each for each in meaning.leads if _page(each) not in content.left_out[lang]]
        places = [_place(lead, known, content) for lead in leads]
        if meaning.point:
            places = [_place_of_point(meaning.point, config, known)]
        for place in places:
            yield (*place, says, meaning.typed[lang])


def _page(lead: str) -> str:
    return lead.partition("#")[0]


def _place(lead: str, known: set[Place], content: Content) -> Place:
    page, anchor = _page(lead), lead.partition("#")[2]
    # A question is found wherever its theme has its page.
    place = (_address(content.page_of_question.get(anchor, page)), anchor)
    if place not in known:
        expected, mend = (
            ("un titre, un élément ou une question de cette page", "corrigez ce qui suit #")
            if anchor
            else (
                "une page que la recherche connaît",
                "retirez-la d’ici, ou « exclude: true » de l’en-tête de cette page",
            )
        )
        raise PluginError(
            f"{FILE}, ligne {line_with(FILE, lead)} : trouvé : « {lead} » ; attendu : {expected} ; "
            f"à faire : {mend}."
        )
    return place


def _address(page: str) -> str:
    return "" if page == "index.md" else page.removesuffix(".md") + "/"


def _place_of_point(point: str, config: MkDocsConfig, known: set[Place]) -> Place:
    """Return the item or question that says a point of the article, or the heading over it."""
    content = config.extra["content"]
    page = next(_address(each.page) for each in content.article.points if point in each.points)
    sayings = [
        *(item for checklist in content.checklists.values() for item in checklist.items),
        *content.questions,
    ]
    for saying in sayings:
        if saying.point == point:
            return page, saying.id
    html = (Path(config.site_dir) / page / "index.html").read_text(encoding="utf-8")
    before = html.partition(f'id="point-{point}"')[0]
    return page, next((each for each in reversed(ID.findall(before)) if (page, each) in known), "")


def _items(config: MkDocsConfig) -> Iterator[_Entry]:
    """Give an entry for each item of a checklist: the plugin knows headings only."""
    content, lang = config.extra["content"], config.theme["language"]
    for name, page in content.lists_of(lang).items():
        boost = 1 if page.startswith("guide/") else ADDED_ITEM
        for item in content.checklists[name].items:
            hint = item.hint[lang] if item.hint else ""
            yield _Entry(_address(page), item.id, item.text[lang], hint, boost)


def _questions(config: MkDocsConfig) -> Iterator[_Entry]:
    """Give an entry for each question: the plugin gives what is closed at first to its page."""
    content, lang = config.extra["content"], config.theme["language"]
    kinds = (
        (content.article_questions, 1),
        (content.added_questions, ADDED_QUESTION),
        (content.questions_to_ask, ADDED_QUESTION * ADDED_PAGE),
    )
    for questions, boost in kinds:
        for each in questions:
            texts = (each.behind, each.prepare, each.starting_out, each.trap, *each.rewordings)
            text = "\n".join(text[lang] for text in texts if text)
            page = _address(content.page_of_question[each.id])
            yield _Entry(page, each.id, each.ask[lang], text, boost)


def _pages(
    entries: Iterable[_Entry], config: MkDocsConfig
) -> list[tuple[str, float, list[tuple[str, ...]]]]:
    """Give each page once for each boost, in the order of the path: of two equals, the first wins."""
    pages: dict[tuple[str, float], list[tuple[str, ...]]] = {}
    for page, anchor, title, text, boost in entries:
        pages.setdefault((page, boost), []).append((anchor, title, text))
    path = ["", *(_address(step.page) for step in config.extra["content"].steps)]
    known = [(page, boost, parts) for (page, boost), parts in pages.items()]
    return sorted(known, key=lambda each: path.index(each[0]) if each[0] in path else len(path))
