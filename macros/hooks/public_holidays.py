"""Writes the public holidays of docs/data/places.yml as the one file that browsers load."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the file to the site."""
    from macros import HOLIDAYS_FILE
    from macros.public_holidays import as_json

    places = config.extra["content"].places
    files.append(File.generated(config, HOLIDAYS_FILE, content=as_json(places)))
    return files
