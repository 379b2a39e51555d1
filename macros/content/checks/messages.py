"""What must hold of the messages and the call."""

from collections.abc import Collection, Iterator

from macros.content.checks.base import Place, each_id_once, points_known
from macros.content.content import Content
from macros.content.models.base import PLACEHOLDER, FromPoints, Template
from macros.content.models.messages import CallPart, Messages
from macros.content.yaml_files import DataFile, Loc, Problem, mend_of_name
from macros.languages import LANGUAGES, ORIGINAL


def messages_agree(content: Content, file: DataFile) -> Iterator[Problem]:
    """Yield each name that is not known, and each sentence that would be left out."""
    data = content.messages
    yield from _fitting_known(data, file)
    says: list[tuple[Loc, list[Template]]] = []  # where a sentence stands, and its ways to say it
    always: list[tuple[Loc, list[Template]]] = []  # those that must not be left out
    citing: list[tuple[Loc, FromPoints]] = []
    for m, message in enumerate(data.messages):
        here: Loc = ("messages", m)
        always.append(((*here, "subject"), message.subject))
        for n, name in enumerate(message.fields):
            if name not in {*message.names, *message.choices}:
                yield from _name_known(message.names, file, (*here, "fields", n), name)
        for p, paragraph in enumerate(message.paragraphs):
            for i, sentence in enumerate(paragraph):
                says.append(((*here, "paragraphs", p, i, "say"), sentence.say))
                if sentence.when and sentence.when not in data.choices:
                    yield file.problem(
                        (*here, "paragraphs", p, i, "when"),
                        f"« {sentence.when} »",
                        "l’un des choix " + ", ".join(data.choices),
                        "corrigez-le, ou ajoutez-le sous « choices »",
                    )
        for e, element in enumerate(message.elements):
            citing.append(((*here, "elements", e), element))
            for n, name in enumerate(element.names):
                yield from _name_known(data.names, file, (*here, "elements", e, "names", n), name)
        yield from each_id_once(
            (element.id, Place(file, (*here, "elements", e)))
            for e, element in enumerate(message.elements)
        )
    parts: list[tuple[Loc, CallPart]] = [
        (("call", kind, i), part)
        for kind, of_kind in data.call.all().items()
        for i, part in enumerate(of_kind)
    ]
    yield from each_id_once((part.id, Place(file, loc)) for loc, part in parts)
    for loc, part in parts:
        citing.append((loc, part))
        always += [((*loc, "lines", i, "say"), line.say) for i, line in enumerate(part.lines)]
    for loc, texts in [*says, *always]:
        for i, text in enumerate(texts):
            for name in PLACEHOLDER.findall(text[ORIGINAL]):
                yield from _name_known(data.names, file, (*loc, i), name)
    for loc, texts in always:
        if PLACEHOLDER.search(texts[-1][ORIGINAL]):
            yield file.problem(
                (*loc, len(texts) - 1),
                f"« {texts[-1][ORIGINAL]} » en dernier",
                "une dernière façon de le dire sans {nom}",
                "ajoutez-en une, pour qui n’a encore rien donné",
            )
    yield from points_known(content, file, citing)


def _fitting_known(data: Messages, file: DataFile) -> Iterator[Problem]:
    """Yield each name of `fitting` that nobody gives."""
    fitting = data.fitting
    lists: dict[Loc, Collection[str]] = {
        **{("dropped", lang): fitting.dropped[lang] for lang in LANGUAGES},
        **{("dropped_after", lang): fitting.dropped_after[lang] for lang in LANGUAGES},
        **{("cut", lang): fitting.cut[lang] for lang in LANGUAGES},
        **{("dated", "named", lang): fitting.dated.named[lang] for lang in LANGUAGES},
        ("small",): fitting.small,
        ("own_stop", "names"): fitting.own_stop.names,
        ("without_colon", "names"): fitting.without_colon.names,
        ("endings", "names"): fitting.endings.names,
        ("dated", "in_full"): fitting.dated.in_full,
        ("dated", "with_article"): fitting.dated.with_article,
    }
    for loc, names in lists.items():
        for name in names:
            yield from _name_known(data.names, file, ("fitting", *loc), name)


def _name_known(names: Collection[str], file: DataFile, loc: Loc, name: str) -> Iterator[Problem]:
    if name not in names:
        yield file.problem(
            loc,
            f"{{{name}}}",
            "l’un des noms " + ", ".join(names),
            mend_of_name(name, names, "corrigez le nom entre accolades"),
        )
