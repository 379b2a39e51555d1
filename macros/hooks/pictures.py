"""Draws the guide's pictures, in `build` only: nobody looks at them on `serve`."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the picture that social networks show with a link, in the language of the site."""
    from macros.pictures import social_picture
    from macros.typography import french_spaces

    if config.extra["building"]:
        said = str(config.site_description)
        said = french_spaces(said) if config.theme["language"] == "fr" else said
        picture = social_picture(config.site_name, said)
        files.append(File.generated(config, "images/social.png", content=picture))
    return files
