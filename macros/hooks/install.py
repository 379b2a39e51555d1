"""Lets a phone install the guide: a manifest in each language, and the icons of both."""

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ICON_SIZES = (180, 192, 512)  # an iPhone, and the two that Chromium asks for
GREEN, PAPER = "#1f4d47", "#fbf8f2"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the manifest, and once the icons."""
    from macros.pictures import icon

    if not config.extra["building"]:
        return files
    is_root = config.theme["language"] == "fr"
    manifest = json.dumps(_manifest(config, "./" if is_root else "../"), ensure_ascii=False)
    files.append(File.generated(config, "manifest.webmanifest", content=manifest))
    for size in ICON_SIZES if is_root else ():
        files.append(File.generated(config, f"images/icon-{size}.png", content=icon(size)))
    return files


def _manifest(config: MkDocsConfig, root: str) -> dict[str, object]:
    square = {"src": f"{root}images/icon-512.png", "sizes": "512x512", "type": "image/png"}
    return {
        "id": config.site_url,
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
