"""What stops a build."""

from mkdocs.exceptions import PluginError


class PublishError(PluginError):
    """Something that a finished site needs and has not, in a sentence that names it; MkDocs shows it."""
