"""Questions made from a form that sentences have: roles with their players in brackets, full names.

The sets ask few such questions, and people ask them of every text about a film or a play.
The same context without the bracket, or a person whose second name nowhere stands, makes
a question without an answer.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence

from qa.training.rows import GoldSpan, Row

_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
_PLAYER = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}"
_CAST = re.compile(rf"\b(?P<role>{_NAME}) \((?:played by )?(?P<player>{_PLAYER})\)")
_ON_STAGE = re.compile(
    r"\b(?:film|movie|series|episode|season|play(?:s|ed)?|star(?:s|red|ring)?|actor|actress|role)\b", re.I
)
# A full name within a sentence, soon followed by a word that stands for a person.
_PERSON = re.compile(
    r"(?<=[a-z,] )(?P<first>[A-Z][a-z]{2,}) (?P<last>[A-Z][a-z]{3,})"
    r"(?=\b[^.;]{1,40}\b(?:he|she|his|her|him|who)\b)"
)
_ASK_PLAYER = (
    "Who plays {0}?",
    "Who played {0}?",
    "Which actor plays {0}?",
    "Who is {0} played by?",
    "actor {0}",
)
_ASK_ROLE = ("Who does {0} play?", "Which character does {0} play?", "What role did {0} play?", "role of {0}")
_ASK_LAST = ("What is {0}'s surname?", "What is {0}'s last name?", "What is the family name of {0}?")


def made_questions(rows: Sequence[Row], count: int, chance: random.Random) -> list[Row]:
    """Return up to ``count`` rows of either form made from the contexts of ``rows``, answerable or not."""
    contexts = {row.context: row for row in rows}.values()
    cast = [made for row in contexts for made in _cast(row, chance)]
    surnames = [made for row in contexts for made in _surnames(row, chance)]
    return [*chance.sample(cast, min(count, len(cast))), *chance.sample(surnames, min(count, len(surnames)))]


def _cast(row: Row, chance: random.Random) -> Iterator[Row]:
    if not _ON_STAGE.search(row.context):
        return
    for match in _CAST.finditer(row.context):
        asked, told = ("role", "player") if chance.random() < 0.7 else ("player", "role")
        question = chance.choice(_ASK_PLAYER if told == "player" else _ASK_ROLE).format(
            _called(match[asked], chance)
        )
        if chance.random() < 0.25:
            context = row.context[: match.end("role")] + row.context[match.end() :]
            if match["player"] not in context:
                yield _row(row, question, context, ())
        else:
            yield _row(row, question, row.context, [GoldSpan(text=match[told], start=match.start(told))])


def _surnames(row: Row, chance: random.Random) -> Iterator[Row]:
    for match in _PERSON.finditer(row.context):
        question = chance.choice(_ASK_LAST).format(match["first"])
        if chance.random() < 0.25:
            context = row.context.replace(match[0], match["first"])
            if match["last"] not in context:
                yield _row(row, question, context, ())
        else:
            yield _row(row, question, row.context, [GoldSpan(text=match["last"], start=match.start("last"))])


def _called(name: str, chance: random.Random) -> str:
    """Return the name, or the first part of it, as people are spoken of."""
    return name.split(maxsplit=1)[0] if chance.random() < 0.3 else name


def _row(row: Row, question: str, context: str, answers: Iterable[GoldSpan]) -> Row:
    return Row(id=f"{row.id}-made", question=question, context=context, answers=tuple(answers), source="made")
