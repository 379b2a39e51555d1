"""Builds the English site after the French one, and gives templates the words of their language."""

from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

# Where each language lives below the root of the site, French first.
ROOTS: dict[Literal["fr", "en"], str] = {"fr": "", "en": "en/"}
_command: Literal["build", "gh-deploy", "serve"] = "build"


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


def on_post_build(*, config: MkDocsConfig) -> None:
    """Build the English site into en/, with the strictness and the address of the French one."""
    if config.theme["language"] != "fr":
        return
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
