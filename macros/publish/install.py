"""Lets a phone install the guide and a network show it: manifests, icons, the pictures of links."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from macros import pictures
from macros.cache import kept
from macros.languages import ORIGINAL
from macros.pictures import icon, social_picture
from macros.typography import french_spaces

ICON_SIZES = (180, 192, 512)  # an iPhone, and the two that Chromium asks for
GREEN, PAPER = "#1f4d47", "#fbf8f2"


def drawn(config: MkDocsConfig) -> Iterator[tuple[str, str | bytes]]:
    """Give by its path the manifest, once the icons, and the picture that social networks show."""
    is_root = config.theme["language"] == ORIGINAL
    manifest = _manifest(config, "./" if is_root else "../")
    yield "manifest.webmanifest", json.dumps(manifest, ensure_ascii=False)
    for size in ICON_SIZES if is_root else ():
        yield f"images/icon-{size}.png", _kept(icon, size)
    said = str(config.site_description)
    said = french_spaces(said) if is_root else said
    yield "images/social.png", _kept(social_picture, config.site_name, said)


def _kept(draw: Callable[..., bytes], *of: object) -> bytes:
    made_of = [Path(pictures.__file__).read_bytes(), repr((draw.__name__, of)).encode()]
    return kept("picture", made_of, lambda: draw(*of))


def _manifest(config: MkDocsConfig, root: str) -> dict[str, object]:
    square = {"src": f"{root}images/icon-512.png", "sizes": "512x512", "type": "image/png"}
    known = {"id": config.site_url} if config.site_url else {}
    return {
        **known,
        "name": config.site_name,
        "short_name": config.site_name,
        "description": config.site_description,
        "lang": config.theme["language"],
        "start_url": "./",
        "scope": root,
        "display": "standalone",
        "theme_color": GREEN,
        "background_color": PAPER,
        "icons": [
            {"src": f"{root}images/icon-192.png", "sizes": "192x192", "type": "image/png"},
            square,
            {**square, "purpose": "maskable"},
            {"src": f"{root}images/icon.svg", "sizes": "any", "type": "image/svg+xml"},
        ],
    }
