"""How much there is to read, and how long sentences are; tests/targets.json has the numbers."""

import json
import re
import runpy
from pathlib import Path

import pytest
from lxml import html

from macros.languages import ROOTS
from tests.conftest import PAGES, ROOT

TARGETS = json.loads((ROOT / "tests/targets.json").read_text("utf-8"))
ARTICLE = "//article[contains(@class, 'md-content__inner')]"
WORD = re.compile(r"\w[\w’'-]*")
# What is folded, what only scripts show, and what says the same without them.
UNREAD = (
    ".//details/*[not(self::summary)] | .//*[@hidden] | .//template | .//script | .//option"
    " | .//*[@data-with-script] | .//*[@data-no-script] | .//*[@class='headerlink']"
)
STEPS = [path for path in PAGES if re.match("guide/.", path)]
PAPER = "more/workshop-booklet/"  # to print and to fill, not to read
OURS = [path for path in PAGES if path.startswith("more/") and path != PAPER]


def words_in(site: Path, path: str, part: str = ARTICLE) -> int:
    (read,) = html.fromstring((site / path / "index.html").read_text("utf-8")).xpath(part)
    for each in read.xpath(UNREAD):
        each.clear(keep_tail=True)
    return sum(len(WORD.findall(text)) for text in read.itertext())


@pytest.mark.parametrize("root", ROOTS.values())
def test_the_essentials_are_read_in_two_minutes(site: Path, root: str) -> None:
    read = words_in(site, f"{root}guide/", "//*[@id='essentials']")

    assert read <= TARGETS["words of the essentials"]


@pytest.mark.parametrize("root", ROOTS.values())
def test_the_steps_have_no_more_than_three_times_the_words_of_the_article(
    site: Path, root: str
) -> None:
    most = (
        TARGETS["words of the guide, times those of the article"] * TARGETS["words of the article"]
    )

    assert sum(words_in(site, root + path) for path in STEPS) <= most


@pytest.mark.parametrize("root", ROOTS.values())
@pytest.mark.parametrize("path", OURS)
def test_what_is_ours_alone_is_short(site: Path, root: str, path: str) -> None:
    assert words_in(site, root + path) <= TARGETS["words of a page of more"]


def test_sentences_are_short_in_every_page(site: Path) -> None:
    say = runpy.run_path(str(ROOT / ".ci/say_what_grows.py"))

    assert list(say["long_sentences"](site)) == []
