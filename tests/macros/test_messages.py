"""What an editor may get wrong in docs/data/messages.yml, and the line that says how to mend it."""

from pathlib import Path

import pytest

from macros.content import ContentError, load
from tests.conftest import CONTENT, copy_project

CALL_BACK = (
    '{fr: "Avez-vous une minute, ou préférez-vous que je rappelle ?", '
    'en: "Do you have a minute, or should I call back?"}'
)
# Loading all of the data takes a second: the mistakes of a kind are made together.
OF_FORM = {
    "One idea I have had since: {idea}.": "One idea I have had since.",
    "id: point\n        addition: true": "id: point",
    "words: {least: 40, most: 180,": "words: {least: 240, most: 180,",
    "reading: {fr: 214, en: 238}": "reading: {fr: 214}",
    "fr: [conseil, conseils, remarques]": "fr: []",
}  # fmt: skip
OF_SENSE = {
    "une idée : {idea}.": "une idée : {thought}.",
    "when: openness": "when: open",
    "fields: [to, job, written, name]": "fields: [to, job, idea, name]",
    "small: [point,": "small: [thought,",
    "have had since: {idea}.": "have had since: {thought}.",
    CALL_BACK: '{fr: "Ici {name}.", en: "This is {name}."}',
    '      - {fr: "Merci pour l’entretien", en: "Thank you for the interview"}\n': "",
    "points: [14b]": 'points: ["57"]',
    "names: [idea]": "names: [ideas]",
    "id: agreement": "id: interest",
    "id: voicemail": "id: reception",
    "id: after-no": "id: after-yes",
}


def lines_after(tmp: Path, mistakes: dict[str, str]) -> str:
    """Make the mistakes in a copy, and return what it is refused with."""
    project = copy_project(tmp)
    file = project / "docs/data/messages.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in mistakes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load(project / "docs")
    assert len(refused.value.problems) >= len(mistakes) - 1
    return str(refused.value)


@pytest.fixture(scope="module")
def of_form(tmp_path_factory: pytest.TempPathFactory) -> str:
    return lines_after(tmp_path_factory.mktemp("form") / "project", OF_FORM)


@pytest.fixture(scope="module")
def of_sense(tmp_path_factory: pytest.TempPathFactory) -> str:
    return lines_after(tmp_path_factory.mktemp("sense") / "project", OF_SENSE)


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(
            "attendu : les mêmes {noms} dans les deux langues ; fr : idea, en :",
            id="a name in one language alone",
        ),
        pytest.param(
            "messages › after-no › elements › point : trouvé : des lignes d’une autre forme ; attendu : « points: » ou « addition: true »",
            id="an element from nowhere",
        ),
        pytest.param(
            "advice › words : trouvé : « least: 240 » ; attendu : un « least » d’au plus 180",
            id="limits the wrong way round",
        ),
        pytest.param(
            "advice › reading › en : trouvé : rien",
            id="a reading speed for one language",
        ),
        pytest.param(
            "signs › fr : trouvé : une liste vide ; attendu : au moins un élément",
            id="no sign to know an element by",
        ),
    ],
)  # fmt: skip
def test_a_mistake_of_form_in_a_message_is_named(of_form: str, expected: str) -> None:
    assert expected in of_form


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(
            "trouvé : {thought} ; attendu : l’un des noms to, name, phone, job, company",
            id="a name that nobody gives",
        ),
        pytest.param(
            "call › steps › polite › lines › 1 › say › 1 : trouvé : « Ici {name}. » en dernier ; "
            "attendu : une dernière façon de le dire sans {nom}",
            id="a sentence of the call that could be left out",
        ),
        pytest.param(
            "messages › thank-you › subject › 3 : trouvé : « Merci pour l’entretien – {name} » en dernier",
            id="a subject that could be left out",
        ),
        pytest.param(
            "trouvé : le point « 57 » ; attendu : un point de article.yml",
            id="a point that the article has not",
        ),
        pytest.param(
            "trouvé : {ideas} ; attendu : l’un des noms",
            id="an element of a name that nobody gives",
        ),
        pytest.param(
            "trouvé : « open » ; attendu : l’un des choix interest, agreement",
            id="a choice that the form has not",
        ),
        pytest.param(
            "messages › last-follow-up › fields › 3 : trouvé : {idea} ; attendu : l’un des noms",
            id="a field that the message does not need",
        ),
        pytest.param(
            "fitting › small : trouvé : {thought}",
            id="a way to fit what nobody gives",
        ),
        pytest.param("trouvé : l’id « interest », déjà pris", id="two elements of one id"),
        pytest.param("trouvé : l’id « reception », déjà pris", id="two moments of the call of one id"),
        pytest.param(
            "trouvé : « after-yes », que le registre ne connaît pas",
            id="a message that the register does not know",
        ),
    ],
)  # fmt: skip
def test_a_mistake_of_sense_in_a_message_is_named(of_sense: str, expected: str) -> None:
    assert expected in of_sense


def test_only_points_12_and_15_are_ever_missing() -> None:
    """Reading A17: the points 13 and 14 are a menu."""
    assert [(each.points[0], each.need) for each in CONTENT.message("thank-you").elements] == [
        ("12", "always"),
        ("13a", "menu"),
        ("13b", "menu"),
        ("13c", "menu"),
        ("13d", "menu"),
        ("14a", "menu"),
        ("14b", "menu"),
        ("14c", "menu"),
        ("15", "undecided"),
    ]


def test_the_call_has_the_steps_of_the_article_in_its_order() -> None:
    steps = CONTENT.messages.call.steps

    assert [each.points for each in steps] == [["55a"], ["55b"], ["55c"], ["55d"], ["56"]]
