"""Builds the site of each translation beside that of the original.

A heading knows its anchor in all languages: the links from one to another keep it.
"""

import multiprocessing
import re
import sys
from collections.abc import Iterable
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

from click import Abort, ClickException
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.languages import ROOTS, TRANSLATIONS, Lang

Command = Literal["build", "gh-deploy", "serve"]
HEADING = re.compile(r'(<h[1-6] id="([^"]+)">)(.*?)(<a class="headerlink")', re.DOTALL)
PARTS = 5  # between two headings, then the four of one; the second stands in the first
# Read, checked and composed once, for all languages.
SHARED = ("content", "holidays", "declarations", "assets", "code")


def begin_translations(config: MkDocsConfig, command: Command) -> list[ForkProcess]:
    """Begin the other sites on other cores; `serve` has threads, which no fork survives."""
    if command == "serve":
        return []
    fork = multiprocessing.get_context("fork")
    begun = [
        fork.Process(target=_build_apart, args=(config, command, lang), daemon=True)
        for lang in TRANSLATIONS
    ]
    for process in begun:
        process.start()
    return begun


def end_translations(config: MkDocsConfig, command: Command, begun: list[ForkProcess]) -> None:
    """See to it that the site of each translation is there.

    Raises:
        PluginError: one could not be built.

    """
    if not begun:
        for lang in TRANSLATIONS:
            _build(config, command, lang)
    for process in begun:
        process.join()
    failed = [lang for lang, process in zip(TRANSLATIONS, begun, strict=False) if process.exitcode]
    if failed:
        raise PluginError(
            f"Édition « {' », « '.join(failed)} » : elle n’a pas pu être fabriquée, voyez plus haut."
        )


def share_anchors(site: dict[str, str]) -> None:
    """Put around the words of each heading of a site's pages the anchors that it has in the others."""
    for page in list(site):
        paths = [path for root in ROOTS.values() if (path := f"{root}{page}") in site]
        if len(paths) == 1:
            continue
        pages = [HEADING.split(site[path]) for path in paths]
        if len({len(parts) for parts in pages}) > 1:  # a heading that not every language has
            continue
        anchors = [parts[2::PARTS] for parts in pages]
        for i, path in enumerate(paths):
            others = zip(*anchors[:i], *anchors[i + 1 :], strict=True)
            site[path] = _with_anchors(pages[i], others)


def _with_anchors(parts: list[str], others: Iterable[tuple[str, ...]]) -> str:
    page = "".join(part for i, part in enumerate(parts) if i % PARTS != 2)
    for i, names in enumerate(others):
        words = PARTS * i + 3
        for name in dict.fromkeys(names):
            if f'id="{name}"' not in page:
                parts[words] = f'<span id="{name}">{parts[words]}</span>'
    return "".join(part for i, part in enumerate(parts) if i % PARTS != 2)


def _build_apart(config: MkDocsConfig, command: Command, lang: Lang) -> None:
    try:
        _build(config, command, lang)
    except Abort:  # --strict, and warnings that were shown
        sys.exit(1)
    except ClickException as error:
        error.show()
        sys.exit(1)


def _build(config: MkDocsConfig, command: Command, lang: Lang) -> None:
    """Build one site into its folder, with the strictness and the address of the original."""
    overrides: dict[str, Any] = {"site_dir": str(Path(config.site_dir) / ROOTS[lang])}
    if config.site_url:
        overrides["site_url"] = urljoin(config.site_url, ROOTS[lang])
    root = Path(str(config.config_file_path)).parent
    child = load_config(str(root / f"mkdocs.{lang}.yml"), strict=config.strict, **overrides)
    child.extra |= {name: config.extra[name] for name in SHARED}
    child.plugins.on_startup(command=command, dirty=False)
    try:
        build(child)
    finally:
        child.plugins.on_shutdown()
