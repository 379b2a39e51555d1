"""All questions of all themes in one file, which the questions page loads to search and print them."""

import json

from macros.content.models.questions import Question
from macros.edition import Edition
from macros.typography import french_spaces


def bank(edition: Edition) -> str:
    """Return the employer's questions as JSON: the article's, then ours with the title of their theme."""
    content, lang = edition.content, edition.lang
    groups = [
        (edition.word("question-list.article"), content.article_questions),
        *(
            (theme.title[lang], questions)
            for theme, questions in content.by_theme(content.added_questions)
        ),
    ]
    themes = [
        {"title": title, "questions": [_question(each, edition) for each in questions]}
        for title, questions in groups
    ]
    text = json.dumps(themes, ensure_ascii=False, separators=(",", ":"))
    return french_spaces(text) if lang == "fr" else text


def _question(question: Question, edition: Edition) -> dict[str, object]:
    lang = edition.lang
    advice = (question.behind, question.starting_out, question.trap, *question.rewordings)
    statements = edition.content.statements_of(question.id, lang)
    by_country = (f"{country} {each[lang]}" for country, group in statements for each in group)
    return {
        "id": question.id,
        "ask": question.ask[lang],
        "prepare": question.prepare[lang],
        "more": " ".join((*(text[lang] for text in advice if text), *by_country)),
    }
