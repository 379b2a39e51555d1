"""What must hold of what is told by country: known countries, questions and sites, and every text."""

from collections.abc import Iterator

from macros.content.checks.base import Place, each_id_once, mend_of_id
from macros.content.content import Content
from macros.content.models.base import SomeText
from macros.content.yaml_files import DataFile, Loc, Problem
from macros.languages import LANGUAGES, text_in


def countries_agree(content: Content, files: dict[str, DataFile]) -> Iterator[Problem]:
    """Yield each country that has no name, and each text that an edition would show and lacks."""
    for lang in LANGUAGES:
        for i, code in enumerate(content.countries.shown[lang]):
            yield from _named(content, code, Place(files["countries"], ("shown", lang, i)))
    yield from _statements_agree(content, files["statements"])
    yield from _practices_agree(content, files["practices"])


def _statements_agree(content: Content, file: DataFile) -> Iterator[Problem]:
    asked = {each.id for each in (*content.questions, *content.questions_to_ask)}
    places = [Place(file, ("statements", i)) for i in range(len(content.statements))]
    yield from each_id_once(
        (each.id, place) for each, place in zip(content.statements, places, strict=True)
    )
    for each, place in zip(content.statements, places, strict=True):
        yield from _named(content, each.country, Place(file, (*place.loc, "country")))
        yield from _said(content, each.country, each, file, place.loc)
        others = [each[lang] or "" for lang in LANGUAGES if lang != each.source.lang]
        if each.term and not any(each.term in text for text in others):
            yield Place(file, (*place.loc, "term")).problem(
                f"« {each.term} »",
                "des mots d’un texte qui n’est pas dans la langue de la source",
                "écrivez-les comme dans ce texte, ou retirez « term »",
            )
        for n, question in enumerate(each.questions):
            if question not in asked:
                yield Place(file, (*place.loc, "questions", n)).problem(
                    f"« {question} »",
                    "l’id d’une question",
                    mend_of_id(content, "questions", question, asked),
                )


def _practices_agree(content: Content, file: DataFile) -> Iterator[Problem]:
    sites = {site.id for site in content.practices.sites}
    for i, site in enumerate(content.practices.sites):
        yield from _named(content, site.country, Place(file, ("sites", i, "country")))
        for column, text in site.stated.items():
            if text is not None:
                yield from _said(content, site.country, text, file, ("sites", i, column))
    for i, usual in enumerate(content.practices.usual):
        for n, code in enumerate(usual.countries):
            yield from _named(content, code, Place(file, ("usual", i, "countries", n)))
        for n, name in enumerate(usual.sites):
            if name not in sites:
                yield Place(file, ("usual", i, "sites", n)).problem(
                    f"« {name} »",
                    "l’id d’un site de ce fichier",
                    mend_of_id(content, "practices", name, sites),
                )


def _named(content: Content, code: str, place: Place) -> Iterator[Problem]:
    if code not in content.countries.names:
        yield place.problem(
            f"« {code} »", "un pays nommé dans countries.yml", "corrigez le code, ou nommez-le là"
        )


def _said(
    content: Content, country: str, text: SomeText, file: DataFile, loc: Loc
) -> Iterator[Problem]:
    for lang in LANGUAGES:
        if country in content.countries.shown[lang] and text[lang] is None:
            yield file.problem(
                loc,
                f"aucun {text_in(lang)}",
                f"ce texte, que l’édition montre pour « {country} »",
                f"écrivez-le sous « {lang}: », ou retirez ce pays de « shown » dans countries.yml",
            )
