"""What an editor may get wrong in docs/data, and the line that says how to mend it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.content import ContentError, load
from tests.conftest import WHOLE

Edit = Callable[[str, str, str], None]
THANK_YOU = "docs/data/checklists/thank-you.yml"
NOTE_TONIGHT = "docs/data/checklists/after-the-first-interview.yml"
QUESTIONS = "docs/data/questions.yml"
FOLLOW_UP = "docs/data/follow-up.yml"
REGISTER = "docs/data/register.yml"
PRACTICES = "docs/data/practices.yml"
EXAMPLE = "docs/data/example.yml"
MESSAGES = "docs/data/messages.yml"
MENU = "docs/data/menu.yml"
DEBRIEF = "docs/data/checklists/debrief.yml"
PAY = "docs/data/questions/pay.yml"
TO_ASK = "docs/data/questions-to-ask.yml"
STAGES = "docs/data/stages.yml"
SEARCH = "docs/data/search.yml"
STATEMENTS = "docs/data/statements.yml"


def problems(project: Path) -> list[str]:
    """Load the copy and return the lines it is refused with."""
    with pytest.raises(ContentError) as refused:
        load(project / "docs")
    return str(refused.value).replace(f"{project.as_posix()}/", "").splitlines()


def problem(project: Path) -> str:
    """Load the copy and return the one line it is refused with."""
    lines = problems(project)
    assert len(lines) == 1, lines
    return lines[0]


def with_hint(texts: str) -> str:
    """Return the id of an item that has no hint, and a hint under it."""
    return f"id: thank-for-time\n        hint: {{{texts}}}"


def line_of(project: Path, name: str, text: str) -> int:
    lines = (project / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_the_data_of_the_guide_are_right() -> None:
    assert len(load(WHOLE).checklists) == 7


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        pytest.param(
            THANK_YOU, "first_interview_only: true", "first_interview_onli: true",
            "à faire : écrivez peut-être « first_interview_only »",
            id="a misspelt key names the right one",
        ),
        pytest.param(
            FOLLOW_UP, "{number: 2, unit: weeks}               #", "{number: 0, unit: weeks} #",
            "trouvé : « 0 » ; attendu : un nombre entier d’au moins 1",
            id="a delay of nothing",
        ),
        pytest.param(
            FOLLOW_UP, "{number: 2, unit: weeks}               #", "{number: deux, unit: weeks} #",
            "trouvé : « deux » ; attendu : un nombre entier",
            id="a number in words",
        ),
        pytest.param(
            FOLLOW_UP, "{number: 2, unit: weeks}               #", "{number: 900, unit: days} #",
            "attendu : un nombre entier d’au plus 366",
            id="a delay of years",
        ),
        pytest.param(
            FOLLOW_UP, "{number: 2, unit: weeks}               #", "{number: 2, unit: months} #",
            "trouvé : « months » ; attendu : hours, days, weeks, calendar-weeks",
            id="an unknown unit",
        ),
        pytest.param(
            FOLLOW_UP, "{number: 2, unit: weeks}               #", "{number: 2, unit: hours} #",
            "attendu : l’une des unités days, weeks",
            id="a unit that this rule cannot have",
        ),
        pytest.param(
            FOLLOW_UP, "{number: 24, unit: hours}              #", "{number: 30, unit: hours} #",
            "attendu : un multiple de 24",
            id="a day and a quarter for the thank-you",
        ),
        pytest.param(
            FOLLOW_UP, "promise: date, promised: 2026-12-04}", "promise: date}",
            "une date « promised » quand une date est annoncée",
            id="an example without its promised date",
        ),
        pytest.param(
            FOLLOW_UP, "promise: date, promised: 2026-12-04}", "promise: date, promised: 2026-11-04}",
            "une date à partir du 2026-12-01",
            id="an example promised before its interview",
        ),
        pytest.param(
            FOLLOW_UP, "interview: 2026-11-24, promise", "interview: 2026-11-31, promise",
            "trouvé : « 2026-11-31 » ; attendu : une date qui existe",
            id="31 November",
        ),
        pytest.param(
            FOLLOW_UP, "reading: friday-this-week", "reading: friday-soon",
            "trouvé : « friday-soon » ; attendu : nothing, date, days, weeks, working-days",
            id="a promise that cannot be read",
        ),
        pytest.param(
            FOLLOW_UP, "reading: until-12-31", "reading: until-02-30",
            "attendu : un jour que chaque année a, et non 02-30",
            id="a promise until a day that no year has",
        ),
        pytest.param(
            FOLLOW_UP, "sites: [hays-uk]", "sites: [hays]",
            "trouvé : « hays » ; attendu : l’id d’un site de practices.yml",
            id="the rules of an agency by an unknown site",
        ),
        pytest.param(
            FOLLOW_UP, "done_by: send-thank-you", "done_by: send-thanks",
            "trouvé : « send-thanks » ; attendu : l’id d’un élément à cocher",
            id="a rule ended by an unknown item",
        ),
        pytest.param(
            SEARCH, "- point: 17a", "- point: 17z",
            "trouvé : « 17z » ; attendu : un point de l’article",
            id="a number of no point in what people type",
        ),
        pytest.param(
            SEARCH, "- point: 17a", "- point: 77a",
            "le point « 77a » ; attendu : un point de article.yml",
            id="what people type for a point that the article lacks",
        ),
        pytest.param(
            SEARCH, "- point: 17a", "- leads: [guide/thanks.md]",
            "trouvé : « guide/thanks.md » ; attendu : une page de docs/fr",
            id="what people type for a page that is not there",
        ),
        pytest.param(
            SEARCH, "- point: 17a", "- leads: [guide/thank-you/]",
            "attendu : une page, comme guide/prepare.md ou my-file.md#backup",
            id="the address of a page for its file",
        ),
        pytest.param(
            SEARCH, "- point: 17a", "- point: 17a\n    leads: [about.md]",
            "attendu : « point: » ou « leads: », l’un des deux",
            id="what people type for a point and a page at once",
        ),
        pytest.param(
            SEARCH, "[politesse,", "[politesse, politesse,",
            "attendu : « politesse » une seule fois",
            id="the same word typed twice",
        ),
        pytest.param(
            THANK_YOU, "per: interview", "per: candidate",
            "attendu : interview, application",
            id="a word outside the list",
        ),
        pytest.param(
            THANK_YOU, "point: 13b", "point: 13z",
            "trouvé : « 13z » ; attendu : un point de l’article, comme 11 ou 13a",
            id="a point in the wrong form",
        ),
        pytest.param(
            THANK_YOU, "point: 13b", "point: 13a",
            "le point 13a une seconde fois",
            id="one point said twice",
        ),
        pytest.param(
            THANK_YOU, 'point: "12"\n', 'point: "99"\n',
            "le point « 99 »",
            id="a point that the article has not",
        ),
        pytest.param(
            THANK_YOU, 'point: "12"\n', "addition: false\n",
            "« point: » ou « addition: true », l’un des deux",
            id="an item that does not say where it comes from",
        ),
        pytest.param(
            THANK_YOU, "id: thank-for-time", "id: Thank_For_Time",
            "un id en minuscules sans accent, mots joints par des tirets",
            id="an id in capitals",
        ),
        pytest.param(
            THANK_YOU, "id: thank-for-time", with_hint('fr: "{thanks}", en: "a try"'),
            "une durée connue : {thank-you}, {quiet} ou {call}",
            id="a duration that no rule gives",
        ),
        pytest.param(
            "docs/data/words.yml", '    progress: {fr: "Éléments cochés', '    progress: {fr: "{somme} éléments cochés',
            "les mêmes {noms} dans les deux langues ; fr : answers, done, somme, total, en : answers, done, total",
            id="a name in braces that the other language has not",
        ),
        pytest.param(
            THANK_YOU, "id: thank-for-time", with_hint('fr: "un <b>essai</b>", en: "a try"'),
            "un texte sans HTML",
            id="HTML in a text",
        ),
        pytest.param(
            THANK_YOU, "id: thank-for-time", with_hint("""fr: "l'essai", en: "a try\""""),
            "l’apostrophe ’",
            id="a straight apostrophe",
        ),
        pytest.param(
            NOTE_TONIGHT, "per: application", "per: application\nper: interview",
            "la clé « per » deux fois",
            id="a key twice",
        ),
        pytest.param(
            NOTE_TONIGHT, "groups:", "groups",
            "du YAML bien formé",
            id="a colon forgotten",
        ),
        pytest.param(
            NOTE_TONIGHT, "per: application", "\tper: application",
            "du YAML bien formé",
            id="a tab for an indent",
        ),
        pytest.param(
            NOTE_TONIGHT, "per: application", "\tper: application",
            "trouvé : une tabulation ; attendu : du YAML bien formé ; à faire : remplacez-la par des espaces",
            id="a tab is called a tab",
        ),
        pytest.param(
            NOTE_TONIGHT, 'fr: "Poursuivez vos autres candidatures."', "fr: Gardez le #1, en",
            "28 : trouvé : un « # » dans un texte sans guillemets : tout ce qui suit est coupé",
            id="a comment that cuts the line of a text",
        ),
        pytest.param(
            PRACTICES, "name: HelloWork", "name: Le site #1 des emplois",
            "trouvé : « Le site », coupé avant « # » ; attendu : un texte entre guillemets droits",
            id="a comment that cuts a text",
        ),
        pytest.param(
            PRACTICES, "name: HelloWork", "name: Le site # 1",
            "trouvé : « Le site », coupé avant « # »",
            id="a number that cuts a text",
        ),
        pytest.param(
            NOTE_TONIGHT, 'fr: "Poursuivez vos autres candidatures."', "fr: « Poursuivez. »",
            "trouvé : « « Poursuivez. » », entre des guillemets qui se liraient dans la page",
            id="guillemets for quotes",
        ),
        pytest.param(
            NOTE_TONIGHT, 'fr: "Poursuivez vos autres candidatures."', "fr: “Poursuivez.”",
            'à faire : entourez le texte de " et "',
            id="curly quotes for quotes",
        ),
        pytest.param(
            NOTE_TONIGHT, '"Poursuivez vos autres candidatures."', "Poursuivez, vos autres candidatures",
            'à faire : entourez le texte entier de guillemets droits, " et "',
            id="a comma in a text without quotes",
        ),
        pytest.param(
            NOTE_TONIGHT, "per: application", "\u00a0per: application",
            "à faire : remplacez par une espace ordinaire l’espace insécable de cette clé",
            id="a no-break space before a key",
        ),
        pytest.param(
            NOTE_TONIGHT, "      - id: keep-applying", "      –\u00a0id: keep-applying",
            "26 : trouvé : un tiret long pour un tiret ; attendu : du YAML bien formé ; à faire : écrivez « - »",
            id="a dash of a word processor",
        ),
        pytest.param(
            NOTE_TONIGHT, "id: keep-applying", "id:keep-applying",
            "26 : trouvé : un deux-points sans espace",
            id="a colon without a space",
        ),
        pytest.param(
            NOTE_TONIGHT, 'candidatures.",', "candidatures.,",
            "28 : trouvé : un guillemet que rien ne ferme",
            id="a quote that is missing",
        ),
        pytest.param(
            NOTE_TONIGHT, 'applications going."}', 'applications going."',
            "28 : trouvé : une accolade que rien ne ferme",
            id="a brace that is missing, on its own line",
        ),
        pytest.param(
            NOTE_TONIGHT, '"Poursuivez vos autres candidatures."', '"Dites "oui" à tout."',
            "trouvé : des guillemets droits dans un texte entre guillemets droits",
            id="quotes inside quotes",
        ),
        pytest.param(
            NOTE_TONIGHT, "        addition: true\n        text: {fr: \"Poursuivez", "         addition: true\n        text: {fr: \"Poursuivez",
            "27 : trouvé : un retrait qui n’est pas celui des lignes voisines",
            id="a space too many before a key",
        ),
        pytest.param(
            NOTE_TONIGHT, "      - id: keep-applying\n", "<<<<<<< HEAD\n      - id: keep-applying\n",
            "26 : trouvé : la marque d’un conflit entre deux versions",
            id="a conflict of versions",
        ),
        pytest.param(
            NOTE_TONIGHT, "Poursuivez vos", "Poursuivez\u200b vos",
            "28 : trouvé : « \"Poursuivez », avec le signe invisible U+200B après « \"Poursuivez » ; "
            "attendu : un texte sans signe invisible ; à faire : effacez ce mot et retapez-le",
            id="a space of no width",
        ),
        pytest.param(
            FOLLOW_UP, "value: {number: 2, unit: weeks}", "value: 2 semaines",
            "trouvé : « 2 semaines » ; attendu : les clés number, unit ; à faire : écrivez {number: …, unit: …}",
            id="words in place of keys",
        ),
        pytest.param(
            REGISTER, "  keep-applying:\n", "keep-applying:\n",
            "à faire : décalez cette ligne si elle va sous une autre clé, sinon retirez-la",
            id="an indent that is missing",
        ),
        pytest.param(
            REGISTER, "  keep-applying:\n", "  keep-applying: {formerly: keep-on}\n",
            "trouvé : « keep-on » ; attendu : une liste ; à faire : entourez-le de crochets : [keep-on]",
            id="a word in place of a list",
        ),
        pytest.param(
            "docs/data/publisher.yml", "legal_notice: ", 'legal_notice: {fr: "Mentions"} ',
            "attendu : le texte anglais ; à faire : écrivez-le.",
            id="what cannot be a draft is not said to be one",
        ),
        pytest.param(
            "docs/data/language.yml", "janvier, ", "",
            "months : trouvé : 11 en français, 12 en anglais ; attendu : 12 noms dans chaque langue",
            id="a year of eleven months",
        ),
        pytest.param(
            "docs/data/words.yml", '{done} sur {total}", en: "{done} of {total}", where: "under', '{done} sur {totál}", en: "{done} of {total}", where: "under',
            "attendu : entre accolades, un nom en minuscules sans accent, comme {name}",
            id="an accent in a name in braces",
        ),
        pytest.param(
            NOTE_TONIGHT, "Poursuivez vos", "**Poursuivez** vos",
            "attendu : un texte sans ** ni lien",
            id="Markdown in a text",
        ),
        pytest.param(
            NOTE_TONIGHT, "Poursuivez vos", "Dans les {{ rule('call') }}, vos",
            "attendu : une durée entre accolades simples, comme {call}",
            id="a macro in a text",
        ),
        pytest.param(
            NOTE_TONIGHT, "Poursuivez vos", "Le lundi 8 décembre 2026, poursuivez vos",
            "trouvé : « lundi 8 décembre 2026 » ; attendu : « mardi » : c’est le jour de cette date",
            id="a day of another weekday",
        ),
        pytest.param(
            NOTE_TONIGHT, "Poursuivez vos", "Poursuivez, le 31 novembre 2026, vos",
            "trouvé : « 31 novembre 2026 » ; attendu : une date qui existe",
            id="a day that is not",
        ),
        pytest.param(
            NOTE_TONIGHT, "Poursuivez vos", f"Poursuivez {'mot' * 20} vos",
            "un mot de 60 lettres ; attendu : des mots d’au plus 40 lettres, qui tiennent sur un téléphone",
            id="a word wider than a phone",
        ),
        pytest.param(
            DEBRIEF, "also: [keep-applying]", "also: [keep-aplying]",
            "docs/data/checklists/debrief.yml, ligne 36, groups › 3 › also › 1",
            id="a list that is called as another file of data",
        ),
        pytest.param(
            "docs/data/path.yml", "page: guide/prepare.md", "page: guide/prepared.md",
            "trouvé : « guide/prepared.md » ; attendu : une page de docs/fr",
            id="a page that does not exist",
        ),
        pytest.param(
            "docs/data/path.yml", "list: prepare", "list: preparing",
            "l’une des listes after-the-first-interview",
            id="a list that does not exist",
        ),
        pytest.param(
            REGISTER, "  keep-applying:\n", "",
            "ajoutez-y la ligne « keep-applying: »",
            id="a new id that the register does not know",
        ),
        pytest.param(
            REGISTER, "  keep-applying:\n", "  keep-applying: {retired: 2026-01-01}\n",
            "« keep-applying », un id retiré ou remplacé",
            id="a retired id used again",
        ),
        pytest.param(
            PRACTICES, 'no_date: {fr: "Après une semaine', 'no_dat: {fr: "Après une semaine',
            "sites › rebondir › no_dat : trouvé : « no_dat » ; attendu : l’une des clés id, name, "
            "country, url, checked, thank_you, no_date, promised ; à faire : écrivez peut-être « no_date »",
            id="a misspelt key of another site’s timings",
        ),
        pytest.param(
            PRACTICES, ', en: "Within 24 hours"}\n    no_date: {fr: "Après une semaine', '}\n    no_date: {fr: "Après une semaine',
            "sites › rebondir › thank_you : trouvé : aucun texte anglais ; attendu : ce texte, que l’édition "
            "montre pour « FR »",
            id="another site’s timing without its English",
        ),
        pytest.param(
            PAY, "id: current-salary\n    addition: true\n    theme: pay\n", "id: current-salary\n    addition: true\n",
            "questions › current-salary › theme : trouvé : rien ; attendu : la clé « theme »",
            id="a question without its theme",
        ),
        pytest.param(
            PAY, "- id: current-salary\n    addition: true\n", "- addition: true\n",
            "questions › 1 › id : trouvé : rien ; attendu : la clé « id »",
            id="a question without its id",
        ),
        pytest.param(
            PAY, "id: current-salary\n    addition: true\n", "id: current-salary\n",
            "« point: » ou « addition: true », l’un des deux",
            id="a question that does not say where it comes from",
        ),
        pytest.param(
            PAY, ', en: "What do you earn at the moment?"', "",
            "questions › current-salary › ask › en : trouvé : rien ; attendu : le texte anglais",
            id="a question without its English",
        ),
        pytest.param(
            PAY, "id: current-salary\n    addition: true\n    theme: pay\n", "id: current-salary\n    addition: true\n    theme: team\n",
            "theme : trouvé : « team » ; attendu : « pay », comme le fichier",
            id="a question in the file of another theme",
        ),
        pytest.param(
            TO_ASK, "id: ask-why-called-back\n    addition: true\n    theme: motivation\n", "id: ask-why-called-back\n    addition: true\n    theme: motives\n",
            "theme : trouvé : « motives » ; attendu : l’un des thèmes motivation, company",
            id="a question of a theme that does not exist",
        ),
        pytest.param(
            QUESTIONS, "page: more/pay.md", "page: more/salary.md",
            "themes › pay › page : trouvé : « more/salary.md » ; attendu : une page de menu.yml",
            id="a theme that leads to a page that is not in the menu",
        ),
        pytest.param(
            TO_ASK, "asked_by: [executive]\n  - id: ask-what-worries-you", "asked_by: [boss]\n  - id: ask-what-worries-you",
            "asked_by › 1 : trouvé : « boss » ; attendu : l’un des rôles manager, executive",
            id="a question for a role that does not exist",
        ),
        pytest.param(
            QUESTIONS, 'id: why-this-job\n    point: "32"\n', "id: why-this-job\n    addition: true\n",
            "trouvé : un ajout ; attendu : une question de l’article (« point: ») ; à faire : "
            "déplacez-la dans docs/data/questions/motivation.yml",
            id="a question of ours among the article’s",
        ),
        pytest.param(
            REGISTER, "  ask-what-keeps-you-here:\n", "",
            "attendu : cet id sous « questions_to_ask » dans docs/data/register.yml",
            id="a question to ask that the register does not know",
        ),
        pytest.param(
            "docs/data/language.yml", "{fr: 150, en: 140}", "{fr: 15, en: 140}",
            "spoken_words_per_minute › fr : trouvé : « 15 » ; attendu : un nombre entier d’au moins 60",
            id="a pace at which nobody speaks",
        ),
        pytest.param(
            REGISTER, "  hellowork:\n", "",
            "trouvé : « hellowork », que le registre ne connaît pas ; attendu : cet id sous "
            "« practices » dans docs/data/register.yml ; à faire : ajoutez-y la ligne « hellowork: »",
            id="another site that the register does not know",
        ),
        pytest.param(
            STATEMENTS, "questions: [question-about-private-life]\n    country: IE\n", "questions: [question-about-private-life]\n    country: IR\n",
            "statements › ie-private-life › country : trouvé : « IR » ; attendu : un pays nommé dans "
            "countries.yml",
            id="a statement of a country that has no name",
        ),
        pytest.param(
            STATEMENTS, '    fr: "Une candidate n’a pas à dire qu’elle est enceinte (Code du travail, art. L1225-2)."\n', "",
            "statements › fr-pregnancy : trouvé : aucun texte français ; attendu : ce texte, que "
            "l’édition montre pour « FR »",
            id="a statement that an edition shows and has no text for",
        ),
        pytest.param(
            STATEMENTS, "id: fr-tests\n    questions: [ask-about-the-exercise]", "id: fr-tests\n    questions: [ask-about-it]",
            "questions › 1 : trouvé : « ask-about-it » ; attendu : l’id d’une question",
            id="a statement under a question that there is not",
        ),
        pytest.param(
            STATEMENTS, "pages: [more/recruiter.md]\n    country: GB", "pages: [more/agency.md]\n    country: GB",
            "pages › 1 : trouvé : « more/agency.md » ; attendu : une page de docs/fr",
            id="a statement on a page that there is not",
        ),
        pytest.param(
            STATEMENTS, "    pages: [more/recruiter.md]\n    country: GB", "    country: GB",
            "attendu : « questions: », « pages: », ou les deux",
            id="a statement that stands nowhere",
        ),
        pytest.param(
            STATEMENTS, "term: CDI", "term: CDD",
            "trouvé : « CDD » ; attendu : des mots d’un texte qui n’est pas dans la langue de la source",
            id="a term that stands in no text",
        ),
        pytest.param(
            STATEMENTS, "id: fr-pay-slips", "id: fr-past-salaries",
            "trouvé : l’id « fr-past-salaries », déjà pris dans docs/data/statements.yml",
            id="two statements of one id",
        ),
        pytest.param(
            STATEMENTS, 'url: "https://www.gov.uk/job-offers-your-rights", checked: 2026-11-26', 'url: "https://www.gov.uk/job-offers-your-rights"',
            "source › checked : trouvé : rien ; attendu : la clé « checked »",
            id="a statement whose source nobody read",
        ),
        pytest.param(
            PRACTICES, "sites: [hays-uk]", "sites: [hays]",
            "usual › 4 › sites › 1 : trouvé : « hays » ; attendu : l’id d’un site de ce fichier",
            id="what is usual, by a site that there is not",
        ),
        pytest.param(
            PAY, "Combien gagnez-vous aujourd’hui ?", "Êtes-vous bien payé(e) ?",
            "ask › fr : trouvé : « payé(e) » ; attendu : une tournure qui vaut pour tout le monde",
            id="a gender in brackets",
        ),
        pytest.param(
            PAY, "Rien ne vous oblige à le dire : décidez-en", "Rien ne vous oblige à le dire : Décidez-en",
            "trouvé : « : Décidez-en » ; attendu : une minuscule après un deux-points ; à faire : écrivez "
            "« décidez-en », ou finissez la phrase par un point",
            id="a capital after a colon",
        ),
        pytest.param(
            DEBRIEF, "also: [keep-applying]", "also: [keep-aplying]",
            "trouvé : « keep-aplying » ; attendu : l’id d’un élément d’une autre liste",
            id="an item of another list that there is not",
        ),
        pytest.param(
            DEBRIEF, "also: [keep-applying]", "also: [note-what-worked]",
            "à faire : corrigez l’id, ou écrivez l’élément sous « items »",
            id="an item of the list itself shown again",
        ),
        pytest.param(
            EXAMPLE, '"15:30"', '"25:30"',
            "trouvé : « 25:30 » ; attendu : une heure entre guillemets, comme 15:30",
            id="an hour of 25 in the example",
        ),
        pytest.param(
            EXAMPLE, "  job:", "  jobb:", "trouvé : « jobb » ; attendu : un nom permis ici",
            id="a misspelt field of the example",
        ),
        pytest.param(
            EXAMPLE, "ticked:", "  - {day: -1}\n" * 9 + "ticked:",
            "trouvé : des lignes d’une autre forme ; attendu : au plus 9 éléments",
            id="a tenth interview of the example",
        ),
        pytest.param(
            EXAMPLE, "  - keep-it-short", "  - keep-it-shorter",
            "trouvé : « keep-it-shorter » ; attendu : l’id d’un élément à cocher",
            id="a tick of the example on no item",
        ),
        pytest.param(
            EXAMPLE, "promise: nothing", "promise: soon",
            "trouvé : « soon » ; attendu : l’id d’une réponse de « promises »",
            id="a promise of the example that there is not",
        ),
        pytest.param(
            MESSAGES, "[salut, coucou", "[salut, …",
            "trouvé : « … » ; attendu : un mot, ou son début suivi de « … »",
            id="an ending without the beginning of its word",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_mend(
    project: Path, edit: Edit, name: str, old: str, new: str, expected: str
) -> None:
    edit(name, old, new)

    assert expected in problem(project)


def test_a_missing_translation_is_named_by_file_and_line(project: Path, edit: Edit) -> None:
    edit(THANK_YOU, "id: thank-for-time", with_hint('fr: "un essai"'))
    line = line_of(project, THANK_YOU, "un essai")

    assert (
        f"{THANK_YOU}, ligne {line}, groups › 1 › items › thank-for-time › hint › en : "
        "trouvé : rien ; attendu : le texte anglais ; à faire : écrivez-le, ou ajoutez "
        "« draft: true » à l’élément." == problem(project)
    )


def test_an_id_used_twice_is_named_with_its_first_place(project: Path, edit: Edit) -> None:
    edit(REGISTER, "  tone-respectful:\n", "")
    edit(THANK_YOU, "id: tone-respectful", "id: tone-polite")
    first = line_of(project, THANK_YOU, "id: tone-polite")

    assert f"« tone-polite », déjà pris dans {THANK_YOU}, ligne {first}" in problem(project)


def test_an_id_that_disappears_must_be_retired_or_renamed(project: Path) -> None:
    file = project / REGISTER
    file.write_text(
        file.read_text(encoding="utf-8").replace("items:\n", "items:\n  gone-item:\n", 1),
        encoding="utf-8",
    )

    assert "« gone-item: {retired: AAAA-MM-JJ} »" in problem(project)


def test_an_id_renamed_in_the_register_is_accepted(project: Path, edit: Edit) -> None:
    edit(NOTE_TONIGHT, "id: keep-applying", "id: apply-elsewhere")
    edit(REGISTER, "  keep-applying:\n", "  apply-elsewhere: {formerly: [keep-applying]}\n")

    register = load(project / "docs").register

    assert register.former("items", "apply-elsewhere") == ["keep-applying"]


def test_what_was_renamed_again_leads_from_each_id_to_the_next(project: Path, edit: Edit) -> None:
    edit(NOTE_TONIGHT, "id: keep-applying", "id: apply-on")
    edit(
        REGISTER,
        "  keep-applying:\n",
        "  apply-on: {formerly: [apply-elsewhere]}\n  apply-elsewhere: {formerly: [keep-applying]}\n",
    )
    edit("docs/data/checklists/debrief.yml", "also: [keep-applying]", "also: [apply-on]")

    content = load(project / "docs")

    assert content.register.renamed() == {
        "items": {"apply-elsewhere": "apply-on", "keep-applying": "apply-elsewhere"}
    }
    assert content.items["keep-applying"].item.id == "apply-on"


@pytest.mark.parametrize(
    ("kind", "entries", "found"),
    [
        (
            "items",
            "  keep-on: {formerly: [keep-applying, gone]}\n  and-on: {formerly: [gone]}\n",
            "« gone », que « keep-on » remplace déjà",
        ),
        (
            "items",
            "  keep-on: {formerly: [keep-applying]}\n  ping: {formerly: [pong]}\n  pong: {formerly: [ping]}\n",
            "« pong », remplacé par lui-même : pong → ping → pong",
        ),
        (
            "items",
            "  keep-on: {formerly: [keep-applying, door-open-after-no]}\n",
            "« door-open-after-no », qui sert encore dans ",
        ),
        (
            "items",
            "  keep-on: {formerly: [keep-applying, note-tonight]}\n",
            "« note-tonight », un id retiré ou remplacé",
        ),
        (
            "places",
            "  CH-99: {formerly: [CH-JU]}\n",
            "« CH-99 », qui n’existe plus dans docs/data",
        ),
    ],
    ids=["two claim it", "a circle", "another kind uses it", "it is in use", "no such place"],
)
def test_a_former_id_that_cannot_be_honoured_is_refused(
    project: Path, edit: Edit, kind: str, entries: str, found: str
) -> None:
    edit(NOTE_TONIGHT, "id: keep-applying", "id: keep-on")
    edit("docs/data/checklists/debrief.yml", "also: [keep-applying]", "also: [keep-on]")
    if kind == "places":
        edit(REGISTER, "  keep-applying:\n", "  keep-on: {formerly: [keep-applying]}\n")
        edit(REGISTER, "  CH-JU:\n", entries)
    else:
        edit(REGISTER, "  keep-applying:\n", entries)

    with pytest.raises(ContentError) as caught:
        load(project / "docs")

    assert found in str(caught.value)
    assert "à faire : " in str(caught.value)


def test_an_item_and_a_closing_step_never_share_an_id(project: Path, edit: Edit) -> None:
    edit(NOTE_TONIGHT, "id: keep-applying", "id: carry-on")
    edit("docs/data/checklists/debrief.yml", "also: [keep-applying]", "also: [carry-on]")
    edit(REGISTER, "  keep-applying:\n", "  carry-on:\n")

    with pytest.raises(ContentError, match="l’id « carry-on », déjà pris"):
        load(project / "docs")


def test_a_theme_and_a_place_can_be_renamed(project: Path, edit: Edit) -> None:
    edit("docs/data/places.yml", "  - id: CH-JU\n", "  - id: CH-26\n")
    edit(REGISTER, "  CH-JU:\n", "  CH-26: {formerly: [CH-JU]}\n")
    edit(QUESTIONS, "  - id: pay\n", "  - id: salary\n")
    (project / PAY).rename(project / PAY.replace("pay", "salary"))
    salary = project / PAY.replace("pay", "salary")
    text = salary.read_text(encoding="utf-8").replace("theme: pay\n", "theme: salary\n")
    salary.write_text(text, encoding="utf-8")
    for name in (QUESTIONS, TO_ASK, "docs/fr/more/pay.md", "docs/en/more/pay.md"):
        file = project / name
        text = file.read_text(encoding="utf-8").replace("theme: pay\n", "theme: salary\n")
        text = text.replace("(questions/pay.md#", "(questions/salary.md#")
        file.write_text(text, encoding="utf-8")
    edit(REGISTER, "closing_steps:\n", "themes:\n  salary: {formerly: [pay]}\nclosing_steps:\n")

    assert load(project / "docs").register.renamed() == {
        "places": {"CH-JU": "CH-26"},
        "themes": {"pay": "salary"},
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "when: [may-call, closed]", "when: [may-call, close]",
            "attendu : first, later, agency",
            id="a fact that nobody knows",
        ),
        pytest.param(
            "when: [may-call], headline: call-today", "when: [may-call], headline: call-now",
            "call › headline : trouvé : « call-now » ; attendu : l’une des phrases de « headlines »",
            id="a sentence that does not exist",
        ),
        pytest.param(
            "when: [may-call], headline: call-today", "when: [may-call]",
            "attendu : « headline », ou dans « when » une fin de l’attente, qui a sa propre phrase",
            id="a stage without a sentence",
        ),
        pytest.param(
            "tasks: [prepare-call, thank, thank-missed], propose", "tasks: [prepare-calls], propose",
            "trouvé : « prepare-calls » ; attendu : l’une des tâches de « tasks »",
            id="a task that does not exist",
        ),
        pytest.param(
            "{id: call, when: [may-call]", "{id: call, when: [first, closed, may-call]",
            "call : trouvé : une étape que « call-closed », plus haut, cache toujours",
            id="a stage that another one hides",
        ),
        pytest.param(
            "{id: waiting-later, when: [later]", "{id: waiting-later, when: [later, closed]",
            "stages : trouvé : aucune étape pour qui n’a que « later »",
            id="readers for whom there is no stage",
        ),
        pytest.param(
            "step: one-email", "step: two-emails",
            "one-email › step : trouvé : « two-emails » ; attendu : une étape de « closing_steps »",
            id="a task done by a step that does not exist",
        ),
        pytest.param(
            "    checklist: debrief\n", "    checklist: debriefing\n",
            "debrief › checklist : trouvé : « debriefing » ; attendu : l’une des listes",
            id="a task done by a list that does not exist",
        ),
        pytest.param(
            "    item: note-tonight\n", "    item: note-tonight\n    checklist: debrief\n",
            "attendu : une seule des clés item, checklist, step, questions",
            id="a task that two things end",
        ),
        pytest.param(
            "    item: note-tonight\n", "",
            "note-tonight : trouvé : des lignes d’une autre forme ; attendu : un texte sous « say »",
            id="a task without a text",
        ),
        pytest.param(
            '"Répétez vos réponses à voix haute."', '"Répétez avant le {next-day}."',
            "attendu : les mêmes {noms} dans les deux langues ; fr : next-day",
            id="a name in one language only",
        ),
        pytest.param(
            "Ouvrir l’aide-mémoire", "Ouvrir {next}",
            "attendu : une durée connue",
            id="a day in a text that has none",
        ),
        pytest.param(
            "guide/debrief.md#lessons", "guide/lessons.md",
            "read-lessons › page : trouvé : « guide/lessons.md » ; attendu : une page de docs/fr",
            id="a page that does not exist",
        ),
    ],
)  # fmt: skip
def test_a_stage_or_task_that_cannot_be_is_refused(
    project: Path, edit: Edit, old: str, new: str, expected: str
) -> None:
    edit(STAGES, old, new)

    said = problem(project)

    assert said.startswith(f"{STAGES}, ligne ")
    assert expected in said


def test_a_proposal_that_leads_nowhere_is_refused(project: Path, edit: Edit) -> None:
    page = "    page: more/the-day.md#check-journey-or-link\n"
    edit(STAGES, f'{page}    link: {{fr: "Le jour J", en: "The day"}}\n', "")
    edit(STAGES, "propose: [read-lessons]}\n\n", "propose: [check-route]}\n\n")

    assert "trouvé : « check-route », qui ne mène nulle part" in problem(project)


def test_a_sentence_with_an_hour_needs_one_without(project: Path, edit: Edit) -> None:
    name = project / STAGES
    lines = name.read_text(encoding="utf-8").splitlines(keepends=True)
    name.write_text("".join(line for line in lines if "demain, {interview} :" not in line), "utf-8")

    assert "attendu : une dernière façon de le dire sans {starts}, {until}" in problem(project)


def test_a_stage_and_a_task_are_registered(project: Path, edit: Edit) -> None:
    edit(STAGES, "{id: call, when", "{id: may-ring, when")

    with pytest.raises(ContentError) as refused:
        load(project / "docs")

    assert "« may-ring », que le registre ne connaît pas" in str(refused.value)
    assert "« call », qui n’existe plus dans docs/data" in str(refused.value)


def test_a_draft_is_left_out_and_listed(project: Path, edit: Edit) -> None:
    edit(NOTE_TONIGHT, "id: keep-applying", "id: keep-applying\n        draft: true")

    content = load(project / "docs")

    items = [item.id for item in content.checklists["after-the-first-interview"].items]
    assert "keep-applying" not in items
    assert "keep-applying" in content.drafts[0]


def test_a_draft_needs_no_english(project: Path, edit: Edit) -> None:
    edit(
        QUESTIONS,
        "questions:\n",
        'questions:\n  - id: new-one\n    draft: true\n    ask: {fr: "Pourquoi ?"}\n',
    )

    assert len(load(project / "docs").article_questions) == 8


def test_a_file_of_questions_is_named_after_a_theme(project: Path) -> None:
    (project / PAY).rename(project / PAY.replace("pay", "salary"))

    with pytest.raises(ContentError) as refused:
        load(project / "docs")

    assert "docs/data/questions/salary.yml, ligne 1" in str(refused.value)
    assert "trouvé : « salary » pour nom ; attendu : un thème de questions.yml" in str(
        refused.value
    )


def test_the_bank_holds_the_articles_eight_then_ours_theme_by_theme() -> None:
    content = load(WHOLE)

    assert [question.point for question in content.questions[:8]] == [
        "31", "32", "33", "34", "35", "36", "37", "38",
    ]  # fmt: skip
    assert [theme.id for theme, _ in content.by_theme(content.added_questions)] == [
        "motivation", "company", "job", "experience", "behaviour", "situation", "team",
        "management", "culture", "pay", "availability", "leaving", "difficult",
    ]  # fmt: skip
    assert len(content.added_questions) >= 40
    assert len(content.questions_to_ask) >= 20


def test_a_page_that_the_menu_names_must_be_there(project: Path, edit: Edit) -> None:
    edit(MENU, "- page: about.md", "- page: abuot.md")

    lines = problems(project)

    assert lines[0].endswith(
        "trouvé : « abuot.md » ; attendu : une page de docs/fr ; à faire : écrivez peut-être « about.md »."
    )
    assert lines[1].endswith("à faire : ajoutez-y « about.md » à sa place, derrière une porte.")


def test_a_page_stands_once_in_the_menu(project: Path, edit: Edit) -> None:
    again = '      - page: index.md\n        short: {fr: "Jour", en: "Today"}\n'
    edit(MENU, "      - page: interview-sheet.md\n", again + "      - page: interview-sheet.md\n")

    assert "trouvé : « index.md » deux fois" in problem(project)


def test_a_word_of_the_bar_fits_a_phone(project: Path, edit: Edit) -> None:
    edit(MENU, 'bar: {fr: "Dates", en: "Dates"}', 'bar: {fr: "Calendrier", en: "Dates"}')

    assert (
        "trouvé : fr « Calendrier », en « Dates » ; attendu : au plus 9 caractères ; "
        "à faire : raccourcissez-le" in problem(project)
    )


def test_a_page_says_how_a_phone_names_it(project: Path, edit: Edit) -> None:
    edit(MENU, '        short: {fr: "Préparer", en: "Prepare"}\n', "")

    assert "attendu : la clé « short »" in problem(project)


def test_the_name_in_the_header_of_a_phone_is_never_cut(project: Path, edit: Edit) -> None:
    edit(
        MENU,
        'short: {fr: "Préparer", en: "Prepare"}',
        'short: {fr: "Préparer la deuxième", en: "Prepare"}',
    )

    assert "attendu : au plus 16 caractères" in problem(project)


def test_there_are_five_doors(project: Path, edit: Edit) -> None:
    text = (project / MENU).read_text(encoding="utf-8")
    (project / MENU).write_text(text[: text.index("  - id: file")], encoding="utf-8")

    assert "attendu : cinq portes" in problem(project)


def test_what_moved_names_pages_that_are_there(project: Path, edit: Edit) -> None:
    edit("docs/data/moved.yml", "to: more/after-the-answer.md", "to: more/answer.md")

    assert "trouvé : « more/answer.md » ; attendu : une page de docs/fr" in problem(project)


def test_a_page_without_its_twin_is_named(project: Path) -> None:
    text = "---\ndescription: Une page pour essayer.\n---\n\n# Seule\n"
    (project / "docs/fr/more/seule.md").write_text(text, encoding="utf-8")

    assert "sa jumelle docs/en/more/seule.md" in problem(project)


def test_a_file_in_another_encoding_is_named(project: Path) -> None:
    (project / QUESTIONS).write_bytes("questions:\né".encode("latin-1"))

    assert f"{QUESTIONS}, ligne 2 : trouvé : un autre encodage" in problem(project)


@pytest.mark.parametrize(
    ("name", "left", "expected"),
    [
        (
            THANK_YOU,
            "docs/data/checklists/thank-you - Copie.yml",
            "sans doute une copie de thank-you.yml",
        ),
        (PAY, "docs/data/questions/pay (1).yml", "à faire : retirez cette copie"),
        (PAY, "docs/data/notes.yml", "attendu : un fichier que le guide connaît"),
        (
            "docs/fr/more/pay.md",
            "docs/fr/more/Le salaire.md",
            "à faire : renommez-le « le-salaire.md »",
        ),
        ("docs/fr/more/pay.md", "docs/fr/more/offre.docx", "que le guide ne lit pas"),
    ],
)
def test_a_file_that_the_guide_does_not_read_is_named(
    project: Path, name: str, left: str, expected: str
) -> None:
    (project / left).write_bytes((project / name).read_bytes())

    assert problem(project).startswith(f"{left}, ligne 1 : trouvé : « {Path(left).name} »")
    assert expected in problem(project)


def test_a_list_whose_file_is_gone_is_named_once(project: Path) -> None:
    (project / THANK_YOU).unlink()

    assert problem(project) == (
        f"{THANK_YOU}, ligne 1 : trouvé : rien ; attendu : ce fichier, que « check_list » appelle dans "
        "docs/fr/guide/thank-you.md ; à faire : restaurez-le depuis l’historique, ou retirez ces appels."
    )


def test_a_former_id_is_said_with_its_new_name(project: Path, edit: Edit) -> None:
    edit("docs/data/checklists/thank-you.yml", "id: send-thank-you", "id: mail-sent")
    edit(REGISTER, "  send-thank-you:\n", "  mail-sent: {formerly: [send-thank-you]}\n")

    assert problem(project).endswith("à faire : écrivez « mail-sent », son nouveau nom.")


def test_a_point_that_nothing_says_is_named_where_it_stands(project: Path, edit: Edit) -> None:
    edit(THANK_YOU, 'point: "15"', "addition: true")

    french, english = problems(project)

    line = line_of(project, "docs/data/article.yml", '"15":')
    assert french.startswith(
        f"docs/data/article.yml, ligne {line}, points › 3 › points › 15 : trouvé"
    )
    assert "un point que docs/en/guide/thank-you.md ne dit pas" in english


def test_what_is_wrong_is_said_in_one_order(project: Path, edit: Edit) -> None:
    edit(REGISTER, "items:\n", "items:\n  gone-b:\n  gone-a:\n  gone-c:\n")

    assert [line.split("›")[1].split()[0] for line in problems(project)] == [
        "gone-b", "gone-a", "gone-c",
    ]  # fmt: skip


def test_a_text_left_in_french_is_named_and_stops_nothing(project: Path, edit: Edit) -> None:
    edit(
        NOTE_TONIGHT,
        "Keep your other applications going.",
        "Poursuivez vos autres candidatures, oui.",
    )
    edit(
        NOTE_TONIGHT,
        "Poursuivez vos autres candidatures.",
        "Poursuivez vos autres candidatures, oui.",
    )
    page = "docs/en/guide/prepare.md"
    with (project / page).open("a", encoding="utf-8") as file:
        file.write("\nLa première étape sert souvent de présélection.\n")

    in_data, in_page = load(project / "docs").doubts

    assert (
        f"{NOTE_TONIGHT}, ligne 28 : « Poursuivez vos autres candidatures, oui. », comme en"
        in in_data
    )
    assert page in in_page


def test_a_reading_on_a_day_to_come_is_named_and_stops_nothing(project: Path, edit: Edit) -> None:
    edit(
        PRACTICES,
        'relance-entretien-embauche.html"\n    checked: 2026',
        'relance-entretien-embauche.html"\n    checked: 2962',
    )

    (doubt,) = load(project / "docs").doubts

    assert f"{PRACTICES}, ligne 12 : lu le 2962-11-26, un jour à venir" in doubt


def test_a_missing_file_is_named(project: Path) -> None:
    (project / QUESTIONS).unlink()

    assert f"{QUESTIONS}, ligne 1 : trouvé : rien ; attendu : ce fichier" in problem(project)


def test_an_empty_file_is_named(project: Path) -> None:
    (project / QUESTIONS).write_text("", encoding="utf-8")

    assert f"{QUESTIONS}, ligne 1 : trouvé : rien" in problem(project)


def test_all_mistakes_of_all_files_are_said_at_once(project: Path, edit: Edit) -> None:
    edit(THANK_YOU, "per: interview", "per: candidate")
    edit(QUESTIONS, "id: why-this-job", "id: Why")

    with pytest.raises(ContentError) as refused:
        load(project / "docs")

    assert len(refused.value.problems) == 2


def test_a_rule_that_differs_from_the_article_says_so(project: Path, edit: Edit) -> None:
    edit(FOLLOW_UP, "{number: 2, unit: weeks}               #", "{number: 10, unit: days} #")

    content = load(project / "docs")

    assert (
        content.duration("call", "fr")
        == "dix jours (notre choix\u202f; l’article dit deux semaines)"
    )
    assert content.duration("call", "en") == "ten days (our choice; the article says two weeks)"
