"""What the finished site keeps, and where."""

import hashlib
import re
from pathlib import Path

DIGITS = 10


def test_every_file_of_the_site_is_asked_for_or_read_by_a_host(site: Path) -> None:
    paths = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {path for path in paths if path.endswith(".html")}
    manifests = {"manifest.webmanifest", "en/manifest.webmanifest"}
    said = "".join((site / path).read_text(encoding="utf-8") for path in pages | manifests)
    data = "".join(path.read_text(encoding="utf-8") for path in site.glob("assets/*.js"))
    of_hosts = {
        ".htaccess",
        "_headers",
        "en/.htaccess",
        "kept/en-guide.json",
        "kept/en-questions.json",
        "kept/en.json",
        "kept/fr-guide.json",
        "kept/fr-questions.json",
        "kept/fr.json",
        "kept/shell.json",
        "robots.txt",
        "server.nginx.conf",
        "sitemap.xml",
        "sitemap.xml.gz",
    }

    unused = paths - pages - of_hosts
    assert sorted(path for path in unused if path.rsplit("/", 1)[-1] not in said + data) == []


def test_what_is_fetched_is_compiled_before_it_is_pressed(site: Path) -> None:
    scripts = [path for path in site.glob("assets/*.js") if not path.name.startswith("settings.")]
    hinted = [path for path in scripts if path.read_text("utf-8").startswith("//# allFunctions")]

    assert hinted == scripts


def test_a_file_to_keep_for_ever_is_named_after_its_content(site: Path) -> None:
    files = sorted((site / "assets").iterdir())

    assert {path.suffix for path in files} == {".css", ".js", ".json"}
    for path in files:
        name = path.stem.split(".")[1]
        # Scripts that load each other are named by Bun, after what all of them hold.
        is_ours = len(name) == DIGITS
        assert not is_ours or name == hashlib.sha256(path.read_bytes()).hexdigest()[:DIGITS]
        assert is_ours or re.fullmatch("[0-9a-z]{8}", name)


def test_nothing_of_the_theme_s_scripts_is_shipped(site: Path) -> None:
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    pages = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))

    assert [path for path in paths if "javascripts/" in path or "lunr" in path] == []
    assert re.findall(r"__config|__md_|javascripts/", pages) == []


def test_a_page_loads_no_script_by_itself_and_no_style(site: Path) -> None:
    pages = [page for page in site.rglob("*.html") if "share" not in page.parts]
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert re.findall(r'<link rel="stylesheet"|<script[^>]* src=', html) == []
        assert html.count("<style>") == 1


def test_the_sign_of_a_fold_turns_on_a_page_where_none_is_open_yet(site: Path) -> None:
    page = (site / "guide/follow-up/index.html").read_text(encoding="utf-8")

    assert "<details open" not in page
    assert "details[open]>summary:after{transform:rotate(90deg)}" in page


def test_the_scripts_within_a_page_share_no_names(site: Path) -> None:
    page = (site / "more/recruiter/index.html").read_text(encoding="utf-8")
    first, country = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)

    assert "window.palette" in first
    assert country.startswith("(()=>{")
    assert country.endswith("})()")
