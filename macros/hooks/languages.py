"""Builds the English site beside the French one, and gives templates the words of their language.

A heading knows its anchor in both languages: the link to the other one keeps it.
"""

import multiprocessing
import re
import sys
from collections.abc import Iterator
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

from click import Abort, ClickException
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

HEADING = re.compile(r'(<h[1-6] id="([^"]+)">)(.*?)(<a class="headerlink")', re.DOTALL)
_command: Literal["build", "gh-deploy", "serve"] = "build"
_english: ForkProcess | None = None


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember the command: the English site must hear the same one."""
    global _command
    _command = command


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates say words of docs/data/words.yml, in their own language or in a given one."""
    from macros.components import Components
    from macros.edition import Edition
    from macros.languages import ROOTS

    editions = {lang: Edition(config.extra["content"], lang) for lang in ROOTS}
    own = editions[config.theme["language"]]
    env.globals.update(components=Components(own), edition=own, editions=editions, roots=ROOTS)
    env.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False}
    return env


@event_priority(100)  # once the site's folder is empty, before the French site takes time
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Begin the English site on another core; `serve` has threads, which no fork survives."""
    global _english
    if config.theme["language"] == "fr" and _command != "serve":
        _english = multiprocessing.get_context("fork").Process(
            target=_build_apart, args=(config,), daemon=True
        )
        _english.start()
    return files


def on_post_build(*, config: MkDocsConfig) -> None:
    """See to it that the English site is there."""
    if config.theme["language"] != "fr":
        return
    if _english is None:
        _build_english(config)
    else:
        _english.join()
        if _english.exitcode:
            raise PluginError("The English site could not be built: see above.")
    _share_anchors(Path(config.site_dir))


def _share_anchors(site: Path) -> None:
    """Put around the words of each heading the anchor that it has in the other language."""
    from macros.languages import ROOTS

    for page in (site / ROOTS["en"]).rglob("*.html"):
        files = [site / page.relative_to(site / ROOTS["en"]), page]
        if not files[0].is_file():
            continue
        texts = [file.read_text("utf-8") for file in files]
        anchors = [[match[2] for match in HEADING.finditer(text)] for text in texts]
        if len(anchors[0]) != len(anchors[1]):  # a heading that only one language has
            continue
        for file, text, others in zip(files, texts, reversed(anchors), strict=True):
            file.write_text(_with_anchors(text, iter(others)), encoding="utf-8")


def _with_anchors(page: str, others: Iterator[str]) -> str:
    def anchored(heading: re.Match[str]) -> str:
        other = next(others)
        if f'id="{other}"' in page:
            return heading[0]
        return f'{heading[1]}<span id="{other}">{heading[3]}</span>{heading[4]}'

    return HEADING.sub(anchored, page)


def _build_apart(config: MkDocsConfig) -> None:
    try:
        _build_english(config)
    except Abort:  # --strict, and warnings that were shown
        sys.exit(1)
    except ClickException as error:
        error.show()
        sys.exit(1)


def _build_english(config: MkDocsConfig) -> None:
    """Build the English site into en/, with the strictness and the address of the French one."""
    from macros.languages import ROOTS

    overrides: dict[str, Any] = {"site_dir": str(Path(config.site_dir) / ROOTS["en"])}
    if config.site_url:
        overrides["site_url"] = urljoin(config.site_url, ROOTS["en"])
    root = Path(str(config.config_file_path)).parent
    child = load_config(str(root / "mkdocs.en.yml"), strict=config.strict, **overrides)
    child.extra["content"] = config.extra["content"]  # read once, for both languages
    child.plugins.on_startup(command=_command, dirty=False)
    try:
        build(child)
    finally:
        child.plugins.on_shutdown()
