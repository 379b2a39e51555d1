"""What an editor may get wrong in a page, and the line that says how to mend it."""

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros import define_env
from macros.content import load
from macros.content.pages import macros_of_pages
from tests.conftest import CONTENT
from tests.macros.test_content import Edit, problem, problems

PREPARE = "docs/fr/guide/prepare.md"
HEAD = "---\ndescription: Une page qui sert à essayer ce que l’on peut mal écrire.\n---\n\n# Un titre\n"
FILE = "docs/fr/guide/prepare.md, ligne"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{HEAD}\nVoici {{{{ prénom }}}}.\n",
            "7 : trouvé : « prénom » ; attendu : une macro : application_file, badge,",
            id="a name that is no macro",
        ),
        pytest.param(
            f'{HEAD}\n{{{{ checklist("prepare") }}}}\n',
            "7 : trouvé : « checklist » ; attendu : une macro :",
            id="a misspelt macro",
        ),
        pytest.param(
            f'{HEAD}\n{{{{ checklist("prepare") }}}}\n',
            "à faire : écrivez peut-être « check_list ».",
            id="a misspelt macro and the right one",
        ),
        pytest.param(
            f'{HEAD}\n{{{{ check_list("thank-yu") }}}}\n',
            "7 : trouvé : « thank-yu » dans « check_list » ; attendu : after-the-first-interview, debrief,",
            id="a list that does not exist",
        ),
        pytest.param(
            f'{HEAD}\n{{{{ question_list("to-aks") }}}}\n',
            "7 : trouvé : « to-aks » dans « question_list » ; attendu : prepare, to-ask ; "
            "à faire : écrivez peut-être « to-ask ».",
            id="a misspelt view",
        ),
        pytest.param(
            f'{HEAD}\n{{{{ follow_up_plan("hom") }}}}\n',
            "7 : trouvé : « hom » dans « follow_up_plan » ; attendu : full, home",
            id="a misspelt view of the dates",
        ),
        pytest.param(
            f'{HEAD}\nDans les {{{{ rule("thankyou") }}}}.\n',
            "7 : trouvé : « thankyou » dans « rule » ; attendu : thank-you, quiet, call",
            id="a misspelt rule",
        ),
        pytest.param(
            f"{HEAD}\nÉcrivez à la personne qui vous a reçu(e).\n",
            "7 : trouvé : « reçu(e) » ; attendu : une tournure qui vaut pour tout le monde",
            id="a gender in brackets",
        ),
        pytest.param(
            f"{HEAD}\nIl manque : Votre souhait.\n",
            "7 : trouvé : « : Votre » ; attendu : une minuscule après un deux-points",
            id="a capital after a colon",
        ),
        pytest.param(
            f'{HEAD}\nSelon {{{{ badge("ajout") }}}}.\n',
            "7 : trouvé : « ajout » dans « badge » ; attendu : addition, reading",
            id="a mark in French",
        ),
        pytest.param(
            f'{HEAD}\nSelon {{{{ source("lien") }}}}.\n',
            "7 : trouvé : « lien » dans « source » ; attendu : title, publisher, url, published",
            id="what the source does not say",
        ),
        pytest.param(
            f"{HEAD}\n{{{{ check_list() }}}}\n",
            "7 : trouvé : « check_list » avec 0 valeur(s) ; attendu : after-the-first-interview",
            id="a macro without its name",
        ),
        pytest.param(
            f'{HEAD}\n{{{{ call_script("now") }}}}\n',
            "7 : trouvé : « call_script » avec 1 valeur(s) ; attendu : rien entre parenthèses",
            id="a name too many",
        ),
        pytest.param(
            f"{HEAD}\nDans les {{{{ rule(“call”) }}}}.\n",
            "7 : trouvé : « Dans les {{ rule(“call”) }}. » ; attendu : une macro entre « {{ » et « }} »",
            id="curly quotes in a macro",
        ),
        pytest.param(
            f'{HEAD}\nDans les {{{{ rule("call") }}.\n',
            "à faire : vérifiez les accolades, les parenthèses et les guillemets.",
            id="a brace that is missing",
        ),
        pytest.param(
            f"{HEAD}\nUne remise de {{% 10 % }}.\n",
            "à faire : vérifiez les accolades, les parenthèses et les guillemets.",
            id="a percent sign in a brace",
        ),
        pytest.param(
            f'{HEAD}\nVoici {{{{ check_list("prepare") }}}} la liste.\n',
            "attendu : « check_list » seul sur sa ligne, sans retrait, entre deux lignes vides",
            id="a tool inside a sentence",
        ),
        pytest.param(
            f'{HEAD}\n  {{{{ check_list("prepare") }}}}\n',
            "à faire : mettez cet appel sur une ligne à lui.",
            id="a tool with an indent",
        ),
        pytest.param(
            f'{HEAD}\nLa liste :\n{{{{ check_list("prepare") }}}}\n',
            "8 : trouvé : « {{ check_list(\"prepare\") }} »",
            id="a tool right under a sentence",
        ),
        pytest.param(
            f'{HEAD}\n{{{{ check_list("prepare") }}}}\n\n{{{{ check_list("prepare") }}}}\n',
            "9 : trouvé : « check_list prepare » pour la seconde fois",
            id="a list twice",
        ),
        pytest.param(
            f'{HEAD}\n<div class="se-glance" markdown>\n\nDu texte.\n',
            "7 : trouvé : « <div class=\"se-glance\" markdown> », que rien ne ferme ; "
            "attendu : « </div> » là où il finit",
            id="an element without end",
        ),
        pytest.param(
            f"{HEAD}\nDu texte.\n\n</div>\n",
            "9 : trouvé : « </div> », que rien n’ouvre",
            id="an end without element",
        ),
        pytest.param(
            f"{HEAD}\nAujourd'hui.\n",
            "7 : trouvé : « Aujourd'hui » ; attendu : l’apostrophe ’ ; à faire : remplacez ' par ’.",
            id="a straight apostrophe",
        ),
        pytest.param(
            "---\ndescription: Une page pour essayer.\n---\n\nDu texte.\n",
            "1 : trouvé : aucun titre ; attendu : un seul titre de page",
            id="no title",
        ),
        pytest.param(
            f"{HEAD}\n# Un autre titre\n",
            "7 : trouvé : un second titre",
            id="two titles",
        ),
        pytest.param(
            "# Un titre\n",
            "1 : trouvé : « # Un titre » ; attendu : une description de la page",
            id="no front matter",
        ),
        pytest.param(
            "---\ndescription: Une page pour essayer.\n\n# Un titre\n",
            "à faire : fermez l’en-tête par une ligne « --- ».",
            id="a front matter without end",
        ),
        pytest.param(
            "---\nhide: [toc]\n---\n\n# Un titre\n",
            "1 : trouvé : aucune « description » ; attendu : une description de la page",
            id="no description",
        ),
        pytest.param(
            "---\ndescription: Une page : deux mots.\n---\n\n# Un titre\n",
            "2 : trouvé : un deux-points dans un texte sans guillemets",
            id="a colon in the description",
        ),
        pytest.param(
            "---\nDescription: Une page.\n---\n\n# Un titre\n",
            "attendu : l’une des clés description, headline, title, search, hide, draft ; à faire : écrivez "
            "peut-être « description »",
            id="a key of the head in capitals",
        ),
        pytest.param(
            "———\ndescription: Une page pour essayer.\n———\n\n# Un titre\n",
            "à faire : commencez le fichier par trois traits d’union, « --- », sans rien avant.",
            id="dashes of a word processor around the head",
        ),
        pytest.param(
            f"{HEAD}\n## Un mot\u00ad\n",
            "7 : trouvé : « mot », avec le signe invisible U+00AD après « mot »",
            id="a soft hyphen",
        ),
        pytest.param(
            f"{HEAD}\n##\u00a0Une partie\n",
            "7 : trouvé : « ##\u00a0Une partie » ; attendu : un titre : « ## » à la marge, une espace",
            id="a title with a no-break space",
        ),
        pytest.param(
            f"{HEAD}\n ## Une partie\n",
            "7 : trouvé : « ## Une partie » ; attendu : un titre : « ## » à la marge",
            id="a title that is not at the margin",
        ),
        pytest.param(
            f"{HEAD}\nUne partie\n----------\n",
            "7 : trouvé : « Une partie » ; attendu : un titre qui commence par « ## »",
            id="a title that is underlined",
        ),
        pytest.param(
            f"{HEAD}\nIl faut :\n- une chose.\n",
            "7 : trouvé : « Il faut : » ; attendu : une ligne vide avant une liste",
            id="a list right under a sentence",
        ),
        pytest.param(
            f"{HEAD}\n• une chose.\n",
            "7 : trouvé : « • une chose. » ; attendu : une liste : « - », une espace ordinaire",
            id="a bullet of a word processor",
        ),
        pytest.param(
            f"{HEAD}\n- une chose\n  - dedans\n",
            "8 : trouvé : « - dedans » ; attendu : quatre espaces",
            id="a list inside a list with two spaces",
        ),
        pytest.param(
            f"{HEAD}\n    Un texte.\n",
            "7 : trouvé : « Un texte. », en retrait ; attendu : un texte à la marge",
            id="a text that would be code",
        ),
        pytest.param(
            f"{HEAD}\n```\nUn texte.\n",
            "7 : trouvé : « ``` » ; attendu : un bloc de code qui finit par la même ligne",
            id="code without end",
        ),
        pytest.param(
            f"{HEAD}\n<!-- à revoir\n\nUn texte.\n",
            "7 : trouvé : « <!-- à revoir » ; attendu : un commentaire qui finit par « --> »",
            id="a comment without end",
        ),
        pytest.param(
            f"{HEAD}\n!!! note “Un titre”\n\n    Un texte.\n",
            "7 : trouvé : « !!! note “Un titre” » ; attendu : « !!! note \"Titre\" », entre guillemets droits",
            id="a box in curly quotes",
        ),
        pytest.param(
            f'{HEAD}\n!!! note "Un titre"\n\nUn texte.\n',
            "attendu : sous cette ligne, un texte en retrait de quatre espaces",
            id="a box without its text",
        ),
        pytest.param(
            f'{HEAD}\n<p class="MsoNormal">Un texte.</p>\n',
            "attendu : du texte seul ; à faire : collez-le de nouveau",
            id="a paragraph pasted from a word processor",
        ),
        pytest.param(
            f"{HEAD}\nUn **mot.\n",
            "7 : trouvé : « **mot. » ; attendu : des mots en gras entre ** et **",
            id="bold without end",
        ),
        pytest.param(
            f"{HEAD}\nUn <b>mot.\n",
            "7 : trouvé : « <b> », que rien ne ferme",
            id="an element of a line without end",
        ),
        pytest.param(
            f"{HEAD}\nUn mot.\n{{: #un-id }}\n\nUn autre.\n{{: #un-id }}\n",
            "11 : trouvé : « #un-id » pour la seconde fois",
            id="an id twice",
        ),
        pytest.param(
            f"{HEAD}\nVoyez [la page] (questions.md).\n",
            "attendu : un lien : [les mots](la-page.md), sans espace",
            id="a space inside a link",
        ),
        pytest.param(
            f"{HEAD}\nVoyez [la page](question.md).\n",
            "7 : trouvé : un lien vers « question.md » ; attendu : une page ou un fichier de docs/fr, comme "
            "prepare.md, ou une adresse en https:// ; à faire : écrivez peut-être « questions.md ».",
            id="a link to a page that is not there",
        ),
        pytest.param(
            f"{HEAD}\nVoyez [la page](/more/pay/).\n",
            "à faire : écrivez peut-être « ../more/pay.md ».",
            id="a link to an address of the site",
        ),
        pytest.param(
            f"{HEAD}\nVoyez [le site](www.example.org).\n",
            "à faire : écrivez « https://www.example.org ».",
            id="a link without https",
        ),
        pytest.param(
            f'{HEAD}\nVoyez <a href="rien.md">la page</a>.\n',
            "à faire : corrigez ce nom, ou ajoutez ce fichier.",
            id="a link in HTML",
        ),
        pytest.param(
            f"{HEAD}\nVoyez [ici](http://127.0.0.1:8000/guide/).\n",
            "à faire : remplacez cette adresse, qui ne mène que chez vous.",
            id="a link to this machine",
        ),
        pytest.param(
            f"{HEAD}\nDans les {{{{ rule(call) }}}}.\n",
            "7 : trouvé : une valeur sans guillemets dans « rule » ; attendu : thank-you, quiet, call ; "
            "à faire : écrivez l’un de ces noms entre guillemets droits.",
            id="a macro without quotes",
        ),
        pytest.param(
            f"{HEAD}\n{{{{ next_step }}}}\n",
            "à faire : écrivez « next_step() », avec ses parenthèses.",
            id="a macro without parentheses",
        ),
        pytest.param(
            f'{HEAD}\n{{% include "main.html" %}}\n',
            "à faire : retirez ce qui est entre « {% » et « %} ».",
            id="a statement that is no macro",
        ),
        pytest.param(
            f"{HEAD}\n<iframe src=\"https://exemple.fr/film\"></iframe>\n",
            "7 : trouvé : « <iframe src=\"https://exemple.fr/film\"> » ; attendu : du texte, des liens et des images du guide",
            id="a film of another site",
        ),
        pytest.param(
            f"{HEAD}\n<span style=\"color:red\">Rouge</span>\n",
            "7 : trouvé : « <span style=\"color:red\"> » ; attendu : un élément sans « style »",
            id="a style of its own",
        ),
        pytest.param(
            f'{HEAD}\n[Une page](questions.md){{ .big style="width:50%" }}\n',
            "7 : trouvé : « { .big style=\"width:50%\" } » ; attendu : un élément sans « style »",
            id="a style in braces",
        ),
        pytest.param(
            f'{HEAD}\nUn texte.\n{{: onclick="alert(1)" }}\n',
            "8 : trouvé : « {: onclick=\"alert(1)\" } » ; attendu : un élément sans « style »",
            id="a handler in braces",
        ),
        pytest.param(
            f"{HEAD}\nUne phrase.[^1]\n",
            "7 : trouvé : « [^1] » ; attendu : une note dans la phrase",
            id="a footnote",
        ),
        pytest.param(
            f"{HEAD}\n##\n\nDu texte.\n",
            "7 : trouvé : « ## » ; attendu : un titre qui a des mots",
            id="a title without words",
        ),
        pytest.param(
            f"{HEAD}\n#### Trop bas\n",
            "7 : trouvé : « #### Trop bas » ; attendu : « ## », un niveau sous le titre d’avant ; à faire : écrivez « ## ».",
            id="a title that leaves out a level",
        ),
        pytest.param(
            f"{HEAD}\nVoyez [les questions][q].\n",
            "7 : trouvé : « [les questions][q] » ; attendu : un lien : [les mots](la-page.md)",
            id="a link to a name",
        ),
        pytest.param(
            f"{HEAD}\nVoyez https://exemple.fr/page ici.\n",
            "7 : trouvé : « https://exemple.fr/page » ; attendu : un lien : [les mots](https://…)",
            id="an address without words",
        ),
        pytest.param(
            f"{HEAD}\nVoyez [le site](http://exemple.fr).\n",
            "7 : trouvé : un lien vers « http://exemple.fr » ; attendu : une page ou un fichier de docs/fr, comme prepare.md, ou une adresse en https:// ; à faire : écrivez « https://exemple.fr ».",
            id="an address that is not safe",
        ),
        pytest.param(
            f"{HEAD}\n![Une salle](file:///home/moi/salle.png)\n",
            "7 : trouvé : un lien vers « file:///home/moi/salle.png » ; attendu : une page ou un fichier de docs/fr, comme prepare.md, ou une adresse en https:// ; à faire : copiez ce fichier dans le dossier images/ de la langue, et écrivez « ../images/salle.png ».",
            id="a picture on a disk",
        ),
        pytest.param(
            f"{HEAD}\nUn _mot souligné.\n",
            "7 : trouvé : « _mot souligné. » ; attendu : des mots entre deux « _ »",
            id="an emphasis left open",
        ),
        pytest.param(
            f"{HEAD}\nUn `mot de code.\n",
            "7 : trouvé : « `mot de code. » ; attendu : des mots entre deux « ` »",
            id="code left open in a sentence",
        ),
        pytest.param(
            f"{HEAD}\n| a | b |\n| 1 | 2 |\n",
            "7 : trouvé : « | a | b | » ; attendu : sous la première ligne d’un tableau",
            id="a table without its line",
        ),
        pytest.param(
            f"{HEAD}\nUne phrase.\n{{: #mon idée }}\n",
            "8 : trouvé : « idée » dans « {: #mon idée } » ; attendu : un id comme « #mon-id »",
            id="an id with a space",
        ),
        pytest.param(
            f"{HEAD}\nOn dit \"bonjour\".\n",
            "7 : trouvé : \"bonjour\" ; attendu : les guillemets « et » ; à faire : écrivez « bonjour ».",
            id="straight quotes",
        ),
        pytest.param(
            f'{HEAD}\n{{{{ rule("call") | upper }}}}\n',
            '7 : trouvé : « {{ rule("call") | upper }} » ; attendu : une macro seule entre « {{ » et « }} »',
            id="a filter",
        ),
        pytest.param(
            f"---\ndescription: {'Long. ' * 40}\n---\n\n# Un titre\n",
            "2, description : trouvé : une description de 239 lettres ; attendu : de 20 à 175 lettres",
            id="a description that nobody reads to its end",
        ),
        pytest.param(
            HEAD.replace("---\n\n", "hide: [tocs]\n---\n\n"),
            "3, hide › 1 : trouvé : « tocs » ; attendu : navigation, toc ; à faire : écrivez peut-être « toc ».",
            id="a value of the head",
        ),
        pytest.param(
            HEAD.replace("---\n\n", "search: {boost: fort}\n---\n\n"),
            "3, search › boost : trouvé : « fort » ; attendu : un nombre",
            id="a word for a number of the head",
        ),
        pytest.param(
            HEAD.replace("---\n\n", "---\n---\nheadline: encore\n---\n\n"),
            "5 : trouvé : « headline: encore » ; attendu : un titre qui commence par « ## »",
            id="a head twice",
        ),
    ],
)  # fmt: skip
def test_a_mistake_in_a_page_is_said_with_its_line_and_its_mend(
    project: Path, text: str, expected: str
) -> None:
    (project / PREPARE).write_text(text, encoding="utf-8")

    assert expected in problem(project).removeprefix(f"{FILE} ")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEAD}\n```html\n<div>\n# pas un titre\n```\n", id="code between fences"),
        pytest.param(f"{HEAD}\nÉcrivez `<div>` ou `l'id`.\n", id="code in a sentence"),
        pytest.param(
            f'{HEAD}\n<div markdown>\n<span lang="en">x</span>\n</div>\n', id="nested elements"
        ),
        pytest.param(
            f'{HEAD}\n[Un lien](#a "l\'autre")\n{{: title="l\'un" }}\n', id="a title of a link"
        ),
        pytest.param(f"{HEAD}\nDix {{prénom}} et 10 % de plus.\n", id="a single brace"),
        pytest.param(f"{HEAD}\n## Un titre {{#id}}\n", id="an id of a title"),
        pytest.param(
            "\ufeff" + HEAD.replace("\n", "\r\n"), id="a byte order mark and Windows lines"
        ),
        pytest.param(
            f'{HEAD}\nDans les {{{{ rule("call") }}}} et {{{{ rule("call") }}}}.\n',
            id="a word twice",
        ),
    ],
)
def test_what_is_right_in_a_page_is_left_alone(project: Path, text: str) -> None:
    (project / PREPARE).write_text(text, encoding="utf-8", newline="")

    assert [line for line in problems_or_none(project) if line.startswith(PREPARE)] == []


def problems_or_none(project: Path) -> list[str]:
    try:
        return problems(project)
    except pytest.fail.Exception:  # nothing was wrong
        return []


def test_a_page_in_another_encoding_is_named(project: Path) -> None:
    (project / PREPARE).write_bytes("# Été".encode("latin-1"))

    assert problem(project).endswith("à faire : enregistrez le fichier en UTF-8.")


def test_mistakes_in_an_english_page_name_its_folder(project: Path, edit: Edit) -> None:
    edit("docs/en/guide/prepare.md", 'check_list("prepare")', 'check_list("prepared")')

    assert problem(project).startswith("docs/en/guide/prepare.md, ligne")


def test_the_macros_that_pages_may_call_are_those_that_there_are() -> None:
    defined: list[str] = []

    def macro(function: Callable[..., str]) -> Callable[..., str]:
        defined.append(function.__name__)
        return function

    site = {"extra": {"content": CONTENT}, "theme": {"language": "fr"}}
    define_env(SimpleNamespace(conf=site, page=None, variables={}, macro=macro))

    assert sorted(macros_of_pages(CONTENT)) == sorted(defined)


def test_a_picture_too_heavy_for_a_phone_is_named(project: Path) -> None:
    (project / "docs/fr/images").mkdir()
    (project / "docs/fr/images/salle.jpg").write_bytes(bytes(900_000))
    text = f"{HEAD}\n![Une salle](../images/salle.jpg)\n"
    (project / PREPARE).write_text(text, encoding="utf-8")

    assert problem(project).startswith(
        f"{FILE} 7 : trouvé : « ../images/salle.jpg », une image de 900 ko ; attendu : au plus 300 ko"
    )


def test_what_was_left_to_write_and_a_description_said_twice_stop_nothing(project: Path) -> None:
    for page in (PREPARE, "docs/fr/more/pay.md"):
        text = (project / page).read_text("utf-8")
        said = re.sub(
            "^description:.*$", "description: Ce que deux pages disent.", text, flags=re.M
        )
        (project / page).write_text(f"{said}\nTODO : la fin.\n", encoding="utf-8")

    doubts = [line.partition("/docs/")[2] for line in load(project / "docs").doubts]

    assert [line.partition(", ligne")[0] for line in doubts] == [
        "fr/more/pay.md", "fr/guide/prepare.md", "fr/more/pay.md",
    ]  # fmt: skip
    assert "la description de" in doubts[0]
    assert doubts[1].endswith("« TODO » : écrivez ce qui manque, ou retirez-le.")


def test_a_page_in_capitals_is_no_page(project: Path) -> None:
    (project / PREPARE).rename(project / "docs/fr/guide/prepare.MD")

    assert problem(project) == (
        "docs/fr/guide/prepare.MD, ligne 1 : trouvé : « prepare.MD », que le guide ne lit pas ; attendu : "
        "un nom en minuscules sans accent ni espace, qui finit par .md ; à faire : renommez-le "
        "« prepare.md », ou retirez-le."
    )


def test_a_page_that_is_gone_is_said_once_with_every_place_that_names_it(project: Path) -> None:
    for lang in ("fr", "en"):
        (project / f"docs/{lang}/more/pay.md").rename(project / f"docs/{lang}/more/money.md")

    gone, stranger = problems(project)

    assert gone.startswith(
        "docs/fr/more/pay.md, ligne 1 : trouvé : rien ; attendu : cette page, nommée à "
    )
    assert "docs/fr/more/recruiter.md, ligne" in gone
    assert gone.endswith(
        "à faire : si elle s’appelle à présent « more/money.md », écrivez ce nom à ces endroits, sinon "
        "restaurez-la depuis l’historique."
    )
    assert stranger.startswith(
        "docs/fr/more/money.md, ligne 1 : trouvé : une page qui n’est pas au menu"
    )
