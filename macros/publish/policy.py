"""Closes the finished site: what a browser may load, and the headers of the usual hosts."""

import base64
import hashlib
import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",  # and the hashes of the short scripts in the pages
    "style-src": "'self'",  # and the hashes of the styles that stand in the pages
    "img-src": "'self' data:",  # the theme's icons are data: images of its stylesheet
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # browsers older than frame-ancestors
    "Cross-Origin-Opener-Policy": "same-origin",
    # Nothing of ours writes HTML from strings, but the theme's script does, which SLIM=false keeps:
    # so this is only watched.
    "Content-Security-Policy-Report-Only": "require-trusted-types-for 'script'",
}
FOR_EVER = "public, max-age=31536000, immutable"
# Files whose name changes with their content.
HASHED = re.compile(
    r"(?:bundle|main|palette)\.[0-9a-f]{8}\.min\.(?:css|js)"
    r"|[\w-]+\.(?:[0-9a-f]{10}\.(?:css|js|json|png|svg)|[0-9a-z]{8}\.js)"
)
# What stands in the pages and needs its hash.
INLINE = {
    "script-src": re.compile(r"<script>(.*?)</script>", re.DOTALL),
    "style-src": re.compile(r"<style>(.*?)</style>", re.DOTALL),
}
CHARSET = '<meta charset="utf-8">'


def close(site: Path, root: str) -> None:
    """Write the policy into each page, and the header files beside them; `root` is the site's path."""
    allowed = []
    for file in sorted(site.rglob("*.html")):
        html = file.read_text(encoding="utf-8")
        own = {name: frozenset(map(_hash, INLINE[name].findall(html))) for name in INLINE}
        html = html.replace(CHARSET, CHARSET + _meta(_policy([own])), 1)
        file.write_text(html, encoding="utf-8")
        allowed.append(own)
    policy = _policy(allowed) | {"frame-ancestors": "'none'"}
    headers = {
        "Content-Security-Policy": _text(policy),
        **HEADERS,
    }
    hashed = [path for path in sorted(site.rglob("*")) if HASHED.fullmatch(path.name)]
    kept = [root + path.relative_to(site).as_posix() for path in hashed]
    (site / "_headers").write_text(_netlify_and_cloudflare(headers, root, kept), encoding="utf-8")
    (site / ".htaccess").write_text(_apache(headers, root), encoding="utf-8")
    (site / "headers.nginx.conf").write_text(_nginx(headers), encoding="utf-8")


def _policy(allowed: Collection[Mapping[str, frozenset[str]]]) -> dict[str, str]:
    """Return the policy with the hashes of what stands in some pages."""
    hashes = {name: sorted(frozenset().union(*(own[name] for own in allowed))) for name in INLINE}
    return POLICY | {name: " ".join([POLICY[name], *hashes[name]]) for name in INLINE}


@cache
def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _text(policy: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy.items())


def _meta(policy: dict[str, str]) -> str:
    referrer = HEADERS["Referrer-Policy"]
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{_text(policy)}">'
        f'<meta name="referrer" content="{referrer}">'
    )


def _netlify_and_cloudflare(headers: dict[str, str], root: str, kept: list[str]) -> str:
    lines = [f"{root}*", *(f"  {name}: {value}" for name, value in headers.items())]
    for path in kept:
        lines += [path, f"  Cache-Control: {FOR_EVER}"]
    return "\n".join(lines) + "\n"


def _apache(headers: dict[str, str], root: str) -> str:
    lines = [f'  Header always set {name} "{value}"' for name, value in headers.items()]
    return "\n".join(
        [
            f"ErrorDocument 404 {root}404.html",
            "<IfModule mod_headers.c>",
            *lines,
            '  Header set Cache-Control "no-cache"',
            f'  <FilesMatch "^(?:{HASHED.pattern})$">',
            f'    Header set Cache-Control "{FOR_EVER}"',
            "  </FilesMatch>",
            "</IfModule>\n",
        ]
    )


def _nginx(headers: dict[str, str]) -> str:
    """For the `server` block; a `location` with headers of its own forgets those around it."""
    lines = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    return "\n".join(
        [
            *lines,
            'add_header Cache-Control "no-cache";',
            f'location ~ "/(?:{HASHED.pattern})$" {{',
            *(f"  {line}" for line in lines),
            f'  add_header Cache-Control "{FOR_EVER}";',
            "}\n",
        ]
    )
