"""What must hold between the files of docs/data, beyond the form of each."""

from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path

from macros.content.checks.base import Place, each_id_once
from macros.content.checks.ids import ids_agree
from macros.content.checks.places import places_agree
from macros.content.checks.stages import stages_agree
from macros.content.content import Content
from macros.content.models.base import PLACEHOLDER, FromArticle, FromPoints, Template
from macros.content.models.messages import CallPart, Messages
from macros.content.yaml_files import DataFile, Loc, Problem
from macros.languages import LANGUAGES, Lang


def between_files(docs: Path, content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    """Yield a problem for each thing that one file says and another contradicts."""
    items = [
        (item, Place(files[name], ("groups", g, "items", i)))
        for name, checklist in content.checklists.items()
        for g, group in enumerate(checklist.groups)
        for i, item in enumerate(group.items)
    ]
    questions = [
        (question, Place(files[name], ("questions", i)))
        for name, bank in content.question_files.items()
        for i, question in enumerate(bank)
    ]
    yield from ids_agree(content, files)
    yield from _each_point_once([*items, *questions], content)
    yield from _questions_agree(content, files)
    yield from _lists_agree(content, files, {item.id for item, _ in items})
    yield from _examples_agree(content, files)
    yield from _example_agrees(content, files["example"])
    yield from _endings_agree(content, files["follow-up"])
    yield from _debrief_agrees(content, files["debrief"])
    yield from stages_agree(content, files["stages"])
    yield from _messages_agree(content, files["messages"])
    yield from places_agree(content.places, files["places"])
    yield from _meanings_agree(content, files["search"])
    yield from _pages_exist(docs, content, files)
    yield from _twin_trees(docs)
    yield from _menu_agrees(docs, content, files["menu"])


def _points_known(
    content: Content, file: DataFile, citing: Iterable[tuple[Loc, FromPoints]]
) -> Iterator[Problem]:
    known = _points(content)
    for loc, thing in citing:
        for i, point in enumerate(thing.points):
            if point not in known:
                yield Place(file, (*loc, "points", i)).no_such_point(point)


def _points(content: Content) -> set[str]:
    return {point for page in content.article.points for point in page.points}


def _each_point_once(
    sayings: Iterable[tuple[FromArticle, Place]], content: Content
) -> Iterator[Problem]:
    known = _points(content)
    said: set[str] = set()
    for thing, place in sayings:
        if thing.point and thing.point not in known:
            yield place.no_such_point(thing.point)
        elif thing.point and thing.point in said:
            yield place.problem(
                f"le point {thing.point} une seconde fois",
                "chaque point sur un seul élément",
                "gardez-le au bon endroit ; ailleurs, écrivez « addition: true »",
            )
        said.add(thing.point or "")


def _questions_agree(content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    themes = [theme.id for theme in content.themes]
    roles = [role.id for role in content.roles]
    sorting = [("themes", themes), ("roles", roles)]
    for kind, names in sorting:
        yield from each_id_once(
            (name, Place(files["questions"], (kind, i))) for i, name in enumerate(names)
        )
    for name, questions in content.question_files.items():
        file, own_theme = files[name], name.partition("/")[2]
        if own_theme and own_theme not in themes:
            yield file.problem(
                (), f"« {own_theme} » pour nom", "un thème de questions.yml", "renommez ce fichier"
            )
            continue
        for i, question in enumerate(questions):
            if question.theme not in ([own_theme] if own_theme else themes):
                yield file.problem(
                    ("questions", i, "theme"),
                    f"« {question.theme} »",
                    f"« {own_theme} », comme le fichier"
                    if own_theme
                    else "l’un des thèmes " + ", ".join(themes),
                    "corrigez le thème, ou déplacez la question"
                    if own_theme
                    else "corrigez le thème",
                )
            if (name == "questions") != bool(question.point):
                yield file.problem(
                    ("questions", i),
                    "un ajout" if question.addition else f"le point « {question.point} »",
                    "une question de l’article (« point: »)"
                    if question.addition
                    else "un ajout du guide (« addition: true »)",
                    f"déplacez-la dans {files['questions'].name.removesuffix('.yml')}/"
                    f"{question.theme}.yml"
                    if question.addition
                    else f"déplacez-la dans {files['questions'].name}",
                )
            for j, role in enumerate(question.asked_by):
                if role not in roles:
                    yield file.problem(
                        ("questions", i, "asked_by", j),
                        f"« {role} »",
                        "l’un des rôles " + ", ".join(roles),
                        "corrigez le rôle, ou ajoutez-le sous « roles » dans questions.yml",
                    )


def _lists_agree(
    content: Content, files: dict[str, DataFile], items: set[str]
) -> Iterator[Problem]:
    for name, checklist in content.checklists.items():
        if checklist.id != name:
            yield files[name].problem(
                ("id",), f"« {checklist.id} »", f"« {name} », comme le fichier", "corrigez l’id"
            )
        own = {item.id for item in checklist.items}
        known = {*content.items, *content.register.of("items")}
        for g, group in enumerate(checklist.groups):
            for i, other in enumerate(group.also):
                if other not in known or other in own:
                    yield files[name].problem(
                        ("groups", g, "also", i),
                        f"« {other} »",
                        "l’id d’un élément d’une autre liste",
                        "corrigez l’id, ou écrivez l’élément sous « items »",
                    )
    for i, step in enumerate(content.steps):
        if step.list and step.list not in content.checklists:
            yield files["path"].problem(
                ("steps", i, "list"),
                f"« {step.list} »",
                "l’une des listes " + ", ".join(content.checklists),
                "corrigez le nom de la liste",
            )
    for name, rule in content.follow_up.rules.durations().items():
        if rule.done_by and rule.done_by not in items:
            yield files["follow-up"].problem(
                ("rules", name, "done_by"),
                f"« {rule.done_by} »",
                "l’id d’un élément à cocher",
                "corrigez l’id",
            )


def _examples_agree(content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    readings = {
        promise.id: promise.reading
        for promise in content.follow_up.promises
        if promise.number or not promise.counts  # an example cannot ask the reader how many
    }
    for name, example in content.follow_up.examples.items():
        here = Place(files["follow-up"], ("examples", name))
        if example.promise not in readings:
            yield here.problem(
                f"« {example.promise} »",
                "l’une des réponses " + ", ".join(readings),
                "corrigez « promise »",
            )
        elif (readings[example.promise] == "date") != (example.promised is not None):
            yield here.problem(
                f"promise: {example.promise}, promised: {example.promised}",
                "une date « promised » quand une date est annoncée, et seulement alors",
                "ajoutez ou retirez « promised »",
            )
        elif example.promised and example.promised < example.interview:
            yield here.problem(
                f"une réponse le {example.promised}",
                f"une date à partir du {example.interview}, jour de l’entretien",
                "corrigez l’une des deux dates",
            )


def _example_agrees(content: Content, file: DataFile) -> Iterator[Problem]:
    example = content.example
    promises = {promise.id for promise in content.follow_up.promises}
    items = {*content.items, *content.register.of("items")}
    named: list[tuple[Loc, str, Iterable[str], str]] = [
        *(
            (("ticked", i), name, items, "un élément à cocher")
            for i, name in enumerate(example.ticked)
        ),
        *((("notes", name), name, items, "un élément à cocher") for name in example.notes),
        *(
            (("interviews", i, "promise"), each.promise, promises, "une réponse de « promises »")
            for i, each in enumerate(example.interviews)
            if each.promise
        ),
    ]
    for loc, name, known, kind in named:
        if name not in known:
            yield file.problem(loc, f"« {name} »", f"l’id d’{kind}", "corrigez l’id")


def _endings_agree(content: Content, file: DataFile) -> Iterator[Problem]:
    steps = content.follow_up.closing_steps
    for kind, ending in content.follow_up.endings.all().items():
        for i, name in enumerate(ending.steps):
            if name not in steps:
                yield file.problem(
                    ("endings", kind, "steps", i),
                    f"« {name} »",
                    "une étape de « closing_steps »",
                    "corrigez le nom de l’étape",
                )
    yield from _points_known(
        content, file, ((("closing_steps", name), step) for name, step in steps.items())
    )


def _debrief_agrees(content: Content, file: DataFile) -> Iterator[Problem]:
    for part in ("questions", "precise", "ratings"):
        yield from _points_known(
            content,
            file,
            (((part, i), each) for i, each in enumerate(getattr(content.debrief, part))),
        )
    by_line = [question.id for question in content.debrief.questions if question.items]
    if len(by_line) != 1:
        yield file.problem(
            ("questions",),
            " et ".join(f"« items: true » sur « {name} »" for name in by_line)
            or "aucune question avec « items: true »",
            "une seule question dont chaque ligne devient un élément à cocher",
            "écrivez « items: true » sur cette question, et sur elle seule",
        )


def _messages_agree(content: Content, file: DataFile) -> Iterator[Problem]:
    data = content.messages
    says: list[tuple[Loc, list[Template]]] = []  # where a sentence stands, and its ways to say it
    always: list[tuple[Loc, list[Template]]] = []  # those that must not be left out
    citing: list[tuple[Loc, FromPoints]] = []
    for m, message in enumerate(data.messages):
        here: Loc = ("messages", m)
        always.append(((*here, "subject"), message.subject))
        for p, paragraph in enumerate(message.paragraphs):
            says += [
                ((*here, "paragraphs", p, i, "say"), sentence.say)
                for i, sentence in enumerate(paragraph)
            ]
        for e, element in enumerate(message.elements):
            citing.append(((*here, "elements", e), element))
            for n, name in enumerate(element.names):
                yield from _name_known(data, file, (*here, "elements", e, "names", n), name)
        yield from each_id_once(
            (element.id, Place(file, (*here, "elements", e)))
            for e, element in enumerate(message.elements)
        )
    parts: list[tuple[Loc, CallPart]] = [
        (("call", kind, i), part)
        for kind, of_kind in data.call.all().items()
        for i, part in enumerate(of_kind)
    ]
    yield from each_id_once((part.id, Place(file, loc)) for loc, part in parts)
    for loc, part in parts:
        citing.append((loc, part))
        always += [((*loc, "lines", i, "say"), line.say) for i, line in enumerate(part.lines)]
    for loc, texts in [*says, *always]:
        for i, text in enumerate(texts):
            for name in PLACEHOLDER.findall(text.fr):
                yield from _name_known(data, file, (*loc, i), name)
    for loc, texts in always:
        if PLACEHOLDER.search(texts[-1].fr):
            yield file.problem(
                (*loc, len(texts) - 1),
                f"« {texts[-1].fr} » en dernier",
                "une dernière façon de le dire sans {nom}",
                "ajoutez-en une, pour qui n’a encore rien donné",
            )
    yield from _points_known(content, file, citing)


def _name_known(data: Messages, file: DataFile, loc: Loc, name: str) -> Iterator[Problem]:
    if name not in data.names:
        yield file.problem(
            loc,
            f"{{{name}}}",
            "l’un des noms " + ", ".join(data.names),
            "corrigez le nom entre accolades, ou ajoutez-le sous « names »",
        )


def _meanings_agree(content: Content, file: DataFile) -> Iterator[Problem]:
    known = _points(content)
    for i, meaning in enumerate(content.search.meanings):
        if meaning.point and meaning.point not in known:
            yield Place(file, ("meanings", i, "point")).no_such_point(meaning.point)


def _pages_exist(docs: Path, content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    named: list[tuple[str, DataFile, Loc]] = [
        *(
            (page.page, files["article"], ("points", i, "page"))
            for i, page in enumerate(content.article.points)
        ),
        *((step.page, files["path"], ("steps", i, "page")) for i, step in enumerate(content.steps)),
        *(
            (step.page, files["follow-up"], ("closing_steps", name, "page"))
            for name, step in content.follow_up.closing_steps.items()
            if step.page
        ),
        *(
            (lead.partition("#")[0], files["search"], ("meanings", i, "leads", n))
            for i, meaning in enumerate(content.search.meanings)
            for n, lead in enumerate(meaning.leads)
        ),
        *(
            (task.page.partition("#")[0], files["stages"], ("tasks", i, "page"))
            for i, task in enumerate(content.stages.tasks)
            if task.page
        ),
    ]
    for page, file, loc in named:
        if not (docs / "fr" / page).is_file():
            yield file.problem(loc, f"« {page} »", "une page de docs/fr", "corrigez son nom")


def _trees(docs: Path) -> dict[Lang, set[str]]:
    """Return the pages of each language, as paths in its folder."""
    return {
        lang: {path.relative_to(docs / lang).as_posix() for path in (docs / lang).rglob("*.md")}
        for lang in LANGUAGES
    }


def _twin_trees(docs: Path) -> Iterator[Problem]:
    trees = _trees(docs)
    for have, lack in permutations(LANGUAGES):
        for page in sorted(trees[have] - trees[lack]):
            yield DataFile(f"docs/{have}/{page}").problem(
                (), "cette page seule", f"sa jumelle docs/{lack}/{page}", "écrivez-la"
            )


def _menu_agrees(docs: Path, content: Content, file: DataFile) -> Iterator[Problem]:
    """Yield each page that the menu names and docs/fr has not, or has twice, or not at all."""
    trees = _trees(docs)
    there = trees["fr"]
    seen: set[str] = set()
    for e, entry in enumerate(content.menu.menu):
        for p, page in enumerate(entry.pages or [str(entry.page)]):
            loc: Loc = ("menu", e, "pages", p) if entry.pages else ("menu", e, "page")
            if page not in there:
                yield file.problem(loc, f"« {page} »", "une page de docs/fr", "corrigez son nom")
            elif page in seen:
                yield file.problem(
                    loc, f"« {page} » deux fois", "chaque page une fois", "retirez cette ligne"
                )
            seen.add(page)
    for page in sorted((there & trees["en"]) - seen):
        yield DataFile(f"docs/fr/{page}").problem(
            (),
            "une page qui n’est pas au menu",
            f"son nom dans {file.name}",
            f"ajoutez-y « {page} » à sa place",
        )
