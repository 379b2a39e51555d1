"""The guide's own pictures."""

import struct
import zlib
from pathlib import Path

import mkdocs
import pytest

from macros.pictures import FONT, Canvas, Font, Outline, icon

SQUARE = [(1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0)]
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


@pytest.fixture(scope="module")
def font() -> Font:
    return Font(Path(mkdocs.__file__).parent / FONT)


def test_a_shape_fills_the_pixels_it_covers() -> None:
    canvas = Canvas(4, 4, WHITE)
    canvas.fill([SQUARE], BLACK)

    assert [row[::3].hex() for row in canvas.rows] == [
        "ffffffff",
        "ff0000ff",
        "ff0000ff",
        "ffffffff",
    ]


def test_a_pixel_half_covered_is_half_shaded() -> None:
    canvas = Canvas(4, 4, WHITE)
    canvas.fill([[(x + 0.5, y) for x, y in SQUARE]], BLACK)

    assert canvas.rows[1][::3].hex() == "ff800080"


def test_a_hole_wound_the_other_way_stays_empty() -> None:
    canvas = Canvas(4, 4, WHITE)
    canvas.fill([[(0, 0), (4, 0), (4, 4), (0, 4)], SQUARE[::-1]], BLACK)

    assert canvas.rows[1][::3].hex() == "00ffff00"


def test_an_accented_letter_is_its_letter_and_an_accent_above(font: Font) -> None:
    plain, accented = font.outlines("e", 0, 0, 100), font.outlines("é", 0, 0, 100)

    assert [each for each in plain if each not in accented] == []
    assert highest(accented) < highest(plain)


def highest(outlines: list[Outline]) -> float:
    return min(y for outline in outlines for _, y in outline)


def test_a_no_break_space_is_as_wide_as_a_space(font: Font) -> None:
    assert font.width("a\u00a0:\u202f?", 100) == font.width("a : ?", 100)


def test_a_character_the_font_has_not_is_no_error(font: Font) -> None:
    assert font.width("☐", 100) > 0


def test_an_icon_is_a_square_png() -> None:
    data = icon(48)

    assert struct.unpack_from(">II", data, 16) == (48, 48)
    assert len(zlib.decompress(data[41 : 41 + struct.unpack_from(">I", data, 33)[0]])) == 48 * 145
