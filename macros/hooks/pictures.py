"""Draws the guide's pictures, in `build` only: nobody looks at them on `serve`."""

from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_building = False


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is `build`."""
    global _building
    _building = command != "serve"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the picture that social networks show with a link, in the language of the site."""
    from macros.pictures import social_picture
    from macros.typography import french_spaces

    if _building:
        said = str(config.site_description)
        said = french_spaces(said) if config.theme["language"] == "fr" else said
        picture = social_picture(config.site_name, said)
        files.append(File.generated(config, "images/social.png", content=picture))
    return files
