"""The build itself: rules that follow the data, mistakes that stop it, `serve` that survives."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import run_build

Edit = Callable[[str, str, str], None]
TWO_WEEKS = "{number: 2, unit: weeks}               #"
FOLLOW_UP = "docs/data/follow-up.yml"


def text_of(page: Path) -> str:
    html = page.read_text(encoding="utf-8").replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub(r"\s+", " ", re.sub(r"<script(?! id=\"se-).*?</script>", "", html, flags=re.S))


@pytest.mark.slow
def test_ten_days_instead_of_two_weeks_change_every_sentence_example_and_result(
    edited_site: Path,
) -> None:
    ours = {
        "": "dix jours (notre choix ; l’article dit deux semaines)",
        "en/": "ten days (our choice; the article says two weeks)",
    }
    article = {"": "deux semaines", "en/": "two weeks"}
    call = {"": "À partir du vendredi 4 décembre 2026", "en/": "From Friday 4 December 2026"}
    for root, said in ours.items():
        for path in ("index.html", "guide/follow-up/index.html"):
            text = text_of(edited_site / root / path)
            assert said in text
            # The article's own duration is named nowhere but beside ours.
            assert text.count(article[root]) == text.count(said)
        example = text_of(edited_site / root / "guide/follow-up/index.html")
        assert call[root] in example
        assert '"call_days":10' in text_of(edited_site / root / "my-dates/index.html")


def test_a_mistake_in_the_data_stops_the_build_with_one_plain_line(
    project: Path, edit: Edit, tmp_path: Path
) -> None:
    edit(FOLLOW_UP, TWO_WEEKS, "{number: 0, unit: weeks} #")

    result = run_build(project, tmp_path / "site")

    assert result.returncode == 1
    assert [line for line in result.stderr.splitlines() if "ERROR" in line] == [
        "ERROR   -  docs/data/follow-up.yml, ligne 22, rules › call › value › number : "
        "trouvé : « 0 » ; attendu : un nombre entier d’au moins 1 ; à faire : corrigez le nombre."
    ]


@pytest.mark.slow
def test_a_link_to_a_lost_place_in_english_stops_the_build(
    project: Path, edit: Edit, tmp_path: Path
) -> None:
    edit("docs/en/guide/prepare.md", "(debrief.md)", "(debrief.md#lesson)")

    result = run_build(project, tmp_path / "site")

    assert result.returncode == 1
    assert re.search(
        r"docs/en/guide/prepare\.md, ligne \d+ : trouvé : un lien vers « debrief\.md#lesson » ; "
        r"attendu : après #, un endroit de docs/en/guide/debrief\.md ; à faire : écrivez peut-être « lessons »",
        result.stderr,
    )


@pytest.mark.slow
def test_a_word_of_search_that_leads_nowhere_stops_the_build(
    project: Path, edit: Edit, tmp_path: Path
) -> None:
    edit("docs/data/search.yml", "my-file.md#backup", "my-file.md#bakup")

    result = run_build(project, tmp_path / "site")

    assert result.returncode == 1
    assert re.search(r"search\.yml, ligne \d+ : trouvé : « my-file\.md#bakup »", result.stderr)


@pytest.mark.slow
def test_a_macro_called_with_a_wrong_name_stops_the_build(
    project: Path, edit: Edit, tmp_path: Path
) -> None:
    page = "docs/fr/guide/prepare.md"
    lines = (project / page).read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if 'check_list("prepare")' in line)
    edit(page, 'check_list("prepare")', 'check_list("prepared")')

    result = run_build(project, tmp_path / "site")

    assert result.returncode == 1
    assert f"{page}, ligne {number} : trouvé : « prepared »" in result.stderr
    assert "Traceback" not in result.stderr


@contextmanager
def served(project: Path) -> Iterator[str]:
    """`make serve` on a free port, its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"http://{address}/"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{address}/"
        assert process.poll() is None, "serve has stopped"
    finally:
        process.terminate()  # a background job may have been told to ignore SIGINT
        process.wait(10)


def wait_for(address: str, text: str) -> None:
    """Wait until a page of `serve` shows a text."""
    end = time.monotonic() + 40
    shown = ""
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=5) as answer:
                shown = re.sub("[\xa0\u202f]", " ", answer.read().decode())
        except (URLError, TimeoutError, ConnectionError):
            shown = ""
        if text in shown:
            return
        time.sleep(0.3)
    pytest.fail(f"{address} did not show {text!r} in 40 seconds")


@pytest.mark.slow
def test_serve_survives_a_mistake_and_shows_its_correction(project: Path, edit: Edit) -> None:
    page = "guide/after-the-first-interview/"
    name = "docs/data/checklists/after-the-first-interview.yml"
    with served(project) as address:
        wait_for(address + page, 'id="keep-applying"')
        edit(name, "per: application", "per: candidate")
        wait_for(address + page, "trouvé : « candidate »")
        edit(name, "per: candidate", "per: application  # again")
        edit(
            "docs/data/words.yml",
            '    complete: {fr: "Tout est fait',
            '    complete: {fr: "Tout est bien',
        )
        wait_for(address + page, "Tout est bien")
        wait_for(address + "en/" + page, 'id="keep-applying"')


@pytest.mark.slow
def test_serve_survives_a_macro_called_with_a_wrong_name(project: Path, edit: Edit) -> None:
    with served(project) as address:
        wait_for(address + "guide/prepare/", 'id="research-further"')
        edit("docs/fr/guide/prepare.md", 'check_list("prepare")', 'check_list("prepared")')
        wait_for(address, "trouvé : « prepared »")
        edit("docs/fr/guide/prepare.md", 'check_list("prepared")', 'check_list("prepare")')
        edit("docs/fr/guide/prepare.md", "# Préparer le second entretien", "# Préparer la suite")
        wait_for(address + "guide/prepare/", "Préparer la suite")
