"""Makes the built site work without a network; only in `build`, since `serve` changes all the time."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

WORKER = "shell/service-worker.js"
# What no page asks for: maps for debuggers, the theme's own search, what hosts, search engines and
# social networks read, icons that a browser asks for once, while it installs the guide, and the
# script that the build put into another.
UNREAD = re.compile(
    r".*\.map|(?:en/)?(?:assets/javascripts/(?:lunr|workers)/.*|images/social\.png|shell/service-worker\.js)"
    r"|(?:en/)?(?:assets/images/favicon|(?:images|assets/slim)/icon-\d+(?:\.\w+)?)\.png"
    r"|sitemap\.xml.*|robots\.txt|_headers|\.htaccess|headers\.nginx\.conf|service-worker\.js"
)

# What slim.py has put into others.
SLIMMED = re.compile(
    r"(?:en/)?(?:(?:components|dates|file|shared|shell|stylesheets|writing|assets/stylesheets)/.*"
    r"|search/.*\.js)"
)


@event_priority(-300)  # once no other hook changes a file
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the service worker of both languages, with what it keeps of each."""
    from macros.offline import write_worker

    if not config.extra["building"] or config.theme["language"] != "fr":
        return
    site = Path(config.site_dir)

    def is_read(path: str) -> bool:
        is_slimmed = config.extra["slim"] and SLIMMED.fullmatch(path)
        return not (UNREAD.fullmatch(path) or is_slimmed)

    write_worker(site, (site / WORKER).read_text(encoding="utf-8"), is_read)
