"""The guide's own pictures, drawn at build time: icons, and what social networks show of a link.

No library that draws is among the dependencies, and two flat shapes with a few words need none:
outlines are filled line by line into a PNG. The letters are those of a font that MkDocs brings
along (Roboto Slab, Apache 2.0), so that every machine draws the same picture.
"""

import struct
import zlib
from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path

import mkdocs

from macros.typography import NARROW, NO_BREAK

Point = tuple[float, float]
Outline = list[Point]
Colour = tuple[int, int, int]
Edge = tuple[Point, Point, int]  # its upper end, its lower end, and +1 when drawn downwards

PINE: Colour = (0x1F, 0x4D, 0x47)
MINT: Colour = (0x9E, 0xC7, 0xB9)
AMBER: Colour = (0xF2, 0xB8, 0x80)
PAPER: Colour = (0xFB, 0xF8, 0xF2)
FONT = "themes/readthedocs/css/fonts/Roboto-Slab-Bold.woff"
LINES_PER_PIXEL = 4  # a shape's edge is shaded by how many of these it covers
WIDTH, HEIGHT, MARGIN = 1200, 630, 90


class Canvas:
    """A picture to fill with outlines."""

    def __init__(self, width: int, height: int, colour: Colour) -> None:
        self.width, self.height = width, height
        self.rows = [bytearray(bytes(colour) * width) for _ in range(height)]

    def fill(self, outlines: list[Outline], colour: Colour) -> None:
        """Fill what the outlines wind around."""
        edges: list[Edge] = [
            (a, b, 1) if a[1] < b[1] else (b, a, -1)
            for outline in outlines
            for a, b in pairwise([*outline, outline[0]])
            if a[1] != b[1]
        ]
        if not edges:
            return
        first = max(0, int(min(edge[0][1] for edge in edges)))
        last = min(self.height, int(max(edge[1][1] for edge in edges)) + 1)
        for y in range(first, last):
            near = [edge for edge in edges if edge[0][1] < y + 1 and edge[1][1] > y]
            cover: dict[int, float] = {}
            for line in range(LINES_PER_PIXEL):
                self._cover(near, y + (line + 0.5) / LINES_PER_PIXEL, cover)
            row = self.rows[y]
            for x, share in cover.items():
                for part in range(3):
                    old = row[3 * x + part]
                    row[3 * x + part] = round(old + (colour[part] - old) * min(share, 1))

    def _cover(self, edges: list[Edge], y: float, cover: dict[int, float]) -> None:
        """Add, for one line across, the share of each pixel that lies inside."""
        crossings = sorted(
            (a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]), direction)
            for a, b, direction in edges
            if a[1] <= y < b[1]
        )
        winding = 0
        for (x, direction), (end, _) in pairwise(crossings):
            winding += direction
            if winding:
                for pixel in range(max(0, int(x)), min(self.width, int(end) + 1)):
                    inside = min(end, pixel + 1) - max(x, pixel)
                    cover[pixel] = cover.get(pixel, 0) + max(inside, 0) / LINES_PER_PIXEL

    def png(self) -> bytes:
        """Return the picture as a file."""
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        data = zlib.compress(b"".join(b"\0" + row for row in self.rows), 9)
        chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
            for name, body in chunks
        )


class Font:
    """The outlines of the letters of a WOFF file with TrueType curves."""

    def __init__(self, file: Path) -> None:
        data = file.read_bytes()
        self._tables = {}
        for i in range(struct.unpack_from(">H", data, 12)[0]):
            tag, start, packed, size, _ = struct.unpack_from(">4sIIII", data, 44 + 20 * i)
            body = data[start : start + packed]
            self._tables[tag] = zlib.decompress(body) if packed < size else body
        self._units = int(struct.unpack_from(">H", self._tables[b"head"], 18)[0])
        long_offsets = struct.unpack_from(">h", self._tables[b"head"], 50)[0]
        loca = self._tables[b"loca"]
        offsets = struct.unpack(
            f">{len(loca) // (4 if long_offsets else 2)}{'I' if long_offsets else 'H'}", loca
        )
        self._offsets = offsets if long_offsets else tuple(2 * each for each in offsets)
        self._metrics = struct.unpack_from(">H", self._tables[b"hhea"], 34)[0]
        self._glyphs = self._characters()

    def _characters(self) -> dict[int, int]:
        """Read the `cmap` subtable of format 4: which glyph is which character."""
        cmap = self._tables[b"cmap"]
        for i in range(struct.unpack_from(">H", cmap, 2)[0]):
            at = struct.unpack_from(">I", cmap, 8 + 8 * i)[0]
            if struct.unpack_from(">H", cmap, at)[0] == 4:
                break
        else:
            raise ValueError("this font has no table of characters that can be read here")
        count = struct.unpack_from(">H", cmap, at + 6)[0] // 2
        ends, starts, deltas, ranges = (
            struct.unpack_from(f">{count}H", cmap, at + 14 + 2 * count * part + (2 if part else 0))
            for part in range(4)
        )
        found = {}
        for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
            for code in range(start, end + 1 if end < 0xFFFF else end):
                glyph = code
                if ranges[i]:
                    place = at + 16 + 6 * count + 2 * i + ranges[i] + 2 * (code - start)
                    glyph = struct.unpack_from(">H", cmap, place)[0]
                found[code] = (glyph + deltas[i]) & 0xFFFF
        return found

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is."""
        return sum(map(self._advance, self._glyphs_of(text))) * (size / self._units)

    def outlines(self, text: str, x: float, y: float, size: float) -> list[Outline]:
        """Return the outlines of a text that begins at x on the line y."""
        scale, drawn = size / self._units, []
        for glyph in self._glyphs_of(text):
            drawn += [
                [(x + px * scale, y - py * scale) for px, py in each] for each in self._glyph(glyph)
            ]
            x += self._advance(glyph) * scale
        return drawn

    def _glyphs_of(self, text: str) -> list[int]:
        """Return a glyph for each letter: a space for the no-break ones, glyph 0 where there is none."""
        spaced = text.replace(NO_BREAK, " ").replace(NARROW, " ")
        return [self._glyphs.get(ord(letter), 0) for letter in spaced]

    def _advance(self, glyph: int) -> int:
        at = 4 * min(glyph, self._metrics - 1)
        return int(struct.unpack_from(">H", self._tables[b"hmtx"], at)[0])

    def _glyph(self, glyph: int) -> list[Outline]:
        at, end = self._offsets[glyph : glyph + 2]
        if at == end:
            return []
        contours = struct.unpack_from(">h", self._tables[b"glyf"], at)[0]
        return self._simple(at + 10, contours) if contours >= 0 else self._composed(at + 10)

    def _simple(self, at: int, contours: int) -> list[Outline]:
        glyf = self._tables[b"glyf"]
        ends = struct.unpack_from(f">{contours}H", glyf, at)
        at += 2 * contours
        at += 2 + struct.unpack_from(">H", glyf, at)[0]
        flags: list[int] = []
        while len(flags) <= ends[-1]:
            flag, at = glyf[at], at + 1
            flags.append(flag)
            if flag & 8:
                flags += [flag] * glyf[at]
                at += 1
        axes = []
        for short, same in ((2, 16), (4, 32)):
            value = 0
            values: list[int] = []
            for flag in flags:
                if flag & short:
                    value += glyf[at] if flag & same else -glyf[at]
                    at += 1
                elif not flag & same:
                    value += struct.unpack_from(">h", glyf, at)[0]
                    at += 2
                values.append(value)
            axes.append(values)
        points = list(zip(*axes, (flag & 1 for flag in flags), strict=True))
        return [_curve(points[a:b]) for a, b in pairwise([0, *(end + 1 for end in ends)])]

    def _composed(self, at: int) -> list[Outline]:
        """Return an accented letter: the letter, and its accent moved."""
        glyf, drawn = self._tables[b"glyf"], []
        more = True
        while more:
            flags, part = struct.unpack_from(">HH", glyf, at)
            dx, dy = struct.unpack_from(">hh" if flags & 1 else ">bb", glyf, at + 4)
            at += 8 if flags & 1 else 6
            at += 2 if flags & 8 else 4 if flags & 64 else 8 if flags & 128 else 0
            drawn += [[(x + dx, y + dy) for x, y in each] for each in self._glyph(part)]
            more = bool(flags & 32)
        return drawn


def _curve(points: list[tuple[int, int, int]]) -> Outline:
    """Return a contour as straight pieces: between two control points lies a point in the middle."""
    whole: list[tuple[float, float, int]] = []
    for (ax, ay, a_on), (bx, by, b_on) in pairwise([points[-1], *points]):
        if not a_on and not b_on:
            whole.append(((ax + bx) / 2, (ay + by) / 2, 1))
        whole.append((bx, by, b_on))
    start = next(i for i, point in enumerate(whole) if point[2])
    whole = [*whole[start:], *whole[: start + 1]]
    drawn: Outline = [whole[0][:2]]
    for i, (x, y, on) in enumerate(whole[1:], 1):
        if on and whole[i - 1][2]:
            drawn.append((x, y))
        elif not on:
            (from_x, from_y), (to_x, to_y) = drawn[-1], whole[i + 1][:2]
            for t in (0.2, 0.4, 0.6, 0.8, 1):
                before, near, after = (1 - t) ** 2, 2 * t * (1 - t), t * t
                drawn.append(
                    (
                        before * from_x + near * x + after * to_x,
                        before * from_y + near * y + after * to_y,
                    )
                )
    return drawn


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> Outline:
    corners = ((width, height, 0), (0, height, 1), (0, 0, 2), (width, 0, 3))
    return [
        (
            x + (cx - radius if cx else radius) + radius * cos(pi / 2 * (quarter + t / 8)),
            y + (cy - radius if cy else radius) + radius * sin(pi / 2 * (quarter + t / 8)),
        )
        for cx, cy, quarter in corners
        for t in range(9)
    ]


def _draw_logo(canvas: Canvas, x: float, y: float, unit: float) -> None:
    """Draw the two speech bubbles of images/icon.svg, whose grid has 32 units."""
    bubbles = (
        (MINT, 6, 6, [(7.8, 14.9), (7.8, 17.9), (11, 14.9)]),
        (AMBER, 13, 14, [(20, 22.9), (24.2, 25.9), (24.2, 22.9)]),
    )
    for colour, left, top, tail in bubbles:
        shape = [_rounded(left, top, 13, 9, 2.5), tail[::-1]]
        canvas.fill([[(x + px * unit, y + py * unit) for px, py in each] for each in shape], colour)


def icon(size: int) -> bytes:
    """Return the guide's icon; a phone may cut it round, and finds the bubbles within."""
    canvas = Canvas(size, size, PINE)
    _draw_logo(canvas, 0, 0, size / 32)
    return canvas.png()


def social_picture(name: str, description: str) -> bytes:
    """Return the picture of a link to the guide: its name, and what it is for."""
    font = Font(Path(mkdocs.__file__).parent / FONT)
    canvas = Canvas(WIDTH, HEIGHT, PINE)
    _draw_logo(canvas, MARGIN - 6 * 6.5, 20, 6.5)
    canvas.fill(font.outlines(name, MARGIN, 320, 96), PAPER)
    y, line = 410.0, ""
    for word in [*description.split(" "), ""]:
        longer = f"{line} {word}".strip()
        if line and (not word or font.width(longer, 42) > WIDTH - 2 * MARGIN):
            canvas.fill(font.outlines(line, MARGIN, y, 42), MINT)
            y, longer = y + 60, word
        line = longer
    return canvas.png()
