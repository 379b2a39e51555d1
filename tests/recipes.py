"""The recipes of the French handbook, each followed on a copy with its blocks as they are written."""

import re
from collections.abc import Callable
from pathlib import Path

Edit = Callable[[str, str, str], None]
HANDBOOK = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?:yaml|markdown)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FOLLOW_UP = "docs/data/follow-up.yml"
PLACES = "docs/data/places.yml"
REGISTER = "docs/data/register.yml"
FIRST_LIST = "docs/data/checklists/after-the-first-interview.yml"
LAST_ITEM = "      - id: keep-applying\n"
LANGUAGES = ("fr", "en")


def part_of(title: str) -> str:
    """Return a part of the handbook."""
    _, _, part = HANDBOOK.partition(f"### {title}\n")
    return part.partition("\n### ")[0]


def blocks(title: str) -> list[str]:
    """Return what a part of the handbook says to write."""
    return BLOCK.findall(part_of(title))


def _add(edit: Edit, name: str, before: str, block: str) -> None:
    """Write a block after a text that stands once in a file."""
    edit(name, before, before + block)


def _write(project: Path, name: str, text: str) -> None:
    (project / name).write_text(text, encoding="utf-8")


def a_sentence(project: Path, edit: Edit) -> None:
    (sentence,) = blocks("Corriger une phrase")
    anchor = "## Le second entretien va plus loin { #ce-qui-change-au-second-entretien }\n"
    _add(edit, "docs/fr/guide/prepare.md", anchor, f"\n{sentence}")


def two_weeks_to_ten_days(project: Path, edit: Edit) -> None:
    (rule,) = blocks("Changer une durée")
    value, article = rule.splitlines()[1:]
    edit(FOLLOW_UP, article.replace("article", "value"), value)


def twenty_four_to_forty_eight_hours(project: Path, edit: Edit) -> None:
    edit(FOLLOW_UP, "value: {number: 24, unit: hours}", "value: {number: 48, unit: hours}")


def a_question(project: Path, edit: Edit) -> None:
    question, id_of_question = blocks("Ajouter une question")
    _add(edit, "docs/data/questions/job.yml", "questions:\n", question)
    _add(edit, REGISTER, "\nquestions:\n", id_of_question)


def a_theme(project: Path, edit: Edit) -> None:
    theme, beginning = blocks("Ajouter un thème")
    question, id_of_question = blocks("Ajouter une question")
    edit("docs/data/questions.yml", "roles:\n", f"{theme}roles:\n")
    text = beginning + question.replace("theme: job", "theme: remote")
    _write(project, "docs/data/questions/remote.yml", text)
    _add(edit, REGISTER, "\nquestions:\n", id_of_question)


def an_item(project: Path, edit: Edit) -> None:
    item, id_of_item = blocks("Ajouter un élément à une liste")
    edit(FIRST_LIST, LAST_ITEM, item + LAST_ITEM)
    _add(edit, REGISTER, "\nitems:\n", id_of_item)


def an_item_without_english(project: Path, edit: Edit) -> None:
    (item,) = blocks("S’il manque l’anglais")
    edit(FIRST_LIST, LAST_ITEM, item + LAST_ITEM)


def an_item_renamed(project: Path, edit: Edit) -> None:
    _, renamed = blocks("Retirer ou renommer un id")
    edit(FIRST_LIST, "id: note-reply-time", f"id: {renamed.split(':')[0].strip()}")
    edit(REGISTER, "  note-reply-time:\n", renamed)


def an_item_retired(project: Path, edit: Edit) -> None:
    item, id_of_item = blocks("Ajouter un élément à une liste")
    retired, _ = blocks("Retirer ou renommer un id")
    an_item(project, edit)
    edit(FIRST_LIST, item, "")
    edit(REGISTER, id_of_item, retired)


def a_page_with_a_list(project: Path, edit: Edit) -> None:
    *pages, in_the_menu = blocks("Ajouter une page")
    items, id_of_item = blocks("Ajouter une liste")
    for lang, page in zip(LANGUAGES, pages, strict=True):
        _write(project, f"docs/{lang}/more/eve.md", page)
    edit("docs/data/menu.yml", "      - page: about.md\n", f"{in_the_menu}      - page: about.md\n")
    _write(project, "docs/data/checklists/the-day-before.yml", items)
    _add(edit, REGISTER, "\nitems:\n", id_of_item)


def a_page_in_one_language(project: Path, edit: Edit) -> None:
    a_page_with_a_list(project, edit)
    (head,) = blocks("Publier une page dans une langue d’abord")
    _write(project, "docs/en/more/eve.md", head)


def a_promise(project: Path, edit: Edit) -> None:
    promise, id_of_promise = blocks("Ajouter un délai annoncé")
    _add(edit, FOLLOW_UP, "\npromises:\n", promise)
    _add(edit, REGISTER, "\npromises:\n", id_of_promise)


def a_place(project: Path, edit: Edit) -> None:
    place, id_of_place, *_ = blocks("Ajouter un lieu ou un jour férié")
    _add(edit, PLACES, "\nplaces:\n", place)
    _add(edit, REGISTER, "\nplaces:\n", id_of_place)


def a_day_off(project: Path, edit: Edit) -> None:
    *_, day = blocks("Ajouter un lieu ou un jour férié")
    _add(edit, PLACES, '    label: {fr: "Monaco", en: "Monaco"}\n', day)


def a_sentence_of_a_message(project: Path, edit: Edit) -> None:
    edit(
        "docs/data/messages.yml",
        "Le poste, tel que vous me l’avez présenté, me convient.",
        "Tout me convient.",
    )


def a_message(project: Path, edit: Edit) -> None:
    message, id_of_message, call = blocks("Changer un message ou l’appel")
    _add(edit, "docs/data/messages.yml", "\nmessages:\n", message)
    _add(edit, REGISTER, "\nmessages:\n", id_of_message)
    for lang in LANGUAGES:
        page = project / f"docs/{lang}/more/after-the-answer.md"
        page.write_text(f"{page.read_text(encoding='utf-8')}\n{call}", encoding="utf-8")


def a_word(project: Path, edit: Edit) -> None:
    (word,) = blocks("Changer un mot de l’interface")
    name = "docs/data/words.yml"
    text = (project / name).read_text(encoding="utf-8")
    key = word.partition("{")[0]
    edit(name, next(line for line in text.splitlines(True) if line.startswith(key)), word)


def a_source(project: Path, edit: Edit) -> None:
    site, id_of_site = blocks("Ajouter le délai d’un autre site")
    _add(edit, "docs/data/practices.yml", "\nsites:\n", site)
    _add(edit, REGISTER, "\npractices:\n", id_of_site)


def a_fact(project: Path, edit: Edit) -> None:
    (statement,) = blocks("Ajouter ce que dit un pays")
    _add(edit, "docs/data/statements.yml", "\nstatements:\n", statement)


def words_to_search(project: Path, edit: Edit) -> None:
    (entry,) = blocks("Ajouter un mot à la recherche")
    _add(edit, "docs/data/search.yml", "\nmeanings:\n", entry)


def two_more_years(project: Path, edit: Edit) -> None:
    edit(PLACES, "last_year: 2036", "last_year: 2038")


# In which run each goes through the gate; that it gives no fault is in `make test`.
SLOW = (
    a_sentence,
    two_weeks_to_ten_days,
    twenty_four_to_forty_eight_hours,
    a_question,
    a_theme,
    an_item,
    an_item_renamed,
    an_item_retired,
    a_page_with_a_list,
    a_sentence_of_a_message,
    a_source,
    two_more_years,
)
NIGHTLY = (
    an_item_without_english,
    a_page_in_one_language,
    a_promise,
    a_place,
    a_day_off,
    a_message,
    a_word,
    a_fact,
    words_to_search,
)
