"""Makes the finished site light, unless `extra: slim` in mkdocs.yml is false or the environment says SLIM=false.

Only in `build`: `serve` shows the whole site, as the theme makes it.
"""

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority


@event_priority(
    -150
)  # once both languages and their search are written, before what counts the files
def on_post_build(*, config: MkDocsConfig) -> None:
    """Rewrite the pages of both languages."""
    from macros import HOLIDAYS_FILE
    from macros.slim.site import slim

    wanted = config.extra["building"] and config.extra["slim"]
    if not wanted or config.theme["language"] != "fr":
        return
    try:
        slim(Path(config.site_dir), urlsplit(config.site_url or "").path or "/", HOLIDAYS_FILE)
    except RuntimeError as error:
        raise PluginError(str(error)) from None
