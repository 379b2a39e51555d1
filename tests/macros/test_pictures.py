"""The guide's own pictures."""

import io

from PIL import Image

from macros.pictures import HEIGHT, WIDTH, icon, social_picture


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def colour(picture: Image.Image, x: int, y: int) -> str:
    return picture.crop((x, y, x + 1, y + 1)).tobytes().hex()


def lowest_letter(name: str, description: str) -> int:
    """Return the last line of a picture on which something is drawn."""
    picture = opened(social_picture(name, description))
    empty = Image.new("RGB", (WIDTH, 1), "#1f4d47").tobytes()
    lines = [picture.crop((0, y, WIDTH, y + 1)).tobytes() for y in range(HEIGHT)]
    return max(y for y, line in enumerate(lines) if line != empty)


def test_an_icon_is_a_square_png() -> None:
    picture = opened(icon(48))

    assert (picture.format, picture.size) == ("PNG", (48, 48))


def test_an_icon_has_the_colours_of_the_two_bubbles_on_green() -> None:
    picture = opened(icon(64))

    assert [colour(picture, *at) for at in ((1, 1), (16, 20), (50, 40))] == [
        "1f4d47",
        "9ec7b9",
        "f2b880",
    ]


def test_the_edge_of_a_bubble_is_soft() -> None:
    picture = opened(icon(64))

    assert "1f4d47" < colour(picture, 13, 13) < "9ec7b9"


def test_a_long_description_goes_over_several_lines() -> None:
    short, long = lowest_letter("Nom", "mot"), lowest_letter("Nom", "mot " * 30)

    assert long == short + 2 * 60


def test_an_accented_letter_reaches_above_its_letter() -> None:
    plain, accented = social_picture("E", "x"), social_picture("É", "x")

    assert plain != accented


def test_a_no_break_space_is_drawn_as_a_space() -> None:
    assert social_picture("a\u00a0:\u202f?", "x") == social_picture("a : ?", "x")
