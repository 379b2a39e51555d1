"""What is wrong in a configuration of MkDocs is said in French, before MkDocs says it in English."""

from pathlib import Path

import pytest

from macros import serving
from macros.configurations import configuration_problems
from tests.macros.test_content import Edit


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        pytest.param("mkdocs.yml", "  name: material", "\tname: material",
                     "mkdocs.yml, ligne 12 : trouvé : une tabulation ; attendu : du YAML bien formé ; "
                     "à faire : remplacez-la par des espaces, autant qu’aux lignes voisines.", id="a tab"),
        pytest.param("mkdocs.yml", "site_name:", "site_nam:",
                     "mkdocs.yml, ligne 4, site_nam : trouvé : « site_nam » ; attendu : une clé de MkDocs, "
                     "comme site_name ; à faire : écrivez peut-être « site_name ».", id="a misspelt key"),
        pytest.param("mkdocs.yml", "custom_dir: overrides", "custom_dir: override",
                     "mkdocs.yml, ligne 13, theme › custom_dir : trouvé : « override » ; attendu : un fichier "
                     "ou un dossier qui existe ; à faire : corrigez son nom, ou restaurez-le depuis "
                     "l’historique.", id="a folder that is not there"),
        pytest.param("mkdocs.en.yml", "docs_dir: docs/en", "docs_dir: docs/fr",
                     "mkdocs.en.yml, ligne 6, docs_dir : trouvé : « docs/fr » ; attendu : « docs/en », comme "
                     "le dit le nom du fichier ; à faire : écrivez « docs_dir: docs/en ».",
                     id="the pages of another language"),
        pytest.param("mkdocs.en.yml", 'site_name: Second Interview\n', 'site_name: "Second Interview\n',
                     "mkdocs.en.yml, ligne 4 : trouvé : un guillemet que rien ne ferme ; attendu : du YAML "
                     "bien formé ; à faire : ajoutez ou retirez un guillemet droit.", id="a quote left open"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_configuration_is_said_with_its_line_and_its_mend(
    project: Path, edit: Edit, file: str, old: str, new: str, expected: str
) -> None:
    edit(file, old, new)

    said = [str(each).removeprefix(f"{project}/") for each in configuration_problems(project)]
    assert said == [expected]


def test_the_configurations_of_the_guide_are_right(project: Path) -> None:
    assert [*configuration_problems(project)] == []


def test_a_page_of_serve_says_it_instead_of_a_traceback(
    project: Path,
    edit: Edit,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    edit("mkdocs.yml", "  name: material", "\tname: material")
    monkeypatch.chdir(project)

    def build() -> None:
        raise RuntimeError("found character '\\t'")

    serving.shown_where_wrong(build, project / "site", lambda: "")

    assert "une tabulation" in (project / "site/index.html").read_text("utf-8")
    assert "une tabulation" in caplog.text
    assert "Traceback" not in capsys.readouterr().err
