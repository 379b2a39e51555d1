"""Makes the built site work without a network; only in `build`, since `serve` changes all the time."""

import hashlib
import json
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

WORKER = "lib/offline-worker.js"
# What no page asks for: maps for debuggers, the theme's own search, what hosts, search engines and
# social networks read, and the script that the build put into another.
UNREAD = re.compile(
    r".*\.map|(?:en/)?(?:assets/javascripts/(?:lunr|workers)/.*|images/social\.png|lib/offline-worker\.js)"
    r"|sitemap\.xml.*|robots\.txt|_headers|\.htaccess|headers\.nginx\.conf|service-worker\.js"
)

# What slim.py has put into others.
SLIMMED = re.compile(r"(?:en/)?(?:components|lib|theme|stylesheets|assets/stylesheets)/.*")


@event_priority(-300)  # once no other hook changes a file
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the service worker of both languages, with a hash of each file it keeps."""
    if not config.extra["building"] or config.theme["language"] != "fr":
        return
    site = Path(config.site_dir)
    paths = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    files = {
        re.sub(r"(^|/)index\.html$", r"\1", path): _hash(file)
        for path, file in sorted(paths.items())
        if not UNREAD.fullmatch(path) and not (config.extra["slim"] and SLIMMED.fullmatch(path))
    }
    code = (site / WORKER).read_text(encoding="utf-8")
    (site / "service-worker.js").write_text(
        f"const FILES = {json.dumps(files, indent=0)};\n{code}", encoding="utf-8"
    )


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]
