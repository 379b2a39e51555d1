"""What `make serve` says and shows while something is wrong."""

import os
from pathlib import Path

from macros.serving import Changes, shown_where_wrong


def stop() -> None:
    raise SystemExit


def test_every_page_says_what_is_wrong_with_the_lines_to_paste(tmp_path: Path) -> None:
    page = tmp_path / "guide/prepare/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("la page", encoding="utf-8")

    shown_where_wrong(stop, tmp_path, lambda: "un <div> de trop\nun nom\n  à coller:")

    for path in (page, tmp_path / "404.html", tmp_path / "en/index.html"):
        shown = path.read_text(encoding="utf-8")
        assert "<li>un &lt;div&gt; de trop</li>\n<li>un nom\n  à coller:</li>" in shown


def test_pages_that_a_build_has_removed_before_it_failed_say_it_too(tmp_path: Path) -> None:
    page = tmp_path / "about/index.html"
    page.parent.mkdir()
    page.write_text("la page", encoding="utf-8")

    def fail() -> None:
        page.unlink()
        stop()

    shown_where_wrong(fail, tmp_path, lambda: "une faute")

    assert "<li>une faute</li>" in page.read_text(encoding="utf-8")


def test_pages_of_a_build_that_goes_well_are_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("la page", encoding="utf-8")

    shown_where_wrong(lambda: None, tmp_path, lambda: "")

    assert page.read_text(encoding="utf-8") == "la page"


def test_what_changed_came_or_went_since_the_last_look_is_named(tmp_path: Path) -> None:
    for name in ("kept", "changed", "gone"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    changes = Changes()

    assert changes.since_last([tmp_path]) == []

    (tmp_path / "gone").unlink()
    (tmp_path / "new").write_text("new", encoding="utf-8")
    os.utime(tmp_path / "changed", ns=(1, 1))

    assert changes.since_last([tmp_path]) == [
        (tmp_path / name).as_posix() for name in ("changed", "gone", "new")
    ]
