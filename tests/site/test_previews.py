"""A preview is read by who writes the guide: no search engine keeps it, and the published site is no preview."""

import tomllib
from pathlib import Path

import pytest
import yaml
from lxml import html

from tests.conftest import ROOT, SMALL, built

FOR_HOSTS = ("_headers", ".htaccess", "server.nginx.conf")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A preview of the small guide."""
    return built(tmp_path_factory, worker_id, "preview", docs=SMALL, PREVIEW="true")


def robots(site: Path) -> set[tuple[str, ...]]:
    pages = [html.parse(path) for path in site.rglob("*.html")]
    return {tuple(page.xpath("//meta[@name='robots']/@content")) for page in pages}


def test_every_page_and_every_header_of_a_preview_says_noindex(preview: Path) -> None:
    assert robots(preview) == {("noindex",)}
    assert [
        (preview / name).read_text("utf-8").count("X-Robots-Tag") > 0 for name in FOR_HOSTS
    ] == [True, True, True]


def test_a_preview_has_no_site_map_and_lets_robots_read_that_it_is_not_to_be_kept(
    preview: Path,
) -> None:
    assert (preview / "robots.txt").read_text("utf-8") == "User-agent: *\nAllow: /\n"
    assert not (preview / "sitemap.xml").exists()


def test_a_page_of_the_published_site_never_says_noindex(small_site: Path) -> None:
    found = [
        robots
        for path in small_site.rglob("index.html")
        if (robots := html.parse(path).xpath("//meta[@name='robots']"))
    ]

    assert found == []
    assert [
        name for name in FOR_HOSTS if "X-Robots-Tag" in (small_site / name).read_text("utf-8")
    ] == []


def test_whatever_is_not_published_is_built_as_a_preview() -> None:
    """On Netlify every branch but the published one, on GitHub Pages every pull request."""
    netlify = tomllib.loads((ROOT / "netlify.toml").read_text("utf-8"))
    steps = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    (build,) = [each["run"] for each in steps["build"]["steps"] if "make" in each.get("run", "")]
    builds = [line.strip() for line in build.splitlines() if "SITE_URL=" in line]

    assert "PREVIEW" not in netlify["build"]["command"]
    assert {
        name: each["command"].startswith("PREVIEW=true ")
        for name, each in netlify["context"].items()
    } == {"deploy-preview": True, "branch-deploy": True}
    assert [line.startswith("if PREVIEW=true ") for line in builds] == [False, True]
