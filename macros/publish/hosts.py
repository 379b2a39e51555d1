"""Tells the usual hosts how to serve the finished site: headers, caches, types, what errors say."""

import re
from pathlib import Path

from macros.languages import ROOTS, TRANSLATIONS
from macros.publish.offline import TYPES as KEPT_TYPES
from macros.publish.policy import INLINE, POLICY, REFERRER

# Each page allows its own scripts and styles by their hashes, and both policies hold. The hashes of
# all pages would be 4 kB in each answer, and Cloudflare leaves out a line of more than 2,000
# characters: https://developers.cloudflare.com/pages/configuration/headers/
HEADERS = {
    "Content-Security-Policy": "; ".join(
        f"{name} {value} 'unsafe-inline'" if name in INLINE else f"{name} {value}"
        for name, value in {**POLICY, "frame-ancestors": "'none'"}.items()
    ),
    "Referrer-Policy": REFERRER,
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # browsers older than frame-ancestors
    "Cross-Origin-Opener-Policy": "same-origin",
    # Nothing of ours writes HTML from strings, but the theme's script does, which SLIM=false keeps:
    # so this is only watched.
    "Content-Security-Policy-Report-Only": "require-trusted-types-for 'script'",
}
# What few should read, and no search engine keep.
OF_PREVIEW = {"X-Robots-Tag": "noindex"}
ASK_FIRST, FOR_EVER = "no-cache", "public, max-age=31536000, immutable"
# Files whose name changes with their content.
HASHED = re.compile(
    r"(?:bundle|main|palette)\.[0-9a-f]{8}\.min\.(?:css|js)"
    r"|[\w-]+\.(?:[0-9a-f]{10}\.(?:css|js|json|png|svg)|[0-9a-z]{8}\.js)"
)
# Debian's nginx and Apache know neither a manifest nor Markdown, and call scripts what they once were.
TEXTS = {suffix: type_.partition(";")[0] for suffix, type_ in KEPT_TYPES.items()} | {
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".txt": "text/plain",
    ".xml": "text/xml",
}
TYPES = TEXTS | {".gz": "application/gzip", ".png": "image/png"}
ERRORS = {404: "404.html", 503: "503.html"}
# Read by a host, and by nobody else.
Headers = dict[str, str]
NETLIFY, APACHE, NGINX = "_headers", ".htaccess", "server.nginx.conf"


def tell_hosts(site: Path, root: str, *, is_preview: bool) -> None:
    """Write what hosts read beside the pages; `root` is the path of the site's address."""
    assets = [path.name for path in (site / "assets").rglob("*") if path.is_file()]
    all_hashed = all(map(HASHED.fullmatch, assets))
    headers = HEADERS | OF_PREVIEW if is_preview else HEADERS
    netlify = _netlify_and_cloudflare(root, headers, all_hashed=all_hashed)
    files = {NETLIFY: netlify, NGINX: _nginx(root, headers)}
    files |= {f"{path}{APACHE}": _apache_errors(root + path) for path in ROOTS.values()}
    files[APACHE] += _apache(headers)
    for name, lines in files.items():
        (site / name).write_text("\n".join([*lines, ""]), encoding="utf-8")


def _netlify_and_cloudflare(root: str, headers: Headers, *, all_hashed: bool) -> list[str]:
    lines = [f"{root}*", *(f"  {name}: {value}" for name, value in headers.items())]
    if all_hashed:  # a rule for each file would be more than the 100 that Cloudflare reads
        lines += [f"{root}assets/*", f"  Cache-Control: {FOR_EVER}"]
    return lines


def _apache_errors(folder: str) -> list[str]:
    return [f"ErrorDocument {code} {folder}{page}" for code, page in ERRORS.items()]


def _apache(headers: Headers) -> list[str]:
    """For a folder that may say so: `AllowOverride FileInfo`."""
    texts = " ".join(sorted({*TEXTS.values()}))
    return [
        *(f"AddType {type_} {suffix}" for suffix, type_ in TYPES.items()),
        f"AddCharset utf-8 {' '.join(TEXTS)}",
        "<IfModule mod_brotli.c>",
        f"  AddOutputFilterByType BROTLI_COMPRESS {texts}",
        "</IfModule>",
        "<IfModule mod_deflate.c>",
        f"  AddOutputFilterByType DEFLATE {texts}",
        "</IfModule>",
        "<IfModule mod_headers.c>",
        # What is compressed has a name of its own, by which Apache does not know it again:
        # https://bz.apache.org/bugzilla/show_bug.cgi?id=45023
        r'  RequestHeader edit* If-None-Match "-(?:br|gzip)(\x22)" $1',
        *(f'  Header always set {name} "{value}"' for name, value in headers.items()),
        f'  Header always set Cache-Control "{ASK_FIRST}"',
        f'  <FilesMatch "^(?:{HASHED.pattern})$">',
        f'    Header always set Cache-Control "{FOR_EVER}"',
        "  </FilesMatch>",
        "</IfModule>",
    ]


def _nginx(root: str, headers: Headers) -> list[str]:
    """For the `server` block; a `location` with headers of its own forgets those around it."""
    added = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    texts = " ".join(sorted({*TEXTS.values()} - {"text/html"}))  # which is always among them
    return [
        "index index.html;",
        "absolute_redirect off;  # who is asked through a proxy does not know its own address",
        "default_type application/octet-stream;",
        "types {",
        *(f"  {type_} {suffix[1:]};" for suffix, type_ in TYPES.items()),
        "}",
        "charset utf-8;",
        f"charset_types {texts};",
        "gzip on;",
        "gzip_vary on;",
        "gzip_proxied any;",
        f"gzip_types {texts};",
        *added,
        f'add_header Cache-Control "{ASK_FIRST}" always;',
        f'location ~ "/(?:{HASHED.pattern})$" {{',
        *(f"  {line}" for line in added),
        f'  add_header Cache-Control "{FOR_EVER}";',
        "}",
        f"location ~ /(?:{'|'.join(map(re.escape, (NETLIFY, APACHE, NGINX)))})$ {{",
        "  return 404;",
        "}",
        *_nginx_errors(root),
        *(
            line
            for path in (f"{root}{ROOTS[lang]}" for lang in TRANSLATIONS)
            for line in (f"location {path} {{", *_nginx_errors(path), "}")
        ),
    ]


def _nginx_errors(folder: str) -> list[str]:
    return [f"error_page {code} {folder}{page};" for code, page in ERRORS.items()]
