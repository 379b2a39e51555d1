"""YAML files read with the line of every value, and what is wrong in them said to the editor.

The sentences are French: the editor is. Each names the file, the line, what was found, what was
expected and what to do.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from macros.content.signs import cause, invisible_signs, no_utf_8
from macros.languages import EVERYWHERE, LANGUAGES, Lang, text_in

Loc = tuple[int | str, ...]
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Problem:
    """One thing to mend in one place of docs/data."""

    file: str
    line: int
    where: str
    found: str
    expected: str
    mend: str
    lines: tuple[str, ...] = ()  # to paste
    gone: str = ""  # the page that is named there and is nowhere

    def __str__(self) -> str:
        where = f", {self.where}" if self.where else ""
        said = (
            f"{self.file}, ligne {self.line}{where} : trouvé : {self.found} ; "
            f"attendu : {self.expected} ; à faire : {self.mend}."
        )
        return "\n".join((said, *self.lines))


class ContentError(Exception):
    """docs/data cannot be published; its text has one line for each `Problem`."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass
class DataFile:
    """One YAML file as plain values, with the line of each; drafts are left out and listed."""

    name: str
    values: Any = None
    lines: dict[Loc, int] = field(default_factory=dict)
    drafts: dict[str, int] = field(default_factory=dict)
    texts: list[tuple[Loc, Lang, str]] = field(default_factory=list)  # that readers see
    text: list[str] = field(default_factory=list)  # line by line, for what the values do not show

    def problem(
        self, loc: Loc, found: str, expected: str, mend: str, lines: tuple[str, ...] = ()
    ) -> Problem:
        """Say what is wrong at `loc`, on its line or on the line of what should hold it."""
        return Problem(self.name, self._line(loc), self._where(loc), found, expected, mend, lines)

    def problem_on(self, line: int, found: str, expected: str, mend: str) -> Problem:
        """Say what is wrong on a line."""
        return Problem(self.name, line, "", found, expected, mend)

    def at(self, loc: Loc) -> Any:
        """Return the value at `loc`."""
        value = self.values
        for part in loc:
            value = _get(value, part)
        return value

    def _line(self, loc: Loc) -> int:
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)

    def _where(self, loc: Loc) -> str:
        names: list[str] = []
        value = self.values
        for part in loc:
            value = _get(value, part)
            name = value.get("id") if isinstance(part, int) and isinstance(value, dict) else None
            names.append(str(name or (part + 1 if isinstance(part, int) else part)))
        return " › ".join(names)


def _get(value: Any, part: int | str) -> Any:
    try:
        return value[part]
    except (IndexError, KeyError, TypeError):
        return None


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads YAML 1.2, where yes, no and 12:30 are text; so are dates, which `models` reads."""


_TAG = "tag:yaml.org,2002:"
_SCALARS: dict[str, tuple[str, str, Callable[[str], Any]]] = {  # pattern, first letters, reading
    "bool": ("true|false", "tf", lambda text: text == "true"),
    "float": (r"[-+]?[0-9]+\.[0-9]*", "-+0123456789", float),
    "int": ("[-+]?[0-9]+", "-+0123456789", int),
    "null": ("null|~|", "n~", lambda _: None),
}
_Loader.yaml_implicit_resolvers = {}
for _name, (_pattern, _first, _) in _SCALARS.items():
    _Loader.add_implicit_resolver(
        _TAG + _name, re.compile(f"(?:{_pattern})$"), [*_first, *([""] if _name == "null" else [])]
    )


def read(path: Path) -> DataFile:
    """Read one YAML file.

    Raises:
        ContentError: it is missing, is not UTF-8, is not YAML, or holds a key twice.

    """
    file = DataFile(path.as_posix())
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        problem = file.problem((), "rien", "ce fichier", "restaurez-le depuis l’historique")
    except UnicodeDecodeError as error:
        problem = file.problem_on(*no_utf_8(error))
    else:
        if signs := [file.problem_on(*sign) for sign in invisible_signs(text)]:
            raise ContentError(signs)
        return parsed(file, text)
    raise ContentError([problem])


def parsed(file: DataFile, text: str) -> DataFile:
    """Return a file with the values of a text.

    Raises:
        ContentError: it is not YAML, or holds a key twice.

    """
    file.text = text.split("\n")
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, found, mend = cause(file.text, mark.line if mark else 0)
        raise ContentError([file.problem_on(line, found, "du YAML bien formé", mend)]) from None
    file.values = _plain(node, (), file)
    return file


_CURLY = "“”„«»"


def _plain(node: Any, loc: Loc, file: DataFile) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, loc, file)
    if isinstance(node, yaml.SequenceNode):
        published: list[Any] = []
        for each in node.value:
            here = (*loc, len(published))
            if _is_draft(each):
                draft = _plain(each, (), DataFile(file.name, text=file.text))
                file.drafts[str(draft.get("id"))] = _line(each)
                continue
            file.lines[here] = _line(each)
            published.append(_plain(each, here, file))
        return published
    if node is None:
        return None
    _check_quotes(node, loc, file)
    _, _, reading = _SCALARS.get(node.tag.removeprefix(_TAG), ("", "", str))
    value = reading(node.value)
    for lang in LANGUAGES:
        if loc[-1:] == (lang,) and isinstance(value, str):
            file.texts.append((loc, lang, value))
    return value


def _check_quotes(node: Any, loc: Loc, file: DataFile) -> None:
    """Refuse a text without quotes that YAML reads as something else than its author.

    Raises:
        ContentError: a comment cuts it, it begins as no text does, or its quotes are none for YAML.

    """
    if node.style in ("'", '"', "|", ">"):
        return
    is_text = " " in node.value or any(loc[-1:] == (lang,) for lang in LANGUAGES)
    line = "".join(file.text[node.end_mark.line : node.end_mark.line + 1])
    rest = line[node.end_mark.column :]
    if not node.tag.startswith(_TAG):
        found = f"« {node.tag} », un texte qui commence par un signe de YAML"
    elif is_text and re.match(r" #|\s+#\S", rest):  # a comment stands two spaces away
        found = f"{_shown(node.value)}, coupé avant « # »"
    elif node.value[:1] in _CURLY and len(node.value) > 1:
        found = f"{_shown(node.value)}, entre des guillemets qui se liraient dans la page"
    else:
        return
    file.lines[loc] = _line(node)
    expected, mend = "un texte entre guillemets droits", 'entourez le texte de " et "'
    raise ContentError([file.problem(loc, found, expected, mend)])


def _mapping(node: yaml.MappingNode, loc: Loc, file: DataFile) -> dict[Any, Any]:
    values: dict[Any, Any] = {}
    for key_node, value in node.value:
        key = key_node.value
        here = (*loc, key)
        if key in values:
            file.lines[()] = _line(key_node)
            raise ContentError(
                [
                    file.problem(
                        (), f"la clé « {key} » deux fois", "chaque clé une fois", "gardez-en une"
                    )
                ]
            )
        file.lines[here] = _line(key_node)
        values[key] = _plain(value, here, file)
    return values


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _is_draft(node: yaml.Node) -> bool:
    return isinstance(node, yaml.MappingNode) and any(
        (key.value, value.value) == ("draft", "true") for key, value in node.value
    )


def line_with(path: Path, text: str) -> int:
    """Return the first line of a file that holds a text, for what is wrong only in the finished site."""
    before, found, _ = path.read_text(encoding="utf-8").partition(text)
    return before.count("\n") + 1 if found else 1


def check(model: type[M], file: DataFile, context: dict[str, Any] | None = None) -> M:
    """Return the file as a `model`.

    Raises:
        ContentError: the file is not one, with a problem for each place.

    """
    try:
        return model.model_validate(file.values, context=context)
    except ValidationError as error:
        raise ContentError([_problem(file, each) for each in error.errors()]) from None


_IN_EACH = ", ".join(f"{lang} : {{{lang}}}" for lang in LANGUAGES)
# What pydantic and our own validators object to: expected, and what to do. {names} come from the
# error; a validator that knows more says so under its own type in models/.
_SENTENCES = {
    "beginning": ("un mot, ou son début suivi de « … »", "écrivez le début du mot"),
    "bool_type": ("true ou false", "écrivez l’un des deux, sans guillemets"),
    "date": ("une date qui existe, comme 2026-12-08", "corrigez la date"),
    "day_of_no_year": ("un jour que chaque année a, et non {day}", "corrigez le mois ou le jour"),
    "dict_type": ("des clés suivies de deux-points", "vérifiez le retrait des lignes qui suivent"),
    "empty": ("un texte", "écrivez-le, ou ajoutez « draft: true » à l’élément"),
    "five_doors": ("cinq portes", "rangez les pages derrière cinq portes"),
    "float_type": ("un nombre", "écrivez-le en chiffres, avec un point : 0.5"),
    "greater_than_equal": ("un nombre entier d’au moins {ge}", "corrigez le nombre"),
    "html": ("un texte sans HTML", "retirez les balises"),
    "int_type": ("un nombre entier", "écrivez-le en chiffres, sans guillemets"),
    "keys": (
        "les clés {keys}",
        "écrivez {{{example}}}, ou vérifiez le retrait des lignes qui suivent",
    ),
    "least_above_most": ("un « least » d’au plus {most}", "corrigez l’un des deux nombres"),
    "less_than_equal": ("un nombre entier d’au plus {le}", "corrigez le nombre"),
    "list_type": (
        "une liste : « - » devant chaque élément",
        "ajoutez les tirets, ou corrigez leur retrait",
    ),
    "macro": (
        "une durée entre accolades simples, comme {{call}}",
        "écrivez {{thank-you}}, {{quiet}} ou {{call}} : les macros sont pour les pages",
    ),
    "markdown": ("un texte sans ** ni lien", "retirez ces signes : ils se liraient tels quels"),
    "named_day": (
        "« name: » pour un jour ajouté, et pas avec « of_package: »",
        "donnez son nom au jour, ou retirez-le",
    ),
    "multiple": ("un multiple de {multiple}", "corrigez le nombre : le délai compte des jours"),
    "noted_day": ("« note: » avec « of_package: »", "dites pourquoi ce jour compte"),
    "number_without_unit": (
        "« number » avec « reading » days, weeks ou working-days",
        "changez « reading », ou retirez « number »",
    ),
    "one_rule": ("une seule des clés {rules}", "dites une fois, et une seule, quand ce jour tombe"),
    "one_headline": (
        "« headline », ou dans « when » une fin de l’attente, qui a sa propre phrase",
        "ajoutez ou retirez « headline »",
    ),
    "one_source": (
        "une seule des clés item, checklist, step, questions",
        "gardez celle qui termine la tâche",
    ),
    "nowhere": (
        "« questions: », « pages: », ou les deux",
        "dites sous quelle question ou sur quelle page cela se lit",
    ),
    "page_and_link": (
        "« page » et « link » ensemble, ou aucune des deux",
        "ajoutez celle qui manque",
    ),
    "placeholders": (
        f"les mêmes {{{{noms}}}} {EVERYWHERE} ; {_IN_EACH}",
        "écrivez partout les mêmes",
    ),
    "point_or_addition": (
        "« point: » ou « addition: true », l’un des deux",
        "dites d’où vient cet élément : un point de l’article, ou un ajout du guide",
    ),
    "point_or_leads": (
        "« point: » ou « leads: », l’un des deux",
        "dites où mènent ces mots : un point de l’article, ou des pages",
    ),
    "points_or_addition": (
        "« points: » ou « addition: true », l’un des deux",
        "dites d’où vient cet élément : des points de l’article, ou un ajout du guide",
    ),
    "source_of_a_country": (
        "« source: » pour un lieu qui a un pays, et pour lui seul",
        "donnez l’adresse de l’autorité, sans « checked: » si sa page n’a pas été lue",
    ),
    "say_missing": ("un texte sous « say »", "écrivez ce qu’il faut faire"),
    "straight_apostrophe": ("l’apostrophe ’", "remplacez ' par ’"),
    "string_too_long": ("au plus {max_length} caractères", "raccourcissez-le"),
    "string_type": ("un texte", "mettez la valeur entre guillemets"),
    "braces": (
        "entre accolades, un nom en minuscules sans accent, comme {{name}}",
        "corrigez ce nom, ou retirez les accolades",
    ),
    "count": ("{count} noms dans chaque langue", "ajoutez ou retirez ce qui diffère"),
    "too_long": ("au plus {max_length} éléments", "retirez ceux qui sont de trop"),
    "too_short": ("au moins un élément", "ajoutez-en un, ou retirez la liste"),
    "no_word": ("un mot, dans une langue au moins", "écrivez-en un, ou retirez cette entrée"),
    "typed_twice": ("« {word} » une seule fois", "retirez l’autre"),
    "unit": ("l’une des unités {units}", "changez l’unité"),
    "unknown_duration": (
        "une durée connue : {{thank-you}}, {{quiet}} ou {{call}}",
        "corrigez le nom entre accolades",
    ),
}
# What a text that `formed` refuses should be.
FORMS = {
    "address": ("une adresse en https://", "corrigez l’adresse"),
    "email": ("une adresse e-mail, comme ecrire@exemple.fr", "corrigez l’adresse"),
    "hour": ("une heure entre guillemets, comme 15:30", "corrigez l’heure"),
    "id": (
        "un id en minuscules sans accent, mots joints par des tirets, comme note-tonight",
        "corrigez l’id",
    ),
    "month-and-day": ("un mois et un jour, comme 12-26", "corrigez la date"),
    "page": ("une page, comme guide/prepare.md ou my-file.md#backup", "corrigez son nom"),
    "place": ("un pays et sa région, comme FR ou CH-GE", "corrigez le code"),
    "reading": (
        "nothing, date, days, weeks, working-days, end-of-month, end-of-next-month, un jour de la "
        "semaine comme wednesday-next-week (ou this-week, week-after-next), ou until-12-31",
        "choisissez l’une de ces lectures",
    ),
    "point": ("un point de l’article, comme 11 ou 13a", "corrigez le numéro"),
}
_MISSING = {
    lang: (f"le {text_in(lang)}", "écrivez-le, ou ajoutez « draft: true » à l’élément")
    for lang in LANGUAGES
}


def _problem(file: DataFile, error: Any) -> Problem:
    kind, loc, context = error["type"], error["loc"], error.get("ctx", {})
    if loc and loc[-1] == "[key]":
        loc = loc[:-1]
        return file.problem(
            loc, f"« {loc[-1]} »", "un nom permis ici", "corrigez le nom de cette clé"
        )
    if kind == "missing":
        expected, mend = _MISSING.get(
            str(loc[-1]), (f"la clé « {loc[-1]} »", "ajoutez cette clé et sa valeur")
        )
        if not any(isinstance(part, int) for part in loc):  # only what stands in a list can wait
            mend = mend.partition(", ou ajoutez « draft")[0]
        return file.problem(loc, "rien", expected, mend)
    if kind == "unknown_key":
        key, known = str(context["key"]), context["known"]
        expected = "l’une des clés " + ", ".join(known)
        return file.problem((*loc, key), f"« {key} »", expected, _mend_of_key(key, known))
    if kind == "form":
        return file.problem(loc, f"« {error['input']} »", *FORMS[context["form"]])
    if kind == "literal_error":
        permitted = re.findall("'([^']*)'", context["expected"])
        mend = mend_of_name(str(error["input"]), permitted, "choisissez l’une de ces valeurs")
        return file.problem(loc, _shown(error["input"]), _listed(permitted), mend)
    if kind == "list_type" and not isinstance(error["input"], dict):
        return file.problem(loc, _shown(error["input"]), *_no_list(error["input"]))
    expected, mend = _SENTENCES.get(kind, ("une valeur d’une autre forme", "corrigez la valeur"))
    values = {name: _listed(value) for name, value in context.items()}
    found = values.get("found") or _shown(error["input"])
    return file.problem(loc, found, expected.format(**values), mend.format(**values))


def _no_list(found: Any) -> tuple[str, str]:
    if found is None:
        return (
            "au moins un tiret dessous",
            "ajoutez-en un, ou retirez aussi les lignes qui l’annoncent",
        )
    return "une liste", f"entourez-le de crochets : [{found}]"


def _mend_of_key(key: str, known: list[str]) -> str:
    """Say what to do about a key that is none: most often a sign or an indent made it one."""
    if {*"\u00a0\u202f"} & {*key}:
        return "remplacez par une espace ordinaire l’espace insécable de cette clé"
    if ":" in key:
        return "mettez une espace après « : »"
    if set(key) & set(_CURLY) or " " in key:
        return 'entourez le texte entier de guillemets droits, " et "'
    if key == "draft":
        return "écrivez « draft: true »"
    return mend_of_name(
        key, known, "décalez cette ligne si elle va sous une autre clé, sinon retirez-la"
    )


def mend_of_name(name: str, known: Iterable[str], otherwise: str) -> str:
    """Say what to write for a name that is none: the nearest of those that are, if one is near."""
    nearest = get_close_matches(name.lower(), list(known), 1, 0.7)
    return f"écrivez peut-être « {nearest[0]} »" if nearest else otherwise


def mend_of_page(name: str, known: Iterable[str], otherwise: str) -> str:
    """Say the same of a page: folders and endings, which many share, tell nothing."""
    by_stem = {PurePosixPath(each).stem: each for each in known}
    nearest = get_close_matches(PurePosixPath(name).stem.lower(), by_stem, 1, 0.75)
    return f"écrivez peut-être « {by_stem[nearest[0]]} »" if nearest else otherwise


def _listed(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _shown(value: Any) -> str:
    if isinstance(value, dict) and all(isinstance(value.get(lang), str) for lang in LANGUAGES):
        return ", ".join(f"{lang} {_shown(value[lang])}" for lang in LANGUAGES)
    if value == []:
        return "une liste vide"
    if value is None or isinstance(value, dict | list):
        return "rien" if value is None else "des lignes d’une autre forme"
    text = str(value)
    if not text.strip():
        return "un texte vide"
    return f"« {text if len(text) <= 60 else text[:59] + '…'} »"
