"""QR codes, drawn at build time for the workshop booklet."""

import segno
from markupsafe import Markup


def qr_code(address: str) -> Markup:
    """Return the QR code of an address as SVG that fills its place, quiet zone included."""
    code = segno.make_qr(address, error="m")
    return Markup(code.svg_inline(omitsize=True, svgclass=None, lineclass=None))  # noqa: S704
