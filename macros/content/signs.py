"""Signs that nobody sees, and those that keep YAML from being read: each is named, never guessed at."""

import re
from collections.abc import Iterator

# Controls, soft hyphens, spaces of no width, marks of direction, ends of lines that editors do not show.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060\ufeff]"
)


def invisible_signs(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield the line of each sign that nobody sees, what it is, what is expected, and how to mend it."""
    for match in INVISIBLE.finditer(text):
        start, end = match.span()
        before, after = re.split(r"\s", text[:start])[-1], re.split(r"\s", text[end:])[0]
        yield (
            text.count("\n", 0, start) + 1,
            f"« {before}{after} », avec le signe invisible U+{ord(match[0]):04X} après « {before} »",
            "un texte sans signe invisible",
            "effacez ce mot et retapez-le",
        )


def no_utf_8(error: UnicodeDecodeError) -> tuple[int, str, str, str]:
    """Return the line of the first sign of another encoding, what it is, and how to mend it."""
    line = error.object.count(b"\n", 0, error.start) + 1
    return line, "un autre encodage", "de l’UTF-8", "enregistrez le fichier en UTF-8"


# Why YAML could not be read, from what its lines look like: the likeliest first.
CAUSES = [
    (
        r"(<{7}|={7}|>{7})(\s|$)",
        "la marque d’un conflit entre deux versions",
        "gardez l’une des deux versions, et retirez les lignes <<<<<<<, ======= et >>>>>>>",
    ),
    (
        r"[ -]*\t",
        "une tabulation",
        "remplacez-la par des espaces, autant qu’aux lignes voisines",
    ),
    (
        r"[ -]*[\u00a0\u2000-\u200a\u202f]|[ -]*[\w-]+[\u00a0\u202f]?:[\u00a0\u202f]",
        "une espace insécable autour de la clé",
        "remplacez-la par une espace ordinaire",
    ),
    (r" *[–—•]", "un tiret long pour un tiret", "écrivez « - », puis une espace"),
    (r" *-\w", "un tiret sans espace", "mettez une espace après « - »"),
    (
        r".*: [^\"'\[{#]+ #\S",
        "un « # » dans un texte sans guillemets : tout ce qui suit est coupé",
        "entourez le texte de guillemets droits",
    ),
    (r"(---|\.\.\.)\s*$", "une ligne « --- »", "retirez-la"),
    (r" *-? *[\w-]+:[^\s/]", "un deux-points sans espace", "mettez une espace après « : »"),
    (
        r".*: ([*&%@`!|>?]|\[.*\] *\w)",
        "un texte qui commence par un signe de YAML",
        "entourez le texte de guillemets droits",
    ),
    (
        r'[^"]*"[^"]*("[^"]*"[^"]*)*$',
        "un guillemet que rien ne ferme",
        "ajoutez ou retirez un guillemet droit",
    ),
    (
        r'.*"[^"\\]*\\[^"\\n]',
        "une barre oblique inverse, « \\ »",
        "écrivez « / », ou doublez-la",
    ),
    (r'.*" *(fr|en):', "deux textes sans virgule entre eux", "ajoutez une virgule"),
    (
        r".*(: |\{|, )'[^']*'\w",
        "une apostrophe droite dans un texte entre apostrophes droites",
        'écrivez ’, et entourez le texte de " et "',
    ),
    (
        r'.*(: |\[)"[^"]*" ?[^\s",:}\]#]',
        "des guillemets droits dans un texte entre guillemets droits",
        "écrivez ceux du texte « et », ou “ et ”",
    ),
    (
        r".*: [^\"'\[{]*\w ?: ",
        "un deux-points dans un texte sans guillemets",
        "entourez le texte de guillemets droits",
    ),
    (r"[^}]*\{[^}]*$", "une accolade que rien ne ferme", "ajoutez « } » au bout de la ligne"),
    (r"[^{]*(\{[^}]*\}[^{}]*)*\}[^}]*$", "une accolade de trop", "retirez une « } »"),
    (r" *[\w-]+ *$", "une clé sans deux-points", "écrivez « : » derrière elle"),
]


def cause(lines: list[str], at: int) -> tuple[int, str, str]:
    """Return the line of what makes YAML unreadable, counted from one, what it is, and its mend.

    `at` is where PyYAML gave up, counted from zero: the cause stands there or on the line before.
    """
    for pattern, found, mend in CAUSES:
        for number in (at - 1, at):
            if 0 <= number < len(lines) and re.match(pattern, lines[number]):
                return number + 1, found, mend
    if _is_key_in_no_list(lines, at):
        return at + 1, "un tiret devant une clé qui n’est pas dans une liste", "retirez ce tiret"
    return (
        at + 1,
        "un retrait qui n’est pas celui des lignes voisines",
        "alignez cette ligne sur elles",
    )


def _is_key_in_no_list(lines: list[str], at: int) -> bool:
    """Tell whether a line is a key like the one before it, but for a dash."""
    before = [line for line in lines[:at] if line.strip() and not line.lstrip().startswith("#")]
    found = re.match(r"( *)- *[\w-]+:", lines[at] if at < len(lines) else "")
    return bool(found and before and re.match(rf"{found[1]}[\w-]+:", before[-1]))
