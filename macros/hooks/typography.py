"""Gives the French pages their no-break spaces, whatever wrote the text."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def on_post_page(output: str, *, page: Any, config: MkDocsConfig) -> str:
    """Space every text of a French page."""
    return _spaced(output, config)


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Space the 404 page too."""
    return _spaced(output_content, config) if template_name.endswith(".html") else output_content


def _spaced(html: str, config: MkDocsConfig) -> str:
    from macros.typography import french_spaces_in_html

    return french_spaces_in_html(html) if config.theme["language"] == "fr" else html
