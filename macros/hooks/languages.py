"""Builds the English site beside the French one, and gives templates the words of their language."""

import multiprocessing
import sys
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

# Where each language lives below the root of the site, French first.
ROOTS: dict[Literal["fr", "en"], str] = {"fr": "", "en": "en/"}
_command: Literal["build", "gh-deploy", "serve"] = "build"
_english: ForkProcess | None = None


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember the command: the English site must hear the same one."""
    global _command
    _command = command


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates say words of docs/data/words.yml, in their own language or in a given one."""
    from macros.components import Components

    content = config.extra["content"]
    by_lang = {lang: Components(content, lang) for lang in ROOTS}
    own = by_lang[config.theme["language"]]
    env.globals.update(components=own, components_in=by_lang, roots=ROOTS)
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
        return
    _english.join()
    if _english.exitcode:
        raise PluginError("The English site could not be built: see above.")


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
