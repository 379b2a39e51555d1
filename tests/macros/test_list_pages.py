"""A check list on any page is found, counted and linked there; on none or on two it is refused."""

from pathlib import Path

from macros.components import Components
from macros.content import load
from macros.edition import Edition
from macros.languages import LANGUAGES, Lang
from macros.page_data import DATA, Page
from tests.conftest import CONTENT
from tests.macros.test_content import Edit, problem, problems
from tests.recipes import a_page_with_a_list

EVE = "docs/{}/more/eve.md"
CALL = '{{ check_list("the-day-before") }}\n'
STAGES = "docs/data/stages.yml"


def test_the_page_of_each_list_is_the_one_that_draws_it() -> None:
    assert CONTENT.page_of_list == {
        "after-the-first-interview": "guide/after-the-first-interview.md",
        "thank-you": "guide/thank-you.md",
        "prepare": "guide/prepare.md",
        "the-day": "more/the-day.md",
        "debrief": "guide/debrief.md",
        "follow-up-call": "guide/follow-up.md",
        "the-offer": "more/the-offer.md",
    }


def test_a_list_on_a_page_outside_the_path_counts_in_the_file(project: Path, edit: Edit) -> None:
    a_page_with_a_list(project, edit)

    content = load(project / "docs")
    page = Page(url=str, holidays={})
    by_lang = [DATA["file"](Edition(content, lang), page) for lang in LANGUAGES]

    assert content.page_of_list["the-day-before"] == "more/eve.md"
    for file in by_lang:
        item = {"id": "check-the-way", "per": "interview", "first_interview_only": False}
        assert file["items"].count(item) == 1
        assert "check-the-way" in file["known"]


def test_a_list_on_a_page_outside_the_path_stands_in_the_booklet(project: Path, edit: Edit) -> None:
    a_page_with_a_list(project, edit)

    content = load(project / "docs")
    pages = {page: (page, f"http://127.0.0.1/{page}") for page in content.menu.pages}

    items: dict[Lang, str] = {"fr": "Vérifiez le trajet.", "en": "Check how to get there."}
    for lang, item in items.items():
        booklet = Components(Edition(content, lang)).workshop_booklet(pages)
        assert booklet.count(item) == 1
        assert booklet.count("http://127.0.0.1/more/eve.md</a>") == 1


def test_a_list_on_no_page_is_named(project: Path, edit: Edit) -> None:
    a_page_with_a_list(project, edit)
    for lang in LANGUAGES:
        edit(EVE.format(lang), CALL, "")

    assert problem(project) == (
        "docs/data/checklists/the-day-before.yml, ligne 1 : trouvé : une liste qui n’est sur "
        'aucune page ; attendu : « {{ check_list("the-day-before") }} » sur une page, dans les '
        "deux langues ; à faire : écrivez cet appel là où la liste doit se lire."
    )


def test_a_list_of_drafts_may_wait_for_its_page(project: Path, edit: Edit) -> None:
    a_page_with_a_list(project, edit)
    edit(
        "docs/data/checklists/the-day-before.yml",
        "        addition: true\n",
        "        draft: true\n",
    )
    for lang in LANGUAGES:
        edit(EVE.format(lang), CALL, "")

    assert "the-day-before" not in load(project / "docs").page_of_list


def test_a_list_on_two_pages_is_named_on_the_second(project: Path, edit: Edit) -> None:
    a_page_with_a_list(project, edit)
    for lang in LANGUAGES:
        with (project / f"docs/{lang}/about.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{CALL}")

    said = problems(project)

    assert [line.partition(", ligne")[0] for line in said] == [
        "docs/fr/about.md", "docs/en/about.md"
    ]  # fmt: skip
    assert said[0].partition(" : ")[2] == (
        "trouvé : « check_list the-day-before », qui se trouve déjà dans docs/fr/more/eve.md, "
        "ligne 9 ; attendu : chaque liste sur une seule page : la recherche et les liens y "
        "mènent ; à faire : retirez l’un des deux appels."
    )


def test_a_list_that_one_language_lacks_is_named_where_the_other_has_it(
    project: Path, edit: Edit
) -> None:
    a_page_with_a_list(project, edit)
    edit(EVE.format("en"), CALL, "")

    assert problem(project) == (
        "docs/fr/more/eve.md, ligne 9 : trouvé : « check_list the-day-before », que "
        "docs/en/more/eve.md n’a pas ; attendu : chaque liste sur la même page dans les deux "
        "langues ; à faire : écrivez le même appel dans docs/en/more/eve.md, ou déplacez celui-ci."
    )


def test_a_list_that_the_languages_have_on_different_pages_is_named_in_both(
    project: Path, edit: Edit
) -> None:
    a_page_with_a_list(project, edit)
    edit(EVE.format("en"), CALL, "")
    with (project / "docs/en/about.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{CALL}")

    assert [line.partition(", ligne")[0] for line in problems(project)] == [
        "docs/fr/more/eve.md", "docs/en/about.md"
    ]  # fmt: skip


def test_a_task_leads_to_the_page_where_its_item_stands(project: Path, edit: Edit) -> None:
    edit(STAGES, "    page: guide/after-the-first-interview.md\n", "    page: guide/questions.md\n")

    assert "trouvé : « guide/questions.md » ; attendu : « guide/after-the-first-interview.md »" in (
        problem(project)
    )
