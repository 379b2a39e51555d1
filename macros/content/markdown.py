"""Markdown that would be read as it was typed, or would do something else than what was meant."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Fault(NamedTuple):
    """What is wrong at a place of a text, counted in characters."""

    at: int
    found: str
    expected: str
    mend: str


KINDS = "note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote"
NO_BREAK = "\u00a0\u202f"
CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
# What the text looks like there, what is expected, and how to mend it.
SIGNS = [
    (re.compile(pattern, re.MULTILINE), expected, mend)
    for pattern, expected, mend in (
        (
            rf"^(?: {{1,3}}#+ |#+(?:[{NO_BREAK}]|(?=[^\s#{{]))).*$",
            "un titre : « ## » à la marge, une espace ordinaire, puis les mots",
            "n’écrivez rien avant les « # », et une espace ordinaire après eux",
        ),
        (
            r"^[^\n]*\S[^\n]*\n(?=(?:-{3,}|={3,})[ \t]*$)",
            "un titre qui commence par « ## », ou une ligne vide avant le filet",
            "retirez la ligne qui souligne, ou mettez une ligne vide avant elle",
        ),
        (
            rf"^[ \t]*(?:[-*+][{NO_BREAK}]|[•·▪–—][ \t{NO_BREAK}]).*$",
            "une liste : « - », une espace ordinaire, puis les mots",
            "écrivez « - » et une espace ordinaire",
        ),
        (
            r"^(?![-*+] |\d{1,2}\. |[ \t>|<#{])[^\n]+\n(?=(?:[-*+]|\d{1,2}\.) )",
            "une ligne vide avant une liste",
            "ajoutez une ligne vide après cette ligne",
        ),
        (
            r"^ {1,3}(?:[-*+]|\d{1,2}\.) .*$",
            "quatre espaces devant ce qui est dans un élément de liste, aucune sinon",
            "corrigez le retrait",
        ),
        (r"^ *\t.*$", "des espaces", "remplacez la tabulation par quatre espaces"),
        (
            rf'^ *(?:!!!|\?\?\?\+?)(?! (?:{KINDS})(?: "[^"\n]*")?[ \t]*$).*$',
            f'« !!! note "Titre" », entre guillemets droits ; au lieu de note : {KINDS.replace("|", ", ")}',
            "écrivez cette ligne ainsi",
        ),
        (
            r"^(?:!!!|\?\?\?\+?) .*\n(?=\n*(?! {4}) *\S)",
            "sous cette ligne, un texte en retrait de quatre espaces",
            "mettez quatre espaces devant chaque ligne de l’encadré",
        ),
        (
            r"^(?!<details\b)[^\n]*\n<summary\b[^\n]*",
            "« <summary> » juste sous son « <details> »",
            "déplacez « <summary> », ou ajoutez « <details> » avant lui",
        ),
        (
            rf"\[[^\]\n]+\][ {NO_BREAK}]+\([^)\s]*(?:\.md|://|#)[^)\s]*\)",
            "un lien : [les mots](la-page.md), sans espace",
            "retirez l’espace entre ] et (",
        ),
        (
            r"\([^)\n]+\)\[[^\]\n]*(?:\.md|://|#)[^\]\n]*\]",
            "un lien : [les mots](la-page.md)",
            "mettez les mots entre crochets, et la page entre parenthèses",
        ),
        (
            r"\]\([^)\n]*$",
            "un lien : [les mots](la-page.md)",
            "fermez la parenthèse",
        ),
        (r"(?<!!)\[\s*\]\([^)\n]*\)", "des mots entre les crochets d’un lien", "écrivez-les"),
        (
            r"!\[\s*\]\([^)\n]*\)",
            "entre les crochets, ce que montre l’image",
            "écrivez-le, pour qui ne la voit pas",
        ),
        (r"\{:[^}\n]*$", "« {: #un-id } »", "fermez l’accolade"),
        (
            r"<!--(?![\s\S]*?-->)[^\n]*",
            "un commentaire qui finit par « --> »",
            "ajoutez « --> » : tout ce qui suit est caché",
        ),
        (
            r"^(?:```|~~~).*$",
            "un bloc de code qui finit par la même ligne",
            "fermez-le : tout ce qui suit se lirait comme du code",
        ),
        (
            r"<o:p>|<\w+ class=\"?Mso[^>]*>",
            "du texte seul",
            "collez-le de nouveau, sans la mise en forme du traitement de texte",
        ),
        (
            r"\[\^[^\]\n]+\](?!:)",
            "une note dans la phrase : une page n’a pas de notes de bas de page",
            "mettez-la entre parenthèses",
        ),
        (
            r"\[[^\]\n]+\]\[[^\]\n]*\]",
            "un lien : [les mots](la-page.md)",
            "écrivez la page entre parenthèses",
        ),
        (
            r"(?<![(<\[\"=\w/])https?://[^\s<]+",
            "un lien : [les mots](https://…)",
            "dites entre crochets où il mène, et mettez l’adresse entre parenthèses",
        ),
        (
            r"(?<![\w/#.=(\"-])_[^\W_][^_\n]*$",
            "des mots entre deux « _ »",
            "fermez-les, ou retirez le signe",
        ),
        (
            r"(?<!`)`(?!`)[^\n]*",
            "des mots entre deux « ` »",
            "fermez-les, ou retirez le signe",
        ),
        (
            r"(?:(?<=\n\n)|\A)\|[^\n]*\n(?=\|)(?!\|[ :|-]+$)",
            "sous la première ligne d’un tableau, « |---|---| »",
            "ajoutez cette ligne",
        ),
        (
            r"^#+[ \t]*(?:\{[^}\n]*\})?[ \t]*$",
            "un titre qui a des mots",
            "écrivez-les, ou retirez cette ligne",
        ),
        (
            r"<(?:audio|button|embed|form|iframe|input|link|meta|object|script|style|video)\b[^>\n]*>?",
            "du texte, des liens et des images du guide : une page ne charge rien d’ailleurs",
            "retirez cet élément, ou faites un lien vers ce qu’il montre",
        ),
        (
            r"<[a-z][^>\n]*\s(?:style|on[a-z]+)=[^>\n]*>"
            r"|\{[^}\n]*(?<![\w-])(?:style|on[a-z]+)=[^}\n]*\}",
            "un élément sans « style » ni « onclick », que les navigateurs refusent ici",
            "retirez cet attribut",
        ),
        (
            r"https?://(?:127\.0\.0\.1|localhost)[^\s)\"]*",
            "une page du guide, comme ../guide/prepare.md",
            "remplacez cette adresse, qui ne mène que chez vous",
        ),
    )
]
ATTRIBUTES = re.compile(r"\{(?::|(?= ?#))([^}\n]*)\}")
QUOTED = re.compile(r"=\"[^\"\n]*\"")
ATTRIBUTE = re.compile(r"#[a-z0-9][a-z0-9-]*|\.[\w-]+|[\w-]+=\S*")
HEADING = re.compile(r"^(#+) \S[^\n]*", re.MULTILINE)
ID = re.compile(r"\{:?[^}\n]*#([\w-]+)")
ITEM = re.compile(r" *(?:[-*+]|\d{1,2}\.|!!!|\?\?\?\+?) ")


def faults(text: str) -> Iterator[Fault]:
    """Yield what is wrong in the Markdown of a page, without its head, its code and its macro calls."""
    if conflict := CONFLICT.search(text):
        yield Fault(
            conflict.start(),
            f"« {conflict[0]} », la marque d’un conflit entre deux versions",
            "une seule version",
            "gardez l’une des deux, et retirez les lignes <<<<<<<, ======= et >>>>>>>",
        )
        return
    for pattern, expected, mend in SIGNS:
        for match in pattern.finditer(text):
            at = match.end() - len(match[0].lstrip("\n"))  # an empty line before is not the fault
            yield Fault(at, f"« {_short(match[0])} »", expected, mend)
    yield from _attributes(text)
    yield from _levels(text)
    yield from _blocks(text)
    yield from _ids(text)


def _attributes(text: str) -> Iterator[Fault]:
    """Yield what no browser would take for an id or a class."""
    for match in ATTRIBUTES.finditer(text):
        for word in QUOTED.sub("=", match[1]).split():
            if not ATTRIBUTE.fullmatch(word):
                yield Fault(
                    match.start(),
                    f"« {word} » dans « {_short(match[0])} »",
                    "un id comme « #mon-id », en minuscules sans accent ni espace",
                    "corrigez l’id",
                )


def _levels(text: str) -> Iterator[Fault]:
    """Yield the titles that leave out a level: who listens goes from one to the next."""
    above = 1
    for match in HEADING.finditer(text):
        level = len(match[1])
        if level > above + 1:
            right = "#" * (above + 1)
            yield Fault(
                match.start(),
                f"« {_short(match[0])} »",
                f"« {right} », un niveau sous le titre d’avant",
                f"écrivez « {right} »",
            )
        above = level


def _blocks(text: str) -> Iterator[Fault]:
    """Yield the blocks whose stars are not closed, and those whose indent makes them code."""
    holder = ""  # the last line at the margin
    for block in re.finditer(r"(?:^.*\S.*\n?)+", text, re.MULTILINE):
        if block[0].count("**") % 2:
            yield Fault(
                block.start() + block[0].rindex("**"),
                f"« {_short(block[0][block[0].rindex('**') :])} »",
                "des mots en gras entre ** et **",
                "ajoutez ou retirez **",
            )
        if block[0].startswith("    ") and not ITEM.match(holder):
            yield Fault(
                block.start(),
                f"« {_short(block[0])} », en retrait",
                "un texte à la marge",
                "retirez les espaces du début : il se lirait comme du code",
            )
        at_margin = [line for line in block[0].splitlines() if not line.startswith("    ")]
        holder = at_margin[0] if at_margin else holder


def _ids(text: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for match in ID.finditer(text):
        if match[1] in seen:
            yield Fault(
                match.start(1),
                f"« #{match[1]} » pour la seconde fois",
                "chaque id une fois par page",
                "corrigez ou retirez cet id",
            )
        seen.add(match[1])


def _short(text: str) -> str:
    line = text.strip().split("\n")[0]
    return line if len(line) <= 60 else line[:59] + "…"
