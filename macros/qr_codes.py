"""QR codes, drawn at build time for the workshop booklet."""

from pathlib import Path

import segno
from markupsafe import Markup

from macros.cache import kept


def qr_code(address: str) -> Markup:
    """Return the QR code of an address as SVG that fills its place, quiet zone included."""
    made_of = [Path(__file__).read_bytes(), address.encode()]
    return Markup(kept("qr-code", made_of, lambda: _drawn(address)))  # noqa: S704


def _drawn(address: str) -> str:
    code = segno.make_qr(address, error="m")
    return str(code.svg_inline(omitsize=True, svgclass=None, lineclass=None))
