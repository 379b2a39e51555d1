"""What stands on the sheets of a print."""

import re
import zlib
from typing import Any

from playwright.sync_api import Page

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"stream\n(.*?)\nendstream", re.DOTALL)
NUMBER = rb"(-?[\d.]+)"
# Chromium scales and moves, and never turns: what each operator does to a height.
MOVED = re.compile(rb" ".join([NUMBER] * 6) + rb" (cm|Tm)$")


def sheets_of(page: Page, **how: Any) -> list[float]:
    """Print a page on A4 and return, for each sheet, how far down its lowest text stands: 0 to 1."""
    printed = page.pdf(**{"format": "A4", "prefer_css_page_size": True, **how})
    objects = {int(number): body for number, body in OBJECT.findall(printed)}
    return [_filled(objects, body) for body in objects.values() if b"/Type /Page\n" in body]


def _filled(objects: dict[int, bytes], sheet: bytes) -> float:
    contents = re.search(rb"/Contents (\d+) 0 R", sheet)
    box = re.search(rb"/MediaBox \[0 0 \S+ ([\d.]+)\]", sheet)
    stream = contents and STREAM.search(objects[int(contents[1])])
    assert stream
    assert box
    height = float(box[1])
    scale, shift, kept, lowest = 1.0, 0.0, [], height
    for line in zlib.decompress(stream[1]).splitlines():
        if line == b"q":
            kept.append((scale, shift))
        elif line == b"Q":
            scale, shift = kept.pop()
        elif moved := MOVED.match(line):
            by, to = float(moved[4]), float(moved[6])
            if moved[7] == b"cm":
                scale, shift = scale * by, shift + scale * to
            else:
                lowest = min(lowest, shift + scale * to)
    return 1 - lowest / height
