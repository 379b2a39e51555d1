"""What must hold of the questions: their themes, their roles and their files."""

from collections.abc import Iterator

from macros.content.checks.base import Place, each_id_once
from macros.content.content import Content
from macros.content.yaml_files import DataFile, Problem


def questions_agree(content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    """Yield each question that is in the wrong file, or names what there is not."""
    themes = [theme.id for theme in content.themes]
    roles = [role.id for role in content.roles]
    sorting = [("themes", themes), ("roles", roles)]
    for kind, names in sorting:
        yield from each_id_once(
            (name, Place(files["questions"], (kind, i))) for i, name in enumerate(names)
        )
    for i, theme in enumerate(content.themes):
        if theme.page and theme.page not in content.menu.pages:
            yield Place(files["questions"], ("themes", i, "page")).problem(
                f"« {theme.page} »", "une page de menu.yml", "corrigez la page"
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
