"""The guide's own pictures, drawn at build time: icons, and what social networks show of a link.

The letters are those of a font that MkDocs brings along (Roboto Slab, Apache 2.0), so that every
machine draws the same picture.
"""

import io
from importlib.metadata import distribution

from PIL import Image, ImageDraw, ImageFont

from macros.typography import NARROW, NO_BREAK

PINE, MINT, AMBER, PAPER = "#1f4d47", "#9ec7b9", "#f2b880", "#fbf8f2"
# Under ProperDocs, `import mkdocs` gives that, which brings no font along.
FONT = str(
    distribution("mkdocs").locate_file("mkdocs/themes/readthedocs/css/fonts/Roboto-Slab-Bold.woff")
)
WIDTH, HEIGHT, MARGIN = 1200, 630, 90
# The two speech bubbles of images/icon.svg, whose grid has 32 units: colour, box, tail.
BUBBLES = (
    (MINT, (6, 6, 19, 15), ((7.8, 14.9), (7.8, 17.9), (11, 14.9))),
    (AMBER, (13, 14, 26, 23), ((20, 22.9), (24.2, 25.9), (24.2, 22.9))),
)
ROUND = 2.5
FINER = 4  # drawn larger by this and made smaller, shapes get soft edges


def icon(size: int) -> bytes:
    """Return the guide's icon as PNG; a phone may cut it round, and finds the bubbles within."""
    large = Image.new("RGB", (size * FINER, size * FINER), PINE)
    draw = ImageDraw.Draw(large)
    unit = size * FINER / 32
    for colour, box, tail in BUBBLES:
        # The right and lower ends belong to what Pillow draws.
        left, top, right, bottom = (each * unit for each in box)
        draw.rounded_rectangle((left, top, right - 1, bottom - 1), ROUND * unit, colour)
        draw.polygon([(x * unit, y * unit) for x, y in tail], colour)
    return _png(large.resize((size, size), Image.Resampling.BOX))


def social_picture(name: str, description: str) -> bytes:
    """Return the picture of a link to the guide as PNG: its name, and what it is for."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PINE)
    logo = Image.open(io.BytesIO(icon(208)))
    picture.paste(logo, (MARGIN - 6 * logo.width // 32, 20))
    draw = ImageDraw.Draw(picture)
    draw.text((MARGIN, 320), _plain(name), PAPER, _font(96), anchor="ls")
    for i, line in enumerate(_lines(description, _font(42), WIDTH - 2 * MARGIN)):
        draw.text((MARGIN, 410 + 60 * i), _plain(line), MINT, _font(42), anchor="ls")
    return _png(picture)


def _font(size: int) -> ImageFont.FreeTypeFont:
    # The same with and without Raqm, a library for scripts that Pillow finds on some machines.
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(_plain(longer)) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _plain(text: str) -> str:
    """Give each no-break space the width of a space: the font lacks them."""
    return text.replace(NO_BREAK, " ").replace(NARROW, " ")


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
