"""Reads docs/data once for each build, before any page; a mistake in it stops the build.

It stops it with one plain line for each mistake; a `mkdocs serve` that is already running goes on,
and the next change to a file tries again. `serve` never reloads Python, so the project's modules are forgotten first.
"""

import logging
import os
import sys
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

log = logging.getLogger("mkdocs.plugins.content")
_serving = False


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is `serve`."""
    global _serving
    _serving = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the checked content where macros and templates find it, its menu and whether this is `build`."""
    if "content" not in config.extra:  # languages.py gives the English site that of the French one
        config.extra["content"] = _read(config)
    config.nav = config.extra["content"].menu.nav(config.theme["language"])
    config.extra["building"] = not _serving
    # A macro called with a wrong name would otherwise end `serve`; there the page shows the error.
    config.plugins["macros"].config["on_error_fail"] = not _serving
    return config


def _read(config: MkDocsConfig) -> Any:
    for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
        del sys.modules[name]
    from macros.content import ContentError, load

    try:
        # Relative to the project, as an editor knows the files.
        content = load(Path(os.path.relpath(Path(config.docs_dir).parent)))
    except ContentError as error:
        raise PluginError(str(error)) from None
    for draft in content.drafts:
        log.info("Brouillon, non publié : %s", draft)
    places = content.places
    if places.runs_out:
        log.info(
            "Jours fériés connus jusqu’en %s seulement : dans docs/data/places.yml, avancez "
            "« last_year », relisez les pages des autorités, puis datez « reviewed ».",
            places.last_year,
        )
    if places.unchecked:
        log.info(
            "Jours fériés non vérifiés auprès de l’autorité : %s",
            ", ".join(place.id for place in places.unchecked),
        )
    return content
