"""docs/data/article.yml: the article, and the page that says each of its points."""

from macros.content.models.base import Address, CivilDate, Line, Model, PointId, Template


class ArticleSource(Model):
    """The article itself."""

    title: Line
    publisher: Line
    url: Address
    published: CivilDate


class PagePoints(Model):
    """The points that one page says."""

    page: str
    points: dict[PointId, Template]


class Article(Model):
    """docs/data/article.yml."""

    source: ArticleSource
    points: list[PagePoints]
