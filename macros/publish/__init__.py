"""What makes a site of what MkDocs writes.

In this order, which macros/hooks.py follows: the files that the site needs and no others
(`install.py`, `assets.py`), all languages side by side (`translations.py`), each page finished as it is
written (`finish.py`), the index of search (`search_index.py`); then `publish`, once all is there.
"""

from pathlib import Path

from macros.content.models.moved import Moved
from macros.publish.finish import check_loads
from macros.publish.hosts import tell_hosts
from macros.publish.moved import check_moved
from macros.publish.offline import keep_offline
from macros.publish.policy import close
from macros.publish.translations import share_anchors


def publish(
    site: Path,
    root: str,
    overrides: Path,
    moved: Moved,
    *,
    is_finished: bool,
    is_preview: bool = False,
) -> None:
    """Take the last steps, once all languages are written; `root` is the path of the site's address.

    On `serve` a site is never finished: it puts a script of its own into each page, and changes.
    """
    # Read once and written once: each by its path below the site.
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}
    pages = {path: file.read_text("utf-8") for path, file in files.items()}
    share_anchors(pages)
    if is_finished:
        check_loads(pages, site, root)
        check_moved(pages, moved)
        close(pages)  # hashes what stands in them
    for path, html in pages.items():
        files[path].write_text(html, encoding="utf-8")
    if not is_finished:
        return
    tell_hosts(site, root, is_preview=is_preview)
    keep_offline(site, overrides / "shell/service-worker.js")  # counts every file
