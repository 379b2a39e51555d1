"""Lays the vectors out, one case a line: `python -m tests.vectors`."""

from tests.vectors import NAMES, VECTORS, laid_out, text_of

for name in NAMES:
    (VECTORS / f"{name}.json").write_text(laid_out(text_of(name)), encoding="utf-8")
