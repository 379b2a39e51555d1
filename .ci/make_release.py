"""Make of the built site what a release ships, the same bytes from the same commit, in dist/.

The site as it is, to publish; the guide to read from a folder, without a server, a network or scripts;
and the sums of both.
"""

import gzip
import hashlib
import io
import os
import re
import sys
import tarfile
import time
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAME = "second-entretien"
SCRIPT = re.compile(r"<script(?! type=\"application/ld\+json\")[^>]*>.*?</script>", re.DOTALL)
MANIFEST = re.compile(r'<link rel="manifest"[^>]*>')
FOLDER = re.compile(r'( href=")((?![a-z]+:|/|#)(?:[^"#]*/|\.{1,2}))(#[^"]*)?"')
# What is read without a server; an error page is read at any address.
READ = re.compile(r"(?:.*/)?(?!404|503)[\w-]+\.html|(?:en/)?images/.*|.*share/.*")
MODE = 0o644

Files = list[tuple[str, bytes]]


def main(site: Path, dist: Path) -> int:
    """Write the files of a release, and return how the program ends."""
    if not (site / "sitemap.xml").is_file():
        print("À faire : SITE_URL=https://exemple.org/guide/ make release")
        return 2
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    files = [(path.relative_to(site).as_posix(), path.read_bytes()) for path in paths]
    stem = f"{NAME}-{version}"
    made = {
        f"{stem}.tar.gz": _tar(stem, files, moment),
        f"{stem}-offline.zip": _zip(f"{stem}-offline", list(_offline(files)), moment),
    }
    made["SHA256SUMS"] = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in made.items()
    ).encode()
    dist.mkdir(exist_ok=True)
    for name, data in made.items():
        (dist / name).write_bytes(data)
        print(f"{dist / name}\t{len(data)}")
    return 0


def _offline(files: Files) -> Iterator[tuple[str, bytes]]:
    for name, data in files:
        if READ.fullmatch(name):
            yield name, _unscripted(data) if name.endswith(".html") else data


def _unscripted(data: bytes) -> bytes:
    """Leave out what no page opened from a folder may load, and name the file that a link means."""
    html = MANIFEST.sub("", SCRIPT.sub("", data.decode()))
    return FOLDER.sub(_named, html).encode()


def _named(link: re.Match[str]) -> str:
    before, path, place = link.groups(default="")
    slash = "" if path.endswith("/") else "/"
    return f'{before}{path}{slash}index.html{place}"'


def _tar(folder: str, files: Files, moment: int) -> bytes:
    packed = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", filename="", mtime=moment) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for name, data in files:
            entry = tarfile.TarInfo(f"{folder}/{name}")
            entry.size, entry.mtime, entry.mode = len(data), moment, MODE
            tar.addfile(entry, io.BytesIO(data))
    return packed.getvalue()


def _zip(folder: str, files: Files, moment: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for name, data in files:
            entry = zipfile.ZipInfo(f"{folder}/{name}", time.gmtime(moment)[:6])
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, MODE << 16
            zipped.writestr(entry, data)
    return packed.getvalue()


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:3] or ("site", "dist"))))
