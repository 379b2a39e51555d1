"""Builds the English site beside the French one.

A heading knows its anchor in both languages: the link to the other one keeps it.
"""

import multiprocessing
import re
import sys
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

from click import Abort, ClickException
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.languages import ROOTS

Command = Literal["build", "gh-deploy", "serve"]
HEADING = re.compile(r'(<h[1-6] id="([^"]+)">)(.*?)(<a class="headerlink")', re.DOTALL)
PARTS = 5  # between two headings, then the four of one; the second stands in the first
# Read, checked and composed once, for both languages.
SHARED = ("content", "declarations", "assets")


def begin_english(config: MkDocsConfig, command: Command) -> ForkProcess | None:
    """Begin the English site on another core; `serve` has threads, which no fork survives."""
    if command == "serve":
        return None
    fork = multiprocessing.get_context("fork")
    process = fork.Process(target=_build_apart, args=(config, command), daemon=True)
    process.start()
    return process


def end_english(config: MkDocsConfig, command: Command, begun: ForkProcess | None) -> None:
    """See to it that the English site is there.

    Raises:
        PluginError: it could not be built.

    """
    if begun is None:
        _build_english(config, command)
        return
    begun.join()
    if begun.exitcode:
        raise PluginError("L’édition anglaise n’a pas pu être fabriquée : voyez plus haut.")


def share_anchors(site: Path) -> None:
    """Put around the words of each heading the anchor that it has in the other language."""
    for page in (site / ROOTS["en"]).rglob("*.html"):
        files = [site / page.relative_to(site / ROOTS["en"]), page]
        if not files[0].is_file():
            continue
        pages = [HEADING.split(file.read_text("utf-8")) for file in files]
        if len(pages[0]) != len(pages[1]):  # a heading that only one language has
            continue
        anchors = [parts[2::PARTS] for parts in pages]
        for file, parts, others in zip(files, pages, reversed(anchors), strict=True):
            file.write_text(_with_anchors(parts, others), encoding="utf-8")


def _with_anchors(parts: list[str], others: list[str]) -> str:
    page = "".join(part for i, part in enumerate(parts) if i % PARTS != 2)
    for i, other in enumerate(others):
        if f'id="{other}"' not in page:
            words = PARTS * i + 3
            parts[words] = f'<span id="{other}">{parts[words]}</span>'
    return "".join(part for i, part in enumerate(parts) if i % PARTS != 2)


def _build_apart(config: MkDocsConfig, command: Command) -> None:
    try:
        _build_english(config, command)
    except Abort:  # --strict, and warnings that were shown
        sys.exit(1)
    except ClickException as error:
        error.show()
        sys.exit(1)


def _build_english(config: MkDocsConfig, command: Command) -> None:
    """Build the English site into en/, with the strictness and the address of the French one."""
    overrides: dict[str, Any] = {"site_dir": str(Path(config.site_dir) / ROOTS["en"])}
    if config.site_url:
        overrides["site_url"] = urljoin(config.site_url, ROOTS["en"])
    root = Path(str(config.config_file_path)).parent
    child = load_config(str(root / "mkdocs.en.yml"), strict=config.strict, **overrides)
    child.extra |= {name: config.extra[name] for name in SHARED}
    child.plugins.on_startup(command=command, dirty=False)
    try:
        build(child)
    finally:
        child.plugins.on_shutdown()
